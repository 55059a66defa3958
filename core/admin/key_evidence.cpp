// SPDX-License-Identifier: Apache-2.0
// What is known of a key outside: who has fetched it, and what would be lost with it.
#include <algorithm>

#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/key_resource.h"
#include "audit/positions.h"
#include "keys/jwks_fetches.h"
#include "sessions/live_grants.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr std::size_t kAtOnce = 500;

std::string_view holdsName(keys::FetchEvidence::Holds holds) {
    switch (holds) {
    case keys::FetchEvidence::Holds::Unknown:
        return "unknown";
    case keys::FetchEvidence::Holds::Stale:
        return "stale";
    case keys::FetchEvidence::Holds::Yes:
        return "yes";
    }
    return "unknown";
}

/// The apps that prove tokens by a ring's keys: its owner's, and of the front door's those that serve the tenant.
Result<std::vector<apps::App>> appsOf(store::Reader& reader, const Context& context) {
    std::vector<apps::App> all;
    const TenantId& ring = ringOf(context);
    for (const TenantId& owner : {ring, platformTenant()}) {
        for (std::optional<std::string> cursor(std::in_place); cursor;) {
            TRY(page, apps::list(reader, owner, "", *cursor, kAtOnce));
            for (apps::App& app : page.items) {
                if (owner == ring || apps::servesTenant(app, ring, context.tenant().slug)) {
                    all.push_back(std::move(app));
                }
            }
            cursor = page.nextCursor;
        }
        if (ring == platformTenant()) {
            break;
        }
    }
    return all;
}

Result<std::vector<keys::FetchCount>> countsOf(store::Reader& reader, const Context& context) {
    const keys::JwksFetches* fetches = context.services.jwksFetches;
    return fetches == nullptr ? std::vector<keys::FetchCount>() : fetches->counts(reader, ringOf(context));
}

json::Object evidenceOf(const apps::App& app, const keys::FetchEvidence& found) {
    const api::KeyEvidence shown{app.id.text(),
                                 app.name,
                                 app.clientId,
                                 std::string(holdsName(found.holds)),
                                 std::string(keys::knownByName(found.known)),
                                 found.fetches,
                                 found.lastAt,
                                 found.userAgent};
    return api::toJson(shown).get_object();
}

/// Answers with tokens that the key can have signed and that have not expired. Which key signed each is not kept, so
/// this is a bound.
Result<std::int64_t> countTokens(store::Reader& reader, const TenantId& log, const keys::KeyInfo& key,
                                 const RingView& ring, Time now) {
    if (!key.activatedAt || key.state == keys::KeyState::Next) {
        return 0;
    }
    audit::Filter filter;
    filter.type = "TokenIssued,TokenRefreshed";
    filter.outcome = audit::Outcome::Success;
    filter.from = std::max(*key.activatedAt, now - std::max(ring.schedule.tokenLife, key.longestLife));
    filter.to = key.replacedAt;
    std::int64_t count = 0;
    for (std::optional<std::string> cursor(std::in_place); cursor;) {
        TRY(stretch, audit::positions(reader, log, filter, *cursor, int(kAtOnce)));
        count += stretch.count;
        cursor = stretch.nextCursor;
    }
    return count;
}

/// The tenants whose people can hold tokens of a ring.
Result<std::vector<TenantId>> holdersOf(store::Reader& reader, const Context& context) {
    if (context.request.tenant) {
        return std::vector<TenantId>{context.tenantId()};
    }
    std::vector<TenantId> all;
    for (std::optional<std::string> cursor(std::in_place); cursor;) {
        TRY(page, tenants::listTenants(reader, "", *cursor, int(kAtOnce)));
        for (const tenants::Tenant& tenant : page.items) {
            all.push_back(tenant.id);
        }
        cursor = page.nextCursor;
    }
    return all;
}

Result<api::KeyImpact> impactOf(store::Reader& reader, const Context& context) {
    const TenantId& owner = ringOf(context);
    TRY(key, keys::findKey(reader, owner, context.request.object));
    TRY(ring, ringView(reader, context));
    api::KeyImpact impact;
    impact.kid = key.kid;
    const bool proves = key.state == keys::KeyState::Active || key.state == keys::KeyState::Retiring;
    if (proves && key.use == keys::kUseTokens) {
        TRY(holders, holdersOf(reader, context));
        for (const TenantId& tenant : holders) {
            TRY(live, sessions::countLiveGrants(reader, tenant, owner, context.request.now));
            TRY(tokens, countTokens(reader, tenant, key, ring, context.request.now));
            impact.grants += live.families;
            impact.sessions += live.sessions;
            impact.tokens += tokens;
        }
        TRY(relying, appsOf(reader, context));
        impact.apps = std::int64_t(relying.size());
    }
    TRY(counts, countsOf(reader, context));
    for (const keys::FetchCount& count : counts) {
        impact.fetches += count.app.empty() && count.holds(key.kid) ? count.fetches : 0;
    }
    if (key.state == keys::KeyState::Active) {
        TRY(next, keys::findInState(reader, owner, key.use, key.alg, keys::KeyState::Next));
        impact.successor = next ? next->kid : std::string();
    }
    return impact;
}

} // namespace

Answered listKeyEvidence(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(items, context.services.store.read([&](store::Reader& reader) -> Result<std::vector<KeyedItem>> {
        TRY(key, keys::findKey(reader, ringOf(context), context.request.object));
        TRY(counts, countsOf(reader, context));
        TRY(relying, appsOf(reader, context));
        std::vector<KeyedItem> out;
        out.reserve(relying.size());
        for (const apps::App& app : relying) {
            out.push_back(
                {app.name + " " + app.id.text(), evidenceOf(app, keys::evidenceFor(counts, app.id, key.kid))});
        }
        return out;
    }));
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    return pageOf(std::move(items), *query);
}

Answered showKeyImpact(const Context& context) {
    TRY(impact, context.services.store.read([&](store::Reader& reader) { return impactOf(reader, context); }));
    return ok(api::toJson(impact).get_object());
}

} // namespace gatehouse::admin
