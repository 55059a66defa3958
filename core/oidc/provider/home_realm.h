// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "oidc/provider/authorize_request.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"

namespace gatehouse::oidc::provider {

/// A living session of this browser at one tenant.
struct BrowserSession {
    std::shared_ptr<const tenants::Tenant> tenant;
    sessions::Session session;
    std::string userName;
    std::string displayName;
};

/// The sessions that the request's cookies name: at a tenant's issuer at most one, at the front door one for each
/// tenant. Dead and foreign cookies are passed over; an ambiguous cookie (security.md SE-03) counts as none.
[[nodiscard]] Result<std::vector<BrowserSession>> browserSessions(const Parts& parts, const Issuer& issuer,
                                                                  const http::Request& request);

/// The tenant that a request is about: the issuer's own, or at the front door by `organization`, or by the verified
/// domain of `domain_hint` or `login_hint`. nullptr if it has to be asked for. `login.organization_unknown` if an
/// organization was named and is not there or the app does not serve it.
[[nodiscard]] Result<std::shared_ptr<const tenants::Tenant>>
tenantFor(const Parts& parts, const Issuer& issuer, const apps::App& app, const AuthorizeRequest& request);

/// Which of a tenant's enabled connections fit: the one asked for by id or name, else those of the hint's domain, else
/// all. `login.connection_unknown`, `login.connection_disabled`, `login.no_connection`.
[[nodiscard]] Result<connections::List> connectionsFor(const Parts& parts, const store::Sealer& sealer,
                                                       const AuthorizeRequest& request);

/// "Contoso", or the connection's name where the admin gave no other; empty where it is the only one: the button then
/// says "Company SSO" in the language of its page.
[[nodiscard]] std::string buttonLabel(const connections::Connection& connection, bool only);

} // namespace gatehouse::oidc::provider
