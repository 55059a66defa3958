// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QList>
#include <QString>
#include <QVariantMap>
#include <QWidget>

#include "ui/client/admin_client.h"
#include "ui/client/broker_monitor.h"
#include "ui/client/event_feed.h"
#include "ui/client/requests.h"
#include "ui/drafts/changes.h"
#include "ui/drafts/drafts.h"

class QAbstractButton;
class QAction;
class QToolButton;

namespace gatehouse::ui::shell {

class Notifications;
class Tasks;
class Toasts;

/// Somewhere in the console: a panel, the tenant it shows, and the object selected in it. What Back and Forward walk,
/// and all that one panel needs to lead to another.
struct Place {
    QString panel;
    QString tenant = {}; ///< slug; empty: the one shown now
    QString object = {}; ///< key of a row; empty: whatever the panel shows
    friend bool operator==(const Place&, const Place&) = default;
};

/// What a panel may use. What has no value yet is the window's to fill in.
struct Services {
    client::AdminClient& client;
    client::BrokerMonitor& monitor;
    drafts::Drafts& drafts;
    drafts::Changes& changes;
    Tasks* tasks = nullptr;                 ///< long work, with progress and Cancel (ui/shell/tasks.h)
    Toasts* toasts = nullptr;               ///< "Applied. Undo" (ui/shell/toasts.h)
    Notifications* notifications = nullptr; ///< what must not be missed (ui/shell/notifications.h)
};

/// One page of the console. Panels know the shell through this class only, and never each other.
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(Services services, QWidget* parent = nullptr);

    /// Reads everything anew. Called when the panel is first shown, on F5 and after the tenant changed.
    virtual void refresh() = 0;
    /// The slug of the tenant to show; empty where there is none.
    void setTenant(const QString& slug);
    [[nodiscard]] const QString& tenant() const { return m_tenant; }
    /// Selects an object by its key, now or when it has been read.
    virtual void reveal(const QString& object);
    /// Key of the selected object.
    [[nodiscard]] virtual QString currentObject() const { return {}; }
    virtual void takeEvent(const client::Event& event);
    /// No stream of events can be had: read live lists again.
    virtual void poll() {}
    /// The first list's filter, unless the panel knows better; searchWanted() where it has none.
    virtual void focusFilter();
    /// The next (+1) or previous (-1) match (F3). False where nothing is searched for.
    virtual bool findNext(int step);
    /// A draft was applied, by whatever panel, or taken back. Reads everything anew unless the panel knows better.
    virtual void draftApplied(const drafts::Applied& what);
    /// Edits that are not even a draft yet, such as a field being typed into.
    [[nodiscard]] virtual bool isDirty() const { return false; }
    /// What one can do here: what was offered. The command palette, the Edit menu and the menu of the panel's list
    /// have it; those that are disabled now are left out.
    [[nodiscard]] virtual QList<QAction*> panelActions() { return m_actions; }
    /// Filter, sorting, columns, selection and splitters, for the next start. Panels made of FilterTable, QSplitter and
    /// DetailPane need not override any of these four.
    [[nodiscard]] virtual QVariantMap saveState() const;
    virtual void restoreState(const QVariantMap& state);
    /// What F6 walks through, in reading order.
    [[nodiscard]] virtual QList<QWidget*> panes() const;
    /// Shows or hides the inspector (Ctrl+I).
    virtual void toggleInspector();
    /// Name of a page in resources/help without its suffix; empty: the one named like the panel.
    [[nodiscard]] virtual QString helpPage() const { return {}; }
    /// Opens a file that belongs here; false if it does not.
    virtual bool openFile(const QString& path);
    /// Brings the panel to its most telling state, for pictures.
    virtual void showcase() {}

    [[nodiscard]] bool busy() const { return m_requests.busy(); }

signals:
    void goTo(const gatehouse::ui::shell::Place& place);
    /// One sentence about something that was done.
    void notice(const QString& sentence);
    /// The list of tenants, or the name or kind of one, changed.
    void tenantsChanged();
    void dirtyChanged(bool dirty);
    /// Answers are waited for, or have all come.
    void busyChanged(bool busy);
    /// Show what is about to be applied, as Ctrl+S does.
    void reviewRequested();
    /// Ctrl+F, and there is no list here: search everywhere.
    void searchWanted();

protected:
    [[nodiscard]] client::AdminClient& client() { return m_services.client; }
    [[nodiscard]] client::BrokerMonitor& monitor() { return m_services.monitor; }
    [[nodiscard]] client::Requests& requests() { return m_requests; }
    [[nodiscard]] drafts::Drafts& drafts() { return m_services.drafts; }
    [[nodiscard]] const drafts::Drafts& drafts() const { return m_services.drafts; }
    [[nodiscard]] drafts::Changes& changes() { return m_services.changes; }
    /// Null only where a panel is made without a window.
    [[nodiscard]] Tasks* tasks() const { return m_services.tasks; }
    [[nodiscard]] Toasts* toasts() const { return m_services.toasts; }
    [[nodiscard]] Notifications* notifications() const { return m_services.notifications; }
    /// The tenant is another one: forget what was shown.
    virtual void tenantChanged() {}
    /// Something that can be done here. With the name "panel.new", "panel.rename", "panel.delete", "panel.test",
    /// "panel.export" or "panel.print" the window's keys do it too.
    QAction* offer(const char* name, const QString& text, std::function<void()> act);
    /// The same for what a button does, whenever the button can be pressed; what a screen reader calls it is the text.
    QAction* offer(const char* name, QAbstractButton* button);
    /// For the head of an object's page: opens the audit log at what happened to that object. `filter` as one writes
    /// it there, "target=<id>"; `tenant` is the slug of the log, of the tenant shown where it is not given.
    [[nodiscard]] QToolButton* makeEventsButton(std::function<QString()> filter, std::function<QString()> tenant = {});

    template <class T, class Use>
    void ask(const client::Answer<T>& answer, Use use) {
        m_requests.ask(answer, this, std::move(use));
    }
    template <class T, class Use>
    void askLatest(client::Latest& latest, const client::Answer<T>& answer, Use use) {
        m_requests.askLatest(latest, answer, this, std::move(use));
    }

private:
    Services m_services;
    client::Requests m_requests;
    QString m_tenant;
    QList<QAction*> m_actions;
};

/// A panel as the shell knows it before it is made. `perTenant` panels stand below the tenant's name in the rail.
struct PanelEntry {
    QString id;
    QString title;
    QString icon;
    bool perTenant = false;
    std::function<Panel*(Services, QWidget*)> make;
    QString words = {}; ///< what else people call it, for the command palette
};

} // namespace gatehouse::ui::shell
