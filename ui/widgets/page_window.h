// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <set>
#include <vector>

namespace gatehouse::ui::widgets {

/// Which pages of a long list are held, which are on their way, and which should be: those in sight and one to either
/// side. Pure bookkeeping; the records are the model's.
class PageWindow {
public:
    static constexpr int kPageSize = 200;
    static constexpr std::size_t kKept = 40;
    static constexpr std::size_t kOnTheWay = 4;

    struct Change {
        std::vector<int> ask;  ///< to be asked for now, the most urgent first
        std::vector<int> drop; ///< on their way, and no longer wanted
    };
    /// Rows `first` to `last` of `total` are in sight.
    [[nodiscard]] Change look(int first, int last, int total);
    /// The page is here; gives the pages that are to be forgotten for it.
    [[nodiscard]] std::vector<int> arrived(int page);
    /// It will not come. It is asked for again when it is looked at again.
    void failed(int page) { m_onTheWay.erase(page); }
    void forget(int page) { m_held.remove(page); }
    void clear();
    [[nodiscard]] bool isOnTheWay(int page) const { return m_onTheWay.contains(page); }
    [[nodiscard]] bool busy() const { return !m_onTheWay.empty(); }

private:
    [[nodiscard]] bool isHeld(int page) const;
    void touch(int page);

    std::list<int> m_held; ///< the one in sight last comes first
    std::set<int> m_onTheWay;
};

} // namespace gatehouse::ui::widgets
