// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/registrations.h"
#include "audit/record.h"
#include "http/forms.h"
#include "login/downstream.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/app_keys.h"
#include "oidc/provider/authorize_request.h"
#include "oidc/provider/client_authentication.h"
#include "oidc/provider/device_visit.h"
#include "oidc/provider/dpop_gate.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/guesses.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/issuer_keys.h"
#include "oidc/provider/parts.h"
#include "sessions/device_requests.h"
#include "web/router.h"

namespace gatehouse::oidc::provider {

/// The OpenID provider at every issuer. One object for all tenants: the issuer comes with each request.
class Provider final : public login::Downstream {
public:
    explicit Provider(Parts parts)
        : m_parts(std::move(parts))
        , m_tokens(m_parts)
        , m_appKeys(m_parts.client, m_parts.clock)
        , m_issuerKeys(m_parts.client, m_parts.clock)
        , m_dpop(m_parts.clock) {}
    /// Mounts every address of contract section 2 that this module owns, at the tenants' issuers and at the front door.
    void mount(web::Router& router);

    /// What proves this provider's own access tokens, for the Admin API. Lives as long as this object.
    [[nodiscard]] AccessTokens& accessTokens() { return m_tokens; }

    [[nodiscard]] Result<http::Response> grant(store::Writer& writer, const store::Sealer& sealer,
                                               const login::Flow& flow, const sessions::Session& session,
                                               Time now) override;
    [[nodiscard]] std::optional<http::Response> refusal(const login::Flow& flow, std::string_view error,
                                                        std::string_view description, Time now) override;
    [[nodiscard]] std::string refusalUrl(const login::Flow& flow, std::string_view error,
                                         std::string_view description) override;

private:
    using Handler = http::Response (Provider::*)(const Issuer&, const http::Request&);
    void mountAt(web::Router& router, std::string_view prefix);
    void add(web::Router& router, std::string_view method, const std::string& path, Handler handler,
             web::Router::Cors cors);

    [[nodiscard]] http::Response discovery(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response jwks(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response push(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] tl::expected<std::string, oauth::ProtocolError>
    pushRequest(const Issuer& issuer, const ClientRequest& client, const http::Request& request);
    [[nodiscard]] http::Response authorize(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response consent(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response token(const Issuer& issuer, const http::Request& request);
    /// `type`: one that grantTypeOf let through.
    [[nodiscard]] Result<TokenAnswer> runGrant(std::string_view type, const Issuer& issuer, const ClientRequest& client,
                                               const std::string& ip);
    /// The DPoP key of a token request, where the app may or has to bind its tokens.
    [[nodiscard]] Result<std::optional<oauth::DpopProof>> provenKey(const Issuer& issuer, const apps::App& app,
                                                                    const http::Request& request);
    /// A token that is bound comes with a proof of its key, and one that is not comes without (RFC 9449, 7.1 and 7.2);
    /// one that is bound to a certificate comes over a connection with it (RFC 8705, 3).
    [[nodiscard]] Status checkBinding(const Issuer& issuer, const http::Request& request, const AccessToken& token,
                                      std::string_view text, bool withProof);
    [[nodiscard]] http::Response userinfo(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response introspect(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response revoke(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response logout(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response signedOut(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response globalRevocation(const Issuer& issuer, const http::Request& request);
    /// How many people the identifier means; everything of theirs ends. `oauth.invalid_request.sub_id`.
    [[nodiscard]] Result<std::int64_t> revokeEverythingOf(const Issuer& issuer, const audit::Actor& actor,
                                                          const std::optional<ConnectionId>& provider,
                                                          const json::Object& identifier, const std::string& ip);
    [[nodiscard]] http::Response deviceAuthorization(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response devicePage(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response deviceConfirm(const Issuer& issuer, const http::Request& request);
    /// The open request that a code names, nullopt for a wrong one. `device.too_many_codes`.
    [[nodiscard]] Result<std::optional<sessions::KeptDeviceRequest>> enteredDevice(const Issuer& issuer,
                                                                                   const DeviceVisit& visit);
    /// Who answers a device: the one account that is signed in and good enough, or the way to one.
    [[nodiscard]] tl::expected<BrowserSession, http::Response>
    deviceAccount(const Issuer& issuer, const http::Request& request, const DeviceVisit& visit,
                  const std::shared_ptr<const apps::App>& app);

    [[nodiscard]] http::Response registerApp(const Issuer& issuer, const http::Request& request);
    [[nodiscard]] http::Response manageApp(const Issuer& issuer, const std::string& clientId,
                                           const http::Request& request);
    [[nodiscard]] Result<http::Response> replaceApp(const Issuer& issuer, const http::Request& request, apps::App app,
                                                    apps::Registration registration);
    [[nodiscard]] Result<http::Response> removeApp(const Issuer& issuer, const http::Request& request,
                                                   const apps::App& app, const apps::Registration& registration);

    Parts m_parts;
    AccessTokens m_tokens;
    AppKeys m_appKeys;
    IssuerKeys m_issuerKeys;
    DpopGate m_dpop;
    Guesses m_guesses;
};

/// Makes a code for a session in the caller's transaction and gives it. `request` is the JSON of AuthorizeRequest.
/// `family`: the id of the tokens that follow; of a login its flow's, so that the two are known to belong together.
[[nodiscard]] Result<std::string> mintCode(store::Writer& writer, const TenantId& tenant, Seconds refreshLife,
                                           const AppId& app, const sessions::Session& session,
                                           const json::Object& request, std::string family, Time now);

} // namespace gatehouse::oidc::provider
