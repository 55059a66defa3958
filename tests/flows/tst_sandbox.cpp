// SPDX-License-Identifier: Apache-2.0
// The practice world as a class uses it: every fault has an error of its own, each step can be held, and a reset puts
// everything back.
#include <QElapsedTimer>
#include <QtTest>

#include "admin/api/codec.h"
#include "broker/demo.h"
#include "http/job_stack.h"
#include "sandbox/faults.h"
#include "sandbox/scenario.h"
#include "tests/flows/sandbox_world.h"

namespace gatehouse::flows {

class SandboxTest : public QObject, protected SandboxWorld {
    Q_OBJECT

private slots:
    void initTestCase() { start(); }
    void cleanupTestCase() { m_broker->stop(); }
    void init() {
        admin("PATCH", "/tenants/acme/sandbox", {{"hold", false}});
        QCOMPARE(status("POST", "/tenants/acme/sandbox/reset"), 200);
    }

    // X01
    void everyFaultHasAnErrorOfItsOwnOnThePageAndInTheFlow_data() {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("reason");
        const std::map<std::string, const char*> reasons{{"no_email", "mapping_missing_email"},
                                                         {"wrong_audience", "id_token.aud"},
                                                         {"wrong_nonce", "id_token.nonce"},
                                                         {"wrong_issuer", "id_token.iss"},
                                                         {"expired", "id_token.exp"},
                                                         {"weak_acr", "unmet_authentication_requirements"},
                                                         {"clock_off", "id_token.iat"},
                                                         {"unknown_key", "id_token.key"},
                                                         {"bad_signature", "id_token.signature"},
                                                         {"access_denied", "upstream.cancelled"},
                                                         {"replayed_answer", "login.state_used"},
                                                         {"authorize_error", "upstream.error"},
                                                         {"token_error", "upstream.token_down"},
                                                         {"userinfo_error", "upstream.userinfo"},
                                                         {"jwks_error", "upstream.keys"},
                                                         {"discovery_error", "upstream.metadata"}};
        for (const sandbox::Fault fault : sandbox::allFaults()) {
            if (!sandbox::concerns(fault, sandbox::Protocol::Oidc)) {
                continue;
            }
            const std::string name(sandbox::faultName(fault));
            QTest::newRow(name.c_str()) << QString::fromStdString(name)
                                        << QString::fromLatin1(reasons.contains(name) ? reasons.at(name) : "");
        }
    }
    void everyFaultHasAnErrorOfItsOwnOnThePageAndInTheFlow() {
        QFETCH(QString, fault);
        QFETCH(QString, reason);
        QVERIFY2(!reason.isEmpty(), "a fault that this test does not know");
        QVERIFY2(m_reasons.insert(reason).second, "not an error of its own");
        switchOn(fault.toStdString());
        Browser student = browser();
        std::string url = m_url + "/demo/login?login_hint=ana&connection=practice&prompt=login&acr_values=phr";
        Answer end = student.follow(url, m_url + "/demo/callback");
        if (fault == "replayed_answer") {
            const std::string link = end.links("button\" id=\"deliver\" target=\"_blank\" rel=\"noopener").front();
            QVERIFY(student.get(link).location.starts_with(m_url + "/demo/callback?code="));
            end = student.get(link);
        }
        const std::string newest = flowReason();
        QCOMPARE(QString::fromStdString(newest), reason);
        const bool toApp = end.status == 303;
        // Where the app is told, it is told in the words of OAuth.
        const QString shown = toApp && reason == "upstream.cancelled" ? QStringLiteral("access_denied") : reason;
        QCOMPARE(QString::fromStdString(toApp ? end.at("error") : end.reason()), shown);
        if (!toApp) {
            QVERIFY(end.reference().starts_with("GH-"));
        }
    }
    void everyScenarioEndsAsItSays() {
        for (const sandbox::Scenario& scenario : sandbox::scenarios()) {
            if (scenario.protocol != sandbox::Protocol::Oidc) {
                continue; // tst_sandbox_saml
            }
            const json::Object started = admin("POST", "/tenants/acme/sandbox/scenarios/" + scenario.name + "/start");
            Browser student = browser();
            Answer end = student.follow(text(started, "url"), m_url + "/demo/callback");
            if (scenario.name == "replayed-answer") {
                const std::string link = end.links("button\" id=\"deliver\" target=\"_blank\" rel=\"noopener").front();
                (void)student.get(link);
                (void)student.get(link);
            } else if (scenario.expects.empty()) {
                QVERIFY(end.location.starts_with(m_url + "/demo/callback?code="));
            }
            QVERIFY2(flowReason() == scenario.expects, (scenario.name + ": " + flowReason()).c_str());
        }
        QCOMPARE(status("POST", "/tenants/acme/sandbox/scenarios/none/start"), 404);
    }
    void startingAScenarioSwitchesTheOthersFaultsOff() {
        switchOn("expired");
        admin("POST", "/tenants/acme/sandbox/scenarios/missing-email/start");
        QCOMPARE(faultsOn(), QStringList{"no_email"});
        admin("POST", "/tenants/acme/sandbox/scenarios/code-flow/start");
        QCOMPARE(faultsOn(), QStringList());
    }

