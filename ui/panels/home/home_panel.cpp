// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/home_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/client/convert.h"
#include "ui/panels/home/checklist.h"
#include "ui/panels/home/expiry_card.h"
#include "ui/panels/home/login_charts.h"
#include "ui/panels/home/recent_failures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/broker_text.h"
#include "ui/widgets/detail_grid.h"
#include "ui/widgets/format.h"
#include "ui/widgets/layout.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::home {

using client::toQString;

namespace {

constexpr std::size_t kMostReasons = 5;
constexpr int kMostFailures = 4;
constexpr int kSoonMs = 2000;

} // namespace

HomePanel::HomePanel(shell::Services services, QWidget* parent)
    : Panel(services, parent)
    , m_checklist(new Checklist(client(), requests()))
    , m_recent(new RecentFailures)
    , m_charts(new LoginCharts)
    , m_expiries(new ExpiryCard) {
    auto* scroll = new QScrollArea(this);
    auto* sheet = new QWidget(scroll);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(theme::kPageMargin + 4, theme::kPageMargin, theme::kPageMargin + 4, theme::kPageMargin);
    column->setSpacing(16);
    column->addWidget(
        new widgets::PageHeader(tr("Home"), tr("Is it running, is anything about to break, what went wrong."), sheet));
    auto* grid = new QGridLayout;
    grid->setSpacing(16);
    grid->addWidget(makeBrokerCard(), 0, 0);
    grid->addWidget(m_expiries, 0, 1);
    grid->addWidget(m_charts, 1, 0);
    grid->addWidget(makeReasonsCard(), 1, 1);
    grid->addWidget(m_recent, 2, 0);
    grid->addWidget(m_checklist, 2, 1);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    grid->setRowStretch(2, 1);
    column->addLayout(grid, 1);
    scroll->setWidget(sheet);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&monitor(), &client::BrokerMonitor::changed, this, &HomePanel::showStatus);
    connect(m_checklist, &Checklist::goTo, this, &HomePanel::goTo);
    connect(m_recent, &RecentFailures::opened, this,
            [this](const QString& id) { emit goTo({QStringLiteral("logins"), tenant(), id}); });
    connect(m_expiries, &ExpiryCard::goTo, this, &HomePanel::goTo);
    connect(m_charts, &LoginCharts::loginsRequested, this,
            [this] { emit goTo({QStringLiteral("logins"), tenant(), {}}); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSoonMs);
    connect(&m_soon, &QTimer::timeout, this, &HomePanel::readStatistics);
    showStatus();
}

QWidget* HomePanel::makeBrokerCard() {
    auto* card = new widgets::Card(tr("Broker"), this);
    m_state = new widgets::StatusChip(widgets::Status::Running, tr("Connecting"), card);
    card->addAction(m_state);
    m_logins = new widgets::StatTile(tr("sign-ins today"), card);
    m_failures = new widgets::StatTile(tr("refused today"), card);
    m_p95 = new widgets::StatTile(tr("p95 of a login"), card);
    m_sessions = new widgets::StatTile(tr("sessions open"), card);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(12);
    for (widgets::StatTile* tile : {m_logins, m_failures, m_p95, m_sessions}) {
        tiles->addWidget(tile, 1);
    }
    card->body()->addLayout(tiles);
    card->body()->addSpacing(4);
    m_facts = new widgets::DetailGrid(card);
    card->body()->addWidget(m_facts);
    card->body()->addStretch(1);
    return card;
}

QWidget* HomePanel::makeReasonsCard() {
    m_reasons = new widgets::Card(tr("Why, last 24 hours"), this);
    return m_reasons;
}

void HomePanel::tenantChanged() {
    m_checklist->setTenant(tenant());
    m_recent->showFlows({});
}

void HomePanel::refresh() {
    m_checklist->refresh();
    readFailures();
    readStatistics();
    askLatest(m_ending, client().expiries(), [this](auto outcome) {
        if (outcome) {
            m_expiries->showExpiries(outcome->items);
        } else if (outcome.error().status == 403 || outcome.error().status == 404) {
            m_expiries->showForbidden();
        } else {
            m_expiries->showFailure(tr("What expires could not be read: %1").arg(outcome.error().title));
        }
    });
}

void HomePanel::poll() {
    readFailures();
    readStatistics();
}

