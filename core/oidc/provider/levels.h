// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oidc/provider/authorize_request.h"
#include "oidc/provider/home_realm.h"

namespace gatehouse::oidc::provider {

/// How strong a sign-in has to be: what the request asks for, the app's record demands and the tenant demands of
/// everyone, all of them at once (tenants/acr_order.h).
struct LevelDemand {
    std::vector<std::string> any; ///< each meets everything that is demanded, the most wanted one first
    bool demanded = false;        ///< something is; met by no known level if `any` is empty then
};
[[nodiscard]] LevelDemand levelDemand(const AuthorizeRequest& request, const apps::App& app,
                                      const tenants::Tenant& tenant);
/// What was demanded together and cannot be met, for the app's developer.
[[nodiscard]] std::string conflictOf(const AuthorizeRequest& request, const apps::App& app,
                                     const tenants::Tenant& tenant);

/// Whether a sign-in of this level is what the app's record and the tenant demand of everyone.
[[nodiscard]] bool meetsDemands(std::string_view acr, const apps::App& app, const tenants::Tenant& tenant);

/// Whether the session is of the person (as far as login_hint says) and connection that the request is about.
[[nodiscard]] bool isMeant(const BrowserSession& candidate, const AuthorizeRequest& request);
/// Whether its sign-in was strong and recent enough; else it has to be stepped up.
[[nodiscard]] bool isEnough(const BrowserSession& candidate, const AuthorizeRequest& request, const apps::App& app,
                            Time now);

} // namespace gatehouse::oidc::provider
