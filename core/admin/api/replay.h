// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/activity.h"
#include "admin/api/connection.h"

namespace gatehouse::admin::api {

/// `POST T/flows/{flowId}/replay`: against the connection as it stands, or with a merge patch over it and another
/// mapping. Both may be left out.
struct ReplayRequest {
    std::optional<RawJson> connection; ///< RFC 7396 over the stored connection
    std::optional<RawJson> mapping;    ///< a whole draft mapping, instead of the connection's
};

/// One thing that came out otherwise: `member` is "outcome", "reason", "user.email", "roles", "groups",
/// "check.id_token.exp", ... A side that has no value is null.
struct Difference {
    std::string member;
    RawJson before{"null"};
    RawJson after{"null"};
};

/// What a login came to, in short. `user`, `roles` and `groups` are what the claim mapping gave.
struct LoginResult {
    std::string outcome; ///< create | match | reject
    std::string reason;  ///< slug of a rejection, else empty
    std::string userId;  ///< whom it matched or created; empty where nobody
    RawJson user;
    std::vector<std::string> roles;
    std::vector<std::string> groups;
};

/// What a recorded login would come to now, by the broker's own functions, at the login's own time. Nothing is written.
struct Replay {
    std::string flowId;
    std::string reference;
    std::optional<Time> at;
    std::string outcome; ///< create | match | reject
    std::string reason;  ///< slug of a rejection, else empty
    std::string message; ///< of a rejection, in plain words
    std::string cure;    ///< what to do about it
    std::string cureBy;  ///< user | administrator | provider | wait; empty if it passes
    std::optional<std::string> userId;
    RawJson user;
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    std::vector<PreviewTrace> trace;
    std::vector<PreviewError> errors;
    std::vector<FlowCheck> checks;
    LoginResult before; ///< what happened then
    std::vector<Difference> differences;
};

/// `POST T/connections/{id}/replay`: the last recorded logins of the connection that brought claims.
struct BatchReplayRequest {
    std::optional<RawJson> mapping;    ///< as in ReplayRequest
    std::optional<RawJson> connection; ///< as in ReplayRequest
    std::int64_t last = 100;
};

/// One login of a batch.
struct ReplayItem {
    std::string flowId;
    std::string reference;
    std::optional<Time> at;
    std::string user;    ///< user name or e-mail address, for people
    std::string verdict; ///< unchanged | changed | blocked
    std::string outcome; ///< now: create | match | reject
    LoginResult was;
    LoginResult now;
    std::vector<Difference> changes;
    std::vector<PreviewError> errors;
};

/// Counts that sum to `total`: `blocked` would be refused now, whatever happened then; of the others `changed` come out
/// otherwise than they did.
struct BatchReplay {
    std::int64_t total = 0;
    std::int64_t unchanged = 0;
    std::int64_t changed = 0;
    std::int64_t blocked = 0;
    std::vector<ReplayItem> items; ///< newest first
};

/// The configuration that a login ran under, secrets left out.
struct RecordedConfiguration {
    RawJson connection;
    RawJson settings; ///< of the tenant
    RawJson metadata; ///< of the provider, as it was read
    RawJson keys;     ///< the provider's public keys, a JWK set
};

/// What a bundle holds.
struct BundleContent {
    std::string broker; ///< version of the program that wrote it
    std::optional<Time> exportedAt;
    Flow flow;
    RecordedConfiguration configuration;
};

/// `GET T/flows/{flowId}/bundle`: a login that can be read anywhere (.ghbundle). `sha256` is that of the canonical form
/// (RFC 8785) of `content`, in lower-case hexadecimal.
struct FlowBundle {
    std::int64_t gatehouseBundle = 1; ///< version of the format
    std::string sha256;
    BundleContent content;
};

} // namespace gatehouse::admin::api
