// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "base/check.h"
#include "base/result.h"
#include "http/client.h"

namespace gatehouse::scim::tester {

/// The service provider to be looked at.
struct Subject {
    std::string url;   ///< base of the service, as a directory would be given it: "https://app.example/scim/v2"
    std::string token; ///< a bearer token of it (RFC 6750)
    std::string pool;  ///< of http::Client: a tenant's id
    std::chrono::milliseconds patience{std::chrono::minutes(2)}; ///< for everything together
};

/// What came of it. Names of checks are `<chapter>.<rule>`, stable; `spec` says whose rule it is.
struct Report {
    Checks checks;
    std::size_t requests = 0;
    std::chrono::milliseconds elapsed{0};
    std::size_t leftovers = 0; ///< people and groups of ours that it would not delete
    [[nodiscard]] std::size_t count(Check::Status status) const;
};

/// Asks everything (RFC 7643, 7644, 9865, and the forms that Entra and Okta send). Takes seconds, and blocks. The
/// server's refusals are findings; an error is what leaves nothing to be found: `scim_test.url`, or the errors of
/// http::Client if the server cannot be reached at all.
[[nodiscard]] Result<Report> test(http::Client& client, const Subject& subject);

} // namespace gatehouse::scim::tester
