// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connections/connections.h"
#include "connections/provider_cache.h"
#include "keys/key_ring.h"
#include "login/worker_shares.h"
#include "sessions/sessions.h"
#include "tenants/tenant_cache.h"
#include "web/router.h"

namespace gatehouse::oidc::rp {

/// Hears upstream providers say that somebody logged out there (OpenID Connect Back-Channel Logout 1.0): ends our
/// sessions of that connection, and thereby tells the apps.
class BackchannelLogoutReceiver {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        connections::ConnectionCache& connections;
        connections::ProviderCache& providers;
        login::WorkerShares& shares;
        sessions::Endings& endings;
    };
    explicit BackchannelLogoutReceiver(Parts parts)
        : m_parts(parts) {}
    /// Mounts POST /sso/oidc/{connectionId}/backchannel-logout.
    void mount(web::Router& router);

private:
    [[nodiscard]] http::Response receive(const ConnectionId& id, const http::Request& request);
    [[nodiscard]] Status take(const ConnectionId& id, std::string_view token, const std::string& ip);
    Parts m_parts;
};

} // namespace gatehouse::oidc::rp
