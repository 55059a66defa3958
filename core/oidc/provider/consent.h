// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "apps/app.h"
#include "oidc/provider/parts.h"
#include "sessions/consents.h"
#include "sessions/sessions.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What an app asks of a person, as the request that a login carries says it (toJson of AuthorizeRequest).
struct Wanted {
    std::vector<std::string> scopes;
    std::vector<std::string> claims; ///< one by one, beside the scopes
};
[[nodiscard]] Wanted wantedBy(const json::Object& request);

/// Whether the person is asked before the app gets it: always, or once where the app's record says so; at each request
/// with prompt=consent (OpenID Connect Core 1.0, 3.1.2.4).
[[nodiscard]] Result<bool> needsConsent(store::Reader& reader, const TenantId& tenant, const apps::App& app,
                                        const UserId& user, const json::Object& request);

/// Keeps the request for ten minutes, for the person of this session to answer. Gives the address of the page.
/// `family`: see mintCode.
[[nodiscard]] Result<std::string> askForConsent(store::Writer& writer, const store::Sealer& sealer,
                                                const web::PublicUrl& publicUrl, std::string_view slug,
                                                const sessions::Session& session, const json::Object& request,
                                                const std::string& family, Time now);

} // namespace gatehouse::oidc::provider
