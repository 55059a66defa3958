// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/api/connection.h"
#include "ui/widgets/form.h"

namespace gatehouse::ui::widgets {
class EntriesField;
}

namespace gatehouse::ui::panels::connections {

/// The row of a form that says how a provider calls authentication levels: what we ask for, and what it calls that.
class LevelNames final {
public:
    /// Adds the row to `form`, which owns the field.
    explicit LevelNames(widgets::Form& form);

    void setConnection(const admin::api::Connection& connection);
    void writeTo(admin::api::Connection& connection) const;

private:
    widgets::EntriesField* m_field;
};

/// A level that lacks one of its names; empty: none does.
[[nodiscard]] QString unpairedLevel(const admin::api::Connection& connection);

} // namespace gatehouse::ui::panels::connections
