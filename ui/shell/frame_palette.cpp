// SPDX-License-Identifier: Apache-2.0
// What the command palette of Frame offers, and the buttons in the bars.
#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

#include "ui/client/convert.h"
#include "ui/shell/frame.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notification_bell.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/palette/palette_button.h"
#include "ui/shell/palette/palette_objects.h"
#include "ui/shell/palette/reference_finder.h"
#include "ui/shell/shortcuts.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/tasks_tray.h"
#include "ui/shell/toasts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/format.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kPanelBonus = 12;
constexpr int kActionBonus = 6;

/// What else people call a panel.
QString otherWords(const QString& panel) {
    static const QHash<QString, const char*> words = {
        {QStringLiteral("connections"),
         QT_TRANSLATE_NOOP("Panels", "idp sso oidc saml connection provider certificate")},
        {QStringLiteral("mapping"), QT_TRANSLATE_NOOP("Panels", "rules claims attributes roles preview")},
        {QStringLiteral("logins"), QT_TRANSLATE_NOOP("Panels", "flows debugger trace reference replay sign-in")},
        {QStringLiteral("users"), QT_TRANSLATE_NOOP("Panels", "people accounts persons sessions")},
        {QStringLiteral("sessions"), QT_TRANSLATE_NOOP("Panels", "devices sign out log out revoke kick apps")},
        {QStringLiteral("tenants"), QT_TRANSLATE_NOOP("Panels", "companies customers organisations domains issuer")},
        {QStringLiteral("audit"), QT_TRANSLATE_NOOP("Panels", "log events who did what export")},
        {QStringLiteral("keys"), QT_TRANSLATE_NOOP("Panels", "certificate signing rotation jwks algorithm emergency")},
        {QStringLiteral("history"), QT_TRANSLATE_NOOP("Panels", "changes undo revert")},
        {QStringLiteral("sandbox"), QT_TRANSLATE_NOOP("Panels", "training demo scenario personas faults")},
        {QStringLiteral("home"), QT_TRANSLATE_NOOP("Panels", "dashboard health status expiry")}};
    const char* known = words.value(panel, nullptr);
    return known == nullptr ? QString() : QCoreApplication::translate("Panels", known);
}

QString trimmedTitle(const QAction& action) {
    QString title = plainTitle(action);
    while (title.endsWith(u'…') || title.endsWith(u' ') || title.endsWith(u'.')) {
        title.chop(1);
    }
    return title;
}

} // namespace

void Frame::makePalette() {
    QStringList panels;
    for (const PanelEntry& entry : m_window.entries()) {
        panels.append(entry.id);
    }
    m_objects->setPanels(panels);
    m_palette->setSource([this] { return paletteItems(); });
    connect(m_palette, &CommandPalette::searched, this,
            [this](const QString& typed) { m_objects->search(m_window.place().tenant, tenantName(), typed); });
    connect(m_palette, &CommandPalette::referenceChosen, this, &Frame::findReference);
    connect(m_references, &ReferenceFinder::found, &m_window, &MainWindow::goTo);
    connect(m_references, &ReferenceFinder::notFound, this, [this](const QString& reference) {
        m_window.services().toasts->show(
            {tr("No login with the reference %1 is kept here.").arg(reference), {}, {}, true});
    });
    QMenu* go = menu(QStringLiteral("menu.go"));
    QAction* first = go->actions().value(0);
    QAction* open = add("menu.go", "go.palette", tr("&Go to or do anything …"), "search", {Qt::CTRL | Qt::Key_K},
                        [this] { m_palette->open(); });
    go->removeAction(open);
    go->insertAction(first, open);
    go->insertSeparator(first);
}

