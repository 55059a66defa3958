// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/session_model.h"

#include <algorithm>

#include "admin/api/codec.h"
#include "ui/client/convert.h"
#include "ui/panels/sessions/device_text.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::sessions {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

QString appName(const admin::api::SessionGrant& grant) {
    return grant.app.empty() ? SessionModel::tr("a deleted app") : toQString(grant.app);
}

/// Its tokens work for whoever holds them.
bool isUnbound(const admin::api::SessionGrant& grant) {
    return !grant.revokedAt && grant.bound == "no";
}

} // namespace

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
        const QString name = appName(grant);
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

QString sessionOf(const QString& key) {
    return key.section(u'/', 0, 0);
}

bool addressChanged(const admin::api::Session& session) {
    return !session.endedAt && !session.signedInFrom.empty() && session.signedInFrom != session.ip;
}

QStringList noticed(const admin::api::Session& session) {
    QStringList words;
    if (session.endedAt) {
        return words;
    }
    if (addressChanged(session)) {
        words.append(SessionModel::tr("address changed"));
    }
    if (std::any_of(session.grants.begin(), session.grants.end(), isUnbound)) {
        words.append(SessionModel::tr("unbound token"));
    }
    return words;
}

std::pair<Status, QString> stateOf(const admin::api::SessionGrant& grant) {
    if (grant.revokedAt) {
        return {Status::Off, SessionModel::tr("Revoked")};
    }
    return isUnbound(grant) ? std::pair(Status::Info, SessionModel::tr("Not bound to a key"))
                            : std::pair(Status::Ok, SessionModel::tr("Bound to a key"));
}

int SessionModel::nestedCount(int row) const {
    const admin::api::Session* session = at(row);
    return session == nullptr ? 0 : static_cast<int>(session->grants.size());
}

QVariant SessionModel::nestedData(int row, int nested, int column, int role) const {
    const admin::api::Session& session = *at(row);
    const admin::api::SessionGrant& grant = session.grants[static_cast<std::size_t>(nested)];
    const QString app = appName(grant);
    const QString person = cell(session, Person, Qt::DisplayRole).toString();
    const QDateTime used = toDateTime(grant.lastRefresh ? grant.lastRefresh : grant.createdAt);
    switch (role) {
    case widgets::KeyRole:
        return QString(keyOf(session) + u'/' + toQString(grant.id));
    case widgets::JsonRole:
        return QByteArray::fromStdString(admin::api::encode(grant, admin::api::Side::Reply));
    case Qt::DisplayRole:
        // The rest is the device's, in the row above.
        return column == Person     ? app
               : column == LastSeen ? widgets::relativeTime(used)
               : column == Noticed  ? (session.endedAt || !isUnbound(grant) ? QString() : tr("unbound token"))
               : column == State    ? stateOf(grant).second
                                    : QString();
    case widgets::TextRole:
        switch (column) {
        case Person:
            return QString(person + QStringLiteral(" › ") + app);
        case Apps:
            return app;
        case Device:
        case Address:
        case Provider:
            return cell(session, column, Qt::DisplayRole);
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == Person ? QVariant(tr("%1, app session of %2").arg(app, person)) : QVariant();
    case widgets::StatusRole:
        return column == State ? QVariant(static_cast<int>(stateOf(grant).first))
               : column == Noticed && !session.endedAt && isUnbound(grant) ? QVariant(static_cast<int>(Status::Info))
                                                                           : QVariant();
    case Qt::ToolTipRole:
        return column == LastSeen ? QVariant(widgets::absoluteTime(used)) : QVariant();
    default:
        return {};
    }
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
        case Noticed:
            return noticed(session).join(QStringLiteral(", "));
        case State:
            return stateOf(session).second;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Noticed && !noticed(session).isEmpty()) {
        return static_cast<int>(addressChanged(session) ? Status::Warning : Status::Info);
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
    case Noticed:
        return tr("Noticed");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::sessions
