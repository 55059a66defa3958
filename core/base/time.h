// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse {

/// A moment, UTC, to the millisecond: what the store keeps and the API shows.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Seconds = std::chrono::seconds;
using Milliseconds = std::chrono::milliseconds;

/// Milliseconds since 1970-01-01T00:00:00Z.
[[nodiscard]] constexpr std::int64_t toMillis(Time time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] constexpr Time fromMillis(std::int64_t millis) {
    return Time(Milliseconds(millis));
}
/// Whole seconds since the epoch, as JWT NumericDate wants (RFC 7519, section 2).
[[nodiscard]] constexpr std::int64_t toUnixSeconds(Time time) {
    return std::chrono::floor<Seconds>(time).time_since_epoch().count();
}
[[nodiscard]] constexpr Time fromUnixSeconds(std::int64_t seconds) {
    return Time(Seconds(seconds));
}

/// "2026-11-21T23:05:00.123Z" (RFC 3339, always three decimals and Z).
[[nodiscard]] std::string toRfc3339(Time time);
/// Accepts RFC 3339 with or without fraction, with Z or a numeric offset. `time.malformed` otherwise.
[[nodiscard]] Result<Time> parseRfc3339(std::string_view text);

/// Where the time comes from. Passed in, so that tests and replays choose it.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Time now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] Time now() const override {
        return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    }
};

/// Stands still until it is moved. Safe to move from another thread.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Time start)
        : m_millis(toMillis(start)) {}
    [[nodiscard]] Time now() const override { return fromMillis(m_millis.load()); }
    void advance(Milliseconds by) { m_millis += by.count(); }
    void set(Time time) { m_millis = toMillis(time); }

private:
    std::atomic<std::int64_t> m_millis;
};

} // namespace gatehouse
