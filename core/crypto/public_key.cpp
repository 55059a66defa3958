// SPDX-License-Identifier: Apache-2.0
#include <openssl/core_names.h>

#include "crypto/key_impl.h"
#include "crypto/keys.h"
#include "crypto/weak_key.h"

namespace gatehouse::crypto {
namespace {

constexpr int kSmallestModulus = 2048;
constexpr int kSmallestLegacyModulus = 1024;
constexpr int kLargestModulus = 8192;
/// A longer exponent makes each verification slow, which is the attacker's gain, not the signer's.
constexpr int kLongestExponent = 64;

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "crypto.key_malformed", detail);
}

} // namespace

Result<PublicKey> publicKeyOf(const EVP_PKEY* key, Strength least) {
    if (EVP_PKEY_is_a(key, "RSA") == 1) {
        return PublicKey::fromRsa(numberOf(key, OSSL_PKEY_PARAM_RSA_N), numberOf(key, OSSL_PKEY_PARAM_RSA_E), least);
    }
    KeyType curve{};
    if (EVP_PKEY_is_a(key, "EC") == 1 && curveOf(key, curve)) {
        const std::size_t size = coordinateSize(curve);
        return PublicKey::fromEc(curve, numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, size),
                                 numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, size));
    }
    if (EVP_PKEY_is_a(key, "ED25519") == 1) {
        Bytes raw(kEd25519Size, '\0');
        std::size_t length = raw.size();
        if (EVP_PKEY_get_raw_public_key(key, octets(raw), &length) == 1 && length == raw.size()) {
            return PublicKey::fromEd25519(raw);
        }
    }
    return malformed("a type of key that is not used here");
}

Result<PublicKey> PublicKey::fromPem(std::string_view pem) {
    const ErrorScope errors;
    Bytes der(pem);
    if (pem.empty() || pem.front() != '\x30') {
        std::string label;
        der = decodePem(pem, label);
        if (label != "PUBLIC KEY") {
            return malformed("not exactly one PUBLIC KEY block");
        }
    }
    const unsigned char* at = octets(BytesView(der));
    const PkeyPtr key(d2i_PUBKEY(nullptr, &at, long(der.size())));
    if (key == nullptr || at != octets(BytesView(der)) + der.size()) {
        return malformed("not a SubjectPublicKeyInfo");
    }
    return publicKeyOf(key.get());
}

Result<PublicKey> PublicKey::fromRsa(BytesView modulus, BytesView exponent, Strength least) {
    modulus = trimmed(modulus);
    exponent = trimmed(exponent);
    if (modulus.empty() || exponent.empty()) {
        return malformed("an RSA number is missing");
    }
    if (modulus.size() > kLargestModulus / 8 || exponent.size() > kLongestExponent / 8) {
        return fail(Code::InvalidArgument, "crypto.key_weak", "RSA numbers too large");
    }
    const BnPtr n = toNumber(modulus);
    const BnPtr e = toNumber(exponent);
    const int smallest = least == Strength::Today ? kSmallestModulus : kSmallestLegacyModulus;
    if (BN_num_bits(n.get()) < smallest || BN_is_odd(n.get()) == 0 || BN_is_odd(e.get()) == 0 || BN_is_one(e.get()) ||
        isWeakModulus(n.get())) {
        return fail(Code::InvalidArgument, "crypto.key_weak", "RSA modulus or exponent");
    }
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    must(builder != nullptr && OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) == 1 &&
             OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) == 1,
         "RSA parameters");
    auto impl = std::make_shared<Impl>();
    impl->type = KeyType::Rsa;
    impl->pkey = buildKey("RSA", EVP_PKEY_PUBLIC_KEY, builder.get());
    impl->parts = {Bytes(modulus), Bytes(exponent)};
    if (impl->pkey == nullptr) {
        return malformed("RSA");
    }
    return PublicKey(std::move(impl));
}

Result<PublicKey> PublicKey::fromEc(KeyType curve, BytesView x, BytesView y) {
    if (!isEc(curve) || x.size() != coordinateSize(curve) || y.size() != coordinateSize(curve)) {
        return malformed("coordinates of a wrong length");
    }
    Bytes point(1, '\x04');
    point.append(x).append(y);
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    must(builder != nullptr &&
             OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curveName(curve), 0) == 1 &&
             OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) == 1,
         "EC parameters");
    auto impl = std::make_shared<Impl>();
    impl->type = curve;
    impl->pkey = buildKey("EC", EVP_PKEY_PUBLIC_KEY, builder.get()); // refuses a point that is not on the curve
    impl->parts = {Bytes(x), Bytes(y)};
    if (impl->pkey == nullptr) {
        return malformed("the point is not on the curve");
    }
    return PublicKey(std::move(impl));
}

Result<PublicKey> PublicKey::fromEd25519(BytesView raw) {
    if (isBadEd25519Point(raw)) {
        return malformed("no usable Ed25519 point");
    }
    auto impl = std::make_shared<Impl>();
    impl->type = KeyType::Ed25519;
    impl->pkey.reset(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(raw), raw.size()));
    impl->parts = {Bytes(raw), Bytes()};
    if (impl->pkey == nullptr) {
        const ErrorScope errors;
        return malformed("Ed25519");
    }
    return PublicKey(std::move(impl));
}

KeyType PublicKey::type() const {
    return m_impl->type;
}

int PublicKey::bits() const {
    return EVP_PKEY_get_bits(m_impl->pkey.get());
}

PublicKey::Parts PublicKey::parts() const {
    return m_impl->parts;
}

std::string PublicKey::toPem() const {
    constexpr std::size_t kLine = 64;
    unsigned char* raw = nullptr;
    const int length = i2d_PUBKEY(m_impl->pkey.get(), &raw);
    must(length > 0, "i2d_PUBKEY");
    const std::string body = base64Encode(BytesView(reinterpret_cast<char*>(raw), std::size_t(length)));
    OPENSSL_free(raw);
    std::string pem = "-----BEGIN PUBLIC KEY-----\n";
    for (std::size_t at = 0; at < body.size(); at += kLine) {
        pem.append(body, at, kLine).push_back('\n');
    }
    return pem.append("-----END PUBLIC KEY-----\n");
}

} // namespace gatehouse::crypto
