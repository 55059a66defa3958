// SPDX-License-Identifier: Apache-2.0
#include "directory/user.h"

#include <algorithm>

#include "base/encoding.h"
#include "json/reader.h"

namespace gatehouse::directory {
namespace {

json::Value timeOrNull(const std::optional<Time>& time) {
    return time ? json::Value(toRfc3339(*time)) : json::Value(nullptr);
}

void readRoles(json::ObjectReader& reader, User& user) {
    const json::Value* value = reader.take("roles");
    if (value == nullptr) {
        return;
    }
    if (!value->is_array()) {
        reader.problem("roles", "wrong_type", "must be an array of role names or {\"name\"} objects");
        return;
    }
    std::vector<RoleAssignment> roles;
    for (const json::Value& item : value->get_array()) {
        RoleAssignment role;
        if (item.is_string()) {
            role.name = json::view(item.get_string());
        } else if (item.is_object()) {
            role.name = json::stringMember(item.get_object(), "name").value_or("");
            role.source = sourceOf(json::stringMember(item.get_object(), "source").value_or(""));
            if (const auto expires = json::stringMember(item.get_object(), "expiresAt")) {
                const auto time = parseRfc3339(*expires);
                if (!time) {
                    reader.problem("roles", "wrong_type", "expiresAt must be an RFC 3339 time");
                    return;
                }
                role.expiresAt = *time;
            }
        }
        if (role.name.empty() || role.name.size() > 200) {
            reader.problem("roles", "wrong_type", "must be an array of role names or {\"name\"} objects");
            return;
        }
        roles.push_back(std::move(role));
    }
    user.roles = std::move(roles);
}

void readSignInAfter(json::ObjectReader& reader, User& user) {
    const json::Value* value = reader.take("signInAfter");
    if (value == nullptr) {
        return;
    }
    const auto time = value->is_string() ? parseRfc3339(json::view(value->get_string())) : fail(Code::NotFound, "");
    if (!time && !value->is_null()) {
        reader.problem("signInAfter", "wrong_type", "must be an RFC 3339 time or null");
        return;
    }
    user.signInAfter = time ? std::optional(*time) : std::nullopt;
}

} // namespace

const char* sourceName(Source source) {
    switch (source) {
    case Source::Sso:
        return "sso";
    case Source::Scim:
        return "scim";
    case Source::Manual:
        return "manual";
    case Source::Policy:
        return "policy";
    case Source::Grant:
        return "grant";
    }
    return "manual";
}

Source sourceOf(std::string_view name) {
    for (const Source source : {Source::Sso, Source::Scim, Source::Policy, Source::Grant}) {
        if (name == sourceName(source)) {
            return source;
        }
    }
    return Source::Manual;
}

bool isProvisioned(const User& user, std::string_view member) {
    return std::find(user.provisioned.begin(), user.provisioned.end(), member) != user.provisioned.end();
}

json::Object toJson(const User& user) {
    json::Object out;
    out["id"] = user.id.text();
    out["userName"] = user.userName;
    out["email"] = user.email;
    out["emailVerified"] = user.emailVerified;
    out["displayName"] = user.displayName;
    out["givenName"] = user.givenName;
    out["familyName"] = user.familyName;
    out["active"] = user.active;
    out["attributes"] = user.attributes;
    json::Array roles;
    for (const RoleAssignment& role : user.roles) {
        roles.push_back(json::Object{
            {"name", role.name}, {"source", sourceName(role.source)}, {"expiresAt", timeOrNull(role.expiresAt)}});
    }
    out["roles"] = std::move(roles);
    out["groups"] = json::toArray(user.groups);
    json::Array identities;
    for (const Identity& identity : user.identities) {
        identities.push_back(json::Object{{"connectionId", identity.connection.text()},
                                          {"issuer", identity.issuer},
                                          {"subject", identity.subject},
                                          {"lastLogin", timeOrNull(identity.lastLogin)}});
    }
    out["identities"] = std::move(identities);
    out["federated"] = !user.identities.empty();
    out["lastLogin"] = timeOrNull(user.lastLogin);
    out["signInAfter"] = timeOrNull(user.signInAfter);
    out["externalId"] = user.externalId;
    json::Object authority;
    for (const std::string& name : user.provisioned) {
        authority[name] = sourceName(Source::Scim);
    }
    out["authority"] = std::move(authority);
    out["createdAt"] = toRfc3339(user.createdAt);
    out["updatedAt"] = toRfc3339(user.updatedAt);
    return out;
}

void readJson(const json::Object& object, User& user, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "groups", "identities", "federated", "lastLogin", "createdAt", "updatedAt", "version",
                   "externalId", "authority"});
    reader.string("userName", user.userName, 254);
    reader.string("email", user.email, 254);
    reader.boolean("emailVerified", user.emailVerified);
    reader.string("displayName", user.displayName, 400);
    reader.string("givenName", user.givenName, 200);
    reader.string("familyName", user.familyName, 200);
    reader.boolean("active", user.active);
    if (const json::Value* attributes = reader.take("attributes")) {
        if (attributes->is_object()) {
            user.attributes = attributes->get_object();
        } else {
            reader.problem("attributes", "wrong_type", "must be an object");
        }
    }
    readSignInAfter(reader, user);
    readRoles(reader, user);
    if (!user.email.empty() && emailDomain(user.email).empty()) {
        reader.problem("email", "email_invalid", "must be an e-mail address");
    }
    if (user.userName.empty()) {
        user.userName = user.email;
    }
    if (user.userName.empty()) {
        reader.problem("userName", "required", "userName or email is required");
    }
    reader.finish();
}

std::string normalizedEmail(std::string_view email) {
    while (!email.empty() && (email.front() == ' ' || email.front() == '\t')) {
        email.remove_prefix(1);
    }
    while (!email.empty() && (email.back() == ' ' || email.back() == '\t')) {
        email.remove_suffix(1);
    }
    return asciiLower(email);
}

std::string emailDomain(std::string_view email) {
    const std::size_t at = email.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == email.size()) {
        return {};
    }
    return asciiLower(email.substr(at + 1));
}

} // namespace gatehouse::directory
