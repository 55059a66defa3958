// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include <QString>

namespace gatehouse::ui::shell {

/// One line of the command palette.
struct PaletteItem {
    QString title;
    QString detail = {};   ///< what kind of thing it is, or where: "Panel", "User in Acme"
    QString icon = {};     ///< of theme::icon
    QString shortcut = {}; ///< as people read it
    QString words = {};    ///< also found by these
    int bonus = 0;         ///< added to its score
    std::function<void()> run = {};
};

/// Those that fit, best first, at most `most`. An empty text keeps the order and leaves out what only a search finds
/// (bonus below zero).
[[nodiscard]] std::vector<PaletteItem> ranked(const std::vector<PaletteItem>& items, const QString& typed,
                                              std::size_t most);

} // namespace gatehouse::ui::shell
