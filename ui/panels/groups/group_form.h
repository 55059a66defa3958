// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include "admin/api/directory.h"
#include "admin/api/entitlement.h"
#include "ui/widgets/form.h"

class QCheckBox;
class QLineEdit;

namespace gatehouse::ui::panels::groups {

class RolesField;

/// What an administrator sets of a group. Knows no transport: values in, values out.
class GroupForm final : public QWidget {
    Q_OBJECT
public:
    explicit GroupForm(QWidget* parent = nullptr);

    void setGroup(const admin::api::Group& group);
    /// The group with what the form says.
    [[nodiscard]] admin::api::Group group() const;
    [[nodiscard]] std::vector<widgets::FieldError> problems() const;
    [[nodiscard]] widgets::Form& form() { return *m_form; }
    void setKnownRoles(const std::vector<admin::api::Role>& roles);
    /// Who would gain and lose roles by what the form says.
    void showEffect(const admin::api::GroupPreview& effect);
    void hideEffect();
    void focusFirst();

private:
    admin::api::Group m_group;
    widgets::Form* m_form;
    QLineEdit* m_name;
    QLineEdit* m_description;
    RolesField* m_roles;
    QCheckBox* m_protected;
};

} // namespace gatehouse::ui::panels::groups
