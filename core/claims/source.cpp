// SPDX-License-Identifier: Apache-2.0
#include "claims/source.h"

#include <algorithm>

namespace gatehouse::claims {
namespace {

constexpr std::size_t kMaxSource = 512;
constexpr std::size_t kMaxAlternatives = 16;
constexpr std::size_t kMaxSteps = 16;

/// RFC 6901, 4: "~1" is '/', "~0" is '~'.
std::string unescaped(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
        out += escape ? (token[++i] == '0' ? '~' : '/') : token[i];
    }
    return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        parts.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    return parts;
}

/// An array index of RFC 6901: digits without a leading zero.
const json::Value* element(const json::Array& array, std::string_view step) {
    const bool digits = std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (step.empty() || step.size() > 6 || !digits || (step.size() > 1 && step.front() == '0')) {
        return nullptr;
    }
    std::size_t index = 0;
    for (const char c : step) {
        index = index * 10 + static_cast<std::size_t>(c - '0');
    }
    return index < array.size() ? &array[index] : nullptr;
}

const json::Value* present(const json::Value* value) {
    return value == nullptr || value->is_null() ? nullptr : value;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool givesValue(const json::Value& value) {
    if (value.is_string()) {
        return !isBlank(json::view(value.get_string()));
    }
    return !value.is_null() && !(value.is_array() && value.get_array().empty());
}

} // namespace

std::optional<std::string> scalarText(const json::Value& value) {
    if (value.is_string()) {
        return std::string(json::view(value.get_string()));
    }
    if (value.is_number() || value.is_bool()) {
        return json::write(value);
    }
    return std::nullopt;
}

ClaimPath::ClaimPath(std::string_view text)
    : m_text(text) {
    if (!text.empty() && text.front() == '/') {
        for (const std::string& token : split(text.substr(1), '/')) {
            m_steps.push_back(unescaped(token));
        }
    } else if (text.find('.') != std::string_view::npos) {
        m_steps = split(text, '.');
    }
    if (m_steps.size() > kMaxSteps) {
        m_steps.clear();
    }
}

const json::Value* ClaimPath::find(const json::Object& claims) const {
    if (const json::Value* named = claims.if_contains(m_text)) {
        return present(named);
    }
    if (m_steps.empty()) {
        return nullptr;
    }
    const json::Value* at = claims.if_contains(m_steps.front());
    for (std::size_t i = 1; i < m_steps.size() && at != nullptr; ++i) {
        if (const json::Object* object = at->if_object()) {
            at = object->if_contains(m_steps[i]);
        } else if (const json::Array* array = at->if_array()) {
            at = element(*array, m_steps[i]);
        } else {
            at = nullptr;
        }
    }
    return present(at);
}

std::string_view ClaimPath::topLevelName(const json::Object& claims) const {
    return m_steps.empty() || claims.contains(m_text) ? std::string_view(m_text) : std::string_view(m_steps.front());
}

std::optional<Source::Alternative> Source::parseAlternative(std::string_view text) {
    Alternative alternative{ClaimPath(text), {}};
    if (text.find_first_of("{}") == std::string_view::npos) {
        return alternative;
    }
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = std::min(text.find_first_of("{}", at), text.size());
        if (open > at) {
            alternative.pieces.push_back({std::string(text.substr(at, open - at)), std::nullopt});
        }
        if (open == text.size()) {
            break;
        }
        const std::size_t close = text.find_first_of("{}", open + 1);
        if (text[open] == '}' || close == std::string_view::npos || text[close] == '{' || close == open + 1) {
            return std::nullopt;
        }
        alternative.pieces.push_back({{}, ClaimPath(text.substr(open + 1, close - open - 1))});
        at = close + 1;
    }
    return alternative;
}

std::optional<Source> Source::parse(const json::Value& value, const std::string& pointer, Problems& problems) {
    const std::size_t before = problems.size();
    Source source;
    const auto add = [&](const json::Value& item, const std::string& where) {
        if (!item.is_string()) {
            problems.push_back({where, "wrong_type", "must be a claim name, a JSON Pointer or a {claim} template"});
            return;
        }
        const std::string_view text = json::view(item.get_string());
        if (text.empty() || text.size() > kMaxSource) {
            problems.push_back({where, text.empty() ? "required" : "too_long", "must have 1 to 512 characters"});
            return;
        }
        std::optional<Alternative> alternative = parseAlternative(text);
        if (!alternative) {
            problems.push_back(
                {where, "source_template", "braces must come in pairs around a claim name: {given_name}"});
            return;
        }
        source.m_text.append(source.m_text.empty() ? "" : ", ").append(text);
        source.m_alternatives.push_back(*std::move(alternative));
    };
    if (const json::Array* list = value.if_array()) {
        if (list->empty() || list->size() > kMaxAlternatives) {
            problems.push_back({pointer, list->empty() ? "required" : "too_long", "must list 1 to 16 sources"});
            return std::nullopt;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            add((*list)[i], pointer + "/" + std::to_string(i));
        }
    } else {
        add(value, pointer);
    }
    return problems.size() == before ? std::optional<Source>(std::move(source)) : std::nullopt;
}

Source Source::of(std::initializer_list<std::string_view> alternatives) {
    Source source;
    for (const std::string_view text : alternatives) {
        if (std::optional<Alternative> alternative = parseAlternative(text)) {
            source.m_text.append(source.m_text.empty() ? "" : ", ").append(text);
            source.m_alternatives.push_back(*std::move(alternative));
        }
    }
    return source;
}

std::optional<std::string> Source::fill(const std::vector<Piece>& pieces, const json::Object& claims) {
    std::string text;
    for (const Piece& piece : pieces) {
        if (!piece.claim) {
            text += piece.literal;
            continue;
        }
        const json::Value* value = piece.claim->find(claims);
        const std::optional<std::string> part = value == nullptr ? std::nullopt : scalarText(*value);
        if (!part || isBlank(*part)) {
            return std::nullopt;
        }
        text += *part;
    }
    return text;
}

std::optional<Source::Found> Source::read(const json::Object& claims) const {
    for (const Alternative& alternative : m_alternatives) {
        if (const json::Value* value = alternative.claim.find(claims); value != nullptr && givesValue(*value)) {
            return Found{*value, alternative.claim.text()};
        }
        if (alternative.pieces.empty()) {
            continue;
        }
        if (const std::optional<std::string> text = fill(alternative.pieces, claims)) {
            return Found{json::Value(*text), alternative.claim.text()};
        }
    }
    return std::nullopt;
}

void Source::addClaimNames(const json::Object& claims, std::vector<std::string>& names) const {
    for (const Alternative& alternative : m_alternatives) {
        names.emplace_back(alternative.claim.topLevelName(claims));
        for (const Piece& piece : alternative.pieces) {
            if (piece.claim) {
                names.emplace_back(piece.claim->topLevelName(claims));
            }
        }
    }
}

bool Source::isAlternative(std::string_view text) const {
    return std::any_of(m_alternatives.begin(), m_alternatives.end(),
                       [&](const Alternative& one) { return one.claim.text() == text; });
}

} // namespace gatehouse::claims
