// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/certificate_dialog.h"

#include <algorithm>
#include <utility>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::connections {

using client::toDateTime;
using client::toQString;

namespace {

constexpr qint64 kMostBytes = 65536;
constexpr int kListHeight = 92;

QString shortName(const client::api::Certificate& certificate) {
    const QString subject = toQString(certificate.subject);
    const qsizetype name = subject.indexOf(QLatin1String("CN = "));
    return name < 0 ? subject : subject.mid(name + 5);
}

} // namespace

CertificateDialog::CertificateDialog(client::AdminClient& client, QString tenant, const QString& address,
                                     QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_address(address)
    , m_banner(new widgets::ErrorBanner(this))
    , m_verdict(new QLabel(tr("Looking at %1").arg(address), this))
    , m_list(new QListWidget(this))
    , m_grid(new widgets::DetailGrid(this))
    , m_advice(widgets::mutedLabel(tr("Compare the fingerprint with what the authority's owner tells you. It will be "
                                      "trusted for this one connection, and for nothing else."),
                                   this))
    , m_open(new QPushButton(tr("Open a certificate file"), this))
    , m_trust(new QPushButton(tr("Trust this CA"), this)) {
    setWindowTitle(tr("Certificates of %1").arg(address));
    setMinimumWidth(theme::kFormWidth);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setObjectName(QStringLiteral("certificate.verdict"));
    m_list->setObjectName(QStringLiteral("certificate.list"));
    m_list->setAccessibleName(tr("Certificates, the server's own first"));
    m_list->setFixedHeight(kListHeight);
    m_open->setObjectName(QStringLiteral("certificate.open"));
    m_open->setAccessibleName(m_open->text());
    m_open->setToolTip(tr("Of the authority that signed what the server shows, in PEM form"));
    m_trust->setObjectName(QStringLiteral("certificate.trust"));
    m_trust->setAccessibleName(m_trust->text());
    theme::setButtonKind(*m_trust, theme::ButtonKind::Primary);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the certificates"));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addWidget(m_banner);
    column->addWidget(m_verdict);
    column->addWidget(m_list);
    column->addWidget(m_grid);
    column->addStretch(1);
    column->addWidget(m_advice);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_open);
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_trust);
    column->addLayout(foot);
    connect(m_list, &QListWidget::currentRowChanged, this, &CertificateDialog::showCurrent);
    connect(m_open, &QPushButton::clicked, this, &CertificateDialog::chooseFile);
    connect(m_trust, &QPushButton::clicked, this, &CertificateDialog::trustCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &CertificateDialog::look);
    showCurrent();
    look();
}

void CertificateDialog::look() {
    m_banner->dismiss();
    client::api::CertificateRequest request;
    request.address = m_address.toStdString();
    m_requests.askLatest(m_asking, m_client.certificates(m_tenant, request), this, [this](const auto& outcome) {
        if (outcome) {
            showAnswer(*outcome);
            return;
        }
        m_verdict->setText(tr("No certificate came from %1.").arg(m_address));
        refuse(outcome.error());
    });
}

void CertificateDialog::showAnswer(const client::api::PresentedCertificates& answer) {
    m_verdict->setText(answer.trusted ? tr("The certificate is trusted here.") : toQString(answer.detail));
    m_certificates = answer.certificates;
    m_list->clear();
    int topmost = 0;
    for (const client::api::Certificate& each : m_certificates) {
        topmost = each.authority ? m_list->count() : topmost;
        m_list->addItem(each.authority ? tr("%1 (authority)").arg(shortName(each)) : shortName(each));
    }
    m_list->setCurrentRow(topmost);
    m_list->setFocus(Qt::OtherFocusReason);
    if (topmost == 0 && !m_certificates.empty() && !m_certificates.front().authority) {
        m_advice->setText(
            tr("The server sends no authority's certificate. Ask the provider's administrator for that of "
               "\"%1\" and open its file. It will be trusted for this one connection, and for nothing "
               "else.")
                .arg(toQString(m_certificates.back().issuer)));
    }
}

