// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "oidc/provider/issuer.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// The metadata document of an issuer (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2): only what works
/// is named.
[[nodiscard]] json::Object metadata(const Issuer& issuer, const std::string& mutualTls);

} // namespace gatehouse::oidc::provider
