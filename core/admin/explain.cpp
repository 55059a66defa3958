// SPDX-License-Identifier: Apache-2.0
#include "admin/explain.h"

#include <unordered_map>
#include <vector>

namespace gatehouse::admin {

namespace {

std::string trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return std::string(text);
}

/// "| `slug` | cause | cure |": the cells, or nothing for any other line.
std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    if (!line.starts_with("| `")) {
        return out;
    }
    line.remove_prefix(1);
    for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
        out.push_back(trimmed(line.substr(0, bar)));
        line.remove_prefix(bar + 1);
    }
    return out;
}

std::unordered_map<std::string, Explanation> readPage() {
    std::unordered_map<std::string, Explanation> out;
    for (std::string_view rest = errorsPage(); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const std::vector<std::string> row = cells(rest.substr(0, end));
        if (row.size() == 3 && row[0].size() > 2) {
            out.emplace(row[0].substr(1, row[0].size() - 2), Explanation{row[1], row[2]});
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

} // namespace

const Explanation* explain(std::string_view reason) {
    static const std::unordered_map<std::string, Explanation> kRows = readPage();
    const auto found = kRows.find(std::string(reason));
    return found == kRows.end() ? nullptr : &found->second;
}

} // namespace gatehouse::admin
