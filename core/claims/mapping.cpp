// SPDX-License-Identifier: Apache-2.0
#include "claims/mapping.h"

#include <algorithm>
#include <array>

#include "claims/limits.h"
#include "json/reader.h"

namespace gatehouse::claims {
namespace {

constexpr std::array<std::string_view, 6> kStandard = {"userName",    "externalId", "email",
                                                       "displayName", "givenName",  "familyName"};
/// Members of a person that a mapping may not write.
constexpr std::array<std::string_view, 15> kReserved = {
    "id",        "emailVerified", "active",    "attributes", "roles",  "groups",   "identities", "federated",
    "lastLogin", "createdAt",     "updatedAt", "version",    "tenant", "tenantId", "schemas"};

bool isTargetName(std::string_view name) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !name.empty() && name.size() <= 64 && isLetter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) {
               return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
           });
}

bool isRoleName(const std::string& name) {
    return !name.empty() && name.size() <= kMaxName && std::none_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}

void readRoleNames(const json::Value& value, const std::string& pointer, std::vector<std::string>& names,
                   Problems& problems) {
    const auto add = [&](const json::Value& item, const std::string& where) {
        std::string name = item.is_string() ? std::string(json::view(item.get_string())) : std::string();
        if (!isRoleName(name)) {
            problems.push_back({where, "invalid_name", "must be the name of a role, 1 to 128 characters"});
        } else if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(std::move(name));
        }
    };
    const json::Array* list = value.if_array();
    if (list == nullptr) {
        add(value, pointer);
        return;
    }
    if (list->size() > kMaxRules) {
        problems.push_back({pointer, "too_long", "must name at most 200 roles"});
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        add((*list)[i], pointer + "/" + std::to_string(i));
    }
}

void readTransforms(const json::Value* value, const std::string& pointer, std::vector<Transform>& transforms,
                    Problems& problems) {
    if (value == nullptr) {
        return;
    }
    const json::Array* list = value->if_array();
    if (list == nullptr || list->size() > kMaxTransforms) {
        problems.push_back(
            {pointer, list == nullptr ? "wrong_type" : "too_long", "must be a list of at most 16 transforms"});
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const json::Value& item = (*list)[i];
        const std::string where = pointer + "/" + std::to_string(i);
        if (!item.is_string()) {
            problems.push_back({where, "wrong_type", "must be a text such as \"lowercase\" or \"before:@\""});
            continue;
        }
        Result<Transform> transform = Transform::parse(json::view(item.get_string()));
        if (!transform) {
            problems.push_back({where, "transform", transform.error().detail});
            continue;
        }
        transforms.push_back(*std::move(transform));
    }
}

/// Calls `read(object, pointer)` for each object of the list `document[name]`.
template <class Read>
void eachRule(json::ObjectReader& reader, std::string_view name, Problems& problems, Read read) {
    const json::Value* value = reader.take(name);
    if (value == nullptr) {
        return;
    }
    const json::Array* list = value->if_array();
    if (list == nullptr || list->size() > kMaxRules) {
        reader.problem(name, list == nullptr ? "wrong_type" : "too_long", "must be a list of at most 200 rules");
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string where = reader.pointerTo(name) + "/" + std::to_string(i);
        if (const json::Object* object = (*list)[i].if_object()) {
            read(*object, where);
        } else {
            problems.push_back({where, "wrong_type", "must be an object"});
        }
    }
}

void readAttribute(const json::Object& object, const std::string& pointer, Mapping& mapping, Problems& problems) {
    const std::size_t before = problems.size();
    json::ObjectReader reader(object, pointer, problems);
    AttributeRule rule;
    reader.require("target");
    reader.require("source");
    reader.string("target", rule.target, 64);
    reader.boolean("required", rule.required);
    const json::Value* source = reader.take("source");
    readTransforms(reader.take("transforms"), reader.pointerTo("transforms"), rule.transforms, problems);
    reader.finish();
    if (!rule.target.empty() && !isTargetName(rule.target)) {
        reader.problem("target", "invalid_name",
                       "must begin with a letter and have letters, digits, '_', '-' and '.' only");
    }
    if (std::find(kReserved.begin(), kReserved.end(), rule.target) != kReserved.end()) {
        reader.problem("target", "reserved_target", "is written by the broker and cannot be mapped");
    }
    const auto sameTarget = [&](const AttributeRule& other) { return other.target == rule.target; };
    if (std::any_of(mapping.attributes.begin(), mapping.attributes.end(), sameTarget)) {
        reader.problem("target", "duplicate_target", "is mapped twice; list the sources in one rule");
        return;
    }
    std::optional<Source> parsed =
        source == nullptr ? std::nullopt : Source::parse(*source, reader.pointerTo("source"), problems);
    if (parsed && problems.size() == before) {
        rule.source = *std::move(parsed);
        mapping.attributes.push_back(std::move(rule));
    }
}

