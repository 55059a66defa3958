// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gatehouse {

/// One thing that was looked at while proving a message. A verdict is a list of these: the flow page, the error page's
/// reference, the audit record and a connection test all show the same list.
struct Check {
    enum class Status { Ok, Warn, Fail, Skipped };
    std::string name; ///< stable slug, e.g. "id_token.nonce"
    Status status = Status::Ok;
    std::string expected; ///< what was wanted; no secret
    std::string actual;   ///< what came; no secret
    std::string cure;     ///< what to do, for a person; empty when ok
    std::string spec;     ///< e.g. "OpenID Connect Core 1.0, 3.1.3.7"
    friend bool operator==(const Check&, const Check&) = default;
};

using Checks = std::vector<Check>;

/// The first check that failed, or nullptr: the reason for a refusal.
[[nodiscard]] inline const Check* firstFailure(const Checks& checks) {
    for (const Check& check : checks) {
        if (check.status == Check::Status::Fail) {
            return &check;
        }
    }
    return nullptr;
}

/// "ok", "warn", "fail" or "skipped", as the Admin API spells it.
[[nodiscard]] inline const char* statusName(Check::Status status) {
    switch (status) {
    case Check::Status::Ok:
        return "ok";
    case Check::Status::Warn:
        return "warn";
    case Check::Status::Fail:
        return "fail";
    case Check::Status::Skipped:
        return "skipped";
    }
    return "fail";
}

} // namespace gatehouse
