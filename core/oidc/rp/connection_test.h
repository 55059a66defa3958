// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "connections/connection.h"
#include "connections/test_stages.h"
#include "http/client.h"
#include "keys/key_ring.h"

namespace gatehouse::oidc::rp {

using connections::firstFailure;
using connections::Fix;
using connections::Stage;
using connections::Stages;

/// What a connection test needs.
struct TestInputs {
    const connections::Connection& connection;
    std::string redirectUri;
    http::Client& client;
    const keys::KeyRing& keys;
    const Clock& clock;
    bool allowHttp = false;
    std::optional<Stage> lastSignIn; ///< how the last sign-in, of a person or a test, went
    std::optional<Stage> lastClaims;
    std::function<void(const Stage&)> onStage = {}; ///< each stage as soon as it is known, in the order of the list
    std::string proxy = {};                         ///< that the calls go through; empty: none
};

/// Runs the stages of console.md 3.1 in order: address, connect, tls, fetch, parse, identity, keys, client, clock by
/// machine, sign_in and claims from the last sign-in. After a failure up to keys the rest is Skipped. At sign_in the
/// provider is asked, without a person, whether it knows our redirect URI. The last fetch is made within 20 s.
[[nodiscard]] Stages testConnection(const TestInputs& inputs);

} // namespace gatehouse::oidc::rp
