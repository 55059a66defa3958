// SPDX-License-Identifier: Apache-2.0
#include "keys/key_ring.h"

#include <algorithm>

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"

namespace gatehouse::keys {

namespace {

constexpr std::string_view kMigration1 = R"sql(
CREATE TABLE key_check (
  id INTEGER NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) {table};
CREATE TABLE tenant_keys (
  tenant_id TEXT NOT NULL PRIMARY KEY REFERENCES tenants(id) ON DELETE CASCADE,
  wrapped_kek BLOB NOT NULL,
  wrapped_data_key BLOB NOT NULL,
  sealed_at INTEGER
) {table};
CREATE TABLE signing_keys (
  tenant_id TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,
  kid TEXT NOT NULL,
  key_use TEXT NOT NULL,
  alg TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  activated_at INTEGER,
  retired_at INTEGER,
  public_jwk TEXT NOT NULL,
  private_key BLOB NOT NULL,
  PRIMARY KEY (tenant_id, kid)
) {table};
CREATE UNIQUE INDEX signing_keys_one_active ON signing_keys (tenant_id, key_use) WHERE state = 'active';
)sql";

constexpr std::string_view kMigration2 = R"sql(
DROP INDEX signing_keys_one_active;
CREATE UNIQUE INDEX signing_keys_one_active ON signing_keys (tenant_id, key_use, alg) WHERE state = 'active';
ALTER TABLE signing_keys ADD COLUMN activate_at INTEGER;
ALTER TABLE signing_keys ADD COLUMN replaced_at INTEGER;
ALTER TABLE signing_keys ADD COLUMN longest_life INTEGER NOT NULL DEFAULT 0;
CREATE TABLE jwks_fetches (
  tenant_id TEXT NOT NULL REFERENCES tenants(id) ON DELETE CASCADE,
  version TEXT NOT NULL,
  app_id TEXT NOT NULL,
  known_by TEXT NOT NULL,
  kids TEXT NOT NULL,
  fetches INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  user_agent TEXT NOT NULL,
  PRIMARY KEY (tenant_id, version, app_id, known_by)
) {table};
)sql";

constexpr std::string_view kKekPurpose = "kek";

Bytes dataKeyContext(const TenantId& tenant) {
    return Bytes("gatehouse data key 1") + '\0' + tenant.text();
}

store::Place privateKeyPlace(std::string_view kid) {
    return {"signing_keys", kid, "private_key"};
}

constexpr auto kCertificateLife = std::chrono::hours(10 * 365 * 24);
constexpr auto kClockSlack = std::chrono::hours(24); ///< of partners that read our certificate

bool hasCertificate(std::string_view use) {
    return use == kUseSaml || use == kUseEncryption;
}

Result<crypto::PrivateKey> generatePrivate(std::string_view use, std::string_view alg) {
    if (use == kUseEncryption) {
        return crypto::PrivateKey::generate(crypto::KeyType::Rsa);
    }
    TRY(algorithm, jose::parseSignature(alg));
    return crypto::PrivateKey::generate(crypto::keyTypeFor(algorithm));
}

Result<NewSigningKey> makeKey(const store::Sealer& sealer, std::string_view use, std::string_view alg, KeyState state,
                              Time now) {
    TRY(key, generatePrivate(use, alg));
    NewSigningKey made;
    made.tenant = sealer.tenant();
    made.info.kid = jose::thumbprint(key.publicKey());
    made.info.use = use;
    made.info.alg = alg;
    made.info.state = state;
    made.info.createdAt = now;
    if (state == KeyState::Active) {
        made.info.activatedAt = now;
    }
    made.info.publicJwk =
        jose::toJwk(key.publicKey(), made.info.kid, use == kUseEncryption ? kUseEncryption : kUseTokens, alg);
    if (hasCertificate(use)) {
        TRY(certificate, crypto::selfSigned(key, "Gatehouse SAML " + made.info.kid.substr(0, 8), now - kClockSlack,
                                            now + kCertificateLife));
        made.info.publicJwk["x5c"] = json::toArray({base64Encode(certificate.der)});
    }
    made.sealedPrivate = sealer.seal(privateKeyPlace(made.info.kid), key.toPkcs8().reveal());
    return made;
}

std::string jwkSetText(json::Array keys) {
    return json::write(json::Object{{"keys", std::move(keys)}});
}

struct Row {
    std::string kid, use, alg, state, publicJwk;
    Bytes privateKey;
};

