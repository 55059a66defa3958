// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inside this module only.
#include <string>
#include <string_view>
#include <vector>

#include "json/reader.h"

namespace gatehouse::apps {

inline constexpr std::size_t kMostEntries = 50;

/// Reads a list of objects, each through a reader of its own.
template <class T, class Read>
void readList(json::ObjectReader& reader, std::string_view name, std::vector<T>& field, Problems& problems,
              const Read& read) {
    const json::Value* value = reader.take(name);
    if (value == nullptr || value->is_null()) {
        return;
    }
    if (!value->is_array() || value->get_array().size() > kMostEntries) {
        reader.problem(name, "wrong_type", "must be an array of at most 50 objects");
        return;
    }
    field.clear();
    for (const json::Value& each : value->get_array()) {
        const std::string pointer = reader.pointerTo(name) + "/" + std::to_string(field.size());
        if (!each.is_object()) {
            problems.push_back({pointer, "wrong_type", "must be an object"});
            return;
        }
        json::ObjectReader inner(each.get_object(), pointer, problems);
        read(inner, field.emplace_back());
        inner.finish();
    }
}

} // namespace gatehouse::apps
