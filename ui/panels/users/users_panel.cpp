// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/users_panel.h"

#include <algorithm>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/users/end_access_dialog.h"
#include "ui/panels/users/import_dialog.h"
#include "ui/panels/users/user_detail.h"
#include "ui/panels/users/user_model.h"
#include "ui/shell/failure_text.h"
#include "ui/shell/toasts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/detail_pane.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/filter_table.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::users {

using client::toQString;

namespace {

constexpr int kShownEvents = 12;

} // namespace

UsersPanel::UsersPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new UserModel(this))
    , m_table(new widgets::FilterTable(tr("Users"), widgets::FilterBy::Broker, this))
    , m_pane(new widgets::DetailPane(tr("User"), this))
    , m_detail(new UserDetail(m_pane))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_export(new QPushButton(tr("Export access…"), this))
    , m_signOut(new QPushButton(tr("Sign out everywhere"), this))
    , m_toggle(new QPushButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    makeDetail();
    row->addWidget(widgets::masterDetail(makeList(), m_pane, 600, 470, this));
}

QWidget* UsersPanel::makeList() {
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Users"), tr("People who have signed in, or were brought in by their company's directory."), list);
    m_import->setToolTip(tr("Take in the people of a CSV file"));
    m_export->setToolTip(tr("What everybody may do and why, as CSV for reviewers"));
    for (QPushButton* button : {m_export, m_import}) {
        button->setAccessibleName(button->text());
        header->addAction(button);
    }
    column->addWidget(header);
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 150, 90, 104, 84}, {UserModel::LastLogin, UserModel::Roles});
    m_table->sortBy(UserModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("users"),
                             tr("Nobody is known here yet. People appear when they first sign in."),
                             tr("Start a sandbox sign-in"));
    column->addWidget(m_table, 1);
    connect(m_import, &QPushButton::clicked, this, &UsersPanel::openImport);
    connect(m_export, &QPushButton::clicked, this, &UsersPanel::exportAccess);
    offer("", m_import);
    offer("", m_export);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this,
            [this] { emit goTo({QStringLiteral("sandbox"), tenant()}); });
    connect(m_table, &widgets::FilterTable::filterChanged, this, [this] {
        m_revealed.clear();
        refresh();
    });
    connect(m_table, &widgets::FilterTable::retryRequested, this, &UsersPanel::refresh);
    connect(m_table, &widgets::FilterTable::moreRequested, this, [this] { read(m_cursor); });
    connect(m_table, &widgets::FilterTable::currentKeyChanged, this, &UsersPanel::showSelected);
    return list;
}

void UsersPanel::makeDetail() {
    m_pane->body()->addWidget(m_detail);
    m_pane->addAction(makeEventsButton([this] { return QStringLiteral("target=") + toQString(m_shown.id); }));
    m_pane->addFootLeft(m_signOut);
    m_pane->addFootRight(m_toggle);
    m_pane->showEmpty(QStringLiteral("user"), tr("Select a person to see roles, identities and sessions."));
    m_signOut->setAccessibleName(m_signOut->text());
    m_signOut->setToolTip(tr("Ends all sessions and tokens of this person"));
    connect(m_signOut, &QPushButton::clicked, this, [this] { act(UserAct::RevokeSessions, m_shown); });
    connect(m_toggle, &QPushButton::clicked, this,
            [this] { m_shown.active ? askToDeactivate() : act(UserAct::Activate, m_shown); });
    offer("", m_toggle);
    offer("", m_signOut);
    connect(m_detail, &UserDetail::endSession, this, &UsersPanel::endSession);
}

void UsersPanel::tenantChanged() {
    m_selected.drop();
    m_sessions.drop();
    m_access.drop();
    m_events.drop();
    m_bringing.drop();
    m_revealed.clear();
    m_shown = {};
    m_model->setRows({});
}

void UsersPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    readConnectionNames();
    read({});
    if (!m_table->currentKey().isEmpty()) {
        showSelected(m_table->currentKey());
    }
}

