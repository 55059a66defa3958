// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/encoding.h"
#include "jose/claims.h"
#include "jose/compact.h"
#include "jose/jwt.h"

namespace gatehouse::jose {
namespace {

constexpr std::array<const char*, 4> kTimeClaims{"iat", "nbf", "auth_time", "exp"};

/// What people paste: white space around it, or a whole Authorization value.
std::string_view pasted(std::string_view token) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto trim = [&] {
        token.remove_prefix(std::min(token.find_first_not_of(kSpace), token.size()));
        token.remove_suffix(token.size() - (token.find_last_not_of(kSpace) + 1));
    };
    trim();
    if (asciiLower(token.substr(0, 7)) == "bearer ") {
        token.remove_prefix(7);
        trim();
    }
    return token;
}

void noteHeader(const json::Object& header, json::Array& notes) {
    const std::string_view alg = json::stringMember(header, "alg").value_or("");
    if (!parseSignature(alg)) {
        const bool shared = alg.starts_with("HS");
        notes.emplace_back(asciiLower(alg) == "none" ? "Not signed at all: anyone could have written it."
                           : shared
                               ? "Signed with a shared secret (" + std::string(alg) + "); Gatehouse never accepts it."
                               : "Gatehouse does not know the algorithm " + std::string(alg) + ".");
    }
    if (!header.contains("kid")) {
        notes.emplace_back("No kid: the key can only be found if the issuer has a single one.");
    }
    for (const char* name : {"jwk", "jku", "x5u", "x5c"}) {
        if (header.contains(name)) {
            notes.emplace_back("The header brings its own key (" + std::string(name) + "), which is ignored.");
        }
    }
}

void noteClaims(const json::Object& claims, json::Array& notes, Time now) {
    constexpr Seconds kLongLife{24 * 3600};
    const auto timeOf = [&](const char* name) {
        const json::Value* value = json::member(claims, name);
        return value == nullptr ? std::nullopt : numericDate(*value);
    };
    for (const char* name : kTimeClaims) {
        if (claims.contains(name) && !timeOf(name)) {
            notes.emplace_back(std::string(name) + " is not a number of seconds since 1970.");
        }
    }
    const auto exp = timeOf("exp");
    const auto iat = timeOf("iat");
    const auto nbf = timeOf("nbf");
    if (!claims.contains("exp")) {
        notes.emplace_back("No exp: it never expires.");
    }
    if (exp && *exp <= now) {
        notes.emplace_back("Expired " + relativeTime(*exp, now) + ".");
    }
    if (nbf && *nbf > now) {
        notes.emplace_back("Not valid yet: starts " + relativeTime(*nbf, now) + ".");
    }
    if (iat && *iat > now) {
        notes.emplace_back("Issued in the future: the issuer's clock is ahead.");
    }
    if (exp && iat && *exp - *iat > kLongLife) {
        notes.emplace_back("Valid for more than a day.");
    }
    for (const char* name : {"iss", "sub", "aud"}) {
        if (!claims.contains(name)) {
            notes.emplace_back("No " + std::string(name) + ".");
        }
    }
}

json::Array timesInWords(const json::Object& claims, Time now) {
    json::Array times;
    for (const char* name : kTimeClaims) {
        const json::Value* value = json::member(claims, name);
        const auto time = value == nullptr ? std::nullopt : numericDate(*value);
        if (time) {
            json::Object entry;
            entry["claim"] = name;
            entry["at"] = showTime(*time);
            entry["in_words"] = relativeTime(*time, now);
            times.push_back(std::move(entry));
        }
    }
    return times;
}

/// A JWE shows its header alone.
Result<json::Object> inspectEncrypted(std::string_view headerPart) {
    TRY(header, decodeHeader(headerPart, "jwe.malformed"));
    json::Object out;
    out["kind"] = "jwe";
    out["header"] = std::move(header);
    out["notes"] = json::toArray({"Encrypted: only the holder of the key can read the content."});
    return out;
}

constexpr const char* kVerifySpec = "RFC 7515, 5.2";
constexpr const char* kKeySpec = "RFC 7515, 4.1.4";
constexpr const char* kAlgorithmSpec = "RFC 8725, 3.1";

Check failed(const char* name, std::string expected, std::string actual, std::string cure, const char* spec) {
    return {name, Check::Status::Fail, std::move(expected), std::move(actual), std::move(cure), spec};
}

void skip(Checks& checks, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        checks.push_back({name, Check::Status::Skipped, "", "", "", kVerifySpec});
    }
}

