// SPDX-License-Identifier: Apache-2.0
#include "scim/list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/time.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

tl::unexpected<Error> refuse(std::string_view reason, std::string_view name) {
    return fail(Code::InvalidArgument, reason, name);
}

Result<std::int64_t> wholeNumber(std::string_view text, std::string_view name) {
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) {
        return refuse("scim.parameter", name);
    }
    return out;
}

Status setSort(std::string_view sortBy, std::string_view sortOrder, ListQuery& out) {
    if (!sortBy.empty()) {
        auto path = parseAttributePath(sortBy);
        if (!path) {
            return refuse("scim.parameter", "sortBy");
        }
        out.sortBy = *std::move(path);
    }
    const bool known = sortOrder.empty() || sameName(sortOrder, "ascending") || sameName(sortOrder, "descending");
    if (!known) {
        return refuse("scim.parameter", "sortOrder");
    }
    out.descending = sameName(sortOrder, "descending");
    return {};
}

Status setCount(std::int64_t count, ListQuery& out) {
    if (out.cursor && count < 0) {
        return refuse("scim.count", "count");
    }
    out.count = std::max<std::int64_t>(count, 0);
    return {};
}

std::string parameter(const std::map<std::string, std::string>& parameters, const char* name) {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
}

/// A member of a SearchRequest that is not of its type is refused; null is as good as absent.
Result<std::string> textIn(const json::Object& body, std::string_view name) {
    const json::Value* value = json::member(body, name);
    if (value == nullptr || value->is_null()) {
        return std::string();
    }
    return value->is_string() ? Result<std::string>(std::string(json::view(value->get_string())))
                              : refuse("scim.syntax", name);
}

Result<std::optional<std::int64_t>> numberIn(const json::Object& body, std::string_view name) {
    const json::Value* value = json::member(body, name);
    if (value == nullptr || value->is_null()) {
        return std::optional<std::int64_t>();
    }
    const auto number = json::integerMember(body, name);
    return number ? Result<std::optional<std::int64_t>>(number) : refuse("scim.syntax", name);
}

Status checkSearchShape(const json::Object& body) {
    constexpr std::array<std::string_view, 9> kKnown = {"schemas",    "attributes", "excludedAttributes",
                                                        "filter",     "sortBy",     "sortOrder",
                                                        "startIndex", "count",      "cursor"};
    const auto schemas = json::stringsMember(body, "schemas");
    if (!schemas || std::find(schemas->begin(), schemas->end(), kSearchSchema) == schemas->end()) {
        return refuse("scim.schemas", "");
    }
    for (const auto& each : body) {
        if (std::find(kKnown.begin(), kKnown.end(), view(each.key())) == kKnown.end()) {
            return refuse("scim.syntax", shownName(view(each.key())));
        }
    }
    return {};
}

const json::Value* partOf(const json::Value& value, const Attribute* sub) {
    if (sub == nullptr) {
        return &value;
    }
    const json::Object* object = value.if_object();
    return object == nullptr ? nullptr : json::member(*object, sub->name);
}

/// Of a list the primary element, else the first.
const json::Value* sortElement(const json::Value& value) {
    const json::Array* list = value.if_array();
    if (list == nullptr) {
        return &value;
    }
    for (const json::Value& each : *list) {
        const json::Object* object = each.if_object();
        if (object != nullptr && json::boolMember(*object, "primary") == true) {
            return &each;
        }
    }
    return list->empty() ? nullptr : &list->front();
}

/// Digits that sort as the number does: the bits of a double, made to rise with it.
std::string numberKey(double number) {
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof number);
    std::memcpy(&bits, &number, sizeof bits);
    bits = (bits >> 63U) != 0 ? ~bits : bits | (std::uint64_t{1} << 63U);
    char digits[17] = {};
    const auto end = std::to_chars(digits, digits + 16, bits, 16).ptr;
    const auto length = static_cast<std::size_t>(end - digits);
    return std::string(16 - length, '0') + std::string(digits, length);
}

} // namespace

