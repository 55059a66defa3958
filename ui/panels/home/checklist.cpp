// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/home/checklist.h"

#include <algorithm>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/status.h"

namespace gatehouse::ui::panels::home {

std::vector<SetupStep> setupSteps(const SetupFacts& facts, const QString& tenant) {
    const auto say = [](const char* text) { return QCoreApplication::translate("Checklist", text); };
    const shell::Place tenants{QStringLiteral("tenants"), {}, tenant};
    const shell::Place connections{QStringLiteral("connections"), tenant, {}};
    return {{say(QT_TRANSLATE_NOOP("Checklist", "Create a tenant")),
             say(QT_TRANSLATE_NOOP("Checklist", "A company whose people sign in")), facts.hasTenant, tenants},
            {say(QT_TRANSLATE_NOOP("Checklist", "Verify a domain")),
             say(QT_TRANSLATE_NOOP("Checklist", "So that its people are led to their provider")),
             facts.hasVerifiedDomain, tenants},
            {say(QT_TRANSLATE_NOOP("Checklist", "Connect an identity provider")),
             say(QT_TRANSLATE_NOOP("Checklist", "Entra, Okta, Keycloak, any OpenID provider")), facts.hasConnection,
             connections},
            {say(QT_TRANSLATE_NOOP("Checklist", "Enable it")),
             say(QT_TRANSLATE_NOOP("Checklist", "After its test has passed")), facts.hasEnabledConnection, connections},
            {say(QT_TRANSLATE_NOOP("Checklist", "Register an app")),
             say(QT_TRANSLATE_NOOP("Checklist", "With gatehousectl or the Admin API")),
             facts.hasApp,
             {}},
            {say(QT_TRANSLATE_NOOP("Checklist", "First sign-in")),
             say(QT_TRANSLATE_NOOP("Checklist", "It appears under Logins, step by step")),
             facts.hasSignIn,
             {QStringLiteral("logins"), tenant, {}}}};
}

Checklist::Checklist(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : Card(tr("Set up"), parent)
    , m_client(client)
    , m_requests(requests) {
    showSteps();
}

void Checklist::setTenant(const QString& tenant) {
    m_tenant = tenant;
    const bool hasApp = m_facts.hasApp;
    m_facts = {};
    m_facts.hasTenant = !tenant.isEmpty();
    m_facts.hasApp = hasApp;
    showSteps();
}

void Checklist::setStatus(const client::api::BrokerStatus& status) {
    m_facts.hasApp = status.apps > 0;
    showSteps();
}

void Checklist::refresh() {
    if (m_tenant.isEmpty()) {
        return;
    }
    m_requests.askLatest(m_domains, m_client.domains(m_tenant), this, [this](auto outcome) {
        if (outcome) {
            m_facts.hasVerifiedDomain = std::any_of(outcome->items.begin(), outcome->items.end(),
                                                    [](const auto& domain) { return domain.status == "verified"; });
            showSteps();
        }
    });
    m_requests.askLatest(m_connections, m_client.connections(m_tenant), this, [this](auto outcome) {
        if (outcome) {
            m_facts.hasConnection = !outcome->items.empty();
            m_facts.hasEnabledConnection = std::any_of(outcome->items.begin(), outcome->items.end(),
                                                       [](const auto& connection) { return connection.enabled; });
            showSteps();
        }
    });
    client::FlowQuery query;
    query.outcome = QStringLiteral("success");
    query.limit = 1;
    m_requests.askLatest(m_flows, m_client.flows(m_tenant, query), this, [this](auto outcome) {
        if (outcome) {
            m_facts.hasSignIn = !outcome->items.empty();
            showSteps();
        }
    });
}

void Checklist::showSteps() {
    const std::vector<SetupStep> steps = setupSteps(m_facts, m_tenant);
    QString state = m_tenant;
    for (const SetupStep& step : steps) {
        state += step.done ? u'1' : u'0';
    }
    if (state == m_shown) {
        return;
    }
    m_shown = state;
    widgets::clearLayout(*body());
    const auto done = std::count_if(steps.begin(), steps.end(), [](const SetupStep& step) { return step.done; });
    body()->addWidget(widgets::mutedLabel(tr("%1 of %2 done").arg(done).arg(steps.size()), this));
    for (const SetupStep& step : steps) {
        body()->addWidget(makeStep(step));
    }
    body()->addStretch(1);
}

QWidget* Checklist::makeStep(const SetupStep& step) {
    auto* item = new QWidget(this);
    auto* row = new QHBoxLayout(item);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new widgets::StatusGlyph(step.done ? widgets::Status::Ok : widgets::Status::Draft, 20, item), 0,
                   Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* title = new QLabel(step.title, item);
    texts->addWidget(title);
    texts->addWidget(widgets::mutedLabel(step.hint, item));
    row->addLayout(texts, 1);
    item->setAccessibleName(step.title + QStringLiteral(": ") + (step.done ? tr("done") : tr("to do")));
    if (!step.done && !step.place.panel.isEmpty()) {
        auto* open = new QPushButton(tr("Open"), item);
        open->setAccessibleName(tr("Open: %1").arg(step.title));
        connect(open, &QPushButton::clicked, this, [this, place = step.place] { emit goTo(place); });
        row->addWidget(open, 0, Qt::AlignVCenter);
    }
    return item;
}

} // namespace gatehouse::ui::panels::home
