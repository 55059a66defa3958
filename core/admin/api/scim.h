// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/activity.h"
#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/scim-tokens/{id}`: lets a directory provision the tenant's people and groups over SCIM. Stored hashed.
struct ScimToken {
    std::string id; ///< read-only
    std::string name;
    std::string connectionId;           ///< the connection whose provider it belongs to; empty: the tenant's only one
    std::vector<std::string> addresses; ///< that it may be used from, or CIDR ranges; empty: any
    std::optional<std::int64_t> ttl;    ///< seconds, at creation; a year where absent
    std::optional<Time> createdAt;      ///< read-only
    std::optional<Time> expiresAt;      ///< read-only
    std::optional<Time> lastUsed;       ///< read-only
    std::string createdBy;              ///< read-only
    std::string replacedBy;             ///< read-only; id of the token that a rotation made
    std::string url;                    ///< read-only; the address to enter beside the token
    std::optional<std::string> token;   ///< read-only; in the answer to creation alone
};

/// `POST T/scim-tokens/{id}/rotate`
struct ScimTokenRotation {
    std::int64_t overlap = 86400;    ///< seconds that the old token still counts
    std::optional<std::int64_t> ttl; ///< of the new one; a year where absent
};

/// One thing that a request changed.
struct ScimChange {
    std::string path;
    RawJson before;
    RawJson after;
};

/// `T/scim-requests/{id}`: what a client sent, what became of it and what it changed.
struct ScimRequest {
    std::string id;
    std::optional<Time> time;
    std::string clientId;
    std::string clientName;
    std::string ip;
    std::string userAgent;
    std::string method;
    std::string path; ///< below /scim/v2, with its query
    std::int64_t status = 0;
    std::string scimType;
    std::string detail;
    std::string resourceType; ///< "User", "Group", or empty
    std::string resourceId;
    std::string resourceName;
    std::int64_t micros = 0; ///< that it took
    RawJson body;            ///< without passwords; null where there was none or it was too large to keep
    std::vector<ScimChange> changes;
};

/// `POST T/scim-requests/{id}/replay`: what the same request would do now; changes nothing.
struct ScimReplay {
    std::int64_t status = 0;
    std::string scimType;
    std::string detail;
    RawJson answer;
    std::vector<ScimChange> changes;
};

/// `T/scim`: the tenant's service, and what the guard against mass deactivation holds back.
struct ScimService {
    std::string url;               ///< the address to enter at a directory
    std::int64_t heldBack = 0;     ///< deactivations that were refused in this hour
    std::int64_t bound = 0;        ///< how many were let pass; 0 unless something is held back
    std::optional<Time> heldSince; ///< when the hour began
};

/// `POST T/scim-tests`: which SCIM service to test. With neither, the tenant's own, by a token made for it.
struct ScimTestRequest {
    std::string url;   ///< "https://app.example/scim/v2"
    std::string token; ///< a bearer token of it; not kept
};

/// What the tester found (scim/tester).
struct ScimTest {
    bool ok = false; ///< nothing failed
    std::string url;
    std::int64_t passed = 0;
    std::int64_t warnings = 0;
    std::int64_t failed = 0;
    std::int64_t skipped = 0;
    std::int64_t requests = 0;
    std::int64_t millis = 0;
    std::int64_t leftovers = 0; ///< test people and groups that the service would not delete
    std::vector<FlowCheck> checks;
};

} // namespace gatehouse::admin::api
