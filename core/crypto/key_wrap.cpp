// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_wrap.h"

#include "crypto/openssl.h"

namespace gatehouse::crypto {
namespace {

constexpr std::size_t kBlock = 8;
constexpr std::size_t kLongestKey = 512;

const EVP_CIPHER* wrapForKey(std::size_t keySize) {
    switch (keySize) {
    case 16:
        return EVP_aes_128_wrap();
    case 24:
        return EVP_aes_192_wrap();
    case 32:
        return EVP_aes_256_wrap();
    default:
        return nullptr;
    }
}

CipherCtxPtr newContext() {
    CipherCtxPtr context(EVP_CIPHER_CTX_new());
    must(context != nullptr, "EVP_CIPHER_CTX_new");
    EVP_CIPHER_CTX_set_flags(context.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
    return context;
}

} // namespace

Result<Bytes> aesKeyWrap(BytesView wrappingKey, BytesView key) {
    const EVP_CIPHER* cipher = wrapForKey(wrappingKey.size());
    if (cipher == nullptr || key.size() < 2 * kBlock || key.size() > kLongestKey || key.size() % kBlock != 0) {
        return fail(Code::InvalidArgument, "crypto.key_wrap");
    }
    const ErrorScope errors;
    const CipherCtxPtr context = newContext();
    Bytes wrapped(key.size() + kBlock, '\0');
    int length = 0;
    int rest = 0;
    must(EVP_EncryptInit_ex2(context.get(), cipher, octets(wrappingKey), nullptr, nullptr) == 1 &&
             EVP_EncryptUpdate(context.get(), octets(wrapped), &length, octets(key), int(key.size())) == 1 &&
             EVP_EncryptFinal_ex(context.get(), octets(wrapped) + length, &rest) == 1 &&
             std::size_t(length) + std::size_t(rest) == wrapped.size(),
         "AES key wrap");
    return wrapped;
}

Result<Secret> aesKeyUnwrap(BytesView wrappingKey, BytesView wrapped) {
    const EVP_CIPHER* cipher = wrapForKey(wrappingKey.size());
    if (cipher == nullptr || wrapped.size() < 3 * kBlock || wrapped.size() > kLongestKey + kBlock ||
        wrapped.size() % kBlock != 0) {
        return fail(Code::InvalidArgument, "crypto.key_unwrap");
    }
    const ErrorScope errors;
    const CipherCtxPtr context = newContext();
    Bytes key(wrapped.size(), '\0'); // room for what OpenSSL writes before it judges
    int length = 0;
    int rest = 0;
    must(EVP_DecryptInit_ex2(context.get(), cipher, octets(wrappingKey), nullptr, nullptr) == 1, "AES key unwrap");
    const bool good =
        EVP_DecryptUpdate(context.get(), octets(key), &length, octets(wrapped), int(wrapped.size())) == 1 &&
        std::size_t(length) == wrapped.size() - kBlock &&
        EVP_DecryptFinal_ex(context.get(), octets(key) + length, &rest) == 1 && rest == 0;
    if (!good) {
        wipe(key);
        return fail(Code::InvalidArgument, "crypto.key_unwrap");
    }
    key.resize(std::size_t(length));
    return Secret(std::move(key));
}

} // namespace gatehouse::crypto
