// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/main_window.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/shell/connection_strip.h"
#include "ui/shell/environment_band.h"
#include "ui/shell/frame.h"
#include "ui/shell/notifications.h"
#include "ui/shell/palette/command_palette.h"
#include "ui/shell/panel_wiring.h"
#include "ui/shell/rail.h"
#include "ui/shell/settings.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/step_up_strip.h"
#include "ui/shell/tasks.h"
#include "ui/shell/toasts.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/presentation.h"

namespace gatehouse::ui::shell {
namespace {

constexpr int kCompactBelow = 1040;
constexpr int kPresentingScale = 150;
constexpr int kUsualScale = 100;
constexpr int kBrokerSection = 0;
constexpr int kTenantSection = 1;
constexpr std::size_t kHistory = 100;

} // namespace

MainWindow::MainWindow(Services services, client::EventFeed& feed, theme::Theme& theme, std::vector<PanelEntry> panels,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_feed(feed)
    , m_theme(theme)
    , m_entries(std::move(panels))
    , m_tasks(new Tasks(this))
    , m_notifications(new Notifications(this))
    , m_toasts(new Toasts(this))
    , m_rail(new Rail(this))
    , m_band(new EnvironmentBand(this))
    , m_busy(new widgets::BusyLine(tr("Waiting for the broker"), this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusBar(services.monitor, feed, this))
    , m_presentation(new widgets::Presentation(this))
    , m_strip(new ConnectionStrip(services.monitor, this))
    , m_stepUp(new StepUpStrip(this)) {
    m_services.tasks = m_tasks;
    m_services.toasts = m_toasts;
    m_services.notifications = m_notifications;
    connect(m_presentation, &widgets::Presentation::changed, this, &MainWindow::present);
    setWindowTitle(tr("Gatehouse[*]"));
    resize(1280, 800);
    setMinimumSize(820, 560);
    makeActions();

    for (const bool perTenant : {false, true}) {
        m_rail->addSection(perTenant ? tr("Tenant") : tr("Broker"));
        for (const PanelEntry& entry : m_entries) {
            if (entry.perTenant == perTenant) {
                m_rail->addEntry(entry.id, entry.title, entry.icon);
            }
        }
    }
    m_rail->setSectionTitle(kBrokerSection, tr("Broker"));

    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto* shown = new QVBoxLayout;
    shown->setSpacing(0);
    shown->addWidget(m_busy);
    shown->addWidget(m_stack, 1);
    middle->addLayout(shown, 1);
    auto* central = new QWidget(this);
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTopBar());
    column->addWidget(m_band);
    column->addWidget(m_strip);
    column->addWidget(m_stepUp);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    setCentralWidget(central);

    watchDrafts();
    m_frame = new Frame(*this);
    if (m_presentation->isOn()) {
        present(true);
    }
    connect(m_strip, &ConnectionStrip::retryAsked, this, &MainWindow::refresh);
    connect(m_strip, &ConnectionStrip::connectAsked, this,
            [this] { emit connectAsked(tr("The broker wants you to come in again.")); });
    connect(&services.monitor, &client::BrokerMonitor::cameBack, this, [this] {
        m_feed.tryNow();
        refresh();
    });
    connect(this, &MainWindow::placeChanged, this, &MainWindow::showBusy);
    connect(m_rail, &Rail::chosen, this, [this](const QString& id) { goTo({id}); });
    connect(&m_feed, &client::EventFeed::received, this, [this](const client::Event& event) {
        for (const auto& [id, page] : m_panels) {
            page->takeEvent(event);
        }
    });
    connect(&m_feed, &client::EventFeed::pollDue, this, [this] {
        if (Panel* page = currentPanel()) {
            page->poll();
        }
    });
}

MainWindow::~MainWindow() = default;

/// Somebody looks on (or no more): the band says so, and everything is half as large again.
void MainWindow::present(bool on) {
    m_band->setPresenting(on);
    m_theme.setTextScale(on ? kPresentingScale
                            : openSettings().value(QStringLiteral("look/textScale"), kUsualScale).toInt());
}

void MainWindow::start() {
    m_feed.start();
    m_services.monitor.start();
    readTenants();
    if (m_place.panel.isEmpty() && !m_entries.empty()) {
        goTo({m_entries.front().id});
    }
    m_rail->focusCurrent();
}

const PanelEntry* MainWindow::entry(const QString& id) const {
    for (const PanelEntry& known : m_entries) {
        if (known.id == id) {
            return &known;
        }
    }
    return nullptr;
}

QString MainWindow::panelTitle(const QString& id) const {
    const PanelEntry* known = entry(id);
    return known == nullptr ? QString() : known->title;
}

void MainWindow::refresh() {
    readTenants();
    if (Panel* page = currentPanel()) {
        page->refresh();
    }
}

Panel* MainWindow::currentPanel() const {
    return qobject_cast<Panel*>(m_stack->currentWidget());
}

Panel* MainWindow::panel(const QString& id) {
    const auto found = m_panels.find(id);
    if (found != m_panels.end()) {
        return found->second;
    }
    const PanelEntry* known = entry(id);
    if (known == nullptr) {
        return nullptr;
    }
    Panel* page = known->make(m_services, m_stack);
    m_stack->addWidget(page);
    m_panels.emplace(id, page);
    connect(page, &Panel::goTo, this, &MainWindow::goTo);
    connect(page, &Panel::notice, m_toasts, [this](const QString& sentence) { m_toasts->show({sentence}); });
    connect(page, &Panel::tenantsChanged, this, &MainWindow::readTenants);
    connect(page, &Panel::dirtyChanged, this, &MainWindow::markDrafts);
    connect(page, &Panel::busyChanged, this, &MainWindow::showBusy);
    connect(page, &Panel::reviewRequested, this, &MainWindow::review);
    connect(page, &Panel::searchWanted, this, [this] { m_frame->palette().open(); });
    wirePanel(*page);
    page->restoreState(openSettings().value(QStringLiteral("panels/") + id).toMap());
    page->setTenant(m_place.tenant);
    page->refresh();
    return page;
}

void MainWindow::showBusy() {
    const Panel* page = currentPanel();
    m_busy->setBusy(page != nullptr && page->busy());
}

void MainWindow::goTo(const Place& place) {
    showPlace(place);
    remember(m_place);
}

void MainWindow::showPlace(const Place& place) {
    if (!place.tenant.isEmpty() && place.tenant != m_place.tenant) {
        m_place.tenant = place.tenant;
        showTenant();
    }
    const bool made = !m_panels.contains(place.panel);
    Panel* page = panel(place.panel);
    if (page == nullptr) {
        return;
    }
    m_place.panel = place.panel;
    m_place.object = place.object;
    if (page->tenant() != m_place.tenant) {
        page->setTenant(m_place.tenant);
        page->refresh();
    } else if (!made && m_stack->currentWidget() != page && !page->isDirty()) {
        page->refresh();
    }
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(place.panel);
    if (!place.object.isEmpty()) {
        page->reveal(place.object);
    }
    setWindowTitle(tr("%1[*] – Gatehouse").arg(entry(place.panel)->title));
    emit placeChanged();
}

void MainWindow::remember(const Place& place) {
    if (!m_history.empty() && m_history[m_at] == place) {
        return;
    }
    if (!m_history.empty()) {
        m_history.resize(m_at + 1);
    }
    m_history.push_back(place);
    if (m_history.size() > kHistory) {
        m_history.erase(m_history.begin());
    }
    m_at = m_history.size() - 1;
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(false);
}

void MainWindow::walk(int steps) {
    const auto target = static_cast<std::ptrdiff_t>(m_at) + steps;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(m_history.size())) {
        return;
    }
    m_at = static_cast<std::size_t>(target);
    showPlace(m_history[m_at]);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_history.size());
}

