// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "admin/api/app.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::apps {

class AppModel final : public widgets::RecordModel<admin::api::App> {
    Q_OBJECT
public:
    enum Column { Name, Type, ClientId, Proof, Changed, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::App& app) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::App& app, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// Whether an app can work: ready, two secrets while one is rotated out, or public.
[[nodiscard]] std::pair<widgets::Status, QString> stateOf(const admin::api::App& app);

} // namespace gatehouse::ui::panels::apps
