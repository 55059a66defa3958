// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "connections/connection.h"
#include "json/json.h"

namespace gatehouse::connections {

/// How a level is asked for at a provider. Where all three are empty, nothing is.
struct AcrAsk {
    std::vector<std::string> acr;       ///< of these, in the provider's own names; it is to refuse if it cannot
    std::vector<std::string> acrs;      ///< Microsoft Entra's authentication contexts (c1 to c99), for its `acrs` claim
    std::vector<std::string> voluntary; ///< names of ours for what the provider says by `amr` alone: it may try
};

/// What to ask for so that one of `wanted` is met. `meeting`: all levels that meet them (tenants::acrMeeting), for
/// those that the provider has no name for: then a stronger one is asked for that it has.
[[nodiscard]] AcrAsk askFor(const Connection& connection, const std::vector<std::string>& wanted,
                            const std::vector<std::string>& meeting);
/// What the claims of a proven ID token say of the sign-in's level, in our names: by `acr` first, then `acrs`, then
/// `amr`; each once. A value that the mapping does not know keeps its name, but for those of `amr`, which are no
/// levels.
[[nodiscard]] std::vector<std::string> levelsOf(const std::vector<AcrPair>& mapping, const json::Object& claims);

} // namespace gatehouse::connections
