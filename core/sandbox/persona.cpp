// SPDX-License-Identifier: Apache-2.0
#include "sandbox/persona.h"

#include <algorithm>
#include <array>
#include <string>

#include "web/texts.h"

namespace gatehouse::sandbox {

namespace {

struct Name {
    std::string_view given;
    std::string_view family;
};

Persona person(std::string_view name, Name full, std::string_view email, const std::vector<std::string>& groups,
               std::string_view department) {
    Persona persona;
    persona.name = name;
    persona.title = titleOf(persona, web::Language::English);
    persona.subject = "practice-" + std::string(name);
    persona.claims = {{"name", std::string(full.given) + " " + std::string(full.family)},
                      {"given_name", full.given},
                      {"family_name", full.family},
                      {"preferred_username", name},
                      {"upn", std::string(name) + "@acme.example"},
                      {"locale", "en"}};
    if (!email.empty()) {
        persona.claims["email"] = email;
        persona.claims["email_verified"] = true;
    }
    persona.claims["groups"] = json::toArray(groups);
    persona.claims["org"] = json::Object{{"department", department}, {"country", "SE"}};
    return persona;
}

std::vector<Persona> cast() {
    std::vector<Persona> all{
        person("ana", {"Ana", "Example"}, "ana@acme.example", {"eng", "eng-admins"}, "Engineering"),
        person("ben", {"Ben", "Sample"}, "ben@acme.example", {"sales"}, "Sales"),
        person("chris", {"Chris", "Nomail"}, "", {"eng"}, "Engineering"),
        person("dora", {"Dora", "Contractor"}, "dora@contractor.example", {"contractors"}, "Partners"),
        person("emil", {"Emil", "Unproven"}, "emil@acme.example", {"eng"}, "Engineering"),
        person("fay", {"Fay", "Twin"}, "ana@acme.example", {"eng"}, "Engineering"),
        person("gus", {"Gus", "Grouped"}, "gus@acme.example", {}, "Operations"),
        person("zoe",
               {"Zo\xC3\xAB", "\xC3\x9Cn\xC3\xAF"
                              "c\xC3\xB6"
                              "de-\xE6\xBC\xA2\xE5\xAD\x97"},
               "zoe@acme.example", {"design"}, "Design")};
    for (Persona& persona : all) {
        if (persona.name == "emil") {
            persona.claims["email_verified"] = false;
        }
        if (persona.name == "gus") {
            json::Array groups;
            for (int i = 1; i <= 250; ++i) {
                groups.push_back(json::Value("group-" + std::to_string(i)));
            }
            persona.claims["groups"] = std::move(groups);
        }
    }
    return all;
}

/// OpenID Connect Core 1.0, 5.4: the scope that lets a claim out; empty for those that always go.
std::string_view scopeOf(std::string_view claim) {
    constexpr std::array<std::string_view, 5> kProfile{"name", "given_name", "family_name", "preferred_username",
                                                       "locale"};
    if (claim == "email" || claim == "email_verified") {
        return "email";
    }
    return std::find(kProfile.begin(), kProfile.end(), claim) != kProfile.end() ? "profile" : "";
}

} // namespace

std::string_view titleOf(const Persona& persona, web::Language language) {
    return web::text(language, "persona." + persona.name);
}

const std::vector<Persona>& personas() {
    static const std::vector<Persona> all = cast();
    return all;
}

const Persona* findPersona(std::string_view name) {
    for (const Persona& persona : personas()) {
        if (persona.name == name) {
            return &persona;
        }
    }
    return nullptr;
}

json::Object releasedClaims(const Persona& persona, const std::vector<std::string>& scopes) {
    json::Object released;
    for (const auto& claim : persona.claims) {
        const std::string_view scope = scopeOf(claim.key());
        if (scope.empty() || std::find(scopes.begin(), scopes.end(), scope) != scopes.end()) {
            released.emplace(claim.key(), claim.value());
        }
    }
    return released;
}

json::Object toJson(const Persona& persona) {
    json::Object claims{{"sub", persona.subject}};
    for (const auto& claim : persona.claims) {
        claims.emplace(claim.key(), claim.value());
    }
    return {{"name", persona.name}, {"title", persona.title}, {"claims", std::move(claims)}};
}

} // namespace gatehouse::sandbox
