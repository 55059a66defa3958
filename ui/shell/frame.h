// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include "ui/shell/palette/palette_item.h"
#include "ui/shell/panel.h"

class QAction;
class QMenu;

namespace gatehouse::ui::shell {

class CommandPalette;
class DesktopFeatures;
class ExpiryWatch;
class HelpWindow;
class Lock;
class MainWindow;
class NotificationBell;
class PaletteObjects;
class Preferences;
class ReferenceFinder;
class Shortcuts;
class TasksTray;

/// Everything around the panels that is not the window itself: command palette, keys, panes, bell, tasks, clocks, text
/// size, help and preferences. Made last by the window; adds its actions to the window's menus.
class Frame final : public QObject {
    Q_OBJECT
public:
    explicit Frame(MainWindow& window);

    [[nodiscard]] CommandPalette& palette() { return *m_palette; }
    [[nodiscard]] Shortcuts& shortcuts() { return *m_shortcuts; }
    [[nodiscard]] TasksTray& tasksTray() { return *m_tray; }
    [[nodiscard]] NotificationBell& bell() { return *m_bell; }
    [[nodiscard]] DesktopFeatures& features() { return *m_features; }
    [[nodiscard]] Lock& lock() { return *m_lock; }
    /// Puts an action of someone else (File > Connect) into a menu, "menu.file", under the care of Shortcuts.
    void addAction(const QString& menu, QAction* action, QAction* before = nullptr);

    void showHelp();
    void showPreferences();
    void showShortcuts();
    /// Takes text size, clock and motion from the settings.
    void restore();

signals:
    /// Times are told by another clock, or something else changed that every panel shows.
    void appearanceChanged();

private:
    void makePalette();
    void makeBars();
    void makeFileActions();
    void makeViewActions();
    void makeVerbs();
    void makeFindActions();
    void makeHelpActions();
    QAction* add(const char* menu, const char* id, const QString& title, const char* icon,
                 const QList<QKeySequence>& keys, const std::function<void()>& run);
    [[nodiscard]] QMenu* menu(const QString& name) const;
    [[nodiscard]] std::vector<PaletteItem> paletteItems();
    void addMenuActions(const QMenu& menu, const QString& path, std::vector<PaletteItem>& items);
    [[nodiscard]] QString tenantName() const;
    [[nodiscard]] QList<QWidget*> panes() const;
    void cyclePanes(int step);
    void findReference(const QString& reference);
    void scaleText(int step);
    void toggleClock();
    void placeChanged();
    void brokerChanged();
    [[nodiscard]] QAction* verbOf(const QAction& verb) const;
    [[nodiscard]] bool canDo(const QAction& verb) const;
    void run(const QAction& verb);
    void printPanel(Panel& page);
    void findNext(int step);

    MainWindow& m_window;
    Shortcuts* m_shortcuts;
    DesktopFeatures* m_features;
    ExpiryWatch* m_expiries;
    PaletteObjects* m_objects;
    ReferenceFinder* m_references;
    CommandPalette* m_palette;
    Lock* m_lock;
    NotificationBell* m_bell = nullptr;
    TasksTray* m_tray = nullptr;
    QAction* m_clock = nullptr;
    QList<QAction*> m_verbs;
    QPointer<HelpWindow> m_help;
    QPointer<Preferences> m_preferences;
};

} // namespace gatehouse::ui::shell
