// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/directory.h"
#include "ui/widgets/record_model.h"

namespace gatehouse::ui::panels::groups {

class GroupModel final : public widgets::RecordModel<admin::api::Group> {
    Q_OBJECT
public:
    enum Column { Name, Members, Roles, From, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::Group& group) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::Group& group, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

/// Who made a group, as people say it.
[[nodiscard]] QString sourceOf(const admin::api::Group& group);

/// Who and what is in a group.
class MemberModel final : public widgets::RecordModel<admin::api::GroupMember> {
    Q_OBJECT
public:
    enum Column { Name, UserName, State, ColumnCount };

    using RecordModel::RecordModel;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QString keyOf(const admin::api::GroupMember& member) const override;

protected:
    [[nodiscard]] QVariant cell(const admin::api::GroupMember& member, int column, int role) const override;
    [[nodiscard]] QString columnTitle(int column) const override;
};

} // namespace gatehouse::ui::panels::groups
