// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <openssl/rsa.h>

#include "crypto/ecdsa_form.h"
#include "crypto/key_impl.h"
#include "crypto/keys.h"

namespace gatehouse::crypto {
namespace {

/// In the order of enum Signature.
constexpr std::array<Scheme, kSignatures> kSchemes{{
    {KeyType::Rsa, Digest::Sha256, false},     // RS256
    {KeyType::Rsa, Digest::Sha384, false},     // RS384
    {KeyType::Rsa, Digest::Sha512, false},     // RS512
    {KeyType::Rsa, Digest::Sha256, true},      // PS256
    {KeyType::Rsa, Digest::Sha384, true},      // PS384
    {KeyType::Rsa, Digest::Sha512, true},      // PS512
    {KeyType::EcP256, Digest::Sha256, false},  // ES256
    {KeyType::EcP384, Digest::Sha384, false},  // ES384
    {KeyType::EcP521, Digest::Sha512, false},  // ES512
    {KeyType::Ed25519, Digest::Sha512, false}, // EdDSA, which hashes by itself
}};

constexpr std::size_t kEd25519SignatureSize = 64;

bool verifyEd25519(EVP_PKEY* key, BytesView message, BytesView signature) {
    const MdCtxPtr context(EVP_MD_CTX_new());
    must(context != nullptr &&
             EVP_DigestVerifyInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, key, nullptr) == 1,
         "EVP_DigestVerifyInit");
    return EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(message), message.size()) == 1;
}

Bytes signEd25519(EVP_PKEY* key, BytesView message) {
    const MdCtxPtr context(EVP_MD_CTX_new());
    Bytes out(kEd25519SignatureSize, '\0');
    std::size_t length = out.size();
    must(context != nullptr &&
             EVP_DigestSignInit_ex(context.get(), nullptr, nullptr, nullptr, nullptr, key, nullptr) == 1 &&
             EVP_DigestSign(context.get(), octets(out), &length, octets(message), message.size()) == 1 &&
             length == out.size(),
         "EVP_DigestSign");
    return out;
}

} // namespace

const Scheme& schemeOf(Signature algorithm) {
    return kSchemes[std::size_t(algorithm)];
}

KeyType keyTypeFor(Signature algorithm) {
    return schemeOf(algorithm).type;
}

PkeyCtxPtr PreparedContexts::copy(EVP_PKEY* key, Signature algorithm, Init init) const {
    const auto index = std::size_t(algorithm);
    std::call_once(m_once[index], [&] {
        const Scheme& scheme = schemeOf(algorithm);
        PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
        must(context != nullptr && init(context.get()) == 1, "EVP_PKEY_sign_init or EVP_PKEY_verify_init");
        must(EVP_PKEY_CTX_set_signature_md(context.get(), digestAlgorithm(scheme.digest)) == 1, "signature digest");
        if (scheme.type == KeyType::Rsa) {
            const int padding = scheme.pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING;
            must(EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) == 1, "RSA padding");
            // RFC 7518, 3.5: the salt is as long as the digest, and MGF1 uses the same digest.
            must(!scheme.pss || (EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), RSA_PSS_SALTLEN_DIGEST) == 1 &&
                                 EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), digestAlgorithm(scheme.digest)) == 1),
                 "RSA-PSS parameters");
        }
        m_contexts[index] = std::move(context);
    });
    PkeyCtxPtr copied(EVP_PKEY_CTX_dup(m_contexts[index].get()));
    must(copied != nullptr, "EVP_PKEY_CTX_dup");
    return copied;
}

bool PublicKey::verify(Signature algorithm, BytesView message, BytesView signature) const {
    const Scheme& scheme = schemeOf(algorithm);
    if (scheme.type != m_impl->type) {
        return false;
    }
    const ErrorScope errors;
    EVP_PKEY* key = m_impl->pkey.get();
    if (scheme.type == KeyType::Ed25519) {
        return signature.size() == kEd25519SignatureSize && verifyEd25519(key, message, signature);
    }
    EcdsaDer der;
    const unsigned char* proof = octets(signature);
    std::size_t proofSize = signature.size();
    if (isEc(scheme.type)) {
        const std::size_t half = coordinateSize(scheme.type);
        if (signature.size() != 2 * half) {
            return false;
        }
        der = ecdsaToDer(signature, half);
        proof = der.bytes.data();
        proofSize = der.size;
    } else if (signature.size() != m_impl->parts.first.size()) {
        return false;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    const std::size_t digestLength = hashInto(scheme.digest, message, digest.data());
    const PkeyCtxPtr context = m_impl->prepared.copy(key, algorithm, EVP_PKEY_verify_init);
    return EVP_PKEY_verify(context.get(), proof, proofSize, digest.data(), digestLength) == 1;
}

Result<Bytes> PrivateKey::sign(Signature algorithm, BytesView message) const {
    const Scheme& scheme = schemeOf(algorithm);
    if (scheme.type != m_impl->type) {
        return fail(Code::InvalidArgument, "crypto.alg_mismatch");
    }
    const ErrorScope errors;
    EVP_PKEY* key = m_impl->pkey.get();
    if (scheme.type == KeyType::Ed25519) {
        return signEd25519(key, message);
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    const std::size_t digestLength = hashInto(scheme.digest, message, digest.data());
    const PkeyCtxPtr context = m_impl->prepared.copy(key, algorithm, EVP_PKEY_sign_init);
    if (scheme.type == KeyType::Rsa) {
        Bytes out(m_impl->publicKey.impl().parts.first.size(), '\0');
        std::size_t length = out.size();
        if (EVP_PKEY_sign(context.get(), octets(out), &length, digest.data(), digestLength) != 1 ||
            length != out.size()) {
            return fail(Code::Internal, "crypto.sign");
        }
        return out;
    }
    const std::size_t half = coordinateSize(scheme.type);
    EcdsaDer der;
    der.size = der.bytes.size();
    Bytes out(2 * half, '\0');
    if (EVP_PKEY_sign(context.get(), der.bytes.data(), &der.size, digest.data(), digestLength) != 1 ||
        !ecdsaFromDer(BytesView(reinterpret_cast<const char*>(der.bytes.data()), der.size), half, octets(out))) {
        return fail(Code::Internal, "crypto.sign");
    }
    return out;
}

} // namespace gatehouse::crypto
