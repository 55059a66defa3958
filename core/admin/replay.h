// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/request.h"

namespace gatehouse::admin {

// Recorded logins judged again, and taken along. None of these writes anything.

/// `POST T/flows/{flowId}/replay`: against the connection as it stands, or a draft of it; a connection that was deleted
/// meanwhile is taken as it was recorded. `flow.not_recorded`.
[[nodiscard]] Answered replayFlow(const Context& context);
/// `POST T/connections/{id}/replay`: the last recorded logins that brought claims.
[[nodiscard]] Answered replayConnection(const Context& context);
/// `GET T/flows/{flowId}/bundle`
[[nodiscard]] Answered bundleFlow(const Context& context);

} // namespace gatehouse::admin
