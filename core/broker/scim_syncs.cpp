// SPDX-License-Identifier: Apache-2.0
#include "broker/scim_syncs.h"

#include "broker/scim_clients.h"
#include "scim/server/local_service.h"

namespace gatehouse::broker {

std::unique_ptr<scim::outbound::Synchronizer> synchronizerOf(const SyncParts& parts, scim::server::Server& server) {
    const auto own = [&server](const scim::outbound::TenantPtr& tenant, const provisioning::Sync& sync) {
        return std::make_unique<scim::server::LocalService>(
            server, tenant, scim::server::Client{sync.id, sync.name, sync.connection, false});
    };
    const auto release = [&server, &clock = parts.clock](const TenantId& tenant) {
        server.guard().release(tenant, clock.now());
    };
    return std::make_unique<scim::outbound::Synchronizer>(scim::outbound::Synchronizer::Parts{
        parts.store, parts.clock, parts.keys, parts.tenants, parts.client, own, release, extensionsOf(parts.catalogs)});
}

} // namespace gatehouse::broker
