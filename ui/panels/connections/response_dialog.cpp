// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/response_dialog.h"

#include <utility>

#include <QClipboard>
#include <QDateTime>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/document.h"
#include "ui/panels/connections/response_view.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/paste_field.h"

namespace gatehouse::ui::panels::connections {

namespace {

constexpr qint64 kMostBytes = 512 * 1024;
constexpr int kTextHeight = 96;
constexpr int kLeastHeight = 54;
constexpr QSize kSize(860, 760);

QString word(const char* text) {
    return QLatin1String(text);
}

} // namespace

ResponseDialog::ResponseDialog(client::AdminClient& client, QString tenant, QString connection, const QString& title,
                               QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_connection(std::move(connection))
    , m_banner(new widgets::ErrorBanner(this))
    , m_text(new widgets::PasteField(tr("SAML response"), kMostBytes, this))
    , m_request(new QLineEdit(this))
    , m_when(new widgets::ChoiceField({{word("issued"), tr("When it was issued")}, {word("now"), tr("Now")}}, this))
    , m_results(new QStackedWidget(this))
    , m_view(new ResponseView(m_results))
    , m_check(new QPushButton(tr("Check"), this))
    , m_copy(new QPushButton(tr("Copy as text"), this)) {
    setObjectName(QStringLiteral("response.dialog"));
    setWindowTitle(tr("Check a response of %1").arg(title));
    resize(kSize);
    auto* open = new QPushButton(tr("Open a file"), this);
    open->setAccessibleName(tr("Open a file with the response"));
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the check"));
    m_check->setObjectName(QStringLiteral("response.check"));
    m_check->setAccessibleName(tr("Check the response"));
    m_check->setDefault(true);
    m_check->setEnabled(false);
    theme::setButtonKind(*m_check, theme::ButtonKind::Primary);
    m_copy->setObjectName(QStringLiteral("response.copy"));
    m_copy->setAccessibleName(tr("Copy the result as text"));
    m_copy->hide();
    auto* nothing = new widgets::EmptyState(m_results);
    nothing->setContent(QStringLiteral("checklist"), tr("Each check of a sign-in is listed here."));
    m_results->addWidget(nothing);
    m_results->addWidget(m_view);
    auto* foot = new QHBoxLayout;
    foot->addWidget(open);
    foot->addWidget(m_copy);
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_check);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addWidget(makeQuestion());
    column->addWidget(m_results, 1);
    column->addLayout(foot);
    connect(m_text, &QPlainTextEdit::textChanged, this,
            [this] { m_check->setEnabled(!m_text->toPlainText().trimmed().isEmpty()); });
    connect(m_check, &QPushButton::clicked, this, &ResponseDialog::check);
    connect(m_copy, &QPushButton::clicked, this, &ResponseDialog::copy);
    connect(open, &QPushButton::clicked, this, &ResponseDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &ResponseDialog::check);
}

QWidget* ResponseDialog::makeQuestion() {
    m_text->setObjectName(QStringLiteral("response.text"));
    m_text->setMinimumHeight(kLeastHeight); // a form whose help wraps takes its room from here
    m_text->setMaximumHeight(kTextHeight);
    m_request->setObjectName(QStringLiteral("response.request"));
    m_request->setFont(theme::codeFont(font()));
    m_when->setObjectName(QStringLiteral("response.when"));
    auto* form = new widgets::Form(this);
    form->addRow(word("/response"), tr("&Response"), m_text,
                 tr("XML or base64, the form that the browser sent, or a whole address. A file can be dropped here. "
                    "Nobody is signed in by it, and nothing of it is kept."));
    form->addRow(word("/inResponseTo"), tr("Request &ID"), m_request,
                 tr("Empty: which request it answers is not looked at."));
    form->addRow(word("/at"), tr("&Judged as of"), m_when);
    return form;
}

void ResponseDialog::check() {
    m_banner->dismiss();
    admin::api::ResponseCheckRequest request;
    request.response = m_text->toPlainText().toStdString();
    request.inResponseTo = m_request->text().trimmed().toStdString();
    if (m_when->value() == QLatin1String("now")) {
        request.at = fromMillis(QDateTime::currentMSecsSinceEpoch());
    }
    m_check->setEnabled(false);
    const QString path =
        QStringLiteral("/admin/v1/tenants/%1/connections/%2/check-response").arg(m_tenant, m_connection);
    m_requests.askLatest(m_asking, m_client.call("POST", path, client::documentOf(request)), this,
                         [this](const auto& outcome) {
                             m_check->setEnabled(true);
                             if (!outcome) {
                                 m_banner->showError(shell::errorText(outcome.error()));
                                 return;
                             }
                             if (auto checked = client::resourceOf<admin::api::ResponseCheck>(outcome->value)) {
                                 m_shown = *std::move(checked);
                                 m_view->showCheck(m_shown);
                                 m_results->setCurrentWidget(m_view);
                                 m_copy->show();
                             }
                         });
}

void ResponseDialog::chooseFile() {
    auto* files = new QFileDialog(this, tr("A SAML response"), {}, tr("All files (*)"));
    files->setFileMode(QFileDialog::ExistingFile);
    files->setAttribute(Qt::WA_DeleteOnClose);
    connect(files, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (!m_text->openFile(path)) {
            m_banner->showWarning(tr("%1 cannot be read, or is larger than 512 KiB.").arg(QFileInfo(path).fileName()));
        }
    });
    files->open();
}

void ResponseDialog::copy() {
    QGuiApplication::clipboard()->setText(textOf(m_shown));
}

} // namespace gatehouse::ui::panels::connections