void MainWindow::readTenants() {
    m_tenantsAsked.run(m_services.client.tenants({.limit = 500}), this,
                       [this](client::Outcome<client::api::Page<client::api::Tenant>> outcome) {
                           m_tenantsRead = true;
                           if (!outcome) {
                               return; // the status bar and the panel say so
                           }
                           m_tenants = std::move(outcome->items);
                           const QSignalBlocker quiet(m_tenantBox);
                           m_tenantBox->clear();
                           for (const client::api::Tenant& tenant : m_tenants) {
                               m_tenantBox->addItem(client::toQString(tenant.name), client::toQString(tenant.slug));
                           }
                           if (currentTenant() == nullptr) {
                               m_place.tenant =
                                   m_tenants.empty() ? QString() : client::toQString(m_tenants.front().slug);
                           }
                           showTenant();
                           showWelcome();
                       });
}

void MainWindow::tenantPicked() {
    m_place.tenant = m_tenantBox->currentData().toString();
    m_place.object.clear();
    showTenant();
    remember(m_place);
}

const client::api::Tenant* MainWindow::currentTenant() const {
    for (const client::api::Tenant& tenant : m_tenants) {
        if (client::toQString(tenant.slug) == m_place.tenant) {
            return &tenant;
        }
    }
    return nullptr;
}

