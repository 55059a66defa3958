// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/connections.h"
#include "keys/key_ring.h"
#include "login/login_service.h"
#include "saml/sp/single_logout.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"
#include "web/public_url.h"
#include "web/router.h"

namespace gatehouse::saml::sp {

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
    };
    explicit ServiceProvider(Parts parts)
        : m_parts(parts) {}
    void mount(web::Router& router);

private:
    /// Signed, with the key of now and the next one; with `?keys=current` the one of now alone, for software that takes
    /// only one. 404 where there is no such connection.
    [[nodiscard]] http::Response metadata(const ConnectionId& id, bool currentAlone) const;
    /// A browser that comes from the provider's page brings no cookie of ours (SameSite=Lax on a POST): it is sent
    /// here once more, by a form of our own, and then it does.
    [[nodiscard]] http::Response consume(const ConnectionId& id, const http::Request& request) const;

    Parts m_parts;
};

} // namespace gatehouse::saml::sp
