// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "apps/app.h"
#include "http/forms.h"
#include "oidc/provider/app_keys.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// What an app asks at the authorization endpoint: the parameters that came, those that it signed (RFC 9101), or those
/// that it pushed before (RFC 9126).
struct Asked {
    http::Parameters parameters; ///< what counts
    http::Parameters inAddress;  ///< what has to be in the address of the same request, so that a choice can be added
    bool isSigned = false;       ///< by the app; of one that requires it also where it was pushed
    std::string pushed;          ///< the hash of the request_uri in hexadecimal; empty where nothing was pushed
};

/// Reads what was signed, and looks up what was pushed, where the request says so. What a person chose since
/// (organisation, provider, account) is laid over it. `oauth.invalid_request_object`; `oauth.invalid_request_uri` for
/// one that is unknown, expired, used or of another app.
[[nodiscard]] Result<Asked> asked(const Parts& parts, AppKeys& keys, const Issuer& issuer, const apps::App& app,
                                  http::Parameters inAddress);

/// The parameters of a request of which `request` is one: those that are signed in it. As they are without it.
[[nodiscard]] Result<http::Parameters> unsignedRequest(const Parts& parts, AppKeys& keys, const Issuer& issuer,
                                                       const apps::App& app, http::Parameters parameters);

/// Keeps an app's request for a minute: its request_uri.
[[nodiscard]] Result<std::string> push(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                       const http::Parameters& parameters);
constexpr Seconds kPushedLife{60};

/// Spends a pushed request in the transaction that answers it: at the end, so that whoever only opens the address (a
/// mail scanner) ends nothing. `login.state_used` if another sign-in was first.
[[nodiscard]] Status spendPushed(store::Writer& writer, const TenantId& issuer, const std::string& pushed, Time now);

} // namespace gatehouse::oidc::provider
