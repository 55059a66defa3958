// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <condition_variable>
#include <memory>
#include <mutex>

#include "outbox/outbox.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using outbox::State;
using test::TestStore;

namespace {

/// Peers by the host of their address: each answers what the test says, or is held until it lets go.
class Peers final : public http::Client {
public:
    Result<http::OutboundResponse> send(const std::string&, const http::OutboundRequest& request) override {
        std::unique_lock lock(m_mutex);
        const std::string to = request.url.substr(8); // behind https://
        m_sent.push_back(to + " " + request.body);
        m_most[to] = std::max(m_most[to], ++m_under[to]);
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return !m_held.contains(to); });
        --m_under[to];
        const int status = m_status.contains(to) ? m_status[to] : 200;
        if (status == 0) {
            return fail(Code::Unavailable, "outbound.connect");
        }
        http::OutboundResponse response;
        response.status = status;
        return response;
    }
    void answer(const std::string& to, int status) {
        const std::lock_guard lock(m_mutex);
        m_status[to] = status;
    }
    void hold(const std::string& to) {
        const std::lock_guard lock(m_mutex);
        m_held.insert(to);
    }
    void letGo() {
        const std::lock_guard lock(m_mutex);
        m_held.clear();
        m_changed.notify_all();
    }
    QStringList sent() {
        const std::lock_guard lock(m_mutex);
        QStringList out;
        for (const std::string& each : m_sent) {
            out << QString::fromStdString(each);
        }
        return out;
    }
    int mostAtOnce(const std::string& to) {
        const std::lock_guard lock(m_mutex);
        return m_most[to];
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_sent;
    std::map<std::string, int> m_status, m_under, m_most;
    std::set<std::string> m_held;
};

/// Brings "id payload" to the destination, and remembers what was kept.
class Postman final : public outbox::Courier {
public:
    Result<http::OutboundRequest> request(const outbox::Message& message) override {
        if (message.said.payload == "unsayable") {
            return fail(Code::NotFound, "test.unsayable");
        }
        http::OutboundRequest out;
        out.method = "POST";
        out.url = "https://" + message.said.destination;
        out.body = message.id + " " + message.said.payload + " " + std::to_string(message.attempt);
        return out;
    }
    Status kept(store::Writer&, const outbox::Message&, const outbox::Receipt& receipt) override {
        const std::lock_guard lock(m_mutex);
        m_kept << QString::fromStdString(receipt.destination + " " + std::string(stateName(receipt.state)));
        return {};
    }
    QStringList kept() {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }

private:
    std::mutex m_mutex;
    QStringList m_kept;
};

} // namespace