Result<crypto::PrivateKey> openPrivate(const store::Sealer& sealer, const Row& row) {
    TRY(der, sealer.open(privateKeyPlace(row.kid), row.privateKey));
    const Secret secret(std::move(der));
    return crypto::PrivateKey::fromPkcs8(secret.reveal());
}

Result<SigningKey> openKey(const store::Sealer& sealer, const Row& row) {
    TRY(key, openPrivate(sealer, row));
    TRY(algorithm, jose::parseSignature(row.alg));
    return SigningKey{row.kid, key, algorithm};
}

KeyState publishedState(std::string_view name) {
    return name == stateName(KeyState::Active) ? KeyState::Active
           : name == stateName(KeyState::Next) ? KeyState::Next
                                               : KeyState::Retiring;
}

Result<SamlKey> openSamlKey(const store::Sealer& sealer, const Row& row, const json::Object& jwk) {
    const auto chain = json::stringsMember(jwk, "x5c");
    if (!chain || chain->empty()) {
        return fail(Code::Internal, "keys.damaged", "a key for SAML without its certificate");
    }
    TRY(der, base64Decode(chain->front()));
    TRY(certificate, crypto::readCertificate(der));
    SamlKey out{row.kid, publishedState(row.state), std::move(certificate), std::nullopt};
    if (row.use == kUseEncryption || out.state == KeyState::Active) {
        TRY(key, openPrivate(sealer, row));
        out.key = std::move(key);
    }
    return out;
}

void sortByState(std::vector<SamlKey>& keys) {
    const auto rank = [](const SamlKey& key) {
        return key.state == KeyState::Active ? 0 : key.state == KeyState::Next ? 1 : 2;
    };
    std::stable_sort(keys.begin(), keys.end(), [&](const SamlKey& a, const SamlKey& b) { return rank(a) < rank(b); });
}

/// In the order of tokenAlgorithms(), so that the default is the first.
void sortByPreference(std::vector<SigningKey>& active) {
    const auto& order = tokenAlgorithms();
    std::sort(active.begin(), active.end(), [&](const SigningKey& a, const SigningKey& b) {
        return std::find(order.begin(), order.end(), a.algorithm) < std::find(order.begin(), order.end(), b.algorithm);
    });
}

Result<Ring> buildRing(const store::Sealer& sealer, const std::vector<Row>& rows) {
    Ring ring;
    json::Array tokens;
    json::Array checkpoints;
    for (const Row& row : rows) {
        TRY(object, json::parseObject(row.publicJwk));
        const bool isActive = row.state == stateName(KeyState::Active);
        if (hasCertificate(row.use)) {
            TRY(key, openSamlKey(sealer, row, object));
            (row.use == kUseSaml ? ring.samlSigning : ring.samlEncryption).push_back(std::move(key));
        } else if (row.use == kUseAudit) {
            checkpoints.push_back(object);
            if (isActive) {
                TRY(key, openKey(sealer, row));
                ring.checkpointKey = std::move(key);
            }
        } else {
            TRY(jwk, jose::parseJwk(object));
            ring.verification.push_back(std::move(jwk));
            tokens.push_back(object);
            ring.kids.append(ring.kids.empty() ? "" : " ").append(row.kid);
            if (isActive) {
                TRY(key, openKey(sealer, row));
                ring.active.push_back(std::move(key));
            }
        }
    }
    sortByState(ring.samlSigning);
    sortByState(ring.samlEncryption);
    if (ring.active.empty()) {
        return fail(Code::Internal, "keys.no_active");
    }
    sortByPreference(ring.active);
    ring.jwks = jwkSetText(std::move(tokens));
    ring.version = base64UrlEncode(crypto::sha256(ring.jwks).substr(0, 12));
    ring.checkpointJwks = jwkSetText(std::move(checkpoints));
    return ring;
}

} // namespace

const std::vector<store::Migration>& migrations() {
    static const std::vector<store::Migration> steps{{"keys", 1, kMigration1}, {"keys", 2, kMigration2}};
    return steps;
}

const std::vector<crypto::Signature>& tokenAlgorithms() {
    using crypto::Signature;
    static const std::vector<Signature> all{Signature::ES256, Signature::PS256, Signature::EdDSA, Signature::RS256};
    return all;
}

const SigningKey* Ring::find(crypto::Signature algorithm) const {
    const auto found =
        std::find_if(active.begin(), active.end(), [&](const SigningKey& key) { return key.algorithm == algorithm; });
    return found == active.end() ? nullptr : &*found;
}

bool Ring::publishes(std::string_view kid) const {
    return std::any_of(verification.begin(), verification.end(), [&](const jose::Jwk& key) { return key.kid == kid; });
}

