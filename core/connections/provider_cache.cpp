// SPDX-License-Identifier: Apache-2.0
#include "connections/provider_cache.h"

#include <algorithm>

#include "connections/signing_certificates.h"
#include "crypto/hash.h"

namespace gatehouse::connections {
namespace {

constexpr Seconds kMetadataLife{3600};
constexpr Seconds kKeysLife{3600};
constexpr Seconds kStaleLife{24 * 3600};
constexpr Seconds kRetryAfterFailure{30};
constexpr Seconds kUnknownKeyPause{60};

http::OutboundRequest get(const Connection& connection, const std::string& url) {
    http::OutboundRequest request;
    request.url = url;
    request.authorities = connection.trustedAuthorities;
    request.headers.set("Accept", "application/json");
    request.deadline = Milliseconds(5000);
    request.maxBytes = 256 * 1024;
    return request;
}

Result<std::string> fetchBody(http::Client& client, const Connection& connection, const std::string& url,
                              std::string_view ifRefused) {
    TRY(answer, client.send(connection.tenant.text(), get(connection, url)));
    if (answer.status != 200) {
        return fail(Code::Unavailable, ifRefused, "Got HTTP " + std::to_string(answer.status) + " at " + url + ".");
    }
    return std::move(answer.body);
}

/// What follows from the texts.
void derive(Provider& provider) {
    provider.digest = crypto::sha256(crypto::sha256(provider.metadataText) + provider.keysText);
    provider.certificatesEnd = signingCertificatesEnd(provider.keysText);
}

} // namespace

std::shared_ptr<ProviderCache::Entry> ProviderCache::entry(const Connection& connection) {
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[connection.id];
    if (!entry || entry->issuer != connection.issuer) {
        entry = std::make_shared<Entry>();
        entry->issuer = connection.issuer;
    }
    return entry;
}

Result<std::shared_ptr<const Provider>> ProviderCache::fetch(const Connection& connection) {
    TRY(text, fetchBody(m_client, connection, discoveryUrl(connection.issuer), "metadata.http_status"));
    TRY(metadata, parseMetadata(text, connection.issuer, m_allowHttp));
    TRY(keysText, fetchBody(m_client, connection, metadata.jwksUri, "jwks.http_status"));
    TRY(keys, jose::parseJwkSet(keysText));
    const Time now = m_clock.now();
    Provider provider{std::move(metadata), std::move(keys), now, now, std::move(text), std::move(keysText), {}, {}};
    derive(provider);
    return std::make_shared<const Provider>(std::move(provider));
}

std::uint64_t ProviderCache::failuresOf(Entry& entry) {
    const std::lock_guard lock(entry.guard);
    return entry.failures;
}

std::optional<Error> ProviderCache::sharedFailure(Entry& entry, std::uint64_t seen) {
    const std::lock_guard lock(entry.guard);
    return entry.failures == seen ? std::nullopt : entry.failure;
}

void ProviderCache::noteFailure(Entry& entry, const Error& error) {
    const std::lock_guard lock(entry.guard);
    ++entry.failures;
    entry.failure = error;
}

Result<std::shared_ptr<const Provider>> ProviderCache::get(const Connection& connection) {
    const auto held = entry(connection);
    const Time now = m_clock.now();
    const auto current = [&] {
        const std::lock_guard lock(held->guard);
        return std::pair(held->provider, held->nextAttempt);
    };
    const auto fresh = [&](const std::shared_ptr<const Provider>& provider) {
        return provider && now < provider->metadataFetchedAt + kMetadataLife &&
               now < provider->keysFetchedAt + kKeysLife;
    };
    auto [provider, nextAttempt] = current();
    if (fresh(provider)) {
        return provider;
    }
    const bool usable = provider && now < provider->metadataFetchedAt + kStaleLife;
    std::unique_lock fetching(held->fetching, std::defer_lock);
    if (usable) {
        // Someone else is fetching already, or it just failed: what is held serves meanwhile.
        if (now < nextAttempt || !fetching.try_lock()) {
            return provider;
        }
    } else {
        const std::uint64_t failures = failuresOf(*held);
        fetching.lock();
        std::tie(provider, nextAttempt) = current();
        if (fresh(provider)) {
            return provider;
        }
        if (auto failure = sharedFailure(*held, failures)) {
            return tl::unexpected<Error>(*std::move(failure));
        }
    }
    auto fetched = fetch(connection);
    if (!fetched) {
        noteFailure(*held, fetched.error());
    }
    const std::lock_guard lock(held->guard);
    if (!fetched) {
        held->nextAttempt = now + kRetryAfterFailure;
        return usable ? Result<std::shared_ptr<const Provider>>(provider) : fetched;
    }
    held->provider = *fetched;
    return fetched;
}

Result<std::shared_ptr<const Provider>> ProviderCache::refreshKeys(const Connection& connection,
                                                                   const std::shared_ptr<const Provider>& seen) {
    const auto held = entry(connection);
    const std::uint64_t failures = failuresOf(*held);
    const std::lock_guard fetching(held->fetching);
    if (auto failure = sharedFailure(*held, failures)) {
        return tl::unexpected<Error>(*std::move(failure));
    }
    const Time now = m_clock.now();
    {
        const std::lock_guard lock(held->guard);
        if (held->provider && held->provider != seen) {
            return held->provider; // another login refreshed meanwhile
        }
        if (now < seen->keysFetchedAt + kUnknownKeyPause) {
            return seen;
        }
    }
    auto text = fetchBody(m_client, connection, seen->metadata.jwksUri, "jwks.http_status");
    auto fetched = text.and_then(jose::parseJwkSet);
    if (!fetched) {
        noteFailure(*held, fetched.error());
        return tl::unexpected<Error>(std::move(fetched).error());
    }
    Provider renewed = *seen;
    renewed.keys = *std::move(fetched);
    renewed.keysText = *std::move(text);
    derive(renewed);
    renewed.keysFetchedAt = now;
    const std::lock_guard lock(held->guard);
    held->provider = std::make_shared<const Provider>(std::move(renewed));
    return held->provider;
}

Result<std::shared_ptr<const Provider>> ProviderCache::refresh(const Connection& connection) {
    const auto held = entry(connection);
    const std::lock_guard fetching(held->fetching);
    TRY(fetched, fetch(connection));
    const std::lock_guard lock(held->guard);
    held->provider = fetched;
    return fetched;
}

std::shared_ptr<const Provider> ProviderCache::held(const Connection& connection) {
    std::shared_ptr<Entry> entry;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(connection.id);
        if (found == m_entries.end() || found->second->issuer != connection.issuer) {
            return nullptr;
        }
        entry = found->second;
    }
    const std::lock_guard lock(entry->guard);
    return entry->provider;
}

void ProviderCache::drop(const ConnectionId& id) {
    const std::lock_guard lock(m_mutex);
    m_entries.erase(id);
}

} // namespace gatehouse::connections
