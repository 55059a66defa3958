// SPDX-License-Identifier: Apache-2.0
#include "crypto/aead.h"

#include <array>

#include "base/secret.h"
#include "crypto/openssl.h"
#include "crypto/random.h"

namespace gatehouse::crypto {
namespace {

/// Well below what EVP's int lengths and GCM's 2^36 bytes a nonce allow.
constexpr std::size_t kLongestMessage = std::size_t(1) << 30;

const EVP_CIPHER* fetchCipher(const char* name) {
    const EVP_CIPHER* cipher = EVP_CIPHER_fetch(nullptr, name, nullptr);
    must(cipher != nullptr, "EVP_CIPHER_fetch");
    return cipher;
}

const EVP_CIPHER* gcmForKey(std::size_t keySize) {
    static const std::array<const EVP_CIPHER*, 3> ciphers{fetchCipher("AES-128-GCM"), fetchCipher("AES-192-GCM"),
                                                          fetchCipher("AES-256-GCM")};
    switch (keySize) {
    case 16:
        return ciphers[0];
    case 24:
        return ciphers[1];
    case 32:
        return ciphers[2];
    default:
        return nullptr;
    }
}

/// This thread's context, without a key again when the scope ends.
class CipherScope {
public:
    CipherScope()
        : m_context(threadContext()) {}
    CipherScope(const CipherScope&) = delete;
    CipherScope& operator=(const CipherScope&) = delete;
    ~CipherScope() { EVP_CIPHER_CTX_reset(m_context); }
    [[nodiscard]] EVP_CIPHER_CTX* get() const { return m_context; }

private:
    static EVP_CIPHER_CTX* threadContext() {
        thread_local const CipherCtxPtr context(EVP_CIPHER_CTX_new());
        must(context != nullptr, "EVP_CIPHER_CTX_new");
        return context.get();
    }
    EVP_CIPHER_CTX* m_context;
};

bool fits(BytesView text, BytesView associatedData) {
    return text.size() <= kLongestMessage && associatedData.size() <= kLongestMessage;
}

/// Writes ciphertext (as long as the plaintext) and tag (16). The sizes were checked.
void encryptInto(const EVP_CIPHER* cipher, BytesView key, const unsigned char* nonce, BytesView plaintext,
                 BytesView associatedData, unsigned char* ciphertext, unsigned char* tag) {
    const CipherScope scope;
    EVP_CIPHER_CTX* context = scope.get();
    int length = 0;
    must(EVP_EncryptInit_ex2(context, cipher, octets(key), nonce, nullptr) == 1, "AES-GCM");
    if (!associatedData.empty()) {
        must(EVP_EncryptUpdate(context, nullptr, &length, octets(associatedData), int(associatedData.size())) == 1,
             "AES-GCM");
    }
    if (!plaintext.empty()) {
        must(EVP_EncryptUpdate(context, ciphertext, &length, octets(plaintext), int(plaintext.size())) == 1, "AES-GCM");
    }
    must(EVP_EncryptFinal_ex(context, tag, &length) == 1 && length == 0 &&
             EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, kAeadTagSize, tag) == 1,
         "AES-GCM");
}

} // namespace

Bytes aeadSeal(BytesView key, BytesView plaintext, BytesView associatedData) {
    const EVP_CIPHER* cipher = gcmForKey(key.size());
    must(cipher != nullptr && fits(plaintext, associatedData), "aeadSeal: the key or message size");
    Bytes sealed = randomBytes(kAeadNonceSize);
    sealed.resize(kAeadNonceSize + plaintext.size() + kAeadTagSize);
    unsigned char* out = octets(sealed);
    encryptInto(cipher, key, out, plaintext, associatedData, out + kAeadNonceSize,
                out + kAeadNonceSize + plaintext.size());
    return sealed;
}

Result<Bytes> aeadOpen(BytesView key, BytesView sealed, BytesView associatedData) {
    if (sealed.size() < kAeadNonceSize + kAeadTagSize) {
        return fail(Code::InvalidArgument, "crypto.aead_open");
    }
    const std::size_t end = sealed.size() - kAeadTagSize;
    return aesGcmDecrypt(key, sealed.substr(0, kAeadNonceSize), sealed.substr(kAeadNonceSize, end - kAeadNonceSize),
                         sealed.substr(end), associatedData);
}

Result<AeadParts> aesGcmEncrypt(BytesView key, BytesView nonce, BytesView plaintext, BytesView associatedData) {
    const EVP_CIPHER* cipher = gcmForKey(key.size());
    if (cipher == nullptr || nonce.size() != kAeadNonceSize || !fits(plaintext, associatedData)) {
        return fail(Code::InvalidArgument, "crypto.aead_size");
    }
    AeadParts parts{Bytes(plaintext.size(), '\0'), Bytes(kAeadTagSize, '\0')};
    encryptInto(cipher, key, octets(nonce), plaintext, associatedData, octets(parts.ciphertext), octets(parts.tag));
    return parts;
}

Result<Bytes> aesGcmDecrypt(BytesView key, BytesView nonce, BytesView ciphertext, BytesView tag,
                            BytesView associatedData) {
    const EVP_CIPHER* cipher = gcmForKey(key.size());
    // OpenSSL would accept a tag of one byte, which one guess in 256 meets.
    if (cipher == nullptr || nonce.size() != kAeadNonceSize || tag.size() != kAeadTagSize ||
        !fits(ciphertext, associatedData)) {
        return fail(Code::InvalidArgument, "crypto.aead_open");
    }
    const CipherScope scope;
    EVP_CIPHER_CTX* context = scope.get();
    Bytes plaintext(ciphertext.size(), '\0');
    unsigned char rest[16];
    int length = 0;
    must(EVP_DecryptInit_ex2(context, cipher, octets(key), octets(nonce), nullptr) == 1, "AES-GCM");
    must(associatedData.empty() ||
             EVP_DecryptUpdate(context, nullptr, &length, octets(associatedData), int(associatedData.size())) == 1,
         "AES-GCM");
    must(ciphertext.empty() ||
             EVP_DecryptUpdate(context, octets(plaintext), &length, octets(ciphertext), int(ciphertext.size())) == 1,
         "AES-GCM");
    must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, kAeadTagSize, const_cast<char*>(tag.data())) == 1,
         "AES-GCM");
    if (EVP_DecryptFinal_ex(context, rest, &length) != 1) {
        const ErrorScope errors;
        wipe(plaintext); // unauthenticated: nobody may see it
        return fail(Code::InvalidArgument, "crypto.aead_open");
    }
    return plaintext;
}

} // namespace gatehouse::crypto
