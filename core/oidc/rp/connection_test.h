// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/check.h"
#include "base/time.h"
#include "connections/connection.h"
#include "http/client.h"
#include "keys/key_ring.h"

namespace gatehouse::oidc::rp {

/// Runs the machine stages of a connection test (console.md 3.1: address, connect, tls, fetch, parse, identity, keys,
/// client, clock) in order, each with its message in `actual` and its remedy in `cure`; stages after a failed one are
/// Skipped. sign_in and claims need a person and are Skipped here unless `lastClaimsCheck` tells how the last sign-in
/// went.
[[nodiscard]] Checks testConnection(const connections::Connection& connection, const std::string& redirectUri,
                                    http::Client& client, const keys::KeyRing& keys, const Clock& clock, bool allowHttp,
                                    const std::optional<Check>& lastSignIn, const std::optional<Check>& lastClaims);

} // namespace gatehouse::oidc::rp
