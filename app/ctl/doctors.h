// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/check.h"
#include "base/time.h"
#include "failure.h"
#include "print.h"

namespace gatehouse::ctl {

// Commands that need no broker and no network. Each prints to standard output and gives the exit code: 0 accepted, 1
// refused.

struct JwtVerify {
    std::string file;
    std::string jwks;
    std::string issuer;
    std::string audience;
    std::string now; ///< RFC 3339 or seconds since the epoch; empty: the clock
};

[[nodiscard]] Outcome<int> inspectJwt(const std::string& file, Format format);
[[nodiscard]] Outcome<int> verifyJwt(const JwtVerify& command, Format format);
/// `keys`: a JWK Set file with the tenant's checkpoint key; empty: the key in the export, which proves only that it is
/// whole.
[[nodiscard]] Outcome<int> verifyAudit(const std::string& file, const std::string& keys, Format format);

/// RFC 3339 or seconds since the epoch; empty: the clock.
[[nodiscard]] Outcome<Time> parseNow(const std::string& text);
/// The checks as a table, or as {"ok","checks":[...]}.
[[nodiscard]] std::string renderChecks(const Checks& checks, Format format);

} // namespace gatehouse::ctl
