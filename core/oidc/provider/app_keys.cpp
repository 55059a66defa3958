// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/app_keys.h"

#include <algorithm>

#include "base/log.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kFresh{600};
constexpr Seconds kBetweenFetches{60};
constexpr Seconds kLastGood{24 * 3600};
constexpr std::size_t kMostEntries = 10'000;
constexpr std::size_t kLargestSet = 64 * 1024;

tl::unexpected<Error> noKeys(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_client.keys", detail);
}

bool has(const jose::JwkSet& set, std::string_view kid) {
    return kid.empty() ||
           std::any_of(set.keys.begin(), set.keys.end(), [&](const jose::Jwk& key) { return key.kid == kid; });
}

} // namespace

Result<std::shared_ptr<const jose::JwkSet>> AppKeys::get(const apps::App& app, std::string_view kid) {
    if (app.jwks.is_object()) {
        auto set = jose::parseJwkSet(json::write(app.jwks));
        return set ? Result<std::shared_ptr<const jose::JwkSet>>(std::make_shared<const jose::JwkSet>(*std::move(set)))
                   : noKeys(set.error().reason);
    }
    return app.jwksUri.empty() ? noKeys("the app has neither jwks nor jwksUri") : fetched(app, kid);
}

std::shared_ptr<AppKeys::Entry> AppKeys::entry(const std::string& place) {
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

Result<std::shared_ptr<const jose::JwkSet>> AppKeys::fetched(const apps::App& app, std::string_view kid) {
    // The owner is part of it: what one tenant's address says is nothing to another's.
    const std::shared_ptr<Entry> held = entry(app.owner.text() + '\n' + app.jwksUri);
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
            return noKeys("its jwksUri did not answer a moment ago");
        }
    }
    auto set = fetch(app);
    const std::lock_guard lock(held->guard);
    const Time now = m_clock.now();
    held->nextAttempt = now + kBetweenFetches;
    if (set) {
        held->keys = std::make_shared<const jose::JwkSet>(*std::move(set));
        held->fetchedAt = now;
        return held->keys;
    }
    log::warn("provider.app_keys", {{"app", app.id.text()}, {"reason", set.error().reason}});
    if (held->keys && now < held->fetchedAt + kLastGood) {
        return held->keys;
    }
    return noKeys(set.error().reason);
}

Result<jose::JwkSet> AppKeys::fetch(const apps::App& app) {
    http::OutboundRequest request;
    request.url = app.jwksUri;
    request.headers.set("Accept", "application/jwk-set+json, application/json");
    request.maxBytes = kLargestSet;
    request.deadline = std::chrono::milliseconds(5000);
    TRY(response, m_client.send(app.owner.text(), request));
    if (response.status != 200) {
        return fail(Code::Unavailable, "outbound.protocol", "status " + std::to_string(response.status));
    }
    return jose::parseJwkSet(response.body);
}

} // namespace gatehouse::oidc::provider
