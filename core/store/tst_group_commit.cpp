// SPDX-License-Identifier: Apache-2.0
// One batch of several, made on purpose: whoever is refused in its middle takes nobody along.
#include <QtTest>

#include <QTemporaryDir>
#include <semaphore>
#include <thread>

#include "base/parking.h"
#include "store/store.h"

using namespace gatehouse;
using store::Reader;
using store::Writer;

namespace {

/// Tells when the caller on its thread has joined the queue.
class Noting final : public Parking {
public:
    explicit Noting(std::binary_semaphore& queued)
        : m_queued(&queued) {
        enter(this);
    }
    ~Noting() { enter(nullptr); }
    void park() override {
        if (std::binary_semaphore* queued = std::exchange(m_queued, nullptr)) {
            queued->release();
        }
        m_resumed.acquire();
    }
    void resume() override { m_resumed.release(); }

private:
    std::binary_semaphore* m_queued; ///< nullptr: told already
    std::binary_semaphore m_resumed{0};
};

} // namespace

class TestGroupCommit : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        store::Options options;
        options.file = m_folder->filePath("batch.db").toStdString();
        m_store = std::move(store::openSqlite(options).value());
        QVERIFY(m_store->migrate({{"test", 1, "CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY) {table};"}}));
        m_results.clear();
    }
    void cleanup() { m_store.reset(); }

    void aRefusalInTheMiddleTakesNobodyAlong() {
        inOneBatch(
            {{"a", Ends::Well}, {"b", Ends::Refused}, {"c", Ends::Well}, {"d", Ends::Thrown}, {"e", Ends::Well}});
        QCOMPARE(results(), std::string("a+ b:test.refused c+ d:store.callback_threw e+ "));
        QCOMPARE(stored(), std::string("a c e first "));
    }
    void aRefusalAtTheEndTakesNobodyAlong() {
        inOneBatch({{"a", Ends::Well}, {"b", Ends::Well}, {"c", Ends::Refused}});
        QCOMPARE(results(), std::string("a+ b+ c:test.refused "));
        QCOMPARE(stored(), std::string("a b first "));
    }
    void whoMeetsAConstraintIsAloneWithIt() {
        inOneBatch({{"a", Ends::Well}, {"a", Ends::Well}, {"b", Ends::Well}});
        QCOMPARE(results(), std::string("a+ a:store.constraint b+ "));
        QCOMPARE(stored(), std::string("a b first "));
    }
    void oneWhoIgnoresAnErrorKeepsTheRest() {
        inOneBatch({{"first", Ends::Anyway}, {"b", Ends::Refused}, {"c", Ends::Well}});
        QCOMPARE(results(), std::string("first+ b:test.refused c+ "));
        QCOMPARE(stored(), std::string("c first first-after "));
    }
    void whatIsDoneMeanwhileWaitsForNobody() {
        std::binary_semaphore done(0);
        bool inTime = false;
        inOneBatch({[&] {
                        return note("a", m_store->write([](Writer& writer) { return insertOne(writer, "a"); },
                                                        [&] { done.release(); }));
                    },
                    [&] {
                        return note("b", m_store->write([&](Writer& writer) {
                            inTime = done.try_acquire_for(std::chrono::seconds(20)); // the batch goes on after it
                            return insertOne(writer, "b");
                        }));
                    }});
        QVERIFY(inTime);
        QCOMPARE(results(), std::string("a+ b+ "));
        QCOMPARE(stored(), std::string("a b first "));
    }
    void whatIsDoneMeanwhileIsDoneOnceWhateverBecomesOfTheNeighbours() {
        std::atomic<int> ofGood = 0;
        std::atomic<int> ofRefused = 0;
        const auto with = [this](std::string id, Status ends, std::atomic<int>& count) -> std::function<std::string()> {
            return [this, id, ends, &count] {
                return note(id, m_store->write(
                                    [&](Writer& writer) -> Status {
                                        ENSURE(insertOne(writer, id));
                                        return ends;
                                    },
                                    [&] { ++count; }));
            };
        };
        const Status refused = fail(Code::PermissionDenied, "test.refused");
        inOneBatch({with("a", {}, ofGood), with("b", refused, ofRefused), with("c", {}, ofGood),
                    with("d", refused, ofRefused)});
        QCOMPARE(results(), std::string("a+ b:test.refused c+ d:test.refused "));
        QCOMPARE(stored(), std::string("a c first "));
        QCOMPARE(ofGood.load(), 2);
        QCOMPARE(ofRefused.load(), 0);
    }
    void whatIsThrownMeanwhileComesAfterTheCommit() {
        const auto throws = [this] {
            try {
                static_cast<void>(m_store->write([](Writer& writer) { return insertOne(writer, "a"); },
                                                 []() { throw std::runtime_error("thrown by a test"); }));
            } catch (const std::runtime_error&) {
                return std::string("thrown ");
            }
            return std::string("not thrown ");
        };
        inOneBatch({throws, [this] { return note("b", insert({"b", Ends::Well})); }});
        QCOMPARE(results(), std::string("thrown b+ "));
        QCOMPARE(stored(), std::string("a b first "));
    }
    void aLoneCallerDoesItAfterwards() {
        std::string seen;
        const auto gave = m_store->write(
            [](Writer& writer) -> Result<std::string> {
                ENSURE(insertOne(writer, "a"));
                return std::string("given");
            },
            [&](const std::string& given) { seen = given + " " + stored(); });
        QCOMPARE(seen, std::string("given a "));
        QCOMPARE(*gave, std::string("given"));
    }

