// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "base/encoding.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::crypto {

/// The key families that tokens use. A key has one, and an algorithm is only ever used with its own family.
enum class KeyType { Rsa, EcP256, EcP384, EcP521, Ed25519 };

/// Signature algorithms by their JOSE names (RFC 7518, RFC 8037).
enum class Signature { RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA };

/// What an RSA key has to be at least: Today 2048 bits; Legacy 1024, for what only reports on old documents.
enum class Strength { Today, Legacy };

/// A parsed public key, cheap to copy (shared). Parse once, keep, use often.
class PublicKey {
public:
    /// SubjectPublicKeyInfo, PEM or DER. `crypto.key_malformed`, or `crypto.key_weak` for RSA below 2048 or above 8192
    /// bits or a public exponent below 3.
    static Result<PublicKey> fromPem(std::string_view pem);
    static Result<PublicKey> fromRsa(BytesView modulus, BytesView exponent, Strength least = Strength::Today);
    /// Coordinates big-endian, exactly 32, 48 or 66 bytes; the point must be on the curve.
    static Result<PublicKey> fromEc(KeyType curve, BytesView x, BytesView y);
    static Result<PublicKey> fromEd25519(BytesView raw);

    [[nodiscard]] KeyType type() const;
    /// Of an RSA modulus, or of the curve.
    [[nodiscard]] int bits() const;
    [[nodiscard]] std::string toPem() const;
    /// Big-endian parts for a JWK: {n, e}, {x, y} or {x, ""}.
    struct Parts {
        Bytes first;
        Bytes second;
    };
    [[nodiscard]] Parts parts() const;
    /// True only for a valid signature by this key under this algorithm; ECDSA is r || s (RFC 7518, 3.4), never DER.
    [[nodiscard]] bool verify(Signature algorithm, BytesView message, BytesView signature) const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    friend class PrivateKey;
    explicit PublicKey(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl)) {}
    std::shared_ptr<const Impl> m_impl;
};

/// A parsed private key, cheap to copy (shared). Safe to use from several threads at once.
class PrivateKey {
public:
    static Result<PrivateKey> generate(KeyType type, int rsaBits = 2048);
    /// PKCS#8 in DER, unencrypted: what a sealed column holds.
    static Result<PrivateKey> fromPkcs8(BytesView der);
    static Result<PrivateKey> fromPem(std::string_view pem);
    /// From JWK parts: RSA needs n, e, d, p, q (big-endian); EC needs d, x, y; Ed25519 needs d.
    static Result<PrivateKey> fromRsa(BytesView n, BytesView e, BytesView d, BytesView p, BytesView q);
    static Result<PrivateKey> fromEc(KeyType curve, BytesView d, BytesView x, BytesView y);
    static Result<PrivateKey> fromEd25519(BytesView d);

    [[nodiscard]] KeyType type() const;
    [[nodiscard]] Secret toPkcs8() const;
    [[nodiscard]] PublicKey publicKey() const;
    /// ECDSA gives r || s. `crypto.alg_mismatch` if the algorithm is not of this key's family.
    [[nodiscard]] Result<Bytes> sign(Signature algorithm, BytesView message) const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    explicit PrivateKey(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl)) {}
    std::shared_ptr<const Impl> m_impl;
};

/// The family an algorithm belongs to.
[[nodiscard]] KeyType keyTypeFor(Signature algorithm);

} // namespace gatehouse::crypto
