// SPDX-License-Identifier: Apache-2.0
// Many at once: what may happen once happens once, and what was ended stays ended.
#include <QtTest>

#include "tests/flows/together.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {
namespace {

constexpr int kThreads = 8;

} // namespace

class Races : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_public = m_world->addApp("acme", "spa", {{"type", "spa"}, {"auth", "none"}});
    }
    void cleanupTestCase() { m_world.reset(); }
    void init() { world().company.person(person("ann")); }

    // ST-12: the first sign-in of one person in many browsers
    void manyFirstSignInsOfOnePersonMakeOneUser() {
        world().company.person(person("newcomer"));
        std::atomic<int> signedIn = 0;
        together(kThreads, [&](int) {
            Browser browser = world().browser();
            signedIn += world().signIn(browser, acme().app).at("code").empty() ? 0 : 1;
        });
        QCOMPARE(signedIn.load(), kThreads);
        int found = 0;
        for (const json::Value& user : world().list(acme().path("/users"))) {
            found += json::stringMember(user.as_object(), "email") == "newcomer@acme.example" ? 1 : 0;
        }
        QCOMPARE(found, 1);
        QCOMPARE(json::arrayMember(world().user(acme(), "newcomer@acme.example"), "identities")->size(),
                 std::size_t(1));
    }

    // RP-01, OP-03: one answer at the callback
    void oneAnswerAtTheCallbackIsTakenOnce() {
        Browser browser = world().browser();
        const std::string callback = world().toCallback(browser, acme().app);
        std::atomic<int> codes = 0;
        std::atomic<int> used = 0;
        together(kThreads, [&](int) {
            Browser same = browser;
            const Answer answer = same.get(callback);
            codes += answer.at("code").empty() ? 0 : 1;
            used += answer.reason() == "login.state_used" ? 1 : 0;
        });
        QCOMPARE(codes.load(), 1);
        QCOMPARE(used.load(), kThreads - 1);
    }

    // OP-20
    void oneRefreshTokenOfAPublicClientRotatesOnce() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, m_public);
        std::vector<Tokens> answers(kThreads);
        together(kThreads, [&](int i) { answers[std::size_t(i)] = world().refresh(m_public, tokens.refresh); });
        int good = 0;
        for (const Tokens& answer : answers) {
            good += answer.answer.status == 200 ? 1 : 0;
            QVERIFY(answer.answer.status == 200 || answer.answer.text("error") == "invalid_grant");
        }
        QCOMPARE(good, 1);
        // The second use ended the family: the winner's tokens are worth nothing either.
        for (const Tokens& answer : answers) {
            if (answer.answer.status == 200) {
                QCOMPARE(world().refresh(m_public, answer.refresh).answer.text("error"), std::string("invalid_grant"));
                QCOMPARE(world().userinfoStatus(acme().app.issuer, answer.access), 401);
            }
        }
    }

    // contract section 5: parallel refreshes of a proven client log nobody out
    void oneRefreshTokenOfAProvenClientLeadsToOneSuccessor() {
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        std::vector<std::string> successors(kThreads);
        together(kThreads,
                 [&](int i) { successors[std::size_t(i)] = world().refresh(acme().app, tokens.refresh).refresh; });
        for (const std::string& successor : successors) {
            QVERIFY(!successor.empty());
            QCOMPARE(successor, successors.front());
        }
        QVERIFY(world().isActive(acme().app, successors.front()));
    }

    // SE-09
    void nothingSurvivesThatIsOlderThanTheEndOfAllSessions() {
        world().company.person(person("zoe"));
        std::vector<Browser> browsers(kThreads, world().browser());
        std::vector<Tokens> held(kThreads);
        for (int i = 0; i < kThreads; ++i) {
            held[std::size_t(i)] = world().tokensFor(browsers[std::size_t(i)], acme().app);
        }
        const std::string user = acme().path("/users/" + held.front().claim("sub"));
        together(kThreads, [&](int i) {
            if (i == 0) {
                world().admin("POST", user + "/revoke-sessions");
                return;
            }
            const Tokens next = world().refresh(acme().app, held[std::size_t(i)].refresh);
            if (next.answer.status == 200) {
                held[std::size_t(i)] = next;
            }
        });
        for (int i = 0; i < kThreads; ++i) {
            const Tokens& tokens = held[std::size_t(i)];
            QVERIFY(!world().isActive(acme().app, tokens.access));
            QCOMPARE(world().refresh(acme().app, tokens.refresh).answer.text("error"), std::string("invalid_grant"));
            QVERIFY(world().signIn(browsers[std::size_t(i)], acme().app, {{"prompt", "none"}}).at("code").empty());
        }
    }

    // OP-22: deactivated while signing in
    void whoIsDeactivatedWhileSigningInIsOutAfterwards() {
        world().company.person(person("leaver"));
        Browser first = world().browser();
        const std::string id = world().tokensFor(first, acme().app).claim("sub");
        std::vector<Tokens> got(kThreads);
        together(kThreads, [&](int i) {
            if (i == 0) {
                world().admin("POST", acme().path("/users/" + id + "/deactivate"));
                return;
            }
            Browser browser = world().browser();
            const std::string code = world().signIn(browser, acme().app).at("code");
            if (!code.empty()) {
                got[std::size_t(i)] = world().redeem(acme().app, code);
            }
        });
        for (const Tokens& tokens : got) {
            QVERIFY(tokens.access.empty() || !world().isActive(acme().app, tokens.access));
            QVERIFY(tokens.refresh.empty() || world().refresh(acme().app, tokens.refresh).answer.status == 400);
        }
    }

    // The chain holds whatever the order was
    void theLogOfAllThatIsUnbroken() {
        const json::Array records = world().list(acme().path("/audit"));
        QVERIFY(records.size() > 50);
        std::map<std::int64_t, json::Object> bySequence;
        for (const json::Value& record : records) {
            bySequence[*json::integerMember(record.as_object(), "seq")] = record.as_object();
        }
        QCOMPARE(bySequence.size(), records.size());
        const json::Object* before = nullptr;
        for (const auto& [sequence, record] : bySequence) {
            if (before != nullptr) {
                QCOMPARE(*json::integerMember(*before, "seq") + 1, sequence);
                QVERIFY(json::stringMember(record, "prevHash") == json::stringMember(*before, "hash"));
            }
            before = &record;
        }
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }

    std::unique_ptr<World> m_world;
    App m_public;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Races)
#include "tst_races.moc"
