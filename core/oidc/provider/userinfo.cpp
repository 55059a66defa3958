// SPDX-License-Identifier: Apache-2.0
#include "directory/directory.h"
#include "oauth/app_signatures.h"
#include "oauth/error.h"
#include "oauth/sender_key.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

// The access token of a request: header, or form body on POST (RFC 6750, 2.1 and 2.2; RFC 9449, 7.1). Never the query.
struct Presented {
    std::string token;
    bool withProof = false; ///< by the DPoP scheme
};

Presented presentedToken(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    for (const std::string_view scheme : {"bearer ", "dpop "}) {
        if (asciiLower(header.substr(0, scheme.size())) == scheme) {
            return {std::string(header.substr(scheme.size())), scheme == "dpop "};
        }
    }
    if (request.method == "POST" && header.empty()) {
        if (const auto form = http::Parameters::parse(request.body); form && form->count("access_token") == 1) {
            return {std::string(*form->get("access_token")), false};
        }
    }
    return {};
}

// JSON, or signed for an app that registered for that (OpenID Connect Core 1.0, 5.3.2).
http::Response answerAbout(const Parts& parts, const Issuer& issuer, std::string_view clientId, json::Object claims) {
    const auto app = parts.apps.find(issuer.keys, issuer.slug(), clientId);
    if (!app || !(*app)->signedWith.userinfo) {
        return web::jsonResponse(200, json::write(claims));
    }
    claims["iss"] = issuer.url;
    claims["aud"] = clientId;
    auto token = sign(parts.keys, issuer, "JWT", claims, (*app)->signedWith.userinfo);
    if (!token) {
        return oauth::toTokenResponse(token.error());
    }
    http::Response response = web::jsonResponse(200, *std::move(token));
    response.headers.set("Content-Type", "application/jwt");
    return response;
}

} // namespace

Status Provider::checkBinding(const Issuer& issuer, const http::Request& request, const AccessToken& token,
                              std::string_view text, bool withProof) {
    if (oauth::isCertificateKey(token.jkt)) { // RFC 8705, 3
        return !withProof && oauth::certificateKey(request.peer.clientCertificate) == token.jkt
                   ? Status()
                   : fail(Code::Unauthenticated, "oauth.invalid_token", "the token is bound to another certificate");
    }
    if (withProof == token.jkt.empty()) {
        return fail(Code::Unauthenticated, "oauth.invalid_token",
                    withProof ? "the token is a bearer's" : "the token is bound to a key");
    }
    if (!withProof) {
        return {};
    }
    TRY(proof, m_dpop.check(request, issuer.url + "/oauth2/userinfo", text, DpopGate::Nonce::Optional));
    if (!proof) {
        return fail(Code::Unauthenticated, "oauth.invalid_dpop_proof.missing");
    }
    return proof->jkt == token.jkt ? Status() : fail(Code::Unauthenticated, "oauth.invalid_token", "another key");
}

http::Response Provider::userinfo(const Issuer& issuer, const http::Request& request) {
    const auto [text, withProof] = presentedToken(request);
    if (text.empty()) {
        return oauth::toResourceResponse({});
    }
    const auto refuse = [&, dpop = withProof](oauth::ErrorCode code) {
        oauth::BearerChallenge challenge;
        challenge.error = code;
        if (dpop) {
            challenge.scheme = "DPoP";
            for (const std::string& name : oauth::appSignatureNames()) {
                challenge.algorithms.append(challenge.algorithms.empty() ? "" : " ").append(name);
            }
        }
        http::Response response = oauth::toResourceResponse(challenge);
        if (dpop) {
            response.headers.set("DPoP-Nonce", m_dpop.nonce());
        }
        return response;
    };
    const auto token = m_tokens.prove(issuer, text);
    if (!token) {
        return refuse(oauth::ErrorCode::InvalidToken);
    }
    if (const Status bound = checkBinding(issuer, request, **token, text, withProof); !bound) {
        return refuse(oauth::toProtocolError(bound.error()).code);
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
    struct Known {
        directory::User user;
        sessions::Family family;
    };
    const auto known = sealer ? m_parts.store.read([&](store::Reader& reader) -> Result<Known> {
        TRY(family, sessions::findFamily(reader, (*token)->tenant, (*token)->familyId));
        TRY(user, directory::findUser(reader, *sealer, family.user));
        return Known{std::move(user), std::move(family)};
    })
                              : Result<Known>(tl::unexpected<Error>(sealer.error()));
    if (!known) {
        return refuse(oauth::ErrorCode::InvalidToken);
    }
    json::Object claims;
    for (const char* name : {"sub", "org_id", "org", "idp"}) {
        if (const json::Value* value = json::member((*token)->claims, name)) {
            claims[name] = *value;
        }
    }
    claims["roles"] = activeRoles(known->user, m_parts.clock.now());
    addScopedClaims(known->user, scope->tokens(), claims);
    addNamedClaims(known->user, known->family.userinfoClaims, claims);
    return answerAbout(m_parts, issuer, (*token)->clientId, std::move(claims));
}

} // namespace gatehouse::oidc::provider
