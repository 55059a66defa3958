// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apps/app.h"
#include "http/forms.h"
#include "oauth/error.h"
#include "oauth/prompt.h"
#include "oauth/scope.h"
#include "oidc/provider/answer.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// An authorization request whose client and redirect URI are proven: from here on errors may go back to the app.
struct AuthorizeRequest {
    std::string redirectUri;
    std::string state;
    std::string nonce;
    std::string clientId;
    ResponseMode responseMode = ResponseMode::Query;
    std::string codeChallenge;
    std::string dpopJkt;   ///< thumbprint of the key that has to redeem the code (RFC 9449, 10); may be empty
    oauth::ScopeSet scope; ///< what was asked and the app may have
    oauth::Prompt prompt;
    std::optional<Seconds> maxAge;
    std::vector<std::string> acrValues;
    std::vector<std::string> resources;     ///< what the tokens are to be for (RFC 8707)
    std::vector<std::string> idTokenClaims; ///< asked for one by one, of those that we have and the app may have
    std::vector<std::string> userinfoClaims;
    std::string authorizationDetails; ///< a JSON array of what the app may ask for (RFC 9396); may be empty
    std::string loginHint;
    std::string domainHint;
    std::string uiLocales;
    std::string idTokenHint;
    std::string organization; ///< slug or id; front door only
    std::string connection;   ///< id or name
    std::string pushed;       ///< see Asked; empty where nothing was pushed
};

/// The redirect URI of a request if the app has registered it: `oauth.redirect_uri` otherwise, and then nothing may be
/// redirected. May be left out where exactly one is registered (RFC 6749, 3.1.2.3).
[[nodiscard]] Result<std::string> provenRedirectUri(const http::Parameters& parameters, const apps::App& app);

/// Everything else of the request (RFC 6749, 4.1.1; OpenID Connect Core 1.0, 3.1.2.1; RFC 7636, 4.3). The error is for
/// the app.
[[nodiscard]] tl::expected<AuthorizeRequest, oauth::ProtocolError>
parseAuthorizeRequest(const http::Parameters& parameters, const apps::App& app, std::string redirectUri);

/// What a login carries from the app's question to its answer.
[[nodiscard]] json::Object toJson(const AuthorizeRequest& request, const TenantId& issuer);

} // namespace gatehouse::oidc::provider
