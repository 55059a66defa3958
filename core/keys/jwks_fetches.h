// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/store.h"

namespace gatehouse::keys {

/// How it is known which app fetched a key set. The JWK Set is public, so most of this is evidence, not proof.
enum class KnownBy {
    Nobody,        ///< it is not known
    Claim,         ///< the address named the app, which anybody can do
    SharedAddress, ///< from where this app and others have proven themselves at the token endpoint
    Address,       ///< from where this app has proven itself, and no other; or others too, and it named itself
};
[[nodiscard]] std::string_view knownByName(KnownBy known);

/// One fetch of a key set.
struct JwksFetch {
    TenantId tenant; ///< whose ring: the platform's at the front door
    std::string_view version;
    std::string_view kids; ///< in it, separated by spaces
    AppId claimed;         ///< the app that the address named, if it exists; else empty
    std::string_view address;
    std::string_view userAgent;
};

/// How often an app fetched one version of a ring's key set.
struct FetchCount {
    AppId app; ///< empty: nobody knows whose fetches these were
    KnownBy known = KnownBy::Nobody;
    std::string kids;
    std::int64_t fetches = 0;
    Time firstAt;
    Time lastAt;
    std::string userAgent; ///< of the last one
    [[nodiscard]] bool holds(std::string_view kid) const;
};

/// What is known of an app and a key.
struct FetchEvidence {
    enum class Holds {
        Unknown, ///< it was never seen fetching
        Stale,   ///< it was seen fetching sets without the key alone
        Yes,     ///< it fetched a set with the key
    };
    Holds holds = Holds::Unknown;
    KnownBy known = KnownBy::Nobody;
    std::int64_t fetches = 0;
    std::optional<Time> lastAt;
    std::string userAgent;
};
/// The best evidence there is, the best known first and the newest of those. `counts` is all of JwksFetches::counts.
[[nodiscard]] FetchEvidence evidenceFor(const std::vector<FetchCount>& counts, const AppId& app, std::string_view kid);

/// Counts who fetches which key set. A fetch costs a lock and no write; flush() stores what came since the last time.
/// Addresses are kept in memory alone. Thread safe.
class JwksFetches {
public:
    /// An app has proven itself from this address.
    void appSeen(const TenantId& tenant, const AppId& app, std::string_view address, Time now);
    void fetched(const JwksFetch& fetch, Time now);
    /// Stores the counts and forgets those of sets that nobody fetched for 90 days. Nothing is lost if it fails.
    [[nodiscard]] Status flush(store::Store& store, Time now);
    /// Everything known of a tenant's ring, stored or not yet.
    [[nodiscard]] Result<std::vector<FetchCount>> counts(store::Reader& reader, const TenantId& tenant) const;

private:
    struct Seen {
        AppId app;
        Time at;
    };
    using Place = std::tuple<TenantId, std::string, AppId, KnownBy>; // tenant, version, app
    [[nodiscard]] std::vector<AppId> appsAt(const TenantId& tenant, std::string_view address, Time now) const;
    void count(const JwksFetch& fetch, const AppId& app, KnownBy known, Time now);

    mutable std::shared_mutex m_addressMutex;
    std::unordered_map<std::string, std::vector<Seen>> m_addresses;
    mutable std::mutex m_countMutex;
    std::map<Place, FetchCount> m_pending;
};

} // namespace gatehouse::keys
