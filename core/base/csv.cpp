// SPDX-License-Identifier: Apache-2.0
#include "base/csv.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"

namespace gatehouse::csv {
namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf";

/// What the cells of the first line are separated by.
char separatorOf(std::string_view text) {
    std::array<std::pair<char, std::size_t>, 3> counts{{{',', 0}, {';', 0}, {'\t', 0}}};
    bool quoted = false;
    for (const char c : text) {
        if (!quoted && (c == '\n' || c == '\r')) {
            break;
        }
        quoted = c == '"' ? !quoted : quoted;
        for (auto& [separator, count] : counts) {
            count += !quoted && c == separator ? 1 : 0;
        }
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

class Reader {
public:
    Reader(std::string_view text, const Limits& limits)
        : m_text(text)
        , m_limits(limits)
        , m_separator(separatorOf(text)) {}

    Result<std::vector<Record>> run() {
        std::vector<Record> out;
        while (m_at < m_text.size()) {
            TRY(record, next());
            if (record.cells.size() > 1 || !record.cells.front().empty()) {
                out.push_back(std::move(record));
            }
        }
        return out;
    }

private:
    Result<Record> next() {
        Record record{m_line, {}};
        for (;;) {
            if (record.cells.size() == m_limits.cells) {
                return malformed("has more than " + std::to_string(m_limits.cells) + " cells");
            }
            TRY(text, m_at < m_text.size() && m_text[m_at] == '"' ? quotedCell() : bareCell());
            record.cells.push_back(std::move(text));
            if (m_at == m_text.size()) {
                return record;
            }
            const char end = m_text[m_at++];
            if (end == '\r' && m_at < m_text.size() && m_text[m_at] == '\n') {
                ++m_at;
            }
            if (end != m_separator) {
                ++m_line;
                return record;
            }
        }
    }

    Result<std::string> bareCell() {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && !ends(m_text[m_at])) {
            ++m_at;
        }
        return std::string(m_text.substr(begin, m_at - begin));
    }

    Result<std::string> quotedCell() {
        const std::int64_t opened = m_line;
        std::string out;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c != '"') {
                m_line += c == '\n' ? 1 : 0;
                out += c;
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                out += '"';
                ++m_at;
            } else {
                ++m_at;
                const bool over = m_at == m_text.size() || ends(m_text[m_at]);
                return over ? Result<std::string>(std::move(out)) : malformed("has text after a closing quote");
            }
        }
        m_line = opened;
        return malformed("has a quote that does not end");
    }

    [[nodiscard]] bool ends(char c) const { return c == m_separator || c == '\n' || c == '\r'; }
    [[nodiscard]] tl::unexpected<Error> malformed(const std::string& what) const {
        return fail(Code::InvalidArgument, "csv.malformed", "line " + std::to_string(m_line) + " " + what);
    }

    std::string_view m_text;
    const Limits& m_limits;
    char m_separator;
    std::size_t m_at = 0;
    std::int64_t m_line = 1;
};

} // namespace

Result<std::vector<Record>> read(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes) {
        return fail(Code::InvalidArgument, "csv.too_large");
    }
    if (text.starts_with(kMark)) {
        text.remove_prefix(kMark.size());
    }
    if (!isUtf8(text)) {
        return fail(Code::InvalidArgument, "csv.not_utf8");
    }
    return Reader(text, limits).run();
}

std::string cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",;\"\t\r\n") == std::string::npos) {
        return text;
    }
    std::string out = "\"";
    for (const char c : text) {
        out.append(c == '"' ? 2 : 1, c);
    }
    return out + '"';
}

} // namespace gatehouse::csv
