// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/app_model.h"

#include <algorithm>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::apps {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

constexpr int kSoonDays = 14;

} // namespace

std::pair<Status, QString> stateOf(const admin::api::App& app) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const QDateTime end = toDateTime(app.expiresAt); end.isValid() && end < now.addDays(kSoonDays)) {
        return end <= now ? std::pair(Status::Failed, AppModel::tr("Expired"))
                          : std::pair(Status::Warning, AppModel::tr("Ends soon"));
    }
    if (!usesSecret(app)) {
        return {Status::Ok, AppModel::tr("Ready")};
    }
    if (app.secrets.empty()) {
        return {Status::Failed, AppModel::tr("No secret")};
    }
    const bool rotating =
        std::any_of(app.secrets.begin(), app.secrets.end(), [&now](const admin::api::AppSecret& each) {
            return each.expiresAt && toDateTime(each.expiresAt) > now;
        });
    return rotating ? std::pair(Status::Running, AppModel::tr("Rotating"))
                    : std::pair(Status::Ok, AppModel::tr("Ready"));
}

int AppModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString AppModel::keyOf(const admin::api::App& app) const {
    return toQString(app.id);
}

QVariant AppModel::cell(const admin::api::App& app, int column, int role) const {
    const QDateTime changed = toDateTime(app.updatedAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(app.name);
        case Type:
            return AppWords::type(app.type);
        case ClientId:
            return toQString(app.clientId);
        case Proof:
            return AppWords::auth(app.auth);
        case Changed:
            return widgets::relativeTime(changed);
        case State:
            return stateOf(app).second;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(stateOf(app).first);
    }
    if (role == widgets::SortRole && column == Changed) {
        return changed;
    }
    if (role == Qt::ToolTipRole) {
        return column == Changed    ? widgets::absoluteTime(changed)
               : column == ClientId ? toQString(app.clientId)
               : column == Proof    ? toQString(app.auth)
                                    : QVariant();
    }
    return {};
}

QString AppModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Kind");
    case ClientId:
        return tr("Client id");
    case Proof:
        return tr("Proves itself by");
    case Changed:
        return tr("Changed");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::apps
