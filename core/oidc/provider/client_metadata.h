// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "apps/app.h"
#include "apps/registrations.h"
#include "oidc/provider/metadata_policies.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// What a registration says, laid over an app: one without grants, scopes and addresses, or the one that it is to
/// change (RFC 7591, 2; RFC 7592, 2.2; OpenID Connect Dynamic Client Registration 1.0, 2; Relying Party Metadata
/// Choices 1.0). Pure.
///
/// An app may tighten itself and not loosen itself: what is bound, signed, pushed or pairwise stays so. What the
/// metadata do not speak of is as the administrator left it. Unknown members are passed over, as the specification
/// wants it; what is known and not done here is refused. `metadata` gets the members that change nothing here.
///
/// `oauth.invalid_redirect_uri` and `oauth.invalid_client_metadata` (`.forbidden` at the end and PermissionDenied where
/// the rules do not let the app have it; the detail names the member), `oauth.unapproved_software_statement`.
[[nodiscard]] Status readClientMetadata(const json::Object& submitted, const apps::RegistrationRules& rules,
                                        const Abilities& abilities, apps::App& app, json::Object& metadata);

/// The same app as metadata: what is registered, with nothing secret (RFC 7591, 3.2.1).
[[nodiscard]] json::Object toClientMetadata(const apps::App& app, const json::Object& metadata,
                                            const Abilities& abilities);

} // namespace gatehouse::oidc::provider
