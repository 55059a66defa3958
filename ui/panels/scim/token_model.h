// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/scim.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::scim {

class TokenModel final : public widgets::RecordModel<admin::api::ScimToken> {
    Q_OBJECT
public:
    enum Column { Name, LastUsed, Expires, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::ScimToken& token) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::ScimToken& token, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

} // namespace gatehouse::ui::panels::scim
