// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "apps/app.h"

namespace gatehouse::oidc::provider {

constexpr std::string_view kDeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";
/// Where a person types the code, below the issuer; what it leads to after that, once the code is known.
constexpr std::string_view kDevicePage = "/oauth2/device";
constexpr std::string_view kDeviceConfirmPage = "/oauth2/device/confirm";

/// Whether an app may sign people in on devices without a browser (RFC 8628): only where that is registered for it.
[[nodiscard]] bool usesDevices(const apps::App& app);

} // namespace gatehouse::oidc::provider
