// SPDX-License-Identifier: Apache-2.0
#include "claims/evaluate.h"

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "claims/limits.h"

namespace gatehouse::claims {
namespace {

/// Claims that speak about the token or the sign-in, not the person.
constexpr std::array<std::string_view, 24> kProtocolClaims = {"iss",
                                                              "sub",
                                                              "aud",
                                                              "exp",
                                                              "iat",
                                                              "nbf",
                                                              "jti",
                                                              "nonce",
                                                              "azp",
                                                              "at_hash",
                                                              "c_hash",
                                                              "s_hash",
                                                              "auth_time",
                                                              "acr",
                                                              "amr",
                                                              "sid",
                                                              "typ",
                                                              "ver",
                                                              "uti",
                                                              "rh",
                                                              "aio",
                                                              "events",
                                                              "email_verified",
                                                              "session_state"};

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool isEmptyText(const json::Value& value) {
    return value.is_null() || (value.is_string() && value.get_string().empty()) ||
           (value.is_array() && value.get_array().empty());
}

class Run {
public:
    Run(const Mapping& mapping, const json::Object& claims, Outcome& outcome)
        : m_mapping(mapping)
        , m_claims(claims)
        , m_context(claims)
        , m_outcome(outcome) {}

    void attributes() {
        for (const AttributeRule& rule : m_mapping.attributes) {
            attribute(rule);
        }
    }
    void emailVerified();
    void roles();
    void groups();

private:
    void trace(std::string_view target, std::string_view source, const json::Value& value, std::string_view step) {
        m_outcome.trace.push_back({std::string(target), std::string(source), value, std::string(step)});
    }
    void refuse(std::string_view target, std::string_view source, const json::Value& value, std::string_view code,
                std::string message) {
        trace(target, source, value, "refused");
        m_outcome.errors.push_back({std::string(code), std::string(source), std::move(message)});
    }
    /// The value after all transforms; nullopt if there is none, or it was refused and the error noted.
    std::optional<Source::Found> obtain(std::string_view target, const Source& source,
                                        const std::vector<Transform>& transforms);
    void attribute(const AttributeRule& rule);
    void missing(const AttributeRule& rule, std::string_view source);
    void standard(const AttributeRule& rule, const Source::Found& found);
    void custom(const AttributeRule& rule, const Source::Found& found);
    [[nodiscard]] bool tooManyGroupsToSend() const;

