// SPDX-License-Identifier: Apache-2.0
#include "json/json.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <new>
#include <string>
#include <unordered_set>
#include <vector>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <boost/json/value_stack.hpp>

namespace gatehouse::json {
namespace {

namespace bj = boost::json;
using ErrorCode = bj::error_code;
using Text = bj::string_view;

/// Our own reasons, carried through the parser in its error code.
enum class Refusal { None, Nul, NumberRange, Duplicate };

bool hasNul(Text text) {
    return !text.empty() && std::memchr(text.data(), 0, text.size()) != nullptr;
}

/// What both passes share: the unlimited sizes (the text's size is bounded already) and the refusals.
struct HandlerBase {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    Refusal refusal = Refusal::None;

    bool refuse(Refusal why, ErrorCode& code) {
        refusal = why;
        code = bj::error::syntax;
        return false;
    }
    bool on_document_begin(ErrorCode&) { return true; }
    bool on_document_end(ErrorCode&) { return true; }
    bool on_comment_part(Text, ErrorCode&) { return true; }
    bool on_comment(Text, ErrorCode&) { return true; }
};

/// Builds the value, refuses what Boost.JSON lets through, and counts the members that were written.
struct Builder : HandlerBase {
    bj::value_stack stack;
    std::string number; ///< the first pieces of a number that came in pieces
    std::size_t members = 0;

    Builder(unsigned char* buffer, std::size_t size)
        : stack({}, buffer, size) {
        stack.reset();
    }

    bool on_object_begin(ErrorCode&) { return true; }
    bool on_object_end(std::size_t count, ErrorCode&) {
        members += count;
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(ErrorCode&) { return true; }
    bool on_array_end(std::size_t count, ErrorCode&) {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(Text text, std::size_t, ErrorCode& code) {
        stack.push_chars(text);
        return !hasNul(text) || refuse(Refusal::Nul, code);
    }
    bool on_key(Text text, std::size_t, ErrorCode& code) {
        stack.push_key(text);
        return !hasNul(text) || refuse(Refusal::Nul, code);
    }
    bool on_string_part(Text text, std::size_t, ErrorCode& code) {
        stack.push_chars(text);
        return !hasNul(text) || refuse(Refusal::Nul, code);
    }
    bool on_string(Text text, std::size_t, ErrorCode& code) {
        stack.push_string(text);
        return !hasNul(text) || refuse(Refusal::Nul, code);
    }
    bool on_number_part(Text text, ErrorCode&) {
        number.append(text.data(), text.size());
        return true;
    }
    bool on_int64(std::int64_t value, Text, ErrorCode&) {
        number.clear();
        stack.push_int64(value);
        return true;
    }
    bool on_uint64(std::uint64_t value, Text, ErrorCode&) {
        number.clear();
        stack.push_uint64(value);
        return true;
    }
    bool on_double(double rough, Text text, ErrorCode& code) {
        // Boost.JSON's own value can be off by a unit in the last place, which would break the canonical form.
        number.append(text.data(), text.size());
        double exact = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), exact);
        number.clear();
        if (read.ec == std::errc::result_out_of_range && std::fabs(rough) < 1) {
            exact = 0; // too small for any double
        } else if (read.ec != std::errc() || !std::isfinite(exact)) {
            return refuse(Refusal::NumberRange, code);
        }
        stack.push_double(exact);
        return true;
    }
    bool on_bool(bool value, ErrorCode&) {
        stack.push_bool(value);
        return true;
    }
    bool on_null(ErrorCode&) {
        stack.push_null();
        return true;
    }
};

/// The second pass over a text that is known to repeat a member: stops where it does.
struct DuplicateFinder : HandlerBase {
    std::vector<std::unordered_set<std::string>> open;
    std::string key;

