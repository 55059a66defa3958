// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "xml/tree.h"

namespace gatehouse::xml {

/// The octets of an element by Exclusive XML Canonicalization 1.0, without comments. `without`: an element in it that
/// is left out with all that is in it (the enveloped signature). `prefixes`: of InclusiveNamespaces, "#default" among
/// them. `xml.too_large`: more octets than a document may have, since one declaration is written again wherever it is
/// used; takes time in proportion to the text and to the octets that it may give.
[[nodiscard]] Result<std::string> canonical(const Element& element, const std::optional<Element>& without = {},
                                            const std::vector<std::string>& prefixes = {}, const Limits& limits = {});

} // namespace gatehouse::xml
