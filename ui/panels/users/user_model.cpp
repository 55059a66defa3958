// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/user_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::users {

using client::toDateTime;
using client::toQString;

QString titleOf(const admin::api::User& user) {
    return toQString(!user.displayName.empty() ? user.displayName
                     : !user.userName.empty()  ? user.userName
                                               : user.email);
}

int UserModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString UserModel::keyOf(const admin::api::User& user) const {
    return toQString(user.id);
}

QVariant UserModel::cell(const admin::api::User& user, int column, int role) const {
    const QDateTime last = toDateTime(user.lastLogin);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return titleOf(user);
        case Email:
            return toQString(user.email);
        case Roles: {
            QStringList names;
            for (const admin::api::RoleAssignment& assignment : user.roles) {
                names.append(toQString(assignment.name));
            }
            return names.join(QStringLiteral(", "));
        }
        case LastLogin:
            return widgets::relativeTime(last);
        case State:
            return user.active ? tr("Active") : tr("Off");
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(user.active ? widgets::Status::Ok : widgets::Status::Off);
    }
    if (role == widgets::SortRole && column == LastLogin) {
        return last;
    }
    if (role == Qt::ToolTipRole) {
        return column == LastLogin ? widgets::absoluteTime(last) : column == Name ? toQString(user.id) : QVariant();
    }
    return {};
}

QString UserModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Email:
        return tr("E-mail");
    case Roles:
        return tr("Roles");
    case LastLogin:
        return tr("Last sign-in");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::users