class TestOutbox : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_store = std::make_unique<TestStore>(outbox::migrations());
        m_clock.set(TestStore::kNow);
        m_peers = std::make_unique<Peers>();
        m_postman = std::make_unique<Postman>();
        m_sealed = false;
        open();
    }
    void cleanup() {
        m_peers->letGo();
        m_outbox.reset();
    }

    void whatACommitPutsIsDeliveredAndConfirmed() {
        begin();
        const std::string id = put("a", "hello");
        QTRY_COMPARE(ledger(), QStringList{"a confirmed 1 200"});
        QCOMPARE(m_peers->sent(), QStringList{QString::fromStdString("a " + id + " hello 1")});
        QCOMPARE(m_postman->kept(), QStringList{"a confirmed"});
        const outbox::Receipt receipt = receipts().front();
        QVERIFY(!receipt.dueAt);
        QCOMPARE(*receipt.triedAt, TestStore::kNow);
    }

    void whatIsRolledBackIsNeverSaid() {
        begin();
        const Status refused = (*m_store)->write([&](store::Writer& writer) -> Status {
            (void)m_outbox->put(writer, m_store->acme().id, {"test", "a", "s", "never"});
            return fail(Code::Conflict, "test.refused");
        });
        QVERIFY(!refused);
        put("b", "after");
        QTRY_COMPARE(ledger(), QStringList{"b confirmed 1 200"});
        QCOMPARE(m_peers->sent().size(), 1);
    }

    // Killed between the commit and the delivery: what is in the store goes out after the next start, once.
    void whatWasLeftIsDeliveredAfterTheNextStart() {
        const std::string id = put("a", "left");
        QVERIFY(m_peers->sent().isEmpty());
        m_outbox.reset();
        open();
        begin();
        QTRY_COMPARE(ledger(), QStringList{"a confirmed 1 200"});
        m_outbox.reset();
        open();
        begin();
        put("b", "x");
        QTRY_COMPARE(ledger().size(), 2);
        QTRY_COMPARE(m_peers->sent().size(), 2);
        QVERIFY(m_peers->sent().front().contains(QString::fromStdString(id)));
    }

    void aFailureIsTriedAgainUnderTheSameIdWhenItIsDue() {
        m_peers->answer("a", 503);
        begin();
        const std::string id = put("a", "x");
        QTRY_COMPARE(ledger(), QStringList{"a failed 1 503"});
        QCOMPARE(*receipts().front().dueAt, TestStore::kNow + Seconds(1));
        QCOMPARE(receipts().front().reason, std::string("outbox.refused"));
        m_clock.advance(Milliseconds(999));
        m_outbox->wake();
        m_clock.advance(Milliseconds(1));
        m_outbox->wake();
        QTRY_COMPARE(ledger(), QStringList{"a failed 2 503"});
        QCOMPARE(*receipts().front().dueAt, TestStore::kNow + Seconds(3));
        m_peers->answer("a", 204);
        m_clock.advance(Seconds(2));
        m_outbox->wake();
        QTRY_COMPARE(ledger(), QStringList{"a confirmed 3 204"});
        QCOMPARE(m_peers->sent().size(), 3);
        for (const QString& each : m_peers->sent()) {
            QVERIFY(each.startsWith("a " + QString::fromStdString(id)));
        }
        QCOMPARE(m_postman->kept(), (QStringList{"a failed", "a failed", "a confirmed"}));
    }

    void whoeverIsNotThereIsTriedAgain() {
        m_peers->answer("a", 0);
        begin();
        put("a", "x");
        QTRY_COMPARE(ledger(), QStringList{"a failed 1 0"});
        QCOMPARE(receipts().front().reason, std::string("outbound.connect"));
    }

    void anAnswerThatSaysItIsNoUseGivesUpAtOnce() {
        m_peers->answer("a", 400);
        begin();
        put("a", "x");
        QTRY_COMPARE(ledger(), QStringList{"a given-up 1 400"});
        QVERIFY(!receipts().front().dueAt);
    }

    void whatCannotBeSaidIsGivenUpUnsent() {
        begin();
        put("a", "unsayable");
        QTRY_COMPARE(ledger(), QStringList{"a given-up 1 0"});
        QCOMPARE(receipts().front().reason, std::string("test.unsayable"));
        QVERIFY(m_peers->sent().isEmpty());
    }

    void aKindThatNobodyCarriesIsGivenUp() {
        begin();
        put("a", "x", "strange");
        QTRY_COMPARE(ledger("strange"), QStringList{"a given-up 1 0"});
        QCOMPARE(receipts("strange").front().reason, std::string("outbox.kind_unknown"));
    }

    void afterTheLastAttemptItIsGivenUp() {
        m_limits.attempts = 2;
        open();
        m_peers->answer("a", 500);
        begin();
        put("a", "x");
        QTRY_COMPARE(ledger(), QStringList{"a failed 1 500"});
        m_clock.advance(Seconds(1));
        m_outbox->wake();
        QTRY_COMPARE(ledger(), QStringList{"a given-up 2 500"});
    }

    void whatIsTooOldIsGivenUp() {
        m_limits.age = Seconds(10);
        open();
        m_peers->answer("a", 500);
        put("a", "x");
        m_clock.advance(Milliseconds(9500));
        begin();
        QTRY_COMPARE(ledger(), QStringList{"a given-up 1 500"});
    }

    void aDestinationThatHangsStopsNobodyElse() {
        m_limits.workers = 3;
        open();
        m_peers->hold("slow");
        begin();
        for (int i = 0; i < 20; ++i) {
            put("slow", "x" + std::to_string(i));
        }
        QTRY_COMPARE(m_peers->sent().size(), 2);
        put("quick", "y");
        QTRY_VERIFY(ledger().contains("quick confirmed 1 200"));
        QCOMPARE(m_peers->sent().size(), 3);
        m_peers->letGo();
        QTRY_COMPARE(ledger().filter("confirmed").size(), 21);
        QCOMPARE(m_peers->mostAtOnce("slow"), 2);
    }

    void aDestinationThatFailsIsNotTriedForEachOfItsMessages() {
        m_peers->answer("dead", 0);
        begin();
        put("dead", "first");
        QTRY_COMPARE(ledger(), QStringList{"dead failed 1 0"});
        for (int i = 0; i < 50; ++i) {
            put("dead", "more");
        }
        put("alive", "y");
        QTRY_VERIFY(ledger().contains("alive confirmed 1 200"));
        QCOMPARE(ledger().filter("pending").size(), 50);
        m_clock.advance(Seconds(1));
        m_outbox->wake();
        QTRY_COMPARE(m_peers->sent().filter("dead").size(), 2); // one to see whether it is back
        m_peers->answer("dead", 200);
        const auto later = [&] { // the second try may end after a first look at the clock
            m_clock.advance(Seconds(60));
            m_outbox->wake();
            return ledger().filter("confirmed").size();
        };
        QTRY_COMPARE(later(), 52);
    }

    void messagesOfOneDestinationAreBegunInTheirOrder() {
        m_limits.perDestination = 1;
        open();
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            put("a", std::to_string(i));
            m_clock.advance(Milliseconds(1));
            expected << QString::number(i);
        }
        begin();
        QTRY_COMPARE(ledger().filter("confirmed").size(), 20);
        QStringList said;
        for (const QString& each : m_peers->sent()) {
            said << each.section(' ', 2, 2);
        }
        QCOMPARE(said, expected);
    }

    void stoppingLetsWhatIsUnderWayFinish() {
        m_peers->hold("a");
        begin();
        put("a", "x");
        QTRY_COMPARE(m_peers->sent().size(), 1);
        std::thread stopper([this] { m_outbox->stop(); });
        m_peers->letGo();
        stopper.join();
        QCOMPARE(ledger(), QStringList{"a confirmed 1 200"});
        put("b", "stays");
        QCOMPARE(ledger(), (QStringList{"a confirmed 1 200", "b pending 0 0"}));
    }

    void aSealedTenantPutsNothingAndIsTriedAgain() {
        put("a", "x");
        m_sealed = true;
        const auto refused = (*m_store)->write(
            [&](store::Writer& writer) { return m_outbox->put(writer, m_store->acme().id, {"test", "a", "s", "y"}); });
        QCOMPARE(refused.error().reason, std::string("tenant_sealed"));
        begin();
        QTRY_COMPARE(ledger(), QStringList{"a failed 1 0"});
        QCOMPARE(receipts().front().reason, std::string("tenant_sealed"));
        QVERIFY(m_peers->sent().isEmpty());
    }

    void thePayloadIsSealed() {
        put("a", "a-secret-word");
        const Status read = (*m_store)->read([&](store::Reader& reader) {
            return reader.query("SELECT payload FROM outbox", {}, [](const store::Row& row) {
                [&] { QVERIFY(row.blob(0).find("secret") == std::string_view::npos); }();
                return true;
            });
        });
        QVERIFY(read);
    }

    void anotherTenantsReceiptsAreNotSeen() {
        put("a", "x");
        const auto seen = (*m_store)->read(
            [&](store::Reader& reader) { return outbox::receipts(reader, m_store->evil().id, "test", "s"); });
        QVERIFY(seen->empty());
    }

    void receiptsGoSomeTimeAfterTheyAreSettled() {
        begin();
        put("a", "x");
        QTRY_COMPARE(ledger(), QStringList{"a confirmed 1 200"});
        const auto purged = [&](Seconds after) {
            return (*m_store)
                ->write(
                    [&](store::Writer& writer) { return outbox::purge(writer, TestStore::kNow + after, Seconds(60)); })
                .value();
        };
        QCOMPARE(purged(Seconds(60)), std::int64_t(0));
        QCOMPARE(purged(Seconds(61)), std::int64_t(1));
    }