Result<ListQuery> readListQuery(const std::map<std::string, std::string>& parameters) {
    ListQuery out;
    out.filter = parameter(parameters, "filter");
    ENSURE(setSort(parameter(parameters, "sortBy"), parameter(parameters, "sortOrder"), out));
    if (parameters.contains("cursor")) {
        out.cursor = parameter(parameters, "cursor");
    }
    if (parameters.contains("startIndex")) {
        TRY(start, wholeNumber(parameter(parameters, "startIndex"), "startIndex"));
        out.startIndex = std::max<std::int64_t>(start, 1);
    }
    if (parameters.contains("count")) {
        TRY(count, wholeNumber(parameter(parameters, "count"), "count"));
        ENSURE(setCount(count, out));
    }
    TRY(projection, parseProjection(parameter(parameters, "attributes"), parameter(parameters, "excludedAttributes")));
    out.projection = std::move(projection);
    return out;
}

Result<ListQuery> readSearchRequest(const json::Object& body) {
    ENSURE(checkSearchShape(body));
    ListQuery out;
    TRY(filter, textIn(body, "filter"));
    TRY(sortBy, textIn(body, "sortBy"));
    TRY(sortOrder, textIn(body, "sortOrder"));
    TRY(cursor, textIn(body, "cursor"));
    TRY(start, numberIn(body, "startIndex"));
    TRY(count, numberIn(body, "count"));
    TRY(projection, parseProjection(json::member(body, "attributes"), json::member(body, "excludedAttributes")));
    out.filter = std::move(filter);
    out.projection = std::move(projection);
    out.startIndex = std::max<std::int64_t>(start.value_or(1), 1);
    if (json::stringMember(body, "cursor")) {
        out.cursor = std::move(cursor);
    }
    ENSURE(setSort(sortBy, sortOrder, out));
    if (count) {
        ENSURE(setCount(*count, out));
    }
    return out;
}

json::Object listResponse(json::Array resources, std::int64_t totalResults, std::int64_t startIndex) {
    const auto items = static_cast<std::int64_t>(resources.size());
    return {{"schemas", json::Array{json::Value(jsonText(kListSchema))}},
            {"totalResults", totalResults},
            {"itemsPerPage", items},
            {"startIndex", startIndex},
            {"Resources", std::move(resources)}};
}

json::Object cursorPage(json::Array resources, std::optional<std::int64_t> totalResults,
                        const std::optional<std::string>& nextCursor,
                        const std::optional<std::string>& previousCursor) {
    json::Object out{{"schemas", json::Array{json::Value(jsonText(kListSchema))}},
                     {"itemsPerPage", static_cast<std::int64_t>(resources.size())}};
    if (totalResults) {
        out["totalResults"] = *totalResults;
    }
    if (nextCursor) {
        out["nextCursor"] = *nextCursor;
    }
    if (previousCursor) {
        out["previousCursor"] = *previousCursor;
    }
    out["Resources"] = std::move(resources);
    return out;
}

Result<AttributeRef> resolveSort(const AttributePath& sortBy, const ResourceType& type) {
    std::optional<AttributeRef> found = resolve(type, sortBy);
    if (!found || found->attribute == nullptr) {
        return refuse("scim.parameter", "sortBy");
    }
    if (found->sub == nullptr && found->attribute->type == Type::Complex) {
        found->sub = found->attribute->sub("value");
    }
    const bool hidden = found->attribute->returned == Returned::Never || found->leaf().returned == Returned::Never;
    if (hidden || isMembers(*found) || found->leaf().type == Type::Complex) {
        return refuse("scim.parameter", "sortBy");
    }
    return *found;
}

std::string sortKey(const AttributeRef& sortBy, const json::Object& resource) {
    const json::Object* holder =
        sortBy.extension == nullptr ? &resource : json::objectMember(resource, sortBy.extension->id);
    const json::Value* value = holder == nullptr ? nullptr : json::member(*holder, sortBy.attribute->name);
    const json::Value* element = value == nullptr ? nullptr : sortElement(*value);
    const json::Value* leaf = element == nullptr ? nullptr : partOf(*element, sortBy.sub);
    if (leaf == nullptr || leaf->is_null()) {
        return {};
    }
    if (leaf->is_bool()) {
        return leaf->get_bool() ? "1" : "0";
    }
    if (leaf->is_number()) {
        return numberKey(leaf->to_number<double>());
    }
    if (!leaf->is_string()) {
        return {};
    }
    const std::string_view text = json::view(leaf->get_string());
    if (sortBy.leaf().type == Type::DateTime) {
        const Result<Time> time = parseRfc3339(text);
        return time ? numberKey(static_cast<double>(toMillis(*time))) : std::string();
    }
    return sortBy.leaf().caseExact ? std::string(text) : foldCase(text);
}

} // namespace gatehouse::scim