void MainWindow::showTenant() {
    const QSignalBlocker quiet(m_tenantBox);
    m_tenantBox->setCurrentIndex(m_tenantBox->findData(m_place.tenant));
    m_tenantBox->setEnabled(m_tenantBox->count() > 0);
    const client::api::Tenant* tenant = currentTenant();
    if (tenant == nullptr) {
        m_rail->setSectionTitle(kTenantSection, tr("Tenant"));
        m_band->setEnvironment(EnvironmentBand::Kind::Live, {});
    } else {
        const QString name = client::toQString(tenant->name);
        const auto kind = tenant->status != "active"  ? EnvironmentBand::Kind::Suspended
                          : tenant->kind == "sandbox" ? EnvironmentBand::Kind::Sandbox
                                                      : EnvironmentBand::Kind::Live;
        m_rail->setSectionTitle(kTenantSection, name);
        const QString where = name + QStringLiteral("  ") + client::toQString(tenant->issuer);
        m_band->setEnvironment(kind, m_remote.isEmpty() ? where : tr("%1  at %2").arg(where, m_remote));
    }
    markDrafts();
    if (Panel* page = currentPanel(); page != nullptr && page->tenant() != m_place.tenant) {
        page->setTenant(m_place.tenant);
        page->refresh();
    }
}

bool MainWindow::settled() const {
    const Panel* page = currentPanel();
    return m_tenantsRead && m_services.monitor.status().has_value() && (page == nullptr || !page->busy());
}

void MainWindow::saveLayout() const {
    QSettings settings = openSettings();
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/panel"), m_place.panel);
    settings.setValue(QStringLiteral("window/tenant"), m_place.tenant);
    settings.setValue(QStringLiteral("window/theme"), static_cast<int>(m_theme.choice()));
    for (const auto& [id, page] : m_panels) {
        settings.setValue(QStringLiteral("panels/") + id, page->saveState());
    }
}

void MainWindow::restoreLayout() {
    const QSettings settings = openSettings();
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    m_place.tenant = settings.value(QStringLiteral("window/tenant")).toString();
    m_theme.choose(static_cast<theme::Choice>(std::clamp(settings.value(QStringLiteral("window/theme")).toInt(), 0,
                                                         static_cast<int>(theme::Choice::HighContrast))));
    m_frame->restore();
    if (m_presentation->isOn()) {
        present(true);
    }
    if (const QString id = settings.value(QStringLiteral("window/panel")).toString(); entry(id) != nullptr) {
        goTo({id});
    }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    m_rail->setCompact(event->size().width() < kCompactBelow);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveLayout();
    emit closeAsked(event);
    if (event->isAccepted()) {
        QMainWindow::closeEvent(event);
    }
}

} // namespace gatehouse::ui::shell
