// SPDX-License-Identifier: Apache-2.0
#include "crypto/aes_cbc.h"

#include "base/secret.h"
#include "crypto/openssl.h"

namespace gatehouse::crypto {
namespace {

constexpr std::size_t kBlock = 16;
constexpr std::size_t kLongest = std::size_t(1) << 30;

const EVP_CIPHER* cipherFor(std::size_t keySize) {
    switch (keySize) {
    case 16:
        return EVP_aes_128_cbc();
    case 24:
        return EVP_aes_192_cbc();
    case 32:
        return EVP_aes_256_cbc();
    default:
        return nullptr;
    }
}

} // namespace

Result<Bytes> aesCbcDecrypt(BytesView key, BytesView iv, BytesView ciphertext) {
    const EVP_CIPHER* cipher = cipherFor(key.size());
    if (cipher == nullptr || iv.size() != kBlock || ciphertext.empty() || ciphertext.size() % kBlock != 0 ||
        ciphertext.size() > kLongest) {
        return fail(Code::InvalidArgument, "crypto.cbc");
    }
    const CipherCtxPtr context(EVP_CIPHER_CTX_new());
    must(context != nullptr, "EVP_CIPHER_CTX_new");
    Bytes plaintext(ciphertext.size() + kBlock, '\0');
    int length = 0;
    int rest = 0;
    must(EVP_DecryptInit_ex2(context.get(), cipher, octets(key), octets(iv), nullptr) == 1 &&
             EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
             EVP_DecryptUpdate(context.get(), octets(plaintext), &length, octets(ciphertext), int(ciphertext.size())) ==
                 1 &&
             EVP_DecryptFinal_ex(context.get(), octets(plaintext) + length, &rest) == 1,
         "AES-CBC");
    plaintext.resize(std::size_t(length) + std::size_t(rest));
    const auto added = std::size_t(static_cast<unsigned char>(plaintext.back()));
    if (added == 0 || added > kBlock) {
        wipe(plaintext);
        return fail(Code::InvalidArgument, "crypto.cbc");
    }
    plaintext.resize(plaintext.size() - added);
    return plaintext;
}

} // namespace gatehouse::crypto
