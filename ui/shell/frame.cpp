// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/frame.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

#include "ui/client/convert.h"
#include "ui/shell/desktop_notifier.h"
#include "ui/shell/expiries.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/help/shortcut_sheet.h"
#include "ui/shell/lock.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notification_bell.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/palette_objects.h"
#include "ui/shell/palette/reference_finder.h"
#include "ui/shell/pane_cycle.h"
#include "ui/shell/preferences/desktop_features.h"
#include "ui/shell/preferences/preferences.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/tasks_tray.h"
#include "ui/shell/toasts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kTextStep = 10;
const auto kBrokerSubject = QStringLiteral("broker");

} // namespace

Frame::Frame(MainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_shortcuts(new Shortcuts(this))
    , m_features(new DesktopFeatures(QDBusConnection::sessionBus(), this))
    , m_expiries(new ExpiryWatch(window.services().client, *window.services().notifications, this))
    , m_objects(new PaletteObjects(
          window.services().client, [&window](const Place& place) { window.goTo(place); }, this))
    , m_references(new ReferenceFinder(window.services().client, this))
    , m_palette(new CommandPalette(&window, *m_objects))
    , m_lock(new Lock(window)) {
    makePalette();
    makeBars();
    makeFileActions();
    makeVerbs();
    makeFindActions();
    makeViewActions();
    makeHelpActions();
    for (QMenu* one : window.menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)) {
        for (QAction* action : one->actions()) {
            m_shortcuts->add(action, one->title().remove(u'&'));
        }
    }
    auto* desktop = new DesktopNotifier(*window.services().notifications, QDBusConnection::sessionBus(), this);
    connect(desktop, &DesktopNotifier::activated, this, [this](const Place& place) {
        m_window.show();
        m_window.raise();
        m_window.activateWindow();
        if (!place.panel.isEmpty()) {
            m_window.goTo(place);
        }
    });
    connect(&window, &MainWindow::placeChanged, this, &Frame::placeChanged);
    connect(&window.services().monitor, &client::BrokerMonitor::changed, this, &Frame::brokerChanged);
    window.services().notifications->startReminding();
}

QMenu* Frame::menu(const QString& name) const {
    return m_window.menuBar()->findChild<QMenu*>(name, Qt::FindDirectChildrenOnly);
}

QAction* Frame::add(const char* menuName, const char* id, const QString& title, const char* icon,
                    const QList<QKeySequence>& keys, const std::function<void()>& run) {
    auto* action = new QAction(title, &m_window);
    if (*icon != '\0') {
        action->setIcon(theme::icon(QLatin1String(icon)));
    }
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, run);
    menu(QLatin1String(menuName))->addAction(action);
    return action;
}

void Frame::addAction(const QString& menuName, QAction* action, QAction* before) {
    QMenu* target = menu(menuName);
    target->insertAction(before, action);
    m_shortcuts->add(action, target->title().remove(u'&'));
}

