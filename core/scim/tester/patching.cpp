// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kPatch = "RFC 7644, 3.5.2";
constexpr std::string_view kAdd = "RFC 7644, 3.5.2.1";
constexpr std::string_view kRemove = "RFC 7644, 3.5.2.2";
constexpr std::string_view kReplace = "RFC 7644, 3.5.2.3";

/// A person who is changed, and read again after each change: a PATCH may answer 204.
class Changed {
public:
    Changed(Probe& probe, const std::string& id)
        : m_probe(probe)
        , m_path("/Users/" + http::percentEncode(id)) {}

    Answer by(json::Array operations) {
        m_last = m_probe.patch(m_path, std::move(operations));
        return m_last.is(200) || m_last.is(204) ? m_probe.get(m_path) : m_last;
    }
    void value(std::string_view name, std::string_view spec, json::Array operations, std::string_view pointer,
               const json::Value& wanted) {
        m_probe.value(name, spec, by(std::move(operations)), pointer, wanted);
    }
    void refuses(std::string_view name, std::string_view spec, json::Array operations, std::string_view scimType) {
        m_probe.refusal(name, spec, m_probe.patch(m_path, std::move(operations)), 400, scimType);
    }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const Answer& last() const { return m_last; }

private:
    Probe& m_probe;
    std::string m_path;
    Answer m_last;
};

json::Object email(const std::string& value, std::string_view type, bool primary) {
    return {{"value", value}, {"type", type}, {"primary", primary}};
}

void singular(Probe& probe, Changed& person) {
    const Answer replaced = person.by({operation("replace", "displayName", "Patched")});
    probe.that({"status", kPatch, "HTTP 200 or 204"}, person.last().is(200) || person.last().is(204), person.last());
    probe.value("replace", kReplace, replaced, "/displayName", "Patched");
    person.value("replace_sub", kReplace, {operation("replace", "name.givenName", "Ada")}, "/name/givenName", "Ada");
    person.value("add", kAdd, {operation("add", "title", "Engineer")}, "/title", "Engineer");
    person.value("add_again", kAdd, {operation("add", "title", "Boss")}, "/title", "Boss");
    person.value("remove", kRemove, {operation("remove", "title")}, "/title", nullptr);
    person.value("remove_absent", kRemove, {operation("remove", "title")}, "/title", nullptr);
    person.value("no_path", kAdd, {operation("add", "", json::Object{{"nickName", "Al"}, {"title", "T"}})}, "/nickName",
                 "Al");
    person.value("urn", kPatch, {operation("replace", std::string(kUserUrn) + ":nickName", "Bo")}, "/nickName", "Bo");
    person.value("path_case", "RFC 7643, 2.1", {operation("replace", "NICKNAME", "Cy")}, "/nickName", "Cy");
    person.value("deactivate", "RFC 7643, 4.1.1", {operation("replace", "active", false)}, "/active", false);
    person.value("activate", "RFC 7643, 4.1.1", {operation("replace", "active", true)}, "/active", true);
    person.value("order", kPatch, {operation("replace", "title", "first"), operation("replace", "title", "second")},
                 "/title", "second");
    if (probe.features.enterprise) {
        const std::string urn(kEnterpriseUrn);
        person.value("extension", kPatch, {operation("add", urn + ":department", "Tests")}, "/" + urn + "/department",
                     "Tests");
        person.value("extension_remove", kRemove, {operation("remove", urn + ":department")}, "/" + urn + "/department",
                     nullptr);
    } else {
        probe.skip("extension", "the server has no enterprise extension");
    }
}

