// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include <sys/syscall.h>
#include <unistd.h>

#include <QMetaObject>
#include <QObject>

namespace gatehouse::tests {

/// Measures how long the thread that made it did not come back to its event loop. A thread of its own asks it for a
/// sign every few milliseconds; time in which the system gave the watched thread no processor does not count
/// (/proc/.../schedstat), so that a busy machine is not taken for a busy program.
class EventLoopWatchdog final {
public:
    EventLoopWatchdog()
        : m_schedstat("/proc/self/task/" + std::to_string(::syscall(SYS_gettid)) + "/schedstat")
        , m_watcher([this] { watch(); }) {}
    ~EventLoopWatchdog() { stop(); }
    EventLoopWatchdog(const EventLoopWatchdog&) = delete;
    EventLoopWatchdog& operator=(const EventLoopWatchdog&) = delete;

    /// How many times longer everything takes in a build like this one: sanitizers look at each access.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr qint64 kSlower = 5;
#else
    static constexpr qint64 kSlower = 1;
#endif

    /// The longest gap so far, in milliseconds of an ordinary build. Call from the watched thread; ends the watching.
    [[nodiscard]] qint64 longestGap() {
        stop();
        return m_longest / kSlower;
    }

private:
    using Clock = std::chrono::steady_clock;

    void stop() {
        m_stopped = true;
        if (m_watcher.joinable()) {
            m_watcher.join();
        }
    }
    /// Nanoseconds for which the watched thread was ready and had to wait for a processor.
    [[nodiscard]] std::chrono::nanoseconds starved() const {
        std::ifstream file(m_schedstat);
        long long ran = 0;
        long long waited = 0;
        file >> ran >> waited;
        return std::chrono::nanoseconds(waited);
    }
    void watch() {
        while (!m_stopped) {
            const Clock::time_point asked = Clock::now();
            const std::chrono::nanoseconds starvedBefore = starved();
            m_answered = false;
            QMetaObject::invokeMethod(&m_here, [this] { m_answered = true; }, Qt::QueuedConnection);
            while (!m_answered && !m_stopped) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            const auto gap = (Clock::now() - asked) - (starved() - starvedBefore);
            const qint64 milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(gap).count();
            m_longest = std::max(m_longest.load(), milliseconds);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    QObject m_here; ///< lives in the watched thread
    std::string m_schedstat;
    std::atomic_bool m_stopped = false;
    std::atomic_bool m_answered = false;
    std::atomic<qint64> m_longest = 0;
    std::thread m_watcher;
};

} // namespace gatehouse::tests
