// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "connections/connection.h"
#include "connections/metadata.h"
#include "http/client.h"

namespace gatehouse::oidc::rp {

/// Asks the provider's authorization endpoint, as nobody and with `prompt=none`, whether it knows our redirect URI.
/// True only if it clearly says that it does not: such a provider never sends the browser back (RFC 6749, 4.1.2.1), so
/// that no sign-in could tell. Nothing is started by it that anybody could finish.
[[nodiscard]] bool refusesRedirectUri(const connections::Connection& connection,
                                      const connections::ProviderMetadata& metadata, const std::string& redirectUri,
                                      http::Client& client);

} // namespace gatehouse::oidc::rp
