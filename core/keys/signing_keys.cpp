// SPDX-License-Identifier: Apache-2.0
#include "keys/signing_keys.h"

#include <algorithm>

#include "keys/publication.h"

namespace gatehouse::keys {

namespace {

#define GATEHOUSE_KEY_COLUMNS                                                                                          \
    "kid, key_use, alg, state, created_at, activated_at, retired_at, activate_at, replaced_at, longest_life, "         \
    "public_jwk"

std::optional<Time> timeOf(const store::Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional<Time>(fromMillis(row.integer(column)));
}

std::optional<std::int64_t> millisOf(const std::optional<Time>& time) {
    return time ? std::optional<std::int64_t>(toMillis(*time)) : std::nullopt;
}

KeyState parseState(std::string_view name) {
    for (const KeyState state : {KeyState::Next, KeyState::Active, KeyState::Retiring, KeyState::Retired}) {
        if (name == stateName(state)) {
            return state;
        }
    }
    return KeyState::Revoked;
}

KeyInfo fromRow(const store::Row& row) {
    KeyInfo key;
    key.kid = row.text(0);
    key.use = row.text(1);
    key.alg = row.text(2);
    key.state = parseState(row.text(3));
    key.createdAt = fromMillis(row.integer(4));
    key.activatedAt = timeOf(row, 5);
    key.retiredAt = timeOf(row, 6);
    key.activateAt = timeOf(row, 7);
    key.replacedAt = timeOf(row, 8);
    key.longestLife = Seconds(row.integer(9));
    key.publicJwk = json::parseObject(row.text(10)).value_or(json::Object());
    return key;
}

Status save(store::Writer& writer, const TenantId& tenant, const KeyInfo& key) {
    ENSURE(writer.execute(
        "UPDATE signing_keys SET state = $1, activated_at = $2, retired_at = $3, activate_at = $4, replaced_at = $5 "
        "WHERE tenant_id = $6 AND kid = $7",
        {stateName(key.state), millisOf(key.activatedAt), millisOf(key.retiredAt), millisOf(key.activateAt),
         millisOf(key.replacedAt), tenant.text(), key.kid}));
    return {};
}

/// The active key steps back first: there is never more than one of a use and algorithm.
Result<KeyInfo> makeActive(store::Writer& writer, const TenantId& tenant, KeyInfo next, Time now) {
    TRY(active, findInState(writer, tenant, next.use, next.alg, KeyState::Active));
    if (active) {
        active->state = KeyState::Retiring;
        active->replacedAt = now;
        ENSURE(save(writer, tenant, *active));
    }
    next.state = KeyState::Active;
    next.activatedAt = now;
    next.activateAt.reset();
    ENSURE(save(writer, tenant, next));
    return next;
}

Status mayActivate(store::Reader& reader, const TenantId& tenant, const KeyInfo& next, Guard guard, Time now) {
    if (guard == Guard::Override) {
        return {};
    }
    TRY(ring, listKeys(reader, tenant));
    return now < earliestActivation(ring, next) ? fail(Code::Conflict, "keys.published_too_recently") : Status();
}

json::Value timeOrNull(const std::optional<Time>& time) {
    return time ? json::Value(toRfc3339(*time)) : json::Value();
}

} // namespace

std::string_view stateName(KeyState state) {
    switch (state) {
    case KeyState::Next:
        return "next";
    case KeyState::Active:
        return "active";
    case KeyState::Retiring:
        return "retiring";
    case KeyState::Retired:
        return "retired";
    case KeyState::Revoked:
        return "revoked";
    }
    return "revoked";
}

json::Object toJson(const KeyInfo& key) {
    return {{"kid", key.kid},
            {"use", key.use},
            {"alg", key.alg},
            {"state", stateName(key.state)},
            {"createdAt", toRfc3339(key.createdAt)},
            {"activatedAt", timeOrNull(key.activatedAt)},
            {"replacedAt", timeOrNull(key.replacedAt)},
            {"retiredAt", timeOrNull(key.retiredAt)},
            {"jwk", key.publicJwk}};
}

Result<std::vector<KeyInfo>> listKeys(store::Reader& reader, const TenantId& tenant) {
    std::vector<KeyInfo> keys;
    ENSURE(reader.query("SELECT " GATEHOUSE_KEY_COLUMNS
                        " FROM signing_keys WHERE tenant_id = $1 ORDER BY created_at DESC, kid",
                        {tenant.text()}, [&](const store::Row& row) {
                            keys.push_back(fromRow(row));
                            return true;
                        }));
    return keys;
}

Result<KeyInfo> findKey(store::Reader& reader, const TenantId& tenant, std::string_view kid) {
    std::optional<KeyInfo> found;
    ENSURE(reader.query("SELECT " GATEHOUSE_KEY_COLUMNS " FROM signing_keys WHERE tenant_id = $1 AND kid = $2",
                        {tenant.text(), kid}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    if (!found) {
        return fail(Code::NotFound, "keys.not_found");
    }
    return *std::move(found);
}

Result<std::optional<KeyInfo>> findInState(store::Reader& reader, const TenantId& tenant, std::string_view use,
                                           std::string_view alg, KeyState state) {
    std::optional<KeyInfo> found;
    ENSURE(reader.query("SELECT " GATEHOUSE_KEY_COLUMNS " FROM signing_keys WHERE tenant_id = $1 AND key_use = $2 "
                        "AND alg = $3 AND state = $4 ORDER BY created_at, kid LIMIT 1",
                        {tenant.text(), use, alg, stateName(state)}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    return found;
}

Status insertKey(store::Writer& writer, const NewSigningKey& key) {
    if (key.info.state == KeyState::Active) {
        TRY(active, findInState(writer, key.tenant, key.info.use, key.info.alg, KeyState::Active));
        if (active) {
            return fail(Code::Conflict, "keys.active_exists");
        }
    }
    ENSURE(writer.execute("INSERT INTO signing_keys (tenant_id, " GATEHOUSE_KEY_COLUMNS ", private_key) "
                          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                          {key.tenant.text(), key.info.kid, key.info.use, key.info.alg, stateName(key.info.state),
                           toMillis(key.info.createdAt), millisOf(key.info.activatedAt), millisOf(key.info.retiredAt),
                           millisOf(key.info.activateAt), millisOf(key.info.replacedAt), key.info.longestLife.count(),
                           json::write(key.info.publicJwk), store::Arg::blob(key.sealedPrivate)}));
    return {};
}

Result<KeyInfo> activateKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Guard guard,
                            Time now) {
    TRY(key, findKey(writer, tenant, kid));
    if (key.state != KeyState::Next) {
        return fail(Code::FailedPrecondition, "keys.not_next");
    }
    ENSURE(mayActivate(writer, tenant, key, guard, now));
    return makeActive(writer, tenant, key, now);
}

Result<KeyInfo> planActivation(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time when) {
    TRY(key, findKey(writer, tenant, kid));
    if (key.state != KeyState::Next) {
        return fail(Code::FailedPrecondition, "keys.not_next");
    }
    key.activateAt = when;
    ENSURE(save(writer, tenant, key));
    return key;
}

Result<KeyInfo> rotateKeys(store::Writer& writer, const NewSigningKey& successor, Guard guard, Time now) {
    TRY(next, findInState(writer, successor.tenant, successor.info.use, successor.info.alg, KeyState::Next));
    ENSURE(insertKey(writer, successor));
    const KeyInfo& chosen = next ? *next : successor.info;
    ENSURE(mayActivate(writer, successor.tenant, chosen, guard, now));
    return makeActive(writer, successor.tenant, chosen, now);
}

Result<KeyInfo> retireKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now) {
    TRY(key, findKey(writer, tenant, kid));
    if (key.state == KeyState::Active) {
        return fail(Code::FailedPrecondition, "keys.active");
    }
    if (key.state == KeyState::Retired || key.state == KeyState::Revoked) {
        return key;
    }
    key.state = KeyState::Retired;
    key.retiredAt = now;
    ENSURE(save(writer, tenant, key));
    return key;
}

Result<Revocation> revokeKey(store::Writer& writer, const TenantId& tenant, std::string_view kid,
                             const std::optional<NewSigningKey>& spare, Time now) {
    TRY(key, findKey(writer, tenant, kid));
    Revocation done{key, std::nullopt, false};
    if (key.state == KeyState::Revoked) {
        return done;
    }
    done.revoked.state = KeyState::Revoked;
    done.revoked.retiredAt = now;
    ENSURE(save(writer, tenant, done.revoked));
    if (key.state != KeyState::Active) {
        return done;
    }
    TRY(next, findInState(writer, tenant, key.use, key.alg, KeyState::Next));
    if (spare) {
        ENSURE(insertKey(writer, *spare));
        done.spareInserted = true;
    } else if (!next) {
        return fail(Code::FailedPrecondition, "keys.no_successor");
    }
    TRY(successor, makeActive(writer, tenant, next ? *next : spare->info, now));
    done.successor = std::move(successor);
    return done;
}

std::optional<Time> retirementTime(const std::vector<KeyInfo>& ring, const KeyInfo& key, Seconds tokenLife) {
    if (key.state != KeyState::Retiring || key.use == kUseSaml || key.use == kUseEncryption) {
        return std::nullopt;
    }
    std::optional<Time> since = key.replacedAt;
    if (!since) { // it stepped back before that was written down
        const auto active = std::find_if(ring.begin(), ring.end(), [&](const KeyInfo& other) {
            return other.state == KeyState::Active && other.use == key.use && other.alg == key.alg;
        });
        since = active == ring.end() ? std::nullopt : active->activatedAt;
    }
    return since ? std::optional<Time>(*since + std::max(tokenLife, key.longestLife)) : std::nullopt;
}

Result<std::vector<KeyInfo>> retireDue(store::Writer& writer, const TenantId& tenant, Seconds tokenLife, Time now) {
    TRY(ring, listKeys(writer, tenant));
    std::vector<KeyInfo> retired;
    for (const KeyInfo& key : ring) {
        const auto when = retirementTime(ring, key, tokenLife);
        if (when && *when <= now) {
            TRY(done, retireKey(writer, tenant, key.kid, now));
            retired.push_back(std::move(done));
        }
    }
    return retired;
}

Status rememberLife(store::Writer& writer, const TenantId& tenant, Seconds tokenLife) {
    ENSURE(writer.execute("UPDATE signing_keys SET longest_life = $1 WHERE tenant_id = $2 AND key_use = 'sig' AND "
                          "state = 'active' AND longest_life < $3",
                          {tokenLife.count(), tenant.text(), tokenLife.count()}));
    return {};
}

Status correctTimes(store::Writer& writer, const TenantId& tenant, Time now) {
    const std::int64_t at = toMillis(now);
    for (const char* sql : {"UPDATE signing_keys SET created_at = $1 WHERE tenant_id = $2 AND created_at > $3",
                            "UPDATE signing_keys SET activated_at = $1 WHERE tenant_id = $2 AND activated_at > $3",
                            "UPDATE signing_keys SET replaced_at = $1 WHERE tenant_id = $2 AND replaced_at > $3"}) {
        ENSURE(writer.execute(sql, {at, tenant.text(), at}));
    }
    return {};
}

} // namespace gatehouse::keys
