// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "admin/request.h"

namespace gatehouse::admin {

using Handle = Answered (*)(const Context&);

/// The handler of one operation of admin::api::routes().
struct Handler {
    std::string_view id;
    Handle handle;
};

// One table for each subject.
[[nodiscard]] std::span<const Handler> tenantHandlers();
[[nodiscard]] std::span<const Handler> domainHandlers();
[[nodiscard]] std::span<const Handler> connectionHandlers();
[[nodiscard]] std::span<const Handler> presetHandlers();
[[nodiscard]] std::span<const Handler> appHandlers();
[[nodiscard]] std::span<const Handler> registrationTokenHandlers();
[[nodiscard]] std::span<const Handler> entitlementHandlers();
[[nodiscard]] std::span<const Handler> userImportHandlers();
[[nodiscard]] std::span<const Handler> scimSyncHandlers();
[[nodiscard]] std::span<const Handler> streamHandlers();
[[nodiscard]] std::span<const Handler> catalogHandlers();
[[nodiscard]] std::span<const Handler> scimTestHandlers();
[[nodiscard]] std::span<const Handler> scimTokenHandlers();
[[nodiscard]] std::span<const Handler> scimRequestHandlers();
[[nodiscard]] std::span<const Handler> userHandlers();
[[nodiscard]] std::span<const Handler> groupHandlers();
[[nodiscard]] std::span<const Handler> roleHandlers();
[[nodiscard]] std::span<const Handler> permissionHandlers();
[[nodiscard]] std::span<const Handler> sessionHandlers();
[[nodiscard]] std::span<const Handler> consentHandlers();
[[nodiscard]] std::span<const Handler> keyHandlers();
[[nodiscard]] std::span<const Handler> auditHandlers();
[[nodiscard]] std::span<const Handler> expiryHandlers();
[[nodiscard]] std::span<const Handler> flowHandlers();
[[nodiscard]] std::span<const Handler> recorderHandlers();
[[nodiscard]] std::span<const Handler> tokenHandlers();
[[nodiscard]] std::span<const Handler> adminHandlers();
[[nodiscard]] std::span<const Handler> sandboxHandlers();
[[nodiscard]] std::span<const Handler> brokerHandlers();
[[nodiscard]] std::span<const Handler> configurationHandlers();

/// The handler of an operation, or nullptr.
[[nodiscard]] Handle findHandler(std::string_view id);

} // namespace gatehouse::admin
