// SPDX-License-Identifier: Apache-2.0
#include "keys/rotation_schedule.h"

#include <algorithm>

#include "keys/publication.h"

namespace gatehouse::keys {
namespace {

/// Clocks of one machine may be this far apart over a restart without anybody having set them.
constexpr Seconds kClockSlack{60};

const KeyInfo* activeOf(const std::vector<KeyInfo>& ring, const KeyInfo& key) {
    const auto found = std::find_if(ring.begin(), ring.end(), [&](const KeyInfo& other) {
        return other.state == KeyState::Active && other.use == key.use && other.alg == key.alg;
    });
    return found == ring.end() ? nullptr : &*found;
}

bool isFirstInLine(const std::vector<KeyInfo>& ring, const KeyInfo& next) {
    return std::none_of(ring.begin(), ring.end(), [&](const KeyInfo& other) {
        return other.state == KeyState::Next && other.use == next.use && other.alg == next.alg &&
               (other.createdAt < next.createdAt || (other.createdAt == next.createdAt && other.kid < next.kid));
    });
}

bool hasNext(const std::vector<KeyInfo>& ring, const KeyInfo& active) {
    return std::any_of(ring.begin(), ring.end(), [&](const KeyInfo& other) {
        return other.state == KeyState::Next && other.use == active.use && other.alg == active.alg;
    });
}

bool isFromTheFuture(const KeyInfo& key, Time now) {
    const Time limit = now + kClockSlack;
    return key.createdAt > limit || (key.activatedAt && *key.activatedAt > limit) ||
           (key.replacedAt && *key.replacedAt > limit);
}

} // namespace

std::optional<Time> takeoverTime(const std::vector<KeyInfo>& ring, const KeyInfo& next,
                                 const RotationSchedule& schedule) {
    if (next.state != KeyState::Next || next.use != kUseTokens) {
        return std::nullopt;
    }
    std::optional<Time> when = next.activateAt;
    const KeyInfo* active = activeOf(ring, next);
    if (active != nullptr && schedule.every > Seconds(0) && isFirstInLine(ring, next)) {
        const Time signedLongEnough = active->activatedAt.value_or(active->createdAt) + schedule.every;
        const Time due = std::max(signedLongEnough, next.createdAt + schedule.publishAhead);
        when = when ? std::min(*when, due) : due;
    }
    return when ? std::optional<Time>(
                      std::max({*when, earliestActivation(ring, next), schedule.servingSince + kJwksMaxAge}))
                : std::nullopt;
}

DueSteps dueSteps(const std::vector<KeyInfo>& ring, const RotationSchedule& schedule, Time now) {
    DueSteps due;
    due.correctTimes =
        std::any_of(ring.begin(), ring.end(), [&](const KeyInfo& key) { return isFromTheFuture(key, now); });
    if (due.correctTimes) {
        return due;
    }
    for (const KeyInfo& key : ring) {
        if (key.use == kUseTokens && key.state == KeyState::Active) {
            if (!hasNext(ring, key)) {
                due.publish.push_back(key.alg);
            }
            due.rememberLife = due.rememberLife || key.longestLife < schedule.tokenLife;
        }
        if (const auto when = takeoverTime(ring, key, schedule); when && *when <= now) {
            due.activate.push_back(key.kid);
        }
        const auto retires = retirementTime(ring, key, schedule.tokenLife);
        due.retire = due.retire || (retires && *retires <= now);
    }
    return due;
}

} // namespace gatehouse::keys
