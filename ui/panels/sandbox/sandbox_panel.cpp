// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/sandbox/sandbox_panel.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QUrlQuery>
#include <QVBoxLayout>

#include "admin/api/codec.h"
#include "ui/client/convert.h"
#include "ui/panels/sandbox/fault_switches.h"
#include "ui/panels/sandbox/scenario_list.h"
#include "ui/panels/sandbox/step_view.h"
#include "ui/panels/sandbox/two_views.h"
#include "ui/shell/failure_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_banner.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"

namespace gatehouse::ui::panels::sandbox {

namespace {

constexpr int kSideWidth = 280;

QScrollArea* scrolling(QWidget* content, const QString& name) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(name);
    content->setContentsMargins(8, 8, 8, 8);
    return scroll;
}

} // namespace

SandboxPanel::SandboxPanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_open([](const QUrl& url) { return QDesktopServices::openUrl(url); })
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(this))
    , m_banner(new widgets::ErrorBanner(this))
    , m_scenarios(new ScenarioList(this))
    , m_steps(new StepView(this))
    , m_views(new TwoViews(this))
    , m_faults(new FaultSwitches(this))
    , m_personas(new PersonaList(this))
    , m_holdSwitch(new QPushButton(theme::icon(QStringLiteral("pause")), tr("Hold at each step"), this))
    , m_next(new QPushButton(theme::icon(QStringLiteral("forward"), theme::Tone::OnAccent), tr("Next"), this))
    , m_runOn(new QPushButton(theme::icon(QStringLiteral("play")), tr("Run on"), this))
    , m_snapshot(new QPushButton(theme::icon(QStringLiteral("save")), tr("Take snapshot"), this))
    , m_reset(new QPushButton(theme::icon(QStringLiteral("undo")), tr("Reset to snapshot"), this))
    , m_signIn(new QPushButton(theme::icon(QStringLiteral("open-external")), tr("Open sandbox sign-in"), this)) {
    m_stack->addWidget(makePage());
    m_stack->addWidget(m_empty);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_scenarios, &ScenarioList::startRequested, this, &SandboxPanel::start);
    connect(m_scenarios, &ScenarioList::chosen, this, [this] { m_steps->showScenario(m_scenarios->current()); });
    connect(m_holdSwitch, &QPushButton::clicked, this, &SandboxPanel::hold);
    connect(m_next, &QPushButton::clicked, this, &SandboxPanel::next);
    connect(m_runOn, &QPushButton::clicked, this, &SandboxPanel::runOn);
    connect(m_snapshot, &QPushButton::clicked, this, &SandboxPanel::takeSnapshot);
    connect(m_reset, &QPushButton::clicked, this, &SandboxPanel::reset);
    connect(m_signIn, &QPushButton::clicked, this, [this] { open(client::toQString(m_shown.signInUrl)); });
    connect(m_faults, &FaultSwitches::switched, this, [this](const QString& name, bool on) {
        act(client().switchFault(tenant(), name, on), [this](const auto& sandbox) { show(sandbox); });
    });
    connect(m_personas, &PersonaList::signInRequested, this, [this](const QString& persona) {
        QUrl url(client::toQString(m_shown.signInUrl));
        QUrlQuery query(url);
        query.addQueryItem(QStringLiteral("login_hint"), persona);
        url.setQuery(query);
        open(url.toString());
    });
    connect(m_views, &TwoViews::opened, this,
            [this](const QString& flow) { emit goTo({QStringLiteral("logins"), tenant(), flow}); });
    connect(m_empty, &widgets::EmptyState::actionRequested, this,
            [this] { emit goTo({QStringLiteral("sandbox"), m_practiceTenant}); });
    connect(m_banner, &widgets::ErrorBanner::retryRequested, this, &SandboxPanel::refresh);
    offer("panel.test", m_scenarios->startButton());
    for (QPushButton* button : {m_next, m_holdSwitch, m_runOn, m_reset, m_signIn}) {
        offer("", button);
    }
}

QWidget* SandboxPanel::makePage() {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin, theme::kPageMargin);
    column->setSpacing(12);
    auto* header = new widgets::PageHeader(
        tr("Sandbox"), tr("Sign-ins to show and to break, one step at a time; nobody here is real."), page);
    header->addAction(m_signIn);
    header->addAction(m_snapshot);
    header->addAction(m_reset);
    m_snapshot->setObjectName(QStringLiteral("sandbox.snapshot"));
    m_snapshot->setToolTip(tr("Keeps configuration, people and faults as they are now, to come back to"));
    m_reset->setObjectName(QStringLiteral("sandbox.reset"));
    column->addWidget(header);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(makeSide());
    row->addWidget(makeControls(), 1);
    column->addLayout(row, 1);
    return page;
}

