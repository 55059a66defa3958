// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "base/result.h"

namespace gatehouse::json {

/// The parsed forms. Other modules name them through here and include no JSON library themselves.
using Value = boost::json::value;
using Object = boost::json::object;
using Array = boost::json::array;
using boost::json::value_from;

struct Limits {
    std::size_t bytes = 256 * 1024;
    std::size_t depth = 32;
};

/// Strict RFC 8259: UTF-8 only, no duplicate member, no number that is not finite, no NUL in any string, one value.
/// `json.malformed`, `json.too_large`, `json.too_deep`, `json.duplicate_member`, `json.number_range`, `json.nul`.
/// The error's detail names the byte offset.
[[nodiscard]] Result<Value> parse(std::string_view text, Limits limits = {});
/// parse, and the value must be an object: `json.not_object`.
[[nodiscard]] Result<Object> parseObject(std::string_view text, Limits limits = {});
/// Compact text.
[[nodiscard]] std::string write(const Value& value);
[[nodiscard]] std::string write(const Object& object);
/// Two spaces of indentation, for people.
[[nodiscard]] std::string writePretty(const Value& value);
/// RFC 8785 canonical form: members sorted by UTF-16 code units, ECMAScript numbers. The bytes that are hashed.
[[nodiscard]] std::string canonical(const Value& value);

// Reading members. Each gives nullopt or nullptr if the member is missing or of another type.
[[nodiscard]] const Value* member(const Object& object, std::string_view name);
[[nodiscard]] std::optional<std::string_view> stringMember(const Object& object, std::string_view name);
[[nodiscard]] std::optional<std::int64_t> integerMember(const Object& object, std::string_view name);
[[nodiscard]] std::optional<bool> boolMember(const Object& object, std::string_view name);
[[nodiscard]] const Object* objectMember(const Object& object, std::string_view name);
[[nodiscard]] const Array* arrayMember(const Object& object, std::string_view name);
/// All elements if the member is an array of strings, nullopt otherwise.
[[nodiscard]] std::optional<std::vector<std::string>> stringsMember(const Object& object, std::string_view name);
/// The value at a JSON Pointer (RFC 6901), or nullptr.
[[nodiscard]] const Value* at(const Value& value, std::string_view pointer);
/// RFC 7396 merge patch, applied in place.
void mergePatch(Value& target, const Value& patch);
/// An array of strings.
[[nodiscard]] Array toArray(const std::vector<std::string>& values);
[[nodiscard]] inline std::string_view view(const boost::json::string& text) {
    return {text.data(), text.size()};
}

} // namespace gatehouse::json
