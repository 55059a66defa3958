// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/stream.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::scim {

class StreamModel final : public widgets::RecordModel<admin::api::Stream> {
    Q_OBJECT
public:
    enum Column { Name, Way, Delivered, Waiting, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Stream& stream) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Stream& stream, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

} // namespace gatehouse::ui::panels::scim
