// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/session_model.h"

#include <algorithm>

#include "ui/client/convert.h"
#include "ui/panels/sessions/device_text.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::sessions {

using client::toDateTime;
using client::toQString;
using widgets::Status;

std::pair<Status, QString> stateOf(const admin::api::Session& session) {
    if (!session.endedAt) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const bool over = toDateTime(session.expiresAt) < now || toDateTime(session.idleExpiresAt) < now;
        return over ? std::pair(Status::Off, SessionModel::tr("Expired"))
                    : std::pair(Status::Ok, SessionModel::tr("Signed in"));
    }
    const auto has = [&session](std::string_view state) {
        return std::any_of(session.confirmations.begin(), session.confirmations.end(),
                           [state](const admin::api::LogoutConfirmation& each) { return each.state == state; });
    };
    if (has("failed") || has("given-up")) {
        return {Status::Warning, SessionModel::tr("Not confirmed by all")};
    }
    return has("pending") ? std::pair(Status::Running, SessionModel::tr("Telling apps"))
                          : std::pair(Status::Off, SessionModel::tr("Ended"));
}

QStringList appNames(const admin::api::Session& session) {
    QStringList names;
    for (const admin::api::SessionGrant& grant : session.grants) {
        const QString name = grant.app.empty() ? SessionModel::tr("a deleted app") : toQString(grant.app);
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

int SessionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SessionModel::keyOf(const admin::api::Session& session) const {
    return toQString(session.id);
}

QVariant SessionModel::cell(const admin::api::Session& session, int column, int role) const {
    const QDateTime seen = toDateTime(session.lastSeen);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Person:
            return session.userName.empty() ? tr("a deleted person") : toQString(session.userName);
        case Device:
            return deviceText(toQString(session.userAgent));
        case Apps:
            return appNames(session).join(QStringLiteral(", "));
        case Address:
            return toQString(session.ip);
        case Provider:
            return toQString(session.connection);
        case LastSeen:
            return widgets::relativeTime(seen);
        case State:
            return stateOf(session).second;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(stateOf(session).first);
    }
    if (role == widgets::SortRole && column == LastSeen) {
        return seen;
    }
    if (role == Qt::ToolTipRole) {
        return column == LastSeen ? widgets::absoluteTime(seen)
               : column == Device ? toQString(session.userAgent)
                                  : QVariant();
    }
    return {};
}

QString SessionModel::columnTitle(int column) const {
    switch (column) {
    case Person:
        return tr("Person");
    case Device:
        return tr("Device");
    case Apps:
        return tr("Apps");
    case Address:
        return tr("Address");
    case Provider:
        return tr("Identity provider");
    case LastSeen:
        return tr("Last used");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::sessions
