// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/app.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// Why a service gets nothing any more: its time is over (`oauth.invalid_client.expired`), or whoever owns it has been
/// deactivated (`oauth.invalid_client.owner`). Empty where neither is so.
[[nodiscard]] Result<std::string_view> appProblem(const Parts& parts, const apps::App& app, Time now);

/// The same as a refusal of an app that has proven itself. It is in the log.
[[nodiscard]] Status checkStanding(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                   const std::string& ip);

} // namespace gatehouse::oidc::provider
