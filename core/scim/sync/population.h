// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "scim/schema.h"
#include "scim/sync/service.h"

namespace gatehouse::scim::sync {

/// One person or group of a service, as far as our schemas know it.
struct Record {
    std::string id;
    json::Object resource;            ///< strict form (scim/resource.h) without id, meta, groups, password and members
    std::vector<std::string> members; ///< of a group: ids at the same service
    std::vector<std::string> leftOut; ///< attributes with values that the schema does not allow

    /// userName or displayName.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string externalId() const;
    /// False only where the resource says so.
    [[nodiscard]] bool active() const;
};

struct Population {
    std::vector<Record> people;
    std::vector<Record> groups;
    struct Unreadable {
        std::string id; ///< empty where it has none
        std::string reason;
    };
    std::vector<Unreadable> unreadable; ///< what has no id, or no name
};

/// A resource out of another service's answer: what our schemas do not know, and values that they do not allow, are
/// left out and no reason to refuse the rest. `scim.required`: no id or no name.
[[nodiscard]] Result<Record> readRecord(const json::Object& body, const ResourceType& type);

struct Limits {
    std::size_t resources = 500'000; ///< of a kind
    std::int64_t page = 200;
};

/// Everybody and every group that a service lists, each once, by cursor where it gives one (RFC 9865), else by index. A
/// group listed without members is read by itself. A service without groups (404, 501) has none. `scim_sync.refused`
/// with what it said, `scim_sync.answer` for what is no ListResponse, `scim_sync.too_many`, and what kept an answer
/// from coming.
[[nodiscard]] Result<Population> readPopulation(Service& service, const ResourceType& users, const ResourceType& groups,
                                                const Limits& limits = {});

} // namespace gatehouse::scim::sync
