// SPDX-License-Identifier: Apache-2.0
#include "keys/signing_keys.h"

namespace gatehouse::keys {

namespace {

#define GATEHOUSE_KEY_COLUMNS "kid, key_use, alg, state, created_at, activated_at, retired_at, public_jwk"

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
    key.publicJwk = json::parseObject(row.text(7)).value_or(json::Object());
    return key;
}

/// The oldest (or only) key of a use in a state.
Result<std::optional<KeyInfo>> findInState(store::Reader& reader, const TenantId& tenant, std::string_view use,
                                           KeyState state) {
    std::optional<KeyInfo> found;
    ENSURE(reader.query("SELECT " GATEHOUSE_KEY_COLUMNS " FROM signing_keys WHERE tenant_id = $1 AND key_use = $2 "
                        "AND state = $3 ORDER BY created_at, kid LIMIT 1",
                        {tenant.text(), use, stateName(state)}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    return found;
}

Status save(store::Writer& writer, const TenantId& tenant, const KeyInfo& key) {
    ENSURE(writer.execute(
        "UPDATE signing_keys SET state = $1, activated_at = $2, retired_at = $3 "
        "WHERE tenant_id = $4 AND kid = $5",
        {stateName(key.state), millisOf(key.activatedAt), millisOf(key.retiredAt), tenant.text(), key.kid}));
    return {};
}

/// The active key steps back first: there is never more than one of a use.
Result<KeyInfo> makeActive(store::Writer& writer, const TenantId& tenant, KeyInfo next, Time now) {
    TRY(active, findInState(writer, tenant, next.use, KeyState::Active));
    if (active) {
        active->state = KeyState::Retiring;
        ENSURE(save(writer, tenant, *active));
    }
    next.state = KeyState::Active;
    next.activatedAt = now;
    ENSURE(save(writer, tenant, next));
    return next;
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

Status insertKey(store::Writer& writer, const NewSigningKey& key) {
    if (key.info.state == KeyState::Active) {
        TRY(active, findInState(writer, key.tenant, key.info.use, KeyState::Active));
        if (active) {
            return fail(Code::Conflict, "keys.active_exists");
        }
    }
    ENSURE(writer.execute("INSERT INTO signing_keys (tenant_id, " GATEHOUSE_KEY_COLUMNS ", private_key) "
                          "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                          {key.tenant.text(), key.info.kid, key.info.use, key.info.alg, stateName(key.info.state),
                           toMillis(key.info.createdAt), millisOf(key.info.activatedAt), millisOf(key.info.retiredAt),
                           json::write(key.info.publicJwk), store::Arg::blob(key.sealedPrivate)}));
    return {};
}

Result<KeyInfo> activateKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now) {
    TRY(key, findKey(writer, tenant, kid));
    if (key.state != KeyState::Next) {
        return fail(Code::FailedPrecondition, "keys.not_next");
    }
    return makeActive(writer, tenant, key, now);
}

Result<KeyInfo> rotateKeys(store::Writer& writer, const NewSigningKey& successor, Time now) {
    TRY(next, findInState(writer, successor.tenant, successor.info.use, KeyState::Next));
    ENSURE(insertKey(writer, successor));
    return makeActive(writer, successor.tenant, next ? *next : successor.info, now);
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

Result<KeyInfo> revokeKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now) {
    TRY(key, findKey(writer, tenant, kid));
    if (key.state == KeyState::Revoked) {
        return key;
    }
    const bool wasActive = key.state == KeyState::Active;
    key.state = KeyState::Revoked;
    key.retiredAt = now;
    ENSURE(save(writer, tenant, key));
    if (wasActive) {
        TRY(next, findInState(writer, tenant, key.use, KeyState::Next));
        if (!next) {
            return fail(Code::FailedPrecondition, "keys.no_successor");
        }
        ENSURE(makeActive(writer, tenant, *next, now));
    }
    return key;
}

Result<int> retireDue(store::Writer& writer, const TenantId& tenant, Seconds lifetime, Time now) {
    TRY(keys, listKeys(writer, tenant));
    int retired = 0;
    for (const KeyInfo& key : keys) {
        if (key.state != KeyState::Retiring) {
            continue;
        }
        TRY(active, findInState(writer, tenant, key.use, KeyState::Active));
        if (active && active->activatedAt && *active->activatedAt + lifetime <= now) {
            ENSURE(retireKey(writer, tenant, key.kid, now));
            ++retired;
        }
    }
    return retired;
}

} // namespace gatehouse::keys
