// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "apps/app.h"
#include "apps/registrations.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What an issuer can do for an app that registers.
struct Abilities {
    std::vector<std::string> signingAlgorithms; ///< of its active keys, the default first; never empty
    bool mutualTls = false;                     ///< it takes client certificates
};

// How an app's requests, tokens and answers are to be, as its registration says it: signature algorithms, subject type,
// binding, levels, details types. Errors of submitted.h; tightening as readClientMetadata says.

/// `before`: the app as it was, an administrator's word among it.
[[nodiscard]] Status readPolicies(const json::Object& submitted, const Abilities& abilities,
                                  const apps::RegistrationRules& rules, const apps::App& before, apps::App& app);
/// The same back, defaults too: what the app did not ask for and gets all the same, it is told.
void writePolicies(const apps::App& app, const Abilities& abilities, json::Object& out);

} // namespace gatehouse::oidc::provider
