// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "base/problem.h"
#include "base/result.h"

namespace gatehouse::admin {

/// Why a request was not carried out: the error and, where the body is at fault, each bad member.
struct Refusal {
    Error error;
    Problems problems;
    std::string challenge = {}; ///< parameters of WWW-Authenticate (RFC 6750, 3; RFC 9470, 3); empty: the plain one
    Refusal(Error from)
        : error(std::move(from)) {}
    Refusal(Error from, Problems found)
        : error(std::move(from))
        , problems(std::move(found)) {}
};

template <class T>
using Outcome = tl::expected<T, Refusal>;

/// `validation_failed` (422) with its list.
[[nodiscard]] inline tl::unexpected<Refusal> invalid(Problems problems) {
    return tl::unexpected(Refusal(Error{Code::InvalidArgument, "validation_failed", {}}, std::move(problems)));
}

/// A list of problems that another module counts in its own type.
template <class List>
[[nodiscard]] Problems problemsFrom(const List& list) {
    Problems out;
    for (const auto& each : list) {
        out.push_back({each.pointer, each.code, each.message});
    }
    return out;
}

} // namespace gatehouse::admin
