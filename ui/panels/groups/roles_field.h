// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "admin/api/directory.h"
#include "ui/widgets/compound_field.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace gatehouse::ui::panels::groups {

/// The roles that a group gives to everybody in it: one box each.
class RolesField final : public widgets::CompoundField {
    Q_OBJECT
public:
    explicit RolesField(QWidget* parent = nullptr);

    /// Those that the tenant has.
    void setKnown(const std::vector<admin::api::Role>& roles);
    /// One that is not known gets a box of its own, so that nothing is lost.
    void setRoles(const std::vector<std::string>& roles);
    [[nodiscard]] std::vector<std::string> roles() const;

private:
    struct Box {
        std::string role;
        QCheckBox* box;
    };
    Box& add(const std::string& role, const std::string& description);

    QVBoxLayout* m_column;
    QLabel* m_none;
    std::vector<Box> m_boxes;
};

} // namespace gatehouse::ui::panels::groups
