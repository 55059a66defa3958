// SPDX-License-Identifier: Apache-2.0
#include "scim/filter.h"

#include <array>
#include <optional>

#include "base/encoding.h"
#include "scim/text.h"

namespace gatehouse::scim {
namespace {

/// One look at the whole text: sizes and brackets, so that the parser's recursion has a bound before it begins.
Status checkLimits(std::string_view text, const FilterLimits& limits) {
    const auto tooLarge = [](const char* what) { return fail(Code::InvalidArgument, "scim.filter_too_large", what); };
    if (text.size() > limits.octets) {
        return tooLarge("octets");
    }
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '(' || c == '[') {
            if (++depth > limits.depth) {
                return tooLarge("brackets");
            }
        } else if ((c == ')' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return {};
}

std::optional<Comparison> comparisonNamed(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, Comparison>, 9> kAll = {{{"eq", Comparison::Eq},
                                                                              {"ne", Comparison::Ne},
                                                                              {"co", Comparison::Co},
                                                                              {"sw", Comparison::Sw},
                                                                              {"ew", Comparison::Ew},
                                                                              {"gt", Comparison::Gt},
                                                                              {"ge", Comparison::Ge},
                                                                              {"lt", Comparison::Lt},
                                                                              {"le", Comparison::Le}}};
    for (const auto& [name, comparison] : kAll) {
        if (sameName(name, word)) {
            return comparison;
        }
    }
    return std::nullopt;
}

enum class Scope { Resource, Element };

class Parser {
public:
    Parser(std::string_view text, const FilterLimits& limits)
        : m_text(text)
        , m_limits(limits) {}

    Result<Filter> whole(Scope scope) {
        TRY(filter, row(Filter::Kind::Or, scope));
        skipSpace();
        if (m_at < m_text.size()) {
            return refuse();
        }
        return filter;
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse() const {
        return fail(Code::InvalidArgument, "scim.filter", "at byte " + std::to_string(m_at));
    }
    void skipSpace() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char wanted) {
        skipSpace();
        if (peek() != wanted || m_at >= m_text.size()) {
            return false;
        }
        ++m_at;
        return true;
    }
    /// What stands up to white space, a bracket or a quotation mark.
    [[nodiscard]] std::string_view wordAhead() {
        skipSpace();
        const std::string_view rest = m_text.substr(m_at);
        return rest.substr(0, rest.find_first_of(" \t()[]\""));
    }
    /// An operator between two terms; what follows it has to be apart from it.
    bool takeWord(std::string_view wanted) {
        const std::string_view word = wordAhead();
        if (!sameName(word, wanted)) {
            return false;
        }
        m_at += word.size();
        return true;
    }

    /// Terms with `or` between them, or terms with `and`.
    Result<Filter> row(Filter::Kind kind, Scope scope) {
        const bool outer = kind == Filter::Kind::Or;
        Filter out;
        out.kind = kind;
        do {
            TRY(next, outer ? row(Filter::Kind::And, scope) : term(scope));
            out.children.push_back(std::move(next));
        } while (takeWord(outer ? "or" : "and"));
        return out.children.size() == 1 ? std::move(out.children.front()) : std::move(out);
    }

    Result<Filter> term(Scope scope) {
        if (take('(')) {
            return bracketed(scope);
        }
        const std::string_view word = wordAhead();
        const std::size_t before = m_at;
        if (sameName(word, "not")) {
            m_at += word.size();
            if (take('(')) {
                TRY(inner, bracketed(scope));
                Filter out;
                out.kind = Filter::Kind::Not;
                out.children.push_back(std::move(inner));
                return out;
            }
            m_at = before;
        }
        return attributeTerm(scope);
    }

    Result<Filter> bracketed(Scope scope) {
        TRY(inner, row(Filter::Kind::Or, scope));
        if (!take(')')) {
            return refuse();
        }
        return inner;
    }

    Result<Filter> attributeTerm(Scope scope) {
        const std::string_view word = wordAhead();
        auto path = parseAttributePath(word);
        if (!path || path->attribute.empty()) {
            return refuse();
        }
        m_at += word.size();
        if (peek() == '[' && scope == Scope::Resource) {
            ++m_at;
            return valuePath(*std::move(path));
        }
        return comparison(*std::move(path));
    }

    Result<Filter> valuePath(AttributePath path) {
        Filter out;
        out.kind = Filter::Kind::ValuePath;
        out.path = std::move(path);
        TRY(inner, row(Filter::Kind::Or, Scope::Element));
        if (!out.path.sub.empty() || !take(']')) {
            return refuse();
        }
        if (peek() != '.') {
            out.children.push_back(std::move(inner));
            return out;
        }
        ++m_at;
        const std::string_view word = wordAhead();
        if (!isAttributeName(word)) {
            return refuse();
        }
        m_at += word.size();
        TRY(compared, comparison({"", std::string(word), ""}));
        Filter both;
        both.kind = Filter::Kind::And;
        both.children.push_back(std::move(inner));
        both.children.push_back(std::move(compared));
        out.children.push_back(std::move(both));
        return out;
    }

    /// The operator and the value after an attribute.
    Result<Filter> comparison(AttributePath path) {
        if (peek() != ' ' && peek() != '\t') {
            return refuse();
        }
        if (++m_terms > m_limits.terms) {
            return fail(Code::InvalidArgument, "scim.filter_too_large", "terms");
        }
        Filter out;
        out.path = std::move(path);
        const std::string_view word = wordAhead();
        const std::optional<Comparison> known = comparisonNamed(word);
        if (!known && !sameName(word, "pr")) {
            return refuse();
        }
        m_at += word.size();
        if (!known) {
            return out;
        }
        out.kind = Filter::Kind::Compare;
        out.comparison = *known;
        TRY(value, literal());
        out.value = std::move(value);
        return out;
    }

    Result<json::Value> literal() {
        skipSpace();
        const bool quoted = peek() == '"';
        const std::string_view token = quoted ? quotedAhead() : wordAhead();
        auto value = json::parse(quoted ? std::string(token) : asciiLower(token));
        if (token.empty() || !value || value->is_structured()) {
            return refuse();
        }
        m_at += token.size();
        return *std::move(value);
    }

    /// The JSON string that begins here; empty where it does not end.
    [[nodiscard]] std::string_view quotedAhead() const {
        for (std::size_t i = m_at + 1; i < m_text.size(); ++i) {
            if (m_text[i] == '"') {
                return m_text.substr(m_at, i + 1 - m_at);
            }
            i += m_text[i] == '\\' ? 1 : 0;
        }
        return {};
    }

    std::string_view m_text;
    FilterLimits m_limits;
    std::size_t m_at = 0;
    std::size_t m_terms = 0;
};

Result<Filter> parse(std::string_view text, const FilterLimits& limits, Scope scope) {
    ENSURE(checkLimits(text, limits));
    return Parser(text, limits).whole(scope);
}

} // namespace

Result<Filter> parseFilter(std::string_view text, const FilterLimits& limits) {
    return parse(text, limits, Scope::Resource);
}

Result<Filter> parseValueFilter(std::string_view text, const FilterLimits& limits) {
    return parse(text, limits, Scope::Element);
}

} // namespace gatehouse::scim
