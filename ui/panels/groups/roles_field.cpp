// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/groups/roles_field.h"

#include <algorithm>

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::groups {

using client::toQString;

RolesField::RolesField(QWidget* parent)
    : CompoundField(parent)
    , m_column(new QVBoxLayout(this))
    , m_none(widgets::mutedLabel(tr("The tenant has no roles yet."), this)) {
    m_column->setContentsMargins(0, 4, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_none);
}

RolesField::Box& RolesField::add(const std::string& role, const std::string& description) {
    auto* box = new QCheckBox(toQString(role).replace(u'&', QLatin1String("&&")), this);
    box->setAccessibleName(tr("Role %1").arg(toQString(role)));
    box->setToolTip(toQString(description));
    m_column->addWidget(box);
    m_none->hide();
    connect(box, &QCheckBox::clicked, this, &RolesField::edited);
    return m_boxes.emplace_back(Box{role, box});
}

void RolesField::setKnown(const std::vector<admin::api::Role>& roles) {
    const std::vector<std::string> chosen = this->roles();
    for (const Box& each : m_boxes) {
        delete each.box;
    }
    m_boxes.clear();
    m_none->show();
    for (const admin::api::Role& role : roles) {
        add(role.name, role.description);
    }
    setRoles(chosen);
}

void RolesField::setRoles(const std::vector<std::string>& roles) {
    for (const Box& each : m_boxes) {
        each.box->setChecked(false);
    }
    for (const std::string& role : roles) {
        const auto found =
            std::find_if(m_boxes.begin(), m_boxes.end(), [&](const Box& each) { return each.role == role; });
        (found == m_boxes.end() ? add(role, {}) : *found).box->setChecked(true);
    }
}

std::vector<std::string> RolesField::roles() const {
    std::vector<std::string> roles;
    for (const Box& each : m_boxes) {
        if (each.box->isChecked()) {
            roles.push_back(each.role);
        }
    }
    return roles;
}

} // namespace gatehouse::ui::panels::groups
