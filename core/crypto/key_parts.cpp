// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstring>

#include <openssl/core_names.h>

#include "crypto/key_impl.h"

namespace gatehouse::crypto {

bool isEc(KeyType type) {
    return type == KeyType::EcP256 || type == KeyType::EcP384 || type == KeyType::EcP521;
}

std::size_t coordinateSize(KeyType curve) {
    return curve == KeyType::EcP256 ? 32 : curve == KeyType::EcP384 ? 48 : 66;
}

const char* curveName(KeyType curve) {
    return curve == KeyType::EcP256 ? "prime256v1" : curve == KeyType::EcP384 ? "secp384r1" : "secp521r1";
}

PkeyPtr buildKey(const char* type, int selection, OSSL_PARAM_BLD* builder) {
    const ErrorScope errors;
    const ParamsPtr parameters(OSSL_PARAM_BLD_to_param(builder));
    const PkeyCtxPtr context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    must(parameters != nullptr && context != nullptr, "key parameters");
    EVP_PKEY* key = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) != 1) {
        return nullptr;
    }
    return PkeyPtr(key);
}

BytesView trimmed(BytesView number) {
    while (!number.empty() && number.front() == '\0') {
        number.remove_prefix(1);
    }
    return number;
}

Bytes numberOf(const EVP_PKEY* key, const char* parameter, std::size_t size) {
    const ErrorScope errors;
    BIGNUM* raw = nullptr;
    if (EVP_PKEY_get_bn_param(key, parameter, &raw) != 1) {
        return {};
    }
    const BnPtr number(raw);
    Bytes out(size == 0 ? std::size_t(BN_num_bytes(raw)) : size, '\0');
    if (BN_bn2binpad(raw, octets(out), int(out.size())) != int(out.size())) {
        return {};
    }
    return out;
}

bool curveOf(const EVP_PKEY* key, KeyType& curve) {
    const ErrorScope errors;
    std::array<char, 64> name{};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1) {
        return false;
    }
    for (const KeyType candidate : {KeyType::EcP256, KeyType::EcP384, KeyType::EcP521}) {
        if (std::strcmp(name.data(), curveName(candidate)) == 0) {
            curve = candidate;
            return true;
        }
    }
    return false;
}

Bytes decodePem(std::string_view pem, std::string& label) {
    constexpr std::size_t kLongestPem = 64 * 1024;
    if (pem.size() > kLongestPem) {
        return {};
    }
    const ErrorScope errors;
    const BioPtr bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    must(bio != nullptr, "BIO_new_mem_buf");
    char* name = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long length = 0;
    if (PEM_read_bio(bio.get(), &name, &header, &data, &length) != 1) {
        return {};
    }
    Bytes body;
    char* moreName = nullptr;
    char* moreHeader = nullptr;
    unsigned char* moreData = nullptr;
    long moreLength = 0;
    // A header means legacy encryption; a second block means that we would have to guess which one is meant.
    const bool more = PEM_read_bio(bio.get(), &moreName, &moreHeader, &moreData, &moreLength) == 1;
    if (!more && *header == '\0') {
        label = name;
        body.assign(reinterpret_cast<const char*>(data), std::size_t(length));
    }
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_clear_free(data, std::size_t(length));
    if (more) {
        OPENSSL_free(moreName);
        OPENSSL_free(moreHeader);
        OPENSSL_clear_free(moreData, std::size_t(moreLength));
    }
    return body;
}

} // namespace gatehouse::crypto
