// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>
#include <utility>

namespace gatehouse::saml::wire {

/// A claim of OpenID Connect, and a name that a SAML attribute of that meaning goes by.
using KnownAttribute = std::pair<std::string_view, std::string_view>;
/// Of each claim the most telling name first.
[[nodiscard]] std::span<const KnownAttribute> knownAttributes();
/// What an attribute of LDAP goes by in SAML (X.500/LDAP Attribute Profile 1.0, 2.3).
struct AttributeName {
    std::string_view uri;
    std::string_view friendly;
};
/// The name to ask for a claim by; both empty: none that is known.
[[nodiscard]] AttributeName nameOf(std::string_view claim);
/// The claim that an attribute of this name means; empty: none that is known.
[[nodiscard]] std::string_view claimOf(std::string_view attributeName);

} // namespace gatehouse::saml::wire
