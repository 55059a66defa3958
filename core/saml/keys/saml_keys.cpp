// SPDX-License-Identifier: Apache-2.0
#include "saml/keys/saml_keys.h"

#include <mutex>
#include <vector>

#include "audit/audit.h"

namespace gatehouse::saml::keys {
namespace {

using gatehouse::keys::KeyRing;
using gatehouse::keys::KeyState;
using gatehouse::keys::kRsaOaep;
using gatehouse::keys::kUseEncryption;
using gatehouse::keys::kUseSaml;
using gatehouse::keys::NewSigningKey;
using gatehouse::keys::Ring;

Result<std::vector<NewSigningKey>> firstKeys(const KeyRing& keys, const TenantId& tenant, Time now) {
    TRY(active, keys.generateKey(tenant, kUseSaml, "RS256", now));
    TRY(next, keys.generateKey(tenant, kUseSaml, "RS256", now));
    TRY(encryption, keys.generateKey(tenant, kUseEncryption, kRsaOaep, now));
    for (NewSigningKey* key : {&active, &encryption}) {
        key->info.state = KeyState::Active;
        key->info.activatedAt = now;
    }
    return std::vector{std::move(active), std::move(next), std::move(encryption)};
}

audit::Record created(const NewSigningKey& key) {
    audit::Record record;
    record.type = "KeyCreated";
    record.actor = {audit::ActorType::System, "saml", {}};
    record.target = {"key", key.info.kid, {}};
    record.data = {{"use", key.info.use}, {"alg", key.info.alg}};
    return record;
}

} // namespace

Result<std::shared_ptr<const Ring>> ringForSaml(store::Store& store, const KeyRing& keys, const TenantId& tenant,
                                                Time now) {
    TRY(ring, keys.ring(tenant));
    if (!ring->samlSigning.empty()) {
        return ring;
    }
    static std::mutex making; // a crowd that comes to new keys would make them once for each of it
    const std::lock_guard lock(making);
    TRY(again, keys.ring(tenant));
    if (!again->samlSigning.empty()) {
        return again;
    }
    TRY(made, firstKeys(keys, tenant, now));
    TRY(sealer, keys.sealerFor(tenant));
    ENSURE(store.write([&](store::Writer& writer) -> Status {
        TRY(there, gatehouse::keys::findInState(writer, tenant, kUseSaml, "RS256", KeyState::Active));
        if (there) {
            return {}; // somebody else was first
        }
        for (const NewSigningKey& key : made) {
            ENSURE(gatehouse::keys::insertKey(writer, key));
            ENSURE(audit::append(writer, sealer, tenant, created(key), now));
        }
        keys.forgetAfterCommit(writer, tenant);
        return {};
    }));
    return keys.ring(tenant);
}

} // namespace gatehouse::saml::keys
