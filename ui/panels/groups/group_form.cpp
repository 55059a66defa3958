// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/groups/group_form.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/groups/roles_field.h"

namespace gatehouse::ui::panels::groups {

using client::toQString;

namespace {

constexpr std::size_t kNamed = 5; // people who are named, of those whose roles change

/// "ana (admin), ben (admin) and 3 more"
QString named(const std::vector<admin::api::RoleEffect>& effects, qint64 all) {
    QStringList names;
    for (const admin::api::RoleEffect& each : effects) {
        if (names.size() < static_cast<qsizetype>(kNamed)) {
            names.append(GroupForm::tr("%1 (%2)", "person (role)").arg(toQString(each.userName), toQString(each.role)));
        }
    }
    const QString list = names.join(QStringLiteral(", "));
    const auto rest = static_cast<int>(all - names.size());
    return rest > 0 ? GroupForm::tr("%1 and %Ln more", nullptr, rest).arg(list) : list;
}

} // namespace

GroupForm::GroupForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new widgets::Form(this))
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_roles(new RolesField(this))
    , m_protected(new QCheckBox(tr("Only administrators change it"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    m_name->setObjectName(QStringLiteral("group.name"));
    m_form->addRow(QStringLiteral("/name"), tr("&Name"), m_name);
    m_form->addRow(QStringLiteral("/description"), tr("&Description"), m_description);
    m_form->addRow(QStringLiteral("/roles"), tr("&Roles"), m_roles,
                   tr("Everybody in the group has them, and whoever is in a group within it."));
    m_form->addRow(QStringLiteral("/protected"), {}, m_protected,
                   tr("Directories and sign-ins are refused who comes and goes."));
}

void GroupForm::setGroup(const admin::api::Group& group) {
    m_group = group;
    m_name->setText(toQString(group.name));
    m_description->setText(toQString(group.description));
    m_roles->setRoles(group.roles);
    m_protected->setChecked(group.isProtected);
    m_form->clearErrors();
    hideEffect();
}

admin::api::Group GroupForm::group() const {
    admin::api::Group out = m_group;
    out.name = m_name->text().trimmed().toStdString();
    out.description = m_description->text().trimmed().toStdString();
    out.roles = m_roles->roles();
    out.isProtected = m_protected->isChecked();
    return out;
}

std::vector<widgets::FieldError> GroupForm::problems() const {
    std::vector<widgets::FieldError> out;
    if (m_name->text().trimmed().isEmpty()) {
        out.push_back({QStringLiteral("/name"), QStringLiteral("required"), tr("Is needed.")});
    }
    return out;
}

void GroupForm::setKnownRoles(const std::vector<admin::api::Role>& roles) {
    m_roles->setKnown(roles);
}

void GroupForm::showEffect(const admin::api::GroupPreview& effect) {
    QStringList lines;
    if (effect.gained > 0) {
        lines.append(tr("Gain a role: %1.").arg(named(effect.gains, effect.gained)));
    }
    if (effect.lost > 0) {
        lines.append(tr("Lose a role: %1.").arg(named(effect.losses, effect.lost)));
    }
    m_form->setWarning(QStringLiteral("/roles"),
                       lines.isEmpty() ? tr("Nobody's roles change by it.") : lines.join(u' '));
}

void GroupForm::hideEffect() {
    m_form->setWarning(QStringLiteral("/roles"), {});
}

void GroupForm::focusFirst() {
    m_name->setFocus(Qt::OtherFocusReason);
}

} // namespace gatehouse::ui::panels::groups
