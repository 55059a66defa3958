// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <QString>

#include <tl/expected.hpp>

#include "admin/api/problem.h"
#include "ui/client/transport.h"

namespace gatehouse::ui::client {

/// Why a call did not do what it was asked to.
struct Failure {
    int status = 0; ///< of HTTP; 0 where no answer came
    QString code;   ///< of the problem, stable: "not_found"; "unreachable" where no answer came
    QString title;
    QString detail;
    QString reference; ///< requestId: finds the audit record and the log line
    std::vector<api::FieldError> errors;

    /// Trying the same again may work.
    [[nodiscard]] bool transient() const { return status == 0 || status == 429 || status >= 500; }
    /// Somebody changed the object meanwhile (412).
    [[nodiscard]] bool stale() const { return status == 412; }
};

template <class T>
using Outcome = tl::expected<T, Failure>;

/// A resource with the version that was read; sent back as If-Match.
template <class T>
struct Versioned {
    T value;
    QString etag;
};

/// What an answer that is not 2xx says, whether or not it is problem+json.
[[nodiscard]] Failure failureOf(const api::Reply& reply);
/// For a 2xx answer whose body is not what the contract promises.
[[nodiscard]] Failure malformedAnswer(const std::vector<api::FieldError>& errors);

} // namespace gatehouse::ui::client
