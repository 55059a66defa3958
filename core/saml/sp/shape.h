// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include <optional>
#include <string_view>

#include "base/result.h"
#include "xml/tree.h"

namespace gatehouse::saml::sp {

/// The one assertion of a Response, in clear or encrypted.
struct Carried {
    xml::Element element;
    bool encrypted;
};

/// That a Response is built as its schema says, with nothing twice that may be there once: one Response, at most one
/// assertion in it and none elsewhere, each signature where its element has it. So that no reader can take another
/// element for the one that was signed (security.md SP-01 to SP-12). nullopt: it brings no assertion, as one that
/// reports a failure. `saml.shape`, with what is wrong in the detail.
[[nodiscard]] Result<std::optional<Carried>> readShape(const xml::Element& response);

/// The same of an assertion alone, once it was decrypted.
[[nodiscard]] Status checkAssertionShape(const xml::Element& assertion);

} // namespace gatehouse::saml::sp
