// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/grants_field.h"

#include <algorithm>

#include <QCheckBox>
#include <QVBoxLayout>

#include "ui/panels/apps/app_words.h"

namespace gatehouse::ui::panels::apps {

namespace {

constexpr const char* kGrants[] = {"authorization_code",
                                   "refresh_token",
                                   "client_credentials",
                                   "urn:ietf:params:oauth:grant-type:device_code",
                                   "urn:ietf:params:oauth:grant-type:token-exchange",
                                   "urn:ietf:params:oauth:grant-type:jwt-bearer"};

} // namespace

GrantsField::GrantsField(QWidget* parent)
    : CompoundField(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 4, 0, 0);
    m_column->setSpacing(4);
    for (const char* grant : kGrants) {
        add(grant);
    }
    setFocusProxy(m_boxes.front().box);
}

GrantsField::Box& GrantsField::add(const std::string& grant) {
    auto* box = new QCheckBox(AppWords::grant(grant), this);
    box->setAccessibleName(box->text());
    box->setToolTip(QString::fromStdString(grant));
    m_column->addWidget(box);
    connect(box, &QCheckBox::clicked, this, &GrantsField::edited);
    return m_boxes.emplace_back(Box{grant, box});
}

void GrantsField::setGrants(const std::vector<std::string>& grants) {
    for (const Box& each : m_boxes) {
        each.box->setChecked(false);
    }
    for (const std::string& grant : grants) {
        const auto found =
            std::find_if(m_boxes.begin(), m_boxes.end(), [&](const Box& each) { return each.grant == grant; });
        (found == m_boxes.end() ? add(grant) : *found).box->setChecked(true);
    }
}

std::vector<std::string> GrantsField::grants() const {
    std::vector<std::string> grants;
    for (const Box& each : m_boxes) {
        if (each.box->isChecked()) {
            grants.push_back(each.grant);
        }
    }
    return grants;
}

} // namespace gatehouse::ui::panels::apps
