// SPDX-License-Identifier: Apache-2.0
#include "jose/jwk.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "crypto/hash.h"
#include "jose/compact.h"
#include "jose/jws.h"

namespace gatehouse::jose {
namespace {

using crypto::KeyType;
using crypto::PublicKey;

constexpr std::size_t kLongestSet = 64 * 1024;
constexpr std::size_t kMostKeys = 100;

/// Members of RFC 7518, 6.2.2, 6.3.2 and 6.4 that only a private or shared key has.
constexpr std::array<std::string_view, 8> kPrivateMembers{"d", "p", "q", "dp", "dq", "qi", "oth", "k"};

struct Curve {
    std::string_view name;
    KeyType type;
};
constexpr std::array<Curve, 3> kCurves{
    {{"P-256", KeyType::EcP256}, {"P-384", KeyType::EcP384}, {"P-521", KeyType::EcP521}}};

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "jwk.malformed", detail);
}

Result<Bytes> numberMember(const json::Object& object, std::string_view name) {
    const auto text = json::stringMember(object, name);
    if (!text || text->empty()) {
        return malformed(std::string(name) + " is missing");
    }
    auto bytes = base64UrlDecode(*text);
    if (!bytes) {
        return malformed(std::string(name) + " is not base64url");
    }
    return std::move(*bytes);
}

Result<PublicKey> parseKey(const json::Object& object) {
    const auto type = json::stringMember(object, "kty");
    if (!type) {
        return malformed("kty is missing");
    }
    if (*type == "RSA") {
        TRY(modulus, numberMember(object, "n"));
        TRY(exponent, numberMember(object, "e"));
        return PublicKey::fromRsa(modulus, exponent);
    }
    if (*type != "EC" && *type != "OKP") {
        return fail(Code::InvalidArgument, "jwk.unsupported", "kty");
    }
    const auto curve = json::stringMember(object, "crv");
    if (!curve) {
        return malformed("crv is missing");
    }
    if (*type == "OKP") {
        if (*curve != "Ed25519") {
            return fail(Code::InvalidArgument, "jwk.unsupported", "crv");
        }
        TRY(raw, numberMember(object, "x"));
        return PublicKey::fromEd25519(raw);
    }
    const auto* const known =
        std::find_if(kCurves.begin(), kCurves.end(), [&](const Curve& candidate) { return candidate.name == *curve; });
    if (known == kCurves.end()) {
        return fail(Code::InvalidArgument, "jwk.unsupported", "crv");
    }
    TRY(x, numberMember(object, "x"));
    TRY(y, numberMember(object, "y"));
    return PublicKey::fromEc(known->type, x, y);
}

/// "sig", "enc" or empty, from use and key_ops (RFC 7517, 4.2 and 4.3), which must not contradict each other.
Result<std::string> parseUse(const json::Object& object) {
    TRY(use, optionalString(object, "use", "jwk.malformed"));
    if (object.contains("use") && use != "sig" && use != "enc") {
        return fail(Code::InvalidArgument, "jwk.unsupported", "use");
    }
    if (!object.contains("key_ops")) {
        return std::string(use);
    }
    const auto operations = json::stringsMember(object, "key_ops");
    if (!operations) {
        return malformed("key_ops is not an array of strings");
    }
    const auto allows = [&](std::string_view operation) {
        return std::find(operations->begin(), operations->end(), operation) != operations->end();
    };
    const bool signs = allows("verify") || allows("sign");
    const bool encrypts = allows("encrypt") || allows("decrypt") || allows("wrapKey") || allows("unwrapKey") ||
                          allows("deriveKey") || allows("deriveBits");
    if ((use == "sig" && !signs) || (use == "enc" && !encrypts)) {
        return malformed("use and key_ops contradict each other");
    }
    if (!signs && !encrypts) {
        return fail(Code::InvalidArgument, "jwk.unsupported", "key_ops");
    }
    if (!use.empty() || (signs && encrypts)) {
        return std::string(use);
    }
    return std::string(signs ? "sig" : "enc");
}

/// For the list of ignored keys: printable ASCII only.
std::string printable(std::string_view text) {
    std::string out(text.substr(0, kLongestKeyId));
    std::replace_if(out.begin(), out.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return out;
}

// RFC 7517, 4.7: base64, not base64url. What cannot be read is no certificate.
std::string firstCertificate(const json::Object& object) {
    const json::Array* chain = json::arrayMember(object, "x5c");
    if (chain == nullptr || chain->empty() || !chain->front().is_string()) {
        return {};
    }
    return base64Decode(json::view(chain->front().get_string())).value_or(std::string());
}

} // namespace

