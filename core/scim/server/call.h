// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "directory/directory.h"
#include "provisioning/deactivation_guard.h"
#include "provisioning/end_access.h"
#include "provisioning/people_index.h"
#include "scim/projection.h"
#include "scim/resource.h"
#include "sessions/sessions.h"
#include "store/sealed.h"
#include "json/json.h"

namespace gatehouse::scim::server {

/// Who calls.
struct Client {
    std::string id;         ///< of the token, or of the app whose access token it is
    std::string name;       ///< may be empty
    std::string connection; ///< whose provider it belongs to; empty: it does not say
    bool isToken = false;   ///< one of the tenant's own, whose last use is kept
};

/// Whether a person administers anything here. Unset: nobody does.
using Administers = std::function<Result<bool>(store::Reader&, const TenantId&, const UserId&)>;

/// What all calls share.
struct Engine {
    sessions::Endings& endings;
    provisioning::AlsoEnd alsoEnd;
    Administers administers;
    provisioning::PeopleIndex index;
    provisioning::DeactivationGuard guard;
};

/// The kinds of resources that a tenant has. What is resolved against them points into them.
struct Types {
    std::array<ResourceType, 2> all;
    [[nodiscard]] const ResourceType& users() const { return all[0]; }
    [[nodiscard]] const ResourceType& groups() const { return all[1]; }
    /// Of an endpoint, "/Users" or "/Groups"; nullptr for any other.
    [[nodiscard]] const ResourceType* typeOf(std::string_view endpoint) const {
        return endpoint == users().endpoint ? &users() : endpoint == groups().endpoint ? &groups() : nullptr;
    }
};

/// One request as far as it is the same for all that it does.
struct Call {
    Engine& engine;
    std::shared_ptr<const Types> types;
    TenantId tenant;
    store::Sealer sealer;
    Client client;
    std::string base; ///< of the service, without a slash at its end
    std::string ip;
    std::string requestId;
    Time now;
    std::int64_t deactivationPercent = 100;
};

enum class Method { Create, Replace, Patch, Remove };

/// One thing to do to one resource.
struct Operation {
    Method method = Method::Create;
    const ResourceType* type = nullptr;
    std::string id; ///< empty for Create
    json::Value body;
    std::string ifMatch; ///< empty: whatever its state
    Projection projection;
    bool wantsBody = true; ///< false: nobody reads the resource that results
};

/// What became of it.
struct Answer {
    int status = 200;
    json::Value body; ///< null where there is none
    std::string location;
    std::string etag;
    // For the request log.
    std::string resourceType;
    std::string resourceId;
    std::string resourceName;
    std::vector<Change> changes;
};

// Each looks at everything that could refuse it before it writes, and records what it did. Errors are those of scim/
// and `scim.not_found`, `scim.changed`, `scim.uniqueness`, `scim.protected`, `scim.member`, `scim.group_circle`,
// `scim.deactivations_held`.
[[nodiscard]] Result<Answer> changeUser(store::Writer& writer, const Call& call, const Operation& operation);
[[nodiscard]] Result<Answer> changeGroup(store::Writer& writer, const Call& call, const Operation& operation);
[[nodiscard]] inline Result<Answer> change(store::Writer& writer, const Call& call, const Operation& operation) {
    return operation.type == &call.types->users() ? changeUser(writer, call, operation)
                                                  : changeGroup(writer, call, operation);
}

/// One resource as it is shown. `scim.not_found`.
[[nodiscard]] Result<Answer> showUser(store::Reader& reader, const Call& call, const UserId& id,
                                      const Projection& projection);
[[nodiscard]] Result<Answer> showGroup(store::Reader& reader, const Call& call, const directory::Group& group,
                                       const Projection& projection);
[[nodiscard]] Result<Answer> showGroup(store::Reader& reader, const Call& call, const GroupId& id,
                                       const Projection& projection);

} // namespace gatehouse::scim::server
