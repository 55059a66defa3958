// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sessions/sessions_panel.h"

#include <algorithm>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/client/document.h"
#include "ui/panels/sessions/device_text.h"
#include "ui/panels/sessions/meant_form.h"
#include "ui/panels/sessions/session_detail.h"
#include "ui/panels/sessions/session_model.h"
#include "ui/panels/sessions/sign_out_dialog.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::sessions {

using client::toQString;

namespace {

constexpr int kBurst = 400; // ms

bool isEvent(const client::Event& event, std::string_view name) {
    return event.name == QByteArray(name.data(), static_cast<qsizetype>(name.size()));
}

// What the end of one session affects, as the broker would count it.
client::api::SessionsRevoked countOf(const client::api::Session& session) {
    client::api::SessionsRevoked out;
    out.sessions = out.people = 1;
    std::set<std::string> seen;
    for (const client::api::SessionGrant& grant : session.grants) {
        if (!grant.revokedAt && seen.insert(grant.appId).second) {
            out.apps.push_back({grant.appId, grant.app, grant.clientId, 1, grant.told});
        }
    }
    return out;
}

} // namespace

SessionsPanel::SessionsPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new SessionModel(this))
    , m_table(new widgets::FilterTable(tr("Sessions"), widgets::FilterBy::Rows, this))
    , m_all(new QCheckBox(tr("Show ended ones"), this))
    , m_pane(new widgets::DetailPane(tr("Session"), this))
    , m_detail(new SessionDetail(m_pane))
    , m_many(new QPushButton(tr("Sign out many…"), this))
    , m_person(new QPushButton(tr("Sign out this person…"), this))
    , m_end(new QPushButton(tr("Sign out this device…"), this))
    , m_soon(new QTimer(this)) {
    m_soon->setSingleShot(true);
    m_soon->setInterval(kBurst);
    connect(m_soon, &QTimer::timeout, this, &SessionsPanel::refresh);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 620, 450, this));
}

QWidget* SessionsPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Sessions"), tr("Devices that people are signed in at, and the apps they use there."), list);
    m_many->setAccessibleName(m_many->text());
    header->addAction(m_many);
    column->addWidget(header);
    m_all->setAccessibleName(m_all->text());
    m_table->addAction(m_all);
    m_table->setModel(m_model, m_model);
    m_table->setColumnWidths({-1, 140, 120, 110, 110, 96, 130, 130},
                             {SessionModel::Provider, SessionModel::Address, SessionModel::Apps, SessionModel::Device,
                              SessionModel::LastSeen});
    m_table->sortBy(SessionModel::LastSeen, Qt::DescendingOrder);
    m_table->setEmptyContent(QStringLiteral("session"), tr("Nobody is signed in right now."),
                             tr("Open sandbox sign-in"));
    column->addWidget(m_table, 1);
    connect(m_all, &QCheckBox::toggled, this, &SessionsPanel::refresh);
    connect(m_many, &QPushButton::clicked, this, &SessionsPanel::askToEndMany);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this,
            [this] { emit goTo({QStringLiteral("sandbox"), tenant()}); });
    connect(m_table, &widgets::FilterTable::retryRequested, this, &SessionsPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this,
            [this](const QString& key) { showSelected(sessionOf(key)); });
    return list;
}

void SessionsPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail);
    m_pane->addAction(makeEventsButton([this] { return QStringLiteral("target=") + toQString(m_shown.id); }));
    m_pane->addFootLeft(m_person);
    m_pane->addFootRight(m_end);
    m_pane->showEmpty(QStringLiteral("session"), tr("Select a device to see the apps that are signed in there."));
    m_person->setAccessibleName(m_person->text());
    m_end->setAccessibleName(m_end->text());
    theme::setButtonKind(*m_end, theme::ButtonKind::Danger);
    connect(m_person, &QPushButton::clicked, this, [this] { askToEndPerson(m_shown); });
    connect(m_end, &QPushButton::clicked, this, [this] { askToEnd(m_shown); });
    offer("panel.delete", m_end);
    offer("", m_person);
    offer("", m_many);
}

void SessionsPanel::tenantChanged() {
    m_selected.drop();
    m_counting.drop();
    m_shown = {};
    m_justEnded.clear();
    m_model->setRows({});
}

void SessionsPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    read({});
    if (!m_table->currentKey().isEmpty()) {
        showSelected(currentObject());
    }
}

void SessionsPanel::poll() {
    refresh();
}

void SessionsPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    askLatest(m_reading, client().sessions(tenant(), m_all->isChecked(), cursor), [this, cursor](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        cursor.isEmpty() ? m_model->setRows(withJustEnded(std::move(outcome->items)))
                         : m_model->appendRows(std::move(outcome->items));
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
        m_table->setLoading(false);
    });
}

/// What somebody ended here stays in its place, so that they see who confirms it.
std::vector<client::api::Session> SessionsPanel::withJustEnded(std::vector<Session> living) const {
    for (const Session& row : m_model->rows()) {
        const bool listed =
            std::any_of(living.begin(), living.end(), [&row](const Session& each) { return each.id == row.id; });
        if (!listed && m_justEnded.contains(row.id)) {
            living.push_back(row);
        }
    }
    return living;
}

void SessionsPanel::reveal(const QString& id) {
    m_table->select(id);
}

QString SessionsPanel::currentObject() const {
    return sessionOf(m_table->currentKey());
}

void SessionsPanel::showSelected(const QString& id) {
    if (id.isEmpty()) {
        m_selected.drop();
        m_pane->showEmpty(QStringLiteral("session"), tr("Select a device to see the apps that are signed in there."));
        return;
    }
    askLatest(m_selected, client().session(tenant(), id), [this](auto outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        m_model->updateRow(*outcome);
        showSession(*outcome);
    });
}

