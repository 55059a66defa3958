// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kGroup = "RFC 7643, 4.2";
constexpr std::string_view kPatch = "RFC 7644, 3.5.2";

struct Team {
    std::string path;
    std::string id;
    std::string ann;
    std::string ben;
};

json::Array member(const std::string& id) {
    return {json::Object{{"value", id}}};
}

void judgeMembers(Probe& probe, std::string_view name, std::string_view expected, const Answer& change,
                  const Team& team, bool ann, bool ben) {
    const Answer now = probe.get(team.path);
    const bool right = (elementWith(now.at("/members"), "value", team.ann) != nullptr) == ann &&
                       (elementWith(now.at("/members"), "value", team.ben) != nullptr) == ben;
    const bool done = change.is(200) || change.is(204);
    probe.that({name, kPatch, expected}, done && right, done ? json::write(now.at("/members")) : change.said());
}

void membership(Probe& probe, const Team& team) {
    const auto change = [&](json::Array operations) { return probe.patch(team.path, std::move(operations)); };
    judgeMembers(probe, "add", "a member is added", change({operation("add", "members", member(team.ben))}), team, true,
                 true);
    judgeMembers(probe, "add_again", "adding a member who is there changes nothing",
                 change({operation("add", "members", member(team.ben))}), team, true, true);
    judgeMembers(probe, "remove", "members[value eq \"...\"] is taken out, and nobody else",
                 change({operation("remove", "members[value eq \"" + team.ann + "\"]")}), team, false, true);
    judgeMembers(probe, "replace", "replace sets the members",
                 change({operation("replace", "members", member(team.ann))}), team, true, false);
    judgeMembers(probe, "remove_all", "remove without a filter empties the group",
                 change({operation("remove", "members")}), team, false, false);
    const Answer strange = change({operation("add", "members", member("00000000-0000-4000-8000-000000000000"))});
    probe.that({"member_unknown", kGroup, "HTTP 400 or 404: nobody has this id", Rule::Grade::Should},
               strange.is(400) || strange.is(404), strange);
}

void named(Probe& probe, const Team& team) {
    const Answer renamed =
        probe.patch(team.path, {operation("replace", "displayName", json::Value(probe.nameOf("renamed")))});
    const Answer now = probe.get(team.path);
    probe.that({"rename", kPatch, "the group is renamed"},
               (renamed.is(200) || renamed.is(204)) && now.textAt("/displayName") == probe.nameOf("renamed"), renamed);
    if (probe.features.filter) {
        const Answer found = probe.find("displayName eq \"" + probe.nameOf("renamed") + "\"", "/Groups");
        probe.that({"by_name", "RFC 7644, 3.4.2.2", "a group is found by its displayName"},
                   found.is(200) && found.resources().size() == 1, found);
    }
    const Answer nameless = probe.post("/Groups", json::Object{{"schemas", json::Array{kGroupUrn}}});
    probe.keep("/Groups", nameless);
    probe.refusal("required", "RFC 7644, 3.12", nameless, 400, "invalidValue");
}

void replaced(Probe& probe, const Team& team) {
    const Answer answer = probe.put(team.path, json::Object{{"schemas", json::Array{kGroupUrn}},
                                                            {"displayName", probe.nameOf("put")},
                                                            {"members", member(team.ben)}});
    const Answer now = probe.get(team.path);
    probe.that({"put", "RFC 7644, 3.5.1", "PUT replaces name and members"},
               answer.is(200) && now.textAt("/displayName") == probe.nameOf("put") &&
                   elementWith(now.at("/members"), "value", team.ben) != nullptr &&
                   elementWith(now.at("/members"), "value", team.ann) == nullptr,
               answer);
    const Answer person = probe.get("/Users/" + http::percentEncode(team.ben));
    probe.that({"seen_from_person", "RFC 7643, 4.1.2", "`groups` of the member names the group", Rule::Grade::Should},
               elementWith(person.at("/groups"), "value", team.id) != nullptr, json::write(person.at("/groups")));
}

void within(Probe& probe, const Team& team) {
    const Answer answer = probe.patch(
        team.path,
        {operation("add", "members", json::Array{json::Object{{"value", probe.addGroup("inner", {team.ann})}}})});
    const Answer now = probe.get(team.path);
    bool group = false;
    if (now.at("/members").is_array()) {
        for (const json::Value& each : now.at("/members").get_array()) {
            group = group || (each.is_object() && json::stringMember(each.get_object(), "type") == "Group");
        }
    }
    probe.that({"within", kGroup, "a group may be a member, of the type Group", Rule::Grade::Should},
               (answer.is(200) || answer.is(204)) && group, answer);
    const Answer circle = probe.patch(team.path, {operation("add", "members", member(team.id))});
    probe.that({"circle", kGroup, "a group is no member of itself", Rule::Grade::Should}, circle.refused(), circle);
}

} // namespace

void groups(Probe& probe) {
    Team team{{}, {}, probe.addPerson("ann"), probe.addPerson("ben")};
    if (team.ann.empty() || team.ben.empty()) {
        return probe.skip("people", "nobody could be made to be a member");
    }
    const Answer made = probe.post("/Groups", json::Object{{"schemas", json::Array{kGroupUrn}},
                                                           {"displayName", probe.nameOf("team")},
                                                           {"members", member(team.ann)}});
    probe.keep("/Groups", made);
    probe.status("status", "RFC 7644, 3.3", made, 201);
    team.id = made.textAt("/id");
    team.path = "/Groups/" + http::percentEncode(team.id);
    if (team.id.empty()) {
        return;
    }
    probe.value("resource_type", "RFC 7643, 3.1", made, "/meta/resourceType", "Group");
    const Answer read = probe.get(team.path);
    probe.value("display_name", kGroup, read, "/displayName", json::Value(probe.nameOf("team")));
    const json::Object* ann = elementWith(read.at("/members"), "value", team.ann);
    probe.that({"member", kGroup, "the member is there"}, ann != nullptr, json::write(read.at("/members")));
    probe.that({"member_ref", kGroup, "a member has $ref or type", Rule::Grade::Should},
               ann != nullptr && (ann->contains("$ref") || ann->contains("type")),
               ann != nullptr ? json::write(*ann) : "no member");
    const Answer without = probe.get(team.path + "?excludedAttributes=members");
    probe.that({"excluded", "RFC 7644, 3.9", "excludedAttributes=members leaves them out"},
               without.is(200) && without.at("/members").is_null() && without.at("/displayName").is_string(), without);
    if (probe.features.patch) {
        membership(probe, team);
        named(probe, team);
        within(probe, team);
    }
    replaced(probe, team);
    probe.refusal("unknown", "RFC 7644, 3.12", probe.get("/Groups/00000000-0000-4000-8000-000000000000"), 404);
    const Answer gone = probe.erase(team.path);
    probe.status("delete", "RFC 7644, 3.6", gone, 204);
    probe.refusal("deleted", "RFC 7644, 3.6", probe.get(team.path), 404);
    probe.status("member_stays", "RFC 7644, 3.6", probe.get("/Users/" + http::percentEncode(team.ben)), 200);
}

} // namespace gatehouse::scim::tester
