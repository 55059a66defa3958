// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "apps/app.h"
#include "directory/user.h"
#include "oidc/provider/consent.h"
#include "oidc/provider/parts.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What resources/pages/app_gets.html tells a person of what an app asks for: `thirdParty`, `scopes` (`words`),
/// `details` (`type`, and `members` of `label` and `value`), `claims` (`label`, `value`: the very values that the app
/// will get); `detailed`, `gets` and `nothing` say which of them there are. `about`: aboutApp().
[[nodiscard]] json::Object appGets(const Parts& parts, const TenantId& tenant, const directory::User& user,
                                   const apps::App& app, const Wanted& wanted, web::Language language);

} // namespace gatehouse::oidc::provider
