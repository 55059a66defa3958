// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/apps/try_card.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextOption>

#include "ui/client/convert.h"
#include "ui/panels/apps/app_words.h"
#include "ui/panels/apps/error_rows.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/check_list.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::apps {

using client::toQString;

namespace {

QPlainTextEdit* codeText(const QString& name, const QString& text, QWidget* parent) {
    auto* edit = new QPlainTextEdit(text, parent);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setFont(theme::codeFont(parent->font()));
    edit->setAccessibleName(name);
    QTextOption option = edit->document()->defaultTextOption();
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAnywhere);
    edit->document()->setDefaultTextOption(option);
    const int lines = std::min(12, static_cast<int>(text.count(u'\n')) + 2);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 16);
    return edit;
}

/// The answer as it came, but no more of a token than one needs to know it by.
QJsonObject shortened(QJsonObject answer) {
    for (const char* name : {"access_token", "refresh_token", "id_token"}) {
        const QString token = answer.value(QLatin1String(name)).toString();
        if (token.size() > 24) {
            answer.insert(QLatin1String(name), token.left(12) + u'…' + token.right(6));
        }
    }
    return answer;
}

} // namespace

TryCard::TryCard(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_requests(requests)
    , m_trial(new TokenTrial(this))
    , m_ask(new widgets::Card(tr("Ask for tokens as this app"), this))
    , m_sentence(widgets::mutedLabel({}, m_ask))
    , m_form(new widgets::Form(m_ask))
    , m_secret(new widgets::SecretField(m_form))
    , m_scopes(new widgets::WordsField(m_form))
    , m_self(new QPushButton(tr("As the app itself"), m_ask))
    , m_person(new QPushButton(tr("As a person, in the browser"), m_ask))
    , m_cancel(new QPushButton(tr("Cancel"), m_ask))
    , m_banner(new widgets::ErrorBanner(m_ask))
    , m_results(new QVBoxLayout) {
    m_secret->setObjectName(QStringLiteral("app.trySecret"));
    m_self->setObjectName(QStringLiteral("app.trySelf"));
    m_person->setObjectName(QStringLiteral("app.tryPerson"));
    m_scopes->setFont(theme::codeFont(font()));
    m_form->addRow(QStringLiteral("/secret"), tr("Client secret"), m_secret,
                   tr("Sent to the token endpoint alone, kept nowhere."));
    m_form->addRow(QStringLiteral("/scopes"), tr("Scopes"), m_scopes);
    for (QPushButton* each : {m_self, m_person, m_cancel}) {
        each->setAccessibleName(each->text());
    }
    m_cancel->setAccessibleName(tr("Cancel the trial"));
    auto* buttons = new widgets::FlowLayout;
    buttons->addWidget(m_self);
    buttons->addWidget(m_person);
    buttons->addWidget(m_cancel);
    m_ask->body()->addWidget(m_sentence);
    m_ask->body()->addWidget(m_form);
    m_ask->body()->addLayout(buttons);
    m_ask->body()->addWidget(m_banner);
    m_results->setSpacing(14);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_ask);
    column->addLayout(m_results);
    m_cancel->hide();
    setFocusProxy(m_scopes);
    connect(m_self, &QPushButton::clicked, this, [this] { run(&TokenTrial::askForItself); });
    connect(m_person, &QPushButton::clicked, this, [this] { run(&TokenTrial::signIn); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_trial->cancel();
        showOffer();
    });
    connect(m_trial, &TokenTrial::browserWanted, this, &TryCard::browserWanted);
    connect(m_trial, &TokenTrial::finished, this, &TryCard::showResult);
}

void TryCard::showApp(const admin::api::App& app, const QString& tenant, const QString& issuer) {
    const bool other = app.id != m_app.id;
    m_app = app;
    m_tenant = tenant;
    m_issuer = issuer;
    if (other) {
        m_trial->cancel();
        m_secret->reset(false);
        clearResult();
        m_scopes->setWords(client::toStringList(app.scopes));
    }
    showOffer();
}

void TryCard::setSecret(const QString& secret) {
    m_secret->reset(false);
    m_secret->setText(secret);
}