struct KeyRing::Unlocked {
    store::Sealer sealer;
    Ring ring;
};

KeyRing::KeyRing(store::Store& store, MasterKey master)
    : m_store(store)
    , m_master(std::move(master)) {}

Result<std::unique_ptr<KeyRing>> KeyRing::open(store::Store& store, MasterKey master, Time now) {
    const Bytes check = master.checkValue();
    Bytes stored;
    const Status checked = store.write([&](store::Writer& writer) -> Status {
        ENSURE(writer.execute("INSERT INTO key_check (id, value) VALUES (1, $1) ON CONFLICT DO NOTHING",
                              {store::Arg::blob(check)}));
        return writer.query("SELECT value FROM key_check WHERE id = 1", {}, [&](const store::Row& row) {
            stored = row.blob(0);
            return false;
        });
    });
    ENSURE(checked);
    if (!crypto::constantTimeEqual(check, stored)) {
        return fail(Code::FailedPrecondition, "master_key.wrong", "this database was made under another master key");
    }
    std::unique_ptr<KeyRing> ring(new KeyRing(store, std::move(master)));
    const auto platform = ring->unlocked(platformTenant());
    if (!platform && platform.error().reason != "keys.not_found") {
        return tl::unexpected<Error>(platform.error());
    }
    if (!platform) {
        TRY(made, ring->generate(platformTenant(), now));
        ENSURE(store.write([&](store::Writer& writer) { return ring->insert(writer, made); }));
    }
    return ring;
}

Result<NewTenantKeys> KeyRing::generate(const TenantId& tenant, Time now) const {
    const Secret kek(crypto::randomBytes(crypto::kAeadKeySize));
    const Secret dataKey(crypto::randomBytes(crypto::kAeadKeySize));
    const store::Sealer sealer(tenant, dataKey);
    NewTenantKeys made;
    made.tenant = tenant;
    made.wrappedKek = m_master.wrap(tenant, kKekPurpose, kek.reveal());
    made.wrappedDataKey = crypto::aeadSeal(kek.reveal(), dataKey.reveal(), dataKeyContext(tenant));
    TRY(active, makeKey(sealer, kUseTokens, "ES256", KeyState::Active, now));
    TRY(next, makeKey(sealer, kUseTokens, "ES256", KeyState::Next, now));
    TRY(checkpoint, makeKey(sealer, kUseAudit, "EdDSA", KeyState::Active, now));
    made.signing = {std::move(active), std::move(next), std::move(checkpoint)};
    return made;
}

Status KeyRing::insert(store::Writer& writer, const NewTenantKeys& keys) const {
    TRY(added,
        writer.execute("INSERT INTO tenant_keys (tenant_id, wrapped_kek, wrapped_data_key, sealed_at) "
                       "VALUES ($1, $2, $3, NULL) ON CONFLICT DO NOTHING",
                       {keys.tenant.text(), store::Arg::blob(keys.wrappedKek), store::Arg::blob(keys.wrappedDataKey)}));
    if (added != 1) {
        return fail(Code::Conflict, "keys.exists");
    }
    for (const NewSigningKey& key : keys.signing) {
        ENSURE(insertKey(writer, key));
    }
    forgetAfterCommit(writer, keys.tenant);
    return {};
}

Result<store::Sealer> KeyRing::sealerOf(const NewTenantKeys& keys) const {
    TRY(kek, m_master.unwrap(keys.tenant, kKekPurpose, keys.wrappedKek));
    TRY(dataKey, crypto::aeadOpen(kek.reveal(), keys.wrappedDataKey, dataKeyContext(keys.tenant)));
    return store::Sealer(keys.tenant, Secret(std::move(dataKey)));
}

Result<store::Sealer> KeyRing::sealerFor(const TenantId& tenant) const {
    TRY(opened, unlocked(tenant));
    return opened->sealer;
}

Result<std::shared_ptr<const Ring>> KeyRing::ring(const TenantId& tenant) const {
    TRY(opened, unlocked(tenant));
    return std::shared_ptr<const Ring>(opened, &opened->ring);
}

Result<std::shared_ptr<const SigningKey>> KeyRing::signingKey(const TenantId& tenant,
                                                              std::optional<crypto::Signature> algorithm) const {
    TRY(opened, unlocked(tenant));
    const SigningKey* key = algorithm ? opened->ring.find(*algorithm) : &opened->ring.active.front();
    if (key == nullptr) {
        return fail(Code::InvalidArgument, "keys.algorithm_missing", jose::signatureName(*algorithm));
    }
    return std::shared_ptr<const SigningKey>(opened, key);
}

