// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/activity.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::logins {

class FlowModel final : public widgets::RecordModel<admin::api::Flow> {
    Q_OBJECT
public:
    enum Column { Time, User, Outcome, Reference, Connection, App, Duration, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Flow& flow) const override;
    /// A flow that was heard of: updates its row, or puts it on top.
    void take(const admin::api::Flow& flow);

protected:
    [[nodiscard]] QVariant cell(const admin::api::Flow& flow, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

[[nodiscard]] std::pair<widgets::Status, QString> outcomeOf(const admin::api::Flow& flow);

} // namespace gatehouse::ui::panels::logins
