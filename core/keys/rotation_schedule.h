// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "keys/signing_keys.h"

namespace gatehouse::keys {

/// How a ring rotates by itself.
struct RotationSchedule {
    Seconds every{0};        ///< how long a key signs; zero: only by hand
    Seconds publishAhead{0}; ///< how long the next one is published before, at least kPublishedBeforeUse
    Seconds tokenLife{0};    ///< the longest of what is signed
    Time servingSince;       ///< nobody could fetch anything before
};

/// When a next key takes over by itself: when it was asked to, or when the active one has signed long enough; never
/// before everybody can have fetched it. nullopt: not without being told. `ring` is all of listKeys.
[[nodiscard]] std::optional<Time> takeoverTime(const std::vector<KeyInfo>& ring, const KeyInfo& next,
                                               const RotationSchedule& schedule);

/// What is to be done for a ring now.
struct DueSteps {
    std::vector<std::string> publish;  ///< algorithms with an active key of tokens and none ahead
    std::vector<std::string> activate; ///< key ids
    bool retire = false;
    bool rememberLife = false;
    bool correctTimes = false; ///< then ask again: nothing else is judged by such times
    [[nodiscard]] bool any() const {
        return !publish.empty() || !activate.empty() || retire || rememberLife || correctTimes;
    }
};
[[nodiscard]] DueSteps dueSteps(const std::vector<KeyInfo>& ring, const RotationSchedule& schedule, Time now);

} // namespace gatehouse::keys
