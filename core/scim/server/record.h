// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "audit/audit.h"
#include "scim/server/call.h"

namespace gatehouse::scim::server {

/// One row in the tenant's log for something that a client did.
[[nodiscard]] inline Status record(store::Writer& writer, const Call& call, std::string_view type, audit::Target target,
                                   json::Object data, json::Object personal = {}) {
    audit::Record out;
    out.type = type;
    out.actor = {audit::ActorType::Service, call.client.id, call.client.name};
    out.target = std::move(target);
    out.ip = call.ip;
    out.data = std::move(data);
    out.data["via"] = "scim";
    out.data["requestId"] = call.requestId;
    out.personal = std::move(personal);
    return audit::append(writer, call.sealer, call.tenant, out, call.now);
}

/// Who got and who lost roles because of groups.
[[nodiscard]] inline Status recordRoles(store::Writer& writer, const Call& call,
                                        const std::vector<directory::RoleChange>& changes) {
    for (const directory::RoleChange& each : changes) {
        ENSURE(record(writer, call, each.gained ? "RoleAssigned" : "RoleRemoved", {"user", each.user.text(), {}},
                      {{"role", each.role}, {"source", "scim"}}));
    }
    return {};
}

} // namespace gatehouse::scim::server
