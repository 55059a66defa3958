// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/id_token.h"

#include <algorithm>

#include "base/encoding.h"
#include "connections/acr_mapping.h"
#include "crypto/hash.h"
#include "jose/jws.h"
#include "jose/jwt.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr const char* kSpec = "OpenID Connect Core 1.0, 3.1.3.7";
constexpr std::string_view kGoogle = "https://accounts.google.com";
constexpr Seconds kFreshness{600};

void add(Checks& checks, std::string name, bool ok, std::string expected, std::string actual, std::string cure) {
    checks.push_back({std::move(name), ok ? Check::Status::Ok : Check::Status::Fail, std::move(expected),
                      std::move(actual), ok ? std::string() : std::move(cure), kSpec});
}

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

bool isGuid(std::string_view text) {
    if (text.size() != 36) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (hyphen ? c != '-' : !hex) {
            return false;
        }
    }
    return true;
}

std::string withTenant(std::string text, std::string_view tid) {
    constexpr std::string_view kPlaceholder = "{tenantid}";
    if (const std::size_t at = text.find(kPlaceholder); at != std::string::npos) {
        text.replace(at, kPlaceholder.size(), tid);
    }
    return text;
}

// The issuer that this token must have: fixed, or made from its tid, which must be one of the admin's list.
std::string expectedIssuer(const json::Object& claims, const IdTokenRules& rules, Checks& checks) {
    if (rules.issuer == kGoogle && json::stringMember(claims, "iss") == "accounts.google.com") {
        return "accounts.google.com"; // documented for Google alone
    }
    if (!connections::isEntraTemplate(rules.issuer)) {
        return rules.issuer;
    }
    const std::string tid(json::stringMember(claims, "tid").value_or(""));
    add(checks, "id_token.tid", isGuid(tid) && contains(rules.allowedTenantIds, tid), "a directory of the connection",
        tid, "Add the directory to the connection's allowedTenantIds, if it may sign in.");
    return withTenant(rules.issuer, tid);
}

std::string leftHalfHash(std::string_view alg, std::string_view text) {
    const crypto::Digest digest = alg.ends_with("384")                     ? crypto::Digest::Sha384
                                  : alg.ends_with("512") || alg == "EdDSA" ? crypto::Digest::Sha512
                                                                           : crypto::Digest::Sha256;
    const Bytes hash = crypto::hash(digest, text);
    return base64UrlEncode(std::string_view(hash).substr(0, hash.size() / 2));
}

void checkSubject(const json::Object& claims, Checks& checks) {
    const auto subject = json::stringMember(claims, "sub");
    bool plain = subject && !subject->empty() && subject->size() <= 255 &&
                 subject->find_first_not_of(' ') != std::string_view::npos;
    for (const char c : subject.value_or("")) {
        plain = plain && c >= 0x20 && c < 0x7f;
    }
    add(checks, "id_token.sub", plain, "1 to 255 ASCII characters", subject ? "given" : "missing",
        "Correct the provider's subject setting.");
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const std::string& word : words) {
        out.append(out.empty() ? "" : between).append(word);
    }
    return out;
}

void checkLevel(const json::Object& claims, const IdTokenRules& rules, Time now, Checks& checks) {
    if (rules.acrEssential && !rules.acrValues.empty()) {
        const std::vector<std::string> levels = connections::levelsOf(rules.acrMapping, claims);
        const bool met = std::any_of(levels.begin(), levels.end(),
                                     [&rules](const std::string& level) { return contains(rules.acrMeeting, level); });
        add(checks, "unmet_authentication_requirements", met, joined(rules.acrValues, " or "),
            levels.empty() ? "no level" : joined(levels, ", "),
            "Require the second factor at the identity provider, or correct the connection's mapping of levels.");
    }
    if (rules.maxAge) {
        const auto authTime = json::integerMember(claims, "auth_time");
        const bool fresh = authTime && *authTime <= toUnixSeconds(now + rules.skew) &&
                           toUnixSeconds(now) - *authTime <= rules.maxAge->count() + rules.skew.count();
        add(checks, "id_token.auth_time", fresh,
            "signed in at most " + std::to_string(rules.maxAge->count()) + " s ago",
            authTime ? std::to_string(toUnixSeconds(now) - *authTime) + " s ago" : "no auth_time",
            "Sign in again at the provider.");
    }
}

} // namespace

