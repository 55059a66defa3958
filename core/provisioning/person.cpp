// SPDX-License-Identifier: Apache-2.0
#include "provisioning/person.h"

#include <algorithm>
#include <utility>

#include "scim/core_schemas.h"
#include "scim/etag.h"
#include "scim/resource.h"
#include "scim/value.h"

namespace gatehouse::provisioning {
namespace {

// Members of a User that a policy or a claim may want, by their own names.
constexpr std::string_view kPlain[] = {"title",  "userType", "nickName", "profileUrl", "preferredLanguage",
                                       "locale", "timezone"};

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

void put(json::Object& object, std::string_view name, const std::string& value) {
    if (!value.empty()) {
        object[name] = value;
    }
}

// Those that have a value; they live in the resource.
std::vector<const json::Object*> emailsOf(const json::Object& resource) {
    std::vector<const json::Object*> out;
    if (const json::Array* list = json::arrayMember(resource, "emails")) {
        for (const json::Value& each : *list) {
            const json::Object* email = each.if_object();
            if (email != nullptr && !text(*email, "value").empty()) {
                out.push_back(email);
            }
        }
    }
    return out;
}

// The address that a person is written to: the primary one, else the one for work, else the first.
std::string mainEmail(const json::Object& resource) {
    std::string best;
    int bestRank = 0;
    for (const json::Object* email : emailsOf(resource)) {
        const int rank = json::boolMember(*email, "primary").value_or(false) ? 3
                         : text(*email, "type") == "work"                    ? 2
                                                                             : 1;
        if (rank > bestRank) {
            best = text(*email, "value");
            bestRank = rank;
        }
    }
    return best;
}

std::string displayNameOf(const json::Object& resource) {
    if (const std::string name = text(resource, "displayName"); !name.empty()) {
        return name;
    }
    const json::Object* name = json::objectMember(resource, "name");
    if (name == nullptr) {
        return {};
    }
    if (const std::string formatted = text(*name, "formatted"); !formatted.empty()) {
        return formatted;
    }
    const std::string given = text(*name, "givenName");
    const std::string family = text(*name, "familyName");
    return given.empty() || family.empty() ? given + family : given + " " + family;
}

bool isScalar(const json::Value& value) {
    return value.is_string() || value.is_bool() || value.is_number();
}

// What an attribute of an extension is to a policy: itself, or the `value` of a complex one.
const json::Value* plainValue(const json::Value& value) {
    if (isScalar(value)) {
        return &value;
    }
    const json::Object* object = value.if_object();
    const json::Value* inner = object == nullptr ? nullptr : json::member(*object, "value");
    return inner != nullptr && isScalar(*inner) ? inner : nullptr;
}

json::Array valuesOf(const json::Array& list) {
    json::Array out;
    for (const json::Value& each : list) {
        if (const json::Value* value = plainValue(each)) {
            out.push_back(*value);
        }
    }
    return out;
}

json::Object attributesOf(const json::Object& resource) {
    json::Object out;
    for (const std::string_view name : kPlain) {
        if (const json::Value* value = json::member(resource, name)) {
            out[name] = *value;
        }
    }
    if (const json::Array* entitlements = json::arrayMember(resource, "entitlements")) {
        out["entitlements"] = valuesOf(*entitlements);
    }
    if (const json::Array* roles = json::arrayMember(resource, "roles")) {
        out["directoryRoles"] = valuesOf(*roles);
    }
    for (const auto& member : resource) {
        const json::Object* extension = member.value().if_object();
        if (extension == nullptr || json::view(member.key()).find(':') == std::string_view::npos) {
            continue;
        }
        for (const auto& attribute : *extension) {
            if (const json::Value* value = plainValue(attribute.value())) {
                out[attribute.key()] = *value;
            } else if (attribute.value().is_array()) {
                out[attribute.key()] = valuesOf(attribute.value().get_array());
            }
        }
    }
    return out;
}

// What the directory wrote before and no longer has goes.
void takeAttributes(const json::Object& resource, const std::vector<std::string>& before, directory::User& user) {
    json::Object attributes = attributesOf(resource);
    for (const std::string& owned : before) {
        if (owned.starts_with("attributes.")) {
            user.attributes.stable_erase(owned.substr(owned.find('.') + 1));
        }
    }
    for (auto& attribute : attributes) {
        user.provisioned.push_back("attributes." + std::string(attribute.key()));
        user.attributes[attribute.key()] = std::move(attribute.value());
    }
}

/// Leaves out what an extension had once and has no longer, or has as something else.
void dropUnknown(json::Object& resource, const scim::ResourceType& type) {
    std::vector<std::string> gone;
    for (auto& member : resource) {
        json::Object* values = member.value().if_object();
        if (std::string_view(member.key()).find(':') == std::string_view::npos || values == nullptr) {
            continue;
        }
        const scim::Schema* schema = scim::findExtension(type, member.key());
        std::vector<std::string> wrong;
        for (const auto& [name, value] : *values) {
            const scim::Attribute* attribute = schema == nullptr ? nullptr : schema->find(name);
            if (attribute == nullptr || !scim::normalizeValue(*attribute, value)) {
                wrong.emplace_back(name);
            }
        }
        for (const std::string& name : wrong) {
            values->stable_erase(name);
        }
        if (values->empty()) {
            gone.emplace_back(member.key());
        }
    }
    for (const std::string& name : gone) {
        resource.stable_erase(name);
    }
}

} // namespace

json::Object resourceOf(const directory::User& user) {
    json::Object out = user.resource;
    if (out.empty()) {
        put(out, "displayName", user.displayName);
        json::Object name;
        put(name, "givenName", user.givenName);
        put(name, "familyName", user.familyName);
        if (!name.empty()) {
            out["name"] = std::move(name);
        }
        if (!user.email.empty()) {
            out["emails"] = json::Array{json::Object{{"value", user.email}, {"type", "work"}, {"primary", true}}};
        }
    }
    out["userName"] = user.userName;
    put(out, "externalId", user.externalId);
    out["active"] = user.active;
    return out;
}

json::Object shown(const directory::User& user, const std::vector<directory::GroupOf>& groups, std::string_view base,
                   const scim::ResourceType& type) {
    json::Object out = resourceOf(user);
    dropUnknown(out, type);
    out["id"] = user.id.text();
    if (!groups.empty()) {
        json::Array list;
        for (const directory::GroupOf& group : groups) {
            list.push_back(json::Object{{"value", group.id.text()},
                                        {"$ref", std::string(base) + "/Groups/" + group.id.text()},
                                        {"display", group.name},
                                        {"type", group.direct ? "direct" : "indirect"}});
        }
        out["groups"] = std::move(list);
    }
    out["meta"] = json::Object{{"resourceType", type.name},
                               {"created", toRfc3339(user.createdAt)},
                               {"lastModified", toRfc3339(user.updatedAt)},
                               {"location", std::string(base) + type.endpoint + "/" + user.id.text()},
                               {"version", scim::weakETag(user.version)}};
    scim::settleSchemas(out, type);
    return out;
}

void take(json::Object resource, std::string_view connection, directory::User& user) {
    for (const char* member : {"id", "meta", "groups", "password", "schemas"}) {
        resource.erase(member);
    }
    const std::vector<std::string> before = std::exchange(user.provisioned, {"userName"});
    takeAttributes(resource, before, user);
    const auto own = [&](const char* member, std::string& field, std::string value) {
        if (!value.empty()) {
            field = std::move(value);
            user.provisioned.emplace_back(member);
        } else if (std::find(before.begin(), before.end(), member) != before.end()) {
            field.clear();
        }
    };
    const json::Object* name = json::objectMember(resource, "name");
    const std::string emailBefore = directory::normalizedEmail(user.email);
    user.userName = text(resource, "userName");
    user.externalId = text(resource, "externalId");
    own("displayName", user.displayName, displayNameOf(resource));
    own("givenName", user.givenName, name == nullptr ? "" : text(*name, "givenName"));
    own("familyName", user.familyName, name == nullptr ? "" : text(*name, "familyName"));
    own("email", user.email, mainEmail(resource));
    if (directory::normalizedEmail(user.email) != emailBefore) {
        user.emailVerified = false;
    }
    user.active = json::boolMember(resource, "active").value_or(user.active);
    user.provisionedBy = connection;
    resource.erase("active"); // kept once, where the gate of every token reads it
    user.resource = std::move(resource);
}

std::vector<std::string> otherEmails(const directory::User& user) {
    std::vector<std::string> out;
    for (const json::Object* email : emailsOf(user.resource)) {
        std::string value = text(*email, "value");
        if (directory::normalizedEmail(value) != directory::normalizedEmail(user.email)) {
            out.push_back(std::move(value));
        }
    }
    return out;
}

} // namespace gatehouse::provisioning
