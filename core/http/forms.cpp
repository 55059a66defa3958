// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"

#include <algorithm>

#include "base/encoding.h"
#include "http/percent.h"

namespace gatehouse::http {

namespace {

constexpr std::size_t kMaxPairs = 200;

/// Calls `visit(piece)` for each part between separators, the empty ones too.
template <class Visit>
Status forEachPart(std::string_view text, char separator, Visit visit) {
    while (true) {
        const std::size_t end = text.find(separator);
        ENSURE(visit(text.substr(0, end)));
        if (end == std::string_view::npos) {
            return {};
        }
        text.remove_prefix(end + 1);
    }
}

} // namespace

Result<Parameters> Parameters::parse(std::string_view encoded) {
    Parameters parameters;
    ENSURE(forEachPart(encoded, '&', [&parameters](std::string_view part) -> Status {
        if (part.empty()) {
            return {};
        }
        if (parameters.m_pairs.size() == kMaxPairs) {
            return fail(Code::InvalidArgument, "http.form_too_many", "more than 200 parameters");
        }
        const std::size_t equals = part.find('=');
        TRY(name, decodePercent(part.substr(0, equals), PlusSign::IsSpace));
        TRY(value, decodePercent(equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1),
                                 PlusSign::IsSpace));
        parameters.m_pairs.emplace_back(std::move(name), std::move(value));
        return {};
    }));
    return parameters;
}

std::optional<std::string_view> Parameters::get(std::string_view name) const {
    const auto found =
        std::find_if(m_pairs.begin(), m_pairs.end(), [name](const auto& pair) { return pair.first == name; });
    return found == m_pairs.end() ? std::nullopt : std::optional<std::string_view>(found->second);
}

std::size_t Parameters::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(m_pairs.begin(), m_pairs.end(), [name](const auto& pair) { return pair.first == name; }));
}

std::optional<std::string_view> Parameters::repeated(std::initializer_list<std::string_view> except) const {
    for (const auto& [name, value] : m_pairs) {
        if (std::find(except.begin(), except.end(), name) == except.end() && count(name) > 1) {
            return name;
        }
    }
    return std::nullopt;
}

std::string Parameters::encode() const {
    std::string text;
    for (const auto& [name, value] : m_pairs) {
        if (!text.empty()) {
            text += '&';
        }
        text += percentEncode(name);
        text += '=';
        text += percentEncode(value);
    }
    return text;
}

std::string withQuery(std::string_view url, const Parameters& parameters) {
    const std::string added = parameters.encode();
    const std::size_t hash = url.find('#');
    const std::string_view fragment = hash == std::string_view::npos ? std::string_view() : url.substr(hash);
    std::string result(url.substr(0, hash));
    if (!added.empty()) {
        if (result.find('?') == std::string::npos) {
            result += '?';
        } else if (result.back() != '?' && result.back() != '&') {
            result += '&';
        }
        result += added;
    }
    result += fragment;
    return result;
}

} // namespace gatehouse::http
