// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "tenants/tenant.h"

namespace gatehouse::tenants {

/// Whether nobody may be signed in from this address (Settings::blockedAddresses). What is no IP address is blocked as
/// soon as anything is: it cannot be judged.
[[nodiscard]] bool isBlocked(const Settings& settings, std::string_view address);

/// Whether two addresses are of one place, for a session that is pinned to one: equal, or of the same IPv6 /64, within
/// which devices change theirs by themselves (RFC 8981).
[[nodiscard]] bool isSamePlace(std::string_view one, std::string_view other);

} // namespace gatehouse::tenants
