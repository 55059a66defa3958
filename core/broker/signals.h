// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "keys/key_ring.h"
#include "ssf/transmitter/transmitter.h"

namespace gatehouse::broker {

/// Security event tokens by the tenant's own issuer (RFC 8417).
[[nodiscard]] ssf::transmitter::Transmitter::Sign signerOfEvents(const keys::KeyRing& keys,
                                                                 const web::PublicUrl& publicUrl);

/// Of the events that a SCIM service says it has.
[[nodiscard]] std::vector<std::string> eventUris();

} // namespace gatehouse::broker
