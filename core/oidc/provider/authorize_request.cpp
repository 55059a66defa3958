// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/authorize_request.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/words.h"
#include "oauth/claims_request.h"
#include "oauth/pkce.h"
#include "oauth/redirect_uri.h"
#include "oauth/resource.h"
#include "oidc/provider/token_claims.h"

namespace gatehouse::oidc::provider {
namespace {

using oauth::ErrorCode;
using oauth::ProtocolError;

constexpr std::size_t kMaxState = 4096;
constexpr std::size_t kMaxNonce = 512;
constexpr std::size_t kMaxHint = 512;

tl::unexpected<ProtocolError> refuse(ErrorCode code, std::string description) {
    return tl::unexpected<ProtocolError>(ProtocolError{code, std::move(description), 0});
}

std::string value(const http::Parameters& parameters, std::string_view name) {
    return std::string(parameters.get(name).value_or(""));
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        if (space != 0) {
            out.emplace_back(text.substr(0, space));
        }
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
    return out;
}

bool hasGrant(const apps::App& app, std::string_view grant) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), grant) != app.grantTypes.end();
}

// What an app may have of what it asks for by name: claims of a scope that is registered for it. Others are left out,
// as 5.5.1 wants it.
std::vector<std::string> releasable(const std::vector<oauth::ClaimRequest>& claims, const apps::App& app) {
    std::vector<std::string> names;
    for (const oauth::ClaimRequest& claim : claims) {
        const std::string_view scope = scopeOfClaim(claim.name);
        if (!scope.empty() && std::find(app.scopes.begin(), app.scopes.end(), scope) != app.scopes.end()) {
            names.push_back(claim.name);
        }
    }
    return names;
}

} // namespace

Result<std::string> provenRedirectUri(const http::Parameters& parameters, const apps::App& app) {
    const auto asked = parameters.get("redirect_uri");
    if (!asked || asked->empty()) {
        return fail(Code::InvalidArgument, "oauth.redirect_uri", "no redirect_uri");
    }
    if (!oauth::matches(app.redirectUris, *asked, app.type == apps::Type::Native)) {
        return fail(Code::InvalidArgument, "oauth.redirect_uri", "not registered");
    }
    return std::string(*asked);
}

