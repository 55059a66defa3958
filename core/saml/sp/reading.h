// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include "saml/sp/assertion.h"
#include "saml/sp/check_list.h"
#include "saml/sp/response.h"
#include "xml/tree.h"

namespace gatehouse::saml::sp {

/// What the Response around an assertion says, which the assertion may not contradict.
struct Envelope {
    std::string inResponseTo; ///< empty without
    std::optional<std::string> destination;
};

/// Reads an assertion of proven octets and adds what is to be checked of it. What it gives counts only if every check
/// of the list held.
[[nodiscard]] Assertion readAssertion(const xml::Element& element, const Envelope& envelope, const ResponseRules& rules,
                                      Time now, CheckList& list);

/// The characters of the child of that name in the namespace of assertions; nullopt if it is missing or has more than
/// text in it.
[[nodiscard]] std::optional<std::string> textOf(const xml::Element& parent, std::string_view name);

} // namespace gatehouse::saml::sp
