// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/app.h"
#include "oidc/provider/parts.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What pages that name an app show of it besides, for their template's `about`: `logo` (a data: address, from what is
/// kept here), `clientUri`, `policyUri`, `tosUri`. What is not there is left out.
[[nodiscard]] json::Object aboutApp(const Parts& parts, const apps::App& app);

} // namespace gatehouse::oidc::provider
