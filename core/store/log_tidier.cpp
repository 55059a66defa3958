// SPDX-License-Identifier: Apache-2.0
#include "store/log_tidier.h"

#include <utility>

#include <pthread.h>

namespace gatehouse::store {

LogTidier::LogTidier(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
    , m_thread([this] { run(); }) {
    pthread_setname_np(m_thread.native_handle(), "gh-tidier");
}

LogTidier::~LogTidier() {
    {
        const std::lock_guard lock(m_mutex);
        m_state = State::Stopping;
    }
    m_wake.notify_one();
    m_thread.join();
}

void LogTidier::begin() {
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Idle) {
            return;
        }
        m_state = State::Wanted;
    }
    m_wake.notify_one();
}

bool LogTidier::isDone() const {
    const std::lock_guard lock(m_mutex);
    return m_state == State::Done;
}

void LogTidier::acknowledge() {
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Done) {
        m_state = State::Idle;
    }
}

void LogTidier::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_state == State::Wanted || m_state == State::Stopping; });
        if (m_state == State::Stopping) {
            return;
        }
        lock.unlock();
        m_connection->checkpoint(SqliteConnection::Checkpoint::Passive); // what fails here fails for the writer too
        lock.lock();
        if (m_state == State::Wanted) {
            m_state = State::Done;
        }
    }
}

} // namespace gatehouse::store
