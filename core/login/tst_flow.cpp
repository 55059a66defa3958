// SPDX-License-Identifier: Apache-2.0
// The record of a login: sealed, shown to whom it belongs to, finished once, found by its reference, paged, purged.
#include <QtTest>

#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/flow.h"
#include "login/in_flight.h"
#include "oauth/tokens.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using login::Flow;
using login::Outcome;
using test::TestStore;

class TestFlow : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(login::migrations());
        m_count = 0;
    }

    void anAttemptComesBackWithEverythingItSetOutWith() {
        Flow flow = make();
        flow.trip.acrValues = {"mfa"};
        flow.trip.acrMeeting = {"mfa", "phr"};
        flow.trip.session = SessionId("0190b5a0-0000-7000-8000-00000000000a");
        flow.trip.maxAge = Seconds(60);
        flow.trip.forceLogin = true;
        flow.request = {{"redirectUri", "https://app.example/cb"}};
        QVERIFY(insert(flow));
        const Flow found = present(flow).value();
        QCOMPARE(found.id, flow.id);
        QCOMPARE(found.reference, flow.reference);
        QCOMPARE(found.trip.nonce, flow.trip.nonce);
        QCOMPARE(found.trip.codeVerifier, flow.trip.codeVerifier);
        QCOMPARE(found.trip.acrValues, flow.trip.acrValues);
        QCOMPARE(found.trip.acrMeeting, flow.trip.acrMeeting);
        QCOMPARE(found.trip.session, flow.trip.session);
        QVERIFY(found.trip.maxAge == Seconds(60));
        QVERIFY(found.trip.forceLogin && !found.trip.silent);
        QCOMPARE(json::write(found.request), json::write(flow.request));
        QCOMPARE(found.checks.size(), std::size_t(1));
        QCOMPARE(found.steps.size(), std::size_t(1));
    }

    // RP-01
    void anAttemptIsFinishedOnce() {
        Flow flow = make();
        QVERIFY(insert(flow));
        Flow second = present(flow).value();
        finish(flow, Outcome::Failure);
        second.outcome = Outcome::Success;
        const Status again = (*m_store)->write(
            [&](store::Writer& writer) { return login::finishFlow(writer, m_store->sealer(), second); });
        QCOMPARE(again.error().reason, std::string("login.state_used"));
        QVERIFY(find(flow.id.text()).value().outcome == Outcome::Failure);
    }
    void anAnswerIsWorkedOnByOneThreadAtATime() {
        login::InFlight inFlight;
        {
            const login::InFlight::Claim first(inFlight, "state-1");
            QVERIFY(bool(first));
            QVERIFY(!login::InFlight::Claim(inFlight, "state-1"));
            QVERIFY(!login::InFlight::Claim(inFlight, "state-1"));
            QVERIFY(bool(login::InFlight::Claim(inFlight, "state-2")));
        }
        QVERIFY(bool(login::InFlight::Claim(inFlight, "state-1")));
    }
    void anUnknownStateIsNothing() {
        const Flow flow = make();
        QVERIFY(insert(flow));
        for (const std::string& state : {std::string(), flow.trip.state + "x", flow.id.text(), flow.reference}) {
            QCOMPARE(present(flow, state).error().reason, std::string("login.state_unknown"));
        }
        const store::Sealer evil = TestStore::sealerFor(m_store->evil());
        QCOMPARE(presentAt(evil, flow, flow.trip.state, presenter(flow)).error().reason,
                 std::string("login.state_unknown"));
    }
    // RP-01, RP-19: presented wrongly it is refused, and not spent
    void onlyItsBrowserAndItsConnectionMayAnswerIt() {
        const Flow flow = make();
        QVERIFY(insert(flow));
        login::Presenter other = presenter(flow);
        other.connection = ConnectionId("c2");
        QCOMPARE(presentAs(flow, other).error().reason, std::string("login.other_connection"));
        for (const Bytes& hash : {Bytes(), crypto::sha256("another"), flow.browserHash.substr(1)}) {
            other = presenter(flow);
            other.browserHash = hash;
            QCOMPARE(presentAs(flow, other).error().reason, std::string("login.other_browser"));
        }
        QVERIFY(present(flow));
    }
    void anAttemptEndsAtItsEdge() {
        const Flow flow = make();
        QVERIFY(insert(flow));
        QCOMPARE(present(flow, flow.trip.state, flow.expiresAt).error().reason, std::string("login.state_expired"));
        QVERIFY(present(flow, flow.trip.state, flow.expiresAt - Milliseconds(1)));
    }
    void aFinishedFlowCannotBeAnsweredAndHasLostItsSecrets() {
        Flow flow = make();
        QVERIFY(insert(flow));
        finish(flow, Outcome::Success);
        QCOMPARE(present(flow).error().reason, std::string("login.state_used"));
        const Flow found = find(flow.id.text()).value();
        QVERIFY(found.outcome == Outcome::Success);
        QVERIFY(found.trip.nonce.empty() && found.trip.codeVerifier.empty() && found.browserHash.empty());
        QVERIFY(found.request.empty());
        QCOMPARE(found.userName, std::string("ann@acme.example"));
    }

    // CR-13, and no personal data in clear
    void aFlowIsSealedToItsRow() {
        Flow one = make();
        one.userName = "user-canary";
        one.ip = "192.0.2.77";
        one.trip.nonce = "nonce-canary";
        const Flow two = make();
        QVERIFY(insert(one));
        QVERIFY(insert(two));
        std::string raw;
        QVERIFY((*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT sealed, state_hash, reference, outcome FROM flows", {},
                                [&](const store::Row& row) {
                                    raw.append(row.blob(0)).append(row.blob(1)).append(row.text(2)).append(row.text(3));
                                    return true;
                                });
        }));
        for (const std::string& secret : {std::string("canary"), std::string("192.0.2.77"), one.trip.state}) {
            QVERIFY2(raw.find(secret) == std::string::npos, secret.c_str());
        }
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return writer.execute("UPDATE flows SET sealed = (SELECT sealed FROM flows WHERE id = $1) WHERE id = $2",
                                  {one.id.text(), two.id.text()});
        }));
        QVERIFY(find(one.id.text()));
        QVERIFY(!find(two.id.text()));
    }
    void whatIsShownHoldsNoSecretOfTheTrip() {
        Flow flow = make();
        flow.reason = "id_token.aud";
        const json::Object shown = login::toJson(flow, true);
        const std::string text = json::write(shown);
        for (const std::string& secret : {flow.trip.state, flow.trip.nonce, flow.trip.codeVerifier}) {
            QVERIFY(text.find(secret) == std::string::npos);
        }
        QVERIFY(!json::stringMember(shown, "message")->empty());
        QVERIFY(!json::stringMember(shown, "cure")->empty());
        QCOMPARE(json::arrayMember(shown, "checks")->size(), std::size_t(1));
        QVERIFY(!login::toJson(flow, false).contains("steps"));
    }

    void aReferenceIsFoundInAnySpelling_data() {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<bool>("found");
        QTest::newRow("as given") << "GH-7F3K-92QD" << true;
        QTest::newRow("small") << "gh-7f3k-92qd" << true;
        QTest::newRow("without hyphens") << "GH7F3K92QD" << true;
        QTest::newRow("without the prefix") << "7F3K-92QD" << true;
        QTest::newRow("with blanks") << " 7f3k 92qd " << true;
        QTest::newRow("too short") << "GH-7F3K-92Q" << false;
        QTest::newRow("too long") << "GH-7F3K-92QDX" << false;
        QTest::newRow("another") << "GH-7F3K-92QE" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("a wildcard") << "%" << false;
    }
    void aReferenceIsFoundInAnySpelling() {
        QFETCH(QString, spelling);
        QFETCH(bool, found);
        Flow flow = make();
        flow.reference = "GH-7F3K-92QD";
        QVERIFY(insert(flow));
        const auto answer = find(spelling.toStdString());
        QCOMPARE(answer.has_value(), found);
        if (!found) {
            QCOMPARE(answer.error().reason, std::string("login.flow_not_found"));
        }
        login::FlowFilter filter;
        filter.reference = spelling.toStdString();
        QCOMPARE(list(filter).items.size(), std::size_t(found || spelling.isEmpty() ? 1 : 0));
    }
    void aFlowOfAnotherTenantIsNotFound() {
        const Flow flow = make();
        QVERIFY(insert(flow));
        const store::Sealer evil = TestStore::sealerFor(m_store->evil());
        for (const std::string& key : {flow.id.text(), flow.reference}) {
            const auto found =
                (*m_store)->read([&](store::Reader& reader) { return login::findFlow(reader, evil, key); });
            QCOMPARE(found.error().reason, std::string("login.flow_not_found"));
        }
    }

    void aListIsNewestFirstAndGoesOnWhereItStopped() {
        std::vector<Flow> made;
        for (int i = 0; i < 5; ++i) {
            made.push_back(make());
            QVERIFY(insert(made.back()));
        }
        const auto first = list({}, "", 2);
        QCOMPARE(first.items.size(), std::size_t(2));
        QCOMPARE(first.items.front().id, made[4].id);
        const auto second = list({}, first.nextCursor.value(), 2);
        QCOMPARE(second.items.front().id, made[2].id);
        const auto third = list({}, second.nextCursor.value(), 2);
        QCOMPARE(third.items.size(), std::size_t(1));
        QVERIFY(!third.nextCursor);
    }
    void aListIsNarrowedByOutcomeUserAndConnection() {
        Flow good = make();
        Flow bad = make();
        bad.connection = ConnectionId("c2");
        const Flow open = make();
        for (const Flow& flow : {good, bad, open}) {
            QVERIFY(insert(flow));
        }
        finish(good, Outcome::Success);
        finish(bad, Outcome::Failure);
        login::FlowFilter filter;
        filter.outcome = Outcome::Failure;
        QCOMPARE(list(filter).items.front().id, bad.id);
        QCOMPARE(list(filter).items.size(), std::size_t(1));
        filter = {};
        filter.connection = ConnectionId("c1");
        QCOMPARE(list(filter).items.size(), std::size_t(2));
        filter.outcome = Outcome::Started;
        QCOMPARE(list(filter).items.front().id, open.id);
        filter = {};
        filter.user = UserId("u-ann");
        QCOMPARE(list(filter).items.size(), std::size_t(2));
        filter.user = UserId("u-bob");
        QVERIFY(list(filter).items.empty());
    }

    void aListIsNarrowedByReason() {
        std::vector<Flow> made;
        for (const char* reason : {"mapping_missing_email", "login.user_inactive", "mapping_missing_email", ""}) {
            made.push_back(make());
            QVERIFY(insert(made.back()));
            made.back().reason = reason;
            finish(made.back(), *reason == 0 ? Outcome::Success : Outcome::Failure);
        }
        login::FlowFilter filter;
        filter.reason = "mapping_missing_email";
        const auto both = list(filter);
        QCOMPARE(both.items.size(), std::size_t(2));
        QCOMPARE(both.items.front().id, made[2].id);
        QVERIFY(!both.nextCursor);
        const auto first = list(filter, {}, 1);
        QCOMPARE(first.items.size(), std::size_t(1));
        const auto second = list(filter, first.nextCursor.value_or("none"), 1);
        QCOMPARE(second.items.front().id, made[0].id);
        filter.reason = "mapping_missing";
        QVERIFY(list(filter).items.empty());
    }

    void theOldAndTheManyArePurgedTheNewestStay() {
        const Time now = TestStore::kNow + Seconds(100);
        std::vector<Flow> made;
        for (int i = 0; i < 6; ++i) {
            made.push_back(make());
            QVERIFY(insert(made.back()));
        }
        // The first two are older than 97 s; of the others the newest three stay.
        QCOMPARE(purge(now, Seconds(97), 3), std::int64_t(3));
        QVERIFY(!find(made[0].id.text()) && !find(made[1].id.text()) && !find(made[2].id.text()));
        QVERIFY(find(made[3].id.text()) && find(made[4].id.text()) && find(made[5].id.text()));
        QCOMPARE(purge(now, Seconds(97), 3), std::int64_t(0));
    }

