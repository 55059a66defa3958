// SPDX-License-Identifier: Apache-2.0
#include "http/worker_pool.h"

#include <algorithm>
#include <utility>

namespace gatehouse::http {

WorkerPool::WorkerPool(int workers, std::size_t maxQueued)
    : m_maxQueued(maxQueued) {
    const int count = std::max(1, workers);
    m_threads.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

WorkerPool::~WorkerPool() {
    stop();
}

bool WorkerPool::submit(std::shared_ptr<Job> job) {
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_queue.size() >= m_maxQueued) {
            return false;
        }
        m_queue.push_back(std::move(job));
        wake = !m_waking && m_sleeping > 0;
        m_waking = m_waking || wake;
    }
    if (wake) {
        m_wake.notify_one();
    }
    return true;
}

void WorkerPool::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_queue.empty()) {
            if (m_stopped) {
                return;
            }
            ++m_sleeping;
            m_wake.wait(lock, [this] { return m_waking || m_stopped; });
            --m_sleeping;
            m_waking = false;
            continue;
        }
        std::shared_ptr<Job> job = std::move(m_queue.front());
        m_queue.pop_front();
        const bool wake = !m_queue.empty() && !m_waking && m_sleeping > 0;
        m_waking = m_waking || wake;
        lock.unlock();
        if (wake) {
            m_wake.notify_one();
        }
        job->run();
        job.reset();
        lock.lock();
    }
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_queue.clear();
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

} // namespace gatehouse::http
