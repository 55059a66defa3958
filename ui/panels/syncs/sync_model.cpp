// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/syncs/sync_model.h"

#include "ui/client/convert.h"
#include "ui/panels/syncs/sync_words.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::syncs {

using admin::api::ScimSync;
using client::toDateTime;
using client::toQString;

int SyncModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString SyncModel::keyOf(const ScimSync& sync) const {
    return toQString(sync.id);
}

QVariant SyncModel::cell(const ScimSync& sync, int column, int role) const {
    const QDateTime last = toDateTime(sync.lastRun);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(sync.name);
        case Direction:
            return SyncWords::direction(sync.direction);
        case People:
            return QLocale().toString(qlonglong(sync.people));
        case LastRun:
            return last.isValid() ? widgets::relativeTime(last) : tr("never");
        case State:
            return SyncWords::stateOf(sync).second;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(SyncWords::stateOf(sync).first);
    }
    if (role == widgets::SortRole) {
        return column == LastRun ? QVariant(last) : column == People ? QVariant(qlonglong(sync.people)) : QVariant();
    }
    if (role == Qt::TextAlignmentRole && column == People) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return role == Qt::ToolTipRole && column == LastRun ? QVariant(widgets::absoluteTime(last)) : QVariant();
}

QString SyncModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Direction:
        return tr("Direction");
    case People:
        return tr("People");
    case LastRun:
        return tr("Last run");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::syncs
