// SPDX-License-Identifier: Apache-2.0
// What may be used once is used once: 64 at a time, 200 times over, for each kind (security.md OP-02, OP-17, OP-19,
// OP-20, OP-39). Nobody is told of a failure of ours.
#include <algorithm>

#include <QtTest>

#include "base/log.h"
#include "tests/flows/app_key.h"
#include "tests/flows/together.h"

namespace gatehouse::flows {
namespace {

constexpr int kAtOnce = 64;
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int kRounds = 10; // each costs twenty times as much there
#else
constexpr int kRounds = 200;
#endif

} // namespace

class OneWinner : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        log::configure(log::Format::Text, log::Level::Warn); // a line for each of 60,000 refusals is no help
        m_world = std::make_unique<World>();
        m_app = world().acme.app;
        m_public = world().addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}});
        m_service = service("worker", {{"dpop", "required"}});
        m_keyed = service("keyed", {{"auth", "private_key_jwt"}, {"jwks", m_key.jwks()}});
        m_keyed.secret.clear();
        world().clock.advance(Seconds(5)); // past the second in which the broker began
        world().company.person(person("ann"));
        m_signedIn = std::make_unique<Browser>(world().browser());
        QVERIFY(!world().signIn(*m_signedIn, m_app).at("code").empty());
    }
    void cleanupTestCase() {
        m_signedIn.reset();
        m_world.reset();
    }

    void aCode() {
        for (int round = 0; round < kRounds; ++round) {
            const std::string code = world().codeFor(*m_signedIn, m_app);
            const auto answers = answersOf(kAtOnce, [&](int) { return world().redeem(m_app, code).answer; });
            QVERIFY(onlyOne(answers, "invalid_grant"));
            // The other uses ended what came of the first.
            const auto winner =
                std::find_if(answers.begin(), answers.end(), [](const Answer& answer) { return answer.status == 200; });
            QVERIFY(!world().isActive(m_app, winner->text("access_token")));
        }
    }
    void aRefreshTokenOfAPublicApp() {
        for (int round = 0; round < kRounds; ++round) {
            const Tokens tokens = world().tokensFor(*m_signedIn, m_public);
            QVERIFY(onlyOne(answersOf(kAtOnce, [&](int) { return world().refresh(m_public, tokens.refresh).answer; }),
                            "invalid_grant"));
        }
    }
    // Contract section 5: who proves itself gets the very same successor again.
    void aRefreshTokenOfAnAppThatProvesItself() {
        Tokens tokens = world().tokensFor(*m_signedIn, m_app);
        for (int round = 0; round < kRounds; ++round) {
            const auto answers = answersOf(kAtOnce, [&](int) { return world().refresh(m_app, tokens.refresh).answer; });
            QCOMPARE(outcomeOf(answers).failed, 0);
            const std::string successor = answers.front().text("refresh_token");
            QVERIFY(!successor.empty());
            QVERIFY(std::all_of(answers.begin(), answers.end(),
                                [&](const Answer& answer) { return answer.text("refresh_token") == successor; }));
            tokens.refresh = successor;
        }
    }
    void aPushedRequest() {
        for (int round = 0; round < kRounds; ++round) {
            const std::string address = pushed();
            QVERIFY(onlyOne(answersOf(kAtOnce,
                                      [&](int) {
                                          Browser browser = *m_signedIn;
                                          return browser.get(address);
                                      }),
                            "invalid_request_uri"));
        }
    }
    void aProofOfAKey() {
        const std::string url = m_service.issuer + "/oauth2/token";
        for (int round = 0; round < kRounds; ++round) {
            const http::Headers proof = m_key.proof(world().clock, "POST", url, nonce());
            QVERIFY(onlyOne(answersOf(kAtOnce, [&](int) { return ask(m_service, {}, proof); }), "invalid_dpop_proof"));
        }
    }
    void anAssertion() {
        for (int round = 0; round < kRounds; ++round) {
            const Changes assertion = m_key.assertion(m_keyed, world().clock);
            QVERIFY(onlyOne(answersOf(kAtOnce, [&](int) { return ask(m_keyed, assertion); }), "invalid_client"));
        }
    }

private:
    World& world() { return *m_world; }

    App service(const std::string& name, const json::Object& more) {
        json::Object settings{{"type", "service"},
                              {"redirectUris", json::Array{}},
                              {"postLogoutRedirectUris", json::Array{}},
                              {"grantTypes", json::Array{"client_credentials"}}};
        settings.insert(more.begin(), more.end());
        return world().addApp("acme", name, settings);
    }
    Answer ask(const App& app, const Changes& changes, const http::Headers& more = {}) {
        http::Parameters form;
        form.append("grant_type", "client_credentials");
        for (const auto& [name, value] : changes) {
            form.append(name, *value);
        }
        return world().call(app, "token", std::move(form), more);
    }
    std::string nonce() { return std::string(ask(m_service, {}).headers.get("DPoP-Nonce").value_or("")); }
    std::string pushed() {
        const std::string url = world().authorizeUrl(m_app, {{"prompt", "none"}});
        const Answer answer =
            world().call(m_app, "par", http::Parameters::parse(url.substr(url.find('?') + 1)).value());
        http::Parameters query;
        query.append("client_id", m_app.clientId);
        query.append("request_uri", answer.text("request_uri"));
        return http::withQuery(m_app.issuer + "/oauth2/authorize", query);
    }
    // One won, all others were refused with `error`, nothing failed.
    static bool onlyOne(const std::vector<Answer>& answers, const std::string& error) {
        const Outcome outcome = outcomeOf(answers);
        bool refused = true;
        for (const Answer& answer : answers) {
            const bool won = answer.status == 200 || !answer.at("code").empty();
            refused = refused && (won || answer.text("error") == error || answer.at("error") == error ||
                                  (answer.status == 400 && answer.reason() == "oauth.request"));
        }
        if (outcome.won != 1 || outcome.failed != 0 || !refused) {
            qWarning("%d won, %d failed", outcome.won, outcome.failed);
            for (const Answer& answer : answers) {
                qWarning("%d %s %s", answer.status, answer.location.c_str(), answer.body.substr(0, 120).c_str());
            }
            return false;
        }
        return true;
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<Browser> m_signedIn;
    AppKey m_key;
    App m_app, m_public, m_service, m_keyed;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::OneWinner)
#include "tst_one_winner.moc"
