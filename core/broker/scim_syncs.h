// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "catalog/catalog.h"
#include "scim/outbound/synchronizer.h"
#include "scim/server/server.h"

namespace gatehouse::broker {

/// What the synchronizer works with, but for the tenants' own services.
struct SyncParts {
    store::Store& store;
    const Clock& clock;
    const keys::KeyRing& keys;
    const tenants::TenantCache& tenants;
    http::Client& client;
    catalog::CatalogCache& catalogs;
};

/// Pulls and pushes between the tenants' own SCIM services and others.
[[nodiscard]] std::unique_ptr<scim::outbound::Synchronizer> synchronizerOf(const SyncParts& parts,
                                                                           scim::server::Server& server);

} // namespace gatehouse::broker
