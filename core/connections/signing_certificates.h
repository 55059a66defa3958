// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace gatehouse::connections {

/// When the last of the certificates ends that the signing keys of a provider's key set (a JWK set, as read) come with
/// (`x5c`, RFC 7517 section 4.7); nullopt if one comes without. They are not what a token is proven by, but a provider
/// that renews them changes its keys then.
[[nodiscard]] std::optional<Time> signingCertificatesEnd(std::string_view jwks);

} // namespace gatehouse::connections
