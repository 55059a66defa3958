// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/app.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/registration-tokens/{id}`: lets whoever has it register apps of the tenant (RFC 7591), within what it says.
/// Stored hashed.
struct RegistrationToken {
    std::string id; ///< read-only
    std::string name;
    std::vector<std::string>
        redirectHosts; ///< hosts that the apps' addresses may name; "com.example.app:" for a scheme
    std::vector<std::string> grantTypes = {"authorization_code", "refresh_token"};
    std::vector<std::string> scopes = {"openid", "email", "profile"};
    std::vector<DetailsType> authorizationDetails;
    std::int64_t usesLeft = 1;        ///< 0 to 1000
    std::optional<std::int64_t> ttl;  ///< seconds, at creation; a day where absent
    std::optional<Time> createdAt;    ///< read-only
    std::optional<Time> expiresAt;    ///< read-only
    std::optional<Time> lastUsed;     ///< read-only
    std::string createdBy;            ///< read-only
    std::optional<std::string> token; ///< read-only; in the answer to creation alone
};

} // namespace gatehouse::admin::api
