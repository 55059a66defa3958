// SPDX-License-Identifier: Apache-2.0
// The waiting half of a connection: readiness and the one deadline timer.
#include <boost/system/error_code.hpp>

#include "base/log.h"
#include "http/connection.h"

namespace gatehouse::http {

namespace {

constexpr int kLockAttempts = 200; ///< about a microsecond

void relax() {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
}

} // namespace

Connection::Lock::Lock(std::mutex& mutex)
    : m_lockedMutex(mutex) {
    for (int i = 0; i < kLockAttempts; ++i) {
        if (m_lockedMutex.try_lock()) {
            return;
        }
        relax();
    }
    m_lockedMutex.lock();
}

void Connection::waitFor(IoOutcome outcome) {
    switch (outcome) {
    case IoOutcome::WantRead:
        waitReadable();
        return;
    case IoOutcome::WantWrite:
        waitWritable();
        return;
    case IoOutcome::Done:
    case IoOutcome::Closed:
        close();
        return;
    }
}

void Connection::waitReadable() {
    if (m_readArmed || m_phase == Phase::Closed) {
        return;
    }
    m_readArmed = true;
    m_descriptor.async_wait(Descriptor::wait_read, [self = shared_from_this()](const boost::system::error_code& error) {
        const Lock lock(self->m_mutex);
        self->m_readArmed = false;
        if (!error) {
            self->onReady();
        }
    });
}

void Connection::waitWritable() {
    if (m_writeArmed || m_phase == Phase::Closed) {
        return;
    }
    m_writeArmed = true;
    m_descriptor.async_wait(Descriptor::wait_write,
                            [self = shared_from_this()](const boost::system::error_code& error) {
                                const Lock lock(self->m_mutex);
                                self->m_writeArmed = false;
                                if (!error) {
                                    self->onReady();
                                }
                            });
}

void Connection::setDeadline(std::chrono::milliseconds fromNow) {
    m_deadline = Clock::now() + fromNow;
    // Lazily: a timer that is due before the deadline finds out by itself when it comes.
    if (!m_timerArmed || m_deadline < m_timerAt) {
        armTimer();
    }
}

void Connection::clearDeadline() {
    m_deadline = Clock::time_point::max();
}

void Connection::armTimer() {
    m_timerArmed = true;
    m_timerAt = m_deadline;
    m_timer.expires_at(m_timerAt); // cancels the wait that is under way
    m_timer.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (!error) {
            const Lock lock(self->m_mutex);
            self->onTimer();
        }
    });
}

void Connection::onTimer() {
    if (m_phase == Phase::Closed || Clock::now() < m_timerAt) {
        return; // closed, or re-armed after this wait had already ended
    }
    m_timerArmed = false;
    if (m_deadline == Clock::time_point::max()) {
        return; // the next setDeadline() arms it
    }
    if (Clock::now() < m_deadline) {
        armTimer();
        return;
    }
    if (m_phase == Phase::Streaming) {
        heartbeat();
        return;
    }
    log::debug("http.deadline", {{"peer", m_peer.address}});
    close();
}

void Connection::heartbeat() {
    if (waiting() > 0 && m_stalledSince != Clock::time_point{} &&
        Clock::now() - m_stalledSince > m_server.options.writeDeadline) {
        close();
        return;
    }
    setDeadline(m_server.options.heartbeat);
    const bool idle = waiting() == 0;
    m_output += ":\n\n";
    if (idle) {
        writeMore();
    }
}

} // namespace gatehouse::http
