// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "saml/sp/assertion.h"
#include "json/json.h"

namespace gatehouse::saml::sp {

/// Who a proven assertion is about, for as long as the account lasts: subject-id, pairwise-id (SAML V2.0 Subject
/// Identifier Attributes Profile), a persistent NameID, Entra's object id, eduPersonUniqueId, then any other NameID,
/// the first of these that is there. Never a transient one: it names somebody else tomorrow. Empty: nobody.
[[nodiscard]] std::string subjectOf(const Assertion& assertion);

/// What the assertion says, as a claim mapping reads it: each attribute by its Name, a text where it has one value and
/// an array where it has more. Attributes that mean what OpenID Connect has a claim for are there by that name too
/// (email, given_name, family_name, name, groups, amr, ...), so that one mapping does for both protocols. `iss`, `sub`,
/// `acr`, `auth_time`, `name_id` and `name_id_format` come from the assertion itself, whatever an attribute of that
/// name says.
[[nodiscard]] json::Object claimsOf(const Assertion& assertion);

} // namespace gatehouse::saml::sp
