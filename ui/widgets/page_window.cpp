// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/page_window.h"

#include <algorithm>

namespace gatehouse::ui::widgets {

bool PageWindow::isHeld(int page) const {
    return std::find(m_held.begin(), m_held.end(), page) != m_held.end();
}

void PageWindow::touch(int page) {
    m_held.remove(page);
    m_held.push_front(page);
}

PageWindow::Change PageWindow::look(int first, int last, int total) {
    Change change;
    if (total <= 0) {
        return change;
    }
    const int lastPage = (total - 1) / kPageSize;
    const int from = std::clamp(first, 0, total - 1) / kPageSize;
    const int to = std::clamp(last, 0, total - 1) / kPageSize;
    std::vector<int> wanted;
    for (int page = from; page <= to; ++page) {
        wanted.push_back(page);
    }
    wanted.push_back(std::min(to + 1, lastPage));
    wanted.push_back(std::max(from - 1, 0));
    for (const int page : m_onTheWay) {
        if (std::find(wanted.begin(), wanted.end(), page) == wanted.end()) {
            change.drop.push_back(page);
        }
    }
    for (const int page : change.drop) {
        m_onTheWay.erase(page);
    }
    for (const int page : wanted) {
        if (isHeld(page)) {
            touch(page);
        } else if (m_onTheWay.size() < kOnTheWay && m_onTheWay.insert(page).second) {
            change.ask.push_back(page);
        }
    }
    return change;
}

std::vector<int> PageWindow::arrived(int page) {
    m_onTheWay.erase(page);
    touch(page);
    std::vector<int> forgotten;
    while (m_held.size() > kKept) {
        forgotten.push_back(m_held.back());
        m_held.pop_back();
    }
    return forgotten;
}

void PageWindow::clear() {
    m_held.clear();
    m_onTheWay.clear();
}

} // namespace gatehouse::ui::widgets
