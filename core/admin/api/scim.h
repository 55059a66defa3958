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

/// `T/scim-syncs/{id}`: another SCIM service that people and groups are pulled from, or pushed to.
struct ScimSync {
    std::string id; ///< read-only
    std::string name;
    std::string direction;            ///< "pull" or "push"; fixed once it exists
    std::string url;                  ///< of the service: "https://app.example/scim/v2"
    std::optional<std::string> token; ///< write-only; a bearer token of it
    bool hasToken = false;            ///< read-only
    bool enabled = true;
    std::int64_t every = 3600;          ///< seconds between two pulls, or between two looks for drift
    std::string connectionId;           ///< of a pull: whose provider the people belong to; may be empty
    std::vector<std::string> groups;    ///< of a push: names of the groups whose people go there; empty: everybody
    std::string leaving = "deactivate"; ///< what becomes of whom the source has no longer: "deactivate|delete|keep"
    // How it went so far, read-only.
    std::optional<Time> lastRun;
    std::optional<Time> lastSuccess;
    std::optional<Time> nextRun;
    std::string problem;         ///< slug of what the last run failed by; empty: it did not
    std::string problemDetail;   ///< in words
    std::int64_t heldBack = 0;   ///< people who would lose their access, for whom somebody has to confirm
    std::int64_t drifted = 0;    ///< people and groups that changed at the target by themselves
    std::int64_t people = 0;     ///< known on both sides
    std::int64_t groupCount = 0; ///< the same
    bool running = false;        ///< right now
    std::int64_t stepsDone = 0;  ///< of the run under way
    std::int64_t stepsTotal = 0; ///< likewise; 0 while it reads both sides
    std::optional<Time> createdAt;
    std::optional<Time> updatedAt;
};

/// One thing that a run would do, or did.
struct ScimSyncStep {
    std::string act;   ///< "create|update|deactivate|delete|adopt|keep|skip"
    std::string kind;  ///< "User" or "Group"
    std::string cause; ///< "new|source|drift|both|gone|stranger|unreadable"
    std::string id;    ///< ours, where there is one
    std::string name;
    std::string state; ///< of a run: "done|refused|failed|still-there"
    std::string detail;
    std::vector<ScimChange> changes;
    std::int64_t membersAdded = 0;
    std::int64_t membersRemoved = 0;
};

/// `POST T/scim-syncs/{id}/preview`: what a run would do now; of more than 1,000 steps the first.
struct ScimSyncPlan {
    std::int64_t creates = 0;
    std::int64_t updates = 0;
    std::int64_t deactivates = 0;
    std::int64_t deletes = 0;
    std::int64_t adopts = 0;    ///< found to be the same; nothing is written
    std::int64_t same = 0;      ///< differ in nothing
    std::int64_t drifted = 0;   ///< of those that differ: the target changed by itself
    std::int64_t leaving = 0;   ///< people who would lose their access: the number that a run has to confirm
    std::int64_t strangers = 0; ///< the target's own, which stay as they are
    bool asks = false;          ///< a run wants `leaving` confirmed
    std::vector<ScimSyncStep> steps;
};

/// `POST T/scim-syncs/{id}/run`
struct ScimSyncStart {
    std::optional<std::int64_t> confirm; ///< how many people may lose their access
};

/// `T/scim-syncs/{id}/runs`: what one run did.
struct ScimSyncRun {
    std::string id;
    std::string by; ///< "schedule", or who asked for it
    std::optional<Time> begun;
    std::optional<Time> ended;
    std::string problem;
    std::string problemDetail;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t deactivated = 0;
    std::int64_t deleted = 0;
    std::int64_t adopted = 0;
    std::int64_t failed = 0;
    std::vector<ScimSyncStep> steps; ///< failures first to stay where there are more than 500
};

} // namespace gatehouse::admin::api