void Frame::makeBars() {
    QHBoxLayout& row = m_window.topRow();
    auto* button = new PaletteButton(*m_window.findChild<QAction*>(QStringLiteral("go.palette")), row.parentWidget());
    for (int at = 0; at < row.count(); ++at) {
        if (row.itemAt(at)->spacerItem() != nullptr && row.stretch(at) > 0) {
            row.insertWidget(at, button, 12);
            break;
        }
    }
    m_bell = new NotificationBell(*m_window.services().notifications, row.parentWidget());
    row.addWidget(m_bell);
    connect(m_bell, &NotificationBell::goTo, &m_window, &MainWindow::goTo);

    m_tray = new TasksTray(*m_window.services().tasks, &m_window.statusLine());
    m_window.statusLine().addEnd(m_tray);
    auto* clock = new QToolButton(&m_window.statusLine());
    clock->setAutoRaise(true);
    clock->setFocusPolicy(Qt::StrongFocus);
    const auto showClock = [clock] {
        const bool utc = widgets::clock() == widgets::Clock::Utc;
        clock->setText(utc ? tr("UTC") : tr("Local"));
        clock->setAccessibleName(utc ? tr("Times in UTC") : tr("Times in local time"));
        clock->setToolTip(utc ? tr("Times are in UTC. Press for local time.")
                              : tr("Times are in local time. Press for UTC."));
    };
    showClock();
    connect(clock, &QToolButton::clicked, this, &Frame::toggleClock);
    connect(this, &Frame::appearanceChanged, clock, showClock);
    m_window.statusLine().addEnd(clock);
}

std::vector<PaletteItem> Frame::paletteItems() {
    std::vector<PaletteItem> items;
    for (const PanelEntry& entry : m_window.entries()) {
        const QAction* action = m_window.findChild<QAction*>(QStringLiteral("go.") + entry.id);
        PaletteItem item{entry.title, tr("Panel"), entry.icon, action == nullptr ? QString() : keysOf(*action)};
        item.words = entry.words + u' ' + otherWords(entry.id);
        item.bonus = kPanelBonus;
        item.run = [this, id = entry.id] { m_window.goTo({id}); };
        items.push_back(std::move(item));
    }
    if (Panel* page = m_window.currentPanel()) {
        for (QAction* action : page->panelActions()) {
            if (!action->isEnabled() || action->isSeparator()) {
                continue;
            }
            PaletteItem item{trimmedTitle(*action), tr("Action here"), QStringLiteral("command"), keysOf(*action)};
            item.words = action->toolTip();
            item.bonus = kActionBonus;
            item.run = [action = QPointer<QAction>(action)] {
                if (action) {
                    action->trigger();
                }
            };
            items.push_back(std::move(item));
        }
    }
    for (const client::api::Tenant& tenant : m_window.tenants()) {
        const QString slug = client::toQString(tenant.slug);
        PaletteItem item{client::toQString(tenant.name), tr("Tenant"), QStringLiteral("tenants")};
        item.words = slug;
        item.run = [this, slug] { m_window.goTo({m_window.place().panel, slug}); };
        items.push_back(std::move(item));
    }
    for (const QAction* one : m_window.menuBar()->actions()) { // not its children: a narrow bar has a menu of menus
        if (one->menu() != nullptr) {
            addMenuActions(*one->menu(), plainTitle(*one), items);
        }
    }
    return items;
}

void Frame::addMenuActions(const QMenu& from, const QString& path, std::vector<PaletteItem>& items) {
    for (QAction* action : from.actions()) {
        if (action->menu() != nullptr) {
            addMenuActions(*action->menu(), path + QStringLiteral(" › ") + plainTitle(*action), items);
            continue;
        }
        const QString id = action->objectName();
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible() ||
            (m_verbs.contains(action) && verbOf(*action) != nullptr) || // it is among the panel's actions
            id == QLatin1String("go.palette") ||
            (id.startsWith(QLatin1String("go.")) && from.objectName() == QLatin1String("menu.go") &&
             m_window.panelTitle(id.mid(3)) == action->text())) {
            continue;
        }
        PaletteItem item{trimmedTitle(*action), path, QStringLiteral("command"), keysOf(*action)};
        item.bonus = kActionBonus;
        item.run = [action = QPointer<QAction>(action)] {
            if (action) {
                action->trigger();
            }
        };
        items.push_back(std::move(item));
    }
}

QString Frame::tenantName() const {
    for (const client::api::Tenant& tenant : m_window.tenants()) {
        if (client::toQString(tenant.slug) == m_window.place().tenant) {
            return client::toQString(tenant.name);
        }
    }
    return {};
}

void Frame::findReference(const QString& reference) {
    QStringList tenants{m_window.place().tenant};
    for (const client::api::Tenant& tenant : m_window.tenants()) {
        tenants.append(client::toQString(tenant.slug));
    }
    tenants.removeDuplicates();
    tenants.removeAll(QString());
    m_references->find(reference, tenants);
}

} // namespace gatehouse::ui::shell