tl::expected<AuthorizeRequest, ProtocolError> parseAuthorizeRequest(const http::Parameters& parameters,
                                                                    const apps::App& app, std::string redirectUri) {
    AuthorizeRequest request;
    request.redirectUri = std::move(redirectUri);
    request.state = value(parameters, "state");
    if (request.state.size() > kMaxState) {
        return refuse(ErrorCode::InvalidRequest, "state is too long");
    }
    if (const auto repeated = parameters.repeated({"resource"})) {
        return refuse(ErrorCode::InvalidRequest, std::string(*repeated) + " appears twice");
    }
    if (parameters.get("request")) {
        return refuse(ErrorCode::RequestNotSupported, "request objects are not supported");
    }
    if (parameters.get("request_uri")) {
        return refuse(ErrorCode::RequestUriNotSupported, "request_uri is not supported");
    }
    const std::string responseType = value(parameters, "response_type");
    if (responseType.empty()) {
        return refuse(ErrorCode::InvalidRequest, "response_type is missing");
    }
    if (responseType != "code") {
        return refuse(ErrorCode::UnsupportedResponseType, "only code is supported");
    }
    if (!hasGrant(app, "authorization_code")) {
        return refuse(ErrorCode::UnauthorizedClient, "the app may not use authorization codes");
    }
    const auto mode = parseResponseMode(value(parameters, "response_mode"));
    if (!mode) {
        return refuse(ErrorCode::InvalidRequest, "response_mode is not supported");
    }
    request.responseMode = *mode;
    request.clientId = app.clientId;
    const std::string scopeText = value(parameters, "scope");
    if (!scopeText.empty()) {
        const auto asked = oauth::ScopeSet::parse(scopeText);
        const auto allowed = oauth::ScopeSet::fromTokens(app.scopes);
        if (!asked || !allowed) {
            return refuse(ErrorCode::InvalidScope, "the scope is malformed");
        }
        request.scope =
            asked->intersection(*allowed); // what is not understood is left out (OpenID Connect Core 1.0, 3.1.2.1)
    }
    auto resources = oauth::requestedResources(parameters, app.audiences);
    if (!resources) {
        return refuse(ErrorCode::InvalidTarget, resources.error().detail + " is not registered for the app");
    }
    request.resources = *std::move(resources);
    if (const std::string text = value(parameters, "authorization_details"); !text.empty()) {
        const auto details = oauth::parseAuthorizationDetails(text, app.authorizationDetails);
        if (!details) {
            return refuse(ErrorCode::InvalidAuthorizationDetails, "authorization_details: " + details.error().detail);
        }
        request.authorizationDetails = json::write(json::Value(*details));
    }
    request.nonce = value(parameters, "nonce");
    if (request.nonce.size() > kMaxNonce) {
        return refuse(ErrorCode::InvalidRequest, "nonce is too long");
    }
    request.codeChallenge = value(parameters, "code_challenge");
    if (const Status pkce = oauth::checkChallenge(request.codeChallenge, value(parameters, "code_challenge_method"));
        !pkce) {
        return refuse(ErrorCode::InvalidRequest, "PKCE with S256 is required: " + pkce.error().reason);
    }
    if (app.dpop != apps::Use::Off) {
        request.dpopJkt = value(parameters, "dpop_jkt");
        if (const auto digest = base64UrlDecode(request.dpopJkt);
            !request.dpopJkt.empty() && (!digest || digest->size() != 32)) {
            return refuse(ErrorCode::InvalidRequest, "dpop_jkt is no SHA-256 thumbprint");
        }
    }
    const auto prompt = oauth::parsePrompt(value(parameters, "prompt"));
    if (!prompt) {
        return refuse(ErrorCode::InvalidRequest, "prompt is malformed");
    }
    request.prompt = *prompt;
    request.maxAge = app.defaultMaxAge;
    if (const auto maxAge = parameters.get("max_age"); maxAge && !maxAge->empty()) {
        const auto seconds = oauth::parseMaxAge(*maxAge);
        if (!seconds) {
            return refuse(ErrorCode::InvalidRequest, "max_age is malformed");
        }
        request.maxAge = *seconds;
    }
    request.acrValues = words(value(parameters, "acr_values"));
    if (const std::string text = value(parameters, "claims"); !text.empty()) {
        const auto claims = oauth::parseClaimsRequest(text);
        if (!claims) {
            return refuse(ErrorCode::InvalidRequest, "claims: " + claims.error().detail);
        }
        const oauth::AcrRequest acr = oauth::acrOf(*claims);
        if (!acr.values.empty() && (acr.essential || request.acrValues.empty())) {
            request.acrValues = acr.values;
        }
        request.idTokenClaims = releasable(claims->idToken, app);
        request.userinfoClaims = releasable(claims->userinfo, app);
    }
    if (request.acrValues.empty()) { // OpenID Connect Dynamic Client Registration 1.0, 2
        request.acrValues = app.defaultAcrValues;
    }
    request.loginHint = value(parameters, "login_hint").substr(0, kMaxHint);
    request.domainHint = value(parameters, "domain_hint").substr(0, kMaxHint);
    request.uiLocales = value(parameters, "ui_locales").substr(0, 100);
    request.idTokenHint = value(parameters, "id_token_hint");
    request.organization = value(parameters, "organization").substr(0, 100);
    request.connection = value(parameters, "connection").substr(0, 100);
    return request;
}

json::Object toJson(const AuthorizeRequest& request, const TenantId& issuer) {
    json::Object out{
        {"issuer", issuer.text()}, {"redirectUri", request.redirectUri},     {"state", request.state},
        {"nonce", request.nonce},  {"codeChallenge", request.codeChallenge}, {"scope", request.scope.text()}};
    out["clientId"] = request.clientId;
    if (request.responseMode != ResponseMode::Query) {
        out["responseMode"] = responseModeName(request.responseMode);
    }
    if (request.prompt.consent) {
        out["askConsent"] = true;
    }
    if (!request.dpopJkt.empty()) {
        out["dpopJkt"] = request.dpopJkt;
    }
    if (!request.resources.empty()) {
        out["resources"] = joinWords(request.resources);
    }
    if (!request.idTokenClaims.empty() || !request.userinfoClaims.empty()) {
        out["idTokenClaims"] = joinWords(request.idTokenClaims);
        out["userinfoClaims"] = joinWords(request.userinfoClaims);
    }
    if (!request.authorizationDetails.empty()) {
        out["authorizationDetails"] = request.authorizationDetails;
    }
    if (!request.pushed.empty()) {
        out["pushed"] = request.pushed;
    }
    return out;
}

} // namespace gatehouse::oidc::provider