void CertificateDialog::chooseFile() {
    auto* files = new QFileDialog(this, tr("Certificate of an authority"), {},
                                  tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    files->setFileMode(QFileDialog::ExistingFile);
    files->setAttribute(Qt::WA_DeleteOnClose);
    connect(files, &QFileDialog::fileSelected, this, &CertificateDialog::openFile);
    files->open();
}

void CertificateDialog::openFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) {
        m_banner->showWarning(tr("%1 cannot be read, or is larger than 64 KiB.").arg(QFileInfo(path).fileName()));
        return;
    }
    addFromFile(file.readAll());
}

void CertificateDialog::addFromFile(const QByteArray& pem) {
    m_banner->dismiss();
    client::api::CertificateRequest request;
    request.address = m_address.toStdString();
    request.authorities = pem.toStdString();
    m_requests.askLatest(m_asking, m_client.certificates(m_tenant, request), this, [this](const auto& outcome) {
        if (!outcome) {
            refuse(outcome.error());
            return;
        }
        for (const client::api::Certificate& each : outcome->authorities) {
            m_certificates.push_back(each);
            m_list->addItem(tr("%1 (authority, from the file)").arg(shortName(each)));
        }
        m_list->setCurrentRow(m_list->count() - 1);
        m_trust->setFocus(Qt::OtherFocusReason);
    });
}

void CertificateDialog::showCurrent() {
    const auto at = static_cast<std::size_t>(m_list->currentRow());
    const bool any = m_list->currentRow() >= 0 && at < m_certificates.size();
    m_grid->clear();
    m_trust->setEnabled(any && m_certificates[at].authority);
    m_trust->setToolTip(m_trust->isEnabled() ? tr("For this one connection")
                                             : tr("Choose an authority: this is a server's own certificate"));
    if (!any) {
        return;
    }
    const client::api::Certificate& certificate = m_certificates[at];
    m_grid->addText(tr("Subject"), toQString(certificate.subject));
    m_grid->addText(tr("Issued by"), toQString(certificate.issuer));
    if (!certificate.names.empty()) {
        m_grid->addText(tr("For"), client::toStringList(certificate.names).join(QStringLiteral(", ")));
    }
    const QDateTime end = toDateTime(certificate.notAfter);
    m_grid->addText(tr("Valid until"), widgets::absoluteTime(end));
    m_grid->addCode(tr("SHA-256"), toQString(certificate.fingerprint));
}

void CertificateDialog::trustCurrent() {
    const auto at = static_cast<std::size_t>(m_list->currentRow());
    if (m_list->currentRow() < 0 || at >= m_certificates.size()) {
        return;
    }
    m_banner->dismiss();
    client::api::CertificateRequest request;
    request.address = m_address.toStdString();
    request.authorities = m_certificates[at].pem;
    m_trust->setEnabled(false);
    m_requests.askLatest(m_asking, m_client.certificates(m_tenant, request), this,
                         [this, pem = toQString(m_certificates[at].pem)](const auto& outcome) {
                             m_trust->setEnabled(true);
                             if (!outcome) {
                                 refuse(outcome.error());
                                 return;
                             }
                             emit trusted(pem);
                             accept();
                         });
}

void CertificateDialog::refuse(const client::Failure& failure) {
    const auto says = [&failure](const char* code) {
        return std::any_of(failure.errors.begin(), failure.errors.end(),
                           [code](const client::api::FieldError& each) { return each.code == code; });
    };
    const QString detail = failure.errors.empty() ? QString() : toQString(failure.errors.front().message);
    if (says("does_not_sign")) {
        m_banner->showWarning(tr("This authority did not sign what the server shows."),
                              tr("Ask who did: the issuer of its last certificate."));
    } else if (says("not_an_authority")) {
        m_banner->showWarning(tr("This is a server's own certificate, not an authority's."), detail);
    } else if (says("certificate_expired")) {
        m_banner->showWarning(tr("This authority has expired."), detail);
    } else if (says("certificate_unreadable")) {
        m_banner->showWarning(tr("This is no certificate in PEM form."), detail);
    } else if (says("no_certificate")) {
        m_banner->showWarning(tr("There is no certificate to look at."), detail);
    } else {
        m_banner->showError(shell::errorText(failure));
    }
}

} // namespace gatehouse::ui::panels::connections