    // X02
    void nothingLeavesUntilNextAndThenOnce() {
        hold(true);
        Browser student = browser();
        const Answer asked =
            student.get(student.get(m_url + "/demo/login?login_hint=ana&connection=practice").location);
        QCOMPARE(asked.status, 200);
        QVERIFY(asked.location.empty());
        QVERIFY(asked.body.find("This step is held") != std::string::npos);
        const std::string waiting = refreshOf(asked);
        QVERIFY(student.get(waiting).location.empty());
        const json::Object step = onlyHeld();
        QCOMPARE(text(step, "step"), std::string("authorize"));
        QCOMPARE(text(step, "direction"), std::string("to-browser"));
        QVERIFY(!text(step, "caption").empty());
        QVERIFY(json::objectMember(step, "message") != nullptr);
        QCOMPARE(text(admin("POST", "/tenants/acme/sandbox/next"), "id"), text(step, "id"));
        const Answer answer = student.get(waiting);
        QCOMPARE(answer.status, 303);
        QVERIFY(answer.location.starts_with(m_url + "/sandbox/acme/authorize?"));
        const Answer again = student.get(waiting);
        QCOMPARE(again.status, 410);
        QVERIFY(again.location.empty());
        QCOMPARE(status("POST", "/tenants/acme/sandbox/next"), 409);
    }
    void aWholeSignInGoesThroughStepByStep() {
        hold(true);
        Browser student = browser();
        Answer at = student.get(m_url + "/demo/login?login_hint=ana&connection=practice");
        QStringList steps;
        QElapsedTimer patience;
        patience.start();
        while (at.body.find("Hello,") == std::string::npos && patience.elapsed() < 30'000) {
            if (at.status == 303) {
                at = student.get(at.location);
            } else if (const std::string refresh = refreshOf(at); !refresh.empty()) {
                for (const json::Value& each : held()) {
                    steps << QString::fromStdString(text(each.as_object(), "step"));
                    admin("POST", "/tenants/acme/sandbox/next", {{"id", text(each.as_object(), "id")}});
                }
                at = student.get(refresh);
            } else {
                QFAIL(at.body.c_str());
            }
        }
        QVERIFY(at.body.find("Hello,") != std::string::npos);
        QCOMPARE(steps.mid(0, 3), (QStringList{"authorize", "callback", "token"}));
        QVERIFY(steps.contains("userinfo"));
    }
    void aHeldAppWaitsForItsTokens() {
        const json::Object made =
            admin("POST", "/tenants/acme/apps",
                  {{"name", "caller"}, {"type", "service"}, {"grantTypes", json::Array{"client_credentials"}}});
        hold(true);
        std::atomic<int> got{0};
        std::thread caller([&] {
            http::OutboundRequest request;
            request.method = "POST";
            request.url = m_url + "/t/acme/oauth2/token";
            request.deadline = Seconds(60);
            request.headers.set("Content-Type", "application/x-www-form-urlencoded");
            http::Parameters form;
            form.append("grant_type", "client_credentials");
            form.append("client_id", text(made, "clientId"));
            form.append("client_secret", text(made, "clientSecret"));
            request.body = form.encode();
            got = exchange(*m_client, request).status;
        });
        QTRY_COMPARE(held().size(), std::size_t(1));
        const std::string shown = json::write(held());
        QVERIFY(shown.find(text(made, "clientSecret")) == std::string::npos);
        QCOMPARE(got.load(), 0);
        admin("POST", "/tenants/acme/sandbox/release-all");
        caller.join();
        QVERIFY(got.load() != 0);
        QVERIFY(held().empty());
    }
    void moreCallsCanBeHeldThanThereAreWorkers() {
        hold(true);
        std::vector<std::thread> callers;
        std::atomic<int> done{0};
        for (int i = 0; i < 8; ++i) { // twice as many as workers
            callers.emplace_back([&] {
                http::OutboundRequest request;
                request.method = "GET";
                request.url = m_url + "/t/acme/oauth2/userinfo";
                request.deadline = Seconds(60);
                (void)exchange(*m_client, request);
                ++done;
            });
        }
        if (http::JobStack::isSupported()) {
            QTRY_COMPARE_WITH_TIMEOUT(held().size(), std::size_t(8), 20'000);
            Browser other = browser();
            QCOMPARE(other.get(m_url + "/t/acme/.well-known/openid-configuration").status, 200);
        }
        QCOMPARE(done.load(), 0);
        hold(false);
        for (std::thread& caller : callers) {
            caller.join();
        }
        QCOMPARE(done.load(), 8);
    }
    void afterTenMinutesAStepIsGivenUp() {
        hold(true);
        Browser student = browser();
        const Answer page = student.get(student.get(m_url + "/demo/login?connection=practice&login_hint=ana").location);
        m_clock.advance(Seconds(601));
        const Answer gone = student.get(refreshOf(page));
        QCOMPARE(gone.status, 504);
        QVERIFY(gone.body.find("ten minutes") != std::string::npos);
        QVERIFY(held().empty());
    }
    void anotherTenantIsNeverHeld() {
        json::Object live{{"slug", "live"}, {"name", "Live"}, {"kind", "live"}};
        admin("POST", "/tenants", live);
        hold(true);
        Browser student = browser();
        const Answer answer = student.get(m_url + "/t/live/oauth2/userinfo");
        QCOMPARE(answer.status, 401);
        QVERIFY(held().empty());
        for (const char* path : {"", "/held", "/next", "/reset", "/snapshot", "/release-all"}) {
            const std::string method = std::string(path).empty()      ? "PATCH"
                                       : std::string(path) == "/held" ? "GET"
                                                                      : "POST";
            QCOMPARE(status(method, "/tenants/live/sandbox" + std::string(path)), 404);
        }
    }
    void aTenantThatWentLiveIsHeldNoMore() {
        hold(true);
        admin("PATCH", "/tenants/acme", {{"kind", "live"}});
        Browser student = browser();
        const Answer answer =
            student.get(student.get(m_url + "/demo/login?connection=practice&login_hint=ana").location);
        QCOMPARE(answer.status, 303);
        for (const char* path : {"/next", "/reset", "/snapshot", "/release-all", "/scenarios/code-flow/start"}) {
            QCOMPARE(code("POST", std::string("/tenants/acme/sandbox") + path), std::string("sandbox_not_a_sandbox"));
        }
        QCOMPARE(code("PATCH", "/tenants/acme/sandbox", {{"hold", true}}), std::string("sandbox_not_a_sandbox"));
        admin("PATCH", "/tenants/acme", {{"kind", "sandbox"}});
    }
    void eventsTellOfWhatIsHeld() {
        std::mutex mutex;
        QStringList changes;
        const auto handle = m_broker->subscribe([&](std::string_view event, std::string_view data) {
            if (event == "sandbox") {
                const std::lock_guard lock(mutex);
                changes << QString::fromStdString(text(json::parseObject(data).value(), "change"));
            }
        });
        hold(true);
        Browser student = browser();
        (void)student.get(student.get(m_url + "/demo/login?connection=practice&login_hint=ana").location);
        admin("POST", "/tenants/acme/sandbox/next");
        admin("POST", "/tenants/acme/sandbox/reset");
        const auto heard = [&] {
            const std::lock_guard lock(mutex);
            return changes;
        };
        QTRY_COMPARE(heard(), (QStringList{"held", "released", "reset"}));
    }

    void aResetPutsTheClassBack() {
        const std::string before = checksumOf(admin("GET", "/tenants/acme/sandbox"));
        QCOMPARE(before.size(), std::size_t(64));
        Browser student = browser();
        const std::string home = m_url + "/demo/login?login_hint=ana&connection=practice&prompt=login";
        QVERIFY(student.follow(home, "nowhere").body.find("Hello,") != std::string::npos);
        admin("PATCH", "/tenants/acme", {{"name", "Vandals"}});
        for (const json::Value& role : items("/tenants/acme/roles")) {
            admin("DELETE", "/tenants/acme/roles/" + text(role.as_object(), "name"));
        }
        for (const json::Value& connection : items("/tenants/acme/connections")) {
            admin("DELETE", "/tenants/acme/connections/" + text(connection.as_object(), "id"));
        }
        switchOn("expired");
        const json::Object done = admin("POST", "/tenants/acme/sandbox/reset");
        QCOMPARE(text(done, "checksum"), before);
        QVERIFY(json::integerMember(done, "rows").value_or(0) > 3);
        QCOMPARE(text(admin("GET", "/tenants/acme"), "name"), std::string("Acme Corp"));
        QVERIFY(items("/tenants/acme/users").empty());
        QVERIFY(items("/tenants/acme/sessions?alive=true").empty());
        QVERIFY(!items("/tenants/acme/flows").empty()); // kept: they are the class's record
        QCOMPARE(faultsOn(), QStringList());
        QVERIFY(student.follow(home, "nowhere").body.find("Hello,") != std::string::npos); // and it works again
    }
    void aResetSignsEverybodyOut() {
        Browser student = browser();
        const std::string home = m_url + "/demo/login?login_hint=ben&connection=practice";
        QVERIFY(student.follow(home, "nowhere").body.find("Hello,") != std::string::npos);
        const json::Object done = admin("POST", "/tenants/acme/sandbox/reset");
        QCOMPARE(json::integerMember(done, "sessionsEnded").value_or(0), std::int64_t(1));
        QVERIFY(items("/tenants/acme/sessions?alive=true").empty());
        QVERIFY(student.get(m_url + "/demo/").body.find("does not work any more") != std::string::npos);
    }
    void aNewSnapshotIsWhatIsGoneBackTo() {
        admin("PATCH", "/tenants/acme", {{"name", "Second lesson"}});
        const json::Object taken = admin("POST", "/tenants/acme/sandbox/snapshot");
        admin("PATCH", "/tenants/acme", {{"name", "Vandals"}});
        QCOMPARE(text(admin("POST", "/tenants/acme/sandbox/reset"), "checksum"), text(taken, "checksum"));
        QCOMPARE(text(admin("GET", "/tenants/acme"), "name"), std::string("Second lesson"));
        admin("PATCH", "/tenants/acme", {{"name", "Acme Corp"}});
        admin("POST", "/tenants/acme/sandbox/snapshot");
    }
    void aResetGivesUpWhatIsHeld() {
        hold(true);
        Browser student = browser();
        const Answer page = student.get(student.get(m_url + "/demo/login?connection=practice&login_hint=ana").location);
        admin("POST", "/tenants/acme/sandbox/reset");
        const Answer gone = student.get(refreshOf(page));
        QCOMPARE(gone.status, 503);
        QVERIFY(gone.body.find("put back") != std::string::npos);
    }
    void theLogSaysWhoResetIt() {
        admin("POST", "/tenants/acme/sandbox/reset");
        const json::Array records = items("/tenants/acme/audit?type=AdminAction");
        const json::Object* data = json::objectMember(records.front().as_object(), "data");
        QVERIFY(data != nullptr);
        QCOMPARE(text(*data, "operation"), std::string("sandbox.reset"));
        QCOMPARE(text(*data, "reset"), checksumOf(admin("GET", "/tenants/acme/sandbox")));
    }
    void afterARestartTheResetStillSignsIn() {
        admin("PATCH", "/tenants/acme", {{"name", "Vandals"}});
        m_broker->stop();
        m_broker.reset();
        start();
        QCOMPARE(text(admin("GET", "/tenants/acme"), "name"), std::string("Vandals"));
        admin("POST", "/tenants/acme/sandbox/reset");
        QCOMPARE(text(admin("GET", "/tenants/acme"), "name"), std::string("Acme Corp"));
        Browser student = browser();
        const Answer end = student.follow(m_url + "/demo/login?login_hint=ana&connection=practice", "nowhere");
        QVERIFY2(end.body.find("Hello,") != std::string::npos, end.body.c_str());
    }

private:
    std::set<QString> m_reasons;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SandboxTest)
#include "tst_sandbox.moc"
