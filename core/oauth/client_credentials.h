// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret.h"
#include "http/forms.h"
#include "http/message.h"

namespace gatehouse::oauth {

/// How a client says who it is at the token, introspection, revocation and PAR endpoints.
enum class ClientAuthMethod { None, SecretBasic, SecretPost, PrivateKeyJwt };

/// "none", "client_secret_basic", "client_secret_post" or "private_key_jwt".
[[nodiscard]] std::string_view clientAuthMethodName(ClientAuthMethod method);
[[nodiscard]] std::optional<ClientAuthMethod> parseClientAuthMethod(std::string_view name);

/// What the client sent. Nothing here is verified yet.
struct ClientCredentials {
    ClientAuthMethod method = ClientAuthMethod::None;
    std::string clientId; ///< at most 256 bytes; empty only for PrivateKeyJwt without the parameter: then take `sub`
    Secret secret;        ///< the secret, or the assertion for PrivateKeyJwt; empty for None
};

/// Takes the client's authentication from a request whose form body is `form` (RFC 6749, 2.3; RFC 7521, 4.2). Exactly
/// one method: `oauth.invalid_request.client_auth_methods` for two, or for a body's client_id that differs from the
/// header's. `oauth.invalid_request.repeated` for a repeated parameter or header. `oauth.invalid_client.basic` for an
/// Authorization header that is not well-formed Basic, `oauth.invalid_client.assertion_type`,
/// `oauth.invalid_client.missing` with no client id at all. An empty parameter counts as omitted (RFC 6749, 3.2).
[[nodiscard]] Result<ClientCredentials> extractClientCredentials(const http::Headers& headers,
                                                                 const http::Parameters& form);

/// Whether the client tried the Authorization header: then an `invalid_client` answer has to carry WWW-Authenticate.
[[nodiscard]] bool triedByHeader(const http::Headers& headers);

} // namespace gatehouse::oauth
