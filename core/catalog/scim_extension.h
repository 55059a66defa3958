// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/element.h"
#include "scim/schema.h"

namespace gatehouse::catalog {

/// The URN of the extension, formed as directories expect those of an application.
inline constexpr std::string_view kExtensionSchema = "urn:ietf:params:scim:schemas:extension:catalog:2.0:User";

/// The elements that neither SCIM's User nor its enterprise extension has, as an extension of it; nullopt if there are
/// none. Texts are compared exactly, and where values are listed, no other is taken.
[[nodiscard]] Result<std::optional<scim::Schema>> extensionOf(const std::vector<Element>& elements);

/// Where a SCIM client finds the element: an attribute of the User itself, or one with the URN of an extension.
[[nodiscard]] std::string scimPathOf(const Element& element);

} // namespace gatehouse::catalog