    bool on_object_begin(ErrorCode&) {
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, ErrorCode&) {
        open.pop_back();
        return true;
    }
    bool on_key_part(Text text, std::size_t, ErrorCode&) {
        key.append(text.data(), text.size());
        return true;
    }
    bool on_key(Text text, std::size_t, ErrorCode& code) {
        key.append(text.data(), text.size());
        const bool fresh = open.back().insert(key).second;
        key.clear();
        return fresh || refuse(Refusal::Duplicate, code);
    }
    bool on_array_begin(ErrorCode&) { return true; }
    bool on_array_end(std::size_t, ErrorCode&) { return true; }
    bool on_string_part(Text, std::size_t, ErrorCode&) { return true; }
    bool on_string(Text, std::size_t, ErrorCode&) { return true; }
    bool on_number_part(Text, ErrorCode&) { return true; }
    bool on_int64(std::int64_t, Text, ErrorCode&) { return true; }
    bool on_uint64(std::uint64_t, Text, ErrorCode&) { return true; }
    bool on_double(double, Text, ErrorCode&) { return true; }
    bool on_bool(bool, ErrorCode&) { return true; }
    bool on_null(ErrorCode&) { return true; }
};

std::size_t countMembers(const Value& value) {
    std::size_t count = 0;
    if (const Object* object = value.if_object()) {
        count = object->size();
        for (const auto& member : *object) {
            count += member.value().is_structured() ? countMembers(member.value()) : 0;
        }
    } else if (const Array* array = value.if_array()) {
        for (const Value& element : *array) {
            count += element.is_structured() ? countMembers(element) : 0;
        }
    }
    return count;
}

tl::unexpected<Error> refuseAt(const char* reason, std::size_t offset) {
    return fail(Code::InvalidArgument, reason, "at byte " + std::to_string(offset));
}

const char* reasonFor(Refusal refusal, const ErrorCode& code) {
    switch (refusal) {
    case Refusal::Nul:
        return "json.nul";
    case Refusal::NumberRange:
        return "json.number_range";
    case Refusal::Duplicate:
        return "json.duplicate_member";
    case Refusal::None:
        break;
    }
    if (code == bj::error::too_deep) {
        return "json.too_deep";
    }
    return code == bj::error::exponent_overflow ? "json.number_range" : "json.malformed";
}

bj::parse_options optionsFor(const Limits& limits) {
    bj::parse_options options;
    options.max_depth = limits.depth;
    return options;
}

std::size_t findDuplicate(std::string_view text, const Limits& limits) {
    bj::basic_parser<DuplicateFinder> parser(optionsFor(limits));
    ErrorCode code;
    return parser.write_some(false, text.data(), text.size(), code);
}

} // namespace

Result<Value> parse(std::string_view text, Limits limits) {
    if (text.size() > limits.bytes) {
        return fail(Code::InvalidArgument, "json.too_large",
                    std::to_string(text.size()) + " bytes, at most " + std::to_string(limits.bytes));
    }
    alignas(std::max_align_t) unsigned char buffer[4096];
    bj::basic_parser<Builder> parser(optionsFor(limits), buffer, sizeof buffer);
    ErrorCode code;
    const std::size_t used = parser.write_some(false, text.data(), text.size(), code);
    Builder& builder = parser.handler();
    if (code) {
        return refuseAt(reasonFor(builder.refusal, code), used);
    }
    if (used < text.size()) {
        return refuseAt("json.malformed", used); // something follows the value
    }
    Value value = builder.stack.release();
    // Boost.JSON keeps the last of two equal names, so the value then holds fewer members than the text.
    if (countMembers(value) != builder.members) {
        return refuseAt("json.duplicate_member", findDuplicate(text, limits));
    }
    return value;
}

Result<Object> parseObject(std::string_view text, Limits limits) {
    TRY(value, parse(text, limits));
    Object* object = value.if_object();
    if (object == nullptr) {
        return fail(Code::InvalidArgument, "json.not_object");
    }
    return std::move(*object);
}

} // namespace gatehouse::json
