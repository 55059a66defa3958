// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "store/redo_log.h"
#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"
#include "store/store.h"

namespace gatehouse::store {

class SqliteReader final : public Reader {
public:
    explicit SqliteReader(SqliteConnection& connection)
        : m_connection(connection) {}
    [[nodiscard]] Status query(std::string_view sql, Args args, const OnRow& onRow) override {
        return m_connection.run(sql, {args.begin(), args.size()}, &onRow); // SQLite lets it change nothing
    }

private:
    SqliteConnection& m_connection;
};

/// One waiting transaction's view of the writer connection.
class SqliteWriter final : public Writer {
public:
    /// What it changes goes into the log, if there is one.
    SqliteWriter(SqliteConnection& connection, RedoLog* redo)
        : m_connection(connection)
        , m_redo(redo)
        , m_changesBefore(connection.totalChanges()) {}
    [[nodiscard]] Status query(std::string_view sql, Args args, const OnRow& onRow) override {
        return noted(m_connection.read(sql, {args.begin(), args.size()}, onRow));
    }
    [[nodiscard]] Result<std::int64_t> execute(std::string_view sql, Args args) override {
        Result<std::int64_t> rows = noted(m_connection.change(sql, {args.begin(), args.size()}));
        if (rows && *rows != 0 && m_redo != nullptr) {
            m_redo->add(sql, args, *rows);
        }
        return rows;
    }
    void afterCommit(std::function<void()> action) override { m_afterCommit.push_back(std::move(action)); }
    /// Several statements at once: for migrations.
    [[nodiscard]] Status script(const std::string& sql) {
        m_scripted = true;
        return noted(m_connection.script(sql));
    }

    /// The first error that ends the transaction even if its function went on regardless.
    [[nodiscard]] const std::optional<Error>& fatal() const { return m_fatal; }
    [[nodiscard]] std::vector<std::function<void()>>& actions() { return m_afterCommit; }
    /// Whether there may be something to undo.
    [[nodiscard]] bool changed() const { return m_scripted || m_connection.totalChanges() != m_changesBefore; }
    /// Whether what it did is not in the log.
    [[nodiscard]] bool scripted() const { return m_scripted; }

private:
    template <class T>
    T noted(T result) {
        if (!result && !m_fatal && endsTransaction(result.error())) {
            m_fatal = result.error();
        }
        return result;
    }

    SqliteConnection& m_connection;
    RedoLog* m_redo;
    const std::int64_t m_changesBefore;
    bool m_scripted = false;
    std::vector<std::function<void()>> m_afterCommit;
    std::optional<Error> m_fatal;
};

} // namespace gatehouse::store
