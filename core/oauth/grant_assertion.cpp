// SPDX-License-Identifier: Apache-2.0
#include "oauth/grant_assertion.h"

#include <optional>

#include "base/encoding.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oauth/app_signatures.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongest = 16 * 1024;
constexpr std::size_t kLongestText = 1024;
constexpr Seconds kAhead{60};
constexpr std::int64_t kFarthest = 253'402'300'799; ///< the end of year 9999

tl::unexpected<Error> refused(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

std::string typeOf(const json::Object& header) {
    constexpr std::string_view kPrefix = "application/";
    const std::string type = asciiLower(json::stringMember(header, "typ").value_or(""));
    return type.starts_with(kPrefix) ? type.substr(kPrefix.size()) : type;
}

/// nullopt if there is none.
Result<std::optional<Time>> timeOf(const json::Object& claims, std::string_view name) {
    if (json::member(claims, name) == nullptr) {
        return std::optional<Time>();
    }
    const auto seconds = json::integerMember(claims, name);
    if (!seconds || *seconds < 0 || *seconds > kFarthest) {
        return refused("oauth.invalid_grant.assertion_time", std::string(name) + " is no time");
    }
    return std::optional(fromUnixSeconds(*seconds));
}

Result<Time> checkTimes(const json::Object& claims, Seconds longestLife, Time now) {
    TRY(expires, timeOf(claims, "exp"));
    TRY(issued, timeOf(claims, "iat"));
    TRY(notBefore, timeOf(claims, "nbf"));
    if (!expires) {
        return refused("oauth.invalid_grant.assertion_time", "exp is missing");
    }
    if (now >= *expires) {
        return refused("oauth.invalid_grant.assertion_expired", "at " + toRfc3339(*expires));
    }
    if (*expires > now + longestLife) {
        return refused("oauth.invalid_grant.assertion_time", "exp is too far away");
    }
    if ((issued && *issued > now + kAhead) || (notBefore && *notBefore > now + kAhead)) {
        return refused("oauth.invalid_grant.assertion_time", "iat or nbf lies ahead");
    }
    return *expires;
}

} // namespace

Result<UnprovenAssertion> readAssertion(std::string_view assertion) {
    const auto jws = assertion.size() <= kLongest ? jose::parseCompact(assertion)
                                                  : Result<jose::UnverifiedJws>(refused("jws.too_large"));
    if (!jws) {
        return refused("oauth.invalid_grant.assertion", jws.error().reason);
    }
    const auto claims = json::parseObject(jws->payload);
    if (!claims) {
        return refused("oauth.invalid_grant.assertion", claims.error().reason);
    }
    const auto subject = json::stringMember(*claims, "sub");
    if (!subject || subject->empty() || subject->size() > kLongestText) {
        return refused("oauth.invalid_grant.assertion", "sub is missing or too long");
    }
    return UnprovenAssertion{typeOf(jws->header), std::string(json::stringMember(jws->header, "kid").value_or("")),
                             std::string(json::stringMember(*claims, "iss").value_or("")), std::string(*subject)};
}

Result<ProvenAssertion> verifyGrantAssertion(std::string_view assertion, const std::vector<jose::Jwk>& keys,
                                             const AssertionRules& rules, Time now) {
    auto verified = jose::verifyCompact(assertion, keys, {appSignatures(), std::nullopt});
    if (!verified) {
        return refused("oauth.invalid_grant.assertion_signature", verified.error().reason);
    }
    const std::string type = typeOf(verified->header);
    const bool plain = type.empty() || type == "jwt" || type == "jose";
    if (rules.type.empty() ? !plain : type != rules.type) {
        return refused("oauth.invalid_grant.assertion_type", type); // a token of another kind, by the same key
    }
    TRY(claims, json::parseObject(verified->payload));
    if (!jose::isOnlyAudience(claims, rules.audience)) {
        return refused("oauth.invalid_grant.assertion_audience");
    }
    TRY(expires, checkTimes(claims, rules.longestLife, now));
    const auto jti = json::stringMember(claims, "jti");
    if (json::member(claims, "jti") != nullptr && (!jti || jti->empty() || jti->size() > kLongestText)) {
        return refused("oauth.invalid_grant.assertion", "jti is empty, too long or no text");
    }
    ProvenAssertion proven;
    proven.jti = jti.value_or("");
    proven.claims = std::move(claims);
    proven.expiresAt = expires;
    return proven;
}

} // namespace gatehouse::oauth
