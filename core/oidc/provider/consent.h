// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "apps/app.h"
#include "audit/record.h"
#include "directory/user.h"
#include "oidc/provider/parts.h"
#include "sessions/consents.h"
#include "sessions/device_requests.h"
#include "sessions/sessions.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What an app asks of a person.
struct Wanted {
    std::vector<std::string> scopes;
    std::vector<std::string> claims{}; ///< one by one, beside the scopes
    json::Array details{};             ///< authorization_details (RFC 9396, 2)
    bool anew = false; ///< the person is to be asked whatever they allowed (OpenID Connect Core 1.0, 3.1.2.1: consent)
};
/// As the request that a login carries says it (toJson of AuthorizeRequest).
[[nodiscard]] Wanted wantedBy(const json::Object& request);
[[nodiscard]] Wanted wantedBy(const sessions::DeviceRequest& request);

/// Whether the person is asked before the app gets it: always, or once where the app's record says so; at each request
/// with prompt=consent. A yes to something in detail is none to the next: where the record asks at all, it asks each
/// time.
[[nodiscard]] Result<bool> needsConsent(store::Reader& reader, const TenantId& tenant, const apps::App& app,
                                        const UserId& user, const Wanted& wanted);

/// For the log: what came of the question.
[[nodiscard]] audit::Record consentRecord(std::string type, const directory::User& user, const apps::App& app,
                                          const Wanted& wanted, const std::string& ip);
/// Remembers the person's yes, and puts it into the log. The sealer is their tenant's.
[[nodiscard]] Status keepConsent(store::Writer& writer, const store::Sealer& sealer, const directory::User& user,
                                 const apps::App& app, const Wanted& wanted, const std::string& ip, Time now);

/// Keeps the request for ten minutes, for the person of this session to answer. Gives the address of the page.
/// `family`: see mintCode.
[[nodiscard]] Result<std::string> askForConsent(store::Writer& writer, const store::Sealer& sealer,
                                                const web::PublicUrl& publicUrl, std::string_view slug,
                                                const sessions::Session& session, const json::Object& request,
                                                const std::string& family, Time now);

} // namespace gatehouse::oidc::provider
