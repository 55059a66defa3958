// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "apps/app.h"
#include "connections/connections.h"
#include "keys/key_ring.h"
#include "login/login_service.h"
#include "saml/sp/single_logout.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"
#include "web/public_url.h"
#include "web/router.h"
#include "json/json.h"

namespace gatehouse::saml::sp {

/// Where a sign-in leads that a provider began.
struct Opened {
    std::shared_ptr<const apps::App> app;
    std::string startAt;     ///< where the app begins a sign-in of its own
    json::Object downstream; ///< of a login that ends there
};

/// Our addresses towards SAML providers (contract section 2): `/sso/saml/{connectionId}/metadata`, `acs` and `slo`.
class ServiceProvider {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const gatehouse::keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        connections::ConnectionCache& connections;
        login::LoginService& logins;
        const web::PublicUrl& publicUrl;
        SingleLogout& logout;
        /// The app that a RelayState means. `saml.unsolicited` where there is none that can be begun so.
        std::function<Result<Opened>(const tenants::Tenant&, const std::string& relayState)> opens;
    };
    explicit ServiceProvider(Parts parts)
        : m_parts(std::move(parts)) {}
    void mount(web::Router& router);

private:
    /// Signed, with the key of now and the next one; with `?keys=current` the one of now alone, for software that takes
    /// only one. 404 where there is no such connection.
    [[nodiscard]] http::Response metadata(const ConnectionId& id, bool currentAlone) const;
    /// A browser that comes from the provider's page brings no cookie of ours (SameSite=Lax on a POST): it is sent
    /// here once more, by a form of our own, and then it does.
    [[nodiscard]] http::Response consume(const ConnectionId& id, const http::Request& request) const;
    /// A response that nobody asked for: the app that it is for begins a sign-in itself. Where the connection allows
    /// it, the response signs the person in first.
    [[nodiscard]] http::Response takeUnasked(const ConnectionId& id, const http::Parameters& answer,
                                             const std::string& relayState, const login::Browser& browser) const;

    Parts m_parts;
};

} // namespace gatehouse::saml::sp
