// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/scim.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::syncs {

/// The steps of a dry run, or of a run.
class StepModel final : public widgets::RecordModel<admin::api::ScimSyncStep> {
    Q_OBJECT
public:
    enum Column { Act, Name, Why, What, Outcome, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::ScimSyncStep& step) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::ScimSyncStep& step, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// What a step changes: "displayName: Ana → Ana Berg; 3 members come". One line.
[[nodiscard]] QString changesOf(const admin::api::ScimSyncStep& step);

} // namespace gatehouse::ui::panels::syncs
