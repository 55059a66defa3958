// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/conformance.h"

#include <atomic>
#include <thread>

// The cases of conformance.h about schema steps, backups and verification; included by conformance_cases.h.
namespace gatehouse::store {

inline void StoreConformance::migrationsRunOnce() {
    QVERIFY(insert("kept"));
    QVERIFY(store().migrate(schema()));
    auto longer = schema();
    longer.push_back(
        {"beta", 2, "CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY) {table}; INSERT INTO more (id) VALUES ('1')"});
    QVERIFY(store().migrate(longer));
    QVERIFY(store().migrate(longer));
    QCOMPARE(count("more"), 1);
    QCOMPARE(count("schema_migrations"), 4);
    QCOMPARE(count(), 1);
}

inline void StoreConformance::newerSchemaIsRefusedUntouched() {
    const std::vector<Migration> older(schema().begin(), schema().begin() + 2); // knows nothing of beta
    QCOMPARE(conformance::reasonOf(store().migrate(older)), std::string("store.schema_newer"));
    auto otherwise = std::vector<Migration>{
        schema()[0], schema()[2], {"gamma", 1, "CREATE TABLE gamma (id TEXT PRIMARY KEY) {table}"}};
    const Status refused = store().migrate(otherwise); // lacks alpha 2
    QCOMPARE(conformance::reasonOf(refused), std::string("store.schema_newer"));
    QCOMPARE(refused.error().code, Code::FailedPrecondition);
    QCOMPARE(count("gamma"), -1);
    QCOMPARE(count("schema_migrations"), 3);
}

inline void StoreConformance::failedMigrationLeavesNothing() {
    auto longer = schema();
    longer.push_back({"gamma", 1, "CREATE TABLE first (id TEXT NOT NULL PRIMARY KEY) {table}"});
    longer.push_back(
        {"gamma", 2, "CREATE TABLE second (id TEXT NOT NULL PRIMARY KEY) {table}; INSERT INTO nowhere VALUES (1)"});
    QVERIFY(!store().migrate(longer));
    QCOMPARE(count("first"), 0);
    QCOMPARE(count("second"), -1);
    longer.back().sql = "CREATE TABLE second (id TEXT NOT NULL PRIMARY KEY) {table}";
    QVERIFY(store().migrate(longer));
    QCOMPARE(count("second"), 0);
}

inline void StoreConformance::migrationsOutOfOrderAreRefused() {
    const std::string sql = "CREATE TABLE other (id TEXT NOT NULL PRIMARY KEY) {table}";
    for (const std::vector<int>& versions : {std::vector<int>{2}, {1, 3}, {1, 1}, {0}, {2, 1}}) {
        auto steps = schema();
        for (const int version : versions) {
            steps.push_back({"gamma", version, sql});
        }
        QCOMPARE(conformance::reasonOf(store().migrate(steps)), std::string("store.migration_order"));
        QCOMPARE(count("other"), -1);
    }
}

inline void StoreConformance::backupHoldsTheSameAndOpens() {
    for (int i = 0; i < 200; ++i) {
        QVERIFY(insert(std::to_string(i), i));
    }
    const std::filesystem::path target = backupTarget();
    const Status made = store().backup(target);
    QVERIFY2(made, made ? "" : made.error().detail.c_str());
    QVERIFY(insert("later"));
    auto copy = openBackup(target);
    QVERIFY2(copy, copy ? "" : copy.error().detail.c_str());
    QVERIFY((*copy)->migrate(schema()));
    QVERIFY((*copy)->verify());
    const auto rows = (*copy)->read([](Reader& reader) { return countIn(reader); });
    QCOMPARE(rows.value(), 200);
    QVERIFY((*copy)->write([](Writer& writer) { return writer.execute("DELETE FROM codes", {}); }));
    QCOMPARE(count(), 201);
}

inline void StoreConformance::backupNeverOverwrites() {
    const std::filesystem::path target = backupTarget();
    QVERIFY(store().backup(target));
    const auto size = std::filesystem::file_size(target);
    const Status again = store().backup(target);
    QCOMPARE(conformance::reasonOf(again), std::string("store.target_exists"));
    QCOMPARE(std::filesystem::file_size(target), size);
    QVERIFY(!store().backup(target.parent_path() / "no-such-folder" / "copy"));
}

inline void StoreConformance::backupWhileWritingIsConsistent() {
    std::atomic<bool> stop = false;
    std::atomic<int> pairs = 0;
    std::thread busy([&] {
        while (!stop) {
            const std::string id = std::to_string(pairs.load());
            const Status status = store().write([&](Writer& writer) -> Status {
                ENSURE(writer.execute(conformance::kInsert, {"a" + id, "o", 1}));
                ENSURE(writer.execute(conformance::kInsert, {"b" + id, "o", 1}));
                return {};
            });
            pairs += status ? 1 : 0;
            pairs.notify_all();
        }
    });
    while (pairs < 50) {
        pairs.wait(pairs.load());
    }
    const std::filesystem::path target = backupTarget();
    const int before = pairs;
    const Status made = store().backup(target);
    const int after = pairs;
    stop = true;
    busy.join();
    QVERIFY(made);
    auto copy = openBackup(target);
    QVERIFY(copy);
    const std::int64_t rows = (*copy)->read([](Reader& reader) { return countIn(reader); }).value();
    QCOMPARE(rows % 2, 0);
    QVERIFY(rows >= before * 2 && rows <= (after + 1) * 2);
}

inline void StoreConformance::healthyStoreVerifies() {
    QVERIFY(insert("a"));
    const Status sound = store().verify();
    QVERIFY2(sound, sound ? "" : sound.error().detail.c_str());
    QVERIFY(store().sizeOnDisk() > 0);
}

} // namespace gatehouse::store
