// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cache.h"
#include "base/ids.h"
#include "base/time.h"
#include "crypto/certificate.h"
#include "crypto/keys.h"
#include "jose/jwk.h"
#include "keys/master_key.h"
#include "keys/signing_keys.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::keys {

using gatehouse::platformTenant;

/// Tables key_check, tenant_keys and signing_keys; to be applied after those of tenants.
[[nodiscard]] const std::vector<store::Migration>& migrations();

/// A key ready to sign with.
struct SigningKey {
    std::string kid;
    crypto::PrivateKey key;
    crypto::Signature algorithm = crypto::Signature::ES256;
};

/// What tokens are signed with, the default first: ES256, PS256, EdDSA (Ed25519), RS256.
[[nodiscard]] const std::vector<crypto::Signature>& tokenAlgorithms();

/// A key for SAML with the certificate that partners know it by.
struct SamlKey {
    std::string kid;
    KeyState state = KeyState::Next;
    crypto::Certificate certificate;
    std::optional<crypto::PrivateKey> key; ///< of a signing key only while it is active
};

/// What a tenant signs with and publishes now. Does not change under the holder.
struct Ring {
    std::vector<SigningKey>
        active;          ///< sign tokens: one of each algorithm, in the order of tokenAlgorithms(); never empty
    std::string jwks;    ///< JWK Set text of active, next and retiring keys, ready to serve
    std::string version; ///< of that set: changes with it
    std::string kids;    ///< in that set, separated by spaces
    std::vector<jose::Jwk> verification;     ///< the same keys, to prove our own tokens with
    std::optional<SigningKey> checkpointKey; ///< Ed25519: signs the audit log's tree heads; never a token
    std::string checkpointJwks;              ///< JWK Set text of its public half
    // Empty until the tenant first speaks SAML (saml/keys). The active one first, then next, then retiring.
    std::vector<SamlKey> samlSigning;    ///< RSA
    std::vector<SamlKey> samlEncryption; ///< each opens what was encrypted to it

    /// The active key of an algorithm, or nullptr.
    [[nodiscard]] const SigningKey* find(crypto::Signature algorithm) const;
    [[nodiscard]] bool publishes(std::string_view kid) const;
};

/// All keys of one new tenant, made outside any transaction.
struct NewTenantKeys {
    TenantId tenant;
    Bytes wrappedKek;
    Bytes wrappedDataKey;
    std::vector<NewSigningKey> signing; ///< an active and a next ES256 key, an active Ed25519 checkpoint key
};

/// Unlocks the tenants' keys by the master key and keeps them parsed. Thread safe; the look-ups are a lock and a copy.
/// Issuer of the tenant `t`: ring(t). Issuer of the front door: ring(platformTenant()).
class KeyRing {
public:
    /// Compares the master key with the one this database was made under, or remembers it on the first start, and sees
    /// that the platform has its keys. `master_key.wrong`.
    static Result<std::unique_ptr<KeyRing>> open(store::Store& store, MasterKey master, Time now);

    /// New key-encryption key, data key and signing ring; no I/O. Then, with the tenant's row in the same transaction,
    /// insert().
    [[nodiscard]] Result<NewTenantKeys> generate(const TenantId& tenant, Time now) const;
    [[nodiscard]] Status insert(store::Writer& writer, const NewTenantKeys& keys) const;
    /// The sealer of keys that are not committed yet, for what else their transaction writes.
    [[nodiscard]] Result<store::Sealer> sealerOf(const NewTenantKeys& keys) const;

    /// Seals and opens the tenant's columns. `tenant_sealed` (Unavailable: 503), `keys.not_found`. Never a fallback.
    [[nodiscard]] Result<store::Sealer> sealerFor(const TenantId& tenant) const;
    /// The tenant's signing keys. The same errors.
    [[nodiscard]] Result<std::shared_ptr<const Ring>> ring(const TenantId& tenant) const;
    /// The active key of `algorithm`, or of the ring's default. `keys.algorithm_missing` (InvalidArgument).
    [[nodiscard]] Result<std::shared_ptr<const SigningKey>>
    signingKey(const TenantId& tenant, std::optional<crypto::Signature> algorithm = std::nullopt) const;
    [[nodiscard]] Result<std::shared_ptr<const std::string>> publicJwks(const TenantId& tenant) const;
    [[nodiscard]] Result<std::shared_ptr<const std::vector<jose::Jwk>>> verificationKeys(const TenantId& tenant) const;

    /// A new key, sealed for its tenant, made outside any transaction. `use` is "sig" with one of tokenAlgorithms(),
    /// "audit" with EdDSA, "saml" with RS256, or "enc" with RSA-OAEP. `keys.use_unsupported`,
    /// `keys.algorithm_unsupported`.
    [[nodiscard]] Result<NewSigningKey> generateKey(const TenantId& tenant, std::string_view use, std::string_view alg,
                                                    Time now) const;

    /// Drops what is cached for the tenant once the transaction has committed: after every function of signing_keys.h
    /// that takes a Writer, after setSealed, and after the tenant was deleted.
    void forgetAfterCommit(store::Writer& writer, const TenantId& tenant) const;
    /// Seals (nothing of the tenant opens any more) or unseals. Calls forgetAfterCommit itself. `keys.not_found`.
    [[nodiscard]] Status setSealed(store::Writer& writer, const TenantId& tenant, bool sealed, Time now) const;

private:
    struct Unlocked;
    KeyRing(store::Store& store, MasterKey master);
    [[nodiscard]] Result<std::shared_ptr<const Unlocked>> unlocked(const TenantId& tenant) const;
    [[nodiscard]] Result<Unlocked> unlock(const TenantId& tenant) const;

    store::Store& m_store;
    MasterKey m_master;
    mutable Cache<TenantId, Unlocked> m_unlocked;
};

} // namespace gatehouse::keys
