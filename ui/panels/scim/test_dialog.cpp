// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/scim/test_dialog.h"

#include <utility>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/form.h"
#include "ui/widgets/secret_field.h"

namespace gatehouse::ui::panels::scim {

using client::toQString;

namespace {

constexpr QSize kSize(780, 720);

} // namespace

TestDialog::TestDialog(client::AdminClient& client, QString tenant, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_banner(new widgets::ErrorBanner(this))
    , m_url(new QLineEdit(this))
    , m_token(new widgets::SecretField(this))
    , m_verdict(new QLabel(this))
    , m_busy(new widgets::BusyLine(tr("Testing"), this))
    , m_all(new QCheckBox(tr("Show what passed as well"), this))
    , m_checks(new widgets::CheckList(this))
    , m_run(new QPushButton(tr("Test"), this)) {
    setObjectName(QStringLiteral("scim.test"));
    setWindowTitle(tr("Test a SCIM service"));
    resize(kSize);
    m_verdict->setWordWrap(true);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setObjectName(QStringLiteral("scim.verdict"));
    m_all->setAccessibleName(m_all->text());
    m_all->hide();
    m_run->setAccessibleName(tr("Test the service"));
    m_run->setDefault(true);
    theme::setButtonKind(*m_run, theme::ButtonKind::Primary);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAccessibleName(tr("Close the test"));
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_checks);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_all);
    foot->addStretch(1);
    foot->addWidget(close);
    foot->addWidget(m_run);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(m_banner);
    column->addWidget(makeQuestion());
    column->addWidget(m_busy);
    column->addWidget(m_verdict);
    column->addWidget(scroll, 1);
    column->addLayout(foot);
    connect(m_run, &QPushButton::clicked, this, &TestDialog::run);
    connect(m_all, &QCheckBox::toggled, this, &TestDialog::list);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &TestDialog::run);
}

QWidget* TestDialog::makeQuestion() {
    m_url->setObjectName(QStringLiteral("scim.testUrl"));
    m_url->setFont(theme::codeFont(font()));
    m_url->setPlaceholderText(QStringLiteral("https://app.example/scim/v2"));
    m_token->reset(false);
    auto* form = new widgets::Form(this);
    form->addRow(QStringLiteral("/url"), tr("&Address"), m_url,
                 tr("Empty: the service of this tenant itself. The test makes a few people and groups whose names "
                    "begin with gatehouse-test-, and deletes them again."));
    form->addRow(QStringLiteral("/token"), tr("&Token"), m_token, tr("Of another service. It is not kept."));
    return form;
}

void TestDialog::run() {
    m_banner->dismiss();
    client::api::ScimTestRequest request;
    request.url = m_url->text().trimmed().toStdString();
    request.token = m_token->text().trimmed().toStdString();
    m_run->setEnabled(false);
    m_busy->setBusy(true);
    m_verdict->setText(tr("Asking some 240 things, one after another…"));
    m_requests.ask(m_client.testScim(m_tenant, request), this, [this](const auto& outcome) {
        m_run->setEnabled(true);
        m_busy->setBusy(false);
        m_verdict->clear();
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        show(*outcome);
    });
}

void TestDialog::show(const client::api::ScimTest& result) {
    m_shown = result;
    const QString counts = tr("%1 passed, %2 failed, %3 warnings, %4 skipped; %5 requests in %6 s.")
                               .arg(result.passed)
                               .arg(result.failed)
                               .arg(result.warnings)
                               .arg(result.skipped)
                               .arg(result.requests)
                               .arg(static_cast<double>(result.millis) / 1000.0, 0, 'f', 1);
    QString verdict = (result.ok ? tr("%1 passes.") : tr("%1 does not pass.")).arg(toQString(result.url));
    verdict += u' ' + counts;
    if (result.leftovers > 0) {
        verdict += u' ' + tr("%n of the test's people and groups could not be deleted.", nullptr,
                             static_cast<int>(result.leftovers));
    }
    m_verdict->setText(verdict);
    m_all->show();
    list();
}

void TestDialog::list() {
    std::vector<widgets::CheckLine> lines;
    for (const client::api::FlowCheck& check : m_shown.checks) {
        if (check.status == "ok" && !m_all->isChecked()) {
            continue;
        }
        widgets::CheckLine line;
        line.status = widgets::statusFromCheck(toQString(check.status));
        line.title = toQString(check.name);
        line.expected = toQString(check.expected);
        line.actual = toQString(check.actual);
        line.spec = toQString(check.spec);
        lines.push_back(std::move(line));
    }
    m_checks->setLines(lines);
}

} // namespace gatehouse::ui::panels::scim
