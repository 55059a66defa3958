// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "oidc/provider/authorize_request.h"
#include "saml/wire/authn_request.h"
#include "saml/wire/published_sp.h"
#include "tenants/tenant.h"
#include "json/json.h"

namespace gatehouse::saml::idp {

/// What an app of type saml asks, and where its answer goes. What a login carries from the one to the other.
struct Ask {
    std::string entityId;
    std::string acsUrl;       ///< of the app's metadata
    std::string inResponseTo; ///< the request's ID; empty: nobody asked
    std::string relayState;   ///< handed back as it came
    std::string nameIdFormat; ///< asked for; may be empty
    bool forceAuthn = false;
    bool isPassive = false;
    wire::Comparison comparison = wire::Comparison::Exact;
    std::vector<std::string> authnContext;
    std::string loginHint;
};

/// Judges a proven AuthnRequest by the app's metadata (SAML V2.0 Core, 3.4.1; Metadata, 2.4.4). `idp.acs` for an answer
/// that should go where, or as, the metadata does not say; `idp.request.destination`, `idp.request.expired`,
/// `idp.request` for a RelayState of more than 1,024 octets.
[[nodiscard]] Result<Ask> judge(const wire::ReceivedAuthnRequest& request, const std::string& relayState,
                                const wire::PublishedSp& sp, const std::string& ssoUrl, Time now);

/// How long before or after now a request may have been made.
inline constexpr Seconds kRequestAge{300};

/// The levels that have to be met: of the classes that were asked for those that say more than that somebody signed in
/// with a password. nullopt: no level can be what was asked for.
[[nodiscard]] std::optional<std::vector<std::string>> levelsOf(const Ask& ask,
                                                               const std::vector<tenants::AcrRule>& order);
/// What the answer says of the sign-in: of the classes that were asked for the first that `acr` meets, else `acr`.
[[nodiscard]] std::string contextOf(const Ask& ask, const std::vector<tenants::AcrRule>& order, const std::string& acr);

/// As far as it says who is meant and how they have to sign in.
[[nodiscard]] oidc::provider::AuthorizeRequest toSignIn(const Ask& ask, std::vector<std::string> levels);

/// Marks a request of ours among those that logins carry.
[[nodiscard]] bool isAsk(const json::Object& request);
[[nodiscard]] json::Object toJson(const Ask& ask, const TenantId& issuer);
[[nodiscard]] Ask askOf(const json::Object& request);

} // namespace gatehouse::saml::idp
