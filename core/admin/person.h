// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "admin/admins.h"
#include "admin/api/routes.h"
#include "admin/caller.h"
#include "admin/refusal.h"
#include "admin/services.h"

namespace gatehouse::admin {

/// How a person came: their access token, and what they were appointed to then.
struct SignIn {
    std::shared_ptr<const oidc::provider::AccessToken> token;
    Appointment appointment;
};

/// The person behind an access token of ours with the scope `admin`, for this API or for the issuer itself as its
/// audience (RFC 9068, section 4). 401 `token_invalid` for any token that does not count (any more); 403
/// `insufficient_scope` without the scope; 403 `not_admin` for who administers nothing, or a program. Says the two
/// latter, and the first use of each session, in the tenant's log.
[[nodiscard]] Outcome<Caller> callerOfAccessToken(const Services& services, std::string_view text,
                                                  const std::string& ip, const std::string& requestId);

/// Rights as they are inside a transaction: the token stands, and the appointment is still the one that the request
/// came with. `token_invalid`, `permission_denied`.
[[nodiscard]] Status personStands(store::Reader& reader, const Services& services, const Caller& caller, Time now);

/// 401 `insufficient_user_authentication` (RFC 9470) if a privileged operation wants the person to sign in afresh:
/// longer ago than a quarter of an hour, or not as strongly as their tenant's `requiredAcr` says.
[[nodiscard]] Outcome<void> demandFreshSignIn(const Services& services, const Caller& caller, Time now);

} // namespace gatehouse::admin
