// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"
#include "crypto/keys.h"
#include "json/json.h"

namespace gatehouse::jose {

/// Compact JWE (RFC 7516). Key management: RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW/A192KW/A256KW,
/// A128KW/A192KW/A256KW, A128GCMKW/A192GCMKW/A256GCMKW, dir. Content: A128GCM A192GCM A256GCM A128CBC-HS256
/// A192CBC-HS384 A256CBC-HS512. RSA1_5, PBES2 and zip are refused. The expected alg and enc are the caller's, never the
/// message's.
struct JwePolicy {
    std::string alg;
    std::string enc;
};
struct DecryptedJwe {
    json::Object header;
    std::string plaintext;
};
/// One error for everything that fails after parsing, `jwe.decrypt`, so that it tells an attacker nothing;
/// `jwe.malformed`, `jwe.alg_refused`.
[[nodiscard]] Result<DecryptedJwe> decryptCompact(std::string_view token, const crypto::PrivateKey& key,
                                                  const JwePolicy& policy);
[[nodiscard]] Result<DecryptedJwe> decryptCompact(std::string_view token, const Secret& sharedKey,
                                                  const JwePolicy& policy);
[[nodiscard]] Result<std::string> encryptCompact(json::Object header, std::string_view plaintext,
                                                 const crypto::PublicKey& key, const JwePolicy& policy);

} // namespace gatehouse::jose
