// SPDX-License-Identifier: Apache-2.0
// Recordings: written with their flow, sealed to its row, bounded by number, bytes and age.
#include <QtTest>

#include "crypto/hash.h"
#include "crypto/random.h"
#include "login/recording.h"
#include "login/replay.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using login::Flow;
using login::Recording;
using test::TestStore;

class TestRecording : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(login::migrations());
        m_count = 0;
    }

    void aRecordingComesBackAsItWas() {
        const Recording given = sample();
        const Flow flow = add(given);
        const auto found = (*m_store)->read(
            [&](store::Reader& reader) { return login::findRecorded(reader, m_store->sealer(), flow.reference); });
        QVERIFY(found);
        const Recording& read = found->recording;
        QVERIFY(found->flow.recorded);
        QCOMPARE(read.nonce, given.nonce);
        QCOMPARE(read.acrValues, given.acrValues);
        QCOMPARE(read.acrMeeting, given.acrMeeting);
        QVERIFY(read.acrEssential);
        QVERIFY(read.maxAge == Seconds(60));
        QVERIFY(read.proven.at == given.proven.at);
        QVERIFY(read.proven.signatureHeld && read.proven.identityProven);
        QVERIFY(read.proven.accessTokenHashHeld == false);
        QCOMPARE(read.messages.size(), std::size_t(2));
        QCOMPARE(read.messages[0].address, given.messages[0].address);
        QCOMPARE(read.messages[0].headers, given.messages[0].headers);
        QCOMPARE(read.messages[1].name, std::string("answer"));
        QCOMPARE(read.messages[1].status, 303);
        QCOMPARE(json::write(found->configuration->connection), json::write(connections::toJson(connection())));
    }
    void aFlowWithoutARecordingSaysSo() {
        Flow flow = blank();
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return login::insertFlow(writer, m_store->sealer(), flow); }));
        const auto found = (*m_store)->read(
            [&](store::Reader& reader) { return login::findRecorded(reader, m_store->sealer(), flow.id.text()); });
        QCOMPARE(found.error().reason, std::string("flow.not_recorded"));
    }
    void anotherTenantFindsNone() {
        const Flow flow = add(sample());
        const store::Sealer evil = TestStore::sealerFor(m_store->evil());
        const auto found =
            (*m_store)->read([&](store::Reader& reader) { return login::findRecording(reader, evil, flow.id); });
        QCOMPARE(found.error().reason, std::string("flow.not_recorded"));
        QVERIFY((*m_store)
                    ->read([&](store::Reader& reader) {
                        return login::recordedFlows(reader, m_store->evil().id, ConnectionId("c1"), 10);
                    })
                    ->empty());
    }
    // CR-13
    void aRecordingIsSealedToItsRow() {
        Recording secret = sample();
        secret.messages[0].body = "canary";
        const Flow one = add(secret);
        const Flow two = add(sample());
        std::string raw;
        QVERIFY((*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT recording FROM flows", {}, [&](const store::Row& row) {
                raw.append(row.blob(0));
                return true;
            });
        }));
        QVERIFY(raw.size() > 500);
        QVERIFY(raw.find("canary") == std::string::npos);
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return writer.execute(
                "UPDATE flows SET recording = (SELECT recording FROM flows WHERE id = $1) WHERE id = $2",
                {one.id.text(), two.id.text()});
        }));
        QVERIFY(find(one));
        QCOMPARE(find(two).error().reason, std::string("store.unseal_failed"));
    }
    void aMessageIsAddedAtTheEndOfANonEmptyAndOfAnEmptyRecording() {
        for (const std::size_t before : {std::size_t(0), std::size_t(2)}) {
            Recording recording = sample();
            recording.messages.resize(before);
            std::string text = login::recordingText(recording);
            login::Message last;
            last.name = login::message::kAnswer;
            last.body = "}]\"";
            login::appendMessage(text, last);
            const auto read = login::recordingFrom(text);
            QVERIFY(read);
            QCOMPARE(read->messages.size(), before + 1);
            QCOMPARE(read->messages.back().body, last.body);
        }
    }
    void whatIsNoRecordingIsRefused() {
        for (const char* text : {"", "[]", "{}", "{\"m\":5}", "{\"m\":[]"}) {
            QCOMPARE(login::recordingFrom(text).error().reason, std::string("recording.malformed"));
        }
    }

    void theOldestGoBeyondTheNumber() {
        const std::vector<Flow> made = addMany(5);
        tenants::Recording bounds;
        bounds.logins = 3;
        QCOMPARE(forget(bounds), std::int64_t(2));
        QVERIFY(!find(made[0]) && !find(made[1]));
        QVERIFY(find(made[2]) && find(made[4]));
        QCOMPARE(forget(bounds), std::int64_t(0));
    }
    void theOldestGoBeyondTheBytes() {
        const std::vector<Flow> made = addMany(4);
        std::int64_t size = 0;
        QVERIFY((*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT recorded_bytes FROM flows LIMIT 1", {}, [&](const store::Row& row) {
                size = row.integer(0);
                return false;
            });
        }));
        tenants::Recording bounds;
        bounds.bytes = 2 * size + size / 2;
        QCOMPARE(forget(bounds), std::int64_t(2));
        QVERIFY(!find(made[1]) && find(made[2]));
    }
    void theOldGo() {
        const std::vector<Flow> made = addMany(4); // one second apart
        tenants::Recording bounds;
        bounds.age = Seconds(60);
        QCOMPARE(forget(bounds, made[3].startedAt + Seconds(58)), std::int64_t(1));
        QVERIFY(!find(made[0]) && find(made[1]));
    }
    void nothingIsKeptWhereNothingIsRecordedAnyMore() {
        const std::vector<Flow> made = addMany(3);
        tenants::Recording bounds;
        bounds.logins = 0;
        QCOMPARE(forget(bounds), std::int64_t(3));
        QCOMPARE(rows("flow_configurations"), std::int64_t(0));
        QCOMPARE(rows("flows"), std::int64_t(3)); // what they say of themselves stays
        QVERIFY(!(*m_store)
                     ->read([&](store::Reader& reader) {
                         return login::findFlow(reader, m_store->sealer(), made[0].id.text());
                     })
                     ->recorded);
    }
    void aConfigurationIsKeptOnceAndAsLongAsARecordingNamesIt() {
        addMany(3);
        QCOMPARE(rows("flow_configurations"), std::int64_t(1));
        tenants::Recording bounds;
        bounds.logins = 1;
        QCOMPARE(forget(bounds), std::int64_t(2));
        QCOMPARE(rows("flow_configurations"), std::int64_t(1));
    }
    void anyChangeOfTheConfigurationIsAnotherOne() {
        connections::Provider provider;
        provider.digest = "d1";
        connections::Connection changed = connection();
        tenants::Tenant tenant = m_store->acme();
        const std::string id = login::configurationId(changed, tenant, &provider);
        QCOMPARE(login::configurationId(changed, tenant, &provider), id);
        ++changed.version;
        QVERIFY(login::configurationId(changed, tenant, &provider) != id);
        ++tenant.version;
        QVERIFY(login::configurationId(connection(), tenant, &provider) != id);
        provider.digest = "d2";
        QVERIFY(login::configurationId(connection(), m_store->acme(), &provider) != id);
        QVERIFY(login::configurationId(connection(), m_store->acme(), nullptr) != id);
    }

