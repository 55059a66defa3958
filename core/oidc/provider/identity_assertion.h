// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "web/public_url.h"

namespace gatehouse::oidc::provider {

/// Whether an issuer is one of this broker's: the front door, or a tenant's. What we said ourselves proves nothing to
/// us (ID-JAG, 4.4).
[[nodiscard]] bool isOurs(const web::PublicUrl& publicUrl, std::string_view issuer);

} // namespace gatehouse::oidc::provider
