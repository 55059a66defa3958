// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/scim.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::syncs {

class SyncModel final : public widgets::RecordModel<admin::api::ScimSync> {
    Q_OBJECT
public:
    enum Column { Name, Direction, People, LastRun, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::ScimSync& sync) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::ScimSync& sync, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

} // namespace gatehouse::ui::panels::syncs
