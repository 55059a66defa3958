// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include <QMainWindow>
#include <QUrl>

#include "ui/shell/panel.h"
#include "ui/theme/theme.h"

class QComboBox;
class QHBoxLayout;
class QStackedWidget;
class QToolButton;

namespace gatehouse::ui::widgets {
class BusyLine;
class Presentation;
} // namespace gatehouse::ui::widgets

namespace gatehouse::ui::connect {
class StepUp;
}

namespace gatehouse::ui::shell {

class ConnectionStrip;
class StepUpStrip;
class EnvironmentBand;
class Frame;
class Rail;
class StatusBar;
class WelcomePage;

/// The one window: rail, top bar with the tenant switcher, band, panel, status bar. It makes panels when they are
/// first shown, walks Back and Forward through places, and hands events to the panel in sight.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Services services, client::EventFeed& feed, theme::Theme& theme, std::vector<PanelEntry> panels,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Reads tenants, starts monitor and feed, shows the first panel.
    void start();
    void goTo(const Place& place);
    [[nodiscard]] const Place& place() const { return m_place; }
    [[nodiscard]] Panel* panel(const QString& id);
    [[nodiscard]] Panel* currentPanel() const;
    [[nodiscard]] const std::vector<client::api::Tenant>& tenants() const { return m_tenants; }
    /// As in the rail; empty where there is no such panel.
    [[nodiscard]] QString panelTitle(const QString& id) const;
    /// Reads the tenants and the panel in sight anew (F5).
    void refresh();
    [[nodiscard]] theme::Theme& theme() { return m_theme; }
    [[nodiscard]] Frame& frame() { return *m_frame; }
    [[nodiscard]] Rail& rail() { return *m_rail; }
    [[nodiscard]] StatusBar& statusLine() { return *m_status; }
    /// Where the frame puts the command palette's button and the bell: the row of the top bar.
    [[nodiscard]] QHBoxLayout& topRow() { return *m_topRow; }
    /// With tasks, toasts and notifications of this window.
    [[nodiscard]] const Services& services() const { return m_services; }
    [[nodiscard]] const std::vector<PanelEntry>& entries() const { return m_entries; }
    /// Tenants are read, and the panel in sight waits for nothing.
    [[nodiscard]] bool settled() const;

    /// Shows what is about to be applied (Ctrl+S). Changes of mere words are applied without being asked about.
    void review();

    /// The broker is elsewhere: the band and the connection strip name its address.
    void setRemote(const QString& address);
    /// The person signed in and may have to do so again before an act goes on. Outlives the window's wish for it.
    void setStepUp(connect::StepUp& stepUp);
    /// Asks for a file and opens it.
    void pickFile();
    /// Shows a file in whichever panel it belongs to; says so where there is none.
    void openFile(const QString& path);
    /// gatehouse://flow/GH-XXXX-XXXX (or login/) or gatehouse://panel/users. Anything else is refused.
    void openAddress(const QUrl& url);

    /// Window geometry, panel and tenant, for the next start.
    void saveLayout() const;
    void restoreLayout();

signals:
    /// Another panel, tenant or object is in sight.
    void placeChanged();
    /// Somebody wants the window gone; whoever runs it may refuse and ask first.
    void closeAsked(QCloseEvent* event);
    /// Somebody wants to connect (again) to a broker elsewhere; `why` is empty for File > Connect.
    void connectAsked(const QString& why);

protected:
    /// A field that has nothing to undo leaves Ctrl+Z to the window.
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeActions();
    void present(bool on);
    void makeDraftActions();
    void watchDrafts();
    void showDrafts();
    void draftApplied(const drafts::Applied& what);
    void markDrafts();
    void showBusy();
    QWidget* makeTopBar();
    QMenu* makeThemeMenu();
    void readTenants();
    void tenantPicked();
    void showTenant();
    void showWelcome();
    void tryBuiltIn();
    void showPlace(const Place& place);
    void walk(int steps);
    void remember(const Place& place);
    [[nodiscard]] const PanelEntry* entry(const QString& id) const;
    [[nodiscard]] const client::api::Tenant* currentTenant() const;

    Services m_services;
    client::EventFeed& m_feed;
    theme::Theme& m_theme;
    std::vector<PanelEntry> m_entries;
    std::map<QString, Panel*> m_panels;
    std::vector<client::api::Tenant> m_tenants;
    bool m_tenantsRead = false;
    client::Latest m_tenantsAsked;

    Tasks* m_tasks;
    Notifications* m_notifications;
    Toasts* m_toasts;
    Rail* m_rail;
    EnvironmentBand* m_band;
    widgets::BusyLine* m_busy;
    QStackedWidget* m_stack;
    StatusBar* m_status;
    widgets::Presentation* m_presentation;
    Frame* m_frame = nullptr;
    QHBoxLayout* m_topRow = nullptr;
    ConnectionStrip* m_strip;
    StepUpStrip* m_stepUp;
    WelcomePage* m_welcome = nullptr;
    bool m_welcomed = false;
    QString m_remote;
    QComboBox* m_tenantBox = nullptr;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_refresh = nullptr;
    QAction* m_review = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;

    Place m_place;
    std::vector<Place> m_history;
    std::size_t m_at = 0;
};

} // namespace gatehouse::ui::shell
