// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "admin/api/connection.h"
#include "ui/panels/mapping/rules_model.h"

namespace gatehouse::ui::panels::mapping {

/// From a preview's trace: the last value of each target, and whether it came.
[[nodiscard]] std::map<QString, RuleResult> attributeResults(const admin::api::Preview& preview);
/// Whether each role rule matched, in the order of the rules.
[[nodiscard]] std::vector<RuleResult> roleResults(const admin::api::Preview& preview,
                                                  const std::vector<RoleRow>& rules);
/// A JSON value as one line of text.
[[nodiscard]] QString lineOf(const admin::api::RawJson& value);

} // namespace gatehouse::ui::panels::mapping
