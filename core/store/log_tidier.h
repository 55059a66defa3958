// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "store/sqlite_connection.h"

namespace gatehouse::store {

/// Moves the log into the database beside the writer, on a thread and a connection of its own, so that no commit waits
/// for it. What is committed meanwhile is left: the writer moves that little itself, and then the log starts anew.
/// While it works the log may grow without bound, as far as the disk takes commits and no moves.
///
/// Begin it only when a commit made since acknowledge() left much in the log: SQLite before 3.51.3 can lose a commit
/// when one connection begins to move a log of which nothing is left while another starts it anew. With something left
/// to move, the log cannot start anew.
class LogTidier {
public:
    explicit LogTidier(std::unique_ptr<SqliteConnection> connection);
    LogTidier(const LogTidier&) = delete;
    LogTidier& operator=(const LogTidier&) = delete;
    ~LogTidier();

    /// Unless it is at it.
    void begin();
    /// True from the end of its work until acknowledge().
    [[nodiscard]] bool isDone() const;
    void acknowledge();

private:
    enum class State { Idle, Wanted, Done, Stopping };
    void run();

    const std::unique_ptr<SqliteConnection> m_connection;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    State m_state = State::Idle;
    std::thread m_thread;
};

} // namespace gatehouse::store
