// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/authorities_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSslCertificate>
#include <QStringList>

namespace gatehouse::ui::panels::connections {

namespace {

QString namesIn(const std::string& pem) {
    QStringList lines;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(QByteArray::fromStdString(pem), QSsl::Pem);
    for (const QSslCertificate& each : certificates) {
        const QStringList names = each.subjectInfo(QSslCertificate::CommonName);
        lines.append(AuthoritiesField::tr("%1, until %2")
                         .arg(names.isEmpty() ? each.subjectDisplayName() : names.front(),
                              QLocale().toString(each.expiryDate().toLocalTime().date(), QLocale::ShortFormat)));
    }
    return lines.join(u'\n');
}

} // namespace

AuthoritiesField::AuthoritiesField(QWidget* parent)
    : CompoundField(parent)
    , m_names(new QLabel(this))
    , m_forget(new QPushButton(tr("Trust no longer"), this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_names->setTextFormat(Qt::PlainText);
    m_names->setWordWrap(true);
    m_names->setObjectName(QStringLiteral("idp.authorities"));
    m_forget->setObjectName(QStringLiteral("idp.forgetAuthorities"));
    m_forget->setAccessibleName(tr("Trust these authorities no longer"));
    row->addWidget(m_names, 1);
    row->addWidget(m_forget);
    setFocusProxy(m_forget);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        setPem({});
        emit edited();
    });
}

void AuthoritiesField::setPem(const std::string& pem) {
    m_pem = pem;
    const QString names = namesIn(pem);
    m_names->setText(names.isEmpty() && !pem.empty() ? tr("Certificates that this machine cannot read") : names);
}

} // namespace gatehouse::ui::panels::connections
