// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/attribute_names.h"

#include <algorithm>

namespace gatehouse::saml::wire {
namespace {

constexpr KnownAttribute kKnown[] = {
    {"email", "mail"},
    {"email", "urn:oid:0.9.2342.19200300.100.1.3"},
    {"email", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress"},
    {"email", "emailAddress"},
    {"email", "Email"},
    {"email", "User.email"},
    {"given_name", "givenName"},
    {"given_name", "urn:oid:2.5.4.42"},
    {"given_name", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname"},
    {"given_name", "firstName"},
    {"given_name", "FirstName"},
    {"given_name", "first_name"},
    {"given_name", "User.FirstName"},
    {"family_name", "sn"},
    {"family_name", "urn:oid:2.5.4.4"},
    {"family_name", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname"},
    {"family_name", "surname"},
    {"family_name", "lastName"},
    {"family_name", "LastName"},
    {"family_name", "last_name"},
    {"family_name", "User.LastName"},
    {"name", "displayName"},
    {"name", "urn:oid:2.16.840.1.113730.3.1.241"},
    {"name", "http://schemas.microsoft.com/identity/claims/displayname"},
    {"name", "cn"},
    {"name", "urn:oid:2.5.4.3"},
    {"preferred_username", "uid"},
    {"preferred_username", "urn:oid:0.9.2342.19200300.100.1.1"},
    {"preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"},
    {"preferred_username", "urn:oid:1.3.6.1.4.1.5923.1.1.1.6"},
    {"groups", "isMemberOf"},
    {"groups", "urn:oid:1.3.6.1.4.1.5923.1.5.1.1"},
    {"groups", "memberOf"},
    {"groups", "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups"},
    {"groups", "http://schemas.xmlsoap.org/claims/Group"},
    {"oid", "http://schemas.microsoft.com/identity/claims/objectidentifier"},
    {"tid", "http://schemas.microsoft.com/identity/claims/tenantid"},
    {"amr", "http://schemas.microsoft.com/claims/authnmethodsreferences"},
};

} // namespace

std::span<const KnownAttribute> knownAttributes() {
    return kKnown;
}

AttributeName nameOf(std::string_view claim) {
    AttributeName out;
    for (const auto& [meant, name] : kKnown) {
        if (meant == claim && name.starts_with("urn:oid:") && out.uri.empty()) {
            out.uri = name;
        } else if (meant == claim && out.friendly.empty()) {
            out.friendly = name;
        }
    }
    return out;
}

std::string_view claimOf(std::string_view attributeName) {
    const auto* found = std::find_if(std::begin(kKnown), std::end(kKnown),
                                     [&](const KnownAttribute& each) { return each.second == attributeName; });
    return found == std::end(kKnown) ? std::string_view() : found->first;
}

} // namespace gatehouse::saml::wire
