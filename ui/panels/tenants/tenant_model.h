// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/tenant.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::tenants {

class TenantModel final : public widgets::RecordModel<admin::api::Tenant> {
    Q_OBJECT
public:
    enum Column { Name, Slug, State, Created, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Tenant& tenant) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Tenant& tenant, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// The state of a tenant as chip: active, sandbox, suspended, sealed.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::Tenant& tenant);

} // namespace gatehouse::ui::panels::tenants