void readRole(const json::Object& object, const std::string& pointer, Mapping& mapping, Problems& problems) {
    json::ObjectReader reader(object, pointer, problems);
    RoleRule rule;
    reader.require("when");
    reader.require("assign");
    const json::Value* when = reader.take("when");
    if (const json::Value* assign = reader.take("assign")) {
        readRoleNames(*assign, reader.pointerTo("assign"), rule.assign, problems);
    }
    reader.finish();
    if (when == nullptr) {
        return;
    }
    const Source* groupSource = mapping.groups ? &mapping.groups->source : nullptr;
    if (std::optional<Condition> condition = Condition::parse(*when, reader.pointerTo("when"), groupSource, problems)) {
        rule.when = *std::move(condition);
        mapping.roles.push_back(std::move(rule));
    }
}

void readGroups(const json::Value& value, const std::string& pointer, Mapping& mapping, Problems& problems) {
    const json::Object* object = value.if_object();
    if (object == nullptr) {
        problems.push_back({pointer, "wrong_type", "must be an object"});
        return;
    }
    json::ObjectReader reader(*object, pointer, problems);
    GroupRule rule;
    reader.require("source");
    reader.boolean("create", rule.create);
    const json::Value* source = reader.take("source");
    readTransforms(reader.take("transforms"), reader.pointerTo("transforms"), rule.transforms, problems);
    reader.finish();
    std::optional<Source> parsed =
        source == nullptr ? std::nullopt : Source::parse(*source, reader.pointerTo("source"), problems);
    if (parsed) {
        rule.source = *std::move(parsed);
        mapping.groups = std::move(rule);
    }
}

void addDefaults(Mapping& mapping) {
    const auto add = [&](std::string_view target, Source source, std::initializer_list<std::string_view> transforms) {
        const auto isTarget = [&](const AttributeRule& rule) { return rule.target == target; };
        if (std::any_of(mapping.attributes.begin(), mapping.attributes.end(), isTarget)) {
            return;
        }
        AttributeRule rule{std::string(target), std::move(source), false, {}};
        for (const std::string_view text : transforms) {
            if (Result<Transform> transform = Transform::parse(text)) {
                rule.transforms.push_back(*std::move(transform));
            }
        }
        mapping.attributes.push_back(std::move(rule));
    };
    add("email", Source::of({"email"}), {"trim", "lowercase"});
    add("displayName", Source::of({"name", "{given_name} {family_name}"}), {"trim"});
    add("givenName", Source::of({"given_name"}), {"trim"});
    add("familyName", Source::of({"family_name"}), {"trim"});
}

} // namespace

bool isStandardTarget(std::string_view target) {
    return std::find(kStandard.begin(), kStandard.end(), target) != kStandard.end();
}

Mapping parseMapping(const json::Value& document, std::string_view pointer, Problems& problems) {
    Mapping mapping;
    const std::string root(pointer);
    if (const json::Object* object = document.if_object()) {
        json::ObjectReader reader(*object, root, problems);
        // Groups first: which claims hold groups decides how conditions read them.
        if (const json::Value* groups = reader.take("groups"); groups != nullptr && !groups->is_null()) {
            readGroups(*groups, reader.pointerTo("groups"), mapping, problems);
        }
        eachRule(reader, "attributes", problems, [&](const json::Object& rule, const std::string& where) {
            readAttribute(rule, where, mapping, problems);
        });
        eachRule(reader, "roles", problems,
                 [&](const json::Object& rule, const std::string& where) { readRole(rule, where, mapping, problems); });
        if (const json::Value* roles = reader.take("defaultRoles")) {
            readRoleNames(*roles, reader.pointerTo("defaultRoles"), mapping.defaultRoles, problems);
        }
        reader.finish();
    } else if (!document.is_null()) {
        problems.push_back({root, "wrong_type", "must be an object"});
    }
    addDefaults(mapping);
    return mapping;
}

Result<Mapping> parseMapping(const json::Value& document) {
    Problems problems;
    Mapping mapping = parseMapping(document, "", problems);
    if (!problems.empty()) {
        return fail(Code::InvalidArgument, "mapping.invalid",
                    problems.front().pointer + ": " + problems.front().message);
    }
    return mapping;
}

} // namespace gatehouse::claims
