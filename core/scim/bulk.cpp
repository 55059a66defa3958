// SPDX-License-Identifier: Apache-2.0
#include "scim/bulk.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

tl::unexpected<Error> refuse(std::string_view reason, std::string_view detail = {}) {
    return fail(Code::InvalidArgument, reason, detail);
}

std::optional<BulkMethod> methodNamed(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, BulkMethod>, 4> kAll = {{{"POST", BulkMethod::Post},
                                                                              {"PUT", BulkMethod::Put},
                                                                              {"PATCH", BulkMethod::Patch},
                                                                              {"DELETE", BulkMethod::Delete}}};
    for (const auto& [word, method] : kAll) {
        if (sameName(word, name)) {
            return method;
        }
    }
    return std::nullopt;
}

bool isId(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.' || c == ':' || c == '@' || c == '+' || c == '=';
    };
    return !text.empty() && text.size() <= 256 && text != "." && text != ".." &&
           std::all_of(text.begin(), text.end(), plain);
}

/// "/Users" or "/Users/id" of a known type: nothing else, in no other spelling.
Status readPath(std::string_view path, std::span<const ResourceType> types, BulkOperation& out) {
    for (const ResourceType& type : types) {
        if (!path.starts_with(type.endpoint)) {
            continue;
        }
        const std::string_view rest = path.substr(type.endpoint.size());
        const bool wantsId = out.method != BulkMethod::Post;
        const bool fits = wantsId ? rest.starts_with('/') && isId(rest.substr(1)) : rest.empty();
        if (fits) {
            out.type = &type;
            out.id = wantsId ? rest.substr(1) : "";
            return {};
        }
    }
    return refuse("scim.bulk_path", "path");
}

Result<std::string> textIn(const json::Object& object, std::string_view name) {
    const json::Value* value = json::member(object, name);
    if (value == nullptr || value->is_null()) {
        return std::string();
    }
    return value->is_string() ? Result<std::string>(std::string(json::view(value->get_string())))
                              : refuse("scim.syntax", name);
}

Status fill(const json::Object& object, std::span<const ResourceType> types, BulkOperation& out) {
    TRY(method, textIn(object, "method"));
    out.methodName = shownName(method);
    TRY(path, textIn(object, "path"));
    TRY(version, textIn(object, "version"));
    out.version = std::move(version);
    const std::optional<BulkMethod> known = methodNamed(method);
    if (!known) {
        return refuse("scim.bulk_method", "method");
    }
    out.method = *known;
    ENSURE(readPath(path, types, out));
    if (out.method == BulkMethod::Post && out.bulkId.empty()) {
        return refuse("scim.bulk_id", "bulkId");
    }
    const json::Value* data = json::member(object, "data");
    const bool fits = data != nullptr && (data->is_object() || (data->is_array() && out.method == BulkMethod::Patch));
    if (out.method != BulkMethod::Delete && !fits) {
        return refuse("scim.syntax", "data");
    }
    if (fits) {
        out.data = *data;
    }
    return {};
}

Result<BulkOperation> readOperation(const json::Value& value, std::span<const ResourceType> types) {
    const json::Object* object = value.if_object();
    if (object == nullptr) {
        return refuse("scim.syntax", "Operations");
    }
    BulkOperation out;
    TRY(bulkId, textIn(*object, "bulkId"));
    if (bulkId.size() > 256) {
        return refuse("scim.bulk_id", "bulkId");
    }
    out.bulkId = std::move(bulkId);
    const Status filled = fill(*object, types, out);
    if (!filled) {
        out.error = filled.error();
    }
    return out;
}

Result<std::int64_t> readFailOnErrors(const json::Object& body) {
    const json::Value* value = json::member(body, "failOnErrors");
    if (value == nullptr || value->is_null()) {
        return 0;
    }
    const auto number = json::integerMember(body, "failOnErrors");
    return number && *number > 0 ? Result<std::int64_t>(*number) : refuse("scim.bulk_fail_on_errors");
}

Status checkShape(const json::Object& body) {
    const auto schemas = json::stringsMember(body, "schemas");
    if (!schemas || std::find(schemas->begin(), schemas->end(), kBulkRequestSchema) == schemas->end()) {
        return refuse("scim.schemas");
    }
    for (const auto& each : body) {
        const std::string_view name = view(each.key());
        if (name != "schemas" && name != "failOnErrors" && name != "Operations") {
            return refuse("scim.syntax", shownName(name));
        }
    }
    const json::Array* operations = json::arrayMember(body, "Operations");
    return operations != nullptr && !operations->empty() ? Status() : refuse("scim.syntax", "Operations");
}

Result<json::Object> readText(std::string_view text, const BulkLimits& limits) {
    if (text.size() > limits.octets) {
        return refuse("scim.bulk_too_large", "at most " + std::to_string(limits.octets));
    }
    return json::parseObject(text, {limits.octets, 32});
}

} // namespace

Result<BulkRequest> parseBulk(std::string_view text, std::span<const ResourceType> types, const BulkLimits& limits) {
    TRY(body, readText(text, limits));
    ENSURE(checkShape(body));
    BulkRequest out;
    TRY(failOnErrors, readFailOnErrors(body));
    out.failOnErrors = failOnErrors;
    const json::Array& operations = *json::arrayMember(body, "Operations");
    if (operations.size() > limits.operations) {
        return refuse("scim.bulk_too_many", "at most " + std::to_string(limits.operations));
    }
    std::unordered_set<std::string> bulkIds;
    for (const json::Value& each : operations) {
        TRY(operation, readOperation(each, types));
        if (!operation.bulkId.empty() && !bulkIds.insert(operation.bulkId).second) {
            return refuse("scim.bulk_id", shownName(operation.bulkId));
        }
        out.operations.push_back(std::move(operation));
    }
    return out;
}

} // namespace gatehouse::scim