QWidget* SandboxPanel::makeControls() {
    m_holdSwitch->setCheckable(true);
    m_holdSwitch->setToolTip(tr("Nothing leaves the broker until Next; the browser shows a page that waits"));
    theme::setButtonKind(*m_next, theme::ButtonKind::Primary);
    m_next->setAccessibleName(tr("Next step"));
    m_next->setToolTip(tr("Lets the oldest held step go (Space)"));
    m_runOn->setAccessibleName(tr("Run on without holding"));
    m_runOn->setToolTip(tr("Lets every held step go and holds no more"));
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto* buttons = new widgets::FlowLayout(nullptr, theme::kGroupSpacing);
    for (QPushButton* button : {m_holdSwitch, m_next, m_runOn}) {
        buttons->addWidget(button);
    }
    column->addLayout(buttons);
    column->addWidget(m_steps, 3);
    column->addWidget(m_views, 2);
    auto* scroll = scrolling(middle, tr("The run"));
    middle->setContentsMargins(0, 0, 8, 0);
    for (QObject* list : middle->findChildren<QListView*>()) {
        list->installEventFilter(this);
    }
    for (QObject* list : m_scenarios->findChildren<QListView*>()) {
        list->installEventFilter(this);
    }
    return scroll;
}

QWidget* SandboxPanel::makeSide() {
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->setMinimumWidth(kSideWidth);
    tabs->setMaximumWidth(kSideWidth * 3 / 2); // room for larger fonts
    tabs->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    tabs->tabBar()->setAccessibleName(tr("Scenarios, what breaks, and who signs in"));
    m_scenarios->setContentsMargins(0, 8, 0, 0);
    tabs->addTab(m_scenarios, tr("Scenarios"));
    auto* faults = new QWidget;
    auto* column = new QVBoxLayout(faults);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(
        widgets::mutedLabel(tr("What the practice provider does wrong, from the next sign-in on."), faults));
    column->addWidget(m_faults);
    column->addStretch(1);
    tabs->addTab(scrolling(faults, tr("Faults")), tr("What breaks"));
    tabs->addTab(scrolling(m_personas, tr("Personas")), tr("Personas"));
    return tabs;
}

void SandboxPanel::tenantChanged() {
    m_reading.drop();
    m_readingHeld.drop();
    m_readingLogin.drop();
    m_shown = {};
    m_hasScenario = false;
    m_steps->showScenario(nullptr);
    m_steps->showHeld({}, false);
    m_views->showFlow(std::nullopt);
}

template <class T, class Use>
void SandboxPanel::act(const client::Answer<T>& answer, Use use) {
    ask(answer, [this, use = std::move(use)](const auto& outcome) {
        if (!outcome) {
            m_banner->showError(shell::errorText(outcome.error()));
            return;
        }
        m_banner->dismiss();
        use(*outcome);
    });
}

void SandboxPanel::refresh() {
    if (tenant().isEmpty()) {
        return;
    }
    askLatest(m_reading, client().sandbox(tenant()), [this](const auto& outcome) {
        if (outcome) {
            m_banner->dismiss();
            m_stack->setCurrentIndex(0);
            show(*outcome);
            readHeld();
            readLastLogin();
        } else if (outcome.error().status == 404) {
            showNoSandbox();
        } else {
            m_stack->setCurrentIndex(0);
            m_banner->showError(shell::errorText(outcome.error()));
        }
    });
}

/// Says so, and leads to a practice tenant where there is one.
void SandboxPanel::showNoSandbox() {
    const QString icon = QStringLiteral("sandbox");
    m_practiceTenant.clear();
    m_empty->setContent(icon, tr("This tenant is not a sandbox: nothing is broken or held for real people."));
    m_stack->setCurrentWidget(m_empty);
    askLatest(m_reading, client().tenants(), [this, icon](const auto& outcome) {
        if (!outcome) {
            return;
        }
        for (const client::api::Tenant& each : outcome->items) {
            if (each.kind == "sandbox" && client::toQString(each.slug) != tenant()) {
                m_practiceTenant = client::toQString(each.slug);
                m_empty->setContent(icon,
                                    tr("This tenant is not a sandbox: nothing is broken or held for real people."),
                                    tr("Go to %1").arg(client::toQString(each.name)));
                return;
            }
        }
        m_empty->setContent(icon, tr("There is no practice company here. Start Gatehouse with --demo to have one."));
    });
}

void SandboxPanel::show(const client::api::Sandbox& sandbox) {
    m_shown = sandbox;
    m_scenarios->showScenarios(sandbox.scenarios);
    if (!m_hasScenario) {
        m_hasScenario = true;
        m_steps->showScenario(m_scenarios->current());
    }
    m_faults->showFaults(sandbox.faults);
    m_personas->showPersonas(sandbox.personas);
    m_holdSwitch->setChecked(sandbox.hold.value_or(false));
    m_signIn->setEnabled(!sandbox.signInUrl.empty());
    m_reset->setEnabled(sandbox.snapshot.has_value());
    const QString back = tr("Puts configuration, people and faults back and ends all sessions");
    const QDateTime taken = sandbox.snapshot ? client::toDateTime(sandbox.snapshot->takenAt) : QDateTime();
    m_reset->setToolTip(taken.isValid() ? tr("%1. The snapshot is of %2.").arg(back, widgets::absoluteTime(taken))
                                        : tr("There is no snapshot yet."));
}

