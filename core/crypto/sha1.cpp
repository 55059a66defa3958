// SPDX-License-Identifier: Apache-2.0
#include "crypto/sha1.h"

#include <openssl/rsa.h>

#include "crypto/key_impl.h"

namespace gatehouse::crypto {

Bytes sha1(BytesView data) {
    Bytes out(20, '\0');
    unsigned int length = 0;
    must(EVP_Digest(data.data(), data.size(), octets(out), &length, EVP_sha1(), nullptr) == 1 && length == out.size(),
         "SHA-1");
    return out;
}

bool verifyRsaSha1(const PublicKey& key, BytesView message, BytesView signature) {
    if (key.type() != KeyType::Rsa) {
        return false;
    }
    const ErrorScope errors;
    const Bytes digest = sha1(message);
    const PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.impl().pkey.get(), nullptr));
    must(context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 &&
             EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
             EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha1()) == 1,
         "RSA with SHA-1");
    return EVP_PKEY_verify(context.get(), octets(signature), signature.size(), octets(digest), digest.size()) == 1;
}

Result<Bytes> signRsaSha1(const PrivateKey& key, BytesView message) {
    if (key.type() != KeyType::Rsa) {
        return fail(Code::InvalidArgument, "crypto.alg_mismatch");
    }
    const ErrorScope errors;
    const Bytes digest = sha1(message);
    const PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.impl().pkey.get(), nullptr));
    must(context != nullptr && EVP_PKEY_sign_init(context.get()) == 1 &&
             EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
             EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha1()) == 1,
         "RSA with SHA-1");
    Bytes out(key.publicKey().parts().first.size(), '\0');
    std::size_t length = out.size();
    if (EVP_PKEY_sign(context.get(), octets(out), &length, octets(digest), digest.size()) != 1 ||
        length != out.size()) {
        return fail(Code::Internal, "crypto.sign");
    }
    return out;
}

} // namespace gatehouse::crypto
