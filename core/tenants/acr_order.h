// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse::tenants {

/// A tenant's own word on its authentication levels: whoever reached `acr` has met each of `satisfies` too.
struct AcrRule {
    std::string acr;
    std::vector<std::string> satisfies;
    friend bool operator==(const AcrRule&, const AcrRule&) = default;
};

// Authentication levels are a partial order, so that it can be decided whether one meets another: the ladder that is
// known everywhere (urn:gatehouse:aal1 to aal3; phr and phrh of OpenID Connect EAP ACR Values 1.0; the REFEDS profiles)
// with a tenant's rules on top. What follows of two rules holds too; a level meets itself; what no rule speaks of meets
// nothing else. `rules` is Settings::acrOrder.

/// Every level that meets one of `wanted`: these first, in their order.
[[nodiscard]] std::vector<std::string> acrMeeting(const std::vector<AcrRule>& rules,
                                                  const std::vector<std::string>& wanted);
/// Of all the levels that are named in `demands`, those that meet each demand, where a demand is met by any of its
/// levels and an empty one by everything. The first demand's order comes first. Empty though something was demanded: no
/// known level meets all.
[[nodiscard]] std::vector<std::string> acrMeetingAll(const std::vector<AcrRule>& rules,
                                                     const std::vector<std::vector<std::string>>& demands);
/// The first of `levels` that no other of them is stronger than; empty if there are none.
[[nodiscard]] std::string strongestAcr(const std::vector<AcrRule>& rules, const std::vector<std::string>& levels);

/// The levels of the ladder that is known everywhere, for `acr_values_supported`.
[[nodiscard]] std::vector<std::string> knownAcr();

} // namespace gatehouse::tenants
