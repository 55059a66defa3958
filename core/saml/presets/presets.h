// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "saml/wire/idp_metadata.h"
#include "json/json.h"

namespace gatehouse::saml::presets {

/// An attribute that the vendor sends, as it comes or as its administrator is to name it.
struct SentAttribute {
    std::string_view name;   ///< SAML V2.0 Core, 2.7.3.1
    std::string_view target; ///< of the mapping: email, displayName, givenName, familyName, groups; "amr": the methods
    bool byItself = false;   ///< without its administrator setting it up
};

/// What the vendor's admin console calls our values. Empty: it does not ask for it.
struct Labels {
    std::string_view entityId;
    std::string_view acsUrl;
    std::string_view sloUrl;
    std::string_view metadata; ///< its own metadata: what we are given
};

/// A vendor of identity providers. What a connection has by default is left out of what it says here.
struct Preset {
    std::string_view name;  ///< "entra"; stays
    std::string_view title; ///< "Microsoft Entra ID"
    // '*' is any text without '/'.
    std::vector<std::string_view> entityIds;
    std::vector<std::string_view> ssoUrls;
    std::string_view metadataUrl; ///< with {placeholders}; empty: it publishes none, its administrator has a file
    Labels labels;
    bool eitherSignature = false; ///< signs the response or the assertion, as its administrator chose
    std::string_view nameIdFormat = {};
    std::string_view multiFactor = {}; ///< how it says that several factors were used: `theirs` of acrMapping
    std::vector<SentAttribute> attributes;
    // Sources of the mapping besides the claim that claimsOf() has for the target.
    std::vector<std::string_view> moreEmail = {};
    std::vector<std::string_view> moreDisplayName = {};
    std::vector<std::string_view> moreGroups = {};
    bool singleLogout = false;
    std::string_view certificates; ///< how long they live, and how the next one comes
    std::vector<std::string_view> notes;
};

/// All, in the order of their tiles.
[[nodiscard]] const std::vector<Preset>& all();
/// nullptr: there is none of that name.
[[nodiscard]] const Preset* presetOf(std::string_view name);
/// Whose metadata it is: by the entity ID, else by where it takes requests. nullptr: nobody's that is known. A guess to
/// suggest settings by; it proves nothing.
[[nodiscard]] const Preset* recognise(const wire::IdpMetadata& metadata);

/// The mapping of the attributes above (contract section 4, Mapping).
[[nodiscard]] json::Object mappingOf(const Preset& preset);
/// The members of a connection that the preset gives (contract section 4, Connection): `type`, `mapping`, and of the
/// others those in which it differs from any other connection.
[[nodiscard]] json::Object defaultsOf(const Preset& preset);

} // namespace gatehouse::saml::presets
