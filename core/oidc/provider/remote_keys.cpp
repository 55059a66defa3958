// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/remote_keys.h"

#include <algorithm>

#include "apps/fetch_body.h"
#include "base/log.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kFresh{600};
constexpr Seconds kBetweenFetches{60};
constexpr Seconds kLastGood{24 * 3600};
constexpr std::size_t kMostEntries = 10'000;
constexpr apps::Expected kKeySet{"application/jwk-set+json, application/json", std::size_t(64) * 1024};

bool has(const jose::JwkSet& set, std::string_view kid) {
    return kid.empty() ||
           std::any_of(set.keys.begin(), set.keys.end(), [&](const jose::Jwk& key) { return key.kid == kid; });
}

} // namespace

std::shared_ptr<RemoteKeys::Entry> RemoteKeys::entry(const std::string& place) {
    const std::lock_guard lock(m_mutex);
    if (m_entries.size() >= kMostEntries && m_entries.find(place) == m_entries.end()) {
        m_entries.clear();
    }
    std::shared_ptr<Entry>& found = m_entries[place];
    if (!found) {
        found = std::make_shared<Entry>();
    }
    return found;
}

Result<std::shared_ptr<const jose::JwkSet>> RemoteKeys::get(const std::string& place, std::string_view kid,
                                                            const std::function<Result<jose::JwkSet>()>& fetch) {
    const std::shared_ptr<Entry> held = entry(place);
    const auto enough = [&]() -> std::shared_ptr<const jose::JwkSet> {
        const std::lock_guard lock(held->guard);
        const Time now = m_clock.now();
        const bool fresh = held->keys && now < held->fetchedAt + kFresh && has(*held->keys, kid);
        const bool tooSoon = now < held->nextAttempt && held->keys && now < held->fetchedAt + kLastGood;
        return fresh || tooSoon ? held->keys : nullptr;
    };
    if (auto keys = enough()) {
        return keys;
    }
    const std::lock_guard one(held->fetching);
    if (auto keys = enough()) {
        return keys; // somebody else fetched them meanwhile
    }
    {
        const std::lock_guard lock(held->guard);
        if (m_clock.now() < held->nextAttempt) {
            return fail(Code::Unavailable, "outbound.protocol", "it did not answer a moment ago");
        }
    }
    auto set = fetch();
    const std::lock_guard lock(held->guard);
    const Time now = m_clock.now();
    held->nextAttempt = now + kBetweenFetches;
    if (set) {
        held->keys = std::make_shared<const jose::JwkSet>(*std::move(set));
        held->fetchedAt = now;
        return held->keys;
    }
    log::warn("provider.remote_keys", {{"place", place}, {"reason", set.error().reason}});
    if (held->keys && now < held->fetchedAt + kLastGood) {
        return held->keys;
    }
    return tl::unexpected<Error>(set.error());
}

Result<std::string> fetchJson(http::Client& client, const TenantId& asks, const std::string& url) {
    return apps::fetchBody(client, asks, url, kKeySet);
}

} // namespace gatehouse::oidc::provider
