// SPDX-License-Identifier: Apache-2.0
#include "broker/all_migrations.h"

#include "admin/schema.h"
#include "apps/apps.h"
#include "audit/audit.h"
#include "catalog/catalog.h"
#include "connections/connections.h"
#include "directory/directory.h"
#include "keys/key_ring.h"
#include "login/flow.h"
#include "outbox/outbox.h"
#include "provisioning/schema.h"
#include "saml/idp/participants.h"
#include "saml/sp/kept_metadata.h"
#include "sessions/sessions.h"
#include "ssf/transmitter/streams.h"
#include "tenants/tenants.h"

namespace gatehouse::broker {

std::vector<store::Migration> allMigrations() {
    std::vector<store::Migration> all;
    const auto add = [&](const std::vector<store::Migration>& some) {
        all.insert(all.end(), some.begin(), some.end());
    };
    add(tenants::migrations());
    add(keys::migrations());
    add(audit::migrations());
    add(apps::migrations());
    add(connections::migrations());
    add(directory::migrations());
    add(sessions::migrations());
    add(outbox::migrations());
    add(provisioning::migrations());
    add(catalog::migrations());
    add(login::migrations());
    add(saml::sp::migrations());
    add(saml::idp::migrations());
    add(ssf::transmitter::migrations());
    add(admin::migrations());
    return all;
}

} // namespace gatehouse::broker
