// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "tests/flows/browser.h"

namespace gatehouse::flows {

/// Runs `work(i)` in each of `count` threads, all let go at once; returns when the last is done.
void together(int count, const std::function<void(int)>& work);

/// The answers of `count` requests that were let go at once.
[[nodiscard]] std::vector<Answer> answersOf(int count, const std::function<Answer(int)>& ask);

/// How many answers redirect with a code or are 200, and how many are a failure of the broker's own (5xx).
struct Outcome {
    int won = 0;
    int failed = 0;
};
[[nodiscard]] Outcome outcomeOf(const std::vector<Answer>& answers);

} // namespace gatehouse::flows
