// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/connection.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// How long the last thousand logins took the broker, in milliseconds; the IdP's and the person's time excluded.
struct Latency {
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
};

struct ReasonCount {
    std::string reason; ///< slug, in docs/errors.md
    std::int64_t count = 0;
    std::string message; ///< what it means, as a flow says it
};

/// `GET /admin/v1/status`. A tenant role sees the numbers of its tenant.
struct BrokerStatus {
    std::string publicUrl;
    std::string version;
    std::optional<Time> startedAt;
    std::int64_t uptime = 0; ///< seconds
    Latency latency;
    std::int64_t loginsToday = 0;            ///< since 00:00 UTC, that succeeded
    std::int64_t failuresToday = 0;          ///< since 00:00 UTC
    std::vector<ReasonCount> failureReasons; ///< of failuresToday, most frequent first
    std::int64_t tenants = 0;
    std::int64_t connections = 0;
    std::int64_t apps = 0;
    std::int64_t sessions = 0;
};

/// `GET /admin/v1/doctor`
struct Doctor {
    bool ok = false;
    std::vector<TestStep> steps;
};

} // namespace gatehouse::admin::api
