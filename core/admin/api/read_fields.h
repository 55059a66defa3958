// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: JSON to a resource, walking its list of members and naming everything that is wrong.
#include <algorithm>
#include <optional>
#include <type_traits>

#include "admin/api/codec.h"
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

inline constexpr std::size_t kMaxElements = 1000;

/// One value to be read: where it stands, by which rule, and where its problems go.
struct Spot {
    const json::Value& value;
    std::string pointer;
    const Rule& rule;
    Side side;
    FieldErrors& errors;
    void refuse(std::string_view code, std::string message) const {
        errors.push_back({pointer, std::string(code), std::move(message)});
    }
};

template <class T>
void readFields(const json::Value& value, T& out, const std::string& pointer, Side side, FieldErrors& errors);

void readValue(const Spot& spot, std::string& out);
void readValue(const Spot& spot, bool& out);
void readValue(const Spot& spot, int& out);
void readValue(const Spot& spot, std::int64_t& out);
void readValue(const Spot& spot, double& out);
void readValue(const Spot& spot, Time& out);
void readValue(const Spot& spot, RawJson& out);
void readValue(const Spot& spot, TenantScope& out);

template <class T>
void readValue(const Spot& spot, T& out) {
    readFields(spot.value, out, spot.pointer, spot.side, spot.errors);
}
template <class T>
void readValue(const Spot& spot, std::optional<T>& out) {
    if (spot.value.is_null()) {
        out.reset();
        return;
    }
    readValue(spot, out.emplace());
}
template <class T>
void readValue(const Spot& spot, std::vector<T>& out) {
    if (!spot.value.is_array()) {
        return spot.refuse("wrong_type", "must be an array");
    }
    const json::Array& elements = spot.value.get_array();
    if (spot.side == Side::Request && elements.size() > kMaxElements) {
        return spot.refuse("too_long", "must have at most " + std::to_string(kMaxElements) + " elements");
    }
    out.clear();
    for (const json::Value& element : elements) {
        const Spot inner{element, spot.pointer + "/" + std::to_string(out.size()), spot.rule, spot.side, spot.errors};
        readValue(inner, out.emplace_back());
    }
}

/// A member's name as a reference token (RFC 6901, section 3).
[[nodiscard]] std::string escapePointer(std::string_view name);

class FieldReader {
public:
    FieldReader(const json::Object& object, std::string pointer, Side side, FieldErrors& errors)
        : m_object(object)
        , m_pointer(std::move(pointer))
        , m_side(side)
        , m_errors(errors) {}

    template <class T>
    void operator()(std::string_view name, T& field, const Rule& rule) {
        m_known.push_back(name);
        const json::Value* value = json::member(m_object, name);
        const bool settable = rule.access == Access::ReadWrite || rule.access == Access::WriteOnly;
        const Spot spot{value == nullptr ? m_nothing : *value, m_pointer + "/" + escapePointer(name), rule, m_side,
                        m_errors};
        if (value == nullptr) {
            if (m_side == Side::Request && rule.required) {
                spot.refuse("required", "is required");
            }
        } else if (m_side == Side::Reply && value->is_null()) {
            field = nothing<T>(rule); // however the broker spells it
        } else if (m_side == Side::Request && !settable) {
            spot.refuse("read_only", "is set by the broker");
        } else {
            readValue(spot, field);
        }
    }
    void refuseUnknown();

private:
    template <class T>
    static T nothing(const Rule& rule) {
        if constexpr (std::is_same_v<T, RawJson>) {
            return RawJson{rule.anyValue ? "null" : "{}"};
        } else {
            return T();
        }
    }

    const json::Object& m_object;
    const json::Value m_nothing;
    std::string m_pointer;
    Side m_side;
    FieldErrors& m_errors;
    std::vector<std::string_view> m_known;
};

template <class T>
void readFields(const json::Value& value, T& out, const std::string& pointer, Side side, FieldErrors& errors) {
    if (!value.is_object()) {
        errors.push_back({pointer, "wrong_type", "must be an object"});
        return;
    }
    FieldReader reader(value.get_object(), pointer, side, errors);
    Fields<T>::visit(out, reader);
    reader.refuseUnknown();
}

} // namespace gatehouse::admin::api
