// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "admin/api/status.h"
#include "admin/live.h"
#include "admin/services.h"

namespace gatehouse::admin {

/// How the broker is doing, or one tenant of it.
/// Of the last thousand logins.
[[nodiscard]] api::Latency latencyOf(const login::LoginService& login);
[[nodiscard]] api::BrokerStatus statusOf(const Services& services, const Live& live,
                                         const std::optional<TenantId>& tenant);

} // namespace gatehouse::admin
