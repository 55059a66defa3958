// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "base/time.h"
#include "connections/connection.h"
#include "http/forms.h"
#include "json/json.h"

namespace gatehouse::login {

/// What a provider was proven to say about a person. Everything in it comes from verified bytes.
struct AssertedIdentity {
    std::string issuer;
    std::string subject;
    json::Object claims; ///< of the ID token, completed from userinfo
    std::string acr;
    std::vector<std::string> amr;
    Time authTime;
    std::string upstreamSid;
    std::string idToken; ///< the hint for the provider's logout
    std::optional<Time> sessionExpiry;
};

/// The secrets and demands of one trip to the provider; kept sealed in the attempt.
struct Trip {
    std::string state;
    std::string nonce;
    std::string codeVerifier;
    std::string redirectUri;
    std::vector<std::string> acrValues;
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
    bool forceLogin = false; ///< prompt=login
    bool silent = false;     ///< prompt=none
    std::string loginHint;
    std::string uiLocales;
};

/// The checks made and, if all hold, the identity. On failure the first failed check's name is the reason.
struct Proof {
    Checks checks;
    std::optional<AssertedIdentity> identity;
    std::optional<Error> error;
};

/// A way of asking an identity provider who someone is. Implemented by oidc/rp; saml/sp follows.
class Upstream {
public:
    virtual ~Upstream() = default;
    /// The address to send the browser to.
    [[nodiscard]] virtual Result<std::string> start(const connections::Connection& connection, const Trip& trip) = 0;
    /// Proves the provider's answer (the callback's parameters). Blocks on the provider, with a deadline.
    [[nodiscard]] virtual Proof finish(const connections::Connection& connection, const Trip& trip,
                                       const http::Parameters& answer) = 0;
    /// The provider's own logout address for this session, or empty if it has none.
    [[nodiscard]] virtual std::string logoutUrl(const connections::Connection& connection,
                                                const std::string& idTokenHint, const std::string& returnTo) = 0;
};

} // namespace gatehouse::login
