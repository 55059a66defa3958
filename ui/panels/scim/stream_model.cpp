// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/stream_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::scim {

using admin::api::Stream;
using client::toDateTime;
using client::toQString;
using widgets::Status;

namespace {

struct Shown {
    Status status;
    QString word;
};

Shown stateOf(const Stream& stream) {
    if (!stream.enabled) {
        return {Status::Off, StreamModel::tr("Off")};
    }
    return stream.problem.empty() ? Shown{Status::Ok, StreamModel::tr("On")}
                                  : Shown{Status::Warning, StreamModel::tr("Fails")};
}

} // namespace

int StreamModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString StreamModel::keyOf(const Stream& stream) const {
    return toQString(stream.id);
}

QVariant StreamModel::cell(const Stream& stream, int column, int role) const {
    const QDateTime delivered = toDateTime(stream.deliveredAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(stream.name);
        case Way:
            return stream.delivery == "poll" ? tr("Polled") : tr("Pushed");
        case Delivered:
            return delivered.isValid() ? widgets::relativeTime(delivered) : tr("never");
        case Waiting:
            return QLocale().toString(qlonglong(stream.waiting));
        case State:
            return stateOf(stream).word;
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(stateOf(stream).status);
    }
    if (role == widgets::SortRole) {
        return column == Delivered ? QVariant(delivered)
               : column == Waiting ? QVariant(qlonglong(stream.waiting))
                                   : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == Delivered ? QVariant(widgets::absoluteTime(delivered))
               : column == State   ? QVariant(toQString(stream.problem))
               : column == Way     ? QVariant(toQString(stream.delivery == "poll" ? stream.pollUrl : stream.endpoint))
                                   : QVariant();
    }
    return {};
}

QString StreamModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Way:
        return tr("Delivery");
    case Delivered:
        return tr("Last taken");
    case Waiting:
        return tr("Waiting");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::scim