std::vector<crypto::Signature> safeAlgorithms(const std::vector<std::string>& published) {
    std::vector<crypto::Signature> safe;
    for (const std::string& name : published) {
        if (const auto algorithm = jose::parseSignature(name)) {
            safe.push_back(*algorithm);
        }
    }
    return safe;
}

bool isPlainJwt(const json::Object& header) {
    const std::string type = asciiLower(json::stringMember(header, "typ").value_or("jwt"));
    return type == "jwt" || type == "application/jwt";
}

IdTokenVerdict verifyIdToken(std::string_view token, const std::vector<jose::Jwk>& keys, const IdTokenRules& rules,
                             Time now) {
    const auto verified = jose::verifyCompact(token, keys, {safeAlgorithms(rules.algorithms), std::nullopt});
    if (!verified) {
        IdTokenVerdict verdict;
        const std::string& reason = verified.error().reason;
        verdict.unknownKey = reason == "jws.key_unknown";
        const std::string name = verdict.unknownKey            ? "id_token.key"
                                 : reason == "jws.alg_refused" ? "id_token.alg"
                                 : reason == "jws.signature"   ? "id_token.signature"
                                                               : "id_token.format";
        add(verdict.checks, name, false, "a token signed by a key of the provider", reason,
            "Refresh the connection's keys, or correct the provider.");
        return verdict;
    }
    if (!isPlainJwt(verified->header)) {
        IdTokenVerdict verdict;
        add(verdict.checks, "id_token.format", false, "typ JWT, or none",
            "typ " + std::string(json::stringMember(verified->header, "typ").value_or("")), "Correct the provider.");
        return verdict;
    }
    return judgeIdToken({std::string(json::stringMember(verified->header, "alg").value_or("")), verified->key->kid,
                         verified->key->issuer, verified->payload},
                        rules, now);
}

IdTokenVerdict judgeIdToken(const ProvenToken& token, const IdTokenRules& rules, Time now) {
    IdTokenVerdict verdict;
    Checks& checks = verdict.checks;
    verdict.signatureHeld = true;
    verdict.keyIssuer = token.keyIssuer;
    add(checks, "id_token.signature", true, "", token.alg + ", kid " + token.kid, "");
    auto parsed = json::parseObject(token.payload);
    if (!parsed) {
        add(checks, "id_token.format", false, "a JSON object", parsed.error().reason, "Correct the provider.");
        return verdict;
    }
    const json::Object& claims = *parsed;

    const std::string issuer = expectedIssuer(claims, rules, checks);
    if (!token.keyIssuer.empty()) {
        const std::string tid(json::stringMember(claims, "tid").value_or(""));
        add(checks, "id_token.key", withTenant(token.keyIssuer, tid) == issuer, issuer, token.keyIssuer,
            "This key of the provider is for another directory.");
    }
    jose::ClaimRules standard;
    standard.issuer = issuer;
    standard.audience = rules.clientId;
    standard.singleAudience = true;
    standard.nonce = rules.nonce;
    standard.skew = rules.skew;
    standard.maxAge = kFreshness;
    for (Check check : jose::checkClaims(claims, standard, now)) {
        if (check.name.starts_with("claims.") && check.name != "claims.sub") {
            check.name.replace(0, std::string_view("claims").size(), "id_token");
            checks.push_back(std::move(check));
        }
    }
    checkSubject(claims, checks);
    if (claims.contains("azp")) {
        add(checks, "id_token.azp", json::stringMember(claims, "azp") == rules.clientId, rules.clientId,
            std::string(json::stringMember(claims, "azp").value_or("(not a string)")), "Compare the client ids.");
    }
    if (const auto atHash = json::stringMember(claims, "at_hash")) {
        const bool same = rules.accessTokenHashHeld.value_or(
            crypto::constantTimeEqual(*atHash, leftHalfHash(token.alg, rules.accessToken)));
        verdict.accessTokenHashHeld = same;
        add(checks, "id_token.at_hash", same, "the hash of the access token", same ? "that hash" : "another",
            "Tell the provider's makers.");
    }
    if (rules.issuer == kGoogle && !rules.allowedHostedDomains.empty()) {
        const std::string domain(json::stringMember(claims, "hd").value_or(""));
        add(checks, "id_token.tid", contains(rules.allowedHostedDomains, domain),
            "a Workspace domain of the connection", domain.empty() ? "no hd claim" : domain,
            "Sign in with the company account.");
    }
    checkLevel(claims, rules, now, checks);
    if (firstFailure(checks) == nullptr) {
        verdict.claims = std::move(*parsed);
    }
    return verdict;
}

} // namespace gatehouse::oidc::rp
