// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace gatehouse::http {

/// A piece of work that a worker does once.
class Job {
public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;
};

/// A fixed number of threads over a bounded queue. Waking a thread is the dearest part of a short request, so at most
/// one thread is being woken at any time; it wakes the next one if there is still work when it arrives.
class WorkerPool {
public:
    WorkerPool(int workers, std::size_t maxQueued);
    ~WorkerPool();
    /// False if the queue is full or the pool has stopped.
    [[nodiscard]] bool submit(std::shared_ptr<Job> job);
    /// Drops what is still queued and waits for what runs. Safe to call twice, not from a worker.
    void stop();

private:
    void work();

    const std::size_t m_maxQueued;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::shared_ptr<Job>> m_queue;
    std::size_t m_sleeping = 0; ///< threads that wait and have not been notified
    bool m_waking = false;      ///< one thread was notified and has not arrived yet
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace gatehouse::http
