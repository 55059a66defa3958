// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include <algorithm>
#include <chrono>

#include "store/group_commit.h"
#include "store/migrations.h"
#include "store/planner_statistics.h"
#include "store/reader_pool.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_file.h"

namespace gatehouse::store {
namespace {

constexpr std::string_view kTable = "STRICT, WITHOUT ROWID";
constexpr std::string_view kHeap = "STRICT";
constexpr std::string_view kMigrationsTable = "CREATE TABLE IF NOT EXISTS schema_migrations (module TEXT NOT NULL, "
                                              "version INTEGER NOT NULL, applied_at INTEGER NOT NULL, "
                                              "PRIMARY KEY (module, version)) STRICT, WITHOUT ROWID";

std::int64_t nowMillis() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Result<Applied> appliedSteps(Reader& reader) {
    bool exists = false;
    ENSURE(reader.query("SELECT 1 FROM sqlite_schema WHERE type='table' AND name='schema_migrations'", {},
                        [&](const Row&) {
                            exists = true;
                            return false;
                        }));
    Applied applied;
    if (exists) {
        ENSURE(reader.query("SELECT module, version FROM schema_migrations", {}, [&](const Row& row) {
            applied.emplace(row.text(0), int(row.integer(1)));
            return true;
        }));
    }
    return applied;
}

class SqliteStore final : public Store {
public:
    SqliteStore(std::filesystem::path file, std::unique_ptr<SqliteConnection> writer,
                std::unique_ptr<SqliteConnection> tidier, int maxBatch,
                std::vector<std::unique_ptr<SqliteConnection>> readers)
        : m_file(std::move(file))
        , m_writer(std::move(writer), std::move(tidier), maxBatch)
        , m_readers(std::move(readers)) {}

    [[nodiscard]] Status migrate(const std::vector<Migration>& migrations) override {
        TRY(applied, read(appliedSteps));
        TRY(steps, missingSteps(migrations, applied));
        if (applied.empty()) {
            ENSURE(m_writer.run([](SqliteWriter& writer) { return writer.script(std::string(kMigrationsTable)); }));
        }
        for (const Migration& step : steps) {
            ENSURE(m_writer.run([&step](SqliteWriter& writer) { return take(step, writer); }));
        }
        return {};
    }

    [[nodiscard]] Status backup(const std::filesystem::path& target) override { return copyFile(m_file, target); }
    [[nodiscard]] Status verify() override { return verifyFile(m_file); }
    [[nodiscard]] std::int64_t sizeOnDisk() const override { return bytesOf(m_file); }

protected:
    [[nodiscard]] Status runRead(const std::function<void(Reader&)>& f) override { return m_readers.run(f); }
    [[nodiscard]] Status runWrite(const std::function<Status(Writer&)>& f,
                                  const std::function<void()>& meanwhile) override {
        return m_writer.run([&f](SqliteWriter& writer) { return f(writer); }, meanwhile);
    }

private:
    static Status take(const Migration& step, SqliteWriter& writer) {
        ENSURE(writer.script(withTableOptions(step.sql, kTable, kHeap)));
        ENSURE(writer.execute("INSERT INTO schema_migrations (module, version, applied_at) VALUES ($1, $2, $3)",
                              {step.module, step.version, nowMillis()}));
        return writePlannerStatistics(writer);
    }

    std::filesystem::path m_file;
    // The readers close first, so that the writer's close moves the log into the file and removes it.
    GroupCommit m_writer;
    ReaderPool m_readers;
};

} // namespace

Result<std::unique_ptr<Store>> openSqlite(const Options& options) {
    TRY(file, resolveFile(options.file));
    TRY(writer, openFile(file));
    TRY(tidier, SqliteConnection::open(file, Access::Write));
    std::vector<std::unique_ptr<SqliteConnection>> readers;
    for (int i = 0; i < std::max(options.readers, 1); ++i) {
        TRY(reader, SqliteConnection::open(file, Access::Read));
        readers.push_back(std::move(reader));
    }
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(std::move(file), std::move(writer), std::move(tidier),
                                                                options.maxBatch, std::move(readers)));
}

} // namespace gatehouse::store
