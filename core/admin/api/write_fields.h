// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only: a resource to JSON, walking its list of members.
#include <optional>

#include "admin/api/codec.h"
#include "admin/api/fields.h"

namespace gatehouse::admin::api {

template <class T>
json::Value writeFields(const T& value, Side side);

inline json::Value writeValue(const std::string& value, Side) {
    return json::Value(boost::json::string(value));
}
inline json::Value writeValue(bool value, Side) {
    return json::Value(value);
}
inline json::Value writeValue(int value, Side) {
    return json::Value(std::int64_t(value));
}
inline json::Value writeValue(std::int64_t value, Side) {
    return json::Value(value);
}
inline json::Value writeValue(double value, Side) {
    return json::Value(value);
}
inline json::Value writeValue(Time value, Side side) {
    return writeValue(toRfc3339(value), side);
}
inline json::Value writeValue(const RawJson& value, Side) {
    return parsed(value);
}
inline json::Value writeValue(const TenantScope& value, Side) {
    return value.all ? json::Value("all") : json::Value(json::toArray(value.slugs));
}
template <class T>
json::Value writeValue(const T& value, Side side) {
    return writeFields(value, side);
}
template <class T>
json::Value writeValue(const std::vector<T>& values, Side side) {
    json::Array out;
    for (const T& value : values) {
        out.push_back(writeValue(value, side));
    }
    return out;
}

class FieldWriter {
public:
    explicit FieldWriter(Side side)
        : m_side(side) {}

    template <class T>
    void operator()(std::string_view name, const T& field, const Rule& rule) {
        if (m_side == Side::Request ? rule.access != Access::ReadWrite && rule.access != Access::WriteOnly
                                    : rule.access == Access::WriteOnly) {
            return;
        }
        put(name, field, rule);
    }
    [[nodiscard]] json::Object take() { return std::move(m_out); }

private:
    template <class T>
    void put(std::string_view name, const T& field, const Rule&) {
        m_out[name] = writeValue(field, m_side);
    }
    template <class T>
    void put(std::string_view name, const std::optional<T>& field, const Rule& rule) {
        if (field) {
            m_out[name] = writeValue(*field, m_side);
        } else if (m_side == Side::Reply && rule.access != Access::Once) {
            m_out[name] = nullptr;
        }
    }
    Side m_side;
    json::Object m_out;
};

template <class T>
json::Value writeFields(const T& value, Side side) {
    FieldWriter writer(side);
    Fields<T>::visit(value, writer);
    return writer.take();
}

} // namespace gatehouse::admin::api
