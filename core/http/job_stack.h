// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "base/parking.h"

namespace gatehouse::http {

/// A piece of work that a worker does once.
class Job {
public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;
};

/// A stack on which jobs run, one after the other, so that one that waits for the store gives its thread back meanwhile
/// (decision 7).
class JobStack final : public Parking {
public:
    /// `goOn` is called from any thread when the parked job may go on: somebody has to call run() then.
    explicit JobStack(std::function<void(JobStack&)> goOn);
    ~JobStack();
    /// False in builds with sanitizers, which do not know where such a stack begins and ends.
    [[nodiscard]] static bool isSupported();

    /// Runs a job on this thread, or, without one, goes on with the one that is parked. True once it is done; after
    /// false another thread may be running this stack already.
    [[nodiscard]] bool run(std::shared_ptr<Job> job);

    void park() override;
    void resume() override;

private:
    enum class State { Runs, Parked, MayGoOn };
    struct Sides;
    void loop();

    std::function<void(JobStack&)> m_goOn;
    std::shared_ptr<Job> m_job;
    bool m_done = false;
    bool m_ends = false;
    std::atomic<State> m_state{State::Runs};
    std::unique_ptr<Sides> m_sides;
};

} // namespace gatehouse::http
