// SPDX-License-Identifier: Apache-2.0
#include "store/reader_pool.h"

#include <chrono>

#include "store/sqlite_session.h"

namespace gatehouse::store {
namespace {

constexpr std::chrono::seconds kLongestWait{10};

/// The reads that are open on this thread, innermost first.
struct OpenRead {
    const ReaderPool* pool;
    SqliteReader* reader;
    OpenRead* outer;
};
thread_local OpenRead* t_openRead = nullptr;

} // namespace

/// Ends the transaction and returns the connection, also when f throws.
class ReaderPool::Loan {
public:
    Loan(ReaderPool& pool, SqliteConnection& connection)
        : m_pool(pool)
        , m_connection(connection)
        , m_reader(connection)
        , m_open{&pool, &m_reader, t_openRead} {
        t_openRead = &m_open;
    }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ~Loan() {
        t_openRead = m_open.outer;
        if (m_connection.inTransaction() && !m_connection.command("COMMIT")) {
            static_cast<void>(m_connection.command("ROLLBACK"));
        }
        m_pool.giveBack(&m_connection);
    }
    [[nodiscard]] SqliteReader& reader() { return m_reader; }

private:
    ReaderPool& m_pool;
    SqliteConnection& m_connection;
    SqliteReader m_reader;
    OpenRead m_open;
};

ReaderPool::ReaderPool(std::vector<std::unique_ptr<SqliteConnection>> connections)
    : m_all(std::move(connections)) {
    for (const auto& connection : m_all) {
        m_free.push_back(connection.get());
    }
}

Status ReaderPool::run(const std::function<void(Reader&)>& f) {
    for (OpenRead* open = t_openRead; open != nullptr; open = open->outer) {
        if (open->pool == this) {
            f(*open->reader);
            return {};
        }
    }
    SqliteConnection* connection = take();
    if (connection == nullptr) {
        return fail(Code::Unavailable, "store.unavailable", "all readers are busy");
    }
    Loan loan(*this, *connection);
    ENSURE(connection->command("BEGIN"));
    f(loan.reader());
    return {};
}

SqliteConnection* ReaderPool::take() {
    std::unique_lock lock(m_mutex);
    if (!m_returned.wait_for(lock, kLongestWait, [this] { return !m_free.empty(); })) {
        return nullptr;
    }
    SqliteConnection* connection = m_free.back();
    m_free.pop_back();
    return connection;
}

void ReaderPool::giveBack(SqliteConnection* connection) {
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(connection);
    }
    m_returned.notify_one();
}

} // namespace gatehouse::store
