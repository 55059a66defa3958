// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/request_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::scim {

using admin::api::ScimRequest;
using client::toDateTime;
using client::toQString;
using widgets::Status;

QString actOf(const ScimRequest& request) {
    if (request.path.find(".search") != std::string::npos || request.method == "GET") {
        return RequestModel::tr("Read");
    }
    if (request.path.starts_with("/Bulk")) {
        return RequestModel::tr("Many at once");
    }
    if (request.method == "POST") {
        return RequestModel::tr("Create");
    }
    if (request.method == "PUT") {
        return RequestModel::tr("Replace");
    }
    return request.method == "DELETE" ? RequestModel::tr("Delete") : RequestModel::tr("Change");
}

Status statusOf(const ScimRequest& request) {
    return request.status >= 400 ? Status::Failed : request.changes.empty() ? Status::Skipped : Status::Ok;
}

QString resultOf(const ScimRequest& request) {
    if (request.status >= 400) {
        return RequestModel::tr("Refused, %1").arg(request.status);
    }
    return request.changes.empty() ? RequestModel::tr("No change")
                                   : RequestModel::tr("%n changed", nullptr, static_cast<int>(request.changes.size()));
}

int RequestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestModel::keyOf(const ScimRequest& request) const {
    return toQString(request.id);
}

QVariant RequestModel::cell(const ScimRequest& request, int column, int role) const {
    const QDateTime when = toDateTime(request.time);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case When:
            return widgets::relativeTime(when);
        case What:
            return actOf(request);
        case About:
            return toQString(request.resourceName.empty() ? request.path : request.resourceName);
        case Client:
            return toQString(request.clientName);
        case Took:
            return tr("%1 ms").arg(static_cast<double>(request.micros) / 1000.0, 0, 'f', 1);
        case Result:
            return resultOf(request);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == Result) {
        return static_cast<int>(statusOf(request));
    }
    if (role == widgets::SortRole) {
        return column == When ? QVariant(when) : column == Took ? QVariant(qlonglong(request.micros)) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return column == When   ? widgets::absoluteTime(when)
               : column == What ? toQString(request.method + " " + request.path)
                                : QVariant();
    }
    return {};
}

QString RequestModel::columnTitle(int column) const {
    switch (column) {
    case When:
        return tr("Time");
    case What:
        return tr("Request");
    case About:
        return tr("About");
    case Client:
        return tr("Directory");
    case Took:
        return tr("Took");
    case Result:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::scim
