// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "connections/connection.h"
#include "saml/wire/sp_metadata.h"

namespace gatehouse::saml::sp {

/// The attributes that a connection's mapping reads, for our metadata (SAML V2.0 Metadata, 2.4.4.1), each once: by the
/// vendor's own names where the connection has a preset, else those that OpenID Connect has a claim for by their OID
/// names and any other by the name that the mapping says. What the assertion says itself is not asked for; subject-id
/// is, unless the connection asks for a NameID format instead. Required is what the only source of a required target
/// reads.
[[nodiscard]] std::vector<wire::RequestedAttribute> requestedAttributes(const connections::Connection& connection);

} // namespace gatehouse::saml::sp
