// SPDX-License-Identifier: Apache-2.0
#include <openssl/core_names.h>

#include "crypto/key_impl.h"
#include "crypto/keys.h"

namespace gatehouse::crypto {
namespace {

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "crypto.key_malformed", detail);
}

Result<PrivateKey> fromPkey(const EVP_PKEY* key) {
    if (EVP_PKEY_is_a(key, "RSA") == 1) {
        const Secret d(numberOf(key, OSSL_PKEY_PARAM_RSA_D));
        const Secret p(numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR1));
        const Secret q(numberOf(key, OSSL_PKEY_PARAM_RSA_FACTOR2));
        return PrivateKey::fromRsa(numberOf(key, OSSL_PKEY_PARAM_RSA_N), numberOf(key, OSSL_PKEY_PARAM_RSA_E),
                                   d.reveal(), p.reveal(), q.reveal());
    }
    KeyType curve{};
    if (EVP_PKEY_is_a(key, "EC") == 1 && curveOf(key, curve)) {
        const std::size_t size = coordinateSize(curve);
        const Secret d(numberOf(key, OSSL_PKEY_PARAM_PRIV_KEY, size));
        return PrivateKey::fromEc(curve, d.reveal(), numberOf(key, OSSL_PKEY_PARAM_EC_PUB_X, size),
                                  numberOf(key, OSSL_PKEY_PARAM_EC_PUB_Y, size));
    }
    if (EVP_PKEY_is_a(key, "ED25519") == 1) {
        Bytes raw(kEd25519Size, '\0');
        std::size_t length = raw.size();
        const bool got = EVP_PKEY_get_raw_private_key(key, octets(raw), &length) == 1 && length == raw.size();
        const Secret d(std::move(raw));
        if (got) {
            return PrivateKey::fromEd25519(d.reveal());
        }
    }
    return malformed("a type of key that is not used here");
}

/// n = p q, and d inverts e modulo p - 1 and q - 1. Gives the CRT numbers, or false.
struct RsaNumbers {
    BnPtr n, e, d, p, q, dp, dq, qInverse;
};
bool completeRsa(RsaNumbers& rsa) {
    const BnCtxPtr context(BN_CTX_secure_new());
    must(context != nullptr, "BN_CTX_secure_new");
    const BnPtr pMinus1(BN_dup(rsa.p.get()));
    const BnPtr qMinus1(BN_dup(rsa.q.get()));
    const BnPtr product = newNumber();
    rsa.dp = newNumber();
    rsa.dq = newNumber();
    for (BIGNUM* secret : {rsa.d.get(), rsa.p.get(), rsa.q.get(), pMinus1.get(), qMinus1.get()}) {
        BN_set_flags(secret, BN_FLG_CONSTTIME);
    }
    if (BN_num_bits(rsa.p.get()) < 2 || BN_num_bits(rsa.q.get()) < 2 ||
        BN_mul(product.get(), rsa.p.get(), rsa.q.get(), context.get()) != 1 ||
        BN_cmp(product.get(), rsa.n.get()) != 0 || BN_sub_word(pMinus1.get(), 1) != 1 ||
        BN_sub_word(qMinus1.get(), 1) != 1 ||
        BN_div(nullptr, rsa.dp.get(), rsa.d.get(), pMinus1.get(), context.get()) != 1 ||
        BN_div(nullptr, rsa.dq.get(), rsa.d.get(), qMinus1.get(), context.get()) != 1 ||
        BN_mod_mul(product.get(), rsa.dp.get(), rsa.e.get(), pMinus1.get(), context.get()) != 1 ||
        !BN_is_one(product.get()) ||
        BN_mod_mul(product.get(), rsa.dq.get(), rsa.e.get(), qMinus1.get(), context.get()) != 1 ||
        !BN_is_one(product.get())) {
        return false;
    }
    rsa.qInverse.reset(BN_mod_inverse(nullptr, rsa.q.get(), rsa.p.get(), context.get()));
    return rsa.qInverse != nullptr;
}

} // namespace

Result<PrivateKey> PrivateKey::generate(KeyType type, int rsaBits) {
    const ErrorScope errors;
    EVP_PKEY* key = nullptr;
    switch (type) {
    case KeyType::Rsa:
        if (rsaBits < 2048 || rsaBits > 8192) {
            return fail(Code::InvalidArgument, "crypto.key_weak", "RSA of 2048 to 8192 bits");
        }
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t(rsaBits));
        break;
    case KeyType::EcP256:
    case KeyType::EcP384:
    case KeyType::EcP521:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curveName(type));
        break;
    case KeyType::Ed25519:
        key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
        break;
    }
    const PkeyPtr owned(key);
    if (owned == nullptr) {
        return fail(Code::Internal, "crypto.key_generate");
    }
    return fromPkey(owned.get());
}

Result<PrivateKey> PrivateKey::fromPkcs8(BytesView der) {
    const ErrorScope errors;
    const unsigned char* at = octets(der);
    const Pkcs8Ptr info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, long(der.size())));
    if (info == nullptr || at != octets(der) + der.size()) {
        return malformed("not a PKCS#8 PrivateKeyInfo");
    }
    const PkeyPtr key(EVP_PKCS82PKEY(info.get()));
    if (key == nullptr) {
        return malformed("PKCS#8 content");
    }
    return fromPkey(key.get());
}