void UsersPanel::read(const QString& cursor) {
    m_table->setLoading(true);
    const client::ListQuery query{m_table->filterText(), cursor, 200};
    askLatest(m_reading, client().users(tenant(), query), [this, cursor](auto outcome) {
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        m_table->clearError();
        if (!cursor.isEmpty() && m_model->find(m_revealed) != nullptr) { // who is shown ahead of their page
            std::erase_if(outcome->items, [this](const auto& user) { return toQString(user.id) == m_revealed; });
        }
        if (cursor.isEmpty()) {
            keepRevealed(outcome->items);
        }
        cursor.isEmpty() ? m_model->setRows(std::move(outcome->items)) : m_model->appendRows(std::move(outcome->items));
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
        m_table->setLoading(false);
        bringRevealed();
    });
}

void UsersPanel::keepRevealed(std::vector<client::api::User>& firstPage) const {
    const client::api::User* shown = m_model->find(m_revealed);
    const auto isShown = [shown](const client::api::User& user) { return user.id == shown->id; };
    if (shown != nullptr && std::none_of(firstPage.begin(), firstPage.end(), isShown)) {
        firstPage.push_back(*shown);
    }
}

void UsersPanel::bringRevealed() {
    if (m_revealed.isEmpty() || m_model->find(m_revealed) != nullptr) {
        return;
    }
    askLatest(m_bringing, client().user(tenant(), m_revealed), [this](const auto& outcome) {
        if (outcome && toQString(outcome->value.id) == m_revealed && m_model->find(m_revealed) == nullptr) {
            m_table->select(m_revealed); // as soon as the row is there
            m_model->appendRows({outcome->value});
        }
    });
}

void UsersPanel::readConnectionNames() {
    ask(client().connections(tenant(), {.limit = 500}), [this](auto outcome) {
        if (!outcome) {
            return; // the ids are shown instead
        }
        QHash<QString, QString> names;
        for (const client::api::Connection& connection : outcome->items) {
            const std::string& title = connection.displayName.empty() ? connection.name : connection.displayName;
            names.insert(toQString(connection.id), toQString(title));
        }
        m_detail->setConnectionNames(names);
        if (!m_shown.id.empty()) {
            showUser(m_shown);
        }
    });
}

void UsersPanel::reveal(const QString& id) {
    m_revealed = id;
    m_table->select(id);
    bringRevealed();
}

QString UsersPanel::currentObject() const {
    return m_table->currentKey();
}

void UsersPanel::focusFilter() {
    m_table->focusFilter();
}

void UsersPanel::showSelected(const QString& id) {
    if (id != m_revealed && m_model->find(m_revealed) != nullptr) {
        m_revealed.clear(); // somebody else was chosen
    }
    if (id.isEmpty()) {
        m_selected.drop(); // an answer under way is about somebody who is not in the list any more
        m_pane->showEmpty(QStringLiteral("user"), tr("Select a person to see roles, identities and sessions."));
        return;
    }
    askLatest(m_selected, client().user(tenant(), id), [this](auto outcome) {
        m_pane->showContent();
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_pane->banner()->dismiss();
        showUser(outcome->value);
        readAccess();
        readSessions();
        readEvents();
    });
}

void UsersPanel::readAccess() {
    askLatest(m_access, client().access(tenant(), toQString(m_shown.id)),
              [this](const auto& outcome) { outcome ? m_detail->showAccess(*outcome) : m_detail->hideAccess(); });
}

void UsersPanel::readEvents() {
    client::AuditQuery query;
    query.target = toQString(m_shown.id);
    query.limit = kShownEvents;
    askLatest(m_events, client().auditRecords(tenant(), query), [this](const auto& outcome) {
        m_detail->showEvents(outcome ? outcome->items : std::vector<client::api::AuditRecord>());
    });
}