Result<std::shared_ptr<const std::string>> KeyRing::publicJwks(const TenantId& tenant) const {
    TRY(opened, unlocked(tenant));
    return std::shared_ptr<const std::string>(opened, &opened->ring.jwks);
}

Result<std::shared_ptr<const std::vector<jose::Jwk>>> KeyRing::verificationKeys(const TenantId& tenant) const {
    TRY(opened, unlocked(tenant));
    return std::shared_ptr<const std::vector<jose::Jwk>>(opened, &opened->ring.verification);
}

Result<NewSigningKey> KeyRing::generateKey(const TenantId& tenant, std::string_view use, std::string_view alg,
                                           Time now) const {
    const auto isTokenAlgorithm = [&] {
        const auto& known = tokenAlgorithms();
        return std::any_of(known.begin(), known.end(),
                           [&](crypto::Signature each) { return jose::signatureName(each) == alg; });
    };
    if (use != kUseTokens && use != kUseAudit && !hasCertificate(use)) {
        return fail(Code::InvalidArgument, "keys.use_unsupported");
    }
    if (use == kUseAudit        ? alg != "EdDSA"
        : use == kUseSaml       ? alg != "RS256"
        : use == kUseEncryption ? alg != kRsaOaep
                                : !isTokenAlgorithm()) {
        return fail(Code::InvalidArgument, "keys.algorithm_unsupported");
    }
    TRY(opened, unlocked(tenant));
    return makeKey(opened->sealer, use, alg, KeyState::Next, now);
}

void KeyRing::forgetAfterCommit(store::Writer& writer, const TenantId& tenant) const {
    writer.afterCommit([this, tenant] { m_unlocked.drop(tenant); });
}

Status KeyRing::setSealed(store::Writer& writer, const TenantId& tenant, bool sealed, Time now) const {
    const std::optional<std::int64_t> at = sealed ? std::optional<std::int64_t>(toMillis(now)) : std::nullopt;
    TRY(changed, writer.execute("UPDATE tenant_keys SET sealed_at = $1 WHERE tenant_id = $2", {at, tenant.text()}));
    if (changed != 1) {
        return fail(Code::NotFound, "keys.not_found");
    }
    forgetAfterCommit(writer, tenant);
    return {};
}

Result<std::shared_ptr<const KeyRing::Unlocked>> KeyRing::unlocked(const TenantId& tenant) const {
    return m_unlocked.get(tenant, [&] { return unlock(tenant); });
}

Result<KeyRing::Unlocked> KeyRing::unlock(const TenantId& tenant) const {
    bool found = false;
    bool sealed = false;
    Bytes wrappedKek;
    Bytes wrappedDataKey;
    std::vector<Row> rows;
    const Status read = m_store.read([&](store::Reader& reader) -> Status {
        ENSURE(reader.query("SELECT wrapped_kek, wrapped_data_key, sealed_at FROM tenant_keys WHERE tenant_id = $1",
                            {tenant.text()}, [&](const store::Row& row) {
                                found = true;
                                wrappedKek = row.blob(0);
                                wrappedDataKey = row.blob(1);
                                sealed = !row.isNull(2);
                                return false;
                            }));
        return reader.query(
            "SELECT kid, key_use, alg, state, public_jwk, private_key FROM signing_keys WHERE tenant_id = $1 "
            "AND state IN ('active', 'next', 'retiring') ORDER BY created_at DESC, kid",
            {tenant.text()}, [&](const store::Row& row) {
                rows.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                                std::string(row.text(3)), std::string(row.text(4)), Bytes(row.blob(5))});
                return true;
            });
    });
    ENSURE(read);
    if (!found) {
        return fail(Code::NotFound, "keys.not_found");
    }
    if (sealed) {
        return fail(Code::Unavailable, "tenant_sealed");
    }
    TRY(kek, m_master.unwrap(tenant, kKekPurpose, wrappedKek));
    auto dataKey = crypto::aeadOpen(kek.reveal(), wrappedDataKey, dataKeyContext(tenant));
    if (!dataKey) {
        return fail(Code::Internal, "keys.damaged", "the tenant's data key did not open");
    }
    store::Sealer sealer(tenant, Secret(*std::move(dataKey)));
    TRY(ring, buildRing(sealer, rows));
    return Unlocked{std::move(sealer), std::move(ring)};
}

} // namespace gatehouse::keys
