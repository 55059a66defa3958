// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/keys/{kid}` and, of the front door, `/admin/v1/keys/{kid}`: one key of a signing ring. Read-only but for use and
/// alg at creation.
struct Key {
    std::string kid;
    std::string use = "sig"; ///< sig; "audit" is the one that signs checkpoints
    std::string alg = "ES256";
    std::string state;             ///< next | active | retiring | retired | revoked
    std::optional<Time> createdAt; ///< published since
    std::optional<Time> activatedAt;
    std::optional<Time> replacedAt; ///< since when it signs nothing any more
    std::optional<Time> retiredAt;
    std::optional<Time> earliestActivation; ///< of a next key: nobody can be without it from then on
    std::optional<Time> activatesAt;        ///< of a next key that takes over by itself: when
    std::optional<Time> retiresAt;          ///< of a retiring key: when the last token that it signed has expired
    RawJson jwk;                            ///< public
};

/// `POST T/keys/rotate`: which key is to take over, and how.
struct KeyRotation {
    std::string use = "sig";
    std::string alg = "ES256";
    bool staged = false; ///< take over by itself as soon as everybody can have fetched it
    bool force = false;  ///< now, although not everybody can have fetched it; wants a reason
    std::string reason;
};

/// `POST T/keys/{kid}/activate`.
struct KeyActivation {
    bool force = false; ///< although not everybody can have fetched it; wants a reason
    std::string reason;
};

/// `POST T/keys/{kid}/revoke`.
struct KeyRevocation {
    std::string reason;
};

/// `T/keys/{kid}/evidence`: whether an app has fetched a key set with this key, and how that is known.
struct KeyEvidence {
    std::string appId;
    std::string name;
    std::string clientId;
    std::string holds;   ///< yes | stale: it fetched sets without the key alone | unknown: it was never seen fetching
    std::string knownBy; ///< address | shared-address | claim | nobody
    std::int64_t fetches = 0; ///< of that set
    std::optional<Time> lastFetch;
    std::string userAgent;
};

/// `T/keys/{kid}/impact`: what a revocation would cost now.
struct KeyImpact {
    std::string kid;
    std::int64_t tokens = 0;   ///< answers with tokens that may still be valid, at most
    std::int64_t grants = 0;   ///< token families that go on by refreshing
    std::int64_t sessions = 0; ///< browser sessions of these; they stay
    std::int64_t apps = 0;     ///< that have to fetch the keys again
    std::int64_t fetches = 0;  ///< of key sets with this key by nobody knows whom
    std::string successor;     ///< that would sign; empty: one is made
};

} // namespace gatehouse::admin::api
