// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/logins/flow_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::logins {

using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

constexpr std::size_t kMostRows = 1000;

} // namespace

std::pair<Status, QString> outcomeOf(const admin::api::Flow& flow) {
    if (flow.outcome == "success") {
        return {Status::Ok, FlowModel::tr("Signed in")};
    }
    return flow.outcome == "failure" ? std::pair(Status::Failed, FlowModel::tr("Refused"))
                                     : std::pair(Status::Running, FlowModel::tr("Under way"));
}

int FlowModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FlowModel::keyOf(const admin::api::Flow& flow) const {
    return toQString(flow.id);
}

void FlowModel::take(const admin::api::Flow& flow) {
    if (updateRow(flow)) {
        return;
    }
    std::vector<admin::api::Flow> all = rows();
    all.insert(all.begin(), flow);
    all.resize(std::min(all.size(), kMostRows));
    setRows(std::move(all));
}

QVariant FlowModel::cell(const admin::api::Flow& flow, int column, int role) const {
    const QDateTime started = toDateTime(flow.startedAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Time:
            return widgets::clockTime(started);
        case User:
            return flow.user.empty() ? tr("not known") : toQString(flow.user);
        case Outcome:
            return outcomeOf(flow).second;
        case Connection:
            return toQString(flow.connection);
        case App:
            return toQString(flow.app);
        case Duration:
            return flow.finishedAt ? widgets::milliseconds(flow.durationMs) : QString();
        case Reference:
            return toQString(flow.reference);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Outcome) {
        return static_cast<int>(outcomeOf(flow).first);
    }
    if (role == widgets::SortRole) {
        return column == Time       ? QVariant(started)
               : column == Duration ? QVariant(static_cast<qint64>(flow.durationMs))
                                    : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == Time      ? widgets::absoluteTime(started)
               : column == Outcome ? widgets::reasonMessage(toQString(flow.reason), toQString(flow.message))
                                   : cell(flow, column, Qt::DisplayRole);
    }
    if (role == Qt::TextAlignmentRole && column == Duration) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

QString FlowModel::columnTitle(int column) const {
    switch (column) {
    case Time:
        return tr("Time");
    case User:
        return tr("User");
    case Outcome:
        return tr("Outcome");
    case Connection:
        return tr("Provider");
    case App:
        return tr("App");
    case Duration:
        return tr("Took");
    case Reference:
        return tr("Reference");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::logins