private:
    enum class Ends { Well, Refused, Thrown, Anyway };
    struct Caller {
        std::string id;
        Ends ends;
    };

    Status insert(const Caller& caller) {
        bool ran = false;
        const Status status = m_store->write([&](Writer& writer) -> Status {
            writer.afterCommit([&ran] { ran = true; });
            const auto inserted = writer.execute("INSERT INTO things (id) VALUES ($1)", {caller.id});
            if (caller.ends == Ends::Anyway) {
                ENSURE(writer.execute("INSERT INTO things (id) VALUES ($1)", {caller.id + "-after"}));
                return {};
            }
            ENSURE(inserted);
            if (caller.ends == Ends::Thrown) {
                throw std::runtime_error("thrown by a test");
            }
            return caller.ends == Ends::Refused ? Status(fail(Code::PermissionDenied, "test.refused")) : Status();
        });
        return ran == bool(status) ? status : Status(fail(Code::Internal, "test.after_commit"));
    }
    static Status insertOne(Writer& writer, const std::string& id) {
        return writer.execute("INSERT INTO things (id) VALUES ($1)", {id}).map([](std::int64_t) {});
    }
    static std::string note(const std::string& id, const Status& status) {
        return id + (status ? "+" : ":" + status.error().reason) + " ";
    }
    void inOneBatch(const std::vector<Caller>& callers) {
        std::vector<std::function<std::string()>> calls;
        for (const Caller& caller : callers) {
            calls.emplace_back([this, caller] { return note(caller.id, insert(caller)); });
        }
        inOneBatch(calls);
    }
    /// One writer holds the lead until all the others have queued up, in this order.
    void inOneBatch(const std::vector<std::function<std::string()>>& callers) {
        std::binary_semaphore leads(0);
        std::binary_semaphore mayGo(0);
        std::thread first([&] {
            const Status status = m_store->write([&](Writer& writer) -> Status {
                leads.release();
                mayGo.acquire();
                ENSURE(writer.execute("INSERT INTO things (id) VALUES ($1)", {"first"}));
                return {};
            });
            QVERIFY(status);
        });
        leads.acquire();
        m_results.resize(callers.size());
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < callers.size(); ++i) {
            std::binary_semaphore queued(0);
            threads.emplace_back([&, i] {
                const Noting parking(queued);
                m_results[i] = callers[i]();
            });
            queued.acquire();
        }
        mayGo.release();
        first.join();
        for (std::thread& thread : threads) {
            thread.join();
        }
    }
    std::string results() const {
        std::string all;
        for (const std::string& each : m_results) {
            all += each;
        }
        return all;
    }
    std::string stored() {
        std::string all;
        const Status read = m_store->read([&all](Reader& reader) {
            return reader.query("SELECT id FROM things ORDER BY id", {}, [&all](const store::Row& row) {
                all.append(row.text(0)).append(" ");
                return true;
            });
        });
        return read ? all : read.error().reason;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::vector<std::string> m_results;
};

QTEST_GUILESS_MAIN(TestGroupCommit)
#include "tst_group_commit.moc"
