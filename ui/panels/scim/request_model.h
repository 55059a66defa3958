// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/scim.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::scim {

class RequestModel final : public widgets::RecordModel<admin::api::ScimRequest> {
    Q_OBJECT
public:
    enum Column { When, What, About, Client, Took, Result, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::ScimRequest& request) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::ScimRequest& request, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// "Create", "Replace", "Change", "Delete", "Read", by the request's method and path.
[[nodiscard]] QString actOf(const admin::api::ScimRequest& request);
/// How it ended: refused, changed something, or neither.
[[nodiscard]] widgets::Status statusOf(const admin::api::ScimRequest& request);
/// The same in a word or two.
[[nodiscard]] QString resultOf(const admin::api::ScimRequest& request);

} // namespace gatehouse::ui::panels::scim