void SandboxPanel::readHeld() {
    askLatest(m_readingHeld, client().heldSteps(tenant()), [this](const auto& outcome) {
        if (outcome) {
            showHeld(outcome->items);
        }
    });
}

void SandboxPanel::showHeld(const std::vector<client::api::HeldStep>& steps) {
    m_steps->showHeld(steps, m_holdSwitch->isChecked());
    m_next->setEnabled(!steps.empty());
    m_runOn->setEnabled(!steps.empty() || m_holdSwitch->isChecked());
    const QWidget* focus = QApplication::focusWidget();
    if (!steps.empty() && focus != nullptr && isAncestorOf(focus) &&
        qobject_cast<const QPushButton*>(focus) != nullptr) {
        m_next->setFocus(Qt::OtherFocusReason); // so that Space goes on
    }
}

void SandboxPanel::readLastLogin() {
    client::FlowQuery query;
    query.limit = 1;
    askLatest(m_readingLogin, client().flows(tenant(), query), [this](const auto& outcome) {
        if (!outcome || outcome->items.empty()) {
            m_views->showFlow(std::nullopt);
            return;
        }
        const QString id = client::toQString(outcome->items.front().id);
        askLatest(m_readingLogin, client().flow(tenant(), id), [this](const auto& flow) {
            if (flow) {
                m_views->showFlow(*flow);
            }
        });
    });
}

void SandboxPanel::open(const QString& url) {
    if (!m_open(QUrl(url))) {
        m_banner->showWarning(tr("No browser could be opened."), tr("Open this address yourself: %1").arg(url));
    }
}

void SandboxPanel::start(const QString& scenario) {
    act(client().startScenario(tenant(), scenario), [this](const client::api::ScenarioStart& started) {
        m_steps->showScenario(m_scenarios->current());
        open(client::toQString(started.url));
        askLatest(m_reading, client().sandbox(tenant()), [this](const auto& sandbox) {
            if (sandbox) {
                show(*sandbox);
            }
        });
    });
}

void SandboxPanel::hold(bool on) {
    act(client().holdSteps(tenant(), on), [this](const client::api::Sandbox& sandbox) {
        show(sandbox);
        readHeld();
    });
}

void SandboxPanel::next() {
    if (m_next->isEnabled()) {
        act(client().releaseStep(tenant()), [this](const client::api::HeldStep&) { readHeld(); });
    }
}

void SandboxPanel::runOn() {
    m_holdSwitch->setChecked(false);
    hold(false); // which lets everything go
}

void SandboxPanel::takeSnapshot() {
    act(client().snapshotSandbox(tenant()), [this](const client::api::SandboxSnapshot& taken) {
        m_shown.snapshot = taken;
        show(m_shown);
        emit notice(tr("Snapshot taken: Reset comes back to how it is now."));
    });
}

void SandboxPanel::reset() {
    act(client().resetSandbox(tenant()), [this](const client::api::SandboxReset& done) {
        m_steps->showScenario(m_scenarios->current());
        emit notice(tr("Back at the snapshot: %n rows put back.", nullptr, static_cast<int>(done.rows)));
        refresh();
    });
}

void SandboxPanel::takeEvent(const client::Event& event) {
    const auto is = [&](std::string_view name) {
        return event.name == QByteArray(name.data(), static_cast<qsizetype>(name.size()));
    };
    if (tenant().isEmpty() || m_stack->currentIndex() != 0 || m_shown.issuer.empty()) {
        return;
    }
    if (is(client::api::kSandboxEvent)) {
        const auto said =
            client::api::decode<client::api::SandboxEvent>(event.data.toStdString(), client::api::Side::Reply);
        if (said && client::toQString(said->tenant) == tenant()) {
            said->change == "reset" ? refresh() : readHeld();
        }
    } else if (is(client::api::kFlowEvent)) {
        const auto flow = client::api::decode<client::api::Flow>(event.data.toStdString(), client::api::Side::Reply);
        if (flow && client::toQString(flow->tenant) == tenant()) {
            readLastLogin();
        }
    }
}

void SandboxPanel::poll() {
    if (!m_shown.issuer.empty()) {
        readHeld();
        readLastLogin();
    }
}

bool SandboxPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        next();
        return true; // in a list Space would do nothing of use
    }
    return Panel::eventFilter(watched, event);
}

void SandboxPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        next();
        return;
    }
    Panel::keyPressEvent(event);
}

void SandboxPanel::showcase() {
    readHeld();
}

} // namespace gatehouse::ui::panels::sandbox
