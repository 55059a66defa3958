// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "json/json.h"

namespace gatehouse::claims {

/// The way to one claim, worked out once. Text that begins with '/' is a JSON Pointer (RFC 6901); any other text is the
/// name of a claim and, where there is none of that name, a path with dots ("realm_access.roles"). A claim whose name
/// is the whole text wins in every case, so that "https://x.example/roles" is a name.
class ClaimPath {
public:
    ClaimPath() = default;
    explicit ClaimPath(std::string_view text);
    /// The value, or nullptr. JSON null counts as absent.
    [[nodiscard]] const json::Value* find(const json::Object& claims) const;
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// The top-level claim that is read, given what there is.
    [[nodiscard]] std::string_view topLevelName(const json::Object& claims) const;

private:
    std::string m_text;
    std::vector<std::string> m_steps; ///< of the pointer or dotted path; empty if there is none
};

/// Where a target's value comes from: a claim, a template such as "{given_name} {family_name}", or a list of these of
/// which the first that gives a value counts. Null, "", white space alone, [] and a template with any gap give none.
class Source {
public:
    /// Reads `source` of a rule; what is wrong with it goes to `problems` (`wrong_type`, `required`, `too_long`,
    /// `source_template`).
    [[nodiscard]] static std::optional<Source> parse(const json::Value& value, const std::string& pointer,
                                                     Problems& problems);
    /// One claim or template; for the defaults, which are known to be sound.
    [[nodiscard]] static Source of(std::initializer_list<std::string_view> alternatives);

    struct Found {
        json::Value value;
        std::string_view source; ///< the alternative that gave it; lives as long as the Source
    };
    [[nodiscard]] std::optional<Found> read(const json::Object& claims) const;
    /// All alternatives, for people: "name, {given_name} {family_name}".
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Every claim that may be read, given what there is.
    void addClaimNames(const json::Object& claims, std::vector<std::string>& names) const;
    /// Whether `text` is one of the alternatives.
    [[nodiscard]] bool isAlternative(std::string_view text) const;

private:
    struct Piece {
        std::string literal;
        std::optional<ClaimPath> claim;
    };
    struct Alternative {
        ClaimPath claim;           ///< the whole text, as a claim
        std::vector<Piece> pieces; ///< of a template; empty otherwise
    };
    [[nodiscard]] static std::optional<Alternative> parseAlternative(std::string_view text);
    [[nodiscard]] static std::optional<std::string> fill(const std::vector<Piece>& pieces, const json::Object& claims);

    std::vector<Alternative> m_alternatives;
    std::string m_text;
};

/// The text of a string, number or boolean; nullopt for anything else.
[[nodiscard]] std::optional<std::string> scalarText(const json::Value& value);

} // namespace gatehouse::claims
