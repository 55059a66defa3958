// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "apps/apps.h"
#include "base/ids.h"
#include "base/time.h"
#include "connections/connections.h"
#include "connections/provider_cache.h"
#include "http/client.h"
#include "keys/jwks_fetches.h"
#include "keys/key_ring.h"
#include "login/login_service.h"
#include "login/upstream.h"
#include "oidc/provider/logout_frame.h"
#include "sessions/sessions.h"
#include "store/store.h"
#include "tenants/tenant_cache.h"
#include "web/public_url.h"

namespace gatehouse::oidc::provider {

/// What the provider is built on. Everything outlives it.
struct Parts {
    store::Store& store;
    const Clock& clock;
    const keys::KeyRing& keys;
    const tenants::TenantCache& tenants;
    apps::AppCache& apps;
    connections::ConnectionCache& connections;
    login::LoginService& logins;
    login::Upstream& upstream;
    const web::PublicUrl& publicUrl;
    http::Client& client;
    sessions::Endings& endings;
    connections::ProviderCache& providers;
    /// Whether a person of the tenant administers anything: who does not gets nothing through the console's own app.
    /// Unset: nobody does.
    std::function<Result<bool>(store::Reader&, const TenantId&, const UserId&)> administers = {};
    /// The connection whose identity provider signed a request to revoke everything of somebody, sent to the address
    /// given last. Unset: none may ask.
    std::function<Result<ConnectionId>(const TenantId&, std::string_view, const std::string&)> proveRevocation = {};
    std::string mutualTlsUrl{}; ///< where the same addresses take client certificates, instead of the base; or empty
    keys::JwksFetches* jwksFetches = nullptr; ///< nullptr: nobody counts who fetches our keys
    /// Frames for a session's apps of other protocols, but for the app given last. Unset: there are none.
    std::function<Result<std::vector<LogoutFrame>>(const TenantId&, const SessionId&, const AppId&)> moreLogoutFrames =
        {};
};

} // namespace gatehouse::oidc::provider
