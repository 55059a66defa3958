// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "base/result.h"

namespace gatehouse::ctl {

/// Exit codes (contract section 1).
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

/// One printed line: what went wrong, why, what to do.
struct Failure {
    std::string what;
    std::string why;
    std::string cure;
    int exitCode = kFailed;
};

template <class T>
using Outcome = tl::expected<T, Failure>;

[[nodiscard]] inline tl::unexpected<Failure> failure(std::string what, std::string why, std::string cure,
                                                     int exitCode = kFailed) {
    return tl::unexpected<Failure>(Failure{std::move(what), std::move(why), std::move(cure), exitCode});
}

/// An error of the core, whose detail is ours to show: this is the operator's own machine.
[[nodiscard]] inline tl::unexpected<Failure> failure(std::string what, const Error& error, std::string cure,
                                                     int exitCode = kFailed) {
    return failure(std::move(what), error.detail.empty() ? error.reason : error.reason + " (" + error.detail + ")",
                   std::move(cure), exitCode);
}

} // namespace gatehouse::ctl
