// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

/// What an app was granted in a session: an app session, nested in the browser's.
struct SessionGrant {
    std::string id; ///< of the token family
    std::string appId;
    std::string app; ///< name; empty once the app is deleted
    std::string clientId;
    std::vector<std::string> scopes;
    std::string bound = "no"; ///< no | dpop | certificate: to what its refresh tokens are bound
    std::optional<Time> createdAt;
    std::optional<Time> lastRefresh;
    std::optional<Time> expiresAt;
    std::optional<Time> revokedAt;
    bool told = false; ///< the app has an address where it is told that a session ended
};

/// What an app answered when it was told that a session ended (OpenID Connect Back-Channel Logout 1.0).
struct LogoutConfirmation {
    std::string tenant; ///< slug; in the event stream alone
    std::string sessionId;
    std::string appId;
    std::string app;
    std::string clientId;
    std::string state = "pending"; ///< pending | failed (will be tried again) | confirmed | given-up
    std::int64_t attempts = 0;
    std::int64_t status = 0;       ///< HTTP status of the last answer; 0: none
    std::string reason;            ///< slug of what the last try failed by
    std::optional<Time> createdAt; ///< when the session ended
    std::optional<Time> triedAt;   ///< the end of the last try
    std::optional<Time> nextTryAt;
    std::int64_t elapsedMs = 0; ///< of the last try
    std::int64_t afterMs = 0;   ///< from the session's end to the end of the last try
};

/// `T/sessions/{id}`: a browser session. Read-only; DELETE ends it.
struct Session {
    std::string id;
    std::string userId;
    std::string userName;
    std::string connectionId;
    std::string connection; ///< name
    std::string acr;
    std::vector<std::string> amr;
    std::string ip;           ///< used from there last, as far as the tenant looks (ipPinning)
    std::string signedInFrom; ///< the address of the sign-in
    std::string userAgent;
    std::optional<Time> authTime;
    std::optional<Time> createdAt;
    std::optional<Time> lastSeen;
    std::optional<Time> expiresAt;     ///< the end, whatever happens
    std::optional<Time> idleExpiresAt; ///< the end unless used before
    std::optional<Time> endedAt;
    std::string endReason;
    std::vector<SessionGrant> grants;              ///< first granted first
    std::vector<LogoutConfirmation> confirmations; ///< of an ended session: who was told, and what they answered
};

/// `POST T/sessions/revoke`: which living sessions to end. What is set has to be true of one, all of it.
struct SessionRevocation {
    std::string userId;
    std::string appId; ///< that has a living grant in it
    std::string connectionId;
    std::string address; ///< an IP address or a CIDR block that the person signed in from
    bool all = false;    ///< every session of the tenant; with nothing else
    bool dryRun = false; ///< only count
};

/// An app that a revocation reaches.
struct AffectedApp {
    std::string appId;
    std::string app;
    std::string clientId;
    std::int64_t sessions = 0;
    bool told = false; ///< it is told at once; else its tokens are refused, and its own session ends when it asks
};

/// What a revocation ended, or would end.
struct SessionsRevoked {
    bool dryRun = false;
    std::int64_t sessions = 0;
    std::int64_t people = 0;
    std::vector<AffectedApp> apps;
};

} // namespace gatehouse::admin::api
