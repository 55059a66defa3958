// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/catalog.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::scim {

class ElementModel final : public widgets::RecordModel<admin::api::CatalogElement> {
    Q_OBJECT
public:
    enum Column { Name, Type, Description, Version, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::CatalogElement& element) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::CatalogElement& element, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// The contract's word for a type, and what people read.
[[nodiscard]] std::vector<std::pair<QString, QString>> elementTypes();

} // namespace gatehouse::ui::panels::scim
