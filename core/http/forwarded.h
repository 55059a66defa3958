// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "http/message.h"
#include "http/network_address.h"

namespace gatehouse::http {

/// Takes the X-Forwarded fields out of `headers`. Where the connection came from a trusted proxy, `peer` becomes the
/// right-most address of X-Forwarded-For that is not a trusted proxy itself, and secure as the last X-Forwarded-Proto
/// says. Nobody behind the server can mistake such a field for the truth after that (security.md NW-19).
void applyForwarded(Headers& headers, Peer& peer, bool trusted, const std::vector<Cidr>& trustedProxies);

} // namespace gatehouse::http
