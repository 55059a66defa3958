// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/merkle.h"
#include "audit/tst_world.h"

using namespace gatehouse;
using namespace gatehouse::audit;
using audit::test::World;

class TestCheckpoint : public QObject {
    Q_OBJECT

    std::unique_ptr<World> m_world;
    const std::string m_origin = "gh.example/t/acme/audit";

    Result<Checkpoint> make(std::string_view origin) {
        return makeCheckpoint(*m_world->store, *m_world->keys, m_world->acme, origin, m_world->now);
    }
    Result<Checkpoint> make() { return make(m_origin); }
    std::vector<jose::Jwk> keys() {
        return jose::parseJwkSet((*m_world->keys->ring(m_world->acme))->checkpointJwks)->keys;
    }
    Bytes rootNow() {
        Frontier tree;
        const auto items = m_world->all(m_world->acme).items;
        for (auto it = items.rbegin(); it != items.rend(); ++it) {
            tree.add(leafHash(it->hash));
        }
        return tree.root();
    }
    static std::vector<Bytes> pathOf(const json::Object& proof) {
        std::vector<Bytes> path;
        for (const json::Value& hash : *json::arrayMember(proof, "path")) {
            path.push_back(*base64Decode(json::view(hash.get_string())));
        }
        return path;
    }
    static Bytes bytesOf(const json::Object& proof, std::string_view name) {
        return *base64Decode(*json::stringMember(proof, name));
    }

private slots:
    void init() { m_world = std::make_unique<World>(); }
    void cleanup() { m_world.reset(); }

    void anEmptyLogHasATreeHead() {
        const auto head = make();
        QVERIFY(head);
        QCOMPARE(head->size, std::uint64_t(0));
        QCOMPARE(head->root, Frontier().root());
        QVERIFY(openNote(head->note, keys()));
    }
    void theTreeHeadGrowsWithTheLog() {
        for (const int more : {1, 4, 16, 0, 3}) {
            m_world->fill(m_world->acme, more);
            const auto head = make();
            QVERIFY(head);
            QCOMPARE(head->root, rootNow());
            QCOMPARE(openNote(head->note, keys())->root, head->root);
        }
        QCOMPARE(make()->size, std::uint64_t(24));
    }
    void withoutNewRecordsTheSameNoteIsGiven() {
        m_world->fill(m_world->acme, 3);
        QCOMPARE(make()->note, make()->note);
    }
    void anotherOriginSignsTheSameTree() {
        m_world->fill(m_world->acme, 3);
        const auto first = make();
        const auto second = make("other.example/t/acme/audit");
        QVERIFY(second);
        QCOMPARE(second->root, first->root);
        QCOMPARE(second->origin, std::string("other.example/t/acme/audit"));
    }
    void aCutLogIsNotSigned() {
        m_world->fill(m_world->acme, 5);
        QVERIFY(make());
        QVERIFY(m_world->sql("DELETE FROM audit_log WHERE seq > 3"));
        QCOMPARE(make().error().reason, std::string("audit.rolled_back"));
        m_world->fill(m_world->acme, 5);
        QCOMPARE(make().error().reason, std::string("audit.rolled_back"));
    }
    void aBrokenChainIsNotSigned() {
        m_world->fill(m_world->acme, 3);
        QVERIFY(make());
        m_world->fill(m_world->acme, 3);
        QVERIFY(m_world->sql("DELETE FROM audit_log WHERE seq = 5"));
        QCOMPARE(make().error().reason, std::string("audit.rolled_back"));
    }
    void aReplacedHashIsNotSigned() {
        m_world->fill(m_world->acme, 3);
        QVERIFY(make());
        QVERIFY(m_world->sql("UPDATE audit_log SET hash = prev_hash WHERE seq = 3"));
        QCOMPARE(make().error().reason, std::string("audit.rolled_back"));
    }
    void aSealedTenantSignsNothing() {
        m_world->fill(m_world->acme, 1);
        QVERIFY(m_world->store->write(
            [&](store::Writer& w) { return m_world->keys->setSealed(w, m_world->acme, true, m_world->now); }));
        QCOMPARE(make().error().reason, std::string("tenant_sealed"));
    }
    void everyRecordIsProvenInEverySize() {
        m_world->fill(m_world->acme, 13);
        for (std::int64_t size = 1; size <= 13; ++size) {
            for (std::int64_t seq = 1; seq <= size; ++seq) {
                const auto proof = proveInclusion(*m_world->store, m_world->acme, seq, size);
                QVERIFY(proof);
                QVERIFY(verifyInclusion(std::uint64_t(seq) - 1, std::uint64_t(size), bytesOf(*proof, "leaf"),
                                        pathOf(*proof), bytesOf(*proof, "root")));
            }
        }
        const auto whole = proveInclusion(*m_world->store, m_world->acme, 5, 0);
        QCOMPARE(bytesOf(*whole, "root"), make()->root);
        QCOMPARE(json::integerMember(*whole, "size"), std::optional<std::int64_t>(13));
    }
    void everySizeIsProvenToExtendTheOnesBefore() {
        m_world->fill(m_world->acme, 11);
        for (std::int64_t from = 0; from <= 11; ++from) {
            const auto proof = proveConsistency(*m_world->store, m_world->acme, from, 0);
            QVERIFY(proof);
            QVERIFY(verifyConsistency(std::uint64_t(from), 11, bytesOf(*proof, "fromRoot"), bytesOf(*proof, "toRoot"),
                                      pathOf(*proof)));
        }
    }
    void proofsOutsideTheLogAreRefused() {
        m_world->fill(m_world->acme, 3);
        using Range = std::pair<std::int64_t, std::int64_t>;
        for (const auto& [seq, size] :
             {Range{0, 3}, Range{4, 3}, Range{1, 4}, Range{-1, 3}, Range{1, -1}, Range{3, 2}}) {
            QCOMPARE(proveInclusion(*m_world->store, m_world->acme, seq, size).error().reason,
                     std::string("audit.proof_range"));
        }
        for (const auto& [from, to] : {Range{-1, 3}, Range{4, 0}, Range{3, 2}, Range{1, 9}}) {
            QCOMPARE(proveConsistency(*m_world->store, m_world->acme, from, to).error().reason,
                     std::string("audit.proof_range"));
        }
        QVERIFY(!proveInclusion(*m_world->store, m_world->evil, 1, 0));
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
