// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_ring.h"
#include "oidc/provider/issuer.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// The metadata document of an issuer (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2): only what works
/// is named, of algorithms those that the issuer has an active key for. `mutualTls`: see Parts; may be empty.
/// `detailsTypes`: of authorization_details that its apps may ask for (RFC 9396, 10).
[[nodiscard]] json::Object metadata(const Issuer& issuer, const keys::Ring& ring, const std::string& mutualTls,
                                    const std::vector<std::string>& detailsTypes);

} // namespace gatehouse::oidc::provider
