// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/tenants/tenant_model.h"

#include "ui/client/convert.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::panels::tenants {

using client::toDateTime;
using client::toQString;
using widgets::Status;

std::pair<Status, QString> stateOf(const admin::api::Tenant& tenant) {
    if (tenant.status == "suspended") {
        return {Status::Warning, TenantModel::tr("Suspended")};
    }
    if (tenant.status == "sealed") {
        return {Status::Failed, TenantModel::tr("Sealed")};
    }
    return tenant.kind == "sandbox" ? std::pair(Status::Info, TenantModel::tr("Sandbox"))
                                    : std::pair(Status::Ok, TenantModel::tr("Active"));
}

int TenantModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString TenantModel::keyOf(const admin::api::Tenant& tenant) const {
    return toQString(tenant.slug);
}

QVariant TenantModel::cell(const admin::api::Tenant& tenant, int column, int role) const {
    const QDateTime created = toDateTime(tenant.createdAt);
    if (role == Qt::DisplayRole) {
        switch (column) {
        case Name:
            return toQString(tenant.name);
        case Slug:
            return toQString(tenant.slug);
        case State:
            return stateOf(tenant).second;
        case Created:
            return widgets::relativeTime(created);
        default:
            return {};
        }
    }
    if (role == widgets::StatusRole && column == State) {
        return static_cast<int>(stateOf(tenant).first);
    }
    if (role == widgets::SortRole && column == Created) {
        return created;
    }
    if (role == Qt::ToolTipRole) {
        return column == Created ? widgets::absoluteTime(created) : QVariant();
    }
    return {};
}

QString TenantModel::columnTitle(int column) const {
    switch (column) {
    case Name:
        return tr("Name");
    case Slug:
        return tr("Short name");
    case State:
        return tr("State");
    case Created:
        return tr("Created");
    default:
        return {};
    }
}

} // namespace gatehouse::ui::panels::tenants
