// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "tenants/acr_order.h"

namespace gatehouse::tenants {

enum class Kind { Live, Sandbox };
enum class TenantStatus { Active, Suspended, Sealed };
enum class Provisioning { Jit, Scim, Off };
enum class Linking { VerifiedEmail, Never };
enum class RoleMode { Replace, Merge };
enum class LocalLogin { Off, On, BreakGlass };
enum class IpPinning { Off, Notify, Terminate };
enum class Anomaly { Off, Notify, Challenge, Block };
/// The languages that our pages are written in.
enum class Language { English, German, Arabic };

/// How many of its logins a tenant keeps message by message. The oldest goes first when any bound is passed.
struct Recording {
    std::int64_t logins = 1000;    ///< 0: nothing is recorded
    std::int64_t bytes = 52428800; ///< of all recordings
    Seconds age{2592000};
    friend bool operator==(const Recording&, const Recording&) = default;
};

/// How often a tenant's signing keys change by themselves.
struct KeyRotation {
    Seconds every{90 * 86400};   ///< how long a key signs; zero: it is changed by hand alone
    Seconds publishAhead{86400}; ///< how long the next one is published before it signs
    friend bool operator==(const KeyRotation&, const KeyRotation&) = default;
};

/// By what somebody who signs in for the first time is known to be one of those whom the same provider provisions.
enum class Matching { ExternalId, UserName, Email };

/// How a tenant takes what its directory sends over SCIM.
struct Scim {
    std::int64_t requestsPerSecond = 100; ///< of all its clients; for a moment twice as many
    std::int64_t deactivationPercent =
        10; ///< of the active people, in an hour; more waits for an administrator. 100: all
    friend bool operator==(const Scim&, const Scim&) = default;
};

/// How a tenant's sign-ins behave (contract section 4, Tenant).
struct Settings {
    Provisioning provisioning = Provisioning::Jit;
    Linking linking = Linking::VerifiedEmail;
    std::vector<Matching> matching{Matching::ExternalId, Matching::UserName, Matching::Email}; ///< in this order
    RoleMode roleMode = RoleMode::Replace;
    LocalLogin localLogin = LocalLogin::Off;
    Seconds sessionTtl{43200};
    Seconds idleTtl{3600};
    Seconds accessTokenTtl{300};
    Seconds refreshTokenTtl{2592000};
    std::vector<std::string> requiredAcr; ///< any of these, or what meets one of them (acr_order.h)
    std::vector<AcrRule> acrOrder;
    IpPinning ipPinning = IpPinning::Off;
    std::vector<std::string> blockedAddresses; ///< addresses and CIDR ranges that nobody may be signed in from
    Anomaly anomaly = Anomaly::Off;
    Language language = Language::English; ///< of pages for who asks for none of ours
    Recording recording;
    KeyRotation keyRotation;
    Scim scim;
    friend bool operator==(const Settings&, const Settings&) = default;
};

/// A customer of the SaaS vendor. `version` grows by one with each change: the ETag.
struct Tenant {
    TenantId id;
    std::string slug; ///< [a-z0-9][a-z0-9-]{1,62}, unique among the living
    std::string name; ///< 1 to 200 characters, for people
    Kind kind = Kind::Live;
    TenantStatus status = TenantStatus::Active;
    Settings settings;
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
    friend bool operator==(const Tenant&, const Tenant&) = default;
};

enum class DomainStatus { Pending, Verified };

/// An e-mail domain that a tenant claims. Verified for one tenant only, whoever proves it first.
struct Domain {
    std::string name; ///< ASCII (A-label) form, lower case
    DomainStatus status = DomainStatus::Pending;
    std::string txtRecord; ///< "gatehouse-verification=...": what the DNS TXT record must say
    std::optional<Time> verifiedAt;
    bool asserted = false; ///< an owner vouched for it instead of the DNS
    Time createdAt;
    friend bool operator==(const Domain&, const Domain&) = default;
};

// The names that the Admin API uses.
[[nodiscard]] std::string_view kindName(Kind kind);
[[nodiscard]] std::string_view statusName(TenantStatus status);
[[nodiscard]] std::string_view statusName(DomainStatus status);
[[nodiscard]] std::optional<Kind> parseKind(std::string_view name);
[[nodiscard]] std::optional<TenantStatus> parseStatus(std::string_view name);

/// [a-z0-9][a-z0-9-]{1,62}
[[nodiscard]] bool isSlug(std::string_view text);

} // namespace gatehouse::tenants
