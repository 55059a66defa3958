// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace gatehouse::store {

enum class Access { Read, Write };

/// One connection with its prepared statements. Used by one thread at a time.
class SqliteConnection {
public:
    /// Opens an existing file with every hardening flag set and read back.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const std::filesystem::path& file,
                                                                        Access access);
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;
    ~SqliteConnection();

    /// Runs one statement to its end, calling `onRow` for each row until it returns false.
    [[nodiscard]] Status run(std::string_view sql, std::span<const Arg> args, const OnRow* onRow);
    /// The same of a statement that changes nothing: `store.statement` for another.
    [[nodiscard]] Status read(std::string_view sql, std::span<const Arg> args, const OnRow& onRow);
    /// run, and the rows it changed.
    [[nodiscard]] Result<std::int64_t> change(std::string_view sql, std::span<const Arg> args);
    /// Rows that this connection has changed since it was opened.
    [[nodiscard]] std::int64_t totalChanges() const;
    /// A statement without arguments and rows, such as COMMIT.
    [[nodiscard]] Status command(std::string_view sql) { return run(sql, {}, nullptr); }
    /// Several statements, separated by semicolons; nothing of them is kept.
    [[nodiscard]] Status script(const std::string& sql);
    /// The first column of the first row, as text.
    [[nodiscard]] Result<std::string> value(std::string_view sql);

    [[nodiscard]] bool inTransaction() const;
    /// True if a deferred foreign key is violated at this moment.
    [[nodiscard]] bool hasPendingViolation() const;
    /// True after an I/O error or a damaged page: what this connection accepts from now on proves nothing.
    [[nodiscard]] bool broken() const { return m_broken; }
    /// Frames in the log after the last commit of this connection.
    [[nodiscard]] int logFrames() const { return m_logFrames; }
    /// Moves the log into the database. `Block` waits a little for readers and lets the log start anew.
    enum class Checkpoint { Passive, Block };
    void checkpoint(Checkpoint mode);
    [[nodiscard]] sqlite3* handle() const { return m_db; }

private:
    struct Prepared;
    class Use;

    explicit SqliteConnection(sqlite3* db);
    [[nodiscard]] Status configure(Access access);
    [[nodiscard]] Result<Prepared*> prepare(std::string_view sql);
    [[nodiscard]] Error error(int result, std::string_view during);

    sqlite3* m_db;
    bool m_broken = false;
    int m_logFrames = 0;
    /// The keys look into the texts that the statements own.
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> m_prepared;
};

} // namespace gatehouse::store
