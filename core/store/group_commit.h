// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "store/sqlite_connection.h"
#include "store/sqlite_session.h"

namespace gatehouse::store {

/// The one writer: a thread that owns the writing connection, runs the waiting transactions in the order in which they
/// came, each in its savepoint, and makes them durable with one commit. Nobody is answered before that commit.
class GroupCommit {
public:
    GroupCommit(std::unique_ptr<SqliteConnection> connection, int maxBatch);
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;
    /// Finishes what is waiting, then closes the connection.
    ~GroupCommit();

    using Work = std::function<Status(SqliteWriter&)>;
    /// Blocks until the work's effects are durable, or undone. `store.nested_write` on the writer thread itself;
    /// `store.callback_threw` if the work let an exception out; otherwise the work's error or the store's.
    [[nodiscard]] Status run(const Work& work);

private:
    /// One caller; it lives on the caller's stack until `done` is set.
    struct Waiting {
        const Work* work;
        Status status;
        std::vector<std::function<void()>> actions;
        std::atomic<int> done{0};
    };

    void loop();
    void runBatch(const std::vector<Waiting*>& batch);
    [[nodiscard]] Status runAll(const std::vector<Waiting*>& batch);
    [[nodiscard]] Status runOne(Waiting& waiting);
    [[nodiscard]] static Status call(const Work& work, SqliteWriter& writer);
    void noteTrouble(const Status& committed);
    void tidyLog();

    std::unique_ptr<SqliteConnection> m_connection;
    const std::size_t m_maxBatch;
    bool m_troubled = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Waiting*> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace gatehouse::store
