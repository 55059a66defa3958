// SPDX-License-Identifier: Apache-2.0
#include "keys/jwks_fetches.h"

#include <algorithm>
#include <array>

namespace gatehouse::keys {
namespace {

constexpr std::size_t kMostAddresses = 20000;
constexpr std::size_t kMostAppsAtOne = 16;
constexpr std::size_t kLongestUserAgent = 120;
constexpr Seconds kSeenFor{24 * 3600};
constexpr Seconds kSeenAgain{600}; // so that few requests take the lock for writing
constexpr Seconds kKeep{90 * 24 * 3600};

constexpr std::array<std::pair<KnownBy, std::string_view>, 4> kNames{{{KnownBy::Nobody, "nobody"},
                                                                      {KnownBy::Claim, "claim"},
                                                                      {KnownBy::SharedAddress, "shared-address"},
                                                                      {KnownBy::Address, "address"}}};

KnownBy parseKnownBy(std::string_view name) {
    for (const auto& [known, word] : kNames) {
        if (word == name) {
            return known;
        }
    }
    return KnownBy::Nobody;
}

std::string placeOf(const TenantId& tenant, std::string_view address) {
    std::string key = tenant.text();
    key.push_back(' ');
    key.append(address);
    return key;
}

// What a stranger wrote, for people to read.
std::string shown(std::string_view userAgent) {
    std::string out(userAgent.substr(0, kLongestUserAgent));
    std::replace_if(out.begin(), out.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return out;
}

void add(FetchCount& to, const FetchCount& more) {
    to.fetches += more.fetches;
    to.firstAt = std::min(to.firstAt, more.firstAt);
    if (more.lastAt >= to.lastAt) {
        to.lastAt = more.lastAt;
        to.userAgent = more.userAgent;
    }
}

Status store(store::Writer& writer, const TenantId& tenant, const std::string& version, const FetchCount& count) {
    // The tenant may have been deleted since.
    ENSURE(writer.execute(
        "INSERT INTO jwks_fetches (tenant_id, version, app_id, known_by, kids, fetches, first_at, last_at, user_agent) "
        "SELECT id, $1, $2, $3, $4, $5, $6, $7, $8 FROM tenants WHERE id = $9 "
        "ON CONFLICT (tenant_id, version, app_id, known_by) DO UPDATE SET "
        "fetches = jwks_fetches.fetches + excluded.fetches, last_at = excluded.last_at, "
        "user_agent = excluded.user_agent",
        {version, count.app.text(), knownByName(count.known), count.kids, count.fetches, toMillis(count.firstAt),
         toMillis(count.lastAt), count.userAgent, tenant.text()}));
    return {};
}

} // namespace

std::string_view knownByName(KnownBy known) {
    for (const auto& [each, name] : kNames) {
        if (each == known) {
            return name;
        }
    }
    return kNames.front().second;
}

bool FetchCount::holds(std::string_view kid) const {
    for (std::string_view rest = kids; !rest.empty();) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, space) == kid) {
            return true;
        }
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return false;
}

FetchEvidence evidenceFor(const std::vector<FetchCount>& counts, const AppId& app, std::string_view kid) {
    FetchEvidence best;
    for (const FetchCount& count : counts) {
        if (count.app != app || app.empty()) {
            continue;
        }
        const auto holds = count.holds(kid) ? FetchEvidence::Holds::Yes : FetchEvidence::Holds::Stale;
        if (std::tuple(holds, count.known, count.lastAt) <
            std::tuple(best.holds, best.known, best.lastAt.value_or(Time()))) {
            continue;
        }
        best = {holds, count.known, count.fetches, count.lastAt, count.userAgent};
    }
    return best;
}

void JwksFetches::appSeen(const TenantId& tenant, const AppId& app, std::string_view address, Time now) {
    if (address.empty()) {
        return;
    }
    const std::string place = placeOf(tenant, address);
    {
        const std::shared_lock lock(m_addressMutex);
        const auto it = m_addresses.find(place);
        if (it != m_addresses.end() && std::any_of(it->second.begin(), it->second.end(), [&](const Seen& seen) {
                return seen.app == app && now < seen.at + kSeenAgain;
            })) {
            return;
        }
    }
    const std::unique_lock lock(m_addressMutex);
    if (m_addresses.size() >= kMostAddresses) {
        m_addresses.clear();
    }
    auto& apps = m_addresses[place];
    std::erase_if(apps, [&](const Seen& seen) { return seen.app == app || seen.at + kSeenFor <= now; });
    if (apps.size() < kMostAppsAtOne) {
        apps.push_back({app, now});
    }
}

