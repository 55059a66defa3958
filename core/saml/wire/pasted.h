// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse::saml::wire {

/// A message as a person has it: of a browser's tools, of a log, of an address line.
struct Pasted {
    std::string text; ///< the XML
    std::string form; ///< "XML", "base64", or "base64 of DEFLATE"
};

/// Finds the message in what was pasted: XML; base64 as the POST binding has it; base64 of DEFLATE as the redirect
/// binding has it; each percent-encoded or not, alone or as the SAMLResponse or SAMLRequest of a query, a form or an
/// address. For looking at a message, never for taking one. `saml.malformed`, `saml.too_large`, `saml.deflate`.
[[nodiscard]] Result<Pasted> readPasted(std::string_view pasted);

} // namespace gatehouse::saml::wire
