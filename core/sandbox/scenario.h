// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sandbox/faults.h"
#include "json/json.h"

namespace gatehouse::sandbox {

/// A lesson: one sign-in with what goes wrong in it, and what there is to see.
struct Scenario {
    std::string name;                   ///< e.g. "missing-email"
    Protocol protocol = Protocol::Oidc; ///< towards the provider
    std::string title;
    std::string teaches; ///< one sentence
    std::string persona; ///< who signs in
    std::vector<Fault> faults;
    std::string acr;     ///< what the app asks for; empty: nothing
    std::string expects; ///< the slug that the sign-in ends with; empty: it works
    struct Step {
        std::string name;    ///< authorize, respond, callback, token, userinfo
        std::string caption; ///< what to look at, in a sentence
    };
    std::vector<Step> steps;
};

/// In the order in which they are taught.
[[nodiscard]] const std::vector<Scenario>& scenarios();
/// nullptr if there is none of this name.
[[nodiscard]] const Scenario* findScenario(std::string_view name);
/// {"name","title","teaches","persona","faults":[names],"acr","expects","steps":[{"name","caption"}]}
[[nodiscard]] json::Object toJson(const Scenario& scenario);
/// Where the demo app starts the scenario's sign-in: `demoUrl`/login with the persona preselected, which a SAML
/// provider is not told: its page asks.
[[nodiscard]] std::string startUrl(const Scenario& scenario, std::string_view demoUrl, std::string_view connection);

} // namespace gatehouse::sandbox
