// SPDX-License-Identifier: Apache-2.0
// Apps that prove themselves with a key: private_key_jwt (RFC 7523, 2.2).
#include <QtTest>

#include "crypto/random.h"
#include "http/server.h"
#include "tests/flows/app_key.h"
#include "web/security_headers.h"

namespace gatehouse::flows {

class AppKeysTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_app = service("keyed", {{"jwks", m_key.jwks()}});
    }
    void cleanupTestCase() { m_world.reset(); }

    void aKeyOfTheRecordProvesTheApp() {
        QCOMPARE(ask(m_app, m_key.assertion(m_app, clock())).status, 200);
        Changes withoutId = m_key.assertion(m_app, clock());
        withoutId.emplace_back("client_id", std::nullopt);
        QCOMPARE(ask(m_app, withoutId).status, 200); // its sub says who it is
        QCOMPARE(ask(m_app, m_key.assertion(m_app, clock(), {}, {{"typ", "client-authentication+jwt"}})).status, 200);
        QCOMPARE(ask(m_app, m_key.assertion(m_app, clock(), {}, {{"kid", nullptr}})).status, 200);
    }

    // OP-19
    void anAssertionThatDoesNotFitIsRefused_data() {
        QTest::addColumn<QByteArray>("claims");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char* name, const json::Object& claims, const json::Object& header = {}) {
            QTest::newRow(name) << QByteArray::fromStdString(json::write(claims))
                                << QByteArray::fromStdString(json::write(header));
        };
        const std::int64_t now = toUnixSeconds(clock().now());
        row("aud is the token endpoint", {{"aud", m_app.issuer + "/oauth2/token"}});
        row("aud is a list", {{"aud", json::Array{m_app.issuer}}});
        row("aud is another tenant's", {{"aud", world().evil.app.issuer}});
        row("aud is the front door", {{"aud", world().url}});
        row("no aud", {{"aud", nullptr}});
        row("iss is another", {{"iss", world().acme.app.clientId}});
        row("sub is another", {{"sub", world().acme.app.clientId}});
        row("no exp", {{"exp", nullptr}});
        row("expired", {{"exp", now}});
        row("lives too long", {{"exp", now + 311}});
        row("exp is a text", {{"exp", std::to_string(now + 60)}});
        row("from the future", {{"iat", now + 11}});
        row("not yet", {{"nbf", now + 11}});
        row("no jti", {{"jti", nullptr}});
        row("empty jti", {{"jti", ""}});
        row("long jti", {{"jti", std::string(257, 'j')}});
        row("a DPoP proof", {}, {{"typ", "dpop+jwt"}});
        row("an access token", {}, {{"typ", "at+jwt"}});
        row("unknown kid", {}, {{"kid", "another"}});
    }
    void anAssertionThatDoesNotFitIsRefused() {
        QFETCH(QByteArray, claims);
        QFETCH(QByteArray, header);
        const Answer answer =
            ask(m_app, m_key.assertion(m_app, clock(), json::parseObject(claims.toStdString()).value(),
                                       json::parseObject(header.toStdString()).value()));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.text("error"), std::string("invalid_client"));
    }
    void anotherKeyIsRefused() {
        const AppKey other;
        QCOMPARE(ask(m_app, other.assertion(m_app, clock())).status, 401);
        const App theirs = service("theirs", {{"jwks", other.jwks()}}, "evil");
        QCOMPARE(ask(m_app, other.assertion(theirs, clock(), {{"aud", m_app.issuer}})).status, 401);
    }
    void aSecretProvesNoAppOfAKey() {
        QCOMPARE(ask(m_app, {{"client_secret", "anything"}}).status, 401);
        QCOMPARE(ask(m_app, {}).status, 401);
        QCOMPARE(ask(world().acme.app, m_key.assertion(world().acme.app, clock())).status, 401); // nor the reverse
    }

    void anAssertionProvesOnce() {
        const Changes assertion = m_key.assertion(m_app, clock());
        QCOMPARE(ask(m_app, assertion).status, 200);
        const Answer again = ask(m_app, assertion);
        QCOMPARE(again.status, 401);
        QCOMPARE(again.text("error"), std::string("invalid_client"));
        QCOMPARE(call("introspect", m_app, assertion).status, 401); // at no other endpoint either
    }

    void keysBehindAnAddressAreFetchedAndFollowed() {
        AppKey first("first");
        const AppKey second("second");
        std::mutex mutex;
        json::Array published{first.publicJwk()};
        int fetched = 0;
        http::ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 1;
        auto server = http::Server::start(std::move(options), [&](const http::Request&) {
            const std::lock_guard lock(mutex);
            ++fetched;
            return web::jsonResponse(200, json::write(json::Object{{"keys", published}}));
        });
        QVERIFY(server);
        const App app = service("remote", {{"jwksUri", "http://" + (*server)->addresses().front() + "/jwks"}});
        QCOMPARE(ask(app, first.assertion(app, clock())).status, 200);
        QCOMPARE(ask(app, first.assertion(app, clock())).status, 200);
        {
            const std::lock_guard lock(mutex);
            QCOMPARE(fetched, 1);
            published = {second.publicJwk()};
        }
        QCOMPARE(ask(app, second.assertion(app, clock())).status, 401); // asked again once a minute at most
        world().clock.advance(Seconds(61));
        QCOMPARE(ask(app, second.assertion(app, clock())).status, 200);
        QCOMPARE(ask(app, first.assertion(app, clock())).status, 401);
        (*server)->stop();
        world().clock.advance(Seconds(601));
        QCOMPARE(ask(app, second.assertion(app, clock())).status, 200); // the last good ones
        world().clock.advance(Seconds(24 * 3600));
        QCOMPARE(ask(app, second.assertion(app, clock())).status, 401);
    }

    void anAppThatHasToProveItselfByKeyNeedsOne() {
        const auto problem = [&](json::Object more) {
            more["name"] = "broken";
            more["type"] = "service";
            more["auth"] = "private_key_jwt";
            more["grantTypes"] = json::Array{"client_credentials"};
            return world().adminReply("POST", "/tenants/acme/apps", more);
        };
        QCOMPARE(problem({}).status, 422);
        QVERIFY(problem({}).body.find("jwks_missing") != std::string::npos);
        QCOMPARE(problem({{"jwks", {{"keys", json::Array{}}}}}).status, 422);
        QCOMPARE(problem({{"jwks", m_key.jwks()}, {"jwksUri", "https://app.example/jwks"}}).status, 422);
        QCOMPARE(problem({{"jwksUri", "http://app.example/jwks"}}).status, 422);
    }