std::vector<AppId> JwksFetches::appsAt(const TenantId& tenant, std::string_view address, Time now) const {
    std::vector<AppId> apps;
    const std::shared_lock lock(m_addressMutex);
    const auto it = m_addresses.find(placeOf(tenant, address));
    if (it != m_addresses.end()) {
        for (const Seen& seen : it->second) {
            if (now < seen.at + kSeenFor) {
                apps.push_back(seen.app);
            }
        }
    }
    return apps;
}

void JwksFetches::fetched(const JwksFetch& fetch, Time now) {
    const std::vector<AppId> apps = appsAt(fetch.tenant, fetch.address, now);
    if (!fetch.claimed.empty()) {
        const bool fromItsAddress = std::find(apps.begin(), apps.end(), fetch.claimed) != apps.end();
        return count(fetch, fetch.claimed, fromItsAddress ? KnownBy::Address : KnownBy::Claim, now);
    }
    for (const AppId& app : apps) {
        count(fetch, app, apps.size() == 1 ? KnownBy::Address : KnownBy::SharedAddress, now);
    }
    if (apps.empty()) {
        count(fetch, AppId(), KnownBy::Nobody, now);
    }
}

void JwksFetches::count(const JwksFetch& fetch, const AppId& app, KnownBy known, Time now) {
    FetchCount one{app, known, std::string(fetch.kids), 1, now, now, shown(fetch.userAgent)};
    const std::lock_guard lock(m_countMutex);
    const auto [it, isNew] = m_pending.try_emplace(Place(fetch.tenant, fetch.version, app, known), one);
    if (!isNew) {
        add(it->second, one);
    }
}

Status JwksFetches::flush(store::Store& store, Time now) {
    std::map<Place, FetchCount> pending;
    {
        const std::lock_guard lock(m_countMutex);
        pending.swap(m_pending);
    }
    if (pending.empty()) {
        return {};
    }
    const Status stored = store.write([&](store::Writer& writer) -> Status {
        for (const auto& [place, count] : pending) {
            ENSURE(keys::store(writer, std::get<TenantId>(place), std::get<std::string>(place), count));
        }
        ENSURE(writer.execute("DELETE FROM jwks_fetches WHERE last_at < $1", {toMillis(now - kKeep)}));
        return {};
    });
    if (!stored) {
        const std::lock_guard lock(m_countMutex);
        for (const auto& [place, count] : pending) {
            const auto [it, isNew] = m_pending.try_emplace(place, count);
            if (!isNew) {
                add(it->second, count);
            }
        }
    }
    return stored;
}

Result<std::vector<FetchCount>> JwksFetches::counts(store::Reader& reader, const TenantId& tenant) const {
    std::map<Place, FetchCount> all;
    ENSURE(reader.query("SELECT version, app_id, known_by, kids, fetches, first_at, last_at, user_agent "
                        "FROM jwks_fetches WHERE tenant_id = $1",
                        {tenant.text()}, [&](const store::Row& row) {
                            const AppId app{std::string(row.text(1))};
                            const KnownBy known = parseKnownBy(row.text(2));
                            all[Place(tenant, std::string(row.text(0)), app, known)] = {app,
                                                                                        known,
                                                                                        std::string(row.text(3)),
                                                                                        row.integer(4),
                                                                                        fromMillis(row.integer(5)),
                                                                                        fromMillis(row.integer(6)),
                                                                                        std::string(row.text(7))};
                            return true;
                        }));
    {
        const std::lock_guard lock(m_countMutex);
        for (const auto& [place, count] : m_pending) {
            if (std::get<TenantId>(place) == tenant) {
                const auto [it, isNew] = all.try_emplace(place, count);
                if (!isNew) {
                    add(it->second, count);
                }
            }
        }
    }
    std::vector<FetchCount> out;
    out.reserve(all.size());
    for (auto& [place, count] : all) {
        out.push_back(std::move(count));
    }
    return out;
}

} // namespace gatehouse::keys
