// SPDX-License-Identifier: Apache-2.0
#include "oauth/client_assertion.h"

#include "base/encoding.h"
#include "jose/jws.h"
#include "oauth/app_signatures.h"
#include "json/json.h"

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongestJti = 256;
constexpr Seconds kLongestLife{300};
constexpr Seconds kAhead{10};
constexpr std::int64_t kFarthest = 253'402'300'799; ///< the end of year 9999

tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_client.assertion", detail);
}

Result<std::optional<Time>> timeOf(const json::Object& claims, std::string_view name) {
    if (json::member(claims, name) == nullptr) {
        return std::optional<Time>();
    }
    const auto seconds = json::integerMember(claims, name);
    if (!seconds || *seconds < 0 || *seconds > kFarthest) {
        return refused(std::string(name) + " is no time");
    }
    return std::optional(fromUnixSeconds(*seconds));
}

Result<Time> checkTimes(const json::Object& claims, Time now) {
    TRY(expires, timeOf(claims, "exp"));
    TRY(issued, timeOf(claims, "iat"));
    TRY(notBefore, timeOf(claims, "nbf"));
    if (!expires) {
        return refused("exp is missing");
    }
    if (now >= *expires) {
        return refused("expired at " + toRfc3339(*expires));
    }
    if (*expires > now + kLongestLife + kAhead) {
        return refused("exp is more than five minutes away");
    }
    if ((issued && *issued > now + kAhead) || (notBefore && *notBefore > now + kAhead)) {
        return refused("iat or nbf lies ahead");
    }
    return *expires;
}

} // namespace

Result<std::string> assertionSubject(std::string_view assertion) {
    const auto jws = jose::parseCompact(assertion);
    const auto claims = jws ? json::parseObject(jws->payload) : Result<json::Object>(refused("not a JWT"));
    const auto subject = claims ? json::stringMember(*claims, "sub") : std::nullopt;
    if (!subject || subject->empty()) {
        return refused("no sub");
    }
    return std::string(*subject);
}

std::string assertionKeyId(std::string_view assertion) {
    const auto jws = jose::parseCompact(assertion);
    return std::string(jws ? json::stringMember(jws->header, "kid").value_or("") : "");
}

Result<ClientAssertion> verifyClientAssertion(std::string_view assertion, const std::vector<jose::Jwk>& keys,
                                              std::string_view clientId, std::string_view issuer, Time now) {
    const auto verified = jose::verifyCompact(assertion, keys, {appSignatures(), std::nullopt});
    if (!verified) {
        return refused(verified.error().reason);
    }
    const std::string type = asciiLower(json::stringMember(verified->header, "typ").value_or("jwt"));
    if (type != "jwt" && type != "client-authentication+jwt") {
        return refused("typ is " + type); // a token of another kind, signed by the same key
    }
    const auto claims = json::parseObject(verified->payload);
    if (!claims) {
        return refused(claims.error().reason);
    }
    if (json::stringMember(*claims, "iss") != clientId || json::stringMember(*claims, "sub") != clientId) {
        return refused("iss and sub have to be the client_id");
    }
    if (json::stringMember(*claims, "aud") != issuer) {
        return refused("aud has to be the issuer, as one string");
    }
    TRY(expires, checkTimes(*claims, now));
    const auto jti = json::stringMember(*claims, "jti");
    if (!jti || jti->empty() || jti->size() > kLongestJti) {
        return refused("jti is missing or too long");
    }
    return ClientAssertion{std::string(*jti), expires};
}

} // namespace gatehouse::oauth
