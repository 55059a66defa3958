// SPDX-License-Identifier: Apache-2.0
#include "http/job_stack.h"

#include <utility>

#include <boost/context/fiber.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>

namespace gatehouse::http {
namespace {

/// Address space; what is not used is never backed by memory. A guard page lies below.
constexpr std::size_t kStackSize = 512 * 1024;

} // namespace

/// The two ends: each is where the other goes on.
struct JobStack::Sides {
    boost::context::fiber inside;
    boost::context::fiber outside;
};

bool JobStack::isSupported() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

JobStack::JobStack(std::function<void(JobStack&)> goOn)
    : m_goOn(std::move(goOn))
    , m_sides(std::make_unique<Sides>()) {
    m_sides->inside = boost::context::fiber(std::allocator_arg, boost::context::protected_fixedsize_stack(kStackSize),
                                            [this](boost::context::fiber&& outside) {
                                                m_sides->outside = std::move(outside);
                                                loop();
                                                return std::move(m_sides->outside);
                                            });
}

JobStack::~JobStack() {
    m_ends = true;
    m_sides->inside = std::move(m_sides->inside).resume(); // to the end of loop()
}

void JobStack::loop() {
    while (!m_ends) {
        m_job->run();
        m_job.reset();
        m_done = true;
        m_sides->outside = std::move(m_sides->outside).resume();
    }
}

bool JobStack::run(std::shared_ptr<Job> job) {
    if (job != nullptr) {
        m_job = std::move(job);
        m_done = false;
    }
    for (;;) {
        m_state.store(State::Runs, std::memory_order_relaxed);
        Parking::enter(this);
        m_sides->inside = std::move(m_sides->inside).resume();
        Parking::enter(nullptr);
        if (m_done) {
            return true;
        }
        if (m_state.exchange(State::Parked, std::memory_order_acq_rel) != State::MayGoOn) {
            return false; // from the exchange on, the stack may be another thread's
        }
    }
}

void JobStack::park() {
    m_sides->outside = std::move(m_sides->outside).resume();
}

void JobStack::resume() {
    if (m_state.exchange(State::MayGoOn, std::memory_order_acq_rel) == State::Parked) {
        m_goOn(*this);
    }
}

} // namespace gatehouse::http
