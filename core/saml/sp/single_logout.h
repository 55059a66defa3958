// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "connections/connections.h"
#include "http/message.h"
#include "keys/key_ring.h"
#include "login/worker_shares.h"
#include "saml/sp/idp_cache.h"
#include "saml/wire/logout.h"
#include "sessions/sessions.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"
#include "web/public_url.h"

namespace gatehouse::saml::sp {

/// Single logout with SAML providers (SAML V2.0 Profiles, 4.4) by redirect and POST: a provider's request ends the
/// sessions that it means and is answered; its answer to ours ends on a page. Both have to be signed.
class SingleLogout {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const gatehouse::keys::KeyRing& keys;
        const tenants::TenantCache& tenants;
        connections::ConnectionCache& connections;
        IdpCache& idps;
        login::WorkerShares& shares;
        sessions::Endings& endings;
        const web::PublicUrl& publicUrl;
    };
    explicit SingleLogout(Parts parts)
        : m_parts(parts) {}
    /// Any request to `/sso/saml/{connectionId}/slo`.
    [[nodiscard]] http::Response receive(const ConnectionId& id, const http::Request& request);

private:
    [[nodiscard]] Result<http::Response> take(const ConnectionId& id, const http::Request& request);
    /// The signed redirect that tells the provider that its request was carried out.
    [[nodiscard]] Result<http::Response> answer(const connections::Connection& connection, const Idp& idp,
                                                const wire::LogoutRequest& request, const std::string& relayState);
    /// Ends what the request means, once; how many sessions.
    [[nodiscard]] Result<std::int64_t> end(const connections::Connection& connection,
                                           const wire::LogoutRequest& request, const std::string& ip, Time now);

    Parts m_parts;
};

} // namespace gatehouse::saml::sp
