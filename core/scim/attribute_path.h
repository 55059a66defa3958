// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse::scim {

/// An attribute as a request names it: [URN ":"] attribute ["." sub-attribute] (RFC 7644, 3.4.2.2 and 3.10).
/// "urn:example:2.0:User:name.givenName" is {"urn:example:2.0:User", "name", "givenName"}. A schema as a whole, such as
/// "urn:example:profile:1.0" or "urn:example:profile:", has no attribute.
struct AttributePath {
    std::string schema;
    std::string attribute;
    std::string sub;
    /// As it was written.
    [[nodiscard]] std::string text() const;
    friend bool operator==(const AttributePath&, const AttributePath&) = default;
};

/// `scim.path` for what is none; the detail says no more than that.
[[nodiscard]] Result<AttributePath> parseAttributePath(std::string_view text);
/// ALPHA *("-" / "_" / DIGIT / ALPHA), or "$ref".
[[nodiscard]] bool isAttributeName(std::string_view text);
/// A URN with a namespace and something in it: "urn:nid:nss", or an absolute address.
[[nodiscard]] bool isSchemaUri(std::string_view text);

} // namespace gatehouse::scim
