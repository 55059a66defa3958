// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "base/time.h"

namespace gatehouse {

/// The system's time, which follows every step forward and no step back: after one it goes on at the pace of the
/// machine's uptime, so that nothing that has expired lives again (security.md SE-10, ST-15). A step back of more than
/// five seconds is logged once, `clock.set_back`; restarting takes the new time over. Thread safe.
class ForwardClock final : public Clock {
public:
    using Wall = std::function<Time()>;
    using Uptime = std::function<Milliseconds()>; ///< never goes back; counts suspended time
    ForwardClock();
    ForwardClock(Wall wall, Uptime uptime);
    [[nodiscard]] Time now() const override;

private:
    Wall m_wall;
    Uptime m_uptime;
    mutable std::atomic<std::int64_t> m_ahead; ///< milliseconds: the most that the wall was ever ahead of the uptime
    mutable std::atomic<bool> m_told{false};
};

} // namespace gatehouse
