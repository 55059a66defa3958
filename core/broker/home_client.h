// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "base/time.h"
#include "http/client.h"
#include "http/message.h"

namespace gatehouse::broker {

/// Calls to our own practice IdP (whatever lies below `below`) are answered by `handler` without a socket: nobody needs
/// to trust the broker's own certificate, and its public address need not be reachable from inside. Every other call
/// goes to `next`.
[[nodiscard]] std::unique_ptr<http::Client> homeClient(std::unique_ptr<http::Client> next, std::string publicUrl,
                                                       const std::string& below, http::Handler handler,
                                                       const Clock& clock);

} // namespace gatehouse::broker
