// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "store/sqlite_connection.h"
#include "store/sqlite_error.h"
#include "store/store.h"

namespace gatehouse::store {

class SqliteReader final : public Reader {
public:
    explicit SqliteReader(SqliteConnection& connection)
        : m_connection(connection) {}
    [[nodiscard]] Status query(std::string_view sql, Args args, const OnRow& onRow) override {
        return m_connection.run(sql, args, &onRow);
    }

private:
    SqliteConnection& m_connection;
};

/// One waiting transaction's view of the writer connection.
class SqliteWriter final : public Writer {
public:
    explicit SqliteWriter(SqliteConnection& connection)
        : m_connection(connection) {}
    [[nodiscard]] Status query(std::string_view sql, Args args, const OnRow& onRow) override {
        return noted(m_connection.run(sql, args, &onRow));
    }
    [[nodiscard]] Result<std::int64_t> execute(std::string_view sql, Args args) override {
        return noted(m_connection.change(sql, args));
    }
    void afterCommit(std::function<void()> action) override { m_afterCommit.push_back(std::move(action)); }
    /// Several statements at once: for migrations.
    [[nodiscard]] Status script(const std::string& sql) { return noted(m_connection.script(sql)); }

    /// The first error that ends the transaction even if its function went on regardless.
    [[nodiscard]] const std::optional<Error>& fatal() const { return m_fatal; }
    [[nodiscard]] std::vector<std::function<void()>>& actions() { return m_afterCommit; }

private:
    template <class T>
    T noted(T result) {
        if (!result && !m_fatal && endsTransaction(result.error())) {
            m_fatal = result.error();
        }
        return result;
    }

    SqliteConnection& m_connection;
    std::vector<std::function<void()>> m_afterCommit;
    std::optional<Error> m_fatal;
};

} // namespace gatehouse::store
