// SPDX-License-Identifier: Apache-2.0
#include "json/reader.h"

#include <algorithm>

namespace gatehouse::json {

const Value* ObjectReader::take(std::string_view name) {
    m_known.emplace_back(name);
    return m_object.if_contains(name);
}

std::string ObjectReader::pointerTo(std::string_view name) const {
    std::string out = m_pointer + "/";
    for (const char c : name) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

void ObjectReader::problem(std::string_view name, std::string_view code, std::string_view message) {
    m_problems.push_back({pointerTo(name), std::string(code), std::string(message)});
}

void ObjectReader::string(std::string_view name, std::string& field, std::size_t maxLength) {
    const Value* value = take(name);
    if (value == nullptr) {
        return;
    }
    if (!value->is_string()) {
        problem(name, "wrong_type", "must be a string");
    } else if (value->get_string().size() > maxLength) {
        problem(name, "too_long", "must be at most " + std::to_string(maxLength) + " bytes");
    } else {
        field = std::string(view(value->get_string()));
    }
}

void ObjectReader::boolean(std::string_view name, bool& field) {
    const Value* value = take(name);
    if (value == nullptr) {
        return;
    }
    if (!value->is_bool()) {
        problem(name, "wrong_type", "must be true or false");
    } else {
        field = value->get_bool();
    }
}

void ObjectReader::integer(std::string_view name, std::int64_t& field, std::int64_t lowest, std::int64_t highest) {
    const Value* value = take(name);
    if (value == nullptr) {
        return;
    }
    if (!value->is_int64()) {
        problem(name, "wrong_type", "must be a whole number");
    } else if (value->get_int64() < lowest || value->get_int64() > highest) {
        problem(name, "out_of_range", "must be " + std::to_string(lowest) + " to " + std::to_string(highest));
    } else {
        field = value->get_int64();
    }
}

void ObjectReader::seconds(std::string_view name, std::chrono::seconds& field, std::int64_t lowest,
                           std::int64_t highest) {
    std::int64_t count = field.count();
    integer(name, count, lowest, highest);
    field = std::chrono::seconds(count);
}

void ObjectReader::strings(std::string_view name, std::vector<std::string>& field, std::size_t maxCount) {
    const Value* value = take(name);
    if (value == nullptr) {
        return;
    }
    const auto list = stringsMember(m_object, name);
    if (!list) {
        problem(name, "wrong_type", "must be an array of strings");
    } else if (list->size() > maxCount) {
        problem(name, "too_long", "must have at most " + std::to_string(maxCount) + " elements");
    } else {
        field = *list;
    }
}

void ObjectReader::ignore(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        m_known.emplace_back(name);
    }
}

void ObjectReader::require(std::string_view name) {
    const Value* value = m_object.if_contains(name);
    if (value == nullptr || (value->is_string() && value->get_string().empty())) {
        problem(name, "required", "is required");
    }
}

void ObjectReader::finish() {
    for (const auto& member : m_object) {
        const std::string_view name(member.key().data(), member.key().size());
        if (std::find(m_known.begin(), m_known.end(), name) == m_known.end()) {
            problem(name, "unknown_member", "is not known");
        }
    }
}

} // namespace gatehouse::json