private:
    /// A second after the one before.
    Flow make() {
        const Time at = TestStore::kNow + Seconds(++m_count);
        Flow flow;
        flow.id = FlowId(crypto::newUuid(at));
        flow.tenant = m_store->acme().id;
        flow.reference = crypto::newReference();
        flow.startedAt = at;
        flow.expiresAt = at + Seconds(600);
        flow.app = AppId("a1");
        flow.connection = ConnectionId("c1");
        flow.trip.state = oauth::mint(oauth::TokenKind::LoginState, at);
        flow.trip.nonce = crypto::randomToken();
        flow.trip.codeVerifier = crypto::randomToken();
        flow.browserHash = crypto::sha256("cookie");
        flow.steps.push_back({"authorize", at, {{"app", "portal"}}});
        flow.checks.push_back({"state", Check::Status::Warn, "a", "b", "c", "d"});
        return flow;
    }
    static login::Presenter presenter(const Flow& flow) { return {flow.connection, crypto::sha256("cookie")}; }
    Status insert(const Flow& flow) {
        return (*m_store)->write(
            [&](store::Writer& writer) { return login::insertFlow(writer, m_store->sealer(), flow); });
    }
    void finish(Flow& flow, Outcome outcome) {
        flow.outcome = outcome;
        flow.finishedAt = flow.startedAt + Seconds(2);
        flow.user = UserId("u-ann");
        flow.userName = "ann@acme.example";
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return login::finishFlow(writer, m_store->sealer(), flow); }));
    }
    Result<Flow> presentAt(const store::Sealer& sealer, const Flow& flow, const std::string& state,
                           const login::Presenter& by, std::optional<Time> now = {}) {
        return (*m_store)->read([&](store::Reader& reader) {
            return login::findAttempt(reader, sealer, state, by, now.value_or(flow.startedAt));
        });
    }
    Result<Flow> presentAs(const Flow& flow, const login::Presenter& by) {
        return presentAt(m_store->sealer(), flow, flow.trip.state, by);
    }
    Result<Flow> present(const Flow& flow) { return presentAs(flow, presenter(flow)); }
    Result<Flow> present(const Flow& flow, const std::string& state, std::optional<Time> now = {}) {
        return presentAt(m_store->sealer(), flow, state, presenter(flow), now);
    }
    Result<Flow> find(const std::string& key) {
        return (*m_store)->read([&](store::Reader& reader) { return login::findFlow(reader, m_store->sealer(), key); });
    }
    login::FlowPage list(const login::FlowFilter& filter, const std::string& cursor = {}, std::size_t limit = 10) {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return login::listFlows(reader, m_store->sealer(), filter, cursor, limit);
            })
            .value();
    }
    std::int64_t purge(Time now, Seconds age, std::int64_t keep) {
        return (*m_store)
            ->write([&](store::Writer& writer) { return login::purgeFlows(writer, now, age, keep); })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
