// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/replay.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::mapping {

/// What each of the last logins would come to under the mapping at hand.
class BatchModel final : public widgets::RecordModel<admin::api::ReplayItem> {
    Q_OBJECT
public:
    enum Column { Time, User, Verdict, Changes, Reference, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::ReplayItem& item) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::ReplayItem& item, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// "roles: admin, member -> member; user.email: - -> ana@acme.example", or why it would be refused.
[[nodiscard]] QString changesText(const admin::api::ReplayItem& item);

} // namespace gatehouse::ui::panels::mapping
