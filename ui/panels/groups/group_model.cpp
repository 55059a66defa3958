// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/groups/group_model.h"

#include <QLocale>

#include "ui/client/convert.h"

namespace gatehouse::ui::panels::groups {

using admin::api::Group;
using admin::api::GroupMember;
using client::toQString;

QString sourceOf(const Group& group) {
    return group.source == "scim"  ? GroupModel::tr("Directory")
           : group.source == "sso" ? GroupModel::tr("Sign-in")
                                   : GroupModel::tr("By hand");
}

int GroupModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString GroupModel::keyOf(const Group& group) const {
    return toQString(group.id);
}

QVariant GroupModel::cell(const Group& group, int column, int role) const {
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(group.name);
        case Members:
            return QLocale().toString(qlonglong(group.memberCount));
        case Roles:
            return client::toStringList(group.roles).join(QStringLiteral(", "));
        case From:
            return sourceOf(group);
        default:
            return {};
        }
    }
    if (column == Members && role == widgets::SortRole) {
        return qlonglong(group.memberCount);
    }
    if (column == Members && role == Qt::TextAlignmentRole) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return column == Name && role == Qt::ToolTipRole ? toQString(group.description) : QVariant();
}

QString GroupModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Members:
        return tr("People");
    case Roles:
        return tr("Gives roles");
    case From:
        return tr("Made by");
    default:
        return {};
    }
}

int MemberModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString MemberModel::keyOf(const GroupMember& member) const {
    return toQString(member.id);
}

QVariant MemberModel::cell(const GroupMember& member, int column, int role) const {
    const bool group = member.type == "group";
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(member.name);
        case UserName:
            return group ? tr("a group, with all who are in it") : toQString(member.userName);
        case State:
            return group ? tr("Group") : member.active ? tr("Active") : tr("Off");
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(group           ? widgets::Status::Info
                                : member.active ? widgets::Status::Ok
                                                : widgets::Status::Off);
    }
    return {};
}

QString MemberModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case UserName:
        return tr("User name");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::groups
