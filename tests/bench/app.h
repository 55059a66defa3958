// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "wire.h"
#include "json/json.h"

namespace gatehouse::bench {

/// The app of a tenant, as the Admin API is given it, and what it sends.
[[nodiscard]] json::Object webApp();
/// The header line by which an app proves itself.
[[nodiscard]] std::string basicHeader(const json::Object& app);
/// The target of an authorization request at the tenant's issuer, through its connection "company", up to
/// "login_hint=".
[[nodiscard]] std::string authorizeTarget(const std::string& issuerPath, const json::Object& app);
/// The token request, up to "code=".
[[nodiscard]] std::string redeemForm();
inline constexpr std::string_view kRedirect = "https://app.bench.test/callback";

/// The header line that brings an answer's cookies back.
[[nodiscard]] std::string cookieHeader(const Answer& answer);
/// Ends the process unless it is that.
const Answer& expect(const Answer& answer, int status, const char* what);
/// A member; ends the process where there is none.
[[nodiscard]] std::string text(const json::Object& object, std::string_view name);

} // namespace gatehouse::bench
