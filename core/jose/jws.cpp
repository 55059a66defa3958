// SPDX-License-Identifier: Apache-2.0
#include "jose/jws.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/encoding.h"
#include "jose/compact.h"

namespace gatehouse::jose {
namespace {

using crypto::Signature;

/// RFC 7518, 3.1 and RFC 8037, 3.1, in the order of enum Signature. HS* and "none" are left out on purpose: nothing
/// from outside is ever proven by a shared secret here.
constexpr std::array<std::string_view, 10> kNames{"RS256", "RS384", "RS512", "PS256", "PS384",
                                                  "PS512", "ES256", "ES384", "ES512", "EdDSA"};

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "jws.malformed", detail);
}

struct Parts {
    json::Object header;
    std::string_view payload;
    std::string_view signature;
    std::string_view signingInput;
};

Result<Parts> takeApart(std::string_view token) {
    if (token.size() > kLongestToken) {
        return fail(Code::InvalidArgument, "jws.too_large");
    }
    std::array<std::string_view, 3> parts;
    if (!splitCompact(token, parts)) {
        return malformed("not three parts");
    }
    TRY(header, decodeHeader(parts[0], "jws.malformed"));
    // RFC 7515, 4.1.11: what crit names must be understood, and we understand no extension; b64 (RFC 7797) is one.
    if (header.contains("crit") || header.contains("b64")) {
        return fail(Code::InvalidArgument, "jws.critical");
    }
    if (header.contains("zip")) {
        return malformed("zip");
    }
    ENSURE(optionalString(header, "kid", "jws.malformed"));
    ENSURE(optionalString(header, "typ", "jws.malformed"));
    return Parts{std::move(header), parts[1], parts[2], token.substr(0, parts[0].size() + 1 + parts[1].size())};
}

Result<std::string> decodePart(std::string_view part, std::string_view name) {
    auto decoded = base64UrlDecode(part);
    if (!decoded) {
        return malformed(std::string(name) + " is not base64url");
    }
    return std::move(*decoded);
}

/// RFC 7515, 4.1.9: media types compare without case, and "application/" may be left out.
std::string comparableType(std::string_view type) {
    constexpr std::string_view kPrefix = "application/";
    std::string lower = asciiLower(type);
    if (lower.starts_with(kPrefix)) {
        lower.erase(0, kPrefix.size());
    }
    return lower;
}

} // namespace

Result<Signature> parseSignature(std::string_view alg) {
    if (alg == "Ed25519") { // the name that says the curve (RFC 9864, 2.2); no other curve of EdDSA is ours
        return Signature::EdDSA;
    }
    const auto* const found = std::find(kNames.begin(), kNames.end(), alg);
    if (found == kNames.end()) {
        return fail(Code::InvalidArgument, "jose.alg_unsupported");
    }
    return static_cast<Signature>(found - kNames.begin());
}

std::string_view signatureName(Signature algorithm) {
    return kNames[std::size_t(algorithm)];
}

Result<UnverifiedJws> parseCompact(std::string_view token) {
    TRY(parts, takeApart(token));
    TRY(payload, decodePart(parts.payload, "the payload"));
    TRY(signature, decodePart(parts.signature, "the signature"));
    return UnverifiedJws{std::move(parts.header), std::move(payload), std::move(signature),
                         std::string(parts.signingInput)};
}

Result<const Jwk*> chooseKey(const json::Object& header, const std::vector<Jwk>& keys, Signature algorithm) {
    const auto kid = json::stringMember(header, "kid");
    const Jwk* chosen = nullptr;
    bool otherAlgorithm = false;
    for (const Jwk& key : keys) {
        if ((kid && key.kid != *kid) || key.use == "enc") {
            continue;
        }
        // The key decides: its family, and the algorithm that it was published for.
        if (key.key.type() != crypto::keyTypeFor(algorithm) ||
            (!key.alg.empty() && parseSignature(key.alg) != algorithm)) {
            otherAlgorithm = true;
            continue;
        }
        if (chosen != nullptr) {
            return fail(Code::Unauthenticated, "jws.key_unknown", "more than one key fits");
        }
        chosen = &key;
    }
    if (chosen == nullptr) {
        const bool refused = kid && otherAlgorithm;
        return fail(Code::Unauthenticated, refused ? "jws.alg_refused" : "jws.key_unknown",
                    refused ? "the key is for another algorithm" : "no key fits");
    }
    return chosen;
}

Result<VerifiedJws> verifyCompact(std::string_view token, const std::vector<Jwk>& keys, const VerifyPolicy& policy) {
    TRY(parts, takeApart(token));
    const auto algorithm = parseSignature(json::stringMember(parts.header, "alg").value_or(""));
    if (!algorithm ||
        std::find(policy.algorithms.begin(), policy.algorithms.end(), *algorithm) == policy.algorithms.end()) {
        return fail(Code::Unauthenticated, "jws.alg_refused");
    }
    if (policy.type &&
        comparableType(json::stringMember(parts.header, "typ").value_or("")) != comparableType(*policy.type)) {
        return fail(Code::Unauthenticated, "jws.type");
    }
    TRY(key, chooseKey(parts.header, keys, *algorithm));
    TRY(payload, decodePart(parts.payload, "the payload"));
    TRY(signature, decodePart(parts.signature, "the signature"));
    if (!key->key.verify(*algorithm, parts.signingInput, signature)) {
        return fail(Code::Unauthenticated, "jws.signature");
    }
    return VerifiedJws{std::move(parts.header), std::move(payload), key};
}

Result<std::string> signCompact(json::Object header, std::string_view payload, const crypto::PrivateKey& key,
                                Signature algorithm) {
    header["alg"] = signatureName(algorithm);
    constexpr std::size_t kRoomForSignature = 700;
    const std::string headerText = json::write(header);
    std::string token;
    token.reserve((headerText.size() + payload.size()) * 4 / 3 + kRoomForSignature);
    token.append(base64UrlEncode(headerText)).push_back('.');
    token.append(base64UrlEncode(payload));
    TRY(signature, key.sign(algorithm, token));
    token.push_back('.');
    token.append(base64UrlEncode(signature));
    return token;
}

} // namespace gatehouse::jose
