// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "admin/api/tenant.h"
#include "ui/widgets/check_list.h"

namespace gatehouse::ui::panels::connections {

/// Whether people with an address in these domains are led to the provider: home-realm discovery believes only domains
/// that are verified for the tenant. A line for each, with a button where something is left to do.
[[nodiscard]] std::vector<widgets::CheckLine> domainLines(const std::vector<std::string>& wanted,
                                                          const std::vector<admin::api::Domain>& known);

} // namespace gatehouse::ui::panels::connections