private:
    static connections::Connection connection() {
        connections::Connection out;
        out.id = ConnectionId("c1");
        out.name = "company";
        out.issuer = "https://idp.example";
        out.clientId = "gatehouse";
        out.clientSecret = Secret(std::string("upstream-secret"));
        return out;
    }
    static Recording sample() {
        Recording out;
        out.nonce = "n-1";
        out.acrValues = {"mfa"};
        out.acrMeeting = {"mfa", "phr"};
        out.acrEssential = true;
        out.maxAge = Seconds(60);
        out.proven.at = TestStore::kNow;
        out.proven.signatureHeld = true;
        out.proven.identityProven = true;
        out.proven.accessTokenHashHeld = false;
        login::Message asked;
        asked.name = login::message::kAuthorize;
        asked.at = TestStore::kNow;
        asked.method = "GET";
        asked.address = "http://127.0.0.1/t/acme/oauth2/authorize?client_id=portal";
        asked.headers = {{"User-Agent", "a \"browser\""}};
        login::Message answered;
        answered.name = login::message::kAnswer;
        answered.at = TestStore::kNow;
        answered.status = 303;
        out.messages = {asked, answered};
        return out;
    }
    /// A second after the one before.
    Flow blank() {
        const Time at = TestStore::kNow + Seconds(++m_count);
        Flow flow;
        flow.id = FlowId(crypto::newUuid(at));
        flow.tenant = m_store->acme().id;
        flow.reference = crypto::newReference();
        flow.startedAt = at;
        flow.expiresAt = at + Seconds(600);
        flow.connection = ConnectionId("c1");
        flow.outcome = login::Outcome::Failure;
        return flow;
    }
    Flow add(Recording recording) {
        Flow flow = blank();
        const store::Sealer sealer = m_store->sealer();
        login::KeptRecording kept;
        kept.configuration = login::configurationId(connection(), m_store->acme(), nullptr);
        kept.sealedConfiguration = std::make_shared<const Bytes>(
            login::sealConfiguration(sealer, kept.configuration, connection(), m_store->acme(), nullptr));
        recording.configuration = kept.configuration;
        kept.text = login::recordingText(recording);
        const Status done =
            (*m_store)->write([&](store::Writer& writer) { return login::insertFlow(writer, sealer, flow, &kept); });
        if (!done) {
            qFatal("%s", done.error().reason.c_str());
        }
        return flow;
    }
    std::vector<Flow> addMany(int count) {
        std::vector<Flow> out;
        for (int i = 0; i < count; ++i) {
            out.push_back(add(sample()));
        }
        return out;
    }
    Result<Recording> find(const Flow& flow) {
        return (*m_store)->read(
            [&](store::Reader& reader) { return login::findRecording(reader, m_store->sealer(), flow.id); });
    }
    std::int64_t forget(const tenants::Recording& bounds, Time now = TestStore::kNow + Seconds(100)) {
        const TenantId tenant = m_store->acme().id;
        const auto last =
            (*m_store)->read([&](store::Reader& reader) { return login::lastToForget(reader, tenant, bounds, now); });
        if (!last.value()) {
            return 0;
        }
        return (*m_store)
            ->write([&](store::Writer& writer) -> Result<std::int64_t> {
                TRY(dropped, login::forgetRecordings(writer, tenant, **last, 100));
                ENSURE(login::forgetConfigurations(writer, tenant));
                return dropped;
            })
            .value();
    }
    std::int64_t rows(const std::string& table) {
        std::int64_t count = 0;
        const Status read = (*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT COUNT(*) FROM " + table, {}, [&](const store::Row& row) {
                count = row.integer(0);
                return false;
            });
        });
        return read ? count : -1;
    }
    std::unique_ptr<TestStore> m_store;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
