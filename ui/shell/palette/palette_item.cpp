// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/palette/palette_item.h"

#include <algorithm>
#include <utility>

#include "ui/shell/palette/fuzzy.h"

namespace gatehouse::ui::shell {
namespace {

/// A title says more than a word behind it.
constexpr int kTitleBonus = 30;

std::optional<int> scoreOf(const PaletteItem& item, const QString& typed) {
    const std::optional<int> title = fuzzyScore(typed, item.title);
    const std::optional<int> all =
        fuzzyScore(typed, item.title + u' ' + item.words + u' ' + item.detail + u' ' + item.shortcut);
    if (title) {
        return std::max(*title + kTitleBonus, all.value_or(0)) + item.bonus;
    }
    return all ? std::optional<int>(*all + item.bonus) : std::nullopt;
}

} // namespace

std::vector<PaletteItem> ranked(const std::vector<PaletteItem>& items, const QString& typed, std::size_t most) {
    std::vector<PaletteItem> result;
    if (typed.trimmed().isEmpty()) {
        for (const PaletteItem& item : items) {
            if (item.bonus >= 0 && result.size() < most) {
                result.push_back(item);
            }
        }
        return result;
    }
    std::vector<std::pair<int, const PaletteItem*>> scored;
    for (const PaletteItem& item : items) {
        if (const std::optional<int> score = scoreOf(item, typed)) {
            scored.emplace_back(*score, &item);
        }
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [score, item] : scored) {
        if (result.size() == most) {
            break;
        }
        result.push_back(*item);
    }
    return result;
}

} // namespace gatehouse::ui::shell
