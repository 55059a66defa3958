// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "apps/app.h"
#include "http/forms.h"
#include "http/message.h"
#include "login/login_service.h"
#include "oidc/provider/authorize_request.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// Where a question can be put again with a choice added to it.
struct Again {
    std::string address;
    http::Parameters parameters;
};

/// An app that wants somebody signed in, by the protocol that it speaks. Its request is sound: it may be told.
class Asker {
public:
    virtual ~Asker() = default;
    /// Tells the app that nobody was signed in; `error` is an error code of OAuth 2.0 or OpenID Connect.
    [[nodiscard]] virtual http::Response tell(std::string_view error, std::string_view description) = 0;
    /// Whether the request is about the person of this session, by what only its protocol knows.
    [[nodiscard]] virtual bool isMeant(const BrowserSession& candidate) const = 0;
    /// The app's answer from a session that is strong and fresh enough. `oauth.consent_required`, `login.state_used`;
    /// PermissionDenied where the person may not use the app.
    [[nodiscard]] virtual Result<http::Response> answerFrom(const BrowserSession& signedIn, web::Language language) = 0;
    /// What a login carries to its end: LoginRequest::downstream.
    [[nodiscard]] virtual json::Object carried(const AuthorizeRequest& request) const = 0;
    [[nodiscard]] virtual Result<Again> again() = 0;
};

/// Is the browser signed in already, and if not, with whom should it sign in? Of `request` only what says who is meant
/// and how they have to sign in counts.
[[nodiscard]] http::Response signIn(const Parts& parts, const Issuer& issuer,
                                    const std::shared_ptr<const apps::App>& app, AuthorizeRequest request, Asker& asker,
                                    const http::Request& http, const login::Browser& browser);

} // namespace gatehouse::oidc::provider
