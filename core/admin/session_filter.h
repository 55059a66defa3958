// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

/// What an address of a session is compared with: an IP address or a CIDR block. `http.cidr`.
[[nodiscard]] Result<std::function<bool(std::string_view)>> addressFilter(std::string_view text);

/// Ids and an address as a filter; empty texts mean anything.
[[nodiscard]] Result<sessions::Filter> sessionFilter(const std::string& user, const std::string& app,
                                                     const std::string& connection, const std::string& address);

} // namespace gatehouse::admin
