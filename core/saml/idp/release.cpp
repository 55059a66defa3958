// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/release.h"

#include <algorithm>

#include "oidc/provider/token_claims.h"
#include "saml/wire/attribute_names.h"
#include "saml/wire/names.h"
#include "xml/syntax.h"

namespace gatehouse::saml::idp {
namespace {

using apps::ReleasedAttribute;
using wire::IssuedAttribute;

constexpr std::size_t kLongestValue = std::size_t(64) * 1024;
constexpr std::size_t kSubjectOctets = 20;

// Of inetOrgPerson and eduMember, which most software knows (standards/03, section 6).
const std::vector<ReleasedAttribute>& usualAttributes() {
    static const std::vector<ReleasedAttribute> kUsual{
        {"urn:oid:0.9.2342.19200300.100.1.3", "email", "mail"},
        {"urn:oid:2.16.840.1.113730.3.1.241", "name", "displayName"},
        {"urn:oid:2.5.4.42", "given_name", "givenName"},
        {"urn:oid:2.5.4.4", "family_name", "sn"},
        {"urn:oid:0.9.2342.19200300.100.1.1", "preferred_username", "uid"},
        {"urn:oid:1.3.6.1.4.1.5923.1.5.1.1", "groups", "isMemberOf"}};
    return kUsual;
}

std::vector<ReleasedAttribute> wantedBy(const apps::App& app, const wire::PublishedSp& sp) {
    if (!app.saml.attributes.empty()) {
        return app.saml.attributes;
    }
    std::vector<ReleasedAttribute> asked;
    for (const wire::RequestedAttribute& each : sp.attributes) {
        std::string_view claim = wire::claimOf(each.name);
        claim = claim.empty() ? wire::claimOf(each.friendlyName) : claim;
        if (!claim.empty()) {
            asked.push_back({each.name, std::string(claim), each.friendlyName});
        }
    }
    return asked.empty() ? usualAttributes() : asked;
}

/// The claims that the app's scopes release of a person.
json::Object claimsOf(const apps::App& app, const directory::User& user, Time now) {
    json::Object claims;
    oidc::provider::addScopedClaims(user, app.scopes, claims);
    if (std::find(app.scopes.begin(), app.scopes.end(), "profile") != app.scopes.end()) {
        claims["preferred_username"] = user.userName;
    }
    claims["roles"] = oidc::provider::activeRoles(user, now);
    claims["sub"] = user.id.text();
    return claims;
}

std::vector<std::string> valuesOf(const json::Object& claims, const std::string& name) {
    if (auto several = json::stringsMember(claims, name)) {
        return *std::move(several);
    }
    const auto one = json::stringMember(claims, name);
    return one ? std::vector{std::string(*one)} : std::vector<std::string>();
}

Status checkValues(const IssuedAttribute& attribute) {
    for (const std::string& each : attribute.values) {
        if (each.size() > kLongestValue || xml::firstForbidden(each)) {
            return fail(Code::FailedPrecondition, "idp.attr.invalid", attribute.name);
        }
    }
    return {};
}

std::string_view nameFormatOf(const std::string& name) {
    return name.find(':') == std::string::npos ? wire::kBasicNames : wire::kUriNames;
}

std::string hexOf(Bytes hash) {
    hash.resize(kSubjectOctets);
    return hexEncode(hash);
}

} // namespace

Result<std::vector<IssuedAttribute>> releasedTo(const apps::App& app, const wire::PublishedSp& sp,
                                                const directory::User& user, const store::Sealer& sealer,
                                                const std::string& scope, Time now) {
    std::vector<IssuedAttribute> out;
    const json::Object claims = claimsOf(app, user, now);
    for (const ReleasedAttribute& each : wantedBy(app, sp)) {
        IssuedAttribute attribute{each.name, std::string(nameFormatOf(each.name)), each.friendlyName,
                                  valuesOf(claims, each.claim)};
        if (!attribute.values.empty()) {
            ENSURE(checkValues(attribute));
            out.push_back(std::move(attribute));
        }
    }
    const std::string& wanted = sp.subjectIdRequirement;
    if (wanted == "subject-id") {
        out.push_back({std::string(wire::kSubjectId),
                       std::string(wire::kUriNames),
                       "subject-id",
                       {hexOf(sealer.lookupHash("saml subject-id", user.id.text())) + "@" + scope}});
    } else if (wanted == "pairwise-id" || wanted == "any") {
        out.push_back(
            {std::string(wire::kPairwiseId),
             std::string(wire::kUriNames),
             "pairwise-id",
             {hexOf(sealer.lookupHash("saml pairwise-id", sp.entityId + "\n" + user.id.text())) + "@" + scope}});
    }
    return out;
}

} // namespace gatehouse::saml::idp
