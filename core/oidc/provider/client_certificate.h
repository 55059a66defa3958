// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/app.h"
#include "base/result.h"
#include "http/message.h"
#include "oidc/provider/app_keys.h"

namespace gatehouse::oidc::provider {

/// An app proves itself by the certificate of its connection (RFC 8705, 2): one that our client authorities stand above
/// and that bears the registered name (`tls_client_auth`), or one that the app itself has published
/// (`self_signed_tls_client_auth`). `oauth.invalid_client.certificate`, `oauth.invalid_client.keys`.
[[nodiscard]] Status proveByCertificate(AppKeys& keys, const apps::App& app, const http::Peer& peer);

/// The key that an app's tokens are bound to by the connection's certificate (RFC 8705, 3): empty where the app does
/// not bind them so. `oauth.invalid_request.certificate` where it has to and there is none.
[[nodiscard]] Result<std::string> bindingCertificate(const apps::App& app, const http::Peer& peer);

} // namespace gatehouse::oidc::provider
