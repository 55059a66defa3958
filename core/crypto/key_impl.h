// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to crypto: what a key holds, and how keys are built from their parts. Whatever form a key came in, it ends
// as numbers that were checked, from which a fresh EVP_PKEY is built: there is one door.

#include <array>
#include <mutex>

#include "crypto/keys.h"
#include "crypto/openssl.h"

namespace gatehouse::crypto {

/// One line of the table of signature algorithms.
struct Scheme {
    KeyType type; ///< the family; one curve for ECDSA
    Digest digest;
    bool pss;
};
[[nodiscard]] const Scheme& schemeOf(Signature algorithm);

inline constexpr std::size_t kSignatures = 10;
inline constexpr std::size_t kEd25519Size = 32;

[[nodiscard]] bool isEc(KeyType type);
/// Bytes of a coordinate: 32, 48 or 66.
[[nodiscard]] std::size_t coordinateSize(KeyType curve);
/// OpenSSL's name of the curve.
[[nodiscard]] const char* curveName(KeyType curve);

/// One prepared operation context per algorithm, made at first use. A use copies it: that is far cheaper than
/// preparing.
class PreparedContexts {
public:
    using Init = int (*)(EVP_PKEY_CTX*);
    /// Safe from several threads.
    [[nodiscard]] PkeyCtxPtr copy(EVP_PKEY* key, Signature algorithm, Init init) const;

private:
    mutable std::array<std::once_flag, kSignatures> m_once;
    mutable std::array<PkeyCtxPtr, kSignatures> m_contexts;
};

struct PublicKey::Impl {
    KeyType type;
    PkeyPtr pkey;
    Parts parts;
    PreparedContexts prepared;
};

struct PrivateKey::Impl {
    Impl(KeyType keyType, PkeyPtr key, PublicKey half)
        : type(keyType)
        , pkey(std::move(key))
        , publicKey(std::move(half)) {}
    KeyType type;
    PkeyPtr pkey;
    PublicKey publicKey;
    PreparedContexts prepared;
};

/// An EVP_PKEY of the named type from parameters; null if OpenSSL refuses them.
[[nodiscard]] PkeyPtr buildKey(const char* type, int selection, OSSL_PARAM_BLD* builder);
/// `number` without leading zero bytes.
[[nodiscard]] BytesView trimmed(BytesView number);
/// A number of the key as big-endian bytes, `size` long (0: as short as it goes); empty if it has none.
[[nodiscard]] Bytes numberOf(const EVP_PKEY* key, const char* parameter, std::size_t size = 0);
/// The curve of an EC key, or false if it is none of ours.
[[nodiscard]] bool curveOf(const EVP_PKEY* key, KeyType& curve);
/// Ours of OpenSSL's, by its checked numbers. As PublicKey::fromPem().
[[nodiscard]] Result<PublicKey> publicKeyOf(const EVP_PKEY* key, Strength least = Strength::Today);
/// The decoded body of the only PEM block in `pem`; its label goes to `label`. Empty if there is not exactly one clear
/// block.
[[nodiscard]] Bytes decodePem(std::string_view pem, std::string& label);

} // namespace gatehouse::crypto
