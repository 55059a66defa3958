// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "http/job_stack.h"

namespace gatehouse::http {

/// A fixed number of threads over a bounded queue. Waking a thread is the dearest part of a short request, so at most
/// one thread is being woken at any time; it wakes the next one if there is still work when it arrives. The thread that
/// went to sleep last is woken first: few threads then do nearly all the work, with their memory still in the caches.
/// A job that parks gives its thread to the next one.
class WorkerPool {
public:
    WorkerPool(int workers, std::size_t maxQueued);
    ~WorkerPool();
    /// False if the queue is full or the pool has stopped.
    [[nodiscard]] bool submit(std::shared_ptr<Job> job);
    /// Drops what has not begun and waits for what has. Safe to call twice, not from a worker.
    void stop();

private:
    /// One that has not begun, or the stack of one that may go on.
    struct Task {
        std::shared_ptr<Job> job;
        JobStack* stack = nullptr;
    };

    /// Where one thread sleeps.
    struct Bed {
        std::condition_variable wake;
        bool called = false;
    };

    void work(Bed& bed);
    void goOn(JobStack& stack);
    void run(std::unique_lock<std::mutex>& lock, Task task);
    [[nodiscard]] JobStack* takeStack();
    /// Whose sleeper is to be notified, without the lock; or nullptr.
    [[nodiscard]] Bed* call();
    [[nodiscard]] bool isOver() const { return m_stopped && m_idle.size() == m_stacks.size(); }
    void wakeAll();

    const std::size_t m_maxQueued;
    std::mutex m_mutex;
    std::deque<Task> m_queue;
    std::deque<Bed> m_beds;
    std::vector<Bed*> m_sleeping; ///< in which somebody lies who has not been called, the last one behind
    bool m_waking = false;        ///< one thread was called and has not arrived yet
    bool m_stopped = false;
    std::vector<std::unique_ptr<JobStack>> m_stacks;
    std::vector<JobStack*> m_idle; ///< the one that was used last is the warmest
    std::vector<std::thread> m_threads;
};

} // namespace gatehouse::http
