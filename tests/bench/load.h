// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <vector>

namespace gatehouse::bench {

using Clock = std::chrono::steady_clock;

/// One worker's unit of work, called again and again on its own thread.
using Work = std::function<void()>;
/// Makes the work of worker `index`: its connections live inside.
using MakeWork = std::function<Work(int index)>;

struct Measured {
    std::size_t count = 0;
    double seconds = 0;
    double perSecond = 0;
    double p50 = 0; ///< milliseconds
    double p95 = 0;
    double p99 = 0;
};

/// Closed loop: each worker starts again as soon as it is done. Counts what ended within the time, after `warmUp`.
/// `atStart` and `atEnd` run at the borders of the counted time (to read CPU times).
[[nodiscard]] Measured runFlatOut(int workers, std::chrono::milliseconds warmUp, std::chrono::milliseconds duration,
                                  const MakeWork& make, const std::function<void()>& atStart = {},
                                  const std::function<void()>& atEnd = {});

/// Open loop: work begins at a steady rate whatever is still going on; the time of each counts from when it was due, so
/// that a stall shows in every request that it held up.
[[nodiscard]] Measured runPaced(int workers, double perSecond, std::chrono::milliseconds duration, const MakeWork& make,
                                const std::function<void()>& atStart = {}, const std::function<void()>& atEnd = {});

} // namespace gatehouse::bench