void multiValued(Probe& probe, Changed& person) {
    const std::string home = probe.nameOf("home") + "@example.com";
    const std::string work = probe.nameOf("work") + "@example.com";
    const Answer added = person.by({operation("add", "emails", json::Array{email(home, "home", false)})});
    probe.that({"append", kAdd, "an added e-mail stands beside the others"},
               elementWith(added.at("/emails"), "value", home) != nullptr &&
                   elementWith(added.at("/emails"), "type", "work") != nullptr,
               json::write(added.at("/emails")));
    const Answer twice = person.by({operation("add", "emails", json::Array{email(home, "home", false)})});
    probe.that({"append_twice", kAdd, "adding what is there changes nothing", Rule::Grade::Should},
               twice.at("/emails").is_array() && twice.at("/emails").get_array().size() == 2,
               json::write(twice.at("/emails")));
    const Answer replaced = person.by({operation("replace", "emails[type eq \"work\"].value", json::Value(work))});
    probe.that({"value_path", kReplace, "a value path changes the element that it selects, and no other"},
               elementWith(replaced.at("/emails"), "value", work) != nullptr &&
                   elementWith(replaced.at("/emails"), "value", home) != nullptr,
               json::write(replaced.at("/emails")));
    const Answer primary = person.by({operation("replace", "emails[type eq \"home\"].primary", true)});
    int primaries = 0;
    if (primary.at("/emails").is_array()) {
        for (const json::Value& each : primary.at("/emails").get_array()) {
            primaries += each.is_object() && json::boolMember(each.get_object(), "primary") == true ? 1 : 0;
        }
    }
    probe.that({"primary", kPatch, "a new primary value takes that from the old one"}, primaries == 1,
               std::to_string(primaries) + " primary values");
    const Answer removed = person.by({operation("remove", "emails[type eq \"home\"]")});
    probe.that({"value_path_remove", kRemove, "the selected element goes, the other stays"},
               elementWith(removed.at("/emails"), "type", "home") == nullptr &&
                   elementWith(removed.at("/emails"), "type", "work") != nullptr,
               json::write(removed.at("/emails")));
    const Answer all = person.by({operation("replace", "emails", json::Array{email(home, "other", true)})});
    probe.that({"replace_all", kReplace, "replace without a filter replaces all values"},
               all.at("/emails").is_array() && all.at("/emails").get_array().size() == 1 &&
                   elementWith(all.at("/emails"), "value", home) != nullptr,
               json::write(all.at("/emails")));
}

void refusals(Probe& probe, Changed& person) {
    const Answer half = probe.patch(
        person.path(), {operation("replace", "title", "half"), operation("replace", "noSuchAttribute.of", "x")});
    probe.that({"atomic_refused", kPatch, "HTTP 400 where one of two operations is wrong"}, half.is(400), half);
    const Answer after = probe.get(person.path());
    probe.that({"atomic", kPatch, "nothing of a refused PATCH is done"}, after.textAt("/title") != "half",
               "title is " + json::write(after.at("/title")));
    person.refuses("read_only", kPatch, {operation("replace", "id", "another")}, "mutability");
    person.refuses("path", kPatch, {operation("replace", "emails[type eq", "x")}, "invalidPath");
    person.refuses("no_target", kRemove, {operation("remove", "")}, "noTarget");
    person.refuses("operation", kPatch, {operation("append", "title", "x")}, "invalidSyntax");
    person.refuses("type", "RFC 7644, 3.12", {operation("replace", "displayName", json::Object{{"not", "a text"}})},
                   "invalidValue");
    const Answer required = probe.patch(person.path(), {operation("remove", "userName")});
    probe.that({"required", kRemove, "HTTP 400: userName cannot be removed"}, required.is(400), required);
    probe.refusal("malformed", "RFC 7644, 3.12", probe.send("PATCH", person.path(), "{\"Operations\":{}}"), 400,
                  "invalidSyntax");
    const Answer nobody =
        probe.patch("/Users/00000000-0000-4000-8000-000000000000", {operation("replace", "title", "x")});
    probe.refusal("unknown", "RFC 7644, 3.12", nobody, 404);
}

} // namespace

void patching(Probe& probe) {
    const std::string id = probe.addPerson("patch");
    if (id.empty()) {
        return probe.skip("people", "nobody could be made to be changed");
    }
    Changed person(probe, id);
    singular(probe, person);
    multiValued(probe, person);
    refusals(probe, person);
}

} // namespace gatehouse::scim::tester