    const Mapping& m_mapping;
    const json::Object& m_claims;
    const ClaimContext m_context;
    Outcome& m_outcome;
    bool m_refused = false; ///< by the last obtain()
};

std::optional<Source::Found> Run::obtain(std::string_view target, const Source& source,
                                         const std::vector<Transform>& transforms) {
    m_refused = false;
    std::optional<Source::Found> found = source.read(m_claims);
    if (!found) {
        trace(target, source.text(), nullptr, "missing");
        return std::nullopt;
    }
    trace(target, found->source, found->value, "source");
    for (const Transform& transform : transforms) {
        Result<json::Value> changed = transform.apply(found->value);
        if (!changed) {
            m_refused = true;
            refuse(target, found->source, found->value, changed.error().reason,
                   std::string(target) + ", " + transform.text() + ": " + changed.error().detail + ".");
            return std::nullopt;
        }
        found->value = *std::move(changed);
        trace(target, found->source, found->value, transform.text());
    }
    if (isEmptyText(found->value)) {
        trace(target, found->source, nullptr, "missing");
        return std::nullopt;
    }
    return found;
}

void Run::missing(const AttributeRule& rule, std::string_view source) {
    if (rule.target == "email") {
        m_outcome.errors.push_back({"mapping_missing_email", std::string(source),
                                    "No e-mail address: the claim " + std::string(source) +
                                        " is absent or empty. Nobody is provisioned without one."});
    } else if (rule.required) {
        m_outcome.errors.push_back({"mapping_missing_required", std::string(source),
                                    rule.target + " is required, and " + std::string(source) + " is absent or empty."});
    }
}

void Run::attribute(const AttributeRule& rule) {
    const std::optional<Source::Found> found = obtain(rule.target, rule.source, rule.transforms);
    if (!found) {
        if (!m_refused) {
            missing(rule, rule.source.text());
        }
        return;
    }
    if (isStandardTarget(rule.target)) {
        standard(rule, *found);
    } else {
        custom(rule, *found);
    }
}

void Run::standard(const AttributeRule& rule, const Source::Found& found) {
    const json::Value* value = &found.value;
    if (const json::Array* list = value->if_array(); list != nullptr && list->size() == 1) {
        value = &list->front();
    }
    if (!value->is_string()) {
        refuse(rule.target, found.source, found.value, "mapping_wrong_type",
               rule.target + " wants one text, and " + std::string(found.source) + " is something else.");
        return;
    }
    std::string text(json::view(value->get_string()));
    if (text.size() > kMaxText) {
        refuse(rule.target, found.source, nullptr, "mapping_too_large",
               rule.target + " would have more than 4,096 bytes.");
        return;
    }
    if (rule.target == "email") {
        if (!looksLikeEmail(text)) {
            refuse(rule.target, found.source, found.value, "mapping_invalid_email",
                   "The value of " + std::string(found.source) + " is no e-mail address.");
            return;
        }
        m_outcome.email = std::move(text);
        return;
    }
    if (std::any_of(text.begin(), text.end(), isControl)) {
        refuse(rule.target, found.source, found.value, "mapping_invalid_value",
               rule.target + " would have a control character in it.");
        return;
    }
    std::string& member = rule.target == "userName"      ? m_outcome.userName
                          : rule.target == "externalId"  ? m_outcome.externalId
                          : rule.target == "displayName" ? m_outcome.displayName
                          : rule.target == "givenName"   ? m_outcome.givenName
                                                         : m_outcome.familyName;
    member = std::move(text);
}

void Run::custom(const AttributeRule& rule, const Source::Found& found) {
    const auto isScalar = [](const json::Value& value) {
        return value.is_string() || value.is_number() || value.is_bool();
    };
    const auto isLong = [](const json::Value& value) {
        return value.is_string() && value.get_string().size() > kMaxText;
    };
    const json::Array* list = found.value.if_array();
    const bool sound = list == nullptr ? isScalar(found.value) : std::all_of(list->begin(), list->end(), isScalar);
    if (!sound) {
        refuse(rule.target, found.source, found.value, "mapping_wrong_type",
               rule.target + " wants a text, a number, a boolean or a list of these, and " + std::string(found.source) +
                   " is something else.");
        return;
    }
    const bool large = list == nullptr ? isLong(found.value)
                                       : list->size() > kMaxValues || std::any_of(list->begin(), list->end(), isLong);
    if (large) {
        refuse(rule.target, found.source, nullptr, "mapping_too_large",
               rule.target + " would be over 4,096 bytes or 1,000 elements.");
        return;
    }
    m_outcome.attributes[rule.target] = found.value;
}

void Run::emailVerified() {
    const json::Value* verified = m_claims.if_contains("email_verified");
    if (verified == nullptr || m_outcome.email.empty()) {
        return;
    }
    const auto address = json::stringMember(m_claims, "email");
    const std::string_view space = " \t\r\n";
    std::string_view text = address.value_or(std::string_view());
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    text = text.substr(0, text.find_last_not_of(space) + 1);
    m_outcome.emailVerified =
        verified->is_bool() && verified->get_bool() && asciiLower(text) == asciiLower(m_outcome.email);
    trace("emailVerified", "email_verified", m_outcome.emailVerified, "source");
}

void Run::roles() {
    const auto assign = [&](const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            if (std::find(m_outcome.roles.begin(), m_outcome.roles.end(), name) == m_outcome.roles.end()) {
                m_outcome.roles.push_back(name);
            }
        }
    };
    for (const RoleRule& rule : m_mapping.roles) {
        const Result<bool> holds = rule.when.holds(m_context);
        if (!holds) {
            trace("roles", rule.when.text(), nullptr, "error: " + holds.error().reason);
            continue;
        }
        trace("roles", rule.when.text(), json::toArray(rule.assign), *holds ? "matched" : "not matched");
        if (*holds) {
            assign(rule.assign);
        }
    }
    if (!m_mapping.defaultRoles.empty()) {
        trace("roles", "", json::toArray(m_mapping.defaultRoles), "default");
        assign(m_mapping.defaultRoles);
    }
}

/// Microsoft Entra leaves `groups` out beyond 200 and says so in `_claim_names` or `hasgroups`.
bool Run::tooManyGroupsToSend() const {
    const json::Object* elsewhere = json::objectMember(m_claims, "_claim_names");
    return (elsewhere != nullptr && elsewhere->contains("groups")) ||
           json::boolMember(m_claims, "hasgroups").value_or(false);
}

void Run::groups() {
    if (!m_mapping.groups) {
        return;
    }
    const GroupRule& rule = *m_mapping.groups;
    m_outcome.createGroups = rule.create;
    const std::optional<Source::Found> found = obtain("groups", rule.source, rule.transforms);
    if (!found) {
        m_outcome.groupsKnown = !m_refused && !tooManyGroupsToSend();
        return;
    }
    const json::Array one = found->value.is_array() ? json::Array() : json::Array{found->value};
    const json::Array& list = found->value.is_array() ? found->value.get_array() : one;
    if (list.size() > kMaxValues) {
        refuse("groups", found->source, nullptr, "mapping_too_large", "There are more than 1,000 groups.");
        return;
    }
    for (const json::Value& item : list) {
        const std::string_view name = item.is_string() ? json::view(item.get_string()) : std::string_view();
        if (!item.is_string() || name.size() > kMaxText || std::any_of(name.begin(), name.end(), isControl)) {
            const std::string_view code = !item.is_string()        ? "mapping_wrong_type"
                                          : name.size() > kMaxText ? "mapping_too_large"
                                                                   : "mapping_invalid_value";
            refuse("groups", found->source, nullptr, code,
                   "Every group has to be a text of at most 4,096 bytes without control characters.");
            m_outcome.groups.clear();
            return;
        }
        m_outcome.groups.emplace_back(name);
    }
    // In the order given, each once, without quadratic work for a thousand.
    std::vector<std::string> seen = m_outcome.groups;
    std::sort(seen.begin(), seen.end());
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    std::vector<bool> taken(seen.size(), false);
    const auto isRepeated = [&](const std::string& name) {
        const auto at = static_cast<std::size_t>(std::lower_bound(seen.begin(), seen.end(), name) - seen.begin());
        const bool again = taken[at] || name.empty();
        taken[at] = true;
        return again;
    };
    std::vector<std::string> unique;
    for (std::string& name : m_outcome.groups) {
        if (!isRepeated(name)) {
            unique.push_back(std::move(name));
        }
    }
    m_outcome.groups = std::move(unique);
    m_outcome.groupsKnown = true;
}

} // namespace

