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
        m_threads.emplace_back([this, &bed = m_beds.emplace_back()] { work(bed); });
    }
}

WorkerPool::~WorkerPool() {
    stop();
}

WorkerPool::Bed* WorkerPool::call() {
    if (m_queue.empty() || m_waking || m_sleeping.empty()) {
        return nullptr;
    }
    Bed* bed = m_sleeping.back();
    m_sleeping.pop_back();
    bed->called = true;
    m_waking = true;
    return bed;
}

void WorkerPool::wakeAll() {
    for (Bed& bed : m_beds) {
        bed.wake.notify_one();
    }
}

bool WorkerPool::submit(std::shared_ptr<Job> job) {
    Bed* sleeper = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || m_queue.size() >= m_maxQueued) {
            return false;
        }
        m_queue.push_back({std::move(job), nullptr});
        sleeper = call();
    }
    if (sleeper != nullptr) {
        sleeper->wake.notify_one();
    }
    return true;
}

// What has begun comes before what has not. With the lock to the end: once the job is done, the pool may go.
void WorkerPool::goOn(JobStack& stack) {
    const std::lock_guard lock(m_mutex);
    m_queue.push_front({nullptr, &stack});
    if (Bed* sleeper = call()) {
        sleeper->wake.notify_one();
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
    Bed* sleeper = call();
    lock.unlock();
    if (sleeper != nullptr) {
        sleeper->wake.notify_one();
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

void WorkerPool::work(Bed& bed) {
    std::unique_lock lock(m_mutex);
    while (true) {
        if (!m_queue.empty()) {
            Task task = std::move(m_queue.front());
            m_queue.pop_front();
            run(lock, std::move(task));
            continue;
        }
        if (isOver()) {
            wakeAll(); // nothing is parked any more
            return;
        }
        m_sleeping.push_back(&bed);
        bed.wake.wait(lock, [this, &bed] { return bed.called || isOver(); });
        if (bed.called) {
            bed.called = false;
            m_waking = false;
        } else {
            std::erase(m_sleeping, &bed);
        }
    }
}

void WorkerPool::stop() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        std::erase_if(m_queue, [](const Task& task) { return task.job != nullptr; });
    }
    wakeAll();
    for (std::thread& thread : m_threads) {
        if (thread.joinable()) {
            thread.join();
        }
    }
}

} // namespace gatehouse::http
