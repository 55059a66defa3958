// SPDX-License-Identifier: Apache-2.0
#include "crypto/rsa_oaep.h"

#include <openssl/rsa.h>

#include "crypto/key_impl.h"
#include "crypto/random.h"

namespace gatehouse::crypto {
namespace {

const EVP_MD* digestOf(OaepHash hash) {
    return hash == OaepHash::Sha1 ? EVP_sha1() : EVP_sha256();
}

PkeyCtxPtr newContext(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*), Oaep oaep) {
    PkeyCtxPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    must(context != nullptr && init(context.get()) == 1 &&
             EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
             EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), digestOf(oaep.digest)) == 1 &&
             EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), digestOf(oaep.mgf)) == 1,
         "RSA-OAEP");
    return context;
}

} // namespace

Result<Bytes> rsaOaepEncrypt(const PublicKey& key, Oaep oaep, BytesView message) {
    if (key.type() != KeyType::Rsa) {
        return fail(Code::InvalidArgument, "crypto.alg_mismatch");
    }
    const ErrorScope errors;
    const PkeyCtxPtr context = newContext(key.impl().pkey.get(), EVP_PKEY_encrypt_init, oaep);
    Bytes out(key.impl().parts.first.size(), '\0');
    std::size_t length = out.size();
    if (EVP_PKEY_encrypt(context.get(), octets(out), &length, octets(message), message.size()) != 1 ||
        length != out.size()) {
        return fail(Code::InvalidArgument, "crypto.oaep_size");
    }
    return out;
}

Result<Secret> rsaOaepDecryptKey(const PrivateKey& key, Oaep oaep, BytesView ciphertext, std::size_t size) {
    if (key.type() != KeyType::Rsa) {
        return fail(Code::InvalidArgument, "crypto.alg_mismatch");
    }
    const ErrorScope errors;
    const PkeyCtxPtr context = newContext(key.impl().pkey.get(), EVP_PKEY_decrypt_init, oaep);
    const std::size_t modulusSize = key.publicKey().impl().parts.first.size();
    Secret random(randomBytes(size));
    Bytes out(modulusSize, '\0');
    std::size_t length = out.size();
    const bool good =
        ciphertext.size() == modulusSize &&
        EVP_PKEY_decrypt(context.get(), octets(out), &length, octets(ciphertext), ciphertext.size()) == 1 &&
        length == size;
    Secret found = Secret::copyOf(BytesView(out).substr(0, size));
    wipe(out);
    return good ? std::move(found) : std::move(random);
}

} // namespace gatehouse::crypto
