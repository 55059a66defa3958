// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kEntra = "Microsoft Entra ID, provisioning client";
constexpr std::string_view kOkta = "Okta, provisioning client";
constexpr auto kShould = Rule::Grade::Should;

/// Changes the person, and says whether the value at `pointer` is `wanted` afterwards.
void changes(Probe& probe, const Rule& rule, const std::string& path, json::Array operations, std::string_view pointer,
             const json::Value& wanted) {
    const Answer change = probe.patch(path, std::move(operations));
    const Answer now = probe.get(path);
    probe.that(rule, (change.is(200) || change.is(204)) && same(now.at(pointer), wanted),
               change.is(200) || change.is(204) ? json::write(now.at(pointer)) : change.said());
}

void entra(Probe& probe, const std::string& path) {
    changes(probe, {"entra_capitals", kEntra, "op `Replace` is replace", kShould}, path,
            {operation("Replace", "displayName", "Capital")}, "/displayName", "Capital");
    changes(probe, {"entra_text_boolean", kEntra, "active \"False\" is false", kShould}, path,
            {operation("Replace", "active", "False")}, "/active", false);
    changes(probe, {"entra_text_boolean_back", kEntra, "active \"True\" is true", kShould}, path,
            {operation("Replace", "active", "True")}, "/active", true);
    changes(probe, {"entra_dotted", kEntra, "a dotted key in a value without path is a path", kShould}, path,
            {operation("Replace", "", json::Object{{"name.givenName", "Dotted"}})}, "/name/givenName", "Dotted");
    changes(probe, {"entra_new_element", kEntra, "a value path that selects nothing makes the element", kShould}, path,
            {operation("Add", "phoneNumbers[type eq \"mobile\"].value", "+1 555 0100")}, "/phoneNumbers/0/value",
            "+1 555 0100");
    if (probe.features.enterprise) {
        const std::string urn(kEnterpriseUrn);
        changes(probe, {"entra_urn_key", kEntra, "a key with a schema's URN is a path", kShould}, path,
                {operation("Add", "", json::Object{{urn + ":department", "By URN"}})}, "/" + urn + "/department",
                "By URN");
    }
    const Answer nobody = probe.find("userName eq \"3a1c4f0e-7d1b-4c5e-9a55-2c8f6a1d0b77\"");
    probe.that({"entra_probe", kEntra, "a name that nobody has is an empty list, not 404", kShould},
               nobody.is(200) && same(nobody.at("/totalResults"), std::int64_t{0}) &&
                   nobody.at("/Resources").is_array(),
               nobody);
}

void entraMembers(Probe& probe, const std::string& id) {
    const std::string group = "/Groups/" + http::percentEncode(probe.addGroup("vendor-team", {id}));
    const Answer removed =
        probe.patch(group, {operation("Remove", "members", json::Array{json::Object{{"value", id}}})});
    const Answer now = probe.get(group);
    probe.that({"entra_member_list", kEntra, "members are removed by a list of values", kShould},
               (removed.is(200) || removed.is(204)) && now.is(200) &&
                   elementWith(now.at("/members"), "value", id) == nullptr,
               removed);
}

} // namespace

void vendors(Probe& probe) {
    const std::string id = probe.addPerson("vendor");
    if (id.empty()) {
        return probe.skip("people", "nobody could be made to be changed");
    }
    const std::string path = "/Users/" + http::percentEncode(id);
    entra(probe, path);
    if (probe.features.groups) {
        entraMembers(probe, id);
    }
    changes(probe, {"okta_deactivate", kOkta, "a value without path deactivates", kShould}, path,
            {operation("replace", "", json::Object{{"active", false}})}, "/active", false);
    const Answer found =
        probe.find("userName eq \"" + probe.nameOf("vendor") + "\"", "/Users", "&startIndex=1&count=100");
    probe.that({"okta_found_inactive", kOkta, "who is not active is found all the same", kShould},
               found.is(200) && found.resources().size() == 1, found);
    changes(probe, {"okta_activate", kOkta, "a value without path activates", kShould}, path,
            {operation("replace", "", json::Object{{"active", true}})}, "/active", true);
    const Answer page = probe.get("/Users?startIndex=1&count=100");
    probe.that({"okta_import", kOkta, "GET /Users by startIndex and count, without a filter", kShould}, page.is(200),
               page);
}

} // namespace gatehouse::scim::tester
