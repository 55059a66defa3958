// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/users/users_panel.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/client/convert.h"
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

UsersPanel::UsersPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_model(new UserModel(this))
    , m_table(new widgets::FilterTable(tr("Users"), widgets::FilterBy::Broker, this))
    , m_pane(new widgets::DetailPane(tr("User"), this))
    , m_detail(new UserDetail(m_pane))
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
    column->addWidget(new widgets::PageHeader(
        tr("Users"), tr("People who have signed in, or were brought in by their company's directory."), list));
    m_table->setModel(m_model);
    m_table->setColumnWidths({-1, 150, 90, 104, 84}, {UserModel::LastLogin, UserModel::Roles});
    m_table->sortBy(UserModel::Name, Qt::AscendingOrder);
    m_table->setEmptyContent(QStringLiteral("users"),
                             tr("Nobody is known here yet. People appear when they first sign in."),
                             tr("Start a sandbox sign-in"));
    column->addWidget(m_table, 1);
    connect(m_table, &widgets::FilterTable::emptyActionRequested, this,
            [this] { emit goTo({QStringLiteral("sandbox"), tenant()}); });
    connect(m_table, &widgets::FilterTable::filterChanged, this, &UsersPanel::refresh);
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
            [this] { act(m_shown.active ? UserAct::Deactivate : UserAct::Activate, m_shown); });
    offer("", m_toggle);
    offer("", m_signOut);
    connect(m_detail, &UserDetail::endSession, this, &UsersPanel::endSession);
}

void UsersPanel::tenantChanged() {
    m_selected.drop();
    m_sessions.drop();
    m_access.drop();
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
        cursor.isEmpty() ? m_model->setRows(std::move(outcome->items)) : m_model->appendRows(std::move(outcome->items));
        m_cursor = outcome->nextCursor ? toQString(*outcome->nextCursor) : QString();
        m_table->setMoreAvailable(!m_cursor.isEmpty());
        m_table->setLoading(false);
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
    m_table->select(id);
}

QString UsersPanel::currentObject() const {
    return m_table->currentKey();
}

void UsersPanel::focusFilter() {
    m_table->focusFilter();
}

void UsersPanel::showSelected(const QString& id) {
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
    });
}

void UsersPanel::readAccess() {
    askLatest(m_access, client().access(tenant(), toQString(m_shown.id)),
              [this](const auto& outcome) { outcome ? m_detail->showAccess(*outcome) : m_detail->hideAccess(); });
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
        m_model->updateRow(outcome->value);
        if (m_shown.id == user.id) {
            showUser(outcome->value);
            readSessions();
        }
    });
}

/// Whether somebody may sign in asks nothing and can be taken back; that sessions ended cannot.
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
