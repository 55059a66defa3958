// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/claims_of.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "saml/wire/attribute_names.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::sp {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Entra's and AD FS' names of methods, and those of RFC 8176.
constexpr Pair kMethods[] = {
    {"http://schemas.microsoft.com/claims/multipleauthn", "mfa"},
    {"http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/password", "pwd"},
    {"urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport", "pwd"},
    {"http://schemas.microsoft.com/ws/2012/12/authmethod/phoneappnotification", "mca"},
    {"http://schemas.microsoft.com/ws/2012/12/authmethod/otp", "otp"},
};

// Those that name an account, the best first.
constexpr std::string_view kSubjects[] = {"urn:oasis:names:tc:SAML:attribute:subject-id",
                                          "urn:oasis:names:tc:SAML:attribute:pairwise-id"};
constexpr std::string_view kAccounts[] = {"http://schemas.microsoft.com/identity/claims/objectidentifier",
                                          "urn:oid:1.3.6.1.4.1.5923.1.1.1.13"};

/// The only value of an attribute of one of these names, the first name that is there.
template <std::size_t N>
std::string valueOf(const Assertion& assertion, const std::string_view (&names)[N]) {
    for (const std::string_view name : names) {
        for (const Attribute& each : assertion.attributes) {
            if (each.name == name && each.values.size() == 1 && !each.values.front().empty()) {
                return each.values.front();
            }
        }
    }
    return {};
}

json::Value valueOf(const Attribute& attribute) {
    return attribute.values.size() == 1 ? json::Value(boost::json::string(attribute.values.front()))
                                        : json::Value(json::toArray(attribute.values));
}

std::vector<std::string> methodsOf(const std::vector<std::string>& values) {
    std::vector<std::string> methods;
    for (const std::string& value : values) {
        const auto* known = std::find_if(std::begin(kMethods), std::end(kMethods),
                                         [&](const Pair& pair) { return pair.first == value; });
        methods.emplace_back(known == std::end(kMethods) ? std::string_view(value) : known->second);
    }
    return methods;
}

void addKnown(const Assertion& assertion, json::Object& claims) {
    for (const auto& [claim, name] : wire::knownAttributes()) {
        if (claims.contains(claim)) {
            continue;
        }
        for (const Attribute& each : assertion.attributes) {
            if (each.name == name && !each.values.empty()) {
                claims[claim] = claim == "amr" ? json::Value(json::toArray(methodsOf(each.values))) : valueOf(each);
            }
        }
    }
    if (assertion.nameId && assertion.nameId->format == wire::kEmailAddress && !claims.contains("email")) {
        claims["email"] = assertion.nameId->value;
    }
}

} // namespace

std::string subjectOf(const Assertion& assertion) {
    if (std::string subject = valueOf(assertion, kSubjects); !subject.empty()) {
        return subject;
    }
    if (assertion.nameId && assertion.nameId->format == wire::kPersistent) {
        return assertion.nameId->value;
    }
    if (std::string account = valueOf(assertion, kAccounts); !account.empty()) {
        return account;
    }
    return assertion.nameId && assertion.nameId->format != wire::kTransient ? assertion.nameId->value : std::string();
}

json::Object claimsOf(const Assertion& assertion) {
    json::Object claims;
    for (const Attribute& each : assertion.attributes) {
        if (!each.values.empty()) {
            claims[each.name] = valueOf(each);
        }
    }
    addKnown(assertion, claims);
    claims["iss"] = assertion.issuer;
    claims["sub"] = subjectOf(assertion);
    claims["auth_time"] = toUnixSeconds(assertion.authnInstant);
    const auto setOrErase = [&](std::string_view name, const std::string& value) {
        if (value.empty()) {
            claims.erase(name);
        } else {
            claims[name] = value;
        }
    };
    setOrErase("acr", assertion.authnContext);
    setOrErase("name_id", assertion.nameId ? assertion.nameId->value : std::string());
    setOrErase("name_id_format", assertion.nameId ? assertion.nameId->format : std::string());
    return claims;
}

} // namespace gatehouse::saml::sp
