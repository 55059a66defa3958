// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// How an upstream IdP has been doing. Read-only.
struct Health {
    std::optional<Time> lastRefresh;
    std::optional<Time> lastSuccess;
    std::optional<Time> lastFailure;
    std::string lastFailureReason;    ///< slug, in docs/errors.md
    std::string lastFailureReference; ///< of the flow, "GH-XXXX-XXXX"
};

/// `T/connections/{id}`: an upstream identity provider (OpenID Connect).
struct Connection {
    std::string id;          ///< read-only
    std::string name;        ///< unique within the tenant, [a-z0-9-]; the `idp` claim
    std::string displayName; ///< on the button of the sign-in page
    std::string type = "oidc";
    bool enabled = true;
    std::string issuer;                        ///< byte for byte; may hold Entra's {tenantid}
    std::vector<std::string> allowedTenantIds; ///< for the Entra template: the tid values that may sign in
    std::string clientId;
    std::optional<std::string> clientSecret; ///< write-only; asked for again when issuer changes
    bool hasClientSecret = false;            ///< read-only
    std::string clientAuth =
        "client_secret_basic"; ///< client_secret_basic | client_secret_post | private_key_jwt | none
    std::vector<std::string> scopes = {"openid", "email", "profile"};
    std::vector<std::string> acrValues;
    bool trustEmail = false;
    std::vector<std::string> domains;
    RawJson mapping;               ///< contract section 4, Mapping
    std::string redirectUri;       ///< to be registered at the IdP; read-only
    Health health;                 ///< read-only
    std::optional<Time> createdAt; ///< read-only
    std::optional<Time> updatedAt; ///< read-only
};

/// One stage of a connection test or of the doctor.
struct TestStep {
    std::string name;
    std::string status = "ok"; ///< ok | warn | fail | skipped
    std::string detail;
    std::string hint; ///< what to do; empty when ok
};

/// `POST T/connections/{id}/test`
struct ConnectionTest {
    bool ok = false;
    std::vector<TestStep> steps;
};

/// `POST T/connections/{id}/preview`: one of the first four, and a mapping to try instead of the stored one.
struct PreviewRequest {
    std::optional<RawJson> claims;
    std::optional<std::string> idToken;
    std::optional<std::string> samlResponse;
    std::optional<std::string> flowId;
    std::optional<RawJson> mapping;
};

/// Where one value came from.
struct PreviewTrace {
    std::string target;
    std::string source;
    RawJson value;
    std::string step;
};

struct PreviewError {
    std::string code;
    std::string claim;
    std::string message;
};

/// What a login with these claims would do. Nothing is changed.
struct Preview {
    std::string outcome; ///< create | match | reject
    std::optional<std::string> userId;
    RawJson user;
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    std::vector<PreviewTrace> trace;
    std::vector<PreviewError> errors;
    RawJson claims;                        ///< what was mapped
    std::string roleMode;                  ///< of the tenant: replace | merge
    std::vector<std::string> rolesAdded;   ///< that the person does not have now
    std::vector<std::string> rolesRemoved; ///< that the person has now, from sign-ins
    bool bindsIdentity = false;            ///< the first sign-in with this account: it is bound to the person for good
};

} // namespace gatehouse::admin::api