void HomePanel::takeEvent(const client::Event& event) {
    if (event.name ==
            QByteArray(client::api::kFlowEvent.data(), static_cast<qsizetype>(client::api::kFlowEvent.size())) &&
        !event.data.contains("\"started\"")) {
        if (event.data.contains("\"failure\"")) {
            readFailures();
        }
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    }
}

void HomePanel::readFailures() {
    if (tenant().isEmpty()) {
        return;
    }
    client::FlowQuery query;
    query.outcome = QStringLiteral("failure");
    query.limit = kMostFailures;
    askLatest(m_reading, client().flows(tenant(), query), [this](auto outcome) {
        if (!outcome) {
            return; // the status bar says that nobody answers
        }
        m_recent->showFlows(outcome->items);
    });
}

void HomePanel::showStatus() {
    if (monitor().failure()) {
        m_state->setStatus(widgets::Status::Failed, tr("No answer"));
        m_state->setToolTip(monitor().failure()->detail);
    }
    const auto& status = monitor().status();
    if (!status) {
        return;
    }
    if (!monitor().failure()) {
        m_state->setStatus(widgets::Status::Ok, tr("Running"));
    }
    const QLocale locale;
    m_logins->setValue(locale.toString(static_cast<qlonglong>(status->loginsToday)));
    m_failures->setValue(locale.toString(static_cast<qlonglong>(status->failuresToday)));
    m_p95->setValue(widgets::milliseconds(std::lround(status->latency.p95)),
                    tr("p50 %1, p99 %2; the broker's share of whole logins in the last hour")
                        .arg(widgets::milliseconds(std::lround(status->latency.p50)),
                             widgets::milliseconds(std::lround(status->latency.p99))));
    m_sessions->setValue(locale.toString(static_cast<qlonglong>(status->sessions)));
    m_checklist->setStatus(*status);

    m_facts->clear();
    m_facts->addCode(tr("Address"), toQString(status->publicUrl));
    m_facts->addText(tr("Up"), widgets::seconds(status->uptime),
                     widgets::absoluteTime(client::toDateTime(status->startedAt)));
    m_facts->addText(tr("Holds"),
                     QStringList{tr("%Ln tenant(s)", nullptr, static_cast<int>(status->tenants)),
                                 tr("%Ln identity provider(s)", nullptr, static_cast<int>(status->connections)),
                                 tr("%Ln app(s)", nullptr, static_cast<int>(status->apps))}
                         .join(tr(", ")));
    m_facts->addText(tr("Version"), toQString(status->version));
}

void HomePanel::readStatistics() {
    askLatest(m_counting, client().statistics(), [this](auto outcome) {
        if (outcome) {
            m_charts->showStatistics(*outcome);
            showReasons(outcome->reasons);
        }
    });
}

void HomePanel::showReasons(const std::vector<client::api::ReasonCount>& reasons) {
    QString shown = QStringLiteral("/");
    for (const client::api::ReasonCount& reason : reasons) {
        shown += toQString(reason.reason) + QString::number(reason.count);
    }
    if (shown == m_shownReasons) {
        return;
    }
    m_shownReasons = shown;
    widgets::clearLayout(*m_reasons->body());
    const std::int64_t largest = reasons.empty() ? 0 : reasons.front().count;
    for (std::size_t i = 0; i < std::min(kMostReasons, reasons.size()); ++i) {
        m_reasons->body()->addWidget(makeReason(reasons[i], largest));
    }
    if (reasons.empty()) {
        m_reasons->body()->addWidget(
            widgets::mutedLabel(tr("No sign-in was refused in the last 24 hours."), m_reasons));
    }
    m_reasons->body()->addStretch(1);
}

QWidget* HomePanel::makeReason(const client::api::ReasonCount& reason, std::int64_t largest) {
    auto* item = new QWidget(m_reasons);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    const QString slug = toQString(reason.reason);
    const QString sentence = reason.message.empty() ? slug : widgets::reasonMessage(slug, toQString(reason.message));
    auto* bar = new widgets::BarRow(sentence, reason.count, largest, theme::Tone::Error, item);
    bar->setToolTip(slug);
    bar->setAccessibleDescription(slug);
    row->addWidget(bar, 1);
    auto* show = new QPushButton(tr("Show"), item);
    show->setAccessibleName(tr("Show the logins that failed with %1").arg(slug));
    connect(show, &QPushButton::clicked, this,
            [this, slug] { emit goTo({QStringLiteral("logins"), tenant(), QStringLiteral("reason=") + slug}); });
    row->addWidget(show);
    return item;
}

} // namespace gatehouse::ui::panels::home
