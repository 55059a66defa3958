// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to jose: how the content key of a JWE gets across, one line of the table for each "alg" and "enc".

#include <string_view>

#include "base/result.h"
#include "base/secret.h"
#include "crypto/keys.h"
#include "json/json.h"

namespace gatehouse::jose {

/// RFC 7518, 4.1.
struct KeyManagement {
    enum class Kind { RsaOaep, RsaOaep256, EcdhDirect, EcdhWrap, AesWrap, GcmWrap, Direct };
    std::string_view name;
    Kind kind;
    std::size_t wrappingKeySize; ///< 0 where nothing is wrapped by AES
};
/// nullptr for RSA1_5, PBES2 and whatever else is not used.
[[nodiscard]] const KeyManagement* findKeyManagement(std::string_view alg);

/// RFC 7518, 5.1.
struct ContentEncryption {
    std::string_view name;
    bool gcm;
    std::size_t keySize;
    [[nodiscard]] std::size_t nonceSize() const { return gcm ? 12 : 16; }
};
[[nodiscard]] const ContentEncryption* findContentEncryption(std::string_view enc);

/// The content key that a message brings. `jwe.malformed`, `jwe.alg_refused` if the key is of another kind than alg
/// needs, `jwe.decrypt`. RSA gives a random key instead of a failure, so that the content fails, as with any wrong key.
[[nodiscard]] Result<Secret> recoverContentKey(const json::Object& header, std::string_view encryptedKey,
                                               const crypto::PrivateKey& key, const KeyManagement& management,
                                               const ContentEncryption& content);
[[nodiscard]] Result<Secret> recoverContentKey(const json::Object& header, std::string_view encryptedKey,
                                               const Secret& sharedKey, const KeyManagement& management,
                                               const ContentEncryption& content);

struct SentKey {
    Secret contentKey;
    Bytes encryptedKey;
};
/// A fresh content key for the holder of `key`; epk goes into `header`. `jwe.alg_refused` if the key does not fit.
[[nodiscard]] Result<SentKey> sendContentKey(json::Object& header, const crypto::PublicKey& key,
                                             const KeyManagement& management, const ContentEncryption& content);

} // namespace gatehouse::jose
