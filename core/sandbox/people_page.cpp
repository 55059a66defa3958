// SPDX-License-Identifier: Apache-2.0
#include "sandbox/people_page.h"

#include "base/encoding.h"
#include "sandbox/page.h"
#include "sandbox/persona.h"
#include "web/page.h"
#include "web/texts.h"
#include "json/json.h"

namespace gatehouse::sandbox {

http::Response peoplePage(const PeoplePage& page, web::Language language) {
    json::Array faults;
    for (const Fault fault : page.faults) {
        faults.push_back(json::Object{{"fault", faultTitle(fault, language)}});
    }
    json::Array people;
    for (const Persona& persona : personas()) {
        http::Parameters link;
        for (const auto& [name, value] : page.brought.pairs()) {
            if (name != "persona") {
                link.append(name, value);
            }
        }
        link.append("persona", persona.name);
        const auto email = json::stringMember(persona.claims, "email");
        const std::string name(json::stringMember(persona.claims, "name").value_or(persona.name));
        people.push_back(json::Object{{"id", persona.name},
                                      {"href", http::withQuery(page.place, link)},
                                      {"initial", name.substr(0, 1)},
                                      {"name", name},
                                      {"email", email.value_or(web::text(language, "practice.noEmail"))},
                                      {"about", titleOf(persona, language)},
                                      {"hinted", !page.hint.empty() && email && asciiLower(page.hint) == *email}});
    }
    const bool faulty = !faults.empty();
    return htmlPage(200, "practice_people",
                    {{"title", web::text(language, "practice.title")},
                     {"company", page.company},
                     {"faulty", faulty},
                     {"faults", std::move(faults)},
                     {"people", std::move(people)},
                     {"languages", web::languageLinks(language, page.place, page.brought)}},
                    language);
}

} // namespace gatehouse::sandbox
