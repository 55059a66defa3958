// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "admin/api/statistics.h"
#include "admin/services.h"
#include "store/store.h"

namespace gatehouse::admin {

/// What ends by itself, in no order: of a tenant its apps, keys, and connections with their certificates.
[[nodiscard]] Result<std::vector<api::Expiry>> expiriesOfTenant(store::Reader& reader, const Services& services,
                                                                const TenantId& tenant, const std::string& slug,
                                                                Time now);
/// Of the broker itself: its apps, its keys, the certificate of its listeners.
[[nodiscard]] Result<std::vector<api::Expiry>> expiriesOfBroker(store::Reader& reader, const Services& services,
                                                                Time now);
/// Tokens of this API: one tenant's, or all.
[[nodiscard]] Result<std::vector<api::Expiry>> expiriesOfTokens(store::Reader& reader, const Services& services,
                                                                const std::optional<TenantId>& tenant, Time now);

} // namespace gatehouse::admin
