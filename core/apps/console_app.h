// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "apps/app.h"

namespace gatehouse::apps {

/// The app that every broker brings along, so that its console needs no registration: native (RFC 8252), public, back
/// to a loopback port of the system's choice (7.3), with PKCE like every app. It is not stored, and known at each
/// tenant's issuer and at the front door. Its tokens are for the Admin API alone (`<publicUrl>/admin/v1`, scope
/// `admin`), and only who administers something gets any (oidc::provider::mayHaveTokens).
[[nodiscard]] App consoleApp(const std::string& publicUrl);
[[nodiscard]] const AppId& consoleAppId();

} // namespace gatehouse::apps
