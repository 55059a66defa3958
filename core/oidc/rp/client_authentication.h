// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "base/time.h"
#include "connections/connection.h"
#include "http/client.h"
#include "http/forms.h"
#include "keys/key_ring.h"

namespace gatehouse::oidc::rp {

/// Puts our proof of identity towards a provider into a token request: the Authorization header or form members, by the
/// connection's clientAuth (RFC 6749, 2.3.1; RFC 7523, 2.2 with the tenant's signing key and `aud` = the issuer).
/// Errors of the key ring.
[[nodiscard]] Status authenticate(const connections::Connection& connection, const keys::KeyRing& keys, Time now,
                                  http::OutboundRequest& request, http::Parameters& form);

} // namespace gatehouse::oidc::rp
