// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"
#include "oauth/error.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

// The bearer token of a request: header, or form body on POST (RFC 6750, 2.1 and 2.2). Never the query.
std::string bearerToken(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    constexpr std::string_view kScheme = "bearer ";
    if (asciiLower(header.substr(0, kScheme.size())) == kScheme) {
        return std::string(header.substr(kScheme.size()));
    }
    if (request.method == "POST" && header.empty()) {
        if (const auto form = http::Parameters::parse(request.body); form && form->count("access_token") == 1) {
            return std::string(*form->get("access_token"));
        }
    }
    return {};
}

} // namespace

http::Response Provider::userinfo(const Issuer& issuer, const http::Request& request) {
    const std::string bearer = bearerToken(request);
    if (bearer.empty()) {
        return oauth::toResourceResponse({});
    }
    const auto refuse = [](oauth::ErrorCode code) {
        oauth::BearerChallenge challenge;
        challenge.error = code;
        return oauth::toResourceResponse(challenge);
    };
    const auto token = m_tokens.prove(issuer, bearer);
    if (!token) {
        return refuse(oauth::ErrorCode::InvalidToken);
    }
    const auto live = m_tokens.isLive(issuer, **token);
    if (!live) {
        return oauth::toTokenResponse(live.error());
    }
    const auto scope = oauth::ScopeSet::parse((*token)->scope);
    if (!*live || (*token)->familyId.empty()) {
        return refuse(oauth::ErrorCode::InvalidToken);
    }
    if (!scope || !scope->contains("openid")) {
        return refuse(oauth::ErrorCode::InsufficientScope);
    }
    const auto sealer = m_parts.keys.sealerFor((*token)->tenant);
    const UserId id{std::string(json::stringMember((*token)->claims, "sub").value_or(""))};
    const auto user =
        sealer ? m_parts.store.read([&](store::Reader& reader) { return directory::findUser(reader, *sealer, id); })
               : Result<directory::User>(tl::unexpected<Error>(sealer.error()));
    if (!user) {
        return refuse(oauth::ErrorCode::InvalidToken);
    }
    json::Object claims{{"sub", id.text()}};
    for (const char* name : {"org_id", "org", "idp"}) {
        if (const json::Value* value = json::member((*token)->claims, name)) {
            claims[name] = *value;
        }
    }
    claims["roles"] = activeRoles(*user, m_parts.clock.now());
    addScopedClaims(*user, scope->tokens(), claims);
    return web::jsonResponse(200, json::write(claims));
}

} // namespace gatehouse::oidc::provider