Result<Jwk> parseJwk(const json::Object& object) {
    for (const std::string_view name : kPrivateMembers) {
        if (object.contains(name)) {
            return fail(Code::InvalidArgument, "jwk.private", name);
        }
    }
    TRY(kid, optionalString(object, "kid", "jwk.malformed"));
    TRY(alg, optionalString(object, "alg", "jwk.malformed"));
    TRY(issuer, optionalString(object, "issuer", "jwk.malformed"));
    TRY(use, parseUse(object));
    if (kid.size() > kLongestKeyId) {
        return malformed("kid is too long");
    }
    auto key = parseKey(object);
    if (!key) {
        const std::string& reason = key.error().reason;
        const std::string_view slug = reason == "crypto.key_weak"        ? "jwk.weak"
                                      : reason == "crypto.key_malformed" ? "jwk.malformed"
                                                                         : std::string_view(reason);
        return fail(Code::InvalidArgument, slug, key.error().detail);
    }
    const auto algorithm = parseSignature(alg);
    if (algorithm && crypto::keyTypeFor(*algorithm) != key->type()) {
        return malformed("alg does not fit the key");
    }
    return Jwk{std::move(*key),  std::string(kid),    std::move(use),
               std::string(alg), std::string(issuer), firstCertificate(object)};
}

Result<JwkSet> parseJwkSet(std::string_view text) {
    if (text.size() > kLongestSet) {
        return fail(Code::InvalidArgument, "jwks.too_large");
    }
    const auto object = json::parseObject(text, {kLongestSet, 16});
    if (!object) {
        return fail(Code::InvalidArgument, "jwks.malformed", object.error().reason);
    }
    const json::Array* keys = json::arrayMember(*object, "keys");
    if (keys == nullptr) {
        return fail(Code::InvalidArgument, "jwks.malformed", "keys is not an array");
    }
    if (keys->size() > kMostKeys) {
        return fail(Code::InvalidArgument, "jwks.too_large");
    }
    JwkSet set;
    for (std::size_t i = 0; i < keys->size(); ++i) {
        const json::Value& value = (*keys)[i];
        const std::string place = "keys[" + std::to_string(i) + "]";
        if (!value.is_object()) {
            set.ignored.push_back(place + ": jwk.malformed");
            continue;
        }
        auto key = parseJwk(value.get_object());
        if (key) {
            set.keys.push_back(std::move(*key));
        } else {
            const auto kid = json::stringMember(value.get_object(), "kid");
            set.ignored.push_back(place + (kid ? " kid " + printable(*kid) : "") + ": " + key.error().reason);
        }
    }
    return set;
}

json::Object toJwk(const PublicKey& key, std::string_view kid, std::string_view use, std::string_view alg) {
    const PublicKey::Parts parts = key.parts();
    json::Object object;
    if (key.type() == KeyType::Rsa) {
        object["kty"] = "RSA";
        object["n"] = base64UrlEncode(parts.first);
        object["e"] = base64UrlEncode(parts.second);
    } else if (key.type() == KeyType::Ed25519) {
        object["kty"] = "OKP";
        object["crv"] = "Ed25519";
        object["x"] = base64UrlEncode(parts.first);
    } else {
        const auto* const curve = std::find_if(kCurves.begin(), kCurves.end(),
                                               [&](const Curve& candidate) { return candidate.type == key.type(); });
        object["kty"] = "EC";
        object["crv"] = curve->name;
        object["x"] = base64UrlEncode(parts.first);
        object["y"] = base64UrlEncode(parts.second);
    }
    for (const auto& [name, value] : {std::pair("kid", kid), std::pair("use", use), std::pair("alg", alg)}) {
        if (!value.empty()) {
            object[name] = value;
        }
    }
    return object;
}

std::string thumbprint(const PublicKey& key) {
    // RFC 7638, 3.2: the required members alone, sorted, which is what the canonical form of the bare JWK is.
    return base64UrlEncode(crypto::sha256(json::canonical(toJwk(key, "", "", ""))));
}

} // namespace gatehouse::jose