Outcome map(const Mapping& mapping, const json::Object& claims) {
    Outcome outcome;
    Run run(mapping, claims, outcome);
    run.attributes();
    run.emailVerified();
    run.roles();
    run.groups();
    return outcome;
}

std::vector<std::string> unmappedClaims(const Mapping& mapping, const json::Object& claims) {
    std::vector<std::string> read(kProtocolClaims.begin(), kProtocolClaims.end());
    for (const AttributeRule& rule : mapping.attributes) {
        rule.source.addClaimNames(claims, read);
    }
    for (const RoleRule& rule : mapping.roles) {
        rule.when.addClaimNames(claims, read);
    }
    if (mapping.groups) {
        mapping.groups->source.addClaimNames(claims, read);
    }
    std::sort(read.begin(), read.end());
    std::vector<std::string> unmapped;
    for (const auto& [name, value] : claims) {
        std::string text(name.data(), name.size());
        if (!std::binary_search(read.begin(), read.end(), text)) {
            unmapped.push_back(std::move(text));
        }
    }
    return unmapped;
}

bool looksLikeEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool clean = std::none_of(text.begin(), text.end(), [](char c) { return isControl(c) || c == ' '; });
    return clean && text.size() <= 254 && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           at == text.rfind('@');
}

} // namespace gatehouse::claims
