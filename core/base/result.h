// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace gatehouse {

/// What the caller should do about an error. Chosen by the remedy, not by the place of failure.
enum class Code {
    InvalidArgument,    ///< the request is wrong whatever the state; correct it
    Unauthenticated,    ///< prove who you are first
    PermissionDenied,   ///< known, but not allowed
    NotFound,           ///< no such thing, or not yours to see
    Conflict,           ///< it was changed or exists already; read again
    FailedPrecondition, ///< the state does not allow it; change the state first
    RateLimited,        ///< try again later, less often
    Unavailable,        ///< a dependency is down; try again
    DeadlineExceeded,   ///< took too long
    Internal,           ///< our fault
};

/// A failure. `reason` is a stable slug, safe to show and to assert on ("oidc.nonce_mismatch"), listed in
/// docs/errors.md. `detail` is for the log alone: it never leaves the process and never holds a secret.
struct Error {
    Code code = Code::Internal;
    std::string reason;
    std::string detail;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// A failure, ready to be returned from a function that gives a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string_view reason, std::string_view detail = {}) {
    return tl::unexpected<Error>(Error{code, std::string(reason), std::string(detail)});
}

} // namespace gatehouse

#define GATEHOUSE_JOIN_(a, b) a##b
#define GATEHOUSE_JOIN(a, b) GATEHOUSE_JOIN_(a, b)
/// TRY(name, expression): binds the value of a Result, or returns its error.
#define TRY(name, ...)                                                                                                 \
    auto GATEHOUSE_JOIN(try_, __LINE__) = (__VA_ARGS__);                                                               \
    if (!GATEHOUSE_JOIN(try_, __LINE__)) {                                                                             \
        return ::tl::unexpected<::gatehouse::Error>(std::move(GATEHOUSE_JOIN(try_, __LINE__)).error());                \
    }                                                                                                                  \
    auto name = *std::move(GATEHOUSE_JOIN(try_, __LINE__))
/// ENSURE(expression): returns the error of a Result whose value is not needed.
#define ENSURE(...)                                                                                                    \
    do {                                                                                                               \
        auto GATEHOUSE_JOIN(ensured_, __LINE__) = (__VA_ARGS__);                                                       \
        if (!GATEHOUSE_JOIN(ensured_, __LINE__)) {                                                                     \
            return ::tl::unexpected<::gatehouse::Error>(std::move(GATEHOUSE_JOIN(ensured_, __LINE__)).error());        \
        }                                                                                                              \
    } while (false)
