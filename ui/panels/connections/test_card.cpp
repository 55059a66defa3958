// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/connections/test_card.h"

#include <algorithm>
#include <chrono>

#include <QDesktopServices>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QUuid>
#include <QVBoxLayout>

#include "admin/api/codec.h"
#include "admin/api/transport.h"
#include "ui/client/convert.h"
#include "ui/panels/connections/test_stages.h"
#include "ui/widgets/copy_button.h"

namespace gatehouse::ui::panels::connections {

using client::toQString;

namespace {

constexpr std::chrono::minutes kSignInLife{5}; // as long as the address lives

bool isEvent(const client::Event& event, std::string_view name) {
    return event.name == QByteArray(name.data(), qsizetype(name.size()));
}

template <class T>
std::optional<T> decoded(const QByteArray& data) {
    auto value = admin::api::decode<T>(data.toStdString(), admin::api::Side::Reply);
    return value ? std::optional<T>(*std::move(value)) : std::nullopt;
}

} // namespace

TestCard::TestCard(client::AdminClient& client, client::Requests& requests, QWidget* parent)
    : Card(tr("Connection test"), parent)
    , m_client(client)
    , m_requests(requests)
    , m_checks(new widgets::CheckList(this))
    , m_time(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_openByHand(new QWidget(this))
    , m_address(new widgets::CopyField(tr("address for the browser"), m_openByHand)) {
    m_checks->setObjectName(QStringLiteral("idp.stages"));
    m_cancel->setObjectName(QStringLiteral("idp.cancelTest"));
    m_cancel->setAccessibleName(tr("Cancel the test"));
    m_time->setForegroundRole(QPalette::PlaceholderText);
    m_time->setObjectName(QStringLiteral("idp.testTime"));
    addAction(m_time);
    addAction(m_cancel);
    auto* byHand = new QVBoxLayout(m_openByHand);
    byHand->setContentsMargins(0, 0, 0, 0);
    byHand->addWidget(widgets::mutedLabel(
        tr("No browser could be opened. Open this address in one, once and within five minutes:"), m_openByHand));
    byHand->addWidget(m_address);
    m_openByHand->hide();
    body()->addWidget(m_checks);
    body()->addWidget(m_openByHand);
    m_giveUp.setSingleShot(true);
    m_giveUp.setInterval(kSignInLife);
    connect(&m_giveUp, &QTimer::timeout, this, [this] {
        stopWaiting();
        client::api::TestStep late;
        late.name = "sign_in";
        late.status = "warn";
        late.detail = tr("Nobody signed in within five minutes.").toStdString();
        putStep(std::move(late));
    });
    connect(m_cancel, &QPushButton::clicked, this, &TestCard::cancel);
    connect(m_checks, &widgets::CheckList::actionRequested, this, [this](int line, int action) {
        const auto at = static_cast<std::size_t>(line);
        const auto fixes = at < m_steps.size() ? fixesOf(m_steps[at]) : std::vector<client::api::TestFix>();
        if (static_cast<std::size_t>(action) < fixes.size()) {
            const client::api::TestFix& fix = fixes[static_cast<std::size_t>(action)];
            emit fixRequested(toQString(fix.kind), toQString(fix.value));
        }
    });
    setRunning(false);
}

void TestCard::testSaved(const QString& tenant, const QString& id, const QString& issuer) {
    m_tenant = tenant;
    begin(issuer);
    m_requests.askLatest(m_asking, m_client.testConnection(tenant, id, m_run), this,
                         [this](const auto& outcome) { finish(outcome); });
}

void TestCard::testDraft(const QString& tenant, const client::api::Connection& draft) {
    m_tenant = tenant;
    begin(toQString(draft.issuer));
    m_requests.askLatest(m_asking, m_client.testDraft(tenant, draft, m_run), this,
                         [this](const auto& outcome) { finish(outcome); });
}

void TestCard::begin(const QString& issuer) {
    cancel();
    m_run = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_since.start();
    m_steps.clear();
    m_checks->setLines({{widgets::Status::Running, tr("Testing"), tr("Asking %1").arg(issuer), {}, {}, {}, {}}});
    m_time->clear();
    setRunning(true);
}

void TestCard::finish(const client::Outcome<client::api::ConnectionTest>& outcome) {
    setRunning(false);
    m_run.clear();
    if (!outcome) {
        m_steps.clear();
        showSteps();
        emit failed(outcome.error());
        return;
    }
    m_steps = outcome->steps;
    m_time->setText(tr("%1 s").arg(QLocale().toString(double(m_since.elapsed()) / 1000, 'f', 1)));
    showSteps();
    emit finished(outcome->ok);
}

void TestCard::showSteps() {
    std::vector<widgets::CheckLine> lines;
    lines.reserve(m_steps.size());
    for (const client::api::TestStep& step : m_steps) {
        lines.push_back(stageLine(step));
    }
    m_checks->setLines(lines);
}

void TestCard::putStep(client::api::TestStep step) {
    const auto known = std::find_if(m_steps.begin(), m_steps.end(),
                                    [&](const client::api::TestStep& each) { return each.name == step.name; });
    if (known == m_steps.end()) {
        m_steps.push_back(std::move(step));
    } else {
        *known = std::move(step);
    }
    showSteps();
}

void TestCard::takeEvent(const client::Event& event) {
    if (m_running && isEvent(event, admin::api::kTestEvent)) {
        const auto stage = decoded<client::api::TestStage>(event.data);
        if (stage && toQString(stage->run) == m_run) {
            putStep(stage->step);
        }
    } else if (m_waiting && isEvent(event, admin::api::kFlowEvent)) {
        const auto flow = decoded<client::api::Flow>(event.data);
        if (flow && toQString(flow->id) == m_flowId && flow->outcome != "started") {
            askForFlow(); // the event has no steps, and so no claims
        }
    }
}

void TestCard::poll() {
    if (m_waiting) {
        askForFlow();
    }
}

void TestCard::signIn(const QString& tenant, const QString& id) {
    stopWaiting();
    m_tenant = tenant;
    setRunning(true);
    m_requests.askLatest(m_asking, m_client.testSignIn(tenant, id), this, [this](const auto& outcome) {
        setRunning(false);
        outcome ? startWaiting(*outcome) : emit failed(outcome.error());
    });
}

void TestCard::startWaiting(const client::api::TestSignIn& started) {
    m_flowId = toQString(started.flowId);
    m_waiting = true;
    m_giveUp.start();
    client::api::TestStep step;
    step.name = "sign_in";
    step.status = "running";
    step.detail = tr("Waiting for the browser. Sign in there as somebody who may.").toStdString();
    std::erase_if(m_steps, [](const client::api::TestStep& each) { return each.name == "claims"; });
    putStep(std::move(step));
    const QString address = toQString(started.url);
    m_address->setValue(address, widgets::Sensitivity::Secret);
    m_openByHand->setVisible(!QDesktopServices::openUrl(QUrl(address)));
    setRunning(false);
}

void TestCard::askForFlow() {
    m_requests.askLatest(m_flow, m_client.flow(m_tenant, m_flowId), this, [this](const auto& outcome) {
        if (outcome && outcome->outcome != "started" && m_waiting) {
            takeFlow(*outcome);
        }
    });
}

void TestCard::takeFlow(const client::api::Flow& flow) {
    stopWaiting();
    for (client::api::TestStep& step : signInSteps(flow)) {
        putStep(std::move(step));
    }
    emit signedIn(flow);
}

void TestCard::stopWaiting() {
    m_waiting = false;
    m_giveUp.stop();
    m_flow.drop();
    m_flowId.clear();
    m_address->setValue({});
    m_openByHand->hide();
    setRunning(m_running);
}

void TestCard::cancel() {
    const bool tested = m_running;
    const bool waited = m_waiting;
    m_asking.drop();
    m_run.clear();
    m_running = false;
    stopWaiting();
    if (tested || waited) {
        std::erase_if(m_steps, [](const client::api::TestStep& each) { return each.status == "running"; });
        showSteps();
    }
}

void TestCard::clear() {
    cancel();
    m_steps.clear();
    m_time->clear();
    showSteps();
}

void TestCard::setRunning(bool running) {
    m_running = running;
    m_cancel->setVisible(isRunning());
    emit runningChanged(isRunning());
}

} // namespace gatehouse::ui::panels::connections
