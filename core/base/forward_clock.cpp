// SPDX-License-Identifier: Apache-2.0
#include "base/forward_clock.h"

#include <algorithm>
#include <ctime>
#include <string>
#include <utility>

#include "base/log.h"

namespace gatehouse {
namespace {

constexpr std::int64_t kWorthTelling = 5000;

Milliseconds systemUptime() {
    timespec since{};
    clock_gettime(CLOCK_BOOTTIME, &since);
    return Milliseconds(std::int64_t(since.tv_sec) * 1000 + since.tv_nsec / 1'000'000);
}

} // namespace

ForwardClock::ForwardClock()
    : ForwardClock([] { return SystemClock().now(); }, &systemUptime) {}

ForwardClock::ForwardClock(Wall wall, Uptime uptime)
    : m_wall(std::move(wall))
    , m_uptime(std::move(uptime))
    , m_ahead(toMillis(m_wall()) - m_uptime().count()) {}

Time ForwardClock::now() const {
    const std::int64_t up = m_uptime().count();
    const std::int64_t ahead = toMillis(m_wall()) - up;
    std::int64_t most = m_ahead.load(std::memory_order_relaxed);
    while (ahead > most && !m_ahead.compare_exchange_weak(most, ahead, std::memory_order_relaxed)) {
        // `most` is what another thread put there
    }
    if (most - ahead > kWorthTelling && !m_told.exchange(true, std::memory_order_relaxed)) {
        log::warn("clock.set_back", {{"milliseconds", std::to_string(most - ahead)}});
    }
    return fromMillis(std::max(most, ahead) + up);
}

} // namespace gatehouse
