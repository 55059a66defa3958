// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only, beside fields.h.
#include "admin/api/activity_fields.h"
#include "admin/api/statistics.h"

namespace gatehouse::admin::api {

template <>
struct Fields<StatisticsBin> {
    static constexpr std::string_view name = "StatisticsBin";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("at", s.at, {});
        v("successes", s.successes, {.max = INT64_MAX});
        v("failures", s.failures, {.max = INT64_MAX});
        v("p95", s.p95, {.about = "Milliseconds of the broker's share of a login; 0: not measured"});
    }
};

template <>
struct Fields<Statistics> {
    static constexpr std::string_view name = "Statistics";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("from", s.from, {});
        v("to", s.to, {});
        v("binSeconds", s.binSeconds, {});
        v("bins", s.bins, {});
        v("reasons", s.reasons, {});
    }
};

template <>
struct Fields<Expiry> {
    static constexpr std::string_view name = "Expiry";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("id", s.id, {});
        v("kind", s.kind,
          {.oneOf = "tls-certificate|app-secret|app|token|signing-key|trusted-authority|provider-certificate|"
                    "provider-metadata|saml-certificate|scim-token"});
        v("tenant", s.tenant, {.about = "Slug; empty: the whole broker's"});
        v("object", s.object, {});
        v("name", s.name, {});
        v("expiresAt", s.expiresAt, {});
        v("connection", s.connection, {.about = "Name of the connection that it belongs to; empty: of none"});
    }
};

template <>
struct Fields<AuditPositions> {
    static constexpr std::string_view name = "AuditPositions";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("count", s.count, {.max = INT64_MAX});
        v("starts", s.starts, {.max = INT64_MAX});
        v("nextCursor", s.nextCursor, {});
    }
};

template <>
struct Fields<AuditHistogram> {
    static constexpr std::string_view name = "AuditHistogram";
    template <class S, class V>
    static void visit(S& s, V& v) {
        v("from", s.from, {});
        v("to", s.to, {});
        v("counts", s.counts, {.max = INT64_MAX});
    }
};

} // namespace gatehouse::admin::api
