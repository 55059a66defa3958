// SPDX-License-Identifier: Apache-2.0
// Refresh tokens that stay, since they are bound to the app's key (FAPI 2.0 Security Profile, 5.3.2.1).
#include <latch>
#include <thread>

#include <QtTest>

#include "tests/flows/app_key.h"

namespace gatehouse::flows {

class RefreshPolicy : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = world().addApp("acme", "bank", {{"dpop", "required"}, {"refreshPolicy", "static_bound"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void theTokenStaysWhateverHowOften() {
        const Tokens first = signedIn(m_app);
        for (int i = 0; i < 3; ++i) {
            const Tokens next = refresh(first.refresh, m_key);
            QCOMPARE(next.answer.status, 200);
            QCOMPARE(next.answer.text("token_type"), std::string("DPoP"));
            QVERIFY(next.refresh.empty());
            QVERIFY(!next.id.empty());
            QVERIFY(world().isActive(m_app, next.access));
            world().clock.advance(Seconds(60)); // long past the grace of one that rotates
        }
        QVERIFY(world().audit(world().acme, "TokenReuseDetected").empty());
    }
    void anotherKeyOrNoneGetsNothingAndEndsNothing() {
        const Tokens first = signedIn(m_app);
        const AppKey thief;
        QCOMPARE(refresh(first.refresh, thief).answer.text("error"), std::string("invalid_grant"));
        QCOMPARE(world().refresh(m_app, first.refresh).answer.text("error"), std::string("invalid_dpop_proof"));
        QCOMPARE(refresh(first.refresh, m_key).answer.status, 200);
    }
    void theKeyWithoutTheAppsOwnProofIsNotEnough() {
        const Tokens first = signedIn(m_app);
        App unproven = m_app;
        unproven.secret = "wrong";
        QCOMPARE(world().refresh(unproven, first.refresh, {}, proof(m_key)).answer.status, 401);
        App nobody = m_app;
        nobody.secret.clear();
        QCOMPARE(world().refresh(nobody, first.refresh, {}, proof(m_key)).answer.status, 401);
    }
    void nothingGetsWiderByIt() {
        const Tokens first = signedIn(m_app);
        QCOMPARE(refresh(first.refresh, m_key, {{"scope", "openid admin"}}).answer.text("error"),
                 std::string("invalid_scope"));
        QCOMPARE(refresh(first.refresh, m_key, {{"scope", "openid"}}).answer.text("scope"), std::string("openid"));
        QCOMPARE(refresh(first.refresh, m_key, {{"resource", "https://api.example"}}).answer.text("error"),
                 std::string("invalid_target"));
    }
    void itEndsWithItsSessionAndItsTime() {
        const Tokens first = signedIn(m_app);
        world().admin("DELETE", world().acme.path("/sessions/") + first.claim("sid"));
        QCOMPARE(refresh(first.refresh, m_key).answer.text("error"), std::string("invalid_grant"));
        const Tokens second = signedIn(m_app);
        http::Parameters form;
        form.append("token", second.refresh);
        QCOMPARE(world().call(m_app, "revoke", std::move(form)).status, 200);
        QCOMPARE(refresh(second.refresh, m_key).answer.text("error"), std::string("invalid_grant"));
    }
    void manyAtOnceAllGetATokenAndNoneIsTakenForAThief() {
        const Tokens first = signedIn(m_app);
        constexpr int kThreads = 8;
        std::vector<http::Headers> proofs;
        for (int i = 0; i < kThreads; ++i) {
            proofs.push_back(proof(m_key));
        }
        std::latch ready(kThreads);
        std::atomic<int> won = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&, i] {
                ready.arrive_and_wait();
                won += world().refresh(m_app, first.refresh, {}, proofs[std::size_t(i)]).answer.status == 200 ? 1 : 0;
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(won.load(), kThreads);
        QCOMPARE(refresh(first.refresh, m_key).answer.status, 200);
    }
    // A migration (FAPI 2.0, 5.3.2.1): what was rotated before is judged as it was, what comes now stays.
    void anAppThatChangesItsPolicyKeepsItsTokens() {
        const App app = world().addApp("acme", "moving", {{"dpop", "required"}});
        Browser browser = world().browser();
        const Tokens old = world().redeem(app, world().codeFor(browser, app), {}, proof(m_key, app));
        const Tokens rotated = world().refresh(app, old.refresh, {}, proof(m_key, app));
        QVERIFY(!rotated.refresh.empty());
        world().admin("PATCH", app.admin, {{"refreshPolicy", "static_bound"}});
        // It was never bound to the key, so it goes on rotating.
        const Tokens next = world().refresh(app, rotated.refresh, {}, proof(m_key, app));
        QVERIFY(!next.refresh.empty());
        const Tokens fresh = world().redeem(app, world().codeFor(browser, app), {}, proof(m_key, app));
        QVERIFY(world().refresh(app, fresh.refresh, {}, proof(m_key, app)).refresh.empty());
        const AppKey thief;
        QCOMPARE(world().refresh(app, fresh.refresh, {}, proof(thief, app)).answer.text("error"),
                 std::string("invalid_grant"));
    }
    void itIsForAppsThatCanKeepIt() {
        QCOMPARE(world().adminStatus("PATCH", m_app.admin, {{"dpop", "optional"}}), 422);
        QCOMPARE(world().adminStatus("PATCH", world().acme.app.admin, {{"refreshPolicy", "static_bound"}}), 422);
    }

private:
    World& world() { return *m_world; }
    http::Headers proof(const AppKey& key, const std::optional<App>& of = std::nullopt) {
        const App& app = of ? *of : m_app;
        http::Parameters form;
        form.append("grant_type", "refresh_token");
        const Answer asked = world().call(app, "token", std::move(form));
        return key.proof(world().clock, "POST", app.issuer + "/oauth2/token",
                         std::string(asked.headers.get("DPoP-Nonce").value_or("")));
    }
    Tokens signedIn(const App& app) {
        Browser browser = world().browser();
        Tokens tokens = world().redeem(app, world().codeFor(browser, app), {}, proof(m_key));
        if (tokens.refresh.empty()) {
            qFatal("no tokens: %s", tokens.answer.body.c_str());
        }
        return tokens;
    }
    Tokens refresh(const std::string& token, const AppKey& key, const Changes& changes = {}) {
        return world().refresh(m_app, token, changes, proof(key));
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_app;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::RefreshPolicy)
#include "tst_refresh_policy.moc"
