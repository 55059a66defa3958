// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/revocation_token.h"

#include <algorithm>

#include "base/encoding.h"
#include "jose/jws.h"
#include "jose/jwt.h"
#include "oidc/rp/id_token.h"
#include "sessions/sessions.h"
#include "json/json.h"

namespace gatehouse::oidc::rp {
namespace {

constexpr Seconds kLongestLife{600};
constexpr std::size_t kMaxName = 255; // of jti

tl::unexpected<Error> invalid(std::string_view what) {
    return fail(Code::Unauthenticated, "revocation_token.invalid", what);
}

} // namespace

Result<RevocationToken> verifyRevocationToken(std::string_view token, const std::vector<jose::Jwk>& keys,
                                              const RevocationTokenRules& rules, Time now) {
    const auto verified =
        jose::verifyCompact(token, keys, {safeAlgorithms(rules.algorithms), "global-token-revocation+jwt"});
    if (!verified) {
        return verified.error().reason == "jws.key_unknown"
                   ? fail(Code::Unauthenticated, "revocation_token.key", verified.error().reason)
                   : invalid(verified.error().reason);
    }
    const auto parsed = json::parseObject(verified->payload);
    if (!parsed) {
        return invalid("not an object");
    }
    const json::Object& claims = *parsed;
    if (json::stringMember(claims, "iss") != rules.issuer) {
        return invalid("iss");
    }
    if (json::stringMember(claims, "sub") != rules.clientId) {
        return invalid("sub");
    }
    if (!jose::isOnlyAudience(claims, rules.endpoint)) {
        return invalid("aud");
    }
    const std::int64_t at = toUnixSeconds(now);
    const auto expires = json::integerMember(claims, "exp");
    const auto issued = json::integerMember(claims, "iat");
    const auto notBefore = json::integerMember(claims, "nbf");
    if (!expires || *expires <= at - rules.skew.count() || *expires > at + kLongestLife.count()) {
        return invalid("exp");
    }
    if (claims.contains("iat") && (!issued || *issued > at + rules.skew.count())) {
        return invalid("iat");
    }
    if (claims.contains("nbf") && (!notBefore || *notBefore > at + rules.skew.count())) {
        return invalid("nbf");
    }
    const auto jti = json::stringMember(claims, "jti");
    if (!jti || jti->empty() || jti->size() > kMaxName) {
        return invalid("jti");
    }
    return RevocationToken{std::string(*jti), fromUnixSeconds(*expires) + rules.skew};
}

Result<RevocationToken> RevocationTokens::verify(const connections::Connection& connection, std::string_view token,
                                                 const std::string& endpoint) {
    TRY(share, m_parts.shares.hold(connection.tenant, connection.id));
    TRY(provider, m_parts.providers.get(connection));
    const Time now = m_parts.clock.now();
    const RevocationTokenRules rules{connection.issuer, connection.clientId, endpoint,
                                     provider->metadata.idTokenAlgorithms};
    auto verified = verifyRevocationToken(token, provider->keys.keys, rules, now);
    if (!verified && verified.error().reason == "revocation_token.key") {
        TRY(renewed, m_parts.providers.refreshKeys(connection, provider));
        verified = verifyRevocationToken(token, renewed->keys.keys, rules, now);
    }
    share.answered();
    return verified;
}

Result<ConnectionId> RevocationTokens::prove(const TenantId& tenant, std::string_view token,
                                             const std::string& endpoint) {
    const auto unverified = jose::parseCompact(token);
    const auto claims = unverified ? json::parseObject(unverified->payload) : json::parseObject("");
    if (!claims) {
        return invalid("malformed");
    }
    TRY(sealer, m_parts.keys.sealerFor(tenant));
    TRY(all, m_parts.connections.all(sealer));
    // What it says of itself only chooses who has to prove it.
    const auto issuer = json::stringMember(*claims, "iss");
    const auto subject = json::stringMember(*claims, "sub");
    const auto found = std::find_if(all->begin(), all->end(), [&](const auto& each) {
        return each->enabled && issuer == each->issuer && subject == each->clientId;
    });
    if (found == all->end()) {
        return invalid("no such identity provider");
    }
    TRY(verified, verify(**found, token, endpoint));
    TRY(first, m_parts.store.write([&](store::Writer& writer) {
        return sessions::spendOnce(writer, tenant, "revocation_token " + (*found)->id.text(), verified.jti,
                                   verified.goodUntil);
    }));
    return first ? Result<ConnectionId>((*found)->id) : fail(Code::Unauthenticated, "revocation_token.replayed");
}

} // namespace gatehouse::oidc::rp
