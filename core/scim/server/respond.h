// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "http/message.h"
#include "scim/server/call.h"

namespace gatehouse::scim::server {

/// An application/scim+json answer (RFC 7644, 3.1), not cached.
[[nodiscard]] http::Response toResponse(const Answer& answer);
/// RFC 7644, 3.12.
[[nodiscard]] http::Response toResponse(const Error& error);
/// 401 with what would help (RFC 6750, 3); `error` as that names it, empty where nothing was sent.
[[nodiscard]] http::Response challenge(const Error& error);

} // namespace gatehouse::scim::server