std::string describe(const JwkSet& keys) {
    std::string text = std::to_string(keys.keys.size()) + " usable keys";
    for (const Jwk& key : keys.keys) {
        text.append(&key == keys.keys.data() ? ": " : ", ").append(key.kid.empty() ? "(no kid)" : key.kid);
    }
    return keys.ignored.empty() ? text : text + "; " + std::to_string(keys.ignored.size()) + " ignored";
}

/// jwt.alg, jwt.key and jwt.signature.
void checkProof(const UnverifiedJws& jws, const JwkSet& keys, Checks& checks) {
    const std::string alg(json::stringMember(jws.header, "alg").value_or(""));
    const auto algorithm = parseSignature(alg);
    if (!algorithm) {
        checks.push_back(failed("jwt.alg", "an asymmetric signature", alg,
                                "The issuer must sign with RS256, PS256, ES256 or EdDSA, or a longer one of these.",
                                kAlgorithmSpec));
        skip(checks, {"jwt.key", "jwt.signature"});
        return;
    }
    checks.push_back({"jwt.alg", Check::Status::Ok, "an asymmetric signature", alg, "", kAlgorithmSpec});
    const std::string kid(json::stringMember(jws.header, "kid").value_or("(none)"));
    const auto key = chooseKey(jws.header, keys.keys, *algorithm);
    if (!key) {
        checks.push_back(failed("jwt.key", describe(keys), "kid " + kid + ": " + key.error().detail,
                                "Get the issuer's current key set; if it is current, the token is not the issuer's.",
                                kKeySpec));
        skip(checks, {"jwt.signature"});
        return;
    }
    checks.push_back({"jwt.key", Check::Status::Ok, describe(keys), "kid " + kid, "", kKeySpec});
    if (!(*key)->key.verify(*algorithm, jws.signingInput, jws.signature)) {
        checks.push_back(failed("jwt.signature", "made by this key", "does not match",
                                "The token was changed on its way, or another key signed it.", kVerifySpec));
        return;
    }
    checks.push_back({"jwt.signature", Check::Status::Ok, "made by this key", "matches", "", kVerifySpec});
}

} // namespace

Result<json::Object> inspectJwt(std::string_view token, Time now) {
    token = pasted(token);
    std::array<std::string_view, 5> encrypted;
    if (token.size() <= kLongestToken && splitCompact(token, encrypted)) {
        return inspectEncrypted(encrypted[0]);
    }
    TRY(jws, parseCompact(token));
    json::Object out;
    json::Array notes;
    out["kind"] = "jws";
    noteHeader(jws.header, notes);
    out["header"] = std::move(jws.header);
    if (const auto claims = json::parseObject(jws.payload)) {
        out["payload"] = *claims;
        out["times"] = timesInWords(*claims, now);
        noteClaims(*claims, notes, now);
    } else {
        out["payload"] = nullptr;
        notes.emplace_back("The payload is no JSON object (" + claims.error().reason + "): a JWS, but not a JWT.");
    }
    out["signature"] = "not checked";
    out["notes"] = std::move(notes);
    return out;
}

Checks verifyJwt(std::string_view token, const JwkSet& keys, const ClaimRules& rules, Time now) {
    constexpr const char* kFormatSpec = "RFC 7519, 7.2";
    const std::string expected = "three parts of base64url, a JSON header and JSON claims";
    Checks checks;
    const auto jws = parseCompact(pasted(token));
    const auto claims = jws ? json::parseObject(jws->payload) : Result<json::Object>(fail(Code::InvalidArgument, ""));
    if (!claims) {
        const Error& error = jws ? claims.error() : jws.error();
        checks.push_back(failed("jwt.format", expected,
                                error.detail.empty() ? error.reason : error.reason + ": " + error.detail,
                                "Copy the whole token, without quotes or line breaks.", kFormatSpec));
        skip(checks, {"jwt.alg", "jwt.key", "jwt.signature"});
        return checks;
    }
    checks.push_back({"jwt.format", Check::Status::Ok, expected, "as expected", "", kFormatSpec});
    checkProof(*jws, keys, checks);
    for (Check& check : checkClaims(*claims, rules, now)) {
        checks.push_back(std::move(check));
    }
    return checks;
}

} // namespace gatehouse::jose
