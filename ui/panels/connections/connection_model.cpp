// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/connection_model.h"

#include "ui/client/convert.h"
#include "ui/panels/connections/saml_facts.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::connections {

using client::toDateTime;
using client::toQString;
using widgets::Status;

std::pair<Status, QString> stateOf(const admin::api::Connection& connection) {
    if (!connection.enabled) {
        return {Status::Off, ConnectionModel::tr("Off")};
    }
    const admin::api::Health& health = connection.health;
    if (health.lastFailure && (!health.lastSuccess || *health.lastFailure > *health.lastSuccess)) {
        return {Status::Warning, ConnectionModel::tr("Last failed")};
    }
    return {Status::Ok, ConnectionModel::tr("On")};
}

QString titleOf(const admin::api::Connection& connection) {
    return toQString(connection.displayName.empty() ? connection.name : connection.displayName);
}

void ConnectionModel::setUnfinished(const QStringList& ids) {
    if (ids != m_unfinished) {
        m_unfinished = ids;
        if (rowCount() > 0) {
            emit dataChanged(index(0, State), index(rowCount() - 1, State));
        }
    }
}

int ConnectionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionModel::keyOf(const admin::api::Connection& connection) const {
    return toQString(connection.id);
}

QVariant ConnectionModel::cell(const admin::api::Connection& connection, int column, int role) const {
    const QDateTime last = toDateTime(connection.health.lastSuccess);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return titleOf(connection);
        case Issuer:
            return providerOf(connection);
        case Domains:
            return client::toStringList(connection.domains).join(QStringLiteral(", "));
        case LastLogin:
            return widgets::relativeTime(last);
        case State:
            return isUnfinished(keyOf(connection)) ? tr("Draft") : stateOf(connection).second;
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        return column == LastLogin ? widgets::absoluteTime(last)
               : column == Issuer  ? providerOf(connection)
               : column == Name    ? toQString(connection.name)
                                   : QVariant();
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(isUnfinished(keyOf(connection)) ? Status::Draft : stateOf(connection).first);
    }
    return role == widgets::SortRole && column == LastLogin ? QVariant(last) : QVariant();
}

QString ConnectionModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Issuer:
        return tr("Issuer");
    case Domains:
        return tr("Domains");
    case LastLogin:
        return tr("Last sign-in");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::connections