void TryCard::showOffer() {
    const bool proves = TokenTrial::canProve(m_app);
    const bool self = hasGrant(m_app, "client_credentials");
    const bool person = hasGrant(m_app, "authorization_code");
    const bool here = TokenTrial::wayBack(m_app).isValid() && !m_app.requirePar;
    const bool running = m_trial->isRunning();
    m_form->setRowVisible(QStringLiteral("/secret"), usesSecret(m_app));
    m_form->setVisible(proves && (self || person));
    m_self->setVisible(self && proves);
    m_person->setVisible(person && proves);
    m_person->setEnabled(here && !running);
    m_self->setEnabled(!running);
    m_cancel->setVisible(running);
    m_sentence->setText(
        !proves ? tr("This app proves itself with a key that only it has: try it with the snippet for openid-client.")
        : person && m_app.requirePar ? tr("This app has to push its requests: try it with a snippet.")
        : person && !here ? tr("For a sign-in from here the app needs a redirect address on this machine, such as "
                               "http://127.0.0.1:8765/callback.")
                          : tr("What the app would send, and what it would get."));
}

TrialWish TryCard::wish() const {
    return {m_app, m_issuer, m_secret->text(), m_scopes->words().join(u' ')};
}

void TryCard::run(void (TokenTrial::*how)(const TrialWish&)) {
    clearResult();
    (m_trial->*how)(wish());
    showOffer();
}

void TryCard::clearResult() {
    ++m_run;
    m_banner->dismiss();
    widgets::clearLayout(*m_results);
}

void TryCard::showResult(const TrialResult& result) {
    showOffer();
    if (!result.problem.isEmpty()) {
        m_banner->showError({result.problem, {}, {}});
        return;
    }
    auto* card = new widgets::Card(tr("Request and answer"), this);
    const bool got = result.answer.contains(QLatin1String("access_token"));
    card->addAction(new widgets::StatusChip(got ? widgets::Status::Ok : widgets::Status::Failed,
                                            tr("HTTP %1").arg(result.status), card));
    card->body()->addWidget(codeText(tr("Request"), result.request, card));
    const QString answer = QString::fromUtf8(QJsonDocument(shortened(result.answer)).toJson(QJsonDocument::Indented));
    card->body()->addWidget(codeText(tr("Answer"), answer.trimmed(), card));
    m_results->addWidget(card);
    if (!got) {
        showRefusal(result);
    }
    const QString access = result.answer.value(QLatin1String("access_token")).toString();
    const QString id = result.answer.value(QLatin1String("id_token")).toString();
    verify(tr("Access token"), access);
    verify(tr("ID token"), id);
}

void TryCard::showRefusal(const TrialResult& result) {
    const QString error = result.answer.value(QLatin1String("error")).toString();
    const auto row = errorRowOf(error);
    const QString said = result.answer.value(QLatin1String("error_description")).toString();
    m_banner->showError({row ? row->cause : tr("The broker refused: %1").arg(error),
                         row ? row->cure : said,
                         {},
                         false,
                         row ? row->slug + u'\n' + said : QString()});
}

void TryCard::verify(const QString& title, const QString& token) {
    if (token.isEmpty()) {
        return;
    }
    m_requests.ask(m_client.verifyToken(m_tenant, toQString(m_app.id), token), this,
                   [this, title, run = m_run](const auto& outcome) {
                       if (run != m_run) {
                           return;
                       }
                       if (outcome) {
                           showToken(title, *outcome);
                       } else {
                           m_banner->showError(shell::errorText(outcome.error()));
                       }
                   });
}

void TryCard::showToken(const QString& title, const admin::api::TokenAnswer& answer) {
    auto* card = new widgets::Card(title, this);
    bool proven = true;
    auto* checks = new widgets::CheckList(card);
    for (const admin::api::FlowCheck& each : answer.checks) {
        const widgets::Status status = widgets::statusFromCheck(toQString(each.status));
        proven &= status != widgets::Status::Failed;
        checks->appendLine({status,
                            toQString(each.name),
                            {},
                            toQString(each.expected),
                            toQString(each.actual),
                            toQString(each.cure),
                            toQString(each.spec)});
    }
    card->addAction(new widgets::StatusChip(proven ? widgets::Status::Ok : widgets::Status::Failed,
                                            proven ? tr("Proven") : tr("Not proven"), card));
    auto* claims = new widgets::JsonView(tr("Claims of the %1").arg(title), card);
    claims->setValue(client::toJsonObject(answer.claims));
    claims->setMinimumHeight(220);
    card->body()->addWidget(claims);
    card->body()->addWidget(checks);
    m_results->addWidget(card);
}

} // namespace gatehouse::ui::panels::apps
