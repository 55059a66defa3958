// SPDX-License-Identifier: Apache-2.0
// Who has fetched a key, when it may sign, and what happens when keys change while tokens are asked for.
#include <atomic>
#include <mutex>
#include <set>
#include <thread>

#include <QtTest>

#include "jose/jws.h"
#include "tests/flows/together.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class KeyRotation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        m_tenant = world().addTenant("rotation-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
        world().clock.advance(Seconds(1)); // what is made from here on was not in the ring's first set
        m_service = world().addApp(m_tenant.slug, "Nightly",
                                   {{"type", "service"},
                                    {"grantTypes", json::Array{"client_credentials"}},
                                    {"scopes", json::Array{"jobs:run"}}});
    }

    void aSecondRotationAtOnceWouldSurpriseEverybody() {
        world().admin("POST", m_tenant.path("/keys/rotate")); // to a key of the very first set
        const std::string signing = kidOf(token());
        world().clock.advance(Seconds(1));
        const auto refused = world().adminReply("POST", m_tenant.path("/keys/rotate"));
        QCOMPARE(refused.status, 409);
        const json::Object problem = json::parseObject(refused.body).value();
        QCOMPARE(text(problem, "code"), std::string("keys_published_too_recently"));
        const json::Array* errors = json::arrayMember(problem, "errors");
        QVERIFY(errors != nullptr && !errors->empty());
        const auto earliest = parseRfc3339(text(errors->front().get_object(), "message"));
        QVERIFY(earliest && *earliest == world().clock.now() - Seconds(1) + Seconds(600));
        QCOMPARE(kidOf(token()), signing);
        world().clock.set(*earliest - Milliseconds(1));
        QCOMPARE(world().adminStatus("POST", m_tenant.path("/keys/rotate")), 409);
        world().clock.set(*earliest);
        QCOMPARE(world().adminStatus("POST", m_tenant.path("/keys/rotate")), 200);
        QVERIFY(kidOf(token()) != signing);
    }
    void forcingItWantsAReasonAndIsOnRecord() {
        world().admin("POST", m_tenant.path("/keys/rotate"));
        QCOMPARE(world().adminStatus("POST", m_tenant.path("/keys/rotate"), {{"force", true}}), 422);
        world().clock.advance(Seconds(1));
        world().admin("POST", m_tenant.path("/keys/rotate"), {{"force", true}, {"reason", "the HSM was seized"}});
        const json::Object record = world().audit(m_tenant, "KeyActivated").front();
        QCOMPARE(dataOf(record, "reason"), std::string("the HSM was seized"));
        QVERIFY(json::at(json::Value(record), "/data/forced")->as_bool());
    }
    void aStagedRotationSaysWhenItHappens() {
        world().admin("POST", m_tenant.path("/keys/rotate"));
        world().clock.advance(Seconds(1));
        const json::Object staged = world().admin("POST", m_tenant.path("/keys/rotate"), {{"staged", true}});
        QCOMPARE(text(staged, "state"), std::string("next"));
        QCOMPARE(text(staged, "activatesAt"), text(staged, "earliestActivation"));
        // For an algorithm that has no key yet the same makes one.
        const json::Object first =
            world().admin("POST", m_tenant.path("/keys/rotate"), {{"alg", "EdDSA"}, {"staged", true}});
        QCOMPARE(text(first, "state"), std::string("next"));
        QVERIFY(kids().contains(QString::fromStdString(text(first, "kid"))));
        QVERIFY(!text(first, "activatesAt").empty());
    }
    void whoFetchedAKeyIsKnownAsWellAsItCanBe() {
        const std::string ahead = next();
        QCOMPARE(evidence(ahead, m_service), std::string("unknown nobody"));
        (void)kids(); // from an address where nobody has proven himself yet
        QCOMPARE(evidence(ahead, m_service), std::string("unknown nobody"));
        Browser browser = world().browser();
        browser.get(jwks() + "?client_id=" + m_service.clientId);
        QCOMPARE(evidence(ahead, m_service), std::string("yes claim"));
        browser.get(jwks() + "?client_id=nobody-of-ours");
        (void)token(); // the service proves itself from here
        browser.get(jwks());
        QCOMPARE(evidence(ahead, m_service), std::string("yes address"));
        QCOMPARE(evidence(ahead, m_tenant.app), std::string("unknown nobody"));
        world().tokensFor(browser, m_tenant.app); // and the other app too
        browser.get(jwks());
        QCOMPARE(evidence(ahead, m_tenant.app), std::string("yes shared-address"));
        const json::Object made = world().admin("POST", m_tenant.path("/keys"));
        QCOMPARE(evidence(text(made, "kid"), m_service), std::string("stale address"));
    }
    void theSetIsCachedAsLongAsItSays() {
        Browser browser = world().browser();
        const Answer first = browser.get(jwks());
        QCOMPARE(std::string(first.headers.get("Cache-Control").value_or("")), std::string("public, max-age=300"));
        const std::string etag(first.headers.get("ETag").value_or(""));
        QVERIFY(etag.size() > 2);
        http::OutboundRequest again;
        again.method = "GET";
        again.url = jwks();
        again.headers.set("If-None-Match", etag);
        QCOMPARE(world().client->send("", again)->status, 304);
        world().admin("POST", m_tenant.path("/keys"));
        QCOMPARE(world().client->send("", again)->status, 200);
    }
    void anEmergencyIsToldBeforeAndTakesEffectAtOnce() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_tenant.app);
        const std::string old = kidOf(tokens.access);
        const json::Object cost = world().admin("GET", m_tenant.path("/keys/" + old + "/impact"));
        QCOMPARE(json::integerMember(cost, "grants"), std::optional<std::int64_t>(1));
        QCOMPARE(json::integerMember(cost, "sessions"), std::optional<std::int64_t>(1));
        QCOMPARE(json::integerMember(cost, "tokens"), std::optional<std::int64_t>(1));
        QCOMPARE(json::integerMember(cost, "apps"), std::optional<std::int64_t>(2));
        QCOMPARE(text(cost, "successor"), next());
        const std::string successor = next();
        world().admin("POST", m_tenant.path("/keys/" + old + "/revoke"), {{"reason", "it leaked"}});
        QVERIFY(!kids().contains(QString::fromStdString(old)));
        QVERIFY(!world().isActive(m_tenant.app, tokens.access));
        QCOMPARE(world().userinfoStatus(m_tenant.app.issuer, tokens.access), 401);
        const Tokens after = world().refresh(m_tenant.app, tokens.refresh);
        QCOMPARE(kidOf(after.access), successor);
        QVERIFY(!next().empty()); // and another one is ahead already
        QCOMPARE(dataOf(world().audit(m_tenant, "KeyRevoked").front(), "reason"), std::string("it leaked"));
        QCOMPARE(dataOf(world().audit(m_tenant, "KeyActivated").front(), "inPlaceOf"), old);
        // Twice is once.
        world().admin("POST", m_tenant.path("/keys/" + old + "/revoke"));
        QCOMPARE(kidOf(token()), successor);
    }
    void withNothingAheadASuccessorIsMade() {
        const std::string old = kidOf(token());
        world().admin("POST", m_tenant.path("/keys/" + next() + "/revoke"));
        QVERIFY(next().empty());
        world().admin("POST", m_tenant.path("/keys/" + old + "/revoke"));
        const std::string signing = kidOf(token());
        QVERIFY(signing != old && kids().contains(QString::fromStdString(signing)));
    }
    void theFrontDoorsRingIsTurnedTheSameWay() {
        const json::Array before = world().list("/keys");
        QVERIFY(before.size() >= 3);
        const json::Object active = world().admin("POST", "/keys/rotate");
        QCOMPARE(text(active, "state"), std::string("active"));
        Browser browser = world().browser();
        QVERIFY(browser.get(world().url + "/oauth2/jwks").body.find(text(active, "kid")) != std::string::npos);
        QVERIFY(jwksBody().find(text(active, "kid")) == std::string::npos);
        QCOMPARE(world().adminStatus("GET", m_tenant.path("/keys/" + text(active, "kid"))), 404);
        const json::Object cost = world().admin("GET", "/keys/" + text(active, "kid") + "/impact");
        QCOMPARE(text(cost, "kid"), text(active, "kid"));
    }

    void ofTwoRotationsAtOnceOneIsRefused() {
        for (int round = 0; round < 20; ++round) {
            world().clock.advance(Seconds(700));
            std::atomic<int> done = 0;
            std::atomic<int> refused = 0;
            together(8, [&](int) {
                const int status = world().adminStatus("POST", m_tenant.path("/keys/rotate"));
                (status == 200 ? done : refused) += status == 200 || status == 409 ? 1 : 100;
            });
            QCOMPARE(int(done), 1);
            QCOMPARE(int(refused), 7);
        }
    }
    void noTokenIsSignedByAKeyThatCannotBeFetched() {
        for (int round = 0; round < 5; ++round) {
            world().clock.advance(Seconds(700));
            std::mutex mutex;
            std::set<QString> signers;
            const QStringList before = kids();
            std::atomic<int> failures = 0;
            std::thread admin([&] { world().adminStatus("POST", m_tenant.path("/keys/rotate")); });
            together(64, [&](int) {
                const std::string signedBy = kidOf(token());
                failures += signedBy.empty() ? 1 : 0;
                const std::lock_guard lock(mutex);
                signers.insert(QString::fromStdString(signedBy));
            });
            admin.join();
            QCOMPARE(int(failures), 0);
            const QStringList after = kids();
            for (const QString& signer : signers) {
                QVERIFY2(before.contains(signer) && after.contains(signer), "a key that nobody could have fetched");
            }
        }
    }
    void nothingIsSignedByAKeyWhoseRevocationWasAnswered() {
        for (int round = 0; round < 10; ++round) {
            const std::string old = kidOf(token());
            std::atomic<bool> revoked = false;
            std::atomic<int> wrong = 0;
            std::atomic<int> failures = 0;
            std::thread admin([&] {
                QCOMPARE(world().adminStatus("POST", m_tenant.path("/keys/" + old + "/revoke")), 200);
                revoked = true;
            });
            together(16, [&](int) {
                for (int i = 0; i < 4; ++i) {
                    const bool after = revoked;
                    const std::string signedBy = kidOf(token());
                    failures += signedBy.empty() ? 1 : 0;
                    wrong += after && signedBy == old ? 1 : 0;
                }
            });
            admin.join();
            QCOMPARE(int(failures), 0);
            QCOMPARE(int(wrong), 0);
            QVERIFY(kidOf(token()) != old);
        }
    }

