// SPDX-License-Identifier: Apache-2.0
#include "oauth/authorization_details.h"

#include <algorithm>
#include <array>

namespace gatehouse::oauth {
namespace {

constexpr std::size_t kLongest = 8 * 1024;
constexpr std::size_t kMost = 20;
constexpr std::size_t kDeepest = 8;
constexpr std::array<std::string_view, 4> kLists{"locations", "actions", "datatypes", "privileges"};

tl::unexpected<Error> refused(std::string_view detail) {
    return fail(Code::InvalidArgument, "oauth.invalid_authorization_details", detail);
}

template <class List, class Value>
bool contains(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

Status checkMember(std::string_view name, const json::Object& object) {
    if (contains(kLists, name) && !json::stringsMember(object, name)) {
        return refused(std::string(name) + " is no list of texts");
    }
    if (name == "identifier" && !json::stringMember(object, name)) {
        return refused("identifier is no text");
    }
    return {};
}

Status checkDetails(const json::Value& value, const std::vector<DetailsType>& known) {
    if (!value.is_object()) {
        return refused("holds something that is no object");
    }
    const json::Object& object = value.get_object();
    const auto type = json::stringMember(object, "type");
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const DetailsType& each) { return type == each.type; });
    if (!type || found == known.end()) {
        return refused("of a type that is not registered for the app");
    }
    for (const auto& member : object) {
        const std::string_view name(member.key());
        if (name != "type" && !contains(found->members, name)) {
            return refused(found->type + " has no member " + std::string(name.substr(0, 100)));
        }
        ENSURE(checkMember(name, object));
    }
    return {};
}

// Of a list that says what is allowed, a part. An empty one often means anything at all.
bool isPart(const json::Value& wanted, const json::Value& granted) {
    const json::Array& all = granted.get_array();
    return !wanted.get_array().empty() && std::all_of(wanted.get_array().begin(), wanted.get_array().end(),
                                                      [&](const json::Value& each) { return contains(all, each); });
}

bool isCovered(const json::Value& wanted, const json::Value& granted) {
    const json::Object* a = wanted.if_object();
    const json::Object* b = granted.if_object();
    return a != nullptr && b != nullptr && a->size() == b->size() &&
           std::all_of(a->begin(), a->end(), [&](const auto& member) {
               const json::Value* other = b->if_contains(member.key());
               return other != nullptr &&
                      (member.value() == *other ||
                       (contains(kLists, std::string_view(member.key())) && isPart(member.value(), *other)));
           });
}

} // namespace

Result<json::Array> parseAuthorizationDetails(std::string_view text, const std::vector<DetailsType>& known) {
    const auto value = json::parse(text, {kLongest, kDeepest});
    if (!value) {
        return refused(value.error().reason);
    }
    if (!value->is_array() || value->get_array().empty() || value->get_array().size() > kMost) {
        return refused("is no array of 1 to 20 objects");
    }
    for (const json::Value& each : value->get_array()) {
        ENSURE(checkDetails(each, known));
    }
    return value->get_array();
}

bool isWithin(const json::Array& wanted, const json::Array& granted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const json::Value& each) {
        return std::any_of(granted.begin(), granted.end(),
                           [&](const json::Value& one) { return isCovered(each, one); });
    });
}

} // namespace gatehouse::oauth
