// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/api/activity.h"
#include "admin/api/connection.h"

namespace gatehouse::admin::api {

/// `POST T/connections/{id}/check-response`: a SAML response that somebody has at hand.
struct ResponseCheckRequest {
    std::string response;     ///< XML, base64, a form body or an address with it, as a browser's tools show it
    std::string inResponseTo; ///< ID of the request; empty: not known
    std::optional<Time> at;   ///< when to judge it; nullopt: when it was issued, as it says itself
};

/// What a login with it would come to, by the login's own checks. Nothing is changed by asking.
struct ResponseCheck {
    bool ok = false;
    std::string form; ///< XML | base64 | base64 of DEFLATE
    std::optional<Time> at;
    std::vector<FlowCheck> checks;  ///< in the order in which they are made
    std::string subject;            ///< whom it names for good; empty: nobody
    RawJson message;                ///< what it says of itself: status, signatures, assertions, problems
    std::string xml;                ///< opened where it was encrypted, without the values of its signatures
    std::optional<Preview> preview; ///< what the mapping makes of it; nullopt where it has no readable assertion
};

} // namespace gatehouse::admin::api
