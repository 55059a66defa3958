// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/logout_token.h"

#include <algorithm>

#include "base/encoding.h"
#include "connections/connection.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oidc/rp/id_token.h"
#include "json/json.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr Seconds kFreshness{300};
constexpr std::size_t kMaxName = 255; // of sub, sid and jti
constexpr std::string_view kEvent = "http://schemas.openid.net/event/backchannel-logout";

tl::unexpected<Error> invalid(std::string_view what) {
    return fail(Code::InvalidArgument, "logout_token.invalid", what);
}

bool isType(const json::Object& header) {
    const std::string given = asciiLower(json::stringMember(header, "typ").value_or(""));
    return isPlainJwt(header) || given == "logout+jwt" || given == "application/logout+jwt";
}

std::string issuerFor(const json::Object& claims, const LogoutTokenRules& rules) {
    std::string issuer = rules.issuer;
    if (connections::isEntraTemplate(issuer)) {
        const std::string tid(json::stringMember(claims, "tid").value_or(""));
        const bool allowed = std::find(rules.allowedTenantIds.begin(), rules.allowedTenantIds.end(), tid) !=
                             rules.allowedTenantIds.end();
        constexpr std::string_view kPlaceholder = "{tenantid}";
        if (const std::size_t at = issuer.find(kPlaceholder); allowed && at != std::string::npos) {
            issuer.replace(at, kPlaceholder.size(), tid);
        }
    }
    return issuer;
}

// A text member of at most 255 octets; nullopt where it is something else.
std::optional<std::string> name(const json::Object& claims, std::string_view member) {
    if (!claims.contains(member)) {
        return std::string();
    }
    const auto text = json::stringMember(claims, member);
    return text && !text->empty() && text->size() <= kMaxName ? std::optional<std::string>(*text) : std::nullopt;
}

} // namespace

Result<LogoutToken> verifyLogoutToken(std::string_view token, const std::vector<jose::Jwk>& keys,
                                      const LogoutTokenRules& rules, Time now) {
    const auto verified = jose::verifyCompact(token, keys, {safeAlgorithms(rules.algorithms), std::nullopt});
    if (!verified) {
        return verified.error().reason == "jws.key_unknown"
                   ? fail(Code::InvalidArgument, "logout_token.key", verified.error().reason)
                   : invalid(verified.error().reason);
    }
    if (!isType(verified->header)) {
        return invalid("typ");
    }
    const auto parsed = json::parseObject(verified->payload);
    if (!parsed) {
        return invalid("not an object");
    }
    const json::Object& claims = *parsed;
    LogoutToken out;
    out.issuer = issuerFor(claims, rules);
    if (json::stringMember(claims, "iss") != out.issuer) {
        return invalid("iss");
    }
    if (!jose::isAudience(claims, rules.clientId)) {
        return invalid("aud");
    }
    if (claims.contains("nonce")) {
        return invalid("nonce");
    }
    const json::Object* events = json::objectMember(claims, "events");
    if (events == nullptr || json::objectMember(*events, kEvent) == nullptr) {
        return invalid("events");
    }
    const auto issuedAt = json::integerMember(claims, "iat");
    const auto expires = json::integerMember(claims, "exp");
    const std::int64_t at = toUnixSeconds(now);
    if (!issuedAt || *issuedAt > at + rules.skew.count() || *issuedAt < at - kFreshness.count()) {
        return invalid("iat");
    }
    if (claims.contains("exp") && (!expires || *expires <= at - rules.skew.count())) {
        return invalid("exp");
    }
    const auto jti = name(claims, "jti");
    const auto subject = name(claims, "sub");
    const auto sid = name(claims, "sid");
    if (!jti || jti->empty() || !subject || !sid || (subject->empty() && sid->empty())) {
        return invalid("jti, sub or sid");
    }
    out.jti = *jti;
    out.subject = *subject;
    out.sid = *sid;
    out.goodUntil = fromUnixSeconds(*issuedAt) + kFreshness + rules.skew;
    return out;
}

} // namespace gatehouse::oidc::rp
