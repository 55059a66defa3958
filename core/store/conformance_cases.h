// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/conformance.h"

#include <atomic>
#include <limits>
#include <stdexcept>
#include <thread>

// The cases of conformance.h. Included once by an adapter's test program.
namespace gatehouse::store {

namespace conformance {

constexpr std::string_view kInsert = "INSERT INTO codes (id, owner, uses) VALUES ($1, $2, $3)";
constexpr std::string_view kGate = "INSERT INTO codes (id, owner, uses) VALUES ($1, $2, 0) ON CONFLICT (id) DO NOTHING";

template <class F>
void inThreads(int threads, F&& f) {
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&f, i] { f(i); });
    }
    for (std::thread& thread : running) {
        thread.join();
    }
}

inline std::string reasonOf(const Status& status) {
    return status ? "ok" : status.error().reason;
}

} // namespace conformance

inline const std::vector<Migration>& StoreConformance::schema() {
    static const std::vector<Migration> steps = {
        {"alpha", 1,
         "CREATE TABLE codes (id TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL, uses INTEGER NOT NULL CHECK (uses >= "
         "0), "
         "data BLOB) {table}; CREATE INDEX codes_owner ON codes (owner)"},
        {"alpha", 2, "CREATE TABLE parents (id TEXT NOT NULL PRIMARY KEY) {table}"},
        {"beta", 1,
         "CREATE TABLE children (id TEXT NOT NULL PRIMARY KEY, parent TEXT NOT NULL REFERENCES parents (id) "
         "DEFERRABLE INITIALLY DEFERRED) {table}"},
    };
    return steps;
}

inline void StoreConformance::reopen(int readers) {
    close();
    auto opened = open(readers);
    QVERIFY2(opened, opened ? "" : (opened.error().reason + " " + opened.error().detail).c_str());
    m_store = std::move(*opened);
}

inline void StoreConformance::init() {
    startAfresh();
    reopen();
    const Status migrated = store().migrate(schema());
    QVERIFY2(migrated, migrated ? "" : migrated.error().detail.c_str());
}

inline Status StoreConformance::insert(const std::string& id, std::int64_t uses) {
    return store().write([&](Writer& writer) -> Status {
        ENSURE(writer.execute(conformance::kInsert, {id, "owner", uses}));
        return {};
    });
}

inline Result<std::int64_t> StoreConformance::countIn(Reader& reader, const std::string& table) {
    std::int64_t rows = -1;
    ENSURE(reader.query("SELECT count(*) FROM " + table, {}, [&](const Row& row) {
        rows = row.integer(0);
        return true;
    }));
    return rows;
}

inline std::int64_t StoreConformance::count(const std::string& table) {
    return store().read([&](Reader& reader) { return countIn(reader, table); }).value_or(-1);
}

inline void StoreConformance::singleUseGateOpensOnce() {
    for (const std::int64_t expected : {1, 0, 0}) {
        const auto rows =
            store().write([](Writer& writer) { return writer.execute(conformance::kGate, {"code", "a"}); });
        QCOMPARE(rows.value(), expected);
    }
    // What changes no row gives 0, also right after a statement that changed one.
    const auto rows = store().write([](Writer& writer) -> Result<std::int64_t> {
        ENSURE(writer.execute(conformance::kGate, {"other", "a"}));
        return writer.execute("UPDATE codes SET uses = 1 WHERE id = $1", {"missing"});
    });
    QCOMPARE(rows.value(), 0);
}

inline void StoreConformance::racersForOneKeyHaveOneWinner() {
    constexpr int kKeys = 25;
    std::atomic<int> wins = 0;
    conformance::inThreads(16, [&](int) {
        for (int key = 0; key < kKeys; ++key) {
            const std::string id = "key" + std::to_string(key);
            const auto rows =
                store().write([&](Writer& writer) { return writer.execute(conformance::kGate, {id, "a"}); });
            wins += int(rows.value_or(100));
        }
    });
    QCOMPARE(wins.load(), kKeys);
    QCOMPARE(count(), kKeys);
}

inline void StoreConformance::decisionInsideATransactionHolds() {
    for (int round = 0; round < 20; ++round) {
        QVERIFY(insert("admin-a"));
        QVERIFY(insert("admin-b"));
        std::atomic<int> removed = 0;
        conformance::inThreads(2, [&](int i) {
            const Status status = store().write([&](Writer& writer) -> Status {
                TRY(admins, countIn(writer));
                if (admins < 2) {
                    return fail(Code::FailedPrecondition, "test.last_admin");
                }
                ENSURE(writer.execute("DELETE FROM codes WHERE id = $1", {i == 0 ? "admin-a" : "admin-b"}));
                return {};
            });
            removed += status ? 1 : 0;
        });
        QCOMPARE(removed.load(), 1);
        QCOMPARE(count(), 1);
        QVERIFY(store().write([](Writer& writer) { return writer.execute("DELETE FROM codes", {}); }));
    }
}

