// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/time.h"
#include "connections/connection.h"
#include "http/client.h"
#include "keys/key_ring.h"

namespace gatehouse::oidc::rp {

/// What a button beside a failed stage can do. `kind`: fix_address, retry, proxy_settings (the proxy, empty: none),
/// view_certificate and trust_authority (an https address), use_suggested_address (an issuer), open_in_browser (an
/// address), use_their_issuer (an issuer), remind_me (a time), reenter_secret, show_time_settings, copy_redirect_uri
/// (the address), open_flow (a reference), open_mapping; empty: nothing to press.
struct Fix {
    std::string kind;
    std::string value;
};

/// One stage: its name, status, what was seen (`actual`) and what to do (`cure`).
struct Stage : Check {
    Fix fix;
    std::vector<Fix> more = {}; ///< other ways
};
using Stages = std::vector<Stage>;

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

/// The first stage that failed, or nullptr.
[[nodiscard]] const Stage* firstFailure(const Stages& stages);

} // namespace gatehouse::oidc::rp