private:
    World& world() { return *m_world; }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    /// An access token of the service; empty if it got none.
    std::string token() {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        return world().call(m_service, "token", form).text("access_token");
    }
    static std::string kidOf(const std::string& token) {
        const auto decoded = base64UrlDecode(token.substr(0, token.find('.')));
        const auto header = decoded ? json::parseObject(*decoded) : Result<json::Object>(fail(Code::NotFound, ""));
        return header ? text(*header, "kid") : std::string();
    }
    [[nodiscard]] std::string jwks() const { return m_tenant.app.issuer + "/oauth2/jwks"; }
    std::string jwksBody() {
        Browser browser = world().browser();
        return browser.get(jwks()).body;
    }
    QStringList kids() {
        QStringList out;
        const jose::JwkSet set = jose::parseJwkSet(jwksBody()).value();
        for (const jose::Jwk& key : set.keys) {
            out << QString::fromStdString(key.kid);
        }
        return out;
    }
    /// The ES256 key that is published ahead, or empty.
    std::string next() {
        for (const json::Value& key : world().list(m_tenant.path("/keys"))) {
            const json::Object& each = key.get_object();
            if (text(each, "state") == "next" && text(each, "alg") == "ES256") {
                return text(each, "kid");
            }
        }
        return {};
    }
    /// "holds knownBy" of an app and a key.
    std::string evidence(const std::string& kid, const App& app) {
        for (const json::Value& each : world().list(m_tenant.path("/keys/" + kid + "/evidence"))) {
            const json::Object& row = each.get_object();
            if (text(row, "clientId") == app.clientId) {
                return text(row, "holds") + " " + text(row, "knownBy");
            }
        }
        return {};
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    App m_service;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::KeyRotation)
#include "tst_key_rotation.moc"
