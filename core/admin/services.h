// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/sandbox.h"
#include "apps/apps.h"
#include "base/time.h"
#include "catalog/catalog.h"
#include "connections/connections.h"
#include "connections/provider_cache.h"
#include "http/client.h"
#include "keys/jwks_fetches.h"
#include "keys/key_ring.h"
#include "login/login_service.h"
#include "login/worker_shares.h"
#include "oidc/provider/access_tokens.h"
#include "saml/sp/idp_cache.h"
#include "scim/outbound/synchronizer.h"
#include "scim/server/server.h"
#include "sessions/sessions.h"
#include "ssf/transmitter/transmitter.h"
#include "store/store.h"
#include "tenants/domains.h"
#include "tenants/tenant_cache.h"

namespace gatehouse::admin {

/// The practice IdP, where there is one. Each function fails with `sandbox.not_found` for a tenant without.
struct SandboxControl {
    /// All but the snapshot.
    std::function<Result<api::Sandbox>(const tenants::Tenant&)> get;
    /// Switches the faults that are named. `sandbox.fault_unknown`.
    std::function<Status(const tenants::Tenant&, const std::vector<api::Fault>&)> setFaults;
    /// Off releases what is held.
    std::function<Status(const tenants::Tenant&, bool)> setHold;
    std::function<Result<std::vector<api::HeldStep>>(const tenants::Tenant&)> held;
    /// The oldest, or the one with this id. `sandbox.nothing_held`, `sandbox.step_unknown`.
    std::function<Result<api::HeldStep>(const tenants::Tenant&, const std::optional<std::string>&)> next;
    std::function<Result<std::int64_t>(const tenants::Tenant&)> releaseAll;
    /// `sandbox.scenario_unknown`.
    std::function<Result<api::ScenarioStart>(const tenants::Tenant&, const std::string&)> start;
    /// Switches these faults on and all others off, and gives up what is held.
    std::function<Status(const tenants::Tenant&, const std::vector<std::string>&)> reset;
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
    sessions::Endings& endings;
    std::string version;
    Time startedAt;
    bool allowHttp = false; ///< upstream providers on loopback may use plain http
    tenants::LookupTxt lookupTxt = tenants::systemLookupTxt;
    login::WorkerShares* workers = nullptr; ///< held while a worker is out at a tenant's servers; nullptr: no limit
    oidc::provider::AccessTokens* accessTokens = nullptr; ///< nullptr: no person comes with a token of ours
    std::string tlsCertificate = {};                      ///< PEM file of the listeners; empty: no TLS
    std::string outboundProxy = {};                       ///< that calls to providers go through; empty: none
    keys::JwksFetches* jwksFetches = nullptr;             ///< nullptr: nobody counts who fetches our keys
    saml::sp::IdpCache* samlIdps = nullptr;               ///< nullptr: there are no connections of type saml
    scim::server::Server* scim = nullptr;                 ///< nullptr: nobody provisions over SCIM
    scim::outbound::Synchronizer* synchronizer = nullptr; ///< nullptr: nothing is pulled or pushed
    catalog::CatalogCache* catalogs = nullptr;            ///< nullptr: nobody has one
    ssf::transmitter::Transmitter* transmitter = nullptr; ///< nullptr: nobody is told of anything
    SandboxControl sandbox = {};                          ///< empty: sandbox is off and its routes are not there
};

} // namespace gatehouse::admin