Result<PrivateKey> PrivateKey::fromPem(std::string_view pem) {
    const ErrorScope errors;
    std::string label;
    const Secret der(decodePem(pem, label));
    if (label == "PRIVATE KEY") {
        return fromPkcs8(der.reveal());
    }
    if (label != "RSA PRIVATE KEY" && label != "EC PRIVATE KEY") {
        return malformed("not exactly one PRIVATE KEY block in clear");
    }
    const unsigned char* at = octets(der.reveal());
    const PkeyPtr key(d2i_PrivateKey(label == "RSA PRIVATE KEY" ? EVP_PKEY_RSA : EVP_PKEY_EC, nullptr, &at,
                                     long(der.reveal().size())));
    if (key == nullptr || at != octets(der.reveal()) + der.reveal().size()) {
        return malformed(label);
    }
    return fromPkey(key.get());
}

Result<PrivateKey> PrivateKey::fromRsa(BytesView n, BytesView e, BytesView d, BytesView p, BytesView q) {
    const ErrorScope errors;
    TRY(publicKey, PublicKey::fromRsa(n, e));
    const std::size_t limit = trimmed(n).size();
    if (d.size() > limit + 8 || p.size() > limit || q.size() > limit) {
        return malformed("RSA numbers too long");
    }
    RsaNumbers rsa{toNumber(n), toNumber(e), toNumber(d), toNumber(p), toNumber(q), nullptr, nullptr, nullptr};
    if (!completeRsa(rsa)) {
        return malformed("the RSA numbers do not belong together");
    }
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    const auto push = [&](const char* name, const BnPtr& number) {
        return OSSL_PARAM_BLD_push_BN(builder.get(), name, number.get()) == 1;
    };
    must(builder != nullptr && push(OSSL_PKEY_PARAM_RSA_N, rsa.n) && push(OSSL_PKEY_PARAM_RSA_E, rsa.e) &&
             push(OSSL_PKEY_PARAM_RSA_D, rsa.d) && push(OSSL_PKEY_PARAM_RSA_FACTOR1, rsa.p) &&
             push(OSSL_PKEY_PARAM_RSA_FACTOR2, rsa.q) && push(OSSL_PKEY_PARAM_RSA_EXPONENT1, rsa.dp) &&
             push(OSSL_PKEY_PARAM_RSA_EXPONENT2, rsa.dq) && push(OSSL_PKEY_PARAM_RSA_COEFFICIENT1, rsa.qInverse),
         "RSA parameters");
    PkeyPtr pkey = buildKey("RSA", EVP_PKEY_KEYPAIR, builder.get());
    if (pkey == nullptr) {
        return malformed("RSA");
    }
    return PrivateKey(std::make_shared<Impl>(KeyType::Rsa, std::move(pkey), std::move(publicKey)));
}

Result<PrivateKey> PrivateKey::fromEc(KeyType curve, BytesView d, BytesView x, BytesView y) {
    const ErrorScope errors;
    TRY(publicKey, PublicKey::fromEc(curve, x, y));
    if (d.size() != coordinateSize(curve)) {
        return malformed("a private number of a wrong length");
    }
    Bytes point(1, '\x04');
    point.append(x).append(y);
    const BnPtr number = toNumber(d);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    const ParamBuilderPtr builder(OSSL_PARAM_BLD_new());
    must(builder != nullptr &&
             OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, curveName(curve), 0) == 1 &&
             OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) ==
                 1 &&
             OSSL_PARAM_BLD_push_BN_pad(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get(), d.size()) == 1,
         "EC parameters");
    PkeyPtr pkey = buildKey("EC", EVP_PKEY_KEYPAIR, builder.get());
    const PkeyCtxPtr check(pkey ? EVP_PKEY_CTX_new_from_pkey(nullptr, pkey.get(), nullptr) : nullptr);
    if (check == nullptr || EVP_PKEY_private_check(check.get()) != 1 || EVP_PKEY_pairwise_check(check.get()) != 1) {
        return malformed("the private number does not belong to the point");
    }
    return PrivateKey(std::make_shared<Impl>(curve, std::move(pkey), std::move(publicKey)));
}

Result<PrivateKey> PrivateKey::fromEd25519(BytesView d) {
    const ErrorScope errors;
    if (d.size() != kEd25519Size) {
        return malformed("an Ed25519 key of a wrong length");
    }
    PkeyPtr pkey(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(d), d.size()));
    Bytes raw(kEd25519Size, '\0');
    std::size_t length = raw.size();
    if (pkey == nullptr || EVP_PKEY_get_raw_public_key(pkey.get(), octets(raw), &length) != 1) {
        return malformed("Ed25519");
    }
    TRY(publicKey, PublicKey::fromEd25519(raw));
    return PrivateKey(std::make_shared<Impl>(KeyType::Ed25519, std::move(pkey), std::move(publicKey)));
}

KeyType PrivateKey::type() const {
    return m_impl->type;
}

PublicKey PrivateKey::publicKey() const {
    return m_impl->publicKey;
}

Secret PrivateKey::toPkcs8() const {
    const Pkcs8Ptr info(EVP_PKEY2PKCS8(m_impl->pkey.get()));
    unsigned char* raw = nullptr;
    const int length = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &raw) : -1;
    must(length > 0, "i2d_PKCS8_PRIV_KEY_INFO");
    Secret secret(std::string(reinterpret_cast<char*>(raw), std::size_t(length)));
    OPENSSL_clear_free(raw, std::size_t(length));
    return secret;
}

} // namespace gatehouse::crypto
