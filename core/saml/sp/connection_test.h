// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "connections/test_stages.h"
#include "saml/sp/idp.h"

namespace gatehouse::saml::sp {

/// What the test of a connection of type saml needs.
struct TestInputs {
    const connections::Connection& connection;
    http::Client& client;
    Time now;
    std::optional<connections::Stage> lastSignIn; ///< how the last sign-in, of a person or a test, went
    std::optional<connections::Stage> lastClaims;
    std::function<void(const connections::Stage&)> onStage = {};
    std::string proxy = {};
};

/// The stages of console.md 3.1 for SAML: where the metadata has an address it is fetched, else address to fetch are
/// skipped; then what it says, its certificates with their ends, and the last sign-in. Nobody is asked to sign in, so
/// `client` tells nothing: whether the provider knows us shows at the first sign-in.
[[nodiscard]] connections::Stages testConnection(const TestInputs& inputs);

} // namespace gatehouse::saml::sp
