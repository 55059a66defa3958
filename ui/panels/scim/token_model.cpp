// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/token_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::scim {

using admin::api::ScimToken;
using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

struct Shown {
    Status status;
    QString word;
};

Shown stateOf(const ScimToken& token) {
    const QDateTime end = toDateTime(token.expiresAt);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (end <= now) {
        return {Status::Off, TokenModel::tr("Expired")};
    }
    if (!token.replacedBy.empty()) {
        return {Status::Off, TokenModel::tr("Replaced")};
    }
    return end <= now.addDays(30) ? Shown{Status::Warning, TokenModel::tr("Expires soon")}
                                  : Shown{Status::Ok, TokenModel::tr("Active")};
}

} // namespace

int TokenModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TokenModel::keyOf(const ScimToken& token) const {
    return toQString(token.id);
}

QVariant TokenModel::cell(const ScimToken& token, int column, int role) const {
    const QDateTime used = toDateTime(token.lastUsed);
    const QDateTime end = toDateTime(token.expiresAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(token.name);
        case LastUsed:
            return used.isValid() ? widgets::relativeTime(used) : tr("never");
        case Expires:
            return widgets::relativeTime(end);
        case State:
            return stateOf(token).word;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(stateOf(token).status);
    }
    if (role == widgets::SortRole) {
        return column == LastUsed ? QVariant(used) : column == Expires ? QVariant(end) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == LastUsed  ? widgets::absoluteTime(used)
               : column == Expires ? widgets::absoluteTime(end)
                                   : QVariant();
    }
    return {};
}

QString TokenModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case LastUsed:
        return tr("Last used");
    case Expires:
        return tr("Expires");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::scim
