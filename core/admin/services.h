// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "admin/api/sandbox.h"
#include "apps/apps.h"
#include "base/time.h"
#include "connections/connections.h"
#include "connections/provider_cache.h"
#include "http/client.h"
#include "keys/key_ring.h"
#include "login/login_service.h"
#include "login/worker_shares.h"
#include "oidc/provider/access_tokens.h"
#include "store/store.h"
#include "tenants/domains.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::admin {

/// The practice IdP, where there is one.
struct SandboxControl {
    std::function<Result<api::Sandbox>(const tenants::Tenant&)> get;
    /// Switches the faults that are named. `sandbox.fault_unknown`.
    std::function<Result<api::Sandbox>(const tenants::Tenant&, const std::vector<api::Fault>&)> setFaults;
};

/// Everything the handlers work on. What is referred to outlives Admin.
struct Services {
    store::Store& store;
    const Clock& clock;
    keys::KeyRing& keys;
    tenants::TenantCache& tenants;
    connections::ConnectionCache& connections;
    connections::ProviderCache& providers;
    apps::AppCache& apps;
    login::LoginService& login;
    http::Client& outbound;
    const web::PublicUrl& publicUrl;
    std::string version;
    Time startedAt;
    bool allowHttp = false; ///< upstream providers on loopback may use plain http
    tenants::LookupTxt lookupTxt = tenants::systemLookupTxt;
    login::WorkerShares* workers = nullptr; ///< held while a worker is out at a tenant's servers; nullptr: no limit
    oidc::provider::AccessTokens* accessTokens = nullptr; ///< nullptr: no person comes with a token of ours
    SandboxControl sandbox = {};                          ///< empty: sandbox is off and its routes are not there
};

} // namespace gatehouse::admin
