// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::saml::sp {

/// What a message says of itself, unproven, for a person who looks at it: `gatehousectl saml inspect`. Any message of
/// the protocol, as readPasted() takes it. {"form","message","attributes":{},"issuer","status","statusMessage",
/// "signatures":[{"signs","reference","signatureMethod","digestMethod","certificate":{}}],"assertions":[{"id","issuer",
/// "subject":{},"conditions":{},"authn":{},"attributes":{name:[values]}}],"encryptedAssertions":0,"problems":[]};
/// `problems`: for what alone we would refuse it. Errors of readPasted(), and of xml::Tree::parse where it is no XML.
[[nodiscard]] Result<json::Object> inspectMessage(std::string_view pasted);

} // namespace gatehouse::saml::sp
