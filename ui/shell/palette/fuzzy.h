// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <QString>

namespace gatehouse::ui::shell {

/// How well what was typed fits a text: higher is better, nullopt where it does not. The letters of each typed word
/// must occur in their order; the words in any order. Beginnings of words, whole words and unbroken runs count most,
/// and a short text before a long one. Case and accents do not count.
[[nodiscard]] std::optional<int> fuzzyScore(const QString& typed, const QString& text);

/// "gh-7f3k-92qd", "GH 7F3K 92QD" and "GH7F3K92QO" as the broker writes it: "GH-7F3K-92Q0" (Crockford base 32: O is
/// 0, I and L are 1). Empty where it is no reference. Without the GH it must have its hyphen: "7F3K-92QD".
[[nodiscard]] QString normalisedReference(const QString& typed);

} // namespace gatehouse::ui::shell