private:
    World& world() { return *m_world; }
    const Clock& clock() { return m_world->clock; }
    App service(const std::string& name, json::Object more, const std::string& slug = "acme") {
        more["type"] = "service";
        more["redirectUris"] = json::Array{};
        more["postLogoutRedirectUris"] = json::Array{};
        more["auth"] = "private_key_jwt";
        more["grantTypes"] = json::Array{"client_credentials"};
        App app = world().addApp(slug, name, more);
        app.secret.clear();
        return app;
    }
    Answer ask(const App& app, const Changes& changes) {
        Changes all{{"grant_type", "client_credentials"}};
        all.insert(all.end(), changes.begin(), changes.end());
        return call("token", app, all);
    }
    Answer call(const std::string& endpoint, const App& app, const Changes& changes) {
        const bool named = std::none_of(changes.begin(), changes.end(),
                                        [](const auto& change) { return change.first == "client_id"; });
        http::Parameters form;
        if (named) {
            form.append("client_id", app.clientId);
        }
        for (const auto& [name, value] : changes) {
            if (value) {
                form.append(name, *value);
            }
        }
        http::OutboundRequest request;
        request.method = "POST";
        request.url = app.issuer + "/oauth2/" + endpoint;
        request.headers.set("Content-Type", "application/x-www-form-urlencoded");
        request.body = form.encode();
        return exchange(*world().client, request);
    }

    std::unique_ptr<World> m_world;
    AppKey m_key;
    App m_app;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::AppKeysTest)
#include "tst_app_keys.moc"
