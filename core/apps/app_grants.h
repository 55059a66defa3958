// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "oauth/authorization_details.h"
#include "json/json.h"

namespace gatehouse::json {
class ObjectReader;
}

namespace gatehouse::apps {

struct App;

/// An issuer whose tokens prove a service's workload (RFC 7523, 3).
struct TrustedIssuer {
    std::string issuer;    ///< `iss`, byte for byte; "spiffe://trust-domain" for JWT-SVIDs, which need no `iss`
    std::string subject;   ///< `sub`: see subjectMatches
    std::string audience;  ///< `aud`; empty: our issuer
    std::string jwksUri;   ///< where its keys are, a SPIFFE bundle endpoint too; empty: by discovery
    bool reusable = false; ///< a token may come again until it ends, as those do that are handed out as a file
};
/// True if `subject` is `pattern`, where each `*` stands for one or more characters other than '/' and ':'.
[[nodiscard]] bool subjectMatches(std::string_view pattern, std::string_view subject);
/// True for the issuer of a SPIFFE trust domain.
[[nodiscard]] bool isTrustDomain(std::string_view issuer);

/// Another authorization server that the app may have identity assertions for (ID-JAG).
struct ResourceServer {
    std::string issuer;
    std::string clientId;            ///< the app's there
    std::vector<std::string> scopes; ///< that it may ask for there
    std::vector<std::string> resources;
};

using oauth::DetailsType;

/// Whether a refresh token is replaced at each use, or stays and is bound to the app's key (FAPI 2.0, 5.3.2.1).
enum class RefreshPolicy { Rotate, StaticBound };

// Inside this module only: these members of an app's record. Problems: `trusted_issuer_invalid`,
// `resource_server_invalid`, `authorization_details_invalid`, `refresh_policy_unbound`, `not_for_type`.
void writeGrants(const App& app, json::Object& out);
void readGrants(json::ObjectReader& reader, App& app, Problems& problems);
/// What has to fit together, once the whole record is read.
void checkGrants(const App& app, json::ObjectReader& reader);

} // namespace gatehouse::apps
