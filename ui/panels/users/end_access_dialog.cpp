// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/end_access_dialog.h"

#include <utility>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/users/user_model.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::users {

using client::toQString;
using widgets::Status;

namespace {

constexpr int kAskAgainMs = 700;
constexpr int kAsks = 20; // then the session's page says more

QLabel* wrapping(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

std::pair<Status, QString> answerOf(const client::api::LogoutConfirmation& each) {
    if (each.state == "confirmed") {
        return {Status::Ok, EndAccessDialog::tr("Confirmed")};
    }
    if (each.state == "given-up") {
        return {Status::Failed, EndAccessDialog::tr("Given up")};
    }
    if (each.state == "failed") {
        return {Status::Warning, each.status > 0 ? EndAccessDialog::tr("Answered %1, is asked again").arg(each.status)
                                                 : EndAccessDialog::tr("No answer, is asked again")};
    }
    return {Status::Running, EndAccessDialog::tr("Is being told")};
}

} // namespace

EndAccessDialog::EndAccessDialog(client::AdminClient& client, QString tenant, client::api::User user, QWidget* parent)
    : QDialog(parent)
    , m_client(client)
    , m_tenant(std::move(tenant))
    , m_user(std::move(user))
    , m_banner(new widgets::ErrorBanner(this))
    , m_sessions(wrapping(this))
    , m_told(wrapping(this))
    , m_untold(wrapping(this))
    , m_lost(wrapping(this))
    , m_answers(new widgets::Card(tr("What the apps answered"), this))
    , m_do(new QPushButton(tr("Deactivate"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
    , m_timer(new QTimer(this)) {
    const QString question = tr("Deactivate %1?").arg(titleOf(m_user));
    setObjectName(QStringLiteral("user.deactivate"));
    setWindowTitle(question);
    setMinimumWidth(500);
    m_sessions->setObjectName(QStringLiteral("deactivate.sessions"));
    m_lost->setObjectName(QStringLiteral("deactivate.lost"));
    m_do->setObjectName(QStringLiteral("deactivate.confirm"));
    m_do->setAccessibleName(m_do->text());
    m_close->setAccessibleName(m_close->text());
    m_close->setDefault(true);
    theme::setButtonKind(*m_do, theme::ButtonKind::Danger);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(theme::kFieldSpacing);
    column->addWidget(widgets::titleLabel(question, this));
    for (QWidget* each :
         {static_cast<QWidget*>(m_banner), static_cast<QWidget*>(m_sessions), static_cast<QWidget*>(m_told),
          static_cast<QWidget*>(m_untold), static_cast<QWidget*>(m_lost), static_cast<QWidget*>(m_answers)}) {
        column->addWidget(each);
    }
    column->addStretch(1);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_close);
    foot->addWidget(m_do);
    column->addLayout(foot);
    m_told->hide();
    m_untold->hide();
    m_answers->hide();
    m_timer->setInterval(kAskAgainMs);
    m_timer->setSingleShot(true);
    const QString groups = client::toStringList(m_user.groups).join(QStringLiteral(", "));
    QStringList roles;
    for (const client::api::RoleAssignment& role : m_user.roles) {
        roles.append(toQString(role.name));
    }
    m_lost->setText(tr("Counts no longer, until they are activated again: groups %1; roles %2.")
                        .arg(groups.isEmpty() ? tr("none") : groups,
                             roles.isEmpty() ? tr("none") : roles.join(QStringLiteral(", "))));
    connect(m_timer, &QTimer::timeout, this, &EndAccessDialog::readAnswers);
    connect(m_do, &QPushButton::clicked, this, &EndAccessDialog::deactivate);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    count();
}

void EndAccessDialog::count() {
    m_do->setEnabled(false);
    m_sessions->setText(tr("Counting sessions"));
    client::api::SessionRevocation meant;
    meant.userId = m_user.id;
    meant.dryRun = true;
    m_requests.ask(m_client.revokeSessions(m_tenant, meant), this, [this](const auto& outcome) {
        m_do->setEnabled(true); // a count that cannot be had keeps nobody from ending somebody's access
        if (!outcome) {
            m_sessions->setText(
                tr("How many sessions end cannot be said: %1").arg(shell::errorText(outcome.error()).what));
            return;
        }
        showCount(*outcome);
    });
    m_requests.ask(m_client.sessionsOf(m_tenant, toQString(m_user.id)), this, [this](const auto& outcome) {
        if (outcome) {
            for (const client::api::Session& session : outcome->items) {
                m_ids.append(toQString(session.id));
            }
        }
    });
}

void EndAccessDialog::showCount(const client::api::SessionsRevoked& count) {
    m_sessions->setText(count.sessions == 0
                            ? tr("They are signed in nowhere.")
                            : tr("%Ln sessions end, with all tokens.", nullptr, static_cast<int>(count.sessions)));
    QStringList told;
    QStringList untold;
    for (const client::api::AffectedApp& app : count.apps) {
        (app.told ? told : untold).append(toQString(app.app));
    }
    m_told->setText(tr("Told at once: %1").arg(told.join(QStringLiteral(", "))));
    m_told->setVisible(!told.isEmpty());
    m_untold->setText(tr("Not told, for want of a back-channel logout address; their tokens are refused at once: %1")
                          .arg(untold.join(QStringLiteral(", "))));
    m_untold->setVisible(!untold.isEmpty());
    adjustSize();
}

void EndAccessDialog::deactivate() {
    m_do->setEnabled(false);
    m_requests.ask(m_client.act(m_tenant, toQString(m_user.id), client::AdminClient::UserAct::Deactivate), this,
                   [this](const auto& outcome) {
                       if (!outcome) {
                           m_do->setEnabled(true);
                           m_banner->showError(shell::errorText(outcome.error()));
                           return;
                       }
                       m_banner->dismiss();
                       emit deactivated(outcome->value);
                       if (m_ids.isEmpty() || !m_told->isVisible()) {
                           accept();
                           return;
                       }
                       m_do->hide();
                       m_close->setText(tr("Close"));
                       m_close->setAccessibleName(m_close->text());
                       readAnswers();
                   });
}

void EndAccessDialog::readAnswers() {
    auto sessions = std::make_shared<std::vector<client::api::Session>>();
    auto left = std::make_shared<qsizetype>(m_ids.size());
    for (const QString& id : std::as_const(m_ids)) {
        m_requests.ask(m_client.session(m_tenant, id), this, [this, sessions, left](const auto& outcome) {
            if (outcome) {
                sessions->push_back(*outcome);
            }
            if (--*left == 0) {
                showAnswers(*sessions);
            }
        });
    }
}

void EndAccessDialog::showAnswers(const std::vector<client::api::Session>& sessions) {
    widgets::clearLayout(*m_answers->body());
    bool all = true;
    for (const client::api::Session& session : sessions) {
        for (const client::api::LogoutConfirmation& each : session.confirmations) {
            const auto [status, word] = answerOf(each);
            auto* line = new QWidget(m_answers);
            auto* row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            auto* app = new QLabel(each.app.empty() ? tr("A deleted app") : toQString(each.app), line);
            app->setTextFormat(Qt::PlainText);
            row->addWidget(app, 1);
            row->addWidget(new widgets::StatusChip(status, word, line));
            m_answers->body()->addWidget(line);
            all = all && (each.state == "confirmed" || each.state == "given-up");
        }
    }
    m_answers->show();
    adjustSize();
    if (!all && ++m_asked < kAsks) {
        m_timer->start();
    }
}

} // namespace gatehouse::ui::panels::users
