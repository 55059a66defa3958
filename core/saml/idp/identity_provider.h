// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/message.h"
#include "login/login_service.h"
#include "oidc/provider/frontchannel_logout.h"
#include "oidc/provider/issuer.h"
#include "saml/idp/ask.h"
#include "saml/idp/parts.h"
#include "saml/wire/received.h"
#include "web/router.h"

namespace gatehouse::saml::idp {

/// The SAML identity provider at every tenant's issuer, for apps of type saml: `saml/metadata`, `sso`, `slo` (contract
/// section 2), and `launch`, which opens an app from a portal.
class IdentityProvider {
public:
    explicit IdentityProvider(Parts parts)
        : m_parts(parts) {}
    void mount(web::Router& router);
    /// What the browser opens to sign a session's apps of type saml out, but for `except`: a LogoutRequest to each by
    /// redirect.
    [[nodiscard]] Result<std::vector<oidc::provider::LogoutFrame>>
    logoutFrames(const TenantId& tenant, const SessionId& session, const AppId& except = {}) const;

private:
    using Issuer = oidc::provider::Issuer;
    [[nodiscard]] http::Response metadata(const Issuer& issuer) const;
    /// An AuthnRequest, or one that was kept (`ticket`) with a choice added.
    [[nodiscard]] http::Response signOn(const Issuer& issuer, const http::Request& request) const;
    [[nodiscard]] http::Response launch(const Issuer& issuer, const http::Request& request) const;
    [[nodiscard]] http::Response logout(const Issuer& issuer, const http::Request& request) const;

    /// A request of an app, proven as far as its metadata wants it.
    struct Proven {
        std::shared_ptr<const apps::App> app;
        Ask ask;
    };
    [[nodiscard]] Result<Proven> prove(const Issuer& issuer, const http::Request& request) const;
    [[nodiscard]] Result<Proven> provenKept(const Issuer& issuer, std::string_view ticket) const;
    /// Keeps it for ten minutes: its ticket.
    [[nodiscard]] Result<std::string> keep(const Issuer& issuer, const Proven& proven) const;
    [[nodiscard]] http::Response signIn(const Issuer& issuer, const Proven& proven, const http::Request& request,
                                        const http::Parameters& choices, const std::string& ticket) const;
    /// `oauth.client_unknown` for whatever is no app of type saml here.
    [[nodiscard]] Result<std::shared_ptr<const apps::App>> appOf(const Issuer& issuer, std::string_view entityId) const;
    [[nodiscard]] Result<http::Response> takeLogout(const Issuer& issuer, const http::Request& request) const;

    friend class ServiceProviderAsker;
    Parts m_parts;
};

} // namespace gatehouse::saml::idp
