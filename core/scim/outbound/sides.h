// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "scim/outbound/synchronizer.h"
#include "scim/sync/remote_service.h"

namespace gatehouse::scim::outbound {

/// What one run works with.
struct Synchronizer::Sides {
    store::Sealer sealer;
    std::unique_ptr<sync::Service> ours;
    std::unique_ptr<sync::Service> theirs;
    sync::Links links;
    bool push = false;
    ResourceType users;
    ResourceType groups;

    [[nodiscard]] sync::Service& source() { return push ? *ours : *theirs; }
    [[nodiscard]] sync::Service& target() { return push ? *theirs : *ours; }
};

/// Those people who are in one of the groups, or in a group within one, and those groups.
[[nodiscard]] sync::Population within(sync::Population all, const std::vector<std::string>& groupNames);
/// Whether the source does not have it, or `groupNames` do not hold it any longer.
[[nodiscard]] Result<bool> isGone(sync::Service& source, sync::Kind kind, const std::string& id,
                                  const std::vector<std::string>& groupNames);

} // namespace gatehouse::scim::outbound
