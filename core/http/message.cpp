// SPDX-License-Identifier: Apache-2.0
#include "http/message.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "http/syntax.h"

namespace gatehouse::http {

namespace {

void requireSafe(std::string_view name, std::string_view value) {
    if (!isToken(name) || hasControl(value)) {
        // The value may be a secret; the name is ours.
        std::fprintf(stderr, "http: a header field with a control character was about to be set: %.*s\n",
                     static_cast<int>(std::min<std::size_t>(name.size(), 64)), name.data());
        std::abort();
    }
}

Status checkSafe(std::string_view name, std::string_view value) {
    if (!isToken(name)) {
        return fail(Code::InvalidArgument, "http.header_name", "a header name is not a token");
    }
    if (hasControl(value)) {
        return fail(Code::InvalidArgument, "http.header_value", "a header value holds a control character");
    }
    return {};
}

} // namespace

void Headers::set(std::string_view name, std::string value) {
    requireSafe(name, value);
    remove(name);
    m_fields.emplace_back(name, std::move(value));
}

void Headers::add(std::string_view name, std::string value) {
    requireSafe(name, value);
    m_fields.emplace_back(name, std::move(value));
}

Status Headers::trySet(std::string_view name, std::string value) {
    ENSURE(checkSafe(name, value));
    remove(name);
    m_fields.emplace_back(name, std::move(value));
    return {};
}

Status Headers::tryAdd(std::string_view name, std::string value) {
    ENSURE(checkSafe(name, value));
    m_fields.emplace_back(name, std::move(value));
    return {};
}

void Headers::remove(std::string_view name) {
    std::erase_if(m_fields, [name](const auto& field) { return equalsIgnoringCase(field.first, name); });
}

std::optional<std::string_view> Headers::get(std::string_view name) const {
    for (const auto& [fieldName, value] : m_fields) {
        if (equalsIgnoringCase(fieldName, name)) {
            return value;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (const auto& [fieldName, value] : m_fields) {
        if (equalsIgnoringCase(fieldName, name)) {
            values.emplace_back(value);
        }
    }
    return values;
}

} // namespace gatehouse::http