void Frame::makeFileActions() {
    QMenu* file = menu(QStringLiteral("menu.file"));
    QAction* first = file->actions().value(0);
    const QList<QAction*> own = {
        add("menu.file", "file.connect", tr("&Connect …"), "server", {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
            [this] { emit m_window.connectAsked({}); }),
        add("menu.file", "file.open", tr("&Open a file …"), "upload", {QKeySequence(Qt::CTRL | Qt::Key_O)},
            [this] { m_window.pickFile(); }),
        add("menu.file", "file.lock", tr("&Lock the console"), "lock", {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
            [this] { m_lock->lock(); }),
        add("menu.file", "file.close", tr("Close &window"), "", {Qt::CTRL | Qt::Key_W}, [this] { m_window.close(); })};
    for (QAction* action : own) {
        file->removeAction(action);
        file->insertAction(first, action);
    }
    file->insertSeparator(first);
}

void Frame::makeViewActions() {
    menu(QStringLiteral("menu.view"))->addSeparator();
    add("menu.view", "view.inspector", tr("&Inspector"), "", {Qt::CTRL | Qt::Key_I}, [this] {
        if (Panel* page = m_window.currentPanel()) {
            page->toggleInspector();
        }
    });
    add("menu.view", "view.larger", tr("&Larger text"), "",
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, [this] { scaleText(1); });
    add("menu.view", "view.smaller", tr("&Smaller text"), "", {Qt::CTRL | Qt::Key_Minus}, [this] { scaleText(-1); });
    add("menu.view", "view.normal", tr("&Normal text"), "", {Qt::CTRL | Qt::Key_0}, [this] { scaleText(0); });
    m_clock = add("menu.view", "view.utc", tr("Times in &UTC"), "clock", {}, [this] { toggleClock(); });
    m_clock->setCheckable(true);
    menu(QStringLiteral("menu.go"))->addSeparator();
    add("menu.go", "go.nextPane", tr("&Next pane"), "", {Qt::Key_F6}, [this] { cyclePanes(1); });
    add("menu.go", "go.previousPane", tr("&Previous pane"), "", {Qt::SHIFT | Qt::Key_F6}, [this] { cyclePanes(-1); });
}

void Frame::makeHelpActions() {
    menu(QStringLiteral("menu.edit"))->addSeparator();
    add("menu.edit", "edit.preferences", tr("Pr&eferences …"), "settings", {Qt::CTRL | Qt::Key_Comma},
        [this] { showPreferences(); });
    add("menu.help", "help.page", tr("&Help on this page"), "help", {Qt::Key_F1}, [this] { showHelp(); });
    add("menu.help", "help.shortcuts", tr("&Keyboard shortcuts"), "command",
        {QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_Question)}, [this] { showShortcuts(); });
}

QList<QWidget*> Frame::panes() const {
    QList<QWidget*> all{&m_window.rail()};
    if (Panel* page = m_window.currentPanel()) {
        const QList<QWidget*> own = page->panes();
        own.isEmpty() ? all.append(page) : all.append(own);
    }
    if (Toasts* toasts = m_window.services().toasts; toasts->isVisible()) {
        all.append(toasts);
    }
    all.append(&m_window.statusLine());
    return all;
}

void Frame::cyclePanes(int step) {
    focusPane(panes(), QApplication::focusWidget(), step);
}

void Frame::scaleText(int step) {
    theme::Theme& theme = m_window.theme();
    theme.setTextScale(step == 0 ? 100 : theme.textScale() + step * kTextStep);
    openSettings().setValue(QStringLiteral("look/textScale"), theme.textScale());
    m_window.services().toasts->show({tr("Text at %1 %").arg(theme.textScale())});
}

void Frame::toggleClock() {
    const bool utc = widgets::clock() == widgets::Clock::Local;
    widgets::setClock(utc ? widgets::Clock::Utc : widgets::Clock::Local);
    m_clock->setChecked(utc);
    openSettings().setValue(QStringLiteral("look/utc"), utc);
    emit appearanceChanged();
    m_window.refresh();
}

void Frame::restore() {
    const QSettings settings = openSettings();
    m_window.theme().setTextScale(settings.value(QStringLiteral("look/textScale"), 100).toInt());
    theme::setReducedMotion(settings.value(QStringLiteral("look/reducedMotion"), false).toBool());
    const bool utc = settings.value(QStringLiteral("look/utc"), false).toBool();
    widgets::setClock(utc ? widgets::Clock::Utc : widgets::Clock::Local);
    m_clock->setChecked(utc);
    emit appearanceChanged();
}

void Frame::showHelp() {
    const Panel* page = m_window.currentPanel();
    const QString own = page == nullptr ? QString() : page->helpPage();
    if (!m_help) {
        m_help = new HelpWindow(&m_window);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->showPage(own.isEmpty() ? m_window.place().panel : own);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void Frame::showShortcuts() {
    auto* sheet = new ShortcutSheet(*m_shortcuts, &m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void Frame::showPreferences() {
    m_features->look();
    if (!m_preferences) {
        m_preferences = new Preferences(m_window.theme(), *m_shortcuts, *m_features, &m_window);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preferences, &Preferences::clockToggled, this, &Frame::toggleClock);
    }
    m_preferences->show();
    m_preferences->raise();
}

void Frame::brokerChanged() {
    const auto& failure = m_window.services().monitor.failure();
    Notifications& notes = *m_window.services().notifications;
    if (!failure) {
        notes.resolve(kBrokerSubject);
        if (const auto& status = m_window.services().monitor.status()) {
            m_expiries->watch(client::toQString(status->publicUrl));
        }
    } else if (failure->status == 401) {
        notes.add(Notifications::Level::Critical, kBrokerSubject,
                  tr("The broker does not accept the token any more. Connect again with a new one."));
    } else {
        notes.add(Notifications::Level::Critical, kBrokerSubject,
                  tr("The broker does not answer: %1").arg(failure->detail));
    }
}

} // namespace gatehouse::ui::shell
