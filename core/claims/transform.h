// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "json/json.h"

namespace gatehouse::claims {

/// One step on the way from a claim to a target, compiled once. Texts (numbers and booleans count as their text) are
/// changed one by one in a list:
///  - `trim`; `lowercase`, `uppercase` (ASCII, Latin, Greek and Cyrillic letters)
///  - `before:X`: up to the first X, all of it where there is none; `after:X`: from behind the first X, nothing where
///  there is none
///  - `split:X`: a list of the parts, empty ones left out; `join:X`: a list made one text
///  - `map:{"from":"to","*":"else"}`: a text not named stays as it is unless there is a "*"
///  - `regex:/re/replacement/`: every match replaced, `\1` for a group (RE2 syntax, linear time; "\/" for the
///  delimiter)
class Transform {
public:
    /// `mapping.transform` with a sentence for people in `detail`.
    [[nodiscard]] static Result<Transform> parse(std::string_view text);
    /// `mapping_wrong_type` for a value that is no text or list of texts, `mapping_too_large` beyond 4 KiB a text or
    /// 1,000 texts.
    [[nodiscard]] Result<json::Value> apply(const json::Value& value) const;
    [[nodiscard]] const std::string& text() const { return m_text; }

    class Operation; ///< one kind of change; in transform.cpp

private:
    Transform(std::string text, std::shared_ptr<const Operation> operation)
        : m_text(std::move(text))
        , m_operation(std::move(operation)) {}
    std::string m_text;
    std::shared_ptr<const Operation> m_operation;
};

} // namespace gatehouse::claims
