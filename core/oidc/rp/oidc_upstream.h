// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "connections/provider_cache.h"
#include "http/client.h"
#include "keys/key_ring.h"
#include "login/upstream.h"
#include "oidc/rp/dpop_key.h"

namespace gatehouse::oidc::rp {

/// OpenID Connect towards a tenant's provider: code flow with PKCE S256, state, nonce and `iss` (RFC 9700, 2.1
/// and 4.4); access tokens bound by DPoP where the provider announces it. Reasons on failure: mixup_suspected,
/// upstream.* (see docs/errors.md), id_token.*, userinfo.sub, unmet_authentication_requirements.
class OidcUpstream final : public login::Upstream {
public:
    OidcUpstream(connections::ProviderCache& providers, http::Client& client, const keys::KeyRing& keys,
                 const Clock& clock)
        : m_providers(providers)
        , m_client(client)
        , m_keys(keys)
        , m_clock(clock) {}
    [[nodiscard]] Result<login::Departure> start(const connections::Connection& connection,
                                                 const login::Trip& trip) override;
    [[nodiscard]] login::Proof finish(const connections::Connection& connection, const login::Trip& trip,
                                      const http::Parameters& answer) override;
    [[nodiscard]] login::Proof replay(const connections::Connection& connection,
                                      const login::Recording& recording) const override;
    [[nodiscard]] std::string logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                        const std::string& returnTo) override;

private:
    struct TokenAnswer {
        std::string idToken;
        std::string accessToken;
        std::optional<DpopKey> key{}; ///< that the access token is bound to
    };
    [[nodiscard]] Result<http::OutboundRequest> tokenRequest(const connections::Connection& connection,
                                                             const connections::ProviderMetadata& metadata,
                                                             const login::Trip& trip, std::string_view code,
                                                             const std::optional<DpopKey>& key) const;
    [[nodiscard]] Result<TokenAnswer> redeem(const connections::Connection& connection,
                                             const connections::ProviderMetadata& metadata, const login::Trip& trip,
                                             std::string_view code, login::Proof& proof);
    [[nodiscard]] Result<json::Object> fetchUserinfo(const connections::Connection& connection,
                                                     const connections::Provider& provider, TokenAnswer& tokens,
                                                     login::Twin twin, login::Proof& proof);

    connections::ProviderCache& m_providers;
    http::Client& m_client;
    const keys::KeyRing& m_keys;
    const Clock& m_clock;
};

} // namespace gatehouse::oidc::rp
