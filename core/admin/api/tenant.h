// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"

namespace gatehouse::admin::api {

/// How much of its logins a tenant keeps message by message. The oldest goes first when any bound is passed.
struct RecordingSettings {
    std::int64_t logins = 1000;    ///< 0: nothing is recorded
    std::int64_t bytes = 52428800; ///< of all recordings
    std::int64_t age = 2592000;    ///< seconds
};

/// Whoever reached `acr` has met each of `satisfies` too.
struct AcrRule {
    std::string acr;
    std::vector<std::string> satisfies;
};

/// How often a tenant's signing keys change by themselves. Durations in seconds.
struct KeyRotationSettings {
    std::int64_t every = 7776000;      ///< how long a key signs; 0: it is changed by hand alone
    std::int64_t publishAhead = 86400; ///< how long the next one is published before it signs
};

/// How a tenant takes what its directory sends over SCIM.
struct ScimSettings {
    std::int64_t requestsPerSecond = 100;
    std::int64_t deactivationPercent = 10; ///< of the active people, in an hour; more waits for an administrator
};

/// How a tenant's people get in and how long they stay. Durations in seconds.
struct Settings {
    std::string provisioning = "jit";                                     ///< jit | scim | off
    std::string linking = "verified-email";                               ///< verified-email | never
    std::vector<std::string> matching{"externalId", "userName", "email"}; ///< any of these, in this order
    std::string roleMode = "replace";                                     ///< replace | merge
    std::string localLogin = "off";                                       ///< off | on | break-glass
    std::int64_t sessionTtl = 43200;
    std::int64_t idleTtl = 3600;
    std::int64_t accessTokenTtl = 300;
    std::int64_t refreshTokenTtl = 2592000;
    std::vector<std::string> requiredAcr;
    std::vector<AcrRule> acrOrder;             ///< on top of the ladder that is known everywhere
    std::string ipPinning = "off";             ///< off | notify | terminate
    std::vector<std::string> blockedAddresses; ///< addresses and CIDR ranges that nobody may be signed in from
    std::string anomaly = "off";               ///< off | notify | challenge | block
    std::string language = "en";               ///< en | de | ar
    RecordingSettings recording;
    KeyRotationSettings keyRotation;
    ScimSettings scim;
};

/// `/admin/v1/tenants/{tenant}`
struct Tenant {
    std::string id;   ///< read-only
    std::string slug; ///< lower case, in every address of the tenant
    std::string name;
    std::string kind = "live";     ///< live | sandbox
    std::string status = "active"; ///< active | suspended | sealed
    Settings settings;
    std::string issuer;            ///< read-only
    std::optional<Time> createdAt; ///< read-only
    std::optional<Time> updatedAt; ///< read-only
};

/// `T/domains/{name}`: verified for one tenant only.
struct Domain {
    std::string name;
    std::string status = "pending"; ///< pending | verified; read-only
    std::string txtRecord;          ///< the TXT record to publish; read-only
    std::optional<Time> verifiedAt; ///< read-only
    bool asserted = false;          ///< an owner vouched for it instead of the DNS; read-only
};

/// `POST T/domains/{name}/verify`: looks the TXT record up, or believes an owner who asserts it.
struct DomainVerification {
    bool assert_ = false; ///< member "assert"
};

} // namespace gatehouse::admin::api
