// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/request.h"

namespace gatehouse::admin {

/// `POST T/sessions/revoke`: ends the living sessions that a filter means, or says how many they are.
[[nodiscard]] Answered revokeSessions(const Context& context);
/// `POST /admin/v1/sessions/revoke-all`: every session of every tenant.
[[nodiscard]] Answered revokeAllSessions(const Context& context);

} // namespace gatehouse::admin
