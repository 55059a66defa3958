// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "json/json.h"

namespace gatehouse::json {

/// Writes compact JSON member by member, for texts that are written often: no tree is built first. Brackets and member
/// names are the caller's to keep straight.
class TextWriter {
public:
    /// Appends to `out`.
    explicit TextWriter(std::string& out)
        : m_out(out) {}

    void beginObject() { begin('{'); }
    void endObject() { m_out.push_back('}'); }
    void beginArray() { begin('['); }
    void endArray() { m_out.push_back(']'); }
    /// What comes next is its value.
    void key(std::string_view name);

    void text(std::string_view value);
    void boolean(bool value);
    void integer(std::int64_t value);
    void tree(const Value& value);
    void tree(const Object& value);

    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, const char* value) { member(name, std::string_view(value)); }
    template <std::same_as<bool> T>
    void member(std::string_view name, T value) {
        key(name);
        boolean(value);
    }
    template <std::integral T>
        requires(!std::same_as<T, bool>)
    void member(std::string_view name, T value) {
        key(name);
        integer(static_cast<std::int64_t>(value));
    }
    void member(std::string_view name, const Object& value) {
        key(name);
        tree(value);
    }
    /// The member if the text is not empty.
    void memberIfAny(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            member(name, value);
        }
    }
    template <class Strings>
    void memberArray(std::string_view name, const Strings& values) {
        key(name);
        beginArray();
        for (const auto& value : values) {
            text(value);
        }
        endArray();
    }

private:
    void begin(char bracket) {
        separate();
        m_out.push_back(bracket);
    }
    /// The comma, unless what was written last wants none. Every value ends otherwise.
    void separate() {
        if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':') {
            m_out.push_back(',');
        }
    }

    std::string& m_out;
};

} // namespace gatehouse::json
