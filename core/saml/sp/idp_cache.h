// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/time.h"
#include "connections/connection.h"
#include "connections/provider_cache.h"
#include "http/client.h"
#include "saml/sp/idp.h"
#include "saml/sp/kept_metadata.h"
#include "store/store.h"

namespace gatehouse::saml::sp {

/// A provider as it is used now.
struct HeldIdp {
    Idp idp;
    Time fetchedAt; ///< of its metadata; zero where it stands in the connection
    Time refreshAt; ///< when that is due again
    std::shared_ptr<const connections::Provider> description; ///< for recordings: its metadata as JSON
};

/// What of a provider's metadata differs from what is in use: "entityId", "ssoUrl", "sloUrl", "keys" (none of the known
/// ones is left). Empty: it may be taken as it is, new keys and all.
[[nodiscard]] std::vector<std::string> changesToApprove(const Idp& used, const Idp& fetched);

/// Fetches and keeps the metadata of SAML providers. The last good document is used until it says that it has ended
/// (validUntil); a new key is taken by itself, whatever changesToApprove() names waits for an administrator. One fetch
/// at a time for each connection: who waited for one that failed has its failure, and where there is a document, old as
/// it may be, nobody waits but the one who fetches. Thread safe.
class IdpCache {
public:
    IdpCache(http::Client& client, store::Store& store, const Clock& clock)
        : m_client(client)
        , m_store(store)
        , m_clock(clock) {}
    /// Fresh enough, from memory, from the store or fetched. Errors of idpOf(), readIdpMetadata() and http::Client;
    /// checkDates(); `metadata.http_status`; `metadata.no_entity` where a query finds none, which is not asked again
    /// for ten minutes.
    [[nodiscard]] Result<std::shared_ptr<const HeldIdp>> get(const connections::Connection& connection);
    /// After a signature by a key that `seen` does not have: fetches the whole document again, unless that was done
    /// within the last minute, or it stands in the connection.
    [[nodiscard]] Result<std::shared_ptr<const HeldIdp>> refreshKeys(const connections::Connection& connection,
                                                                     const std::shared_ptr<const HeldIdp>& seen);
    /// Fetches now. What has to be approved is kept as pending.
    [[nodiscard]] Result<std::shared_ptr<const HeldIdp>> refresh(const connections::Connection& connection);
    /// What was fetched and waits for an administrator; nullopt: nothing does.
    struct Pending {
        std::vector<std::string> changes; ///< changesToApprove()
        Time since;
    };
    [[nodiscard]] std::optional<Pending> pending(const connections::Connection& connection) const;
    /// What is pending becomes what is used, in this transaction and after its commit. Its changes.
    /// `metadata.none_pending`.
    [[nodiscard]] Result<std::vector<std::string>> approve(store::Writer& writer,
                                                           const connections::Connection& connection);
    /// What is in memory, in the connection itself or in the store; nothing is fetched. nullptr where there is nothing.
    /// `connection` may be a draft.
    [[nodiscard]] std::shared_ptr<const HeldIdp> held(const connections::Connection& connection) const;
    void drop(const ConnectionId& id);

private:
    struct Entry {
        std::mutex fetching;
        std::mutex guard;
        connections::SamlSettings settings; ///< that it was made by
        std::shared_ptr<const HeldIdp> idp;
        Time nextAttempt;
        std::uint64_t attempts = 0;   ///< to fetch, so far
        std::optional<Error> failure; ///< of the last one
    };
    [[nodiscard]] std::shared_ptr<Entry> entryOf(const connections::Connection& connection);
    [[nodiscard]] Result<std::shared_ptr<const HeldIdp>> use(Entry& entry, const connections::Connection& connection,
                                                             const KeptMetadata& kept);
    [[nodiscard]] Result<std::shared_ptr<const HeldIdp>> fetch(Entry& entry, const connections::Connection& connection);

    http::Client& m_client;
    store::Store& m_store;
    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::unordered_map<ConnectionId, std::shared_ptr<Entry>> m_entries;
};

} // namespace gatehouse::saml::sp
