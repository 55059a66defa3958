// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what the broker tells and nobody sets.
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<Consent> {
    static constexpr std::string_view name = "Consent";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("userId", s.userId, {});
        v("userName", s.userName, {});
        v("appId", s.appId, {});
        v("app", s.app, {});
        v("scopes", s.scopes, {});
        v("claims", s.claims, {.about = "Asked for one by one, beside the scopes"});
        v("givenAt", s.givenAt, {});
        v("updatedAt", s.updatedAt, {});
    }
};

template <>
struct Fields<Party> {
    static constexpr std::string_view name = "Party";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("type", s.type, {});
        v("id", s.id, {});
        v("name", s.name, {});
    }
};

template <>
struct Fields<AuditRecord> {
    static constexpr std::string_view name = "AuditRecord";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("seq", s.seq, {.max = INT64_MAX});
        v("id", s.id, {});
        v("time", s.time, {});
        v("type", s.type, {});
        v("outcome", s.outcome, {});
        v("reason", s.reason, {});
        v("actor", s.actor, {});
        v("target", s.target, {});
        v("ip", s.ip, {});
        v("flowId", s.flowId, {});
        v("data", s.data, {});
        v("prevHash", s.prevHash, {});
        v("hash", s.hash, {});
        v("tenant", s.tenant, {.about = "Slug; in the event stream alone"});
    }
};

template <>
struct Fields<FlowCheck> {
    static constexpr std::string_view name = "FlowCheck";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("status", s.status, {.oneOf = "ok|warn|fail|skipped"});
        v("expected", s.expected, {});
        v("actual", s.actual, {});
        v("cure", s.cure, {});
        v("cureBy", s.cureBy, {.about = "user, administrator, provider or wait; empty unless it failed"});
        v("spec", s.spec, {});
    }
};

template <>
struct Fields<NameValue> {
    static constexpr std::string_view name = "NameValue";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("value", s.value, {.maxLength = 65536});
    }
};

template <>
struct Fields<FlowMessage> {
    static constexpr std::string_view name = "FlowMessage";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("from", s.from, {.oneOf = "browser|app|gatehouse|idp"});
        v("to", s.to, {.oneOf = "browser|app|gatehouse|idp"});
        v("viaBrowser", s.viaBrowser, {});
        v("at", s.at, {});
        v("offsetMs", s.offsetMs, {});
        v("method", s.method, {});
        v("url", s.url, {.maxLength = 65536});
        v("status", s.status, {.max = 599});
        v("headers", s.headers, {});
        v("parameters", s.parameters, {});
        v("body", s.body, {.maxLength = 65536});
        v("cut", s.cut, {.about = "The body was longer"});
    }
};

template <>
struct Fields<FlowStep> {
    static constexpr std::string_view name = "FlowStep";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("name", s.name, {});
        v("at", s.at, {});
        v("data", s.data, {.anyValue = true});
    }
};

template <>
struct Fields<Flow> {
    static constexpr std::string_view name = "Flow";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("reference", s.reference, {});
        v("tenant", s.tenant, {});
        v("startedAt", s.startedAt, {});
        v("finishedAt", s.finishedAt, {});
        v("durationMs", s.durationMs, {});
        v("outcome", s.outcome, {.oneOf = "started|success|failure"});
        v("reason", s.reason, {});
        v("test", s.test, {});
        v("message", s.message, {});
        v("cure", s.cure, {});
        v("cureBy", s.cureBy, {.about = "user, administrator, provider or wait; empty unless it failed"});
        v("connectionId", s.connectionId, {});
        v("connection", s.connection, {});
        v("appId", s.appId, {});
        v("app", s.app, {});
        v("userId", s.userId, {});
        v("user", s.user, {});
        v("ip", s.ip, {});
        v("recorded", s.recorded, {.about = "Messages are kept, so that it can be replayed"});
        v("connectionVersion", s.connectionVersion, {.max = INT64_MAX});
        v("tenantVersion", s.tenantVersion, {.max = INT64_MAX});
        v("steps", s.steps, {});
        v("checks", s.checks, {});
        v("messages", s.messages, {});
    }
};

template <>
struct Fields<Recorder> {
    static constexpr std::string_view name = "Recorder";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("logins", s.logins, {.about = "How many are kept; 0: none"});
        v("secretsUntil", s.secretsUntil, {.about = "Until when codes and tokens are kept besides, in memory alone"});
    }
};

template <>
struct Fields<FlowSecrets> {
    static constexpr std::string_view name = "FlowSecrets";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("flowId", s.flowId, {});
        v("until", s.until, {});
        v("messages", s.messages, {.about = "Of the flow, in the same order, with codes and tokens"});
    }
};

template <>
struct Fields<Latency> {
    static constexpr std::string_view name = "Latency";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("p50", s.p50, {.about = "Milliseconds"});
        v("p95", s.p95, {});
        v("p99", s.p99, {});
    }
};

template <>
struct Fields<ReasonCount> {
    static constexpr std::string_view name = "ReasonCount";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("reason", s.reason, {});
        v("message", s.message, {.about = "What the reason means, as in a flow"});
        v("count", s.count, {.max = INT64_MAX});
    }
};

template <>
struct Fields<BrokerStatus> {
    static constexpr std::string_view name = "Status";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("publicUrl", s.publicUrl, {});
        v("version", s.version, {});
        v("startedAt", s.startedAt, {});
        v("uptime", s.uptime, {.max = INT64_MAX, .about = "Seconds"});
        v("latency", s.latency, {});
        v("loginsToday", s.loginsToday, {.max = INT64_MAX});
        v("failuresToday", s.failuresToday, {.max = INT64_MAX});
        v("failureReasons", s.failureReasons, {});
        v("tenants", s.tenants, {});
        v("connections", s.connections, {});
        v("apps", s.apps, {});
        v("sessions", s.sessions, {.max = INT64_MAX});
    }
};

template <>
struct Fields<Doctor> {
    static constexpr std::string_view name = "Doctor";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("ok", s.ok, {});
        v("steps", s.steps, {});
    }
};

template <>
struct Fields<Change> {
    static constexpr std::string_view name = "Change";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("action", s.action, {.oneOf = "create|update|delete"});
        v("resource", s.resource, {});
        v("tenant", s.tenant, {});
        v("name", s.name, {});
        v("before", s.before, {.anyValue = true});
        v("after", s.after, {.anyValue = true});
    }
};

template <>
struct Fields<ApplyResult> {
    static constexpr std::string_view name = "ApplyResult";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("dryRun", s.dryRun, {});
        v("changes", s.changes, {});
    }
};

template <>
struct Fields<Backup> {
    static constexpr std::string_view name = "Backup";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("file", s.file,
          {.required = true, .maxLength = 4096, .about = "Absolute path of a file that does not exist yet"});
    }
};

} // namespace gatehouse::admin::api