inline void StoreConformance::refusedTransactionLeavesNothing() {
    const auto result = store().write([](Writer& writer) -> Result<int> {
        ENSURE(writer.execute(conformance::kInsert, {"a", "o", 1}));
        ENSURE(writer.execute("INSERT INTO parents (id) VALUES ($1)", {"p"}));
        return fail(Code::PermissionDenied, "test.refused");
    });
    QCOMPARE(result.error().reason, std::string("test.refused"));
    QCOMPARE(result.error().code, Code::PermissionDenied);
    QCOMPARE(count(), 0);
    QCOMPARE(count("parents"), 0);
}

inline void StoreConformance::refusedTransactionsSpareTheirNeighbours() {
    constexpr int kEach = 40;
    std::atomic<int> wrong = 0;
    conformance::inThreads(8, [&](int thread) {
        for (int i = 0; i < kEach; ++i) {
            const bool refuse = (i + thread) % 2 == 0;
            const std::string id = std::to_string(thread) + "-" + std::to_string(i);
            const Status status = store().write([&](Writer& writer) -> Status {
                ENSURE(writer.execute(conformance::kInsert, {id, "o", 1}));
                return refuse ? Status(fail(Code::InvalidArgument, "test.refused")) : Status();
            });
            wrong += bool(status) == refuse ? 1 : 0;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(count(), 8 * kEach / 2);
}

inline void StoreConformance::exceptionInsideATransactionUndoesIt() {
    const Status status = store().write([](Writer& writer) -> Status {
        ENSURE(writer.execute(conformance::kInsert, {"a", "o", 1}));
        throw std::runtime_error("thrown by a test");
    });
    QCOMPARE(conformance::reasonOf(status), std::string("store.callback_threw"));
    QCOMPARE(count(), 0);
    QVERIFY(insert("b"));
}

inline void StoreConformance::writeInsideAWriteIsRefused() {
    Status inner;
    QVERIFY(store().write([&](Writer&) -> Status {
        inner = insert("inner");
        return {};
    }));
    QCOMPARE(conformance::reasonOf(inner), std::string("store.nested_write"));
    QCOMPARE(count(), 0);
}

inline void StoreConformance::afterCommitRunsOnlyForWhatCommitted() {
    std::string trace;
    std::int64_t seen = -1;
    QVERIFY(store().write([&](Writer& writer) -> Status {
        ENSURE(writer.execute(conformance::kInsert, {"a", "o", 1}));
        writer.afterCommit([&] { trace += "1"; });
        writer.afterCommit([&] {
            trace += "2";
            seen = count();
        });
        trace += "f";
        return {};
    }));
    QCOMPARE(trace, std::string("f12")); // before write() returned
    QCOMPARE(seen, 1);
    QVERIFY(!store().write([&](Writer& writer) -> Status {
        writer.afterCommit([&] { trace += "never"; });
        return fail(Code::Conflict, "test.refused");
    }));
    QVERIFY(!store().write([&](Writer& writer) -> Status {
        writer.afterCommit([&] { trace += "never"; });
        ENSURE(writer.execute(conformance::kInsert, {"a", "o", 1}));
        return {};
    }));
    QCOMPARE(trace, std::string("f12"));
}

inline void StoreConformance::readerDoesNotSeeWhatIsNotCommitted() {
    std::int64_t outside = -1;
    const auto inside = store().write([&](Writer& writer) -> Result<std::int64_t> {
        ENSURE(writer.execute(conformance::kInsert, {"a", "o", 1}));
        outside = count(); // its own snapshot, outside the transaction
        return countIn(writer);
    });
    QCOMPARE(inside.value(), 1);
    QCOMPARE(outside, 0);
    QCOMPARE(count(), 1);
}

inline void StoreConformance::readerKeepsItsSnapshot() {
    QVERIFY(insert("before"));
    Status inserted;
    const auto counts = store().read([&](Reader& reader) -> Result<std::vector<std::int64_t>> {
        TRY(first, countIn(reader));
        std::thread([&] { inserted = insert("meanwhile"); }).join();
        TRY(second, countIn(reader));
        return std::vector<std::int64_t>{first, second};
    });
    QVERIFY(inserted);
    QCOMPARE(counts.value(), (std::vector<std::int64_t>{1, 1}));
    QCOMPARE(count(), 2);
}

inline void StoreConformance::nestedReadsShareOneConnection() {
    reopen(1);
    QVERIFY(insert("a"));
    const auto counted = store().read([&](Reader&) {
        return store().read([&](Reader& second) -> Result<std::int64_t> {
            TRY(outer, countIn(second));
            std::thread([&] { static_cast<void>(insert("meanwhile")); }).join();
            return outer * 10 + count();
        });
    });
    QCOMPARE(counted.value(), 11);
    QCOMPARE(count(), 2);
}

inline void StoreConformance::queryMayRunInsideItsOwnRows() {
    for (const char* id : {"a", "b", "c"}) {
        QVERIFY(insert(id));
    }
    constexpr std::string_view kAll = "SELECT id FROM codes ORDER BY id";
    std::string trace;
    for (int round = 0; round < 2; ++round) {
        QVERIFY(store().read([&](Reader& reader) -> Status {
            return reader.query(kAll, {}, [&](const Row& outer) {
                trace += outer.text(0);
                return bool(reader.query(kAll, {}, [&](const Row& inner) {
                    trace += inner.text(0);
                    return inner.text(0) != outer.text(0);
                }));
            });
        }));
    }
    QCOMPARE(trace, std::string("aabab"
                                "cabc"
                                "aabab"
                                "cabc"));
}

inline void StoreConformance::readingStopsWhenTold() {
    for (int i = 0; i < 10; ++i) {
        QVERIFY(insert(std::to_string(i)));
    }
    int rows = 0;
    QVERIFY(store().read([&](Reader& reader) -> Status {
        return reader.query("SELECT id FROM codes", {}, [&](const Row&) { return ++rows < 3; });
    }));
    QCOMPARE(rows, 3);
}

inline void StoreConformance::readerCannotWrite() {
    const Status status = store().read([](Reader& reader) -> Status {
        return reader.query("INSERT INTO parents (id) VALUES ($1)", {"p"}, [](const Row&) { return true; });
    });
    QVERIFY(!status);
    QCOMPARE(count("parents"), 0);
}

inline void StoreConformance::constraintsGiveConflict() {
    QVERIFY(insert("a"));
    for (const Status& status : {insert("a"), insert("b", -1)}) {
        QCOMPARE(conformance::reasonOf(status), std::string("store.constraint"));
        QCOMPARE(status.error().code, Code::Conflict);
    }
    const Status null = store().write([](Writer& writer) -> Status {
        ENSURE(writer.execute(conformance::kInsert, {"c", nullptr, 1}));
        return {};
    });
    QCOMPARE(conformance::reasonOf(null), std::string("store.constraint"));
    // A refused statement is undone alone: its transaction may go on.
    QVERIFY(store().write([](Writer& writer) -> Status {
        ENSURE(writer.execute(conformance::kInsert, {"d", "o", 1}));
        const auto refused = writer.execute(conformance::kInsert, {"a", "o", 1});
        return refused ? Status(fail(Code::Internal, "test.accepted")) : Status();
    }));
    QCOMPARE(count(), 2);
}

inline void StoreConformance::deferredForeignKeyRefusesItsOwnTransactionOnly() {
    constexpr std::string_view kChild = "INSERT INTO children (id, parent) VALUES ($1, $2)";
    QVERIFY(store().write([&](Writer& writer) -> Status {
        ENSURE(writer.execute(kChild, {"c", "p"}));
        ENSURE(writer.execute("INSERT INTO parents (id) VALUES ($1)", {"p"}));
        return {};
    }));
    std::atomic<int> wrong = 0;
    conformance::inThreads(8, [&](int thread) {
        for (int i = 0; i < 20; ++i) {
            const std::string id = std::to_string(thread) + "-" + std::to_string(i);
            const bool orphan = i % 3 == 0;
            const Status status = store().write([&](Writer& writer) -> Status {
                ENSURE(writer.execute(kChild, {id, orphan ? "nobody" : "p"}));
                return {};
            });
            wrong += conformance::reasonOf(status) == (orphan ? "store.constraint" : "ok") ? 0 : 1;
        }
    });
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(count("children"), 1 + 8 * 13);
}

inline void StoreConformance::boundValuesStayOutOfErrors() {
    const std::string canary = "canary-7f3a";
    QVERIFY(insert(canary));
    const auto conflict = insert(canary);
    QVERIFY(conflict.error().detail.find(canary) == std::string::npos);
    const auto mistyped =
        store().write([&](Writer& writer) { return writer.execute(conformance::kInsert, {"x", "o", canary}); });
    QVERIFY(!mistyped);
    QVERIFY(mistyped.error().detail.find(canary) == std::string::npos);
}

inline void StoreConformance::wrongStatementsAreOurFault() {
    const auto reasonFor = [&](std::string_view sql, Args args) {
        const auto result = store().write([&](Writer& writer) { return writer.execute(sql, args); });
        return result ? std::string("ok") : result.error().reason;
    };
    const std::string wrong = "store.statement";
    QCOMPARE(reasonFor("SELEC 1", {}), wrong);
    QCOMPARE(reasonFor("DELETE FROM nowhere", {}), wrong);
    QCOMPARE(reasonFor("", {}), wrong);
    QCOMPARE(reasonFor("DELETE FROM codes; DELETE FROM parents", {}), wrong);
    QCOMPARE(reasonFor("DELETE FROM codes WHERE id = $1", {}), wrong);
    QCOMPARE(reasonFor("DELETE FROM codes WHERE id = $1", {"a", "b"}), wrong);
    QCOMPARE(reasonFor("DELETE FROM codes WHERE id = $2 AND owner = $1", {"a", "b"}), wrong);
    QCOMPARE(reasonFor("COMMIT", {}), wrong);
    QVERIFY(insert("still-works"));
}

inline void StoreConformance::everyValueRoundTrips() {
    std::string bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.push_back(char(i));
    }
    const std::string text("nul\0and \xE2\x82\xAC '\" $1 -- ;", 21);
    const std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    QVERIFY(store().write([&](Writer& writer) -> Status {
        constexpr std::string_view kAll = "INSERT INTO codes (id, owner, uses, data) VALUES ($1, $2, $3, $4)";
        ENSURE(writer.execute(kAll, {"1", text, highest, Arg::blob(bytes)}));
        ENSURE(writer.execute(kAll, {"2", std::string_view(), 0, Arg::blob({})}));
        ENSURE(writer.execute(kAll, {"3", "", std::optional<std::int64_t>(7), nullptr}));
        return {};
    }));
    int rows = 0;
    const auto eachRow = [&](const Row& row) {
        ++rows;
        switch (rows) {
        case 1:
            return row.text(1) == text && row.integer(2) == highest && row.blob(3) == bytes && !row.isNull(3);
        case 2:
            return row.text(1).empty() && !row.isNull(1) && row.blob(3).empty() && !row.isNull(3);
        default:
            return row.integer(2) == 7 && row.isNull(3) && row.blob(3).empty();
        }
    };
    bool matched = true;
    QVERIFY(store().read([&](Reader& reader) -> Status {
        return reader.query("SELECT id, owner, uses, data FROM codes ORDER BY id", {}, [&](const Row& row) {
            matched = matched && eachRow(row);
            return true;
        });
    }));
    QVERIFY(matched);
    QCOMPARE(rows, 3);
}

inline void StoreConformance::manyThreadsKeepTheSumRight() {
    QVERIFY(insert("left", 1000));
    QVERIFY(insert("right", 1000));
    constexpr std::string_view kSum = "SELECT sum(uses) FROM codes";
    std::atomic<int> wrong = 0;
    conformance::inThreads(12, [&](int thread) {
        for (int i = 0; i < 50; ++i) {
            if (thread % 2 == 0) {
                const Status moved = store().write([&](Writer& writer) -> Status {
                    ENSURE(writer.execute("UPDATE codes SET uses = uses - 1 WHERE id = $1", {"left"}));
                    ENSURE(writer.execute("UPDATE codes SET uses = uses + 1 WHERE id = $1", {"right"}));
                    return {};
                });
                wrong += moved ? 0 : 1;
                continue;
            }
            std::int64_t sum = 0;
            const Status read = store().read([&](Reader& reader) -> Status {
                return reader.query(kSum, {}, [&](const Row& row) {
                    sum = row.integer(0);
                    return true;
                });
            });
            wrong += read && sum == 2000 ? 0 : 1;
        }
    });
    QCOMPARE(wrong.load(), 0);
}

inline void StoreConformance::acknowledgedRowsSurviveReopening() {
    for (int i = 0; i < 20; ++i) {
        QVERIFY(insert(std::to_string(i)));
    }
    reopen();
    QCOMPARE(count(), 20);
    QVERIFY(store().migrate(schema()));
    QCOMPARE(count(), 20);
}

} // namespace gatehouse::store

#include "store/conformance_upkeep_cases.h"
