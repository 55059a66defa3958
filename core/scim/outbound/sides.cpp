// SPDX-License-Identifier: Apache-2.0
#include "scim/outbound/sides.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "http/forms.h"

namespace gatehouse::scim::outbound {

sync::Population within(sync::Population all, const std::vector<std::string>& groupNames) {
    if (groupNames.empty()) {
        return all;
    }
    std::unordered_map<std::string, const sync::Record*> byId;
    std::vector<const sync::Record*> open;
    const auto isNamed = [&](const sync::Record& group) {
        return std::find(groupNames.begin(), groupNames.end(), group.name()) != groupNames.end();
    };
    for (const sync::Record& group : all.groups) {
        byId.emplace(group.id, &group);
        if (isNamed(group)) {
            open.push_back(&group);
        }
    }
    std::unordered_set<std::string> members;
    while (!open.empty()) {
        const sync::Record* group = open.back();
        open.pop_back();
        for (const std::string& id : group->members) {
            const auto inner = byId.find(id);
            if (members.insert(id).second && inner != byId.end()) {
                open.push_back(inner->second);
            }
        }
    }
    std::erase_if(all.people, [&](const sync::Record& person) { return !members.contains(person.id); });
    std::erase_if(all.groups, [&](const sync::Record& group) { return !isNamed(group); });
    return all;
}

Result<bool> isGone(sync::Service& source, sync::Kind kind, const std::string& id,
                    const std::vector<std::string>& groupNames) {
    const std::string endpoint = kind == sync::Kind::User ? "/Users/" : "/Groups/";
    TRY(reply, source.get(endpoint + http::percentEncode(id) +
                          (kind == sync::Kind::Group ? "?excludedAttributes=members" : "")));
    if (reply.status == 404) {
        return true;
    }
    const json::Object* body = reply.succeeded() ? reply.body.if_object() : nullptr;
    if (body == nullptr) {
        return fail(Code::Unavailable, "scim_sync.refused", endpoint + id + " is answered with " + reply.said());
    }
    if (groupNames.empty()) {
        return false;
    }
    const auto isNamed = [&](const std::optional<std::string_view>& name) {
        return name && std::find(groupNames.begin(), groupNames.end(), *name) != groupNames.end();
    };
    if (kind == sync::Kind::Group) {
        return !isNamed(json::stringMember(*body, "displayName"));
    }
    const json::Array* groups = json::arrayMember(*body, "groups");
    return groups == nullptr || std::none_of(groups->begin(), groups->end(), [&](const json::Value& each) {
               const json::Object* group = each.if_object();
               return group != nullptr && isNamed(json::stringMember(*group, "display"));
           });
}

} // namespace gatehouse::scim::outbound
