// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/ids.h"
#include "connections/connections.h"
#include "oidc/provider/issuer.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// The people of a tenant that a subject identifier means (RFC 9493): format `email`, `iss_sub` (of this issuer, or of
/// an identity provider of the tenant) or `opaque` (our own id). With `only`, those alone who have an account of that
/// connection. `oauth.invalid_request.sub_id` for another format or a malformed one; empty where nobody is meant.
[[nodiscard]] Result<std::vector<UserId>> peopleOf(store::Reader& reader, const store::Sealer& sealer,
                                                   const Issuer& issuer, const connections::List& connections,
                                                   const json::Object& identifier,
                                                   const std::optional<ConnectionId>& only);

} // namespace gatehouse::oidc::provider
