// SPDX-License-Identifier: Apache-2.0
#include "http/worker_pool.h"

#include <algorithm>
#include <new>
#include <utility>

namespace gatehouse::http {

namespace {

constexpr std::size_t kMostStacks = 512; ///< beyond these a job that waits keeps its thread

} // namespace

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

bool WorkerPool::mustWake() {
    const bool wake = !m_queue.empty() && !m_waking && m_sleeping > 0;
    m_waking = m_waking || wake;
    return wake;
}

bool WorkerPool::submit(std::shared_ptr<Job> job) {
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_queue.size() >= m_maxQueued) {
            return false;
        }
        m_queue.push_back({std::move(job), nullptr});
        wake = mustWake();
    }
    if (wake) {
        m_wake.notify_one();
    }
    return true;
}

// What has begun comes before what has not.
void WorkerPool::goOn(JobStack& stack) {
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_front({nullptr, &stack});
        wake = mustWake();
    }
    if (wake) {
        m_wake.notify_one();
    }
}

JobStack* WorkerPool::takeStack() {
    if (m_idle.empty()) {
        if (!JobStack::isSupported() || m_stacks.size() >= kMostStacks) {
            return nullptr;
        }
        try {
            m_stacks.push_back(std::make_unique<JobStack>([this](JobStack& stack) { goOn(stack); }));
        } catch (const std::bad_alloc&) {
            return nullptr;
        }
        return m_stacks.back().get();
    }
    JobStack* stack = m_idle.back();
    m_idle.pop_back();
    return stack;
}

void WorkerPool::run(std::unique_lock<std::mutex>& lock, Task task) {
    JobStack* stack = task.stack == nullptr ? takeStack() : task.stack;
    const bool wake = mustWake();
    lock.unlock();
    if (wake) {
        m_wake.notify_one();
    }
    bool done = false;
    if (stack != nullptr) {
        done = stack->run(std::move(task.job));
    } else {
        task.job->run();
        task.job.reset();
    }
    lock.lock();
    if (done) {
        m_idle.push_back(stack);
    }
}

void WorkerPool::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        if (!m_queue.empty()) {
            Task task = std::move(m_queue.front());
            m_queue.pop_front();
            run(lock, std::move(task));
            continue;
        }
        if (m_stopped && m_idle.size() == m_stacks.size()) {
            m_wake.notify_all(); // nothing is parked any more
            return;
        }
        ++m_sleeping;
        m_wake.wait(lock,
                    [this] { return m_waking || !m_queue.empty() || (m_stopped && m_idle.size() == m_stacks.size()); });
        --m_sleeping;
        m_waking = false;
    }
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        std::erase_if(m_queue, [](const Task& task) { return task.job != nullptr; });
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

} // namespace gatehouse::http