void SessionsPanel::showSession(const Session& session) {
    m_shown = session;
    const auto [status, word] = stateOf(session);
    m_pane->setTitle(session.userName.empty() ? tr("A deleted person") : toQString(session.userName),
                     deviceText(toQString(session.userAgent)));
    m_pane->setChip(status, word);
    m_end->setEnabled(!session.endedAt);
    m_detail->showSession(session);
}

void SessionsPanel::takeEvent(const client::Event& event) {
    if (isEvent(event, client::api::kLogoutEvent)) {
        takeConfirmation(event);
        return;
    }
    if (!isEvent(event, client::api::kAuditEvent)) {
        return;
    }
    const auto record =
        client::api::decode<client::api::AuditRecord>(event.data.toStdString(), client::api::Side::Reply);
    const bool concerns = record && (record->type == "SessionStarted" || record->type == "SessionRevoked" ||
                                     record->type == "UserDeactivated" || record->type == "TokenIssued");
    if (concerns && toQString(record->tenant) == tenant()) {
        m_soon->start();
    }
}

void SessionsPanel::takeConfirmation(const client::Event& event) {
    const auto said =
        client::api::decode<client::api::LogoutConfirmation>(event.data.toStdString(), client::api::Side::Reply);
    if (!said || toQString(said->tenant) != tenant()) {
        return;
    }
    const Session* row = m_model->find(toQString(said->sessionId));
    if (row == nullptr) {
        return;
    }
    Session changed = *row;
    const auto known = std::find_if(changed.confirmations.begin(), changed.confirmations.end(),
                                    [&said](const auto& each) { return each.appId == said->appId; });
    if (known == changed.confirmations.end()) {
        changed.confirmations.push_back(*said);
    } else {
        *known = *said;
    }
    m_model->updateRow(changed);
    if (changed.id == m_shown.id && changed.endedAt) {
        showSession(changed);
    }
}

SignOutDialog* SessionsPanel::makeDialog(const QString& question) {
    auto* dialog = new SignOutDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

void SessionsPanel::askToEnd(const Session& session) {
    auto* dialog = makeDialog(tr("Sign out %1 on this device").arg(toQString(session.userName)));
    dialog->setCount(countOf(session));
    connect(dialog, &SignOutDialog::confirmed, this, [this, session] { end(session); });
}

void SessionsPanel::end(const Session& session) {
    m_end->setEnabled(false);
    ask(client().endSession(tenant(), toQString(session.id)), [this, session](auto outcome) {
        if (!outcome) {
            m_end->setEnabled(true);
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_justEnded.insert(session.id);
        emit notice(tr("Signed out %1.").arg(toQString(session.userName)));
        refresh();
    });
}

void SessionsPanel::askToEndPerson(const Session& session) {
    client::api::SessionRevocation meant;
    meant.userId = session.userId;
    auto* dialog = makeDialog(tr("Sign out %1 everywhere").arg(toQString(session.userName)));
    count(dialog, meant);
    connect(dialog, &SignOutDialog::confirmed, this, [this, meant] { revoke(meant); });
}

void SessionsPanel::askToEndMany() {
    QPointer<SignOutDialog> dialog = makeDialog(tr("Sign out many"));
    ask(client().apps(tenant(), {.limit = 500}), [this, dialog](auto apps) {
        ask(client().connections(tenant(), {.limit = 500}), [this, dialog, apps](auto connections) {
            if (!dialog) {
                return;
            }
            if (!apps || !connections) {
                dialog->setProblem(shell::errorText(apps ? connections.error() : apps.error()).what);
                return;
            }
            auto* form = new MeantForm(apps->items, connections->items, dialog);
            dialog->setFilter(form);
            connect(form, &MeantForm::changed, this, [this, dialog, form] { count(dialog, form->meant()); });
            connect(dialog, &SignOutDialog::confirmed, this, [this, form] { revoke(form->meant()); });
            count(dialog, form->meant());
        });
    });
}

void SessionsPanel::count(SignOutDialog* dialog, client::api::SessionRevocation meant) {
    meant.dryRun = true;
    dialog->setCounting();
    askLatest(m_counting, client().revokeSessions(tenant(), meant),
              [dialog = QPointer<SignOutDialog>(dialog)](auto outcome) {
                  if (dialog && outcome) {
                      dialog->setCount(*outcome);
                  } else if (dialog) {
                      dialog->setProblem(shell::errorText(outcome.error()).what);
                  }
              });
}

void SessionsPanel::revoke(client::api::SessionRevocation meant) {
    meant.dryRun = false;
    ask(client().revokeSessions(tenant(), meant), [this](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        emit notice(tr("%Ln sessions ended.", "", static_cast<int>(outcome->sessions)));
        for (const Session& row : m_model->rows()) {
            m_justEnded.insert(row.id);
        }
        m_all->isChecked() ? refresh() : m_all->setChecked(true); // to see who confirms
    });
}

void SessionsPanel::showcase() {
    const Session* chosen = nullptr;
    for (const Session& session : m_model->rows()) {
        if (chosen == nullptr || session.confirmations.size() + session.grants.size() >
                                     chosen->confirmations.size() + chosen->grants.size()) {
            chosen = &session;
        }
    }
    if (chosen != nullptr) {
        m_table->select(toQString(chosen->id));
        auto* view = m_table->view();
        view->model()->setData(view->currentIndex().siblingAtColumn(0), true, widgets::ExpandedRole);
    }
}

} // namespace gatehouse::ui::panels::sessions
