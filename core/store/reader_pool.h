// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite_connection.h"

namespace gatehouse::store {

/// The reading connections, lent to one thread at a time. A read inside a read gets the same connection and snapshot.
class ReaderPool {
public:
    explicit ReaderPool(std::vector<std::unique_ptr<SqliteConnection>> connections);
    ReaderPool(const ReaderPool&) = delete;
    ReaderPool& operator=(const ReaderPool&) = delete;

    /// Runs f inside one transaction. `store.unavailable` if no connection is free for ten seconds.
    [[nodiscard]] Status run(const std::function<void(Reader&)>& f);

private:
    class Loan;
    [[nodiscard]] SqliteConnection* take();
    void giveBack(SqliteConnection* connection);

    std::vector<std::unique_ptr<SqliteConnection>> m_all;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    std::vector<SqliteConnection*> m_free;
};

} // namespace gatehouse::store
