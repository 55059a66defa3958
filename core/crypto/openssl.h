// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to crypto: owning pointers for OpenSSL's objects and the few conversions that every file here needs.

#include <cstdio>
#include <cstdlib>
#include <memory>

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "base/encoding.h"
#include "crypto/hash.h"

namespace gatehouse::crypto {

template <auto free>
struct Freer {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};
using BnPtr = std::unique_ptr<BIGNUM, Freer<BN_clear_free>>;
using BnCtxPtr = std::unique_ptr<BN_CTX, Freer<BN_CTX_free>>;
using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using CipherCtxPtr = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using MacCtxPtr = std::unique_ptr<EVP_MAC_CTX, Freer<EVP_MAC_CTX_free>>;
using MdCtxPtr = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using ParamsPtr = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;
using ParamBuilderPtr = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using PkeyCtxPtr = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using PkeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Pkcs8Ptr = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freer<PKCS8_PRIV_KEY_INFO_free>>;

/// Empties OpenSSL's error queue of this thread at the end of the scope: TLS on the same thread reads that queue.
struct ErrorScope {
    ErrorScope() = default;
    ErrorScope(const ErrorScope&) = delete;
    ErrorScope& operator=(const ErrorScope&) = delete;
    ~ErrorScope() { ERR_clear_error(); }
};

/// Aborts unless `ok`: for what can only fail when the process is out of memory or wrongly built.
inline void must(bool ok, const char* what) {
    if (!ok) {
        std::fprintf(stderr, "crypto: %s failed\n", what);
        std::abort();
    }
}

inline const unsigned char* octets(BytesView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* octets(Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}
inline BnPtr toNumber(BytesView bigEndian) {
    BnPtr number(BN_bin2bn(octets(bigEndian), int(bigEndian.size()), nullptr));
    must(number != nullptr, "BN_bin2bn");
    return number;
}
inline BnPtr newNumber() {
    BnPtr number(BN_new());
    must(number != nullptr, "BN_new");
    return number;
}

/// The fetched algorithm: looked up once in a process.
[[nodiscard]] const EVP_MD* digestAlgorithm(Digest digest);
[[nodiscard]] const char* digestName(Digest digest);
[[nodiscard]] std::size_t digestSize(Digest digest);
/// The digest into `out`, which has room for 64 bytes; gives its length. Allocates nothing.
std::size_t hashInto(Digest digest, BytesView data, unsigned char* out);

} // namespace gatehouse::crypto
