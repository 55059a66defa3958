// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/status.h"

namespace gatehouse::admin::api {

/// Logins of five minutes.
struct StatisticsBin {
    std::optional<Time> at; ///< where the five minutes begin
    std::int64_t successes = 0;
    std::int64_t failures = 0;
    double p95 = 0; ///< ms of the broker's share of a login; 0 where nothing was measured
};

/// `GET /admin/v1/statistics`: logins of the last hours. A tenant role sees those of its tenant; the times are the
/// broker's.
struct Statistics {
    std::optional<Time> from;
    std::optional<Time> to;
    std::int64_t binSeconds = 300;
    std::vector<StatisticsBin> bins;  ///< oldest first, without gaps
    std::vector<ReasonCount> reasons; ///< of the failures, most frequent first
};

/// One thing that ends by itself, of `GET /admin/v1/expiries`.
struct Expiry {
    std::string id; ///< kind and id of the thing, unique in the list
    /// tls-certificate | app-secret | token | signing-key (which is due for rotation then) | trusted-authority (that a
    /// connection proves its provider's servers by) | provider-certificate (the last of those that its keys come with)
    /// | app (a service that is refused from then on) | saml-certificate (that our key for SAML is published with)
    /// | scim-token | provider-metadata (what a provider publishes, where it is not fetched again)
    std::string kind;
    std::string tenant; ///< slug; empty: the whole broker's
    std::string object; ///< id of the app, token, key or connection; empty for the TLS certificate
    std::string name;   ///< of a certificate its subject, of a provider's the connection's name
    std::optional<Time> expiresAt;
    std::string connection = {}; ///< name of the connection that it belongs to; empty: of none
};

/// `GET T/audit/positions`: where the pages of a filtered view begin.
struct AuditPositions {
    std::int64_t count = 0;
    std::vector<std::int64_t> starts;
    std::optional<std::string> nextCursor;
};

/// `GET T/audit/histogram`
struct AuditHistogram {
    std::optional<Time> from;
    std::optional<Time> to;
    std::vector<std::int64_t> counts; ///< of equal parts of that time, oldest first
};

} // namespace gatehouse::admin::api
