// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/certificate_name_field.h"

#include <array>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/theme/theme.h"

namespace gatehouse::ui::panels::apps {

namespace {

using Member = std::string admin::api::App::*;

/// In the order of the list.
constexpr std::array<Member, 5> kMembers = {&admin::api::App::tlsClientAuthSubjectDn,
                                            &admin::api::App::tlsClientAuthSanDns,
                                            &admin::api::App::tlsClientAuthSanUri, &admin::api::App::tlsClientAuthSanIp,
                                            &admin::api::App::tlsClientAuthSanEmail};

} // namespace

CertificateNameField::CertificateNameField(QWidget* parent)
    : CompoundField(parent)
    , m_kind(new QComboBox(this))
    , m_name(new QLineEdit(this)) {
    m_kind->addItems({tr("Subject"), tr("DNS name"), tr("URI"), tr("IP address"), tr("E-mail address")});
    m_kind->setAccessibleName(tr("Kind of name in the certificate"));
    m_name->setAccessibleName(tr("Name in the certificate"));
    m_name->setFont(theme::codeFont(font()));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind);
    row->addWidget(m_name, 1);
    setFocusProxy(m_name);
    connect(m_kind, &QComboBox::activated, this, &CertificateNameField::edited);
    connect(m_name, &QLineEdit::textEdited, this, &CertificateNameField::edited);
}

void CertificateNameField::setName(const admin::api::App& app) {
    m_name->clear();
    m_kind->setCurrentIndex(0);
    for (std::size_t at = 0; at < kMembers.size(); ++at) {
        if (const std::string& name = app.*kMembers[at]; !name.empty()) {
            m_kind->setCurrentIndex(static_cast<int>(at));
            m_name->setText(QString::fromStdString(name));
            return;
        }
    }
}

void CertificateNameField::writeTo(admin::api::App& app) const {
    for (std::size_t at = 0; at < kMembers.size(); ++at) {
        const bool chosen = static_cast<int>(at) == m_kind->currentIndex();
        app.*kMembers[at] = chosen ? m_name->text().trimmed().toStdString() : std::string();
    }
}

bool CertificateNameField::isEmpty() const {
    return m_name->text().trimmed().isEmpty();
}

} // namespace gatehouse::ui::panels::apps
