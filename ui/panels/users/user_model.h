// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/directory.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::users {

class UserModel final : public widgets::RecordModel<admin::api::User> {
    Q_OBJECT
public:
    enum Column { Name, Email, Roles, LastLogin, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::User& user) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::User& user, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// The display name, else the user name, else the address.
[[nodiscard]] QString titleOf(const admin::api::User& user);

} // namespace gatehouse::ui::panels::users
