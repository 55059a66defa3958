// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "http/message.h"
#include "http/server.h"
#include "login/login_service.h"
#include "store/store.h"

namespace gatehouse::broker {

// What supervisors and Prometheus ask. No secrets, no tenant names.

/// 200 while the process runs.
[[nodiscard]] http::Response healthz();
/// 200 when the store answers, 503 otherwise.
[[nodiscard]] http::Response readyz(store::Store& store);
/// Prometheus text exposition format 0.0.4.
[[nodiscard]] http::Response metrics(const http::ServerStatistics& server, const login::LoginStatistics& logins,
                                     const store::Store& store, Time startedAt, Time now);

} // namespace gatehouse::broker
