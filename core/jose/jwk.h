// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "crypto/keys.h"
#include "json/json.h"

namespace gatehouse::jose {

/// A public JSON Web Key (RFC 7517) that passed the checks.
struct Jwk {
    crypto::PublicKey key;
    std::string kid;           ///< may be empty
    std::string use;           ///< "sig", "enc" or empty
    std::string alg;           ///< as published, or empty
    std::string issuer;        ///< Entra's per-key issuer member, or empty
    std::string certificate{}; ///< DER of the first of x5c (4.7), or empty; nothing is proven of it
};

/// Refuses private members, wrong lengths, points off the curve, weak RSA. `jwk.malformed`, `jwk.unsupported`,
/// `jwk.private`, `jwk.weak`.
[[nodiscard]] Result<Jwk> parseJwk(const json::Object& object);

struct JwkSet {
    std::vector<Jwk> keys;
    std::vector<std::string> ignored; ///< one line for each key that was left out, with the reason slug
};
/// At most 64 KiB and 100 keys; keys that cannot be used are left out and named. `jwks.malformed`, `jwks.too_large`.
[[nodiscard]] Result<JwkSet> parseJwkSet(std::string_view text);

/// The public JWK of a key with kid, use and alg, ready to publish.
[[nodiscard]] json::Object toJwk(const crypto::PublicKey& key, std::string_view kid, std::string_view use,
                                 std::string_view alg);
/// RFC 7638 SHA-256 thumbprint, base64url.
[[nodiscard]] std::string thumbprint(const crypto::PublicKey& key);

} // namespace gatehouse::jose