void UsersPanel::askToDeactivate() {
    auto* dialog = new EndAccessDialog(client(), tenant(), m_shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndAccessDialog::deactivated, this, [this, slug = tenant()](const client::api::User& user) {
        if (slug == tenant()) {
            say(UserAct::Deactivate, user, slug);
            tookUser(user);
        }
    });
    dialog->open();
}

void UsersPanel::openImport() {
    auto* dialog = new ImportDialog(client(), tenant(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &UsersPanel::refresh);
    dialog->open();
}

void UsersPanel::exportAccess() {
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export access"), QStringLiteral("access-%1.csv").arg(tenant()), tr("Lists (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    m_export->setEnabled(false);
    ask(client().entitlements(tenant()), [this, path](const auto& outcome) {
        m_export->setEnabled(true);
        if (!outcome) {
            m_table->showError(shell::errorText(outcome.error()));
            return;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*outcome) != outcome->size() || !file.commit()) {
            m_table->showError({tr("%1 cannot be written.").arg(path), file.errorString(), {}});
            return;
        }
        emit notice(tr("What everybody may do is in %1.").arg(path));
    });
}

void UsersPanel::showUser(const client::api::User& user) {
    m_shown = user;
    m_pane->setTitle(titleOf(user), user.federated ? tr("Signs in through an identity provider") : tr("Local account"));
    m_pane->setChip(user.active ? widgets::Status::Ok : widgets::Status::Off, user.active ? tr("Active") : tr("Off"));
    m_toggle->setText(user.active ? tr("Deactivate") : tr("Activate"));
    m_toggle->setAccessibleName(m_toggle->text());
    theme::setButtonKind(*m_toggle, user.active ? theme::ButtonKind::Danger : theme::ButtonKind::Primary);
    m_detail->showUser(user);
    m_model->updateRow(user);
}

void UsersPanel::readSessions() {
    askLatest(m_sessions, client().sessionsOf(tenant(), toQString(m_shown.id)), [this](auto outcome) {
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        m_detail->showSessions(outcome->items);
        m_signOut->setEnabled(!outcome->items.empty());
    });
}

void UsersPanel::act(UserAct what, const client::api::User& user) {
    m_toggle->setEnabled(false);
    m_signOut->setEnabled(false);
    ask(client().act(tenant(), toQString(user.id), what), [this, what, user, slug = tenant()](auto outcome) {
        m_toggle->setEnabled(true);
        m_signOut->setEnabled(true);
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        say(what, user, slug);
        tookUser(outcome->value);
    });
}

void UsersPanel::tookUser(const client::api::User& user) {
    m_model->updateRow(user);
    if (m_shown.id == user.id) {
        showUser(user);
        readSessions();
        readEvents();
    }
}

/// Whether somebody may sign in can be taken back; that sessions ended cannot.
void UsersPanel::say(UserAct what, const client::api::User& user, const QString& slug) {
    const QString name = titleOf(user);
    shell::Toast toast;
    switch (what) {
    case UserAct::RevokeSessions:
        emit notice(tr("Signed %1 out everywhere.").arg(name));
        return;
    case UserAct::Deactivate:
        toast.sentence = tr("%1 cannot sign in any more; sessions and tokens have ended.").arg(name);
        break;
    case UserAct::Activate:
        toast.sentence = tr("%1 can sign in again.").arg(name);
        break;
    }
    if (toasts() == nullptr) {
        emit notice(toast.sentence);
        return;
    }
    toast.action = tr("Undo");
    toast.act = [self = QPointer<UsersPanel>(this), user, slug,
                 back = what == UserAct::Deactivate ? UserAct::Activate : UserAct::Deactivate] {
        if (self && self->tenant() == slug) {
            self->act(back, user);
        }
    };
    toasts()->show(toast);
}

void UsersPanel::endSession(const QString& id) {
    ask(client().endSession(tenant(), id), [this](auto outcome) {
        if (!outcome) {
            m_pane->banner()->showError(shell::errorText(outcome.error()));
            return;
        }
        emit notice(tr("Ended the session."));
        readSessions();
    });
}

} // namespace gatehouse::ui::panels::users
