// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/time.h"
#include "connections/connection.h"
#include "connections/metadata.h"
#include "http/client.h"
#include "jose/jwk.h"

namespace gatehouse::connections {

/// A provider as last fetched: metadata and signing keys.
struct Provider {
    ProviderMetadata metadata;
    jose::JwkSet keys;
    Time metadataFetchedAt;
    Time keysFetchedAt;
    std::string metadataText;            ///< as it was read
    std::string keysText;                ///< the same
    std::string digest;                  ///< SHA-256 of the two texts
    std::optional<Time> certificatesEnd; ///< signingCertificatesEnd() of the keys
};

/// Fetches and keeps the metadata and keys of upstream providers. One fetch at a time for each connection; the last
/// good document is used for up to a day when a refresh fails; an unknown key id causes at most one fetch a minute
/// (standards/02, sections 2 and 4.2).
class ProviderCache {
public:
    ProviderCache(http::Client& client, const Clock& clock, bool allowHttp)
        : m_client(client)
        , m_clock(clock)
        , m_allowHttp(allowHttp) {}
    /// Fresh enough, from memory or fetched. Errors of http::Client and parseMetadata, `jwks.*`.
    [[nodiscard]] Result<std::shared_ptr<const Provider>> get(const Connection& connection);
    /// After a key id that `seen` does not have: fetches the keys again unless that was done within the last minute.
    [[nodiscard]] Result<std::shared_ptr<const Provider>> refreshKeys(const Connection& connection,
                                                                      const std::shared_ptr<const Provider>& seen);
    /// Fetches both now, whatever is held.
    [[nodiscard]] Result<std::shared_ptr<const Provider>> refresh(const Connection& connection);
    /// What is in memory, however old; nothing is fetched. nullptr where nothing is.
    [[nodiscard]] std::shared_ptr<const Provider> held(const Connection& connection);
    void drop(const ConnectionId& id);

private:
    struct Entry {
        std::mutex fetching;
        std::mutex guard;
        std::shared_ptr<const Provider> provider;
        std::string issuer;
        Time nextAttempt;
        std::uint64_t failures = 0;   ///< fetches that failed
        std::optional<Error> failure; ///< the last one
    };
    /// The failure of a fetch that somebody else made since `seen` failures were counted: who waited for it shares it,
    /// instead of waiting for the same silence again.
    [[nodiscard]] static std::optional<Error> sharedFailure(Entry& entry, std::uint64_t seen);
    static void noteFailure(Entry& entry, const Error& error);
    [[nodiscard]] static std::uint64_t failuresOf(Entry& entry);
    [[nodiscard]] std::shared_ptr<Entry> entry(const Connection& connection);
    [[nodiscard]] Result<std::shared_ptr<const Provider>> fetch(const Connection& connection);

    http::Client& m_client;
    const Clock& m_clock;
    const bool m_allowHttp;
    std::mutex m_mutex;
    std::unordered_map<ConnectionId, std::shared_ptr<Entry>> m_entries;
};

} // namespace gatehouse::connections
