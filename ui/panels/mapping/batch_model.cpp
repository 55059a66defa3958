// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/mapping/batch_model.h"

#include "ui/client/convert.h"
#include "ui/panels/mapping/trace_results.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::mapping {

using admin::api::ReplayItem;
using client::toQString;
using widgets::Status;

namespace {

std::pair<Status, QString> verdictOf(const ReplayItem& item) {
    if (item.verdict == "unchanged") {
        return {Status::Ok, BatchModel::tr("Unchanged")};
    }
    return item.verdict == "blocked" ? std::pair(Status::Failed, BatchModel::tr("Blocked"))
                                     : std::pair(Status::Warning, BatchModel::tr("Changed"));
}

QString sideText(const admin::api::RawJson& value) {
    const QString line = lineOf(value);
    return line.isEmpty() || line == QLatin1String("null") ? BatchModel::tr("nothing") : line;
}

} // namespace

QString changesText(const ReplayItem& item) {
    QStringList parts;
    for (const admin::api::PreviewError& error : item.errors) {
        parts.append(toQString(error.message.empty() ? error.code : error.message));
    }
    for (const admin::api::Difference& change : item.changes) {
        parts.append(BatchModel::tr("%1: %2 becomes %3")
                         .arg(toQString(change.member), sideText(change.before), sideText(change.after)));
    }
    return parts.join(QStringLiteral("; "));
}

int BatchModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString BatchModel::keyOf(const ReplayItem& item) const {
    return toQString(item.flowId);
}

QVariant BatchModel::cell(const ReplayItem& item, int column, int role) const {
    const QDateTime time = client::toDateTime(item.at);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Time:
            return widgets::clockTime(time);
        case User:
            return item.user.empty() ? tr("not known") : toQString(item.user);
        case Verdict:
            return verdictOf(item).second;
        case Changes:
            return changesText(item);
        case Reference:
            return toQString(item.reference);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Verdict) {
        return static_cast<int>(verdictOf(item).first);
    }
    if (role == widgets::SortRole && column == Time) {
        return time;
    }
    if (role == Qt::ToolTipRole) {
        return column == Time ? widgets::absoluteTime(time) : cell(item, column, Qt::DisplayRole);
    }
    return {};
}

QString BatchModel::columnTitle(int column) const {
    switch (column) {
    case Time:
        return tr("Time");
    case User:
        return tr("User");
    case Verdict:
        return tr("Verdict");
    case Changes:
        return tr("What changes");
    case Reference:
        return tr("Reference");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::mapping
