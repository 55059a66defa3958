// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "json/json.h"

namespace gatehouse::json {

/// Reads a submitted object member by member and collects everything that is wrong with it, each with its JSON Pointer:
/// `wrong_type`, `unknown_value`, `out_of_range`, `required`, `too_long`, and `unknown_member` for what no one asked
/// for. A member that is absent leaves its field as it was, so that a field's initial value is its default.
class ObjectReader {
public:
    /// `pointer` is where `object` stands in the whole document ("" for the root). Both must outlive the reader.
    ObjectReader(const Object& object, std::string pointer, Problems& problems)
        : m_object(object)
        , m_pointer(std::move(pointer))
        , m_problems(problems) {}

    void string(std::string_view name, std::string& field, std::size_t maxLength = 2048);
    void boolean(std::string_view name, bool& field);
    void integer(std::string_view name, std::int64_t& field, std::int64_t lowest, std::int64_t highest);
    void seconds(std::string_view name, std::chrono::seconds& field, std::int64_t lowest, std::int64_t highest);
    void strings(std::string_view name, std::vector<std::string>& field, std::size_t maxCount = 200);
    /// The member's text must be one of the words; sets the value beside it.
    template <class Enum, std::size_t N>
    void choice(std::string_view name, Enum& field, const std::pair<std::string_view, Enum> (&words)[N]) {
        const Value* value = take(name);
        if (value == nullptr) {
            return;
        }
        std::string known;
        for (const auto& [word, meaning] : words) {
            if (value->is_string() && view(value->get_string()) == word) {
                field = meaning;
                return;
            }
            known.append(known.empty() ? "" : ", ").append(word);
        }
        problem(name, "unknown_value", "must be one of: " + known);
    }
    /// The member as it stands, or nullptr; marks it as known.
    const Value* take(std::string_view name);
    /// Accepts and ignores members that only the server writes (ids, times), so that what was read can be sent back.
    void ignore(std::initializer_list<std::string_view> names);
    void require(std::string_view name);
    void problem(std::string_view name, std::string_view code, std::string_view message);
    [[nodiscard]] std::string pointerTo(std::string_view name) const;
    /// Names every member that was never asked for. Call last.
    void finish();

private:
    const Object& m_object;
    std::string m_pointer;
    Problems& m_problems;
    std::vector<std::string> m_known;
};

} // namespace gatehouse::json
