// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of sessions and of what ends them.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<SessionGrant> {
    static constexpr std::string_view name = "SessionGrant";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("appId", s.appId, {});
        v("app", s.app, {});
        v("clientId", s.clientId, {});
        v("scopes", s.scopes, {});
        v("bound", s.bound, {.oneOf = "no|dpop|certificate", .about = "To what its refresh tokens are bound"});
        v("createdAt", s.createdAt, {});
        v("lastRefresh", s.lastRefresh, {});
        v("expiresAt", s.expiresAt, {});
        v("revokedAt", s.revokedAt, {});
        v("told", s.told, {.about = "The app has an address where it is told that a session ended"});
    }
};

template <>
struct Fields<LogoutConfirmation> {
    static constexpr std::string_view name = "LogoutConfirmation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("tenant", s.tenant, {});
        v("sessionId", s.sessionId, {});
        v("appId", s.appId, {});
        v("app", s.app, {});
        v("clientId", s.clientId, {});
        v("state", s.state, {.oneOf = "pending|failed|confirmed|given-up", .about = "failed: will be tried again"});
        v("attempts", s.attempts, {});
        v("status", s.status, {.max = 999, .about = "HTTP status of the last answer; 0: none"});
        v("reason", s.reason, {});
        v("createdAt", s.createdAt, {});
        v("triedAt", s.triedAt, {});
        v("nextTryAt", s.nextTryAt, {});
        v("elapsedMs", s.elapsedMs, {.max = INT64_MAX, .about = "Of the last try"});
        v("afterMs", s.afterMs, {.max = INT64_MAX, .about = "From the session's end to the end of the last try"});
    }
};

template <>
struct Fields<Session> {
    static constexpr std::string_view name = "Session";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("userId", s.userId, {});
        v("userName", s.userName, {});
        v("connectionId", s.connectionId, {});
        v("connection", s.connection, {});
        v("acr", s.acr, {});
        v("amr", s.amr, {});
        v("ip", s.ip, {.about = "Used from there last"});
        v("signedInFrom", s.signedInFrom, {.about = "The address of the sign-in"});
        v("userAgent", s.userAgent, {});
        v("authTime", s.authTime, {});
        v("createdAt", s.createdAt, {});
        v("lastSeen", s.lastSeen, {});
        v("expiresAt", s.expiresAt, {});
        v("idleExpiresAt", s.idleExpiresAt, {});
        v("endedAt", s.endedAt, {});
        v("endReason", s.endReason, {});
        v("grants", s.grants, {.about = "The apps' own sessions in it"});
        v("confirmations", s.confirmations, {.about = "Of an ended session: who was told, and what they answered"});
    }
};

template <>
struct Fields<SessionRevocation> {
    static constexpr std::string_view name = "SessionRevocation";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("userId", s.userId, {});
        v("appId", s.appId, {.about = "An app with a living grant in the session"});
        v("connectionId", s.connectionId, {});
        v("address", s.address, {.maxLength = 64, .about = "An IP address or a CIDR block"});
        v("all", s.all, {.about = "Every session of the tenant; with nothing else"});
        v("dryRun", s.dryRun, {.about = "Only count"});
    }
};

template <>
struct Fields<AffectedApp> {
    static constexpr std::string_view name = "AffectedApp";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("appId", s.appId, {});
        v("app", s.app, {});
        v("clientId", s.clientId, {});
        v("sessions", s.sessions, {.max = INT64_MAX});
        v("told", s.told, {.about = "It is told at once; else its tokens are refused"});
    }
};

template <>
struct Fields<SessionsRevoked> {
    static constexpr std::string_view name = "SessionsRevoked";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("dryRun", s.dryRun, {});
        v("sessions", s.sessions, {.max = INT64_MAX});
        v("people", s.people, {.max = INT64_MAX});
        v("apps", s.apps, {});
    }
};

} // namespace gatehouse::admin::api
