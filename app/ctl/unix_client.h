// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "admin/api/transport.h"
#include "base/result.h"

namespace gatehouse::ctl {

/// True if a broker answers at this socket.
[[nodiscard]] bool listens(const std::filesystem::path& socket);

/// One call over the Unix socket, on a connection of its own. `ctl.socket` with the operating system's words, or
/// readReply's errors.
[[nodiscard]] Result<admin::api::Reply> callOverSocket(const std::filesystem::path& socket,
                                                       const admin::api::Call& call);

} // namespace gatehouse::ctl
