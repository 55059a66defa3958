// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <filesystem>
#include <fstream>

#include "audit/event.h"
#include "audit/tst_world.h"

using namespace gatehouse;
using namespace gatehouse::audit;
using audit::test::World;

class TestAudit : public QObject {
    Q_OBJECT

    std::unique_ptr<World> m_world;

    Result<Page> page(const Filter& filter, std::string_view cursor, int limit) {
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        return m_world->store->read([&](store::Reader& r) { return list(r, sealer, filter, cursor, limit); });
    }
    Result<std::int64_t> erase(std::string_view person) {
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        return m_world->store->write([&](store::Writer& w) { return erasePersonal(w, sealer, person); });
    }
    std::size_t count(const Filter& filter) { return m_world->all(m_world->acme, filter).items.size(); }

private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void recordsAreNumberedAndChainedFromTheFirst() {
        m_world->fill(m_world->acme, 3);
        const auto items = m_world->all(m_world->acme).items;
        QCOMPARE(items.size(), std::size_t(3));
        QCOMPARE(items[2].seq, 1);
        QCOMPARE(items[2].prevHash, genesisHash(m_world->acme, m_world->now));
        QCOMPARE(items[1].prevHash, items[2].hash);
        QCOMPARE(items[0].prevHash, items[1].hash);
        QCOMPARE(items[0].seq, 3);
        QVERIFY(items[0].id > items[1].id);
    }
    void eachTenantHasItsOwnChain() {
        m_world->fill(m_world->acme, 2);
        m_world->fill(m_world->evil, 1);
        QCOMPARE(m_world->all(m_world->evil).items.front().seq, 1);
        QCOMPARE(m_world->all(m_world->acme).items.size(), std::size_t(2));
        QVERIFY(m_world->add(platformTenant(), World::login()));
        QCOMPARE(m_world->all(platformTenant()).items.size(), std::size_t(1));
    }
    void whatWasWrittenIsReadBack() {
        QVERIFY(m_world->add(m_world->acme, World::login(7)));
        const Entry entry = m_world->all(m_world->acme).items.front();
        QCOMPARE(entry.record.actor.name, std::string("Ana Example"));
        QCOMPARE(entry.record.ip, std::string("192.0.2.7"));
        QVERIFY(entry.record.personal.at("email") == "ana@acme.example");
        QVERIFY(entry.record.data.at("number") == 7);
        const json::Object shown = toJson(entry);
        for (const char* name :
             {"seq", "id", "time", "type", "outcome", "actor", "target", "ip", "flowId", "data", "prevHash", "hash"}) {
            QVERIFY2(shown.contains(name), name);
        }
        QVERIFY(shown.at("data").at("email") == "ana@acme.example");
        QCOMPARE(json::view(shown.at("hash").as_string()).size(), std::size_t(43));
        QVERIFY(!shown.contains("commitments"));
        QCOMPARE(toExportJson(entry).at("commitments").as_object().size(), std::size_t(4));
    }
    void whatWasRolledBackLeavesNoGap() {
        QVERIFY(m_world->add(m_world->acme, World::login()));
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        const Status status = m_world->store->write([&](store::Writer& w) -> Status {
            ENSURE(append(w, sealer, m_world->acme, World::login(), m_world->now));
            return fail(Code::FailedPrecondition, "test.undo");
        });
        QCOMPARE(status.error().reason, std::string("test.undo"));
        QVERIFY(m_world->add(m_world->acme, World::login()));
        QCOMPARE(m_world->all(m_world->acme).items.front().seq, 2);
    }
    void severalRecordsOfOneTransactionFollowEachOther() {
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        const Prepared first = prepare(sealer, World::login(1), m_world->now);
        const Prepared second = prepare(sealer, World::login(2), m_world->now);
        QVERIFY(m_world->store->write([&](store::Writer& w) -> Status {
            ENSURE(append(w, second));
            return append(w, first);
        }));
        QCOMPARE(m_world->all(m_world->acme).items.front().record.flowId.text(), std::string("flow-1"));
    }
    void anotherTenantsSealerIsRefused() {
        const store::Sealer sealer = m_world->sealer(m_world->evil);
        const Status status = m_world->store->write(
            [&](store::Writer& w) { return append(w, sealer, m_world->acme, World::login(), m_world->now); });
        QCOMPARE(status.error().reason, std::string("audit.tenant"));
    }
    void aTenantThatDoesNotExistIsRefused() {
        const store::Sealer sealer(TenantId("ghost"), Secret(std::string(32, 'k')));
        const Status status = m_world->store->write(
            [&](store::Writer& w) { return append(w, sealer, TenantId("ghost"), World::login(), m_world->now); });
        QCOMPARE(status.error().reason, std::string("audit.tenant"));
    }
    void nothingPersonalLiesInTheFileInClear() {
        m_world->fill(m_world->acme, 3);
        bool found = false;
        QVERIFY(m_world->store->read([&](store::Reader& r) {
            return r.query("SELECT event, personal, actor_id, target_id FROM audit_log", {},
                           [&](const store::Row& row) {
                               for (const std::string_view secret : {"Ana Example", "192.0.2.7", "ana@acme.example"}) {
                                   found = found || row.text(0).find(secret) != std::string_view::npos ||
                                           row.blob(1).find(secret) != std::string_view::npos;
                               }
                               return true;
                           });
        }));
        QVERIFY(!found);
    }
    void equalValuesDoNotShowAsEqual() {
        m_world->fill(m_world->acme, 2);
        std::vector<std::string> events;
        QVERIFY(m_world->store->read([&](store::Reader& r) {
            return r.query("SELECT event FROM audit_log", {}, [&](const store::Row& row) {
                const auto parsed = *json::parseObject(row.text(0));
                events.push_back(json::write(parsed.at("ip")));
                return true;
            });
        }));
        QVERIFY(events[0] != events[1]);
    }
    void pagesFollowEachOtherWithoutLossOrRepeat() {
        m_world->fill(m_world->acme, 25);
        std::vector<std::int64_t> seen;
        std::string cursor;
        do {
            const auto got = page({}, cursor, 10);
            QVERIFY(got);
            for (const Entry& entry : got->items) {
                seen.push_back(entry.seq);
            }
            cursor = got->nextCursor.value_or("");
        } while (!cursor.empty());
        QCOMPARE(seen.size(), std::size_t(25));
        for (std::size_t i = 0; i < seen.size(); ++i) {
            QCOMPARE(seen[i], std::int64_t(25 - i));
        }
    }
    void foreignCursorsAreRefused() {
        for (const char* cursor : {"x", "-1", "0", "1 ", " 1", "1x", "99999999999999999999", "1;DROP"}) {
            QCOMPARE(page({}, cursor, 10).error().reason, std::string("audit.cursor"));
        }
    }
    void everyFilterNarrowsTheList() {
        m_world->fill(m_world->acme, 3);
        Record other = World::login(9);
        other.type = "UserUpdated";
        other.outcome = Outcome::Failure;
        other.target = {"user", "user-1", "Ana"};
        QVERIFY(m_world->add(m_world->acme, other, m_world->now + Seconds(100)));
        QCOMPARE(count({}), std::size_t(4));
        QCOMPARE(count({.type = "UserUpdated"}), std::size_t(1));
        QCOMPARE(count({.type = "UserUpdated,SSOLoginSuccess"}), std::size_t(4));
        QCOMPARE(count({.type = "UserUpdate,SSOLogin"}), std::size_t(0));
        QCOMPARE(count({.type = "%"}), std::size_t(0));
        QCOMPARE(count({.type = "%,%"}), std::size_t(0));
        QCOMPARE(count({.actor = "user-1"}), std::size_t(1));
        QCOMPARE(count({.target = "connection-1"}), std::size_t(3));
        QCOMPARE(count({.target = "user-1"}), std::size_t(1));
        QCOMPARE(count({.outcome = Outcome::Failure}), std::size_t(1));
        QCOMPARE(count({.outcome = Outcome::Denied}), std::size_t(0));
        QCOMPARE(count({.flowId = "flow-2"}), std::size_t(1));
        QCOMPARE(count({.from = m_world->now + Seconds(2)}), std::size_t(2));
        QCOMPARE(count({.to = m_world->now + Seconds(2)}), std::size_t(2));
        QCOMPARE(count({.type = "SSOLoginSuccess", .actor = "user-1", .flowId = "flow-1"}), std::size_t(1));
        QCOMPARE(count({.type = "SSOLoginSuccess", .actor = "user-1", .flowId = "flow-2"}), std::size_t(0));
        QCOMPARE(count({.actor = "' OR '1'='1"}), std::size_t(0));
    }
    void oneRecordIsFoundByItsNumber() {
        m_world->fill(m_world->acme, 3);
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        const auto found = m_world->store->read([&](store::Reader& r) { return get(r, sealer, 2); });
        QCOMPARE(found->record.flowId.text(), std::string("flow-1"));
        for (const std::int64_t seq : {0, -1, 4}) {
            const auto missing = m_world->store->read([&](store::Reader& r) { return get(r, sealer, seq); });
            QCOMPARE(missing.error().reason, std::string("audit.not_found"));
        }
        const store::Sealer other = m_world->sealer(m_world->evil);
        QVERIFY(!m_world->store->read([&](store::Reader& r) { return get(r, other, 2); }));
    }
    void aLiveViewAsksForWhatIsNew() {
        m_world->fill(m_world->acme, 5);
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        const auto fresh = m_world->store->read([&](store::Reader& r) { return listAfter(r, sealer, 3, 50); });
        QCOMPARE(fresh->size(), std::size_t(2));
        QCOMPARE(fresh->front().seq, 4);
        QCOMPARE(*m_world->store->read([&](store::Reader& r) { return lastSeq(r, m_world->acme); }), 5);
        QCOMPARE(*m_world->store->read([&](store::Reader& r) { return lastSeq(r, m_world->evil); }), 0);
    }
    void aStreamGivesEverythingInOrder() {
        m_world->fill(m_world->acme, 1203);
        std::int64_t expected = 0;
        QVERIFY(stream(*m_world->store, m_world->sealer(m_world->acme), 1, 1201,
                       [&](const Entry& entry) { return entry.seq == ++expected; }));
        QCOMPARE(expected, 1201);
        int seen = 0;
        QVERIFY(stream(*m_world->store, m_world->sealer(m_world->acme), 1, 1203,
                       [&](const Entry&) { return ++seen < 10; }));
        QCOMPARE(seen, 10);
    }
    void erasingAPersonForgetsTheValuesAndKeepsTheChain() {
        m_world->fill(m_world->acme, 2);
        Record onThem;
        onThem.type = "UserUpdated";
        onThem.actor = {ActorType::Admin, "admin-1", "Ben Admin"};
        onThem.target = {"user", "user-0", "Ana Example"};
        onThem.ip = "192.0.2.99";
        onThem.personal = {{"displayName", "Ana Example"}};
        QVERIFY(m_world->add(m_world->acme, onThem));
        const auto before = m_world->all(m_world->acme).items;
        QCOMPARE(*erase("user-0"), 2);
        const auto after = m_world->all(m_world->acme).items;
        QCOMPARE(after[2].record.actor.name, std::string());
        QCOMPARE(after[2].record.ip, std::string());
        QVERIFY(after[2].record.personal.at("email").is_null());
        QCOMPARE(after[2].record.target.name, std::string("okta"));
        QCOMPARE(after[0].record.target.name, std::string());
        QVERIFY(after[0].record.personal.at("displayName").is_null());
        QCOMPARE(after[0].record.actor.name, std::string("Ben Admin"));
        QCOMPARE(after[0].record.ip, std::string("192.0.2.99"));
        QCOMPARE(after[1].record.actor.name, std::string("Ana Example"));
        for (std::size_t i = 0; i < after.size(); ++i) {
            QCOMPARE(after[i].hash, before[i].hash);
        }
        QCOMPARE(*erase("user-0"), 0);
        QCOMPARE(*erase("nobody"), 0);
        QVERIFY(!erase(""));
    }
    void aRecordMovedBetweenTenantsDoesNotOpen() {
        m_world->fill(m_world->acme, 1);
        QVERIFY(m_world->sql("UPDATE audit_log SET tenant_id = '" + m_world->evil.text() + "'"));
        const store::Sealer sealer = m_world->sealer(m_world->evil);
        const auto read = m_world->store->read([&](store::Reader& r) { return list(r, sealer, {}, "", 10); });
        QCOMPARE(read.error().reason, std::string("store.unseal_failed"));
    }
    void deletingATenantDeletesItsLog() {
        m_world->fill(m_world->acme, 2);
        QVERIFY(m_world->sql("DELETE FROM tenants WHERE id = '" + m_world->acme.text() + "'"));
        QCOMPARE(*m_world->store->read([&](store::Reader& r) { return lastSeq(r, m_world->acme); }), 0);
    }
    void appendIsFast() {
        const store::Sealer sealer = m_world->sealer(m_world->acme);
        constexpr int kCount = 2000;
        std::vector<Prepared> prepared;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < kCount; ++i) {
            prepared.push_back(prepare(sealer, World::login(i), m_world->now));
        }
        const auto middle = std::chrono::steady_clock::now();
        QVERIFY(m_world->store->write([&](store::Writer& w) -> Status {
            for (const Prepared& one : prepared) {
                ENSURE(append(w, one));
            }
            return {};
        }));
        const auto end = std::chrono::steady_clock::now();
        const auto each = [](auto span) {
            return double(std::chrono::duration_cast<std::chrono::nanoseconds>(span).count()) / kCount / 1000;
        };
        qInfo("prepare %.1f us, append %.1f us a record", each(middle - start), each(end - middle));
        QVERIFY(each(end - middle) < 1000);
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
