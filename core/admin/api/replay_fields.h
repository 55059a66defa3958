// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of replays and bundles.
#include "admin/api/activity_fields.h"
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<ReplayRequest> {
    static constexpr std::string_view name = "ReplayRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("connection", s.connection, {.about = "A merge patch over the stored connection (RFC 7396)"});
        v("mapping", s.mapping, {.about = "A draft to try instead of the stored mapping"});
    }
};

template <>
struct Fields<Difference> {
    static constexpr std::string_view name = "Difference";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("member", s.member, {});
        v("before", s.before, {.anyValue = true});
        v("after", s.after, {.anyValue = true});
    }
};

template <>
struct Fields<LoginResult> {
    static constexpr std::string_view name = "LoginResult";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("outcome", s.outcome, {.oneOf = "create|match|reject"});
        v("reason", s.reason, {});
        v("userId", s.userId, {});
        v("user", s.user, {});
        v("roles", s.roles, {});
        v("groups", s.groups, {});
    }
};

template <>
struct Fields<Replay> {
    static constexpr std::string_view name = "Replay";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("flowId", s.flowId, {});
        v("reference", s.reference, {});
        v("at", s.at, {.about = "The login's own time, at which it was judged again"});
        v("outcome", s.outcome, {.oneOf = "create|match|reject"});
        v("reason", s.reason, {});
        v("message", s.message, {});
        v("cure", s.cure, {});
        v("cureBy", s.cureBy, {.about = "user, administrator, provider or wait; empty if it passes"});
        v("userId", s.userId, {});
        v("user", s.user, {});
        v("roles", s.roles, {});
        v("groups", s.groups, {});
        v("trace", s.trace, {});
        v("errors", s.errors, {});
        v("checks", s.checks, {});
        v("before", s.before, {.about = "What happened then"});
        v("differences", s.differences, {});
    }
};

template <>
struct Fields<BatchReplayRequest> {
    static constexpr std::string_view name = "BatchReplayRequest";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("mapping", s.mapping, {.about = "A draft to try instead of the stored mapping"});
        v("connection", s.connection, {.about = "A merge patch over the stored connection (RFC 7396)"});
        v("last", s.last, {.min = 1, .max = 1000, .about = "How many logins"});
    }
};

template <>
struct Fields<ReplayItem> {
    static constexpr std::string_view name = "ReplayItem";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("flowId", s.flowId, {});
        v("reference", s.reference, {});
        v("at", s.at, {});
        v("user", s.user, {});
        v("verdict", s.verdict, {.oneOf = "unchanged|changed|blocked"});
        v("outcome", s.outcome, {.oneOf = "create|match|reject"});
        v("was", s.was, {});
        v("now", s.now, {});
        v("changes", s.changes, {});
        v("errors", s.errors, {});
    }
};

template <>
struct Fields<BatchReplay> {
    static constexpr std::string_view name = "BatchReplay";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("total", s.total, {});
        v("unchanged", s.unchanged, {});
        v("changed", s.changed, {});
        v("blocked", s.blocked, {.about = "Would be refused"});
        v("items", s.items, {});
    }
};

template <>
struct Fields<RecordedConfiguration> {
    static constexpr std::string_view name = "RecordedConfiguration";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("connection", s.connection, {});
        v("settings", s.settings, {});
        v("metadata", s.metadata, {});
        v("keys", s.keys, {});
    }
};

template <>
struct Fields<BundleContent> {
    static constexpr std::string_view name = "BundleContent";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("broker", s.broker, {});
        v("exportedAt", s.exportedAt, {});
        v("flow", s.flow, {});
        v("configuration", s.configuration, {});
    }
};

template <>
struct Fields<FlowBundle> {
    static constexpr std::string_view name = "FlowBundle";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("gatehouseBundle", s.gatehouseBundle, {.about = "Version of the format: 1"});
        v("sha256", s.sha256, {.about = "Of the canonical form (RFC 8785) of content, hexadecimal"});
        v("content", s.content, {});
    }
};

} // namespace gatehouse::admin::api
