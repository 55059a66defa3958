// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "http/message.h"

namespace gatehouse::http {

class Connection;

/// The publisher's end of a connection that has become an event stream. It does not keep the connection alive.
[[nodiscard]] std::shared_ptr<EventStream> makeEventStream(std::weak_ptr<Connection> connection);

} // namespace gatehouse::http
