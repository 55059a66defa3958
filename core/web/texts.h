// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "web/language.h"

namespace gatehouse::web {

/// A text of resources/pages/messages.<tag>.json as it stands, {placeholders} and all; the English one where the
/// language lacks it. Aborts if there is no such key: our own mistake.
[[nodiscard]] std::string_view text(Language language, std::string_view key);
/// The same as plain text with `value` in place of {value}; where the language is written from right to left the value
/// is isolated (U+2068, U+2069), so that it leaves the sentence around it in order.
[[nodiscard]] std::string text(Language language, std::string_view key, std::string_view value);
/// The keys that a language has texts for, sorted.
[[nodiscard]] std::vector<std::string_view> textKeys(Language language);

/// A time as pages show it, "2026-11-22 19:43 UTC": the same in every language, from left to right.
[[nodiscard]] std::string timeText(Time time);

/// What a reason of docs/errors.md means to people, in two sentences.
struct ReasonText {
    std::string_view message; ///< what happened
    std::string_view cure;    ///< what to do about it
};
/// Of resources/pages/reasons.<tag>.json. nullopt for English, whose words stand in login/explanation.cpp, and for a
/// reason that nobody translated: the English is shown then.
[[nodiscard]] std::optional<ReasonText> reasonText(Language language, std::string_view reason);
/// The reasons that a language has words for, sorted.
[[nodiscard]] std::vector<std::string_view> reasonKeys(Language language);

/// A page of resources/pages in a language: each [[key]] becomes its text, with &, <, > and " escaped, and each
/// {placeholder} in it the value that the page is rendered with, escaped and isolated (<bdi>), so that a name of
/// another script leaves the sentence around it in order.
[[nodiscard]] std::string translated(Language language, std::string_view page);

} // namespace gatehouse::web
