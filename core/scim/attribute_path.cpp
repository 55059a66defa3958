// SPDX-License-Identifier: Apache-2.0
#include "scim/attribute_path.h"

#include <algorithm>

#include "scim/text.h"

namespace gatehouse::scim {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isUriCharacter(char c) {
    return isLetter(c) || isDigit(c) || std::string_view("-._~:/?#@!$&'*+,;=%").find(c) != std::string_view::npos;
}

/// "attribute" or "attribute.sub".
bool readNames(std::string_view text, AttributePath& out) {
    const std::size_t dot = text.find('.');
    const std::string_view name = text.substr(0, dot);
    const std::string_view sub = dot == std::string_view::npos ? std::string_view() : text.substr(dot + 1);
    if (!isAttributeName(name) || (dot != std::string_view::npos && !isAttributeName(sub))) {
        return false;
    }
    out.attribute = name;
    out.sub = sub;
    return true;
}

} // namespace

bool isAttributeName(std::string_view text) {
    if (text == "$ref") {
        return true;
    }
    return !text.empty() && isLetter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '_';
    });
}

bool isSchemaUri(std::string_view text) {
    if (!std::all_of(text.begin(), text.end(), isUriCharacter)) {
        return false;
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !isLetter(text.front())) {
        return false;
    }
    const std::string_view rest = text.substr(colon + 1);
    if (!sameName(text.substr(0, colon), "urn")) {
        return rest.starts_with("//") && rest.size() > 2;
    }
    const std::size_t end = rest.find(':');
    const std::string_view name = rest.substr(0, end);
    const bool hasSpecific = end != std::string_view::npos && end + 1 < rest.size();
    return !name.empty() && (isLetter(name.front()) || isDigit(name.front())) &&
           (hasSpecific ? isLetter(rest[end + 1]) || isDigit(rest[end + 1]) : end == std::string_view::npos);
}

std::string AttributePath::text() const {
    std::string out = schema;
    if (!attribute.empty()) {
        out += (out.empty() ? "" : ":") + attribute;
    }
    return sub.empty() ? out : out + "." + sub;
}

Result<AttributePath> parseAttributePath(std::string_view text) {
    const auto refuse = [] { return fail(Code::InvalidArgument, "scim.path", "not an attribute path"); };
    AttributePath out;
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return readNames(text, out) ? Result<AttributePath>(out) : refuse();
    }
    const std::string_view schema = text.substr(0, colon);
    const std::string_view last = text.substr(colon + 1);
    if (!isSchemaUri(schema)) {
        return refuse();
    }
    out.schema = schema;
    if (last.empty() || readNames(last, out)) {
        return out;
    }
    if (!isDigit(last.front()) || !isSchemaUri(text)) {
        return refuse();
    }
    out.schema = text;
    return out;
}

} // namespace gatehouse::scim
