// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/keys.h"
#include "jose/jwk.h"
#include "json/json.h"

namespace gatehouse::jose {

/// "ES256" and so on; "Ed25519" is EdDSA (RFC 9864). `jose.alg_unsupported` for "none", HS*, and anything unknown.
[[nodiscard]] Result<crypto::Signature> parseSignature(std::string_view alg);
[[nodiscard]] std::string_view signatureName(crypto::Signature algorithm);

/// A compact JWS taken apart but not proven. For reading kid before choosing a key, and for inspection.
struct UnverifiedJws {
    json::Object header;
    std::string payload;      ///< decoded
    std::string signature;    ///< decoded
    std::string signingInput; ///< the bytes that were signed
};
/// At most 64 KiB. Exactly three strict base64url parts, header a JSON object with string alg, no crit, no b64, no zip.
/// `jws.malformed`, `jws.too_large`, `jws.critical`.
[[nodiscard]] Result<UnverifiedJws> parseCompact(std::string_view token);

/// The key of `keys` that must prove a JWS with this header under this algorithm: the one that kid names (or, without
/// kid, the only one there is) of the algorithm's family, with use other than "enc" and no other alg of its own. Two
/// that fit are as bad as none. `jws.key_unknown`, `jws.alg_refused` if kid names a key for another algorithm.
[[nodiscard]] Result<const Jwk*> chooseKey(const json::Object& header, const std::vector<Jwk>& keys,
                                           crypto::Signature algorithm);

struct VerifyPolicy {
    std::vector<crypto::Signature> algorithms; ///< what may be used; empty refuses everything
    std::optional<std::string> type; ///< required typ (compared without case, "application/" ignored); nullopt: any
};
struct VerifiedJws {
    json::Object header;
    std::string payload;
    const Jwk* key = nullptr; ///< in the set that was passed in
};
/// Verifies with the key that the header's kid names in `keys` (or, without kid, the only key of the family). The
/// header's alg must be allowed, of the key's family, and equal to the key's own alg where that is set; keys with use
/// "enc" do not count; jku, x5u, jwk and x5c are ignored. `jws.alg_refused`, `jws.key_unknown`, `jws.type`,
/// `jws.signature`.
[[nodiscard]] Result<VerifiedJws> verifyCompact(std::string_view token, const std::vector<Jwk>& keys,
                                                const VerifyPolicy& policy);

/// A compact JWS by one key. `header` gets alg; give it kid and typ.
[[nodiscard]] Result<std::string> signCompact(json::Object header, std::string_view payload,
                                              const crypto::PrivateKey& key, crypto::Signature algorithm);

} // namespace gatehouse::jose
