// SPDX-License-Identifier: Apache-2.0
// How the answer reaches the app: in its address, by a form, or signed (Form Post Response Mode, JARM).
#include <QtTest>

#include "jose/jwk.h"
#include "jose/jws.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

class ResponseModes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    void aFormBringsTheCode() {
        const Answer page = signIn("form_post");
        QCOMPARE(page.status, 200);
        const http::Parameters form = page.hidden();
        QCOMPARE(std::string(form.get("state").value_or("")), std::string("state-of-the-app"));
        QCOMPARE(std::string(form.get("iss").value_or("")), app().issuer);
        QVERIFY(page.body.find("action=\"" + std::string(World::kRedirect) + "\"") != std::string::npos);
        const std::string code(form.get("code").value_or(""));
        QCOMPARE(world().redeem(app(), code).answer.status, 200);
        const std::string csp(page.headers.get("Content-Security-Policy").value_or(""));
        QVERIFY2(csp.find("script-src 'sha256-") != std::string::npos && csp.find("unsafe") == std::string::npos,
                 csp.c_str());
        QCOMPARE(std::string(page.headers.get("Cache-Control").value_or("")), std::string("no-store"));
    }
    void aSessionAnswersTheSameWay() {
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, app(), {{"response_mode", "form_post"}}).status, 200);
        const Answer again = world().signIn(browser, app(), {{"response_mode", "form_post"}});
        QVERIFY(again.hidden().get("code").has_value());
    }

    void aSignedAnswerIsOursAndForThisApp_data() {
        QTest::addColumn<QByteArray>("mode");
        for (const char* mode : {"jwt", "query.jwt", "form_post.jwt"}) {
            QTest::newRow(mode) << QByteArray(mode);
        }
    }
    void aSignedAnswerIsOursAndForThisApp() {
        QFETCH(QByteArray, mode);
        const Answer answer = signIn(mode.constData());
        const json::Object claims = proven(answer);
        QCOMPARE(text(claims, "iss"), app().issuer);
        QCOMPARE(text(claims, "aud"), app().clientId);
        QCOMPARE(text(claims, "state"), std::string("state-of-the-app"));
        QVERIFY(json::integerMember(claims, "exp").value_or(0) > toUnixSeconds(world().clock.now()));
        QVERIFY(answer.at("code").empty() && answer.at("state").empty() && answer.at("iss").empty());
        QCOMPARE(world().redeem(app(), text(claims, "code")).answer.status, 200);
    }
    void errorsTakeTheSameWay() {
        QCOMPARE(text(proven(signIn("jwt", {{"prompt", "none"}})), "error"), std::string("login_required"));
        QCOMPARE(std::string(signIn("form_post", {{"prompt", "none"}}).hidden().get("error").value_or("")),
                 std::string("login_required"));
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, app(), {{"response_mode", "form_post.jwt"}});
        const json::Object cancelled =
            proven(browser.get(withParameter(withoutParameter(callback, "code"), "error", "access_denied")));
        QCOMPARE(text(cancelled, "error"), std::string("access_denied"));
        QCOMPARE(text(cancelled, "state"), std::string("state-of-the-app"));
    }
    void aModeThatLeaksIsRefused() {
        for (const char* mode : {"fragment", "fragment.jwt", "web_message", "QUERY"}) {
            QCOMPARE(signIn(mode).at("error"), std::string("invalid_request"));
        }
    }

private:
    World& world() { return *m_world; }
    const App& app() { return m_world->acme.app; }
    static std::string text(const json::Object& object, std::string_view name) {
        return std::string(json::stringMember(object, name).value_or(""));
    }
    Answer signIn(const char* mode, Changes changes = {}) {
        changes.emplace_back("response_mode", mode);
        Browser browser = world().browser();
        return world().signIn(browser, app(), changes);
    }
    /// What the app reads of a signed answer, by the published keys.
    json::Object proven(const Answer& answer) {
        std::string token = answer.at("response");
        if (token.empty()) {
            token = answer.hidden().get("response").value_or("");
        }
        Browser browser = world().browser();
        const auto keys = jose::parseJwkSet(browser.get(app().issuer + "/oauth2/jwks").body);
        const auto verified = jose::verifyCompact(token, keys.value().keys, {{crypto::Signature::ES256}, "JWT"});
        return verified ? json::parseObject(verified->payload).value_or(json::Object()) : json::Object();
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ResponseModes)
#include "tst_response_modes.moc"
