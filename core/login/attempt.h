// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: what every attempt begins with.
#include <string_view>

#include "login/login_service.h"

namespace gatehouse::login {

/// An attempt of this browser that begins now.
[[nodiscard]] Flow newFlow(const tenants::Tenant& tenant, const Browser& browser, Time now);
/// For the log: that it began.
[[nodiscard]] audit::Record attemptRecord(const LoginRequest& request, const Flow& flow);
/// Why nobody of this tenant may sign in, or empty.
[[nodiscard]] std::string_view tenantProblem(const tenants::Tenant& tenant);
/// The reason of an attempt that could not be sent to its provider.
[[nodiscard]] std::string_view startReason(const Error& error);

} // namespace gatehouse::login
