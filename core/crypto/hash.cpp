// SPDX-License-Identifier: Apache-2.0
#include "crypto/hash.h"

#include <array>
#include <string.h> // explicit_bzero

#include <openssl/core_names.h>

#include "base/secret.h"
#include "crypto/openssl.h"

namespace gatehouse::crypto {
namespace {

constexpr std::size_t kDigests = 3;

const EVP_MD* fetchDigest(const char* name) {
    const EVP_MD* algorithm = EVP_MD_fetch(nullptr, name, nullptr);
    must(algorithm != nullptr, "EVP_MD_fetch");
    return algorithm;
}

EVP_MAC* fetchHmac() {
    EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr);
    must(algorithm != nullptr, "EVP_MAC_fetch");
    return algorithm;
}

EVP_MD_CTX* threadDigestContext(Digest digest) {
    thread_local std::array<MdCtxPtr, kDigests> contexts;
    MdCtxPtr& context = contexts[std::size_t(digest)];
    if (!context) {
        context.reset(EVP_MD_CTX_new());
        must(context != nullptr, "EVP_MD_CTX_new");
    }
    return context.get();
}

EVP_MAC_CTX* threadHmacContext(Digest digest) {
    static EVP_MAC* const algorithm = fetchHmac();
    thread_local std::array<MacCtxPtr, kDigests> contexts;
    MacCtxPtr& context = contexts[std::size_t(digest)];
    if (!context) {
        context.reset(EVP_MAC_CTX_new(algorithm));
        must(context != nullptr, "EVP_MAC_CTX_new");
        const std::array<OSSL_PARAM, 2> parameters{
            OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char*>(digestName(digest)), 0),
            OSSL_PARAM_construct_end()};
        must(EVP_MAC_CTX_set_params(context.get(), parameters.data()) == 1, "EVP_MAC_CTX_set_params");
    }
    return context.get();
}

} // namespace

const char* digestName(Digest digest) {
    switch (digest) {
    case Digest::Sha256:
        return "SHA256";
    case Digest::Sha384:
        return "SHA384";
    case Digest::Sha512:
        return "SHA512";
    }
    std::abort();
}

std::size_t digestSize(Digest digest) {
    switch (digest) {
    case Digest::Sha256:
        return 32;
    case Digest::Sha384:
        return 48;
    case Digest::Sha512:
        return 64;
    }
    std::abort();
}

const EVP_MD* digestAlgorithm(Digest digest) {
    static const std::array<const EVP_MD*, kDigests> algorithms{fetchDigest("SHA256"), fetchDigest("SHA384"),
                                                                fetchDigest("SHA512")};
    return algorithms[std::size_t(digest)];
}

std::size_t hashInto(Digest digest, BytesView data, unsigned char* out) {
    EVP_MD_CTX* context = threadDigestContext(digest);
    unsigned int length = 0;
    must(EVP_DigestInit_ex2(context, digestAlgorithm(digest), nullptr) == 1 &&
             EVP_DigestUpdate(context, data.data(), data.size()) == 1 && EVP_DigestFinal_ex(context, out, &length) == 1,
         "digest");
    return length;
}

Bytes hash(Digest digest, BytesView data) {
    Bytes out(digestSize(digest), '\0');
    hashInto(digest, data, octets(out));
    return out;
}

Bytes hmac(Digest digest, BytesView key, BytesView data) {
    constexpr unsigned char kNoKey[1] = {0};
    EVP_MAC_CTX* context = threadHmacContext(digest);
    Bytes out(digestSize(digest), '\0');
    std::size_t length = 0;
    // A null key would mean "the key of the last call", so an empty one gets an address of its own.
    must(EVP_MAC_init(context, key.empty() ? kNoKey : octets(key), key.size(), nullptr) == 1 &&
             EVP_MAC_update(context, octets(data), data.size()) == 1 &&
             EVP_MAC_final(context, octets(out), &length, out.size()) == 1 && length == out.size(),
         "hmac");
    // The context lives as long as the thread: it must not keep the key.
    must(EVP_MAC_init(context, kNoKey, sizeof kNoKey, nullptr) == 1, "hmac");
    return out;
}

Bytes hkdf(BytesView key, std::string_view info, std::size_t length) {
    constexpr std::size_t kHash = 32;
    must(length <= 255 * kHash, "hkdf length");
    Bytes pseudoRandomKey = hmac(Digest::Sha256, Bytes(kHash, '\0'), key);
    Bytes out;
    out.reserve(length + kHash);
    Bytes block;
    for (unsigned char counter = 1; out.size() < length; ++counter) {
        block.append(info);
        block.push_back(char(counter));
        Bytes next = hmac(Digest::Sha256, pseudoRandomKey, block);
        wipe(block);
        block = std::move(next);
        out.append(block);
    }
    wipe(block);
    wipe(pseudoRandomKey);
    explicit_bzero(out.data() + length, out.size() - length);
    out.resize(length);
    return out;
}

bool constantTimeEqual(BytesView a, BytesView b) {
    return a.size() == b.size() && (a.empty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace gatehouse::crypto
