// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/forms.h"
#include "oauth/client_credentials.h"
#include "oauth/dpop.h"
#include "oauth/error.h"
#include "oidc/provider/app_keys.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// A POST to the token, introspection or revocation endpoint, read and with its app proven.
struct ClientRequest {
    http::Parameters form;
    std::shared_ptr<const apps::App> app;
    bool confidential = false;               ///< it proved itself with a secret, a key or a certificate
    std::optional<oauth::DpopProof> proof{}; ///< at the token endpoint, of an app that may bind its tokens
    std::string certificateKey{}; ///< likewise, of an app that binds them to its certificate (oauth/sender_key.h)
    /// The key that the tokens of this request are bound to; empty: none.
    [[nodiscard]] std::string jkt() const { return proof ? proof->jkt : certificateKey; }
};

/// Reads the form and authenticates the app (RFC 6749, 2.3 and 3.2; RFC 7523; RFC 8705). An assertion is spent by it.
/// `oauth.invalid_request*`, `oauth.invalid_client*`.
[[nodiscard]] Result<ClientRequest> readClientRequest(const Parts& parts, AppKeys& keys, const Issuer& issuer,
                                                      const http::Request& request);

} // namespace gatehouse::oidc::provider
