// SPDX-License-Identifier: Apache-2.0
#include "crypto/cbc_hmac.h"

#include <cstdint>

#include "base/secret.h"
#include "crypto/openssl.h"

namespace gatehouse::crypto {
namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kLongestMessage = std::size_t(1) << 30;

struct Suite {
    const EVP_CIPHER* cipher = nullptr;
    Digest digest = Digest::Sha256;
};

Suite suiteForKey(std::size_t keySize) {
    switch (keySize) {
    case 32:
        return {EVP_aes_128_cbc(), Digest::Sha256};
    case 48:
        return {EVP_aes_192_cbc(), Digest::Sha384};
    case 64:
        return {EVP_aes_256_cbc(), Digest::Sha512};
    default:
        return {};
    }
}

/// The first half of the HMAC over AAD || IV || ciphertext || bits of the AAD.
Bytes makeTag(const Suite& suite, BytesView key, BytesView nonce, BytesView ciphertext, BytesView associatedData) {
    Bytes input;
    input.reserve(associatedData.size() + nonce.size() + ciphertext.size() + 8);
    input.append(associatedData).append(nonce).append(ciphertext);
    const std::uint64_t bits = std::uint64_t(associatedData.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8) {
        input.push_back(char((bits >> shift) & 255));
    }
    Bytes mac = hmac(suite.digest, key.substr(0, key.size() / 2), input);
    mac.resize(key.size() / 2);
    return mac;
}

} // namespace

Result<AeadParts> aesCbcHmacEncrypt(BytesView key, BytesView nonce, BytesView plaintext, BytesView associatedData) {
    const Suite suite = suiteForKey(key.size());
    if (suite.cipher == nullptr || nonce.size() != kBlock || plaintext.size() > kLongestMessage ||
        associatedData.size() > kLongestMessage) {
        return fail(Code::InvalidArgument, "crypto.aead_size");
    }
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    must(context != nullptr, "EVP_CIPHER_CTX_new");
    AeadParts parts{Bytes(plaintext.size() + kBlock, '\0'), {}};
    int length = 0;
    int rest = 0;
    must(EVP_EncryptInit_ex2(context.get(), suite.cipher, octets(key.substr(key.size() / 2)), octets(nonce), nullptr) ==
                 1 &&
             EVP_EncryptUpdate(context.get(), octets(parts.ciphertext), &length, octets(plaintext),
                               int(plaintext.size())) == 1 &&
             EVP_EncryptFinal_ex(context.get(), octets(parts.ciphertext) + length, &rest) == 1,
         "AES-CBC");
    parts.ciphertext.resize(std::size_t(length) + std::size_t(rest));
    parts.tag = makeTag(suite, key, nonce, parts.ciphertext, associatedData);
    return parts;
}

Result<Bytes> aesCbcHmacDecrypt(BytesView key, BytesView nonce, BytesView ciphertext, BytesView tag,
                                BytesView associatedData) {
    const Suite suite = suiteForKey(key.size());
    if (suite.cipher == nullptr || nonce.size() != kBlock || tag.size() != key.size() / 2 || ciphertext.empty() ||
        ciphertext.size() % kBlock != 0 || ciphertext.size() > kLongestMessage ||
        associatedData.size() > kLongestMessage ||
        !constantTimeEqual(makeTag(suite, key, nonce, ciphertext, associatedData), tag)) {
        return fail(Code::InvalidArgument, "crypto.aead_open");
    }
    const ErrorScope errors;
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    must(context != nullptr, "EVP_CIPHER_CTX_new");
    Bytes plaintext(ciphertext.size() + kBlock, '\0');
    int length = 0;
    int rest = 0;
    must(EVP_DecryptInit_ex2(context.get(), suite.cipher, octets(key.substr(key.size() / 2)), octets(nonce), nullptr) ==
                 1 &&
             EVP_DecryptUpdate(context.get(), octets(plaintext), &length, octets(ciphertext), int(ciphertext.size())) ==
                 1,
         "AES-CBC");
    if (EVP_DecryptFinal_ex(context.get(), octets(plaintext) + length, &rest) != 1) {
        wipe(plaintext);
        return fail(Code::InvalidArgument, "crypto.aead_open");
    }
    plaintext.resize(std::size_t(length) + std::size_t(rest));
    return plaintext;
}

} // namespace gatehouse::crypto
