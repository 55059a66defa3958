// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/requested_attributes.h"

#include <algorithm>
#include <string_view>

#include "saml/presets/presets.h"
#include "saml/wire/attribute_names.h"

namespace gatehouse::saml::sp {
namespace {

/// The claims that a standard target of the mapping is read from.
struct Meant {
    std::string_view claim;
    std::string_view target; ///< of the mapping, and of what a preset sends
};
constexpr Meant kMeant[] = {
    {"email", "email"},          {"name", "displayName"},
    {"given_name", "givenName"}, {"family_name", "familyName"},
    {"groups", "groups"},        {"preferred_username", "userName"},
};
std::string_view targetOf(std::string_view claim) {
    const auto* meant =
        std::find_if(std::begin(kMeant), std::end(kMeant), [&](const Meant& each) { return each.claim == claim; });
    return meant == std::end(kMeant) ? std::string_view() : meant->target;
}

// claimsOf() has these of the assertion itself, or of what its provider sends in any case.
constexpr std::string_view kOfTheAssertion[] = {"iss", "sub", "acr", "auth_time", "name_id", "name_id_format", "amr"};
constexpr std::size_t kMost = 100;

/// The claims that one source names: a claim, the first step of a JSON Pointer, or those in the braces of a template.
void addClaims(std::string_view source, std::vector<std::string>& out) {
    if (source.starts_with('/')) {
        out.emplace_back(source.substr(1, source.find('/', 1) - 1));
        return;
    }
    std::size_t open = source.find('{');
    if (open == std::string_view::npos) {
        out.emplace_back(source);
        return;
    }
    for (; open != std::string_view::npos; open = source.find('{', open + 1)) {
        const std::size_t close = source.find('}', open);
        if (close != std::string_view::npos) {
            out.emplace_back(source.substr(open + 1, close - open - 1));
        }
    }
}

std::vector<std::string> claimsOfSource(const json::Value* source) {
    std::vector<std::string> out;
    if (source != nullptr && source->is_string()) {
        addClaims(json::view(source->get_string()), out);
    } else if (source != nullptr && source->is_array()) {
        for (const json::Value& each : source->get_array()) {
            if (each.is_string()) {
                addClaims(json::view(each.get_string()), out);
            }
        }
    }
    return out;
}

class Wanted {
public:
    explicit Wanted(const presets::Preset* preset)
        : m_preset(preset) {}

    void addClaim(std::string_view claim, bool required) {
        if (claim.empty() ||
            std::find(std::begin(kOfTheAssertion), std::end(kOfTheAssertion), claim) != std::end(kOfTheAssertion)) {
            return;
        }
        const std::string_view target = targetOf(claim);
        if (target.empty()) {
            add(claim, "", required);
        } else if (!addOfPreset(target, required)) {
            const wire::AttributeName name = wire::nameOf(claim);
            add(name.uri, name.friendly, required);
        }
    }
    void addSource(const json::Value* source, bool required) {
        const std::vector<std::string> claims = claimsOfSource(source);
        for (const std::string& claim : claims) {
            addClaim(claim, required && claims.size() == 1);
        }
    }
    void add(std::string_view name, std::string_view friendlyName, bool required) {
        for (wire::RequestedAttribute& each : m_all) {
            if (each.name == name) {
                each.required = each.required || required;
                return;
            }
        }
        if (m_all.size() < kMost) {
            m_all.push_back({std::string(name), std::string(friendlyName), required});
        }
    }
    std::vector<wire::RequestedAttribute> take() { return std::move(m_all); }

private:
    bool addOfPreset(std::string_view target, bool required) {
        bool found = false;
        for (const presets::SentAttribute& each :
             m_preset == nullptr ? std::vector<presets::SentAttribute>() : m_preset->attributes) {
            if (each.target == target) {
                add(each.name, "", required);
                found = true;
            }
        }
        return found;
    }

    const presets::Preset* m_preset;
    std::vector<wire::RequestedAttribute> m_all;
};

/// What the mapping reads for a standard target that it does not mention (claims/mapping.h).
void addDefaults(const std::vector<std::string_view>& mentioned, Wanted& wanted) {
    for (const std::string_view claim : {"email", "name", "given_name", "family_name"}) {
        if (std::find(mentioned.begin(), mentioned.end(), targetOf(claim)) == mentioned.end()) {
            wanted.addClaim(claim, claim == "email");
        }
    }
}

} // namespace

std::vector<wire::RequestedAttribute> requestedAttributes(const connections::Connection& connection) {
    Wanted wanted(presets::presetOf(connection.saml.preset));
    const json::Object none;
    const json::Object& mapping = connection.mapping.is_object() ? connection.mapping.get_object() : none;
    const auto each = [&](std::string_view member, const auto& handle) {
        const json::Array* list = json::arrayMember(mapping, member);
        for (const json::Value& rule : list == nullptr ? json::Array() : *list) {
            if (rule.is_object()) {
                handle(rule.get_object());
            }
        }
    };
    std::vector<std::string_view> mentioned;
    each("attributes", [&](const json::Object& rule) {
        const std::string_view target = json::stringMember(rule, "target").value_or("");
        mentioned.push_back(target);
        // Without an e-mail address nobody is provisioned, whether the rule says so or not.
        const bool required = target == "email" || json::boolMember(rule, "required").value_or(false);
        wanted.addSource(json::member(rule, "source"), required);
    });
    addDefaults(mentioned, wanted);
    if (const json::Object* groups = json::objectMember(mapping, "groups")) {
        wanted.addSource(json::member(*groups, "source"), false);
    }
    each("roles", [&](const json::Object& rule) {
        if (const json::Object* when = json::objectMember(rule, "when")) {
            wanted.addSource(json::member(*when, "claim"), false);
        }
    });
    if (connection.saml.nameIdFormat.empty()) {
        wanted.add("urn:oasis:names:tc:SAML:attribute:subject-id", "subject-id", false);
    }
    return wanted.take();
}

} // namespace gatehouse::saml::sp