private:
    void open() {
        m_outbox = std::make_unique<outbox::Outbox>(
            outbox::Outbox::Parts{**m_store, m_clock, *m_peers,
                                  [this](const TenantId&) -> Result<store::Sealer> {
                                      if (m_sealed) {
                                          return fail(Code::Unavailable, "tenant_sealed");
                                      }
                                      return m_store->sealer();
                                  },
                                  [] { return 0.0; }},
            m_limits);
        m_outbox->carry("test", *m_postman);
        m_limits = {};
    }
    void begin() { QVERIFY(m_outbox->start()); }
    std::string put(const std::string& to, const std::string& payload, const std::string& kind = "test") {
        return (*m_store)
            ->write([&](store::Writer& writer) {
                return m_outbox->put(writer, m_store->acme().id, {kind, to, "s", payload});
            })
            .value();
    }
    std::vector<outbox::Receipt> receipts(const char* kind = "test") {
        return (*m_store)
            ->read([&](store::Reader& reader) { return outbox::receipts(reader, m_store->acme().id, kind, "s"); })
            .value();
    }
    /// "destination state attempts status" of each.
    QStringList ledger(const char* kind = "test") {
        QStringList out;
        for (const outbox::Receipt& each : receipts(kind)) {
            out << QString::fromStdString(each.destination + " " + std::string(stateName(each.state)) + " " +
                                          std::to_string(each.attempts) + " " + std::to_string(each.status));
        }
        return out;
    }

    outbox::Limits m_limits;
    ManualClock m_clock{TestStore::kNow};
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<Peers> m_peers;
    std::unique_ptr<Postman> m_postman;
    std::atomic<bool> m_sealed{false};
    std::unique_ptr<outbox::Outbox> m_outbox;
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
