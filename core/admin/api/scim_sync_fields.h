// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: the members of what belongs to synchronisation.
#include "admin/api/scim_fields.h"

namespace gatehouse::admin::api {

template <>
struct Fields<ScimSync> {
    static constexpr std::string_view name = "ScimSync";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("name", s.name, {.required = true, .maxLength = 200});
        v("direction", s.direction, {.required = true, .oneOf = "pull|push"});
        v("url", s.url, {.required = true, .maxLength = 2048, .about = "The service's address, without /Users"});
        v("token", s.token, {.access = Access::WriteOnly, .maxLength = 8192, .about = "A bearer token of the service"});
        v("hasToken", s.hasToken, kReadOnly);
        v("enabled", s.enabled, {});
        v("every", s.every,
          {.min = 60, .max = 2592000, .about = "Seconds between two pulls; of a push, between two looks for drift"});
        v("connectionId", s.connectionId,
          {.maxLength = 64, .about = "Of a pull: the connection whose provider the people belong to"});
        v("groups", s.groups, {.maxLength = 200, .about = "Of a push: whose members go there; where empty, everybody"});
        v("leaving", s.leaving, {.oneOf = "deactivate|delete|keep"});
        v("lastRun", s.lastRun, kReadOnly);
        v("lastSuccess", s.lastSuccess, kReadOnly);
        v("nextRun", s.nextRun, kReadOnly);
        v("problem", s.problem, kReadOnly);
        v("problemDetail", s.problemDetail, kReadOnly);
        v("heldBack", s.heldBack,
          {.access = Access::ReadOnly, .about = "People whose leaving somebody has to confirm"});
        v("drifted", s.drifted, {.access = Access::ReadOnly, .about = "Changed at the target by itself"});
        v("people", s.people, kReadOnly);
        v("groupCount", s.groupCount, kReadOnly);
        v("running", s.running, kReadOnly);
        v("stepsDone", s.stepsDone, {.access = Access::ReadOnly, .about = "Of the run under way"});
        v("stepsTotal", s.stepsTotal, {.access = Access::ReadOnly, .about = "0 while it reads both sides"});
        v("createdAt", s.createdAt, kReadOnly);
        v("updatedAt", s.updatedAt, kReadOnly);
    }
};

template <>
struct Fields<ScimSyncStep> {
    static constexpr std::string_view name = "ScimSyncStep";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("act", s.act, {.access = Access::ReadOnly, .oneOf = "create|update|deactivate|delete|adopt|keep|skip"});
        v("kind", s.kind, {.access = Access::ReadOnly, .oneOf = "User|Group"});
        v("cause", s.cause, {.access = Access::ReadOnly, .oneOf = "new|source|drift|both|gone|stranger|unreadable"});
        v("id", s.id, kReadOnly);
        v("name", s.name, kReadOnly);
        v("state", s.state, kReadOnly);
        v("detail", s.detail, kReadOnly);
        v("changes", s.changes, kReadOnly);
        v("membersAdded", s.membersAdded, kReadOnly);
        v("membersRemoved", s.membersRemoved, kReadOnly);
    }
};

template <>
struct Fields<ScimSyncPlan> {
    static constexpr std::string_view name = "ScimSyncPlan";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("creates", s.creates, kReadOnly);
        v("updates", s.updates, kReadOnly);
        v("deactivates", s.deactivates, kReadOnly);
        v("deletes", s.deletes, kReadOnly);
        v("adopts", s.adopts, {.access = Access::ReadOnly, .about = "Found to be the same; nothing is written"});
        v("same", s.same, kReadOnly);
        v("drifted", s.drifted, kReadOnly);
        v("leaving", s.leaving, {.access = Access::ReadOnly, .about = "People who would lose their access"});
        v("strangers", s.strangers, {.access = Access::ReadOnly, .about = "The target's own, which stay"});
        v("asks", s.asks, {.access = Access::ReadOnly, .about = "A run wants `leaving` confirmed"});
        v("steps", s.steps, kReadOnly);
    }
};

template <>
struct Fields<ScimSyncStart> {
    static constexpr std::string_view name = "ScimSyncStart";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("confirm", s.confirm, {.min = 0, .about = "How many people may lose their access"});
    }
};

template <>
struct Fields<ScimSyncRun> {
    static constexpr std::string_view name = "ScimSyncRun";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, kReadOnly);
        v("by", s.by, kReadOnly);
        v("begun", s.begun, kReadOnly);
        v("ended", s.ended, kReadOnly);
        v("problem", s.problem, kReadOnly);
        v("problemDetail", s.problemDetail, kReadOnly);
        v("created", s.created, kReadOnly);
        v("updated", s.updated, kReadOnly);
        v("deactivated", s.deactivated, kReadOnly);
        v("deleted", s.deleted, kReadOnly);
        v("adopted", s.adopted, kReadOnly);
        v("failed", s.failed, kReadOnly);
        v("steps", s.steps, kReadOnly);
    }
};

} // namespace gatehouse::admin::api
