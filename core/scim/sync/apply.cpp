// SPDX-License-Identifier: Apache-2.0
#include "scim/sync/apply.h"

#include <algorithm>
#include <unordered_set>

#include "http/forms.h"
#include "scim/core_schemas.h"
#include "scim/patch.h"
#include "scim/text.h"

namespace gatehouse::scim::sync {
namespace {

constexpr std::size_t kMembersAtOnce = 100;

Outcome outcomeOf(const Reply& reply) {
    if (reply.succeeded()) {
        return {};
    }
    const bool later =
        reply.status == 401 || reply.status == 403 || reply.status == 408 || reply.status == 429 || reply.status >= 500;
    return {later ? Outcome::State::Failed : Outcome::State::Refused, reply.said()};
}

json::Value patchOf(json::Array operations) {
    return json::Object{{"schemas", json::Array{jsonText(kPatchSchema)}}, {"Operations", std::move(operations)}};
}

/// One operation for each change. The parts of an extension's or a name's complex value have paths of their own.
json::Array operationsOf(const std::vector<Change>& changes) {
    json::Array out;
    for (const Change& change : changes) {
        if (change.after.is_null()) {
            out.push_back(json::Object{{"op", "remove"}, {"path", change.path}});
        } else {
            out.push_back(json::Object{{"op", "replace"}, {"path", change.path}, {"value", change.after}});
        }
    }
    return out;
}

json::Array memberElements(const std::vector<std::string>& ids, std::size_t begin) {
    json::Array out;
    for (std::size_t i = begin; i < std::min(ids.size(), begin + kMembersAtOnce); ++i) {
        out.push_back(json::Object{{"value", ids[i]}});
    }
    return out;
}

/// What is being asked of the target in this step, to be recognised later.
std::string fingerprint(const Step& step) {
    json::Object out{{"act", jsonText(actName(step.act))},
                     {"wanted", step.wanted},
                     {"added", json::toArray(step.membersAdded)},
                     {"removed", json::toArray(step.membersRemoved)}};
    return json::canonical(out);
}

std::string quoted(const std::string& text) {
    return json::write(json::Value(text));
}

} // namespace

std::string_view stateName(Outcome::State state) {
    switch (state) {
    case Outcome::State::Done:
        return "done";
    case Outcome::State::Refused:
        return "refused";
    case Outcome::State::Failed:
        return "failed";
    case Outcome::State::Still:
        break;
    }
    return "still-there";
}

Result<Abilities> readAbilities(Service& target) {
    TRY(reply, target.get("/ServiceProviderConfig"));
    Abilities out;
    const json::Object* config = reply.succeeded() ? reply.body.if_object() : nullptr;
    if (const json::Object* patch = config == nullptr ? nullptr : json::objectMember(*config, "patch")) {
        out.patch = json::boolMember(*patch, "supported").value_or(true);
    }
    return out;
}

bool wasRefused(const Step& step, const Links& links) {
    const auto found = links.find({step.kind, step.source});
    return found != links.end() && !found->second.refused.empty() && found->second.refused == fingerprint(step);
}

Applier::Applier(Parts parts)
    : m_parts(std::move(parts)) {
    for (const auto& [key, link] : m_parts.links) {
        if (!link.target.empty()) {
            m_ids.emplace(key.second, link.target);
        }
    }
}

const ResourceType& Applier::typeOf(const Step& step) const {
    return step.kind == Kind::User ? m_parts.users : m_parts.groups;
}

std::string Applier::pathOf(const Step& step, const std::string& id) const {
    return typeOf(step).endpoint + "/" + http::percentEncode(id);
}

void Applier::remember(const Step& step, const std::string& target) {
    m_ids[step.source] = target;
    Link& link = m_parts.links[{step.kind, step.source}];
    std::vector<std::string> members = step.members;
    std::erase_if(members, [&](const std::string& id) { return !m_ids.contains(id); });
    link.target = target;
    link.written = asWritten(step.wanted, members, step.kind);
    if (const std::string manager = managerOf(step.wanted); !manager.empty() && !m_ids.contains(manager)) {
        renameManager(link.written, {}, true);
    }
    link.refused.clear();
    link.refusal.clear();
}

void Applier::rememberRefusal(const Step& step, const Outcome& outcome) {
    Link& link = m_parts.links[{step.kind, step.source}];
    link.refused = fingerprint(step);
    link.refusal = outcome.detail;
}

bool Applier::settle(const Step& step, Performed how, bool goesOn) {
    const Result<Outcome> result = (this->*how)(step);
    const Outcome outcome = result ? *result : Outcome{Outcome::State::Failed, result.error().reason};
    if (outcome.state == Outcome::State::Refused) {
        rememberRefusal(step, outcome);
    }
    return (goesOn && outcome.state == Outcome::State::Done) || m_parts.settled(step, outcome);
}

void Applier::run(const Plan& plan) {
    for (const Step& step : plan.steps) {
        if (!step.target.empty()) {
            m_ids[step.source] = step.target;
        }
    }
    const auto isNewGroup = [](const Step& step) { return step.kind == Kind::Group && step.act == Act::Create; };
    std::vector<Step> groups; // there, and empty, before any of them names another
    bool managed = false;
    for (const Step& step : plan.steps) {
        if (step.kind == Kind::Group && !managed) {
            managed = true;
            if (!nameManagers()) {
                return;
            }
            for (const Step& group : plan.steps) {
                if (isNewGroup(group) && !settle(group, &Applier::create, !group.members.empty())) {
                    return;
                }
                if (isNewGroup(group) && m_ids.contains(group.source) && !group.members.empty()) {
                    groups.push_back(group);
                    groups.back().target = m_ids[group.source];
                }
            }
            for (const Step& group : groups) {
                if (!settle(group, &Applier::fill)) {
                    return;
                }
            }
        }
        if (!isNewGroup(step) && !settle(step, &Applier::perform)) {
            return;
        }
    }
    if (!managed) {
        static_cast<void>(nameManagers());
    }
}

/// Of those who were made before their manager was.
bool Applier::nameManagers() {
    for (Step& step : m_withManager) {
        const std::string manager = managerOf(step.wanted);
        if (!m_ids.contains(manager)) {
            continue;
        }
        step.act = Act::Update;
        step.changes = {{std::string(kEnterpriseSchema) + ":manager.value", nullptr, jsonText(manager)}};
        if (!settle(step, &Applier::perform)) {
            return false;
        }
    }
    m_withManager.clear();
    return true;
}

Result<Outcome> Applier::perform(const Step& step) {
    switch (step.act) {
    case Act::Adopt:
        remember(step, step.target);
        return Outcome();
    case Act::Create:
        return create(step);
    case Act::Update:
        return update(step, true);
    case Act::Deactivate:
        return step.cause == Cause::Gone ? end(step) : update(step, false);
    case Act::Delete:
        break;
    }
    return end(step);
}

Result<Outcome> Applier::create(const Step& step) {
    json::Object body = step.wanted;
    renameManager(body, m_ids, true);
    TRY(reply, m_parts.target.ask("POST", typeOf(step).endpoint, body));
    if (reply.status == 409) {
        return takeOver(step, reply);
    }
    if (!reply.succeeded()) {
        return outcomeOf(reply);
    }
    Step made = step;
    made.target = reply.id();
    made.members.clear();
    if (made.target.empty()) {
        return Outcome{Outcome::State::Failed, "the answer names no id"};
    }
    remember(made, made.target);
    if (const std::string manager = managerOf(step.wanted); !manager.empty() && !m_ids.contains(manager)) {
        m_withManager.push_back(std::move(made));
    }
    return Outcome();
}

/// A group that was made.
Result<Outcome> Applier::fill(const Step& step) {
    TRY(written, writeMembers(step));
    if (written.succeeded()) {
        remember(step, step.target);
    }
    return outcomeOf(written);
}

/// It is there already. Nobody else's, it becomes what it should be.
Result<Outcome> Applier::takeOver(const Step& step, const Reply& conflict) {
    const std::string nameFilter = (step.kind == Kind::User ? "userName eq " : "displayName eq ") + quoted(step.name);
    for (const std::string& filter : {"externalId eq " + quoted(step.source), nameFilter}) {
        TRY(reply, m_parts.target.get(typeOf(step).endpoint + "?filter=" + http::percentEncode(filter)));
        const json::Object* page = reply.succeeded() ? reply.body.if_object() : nullptr;
        const json::Array* found = page == nullptr ? nullptr : json::arrayMember(*page, "Resources");
        if (found == nullptr || found->size() != 1 || !found->front().is_object()) {
            continue;
        }
        TRY(record, readRecord(found->front().get_object(), typeOf(step)));
        const bool taken = std::any_of(m_parts.links.begin(), m_parts.links.end(), [&](const auto& each) {
            return each.first.first == step.kind && each.second.target == record.id;
        });
        if (taken) {
            break;
        }
        Step adopted = step;
        adopted.act = Act::Update;
        adopted.target = record.id;
        adopted.whole = record.resource;
        for (const auto& member : step.wanted) {
            adopted.whole[member.key()] = member.value();
        }
        adopted.changes = differences(record.resource, step.wanted, typeOf(step));
        std::erase_if(adopted.changes, [](const Change& change) { return change.after.is_null(); });
        return update(adopted, true);
    }
    return outcomeOf(conflict);
}

Result<Reply> Applier::replaceWhole(const Step& step) {
    json::Object body = step.whole;
    renameManager(body, m_ids, true);
    body["id"] = step.target;
    if (step.kind == Kind::Group) {
        TRY(now, m_parts.target.get(pathOf(step, step.target)));
        if (!now.succeeded() || !now.body.is_object()) {
            return now;
        }
        TRY(record, readRecord(now.body.get_object(), typeOf(step)));
        std::unordered_set<std::string> members(record.members.begin(), record.members.end());
        for (const std::string& source : step.membersRemoved) {
            members.erase(m_ids[source]);
        }
        for (const std::string& source : step.membersAdded) {
            if (const auto known = m_ids.find(source); known != m_ids.end()) {
                members.insert(known->second);
            }
        }
        json::Array list;
        for (const std::string& id : members) {
            list.push_back(json::Object{{"value", id}});
        }
        body["members"] = std::move(list);
    }
    return m_parts.target.ask("PUT", pathOf(step, step.target), body);
}

/// The attributes.
Result<Reply> Applier::write(const Step& step) {
    std::vector<Change> changes = step.changes;
    const std::string manager = managerOf(step.wanted);
    std::erase_if(changes, [&](Change& change) {
        const bool named = change.path == std::string(kEnterpriseSchema) + ":manager.value" && !change.after.is_null();
        if (named && m_ids.contains(manager)) {
            change.after = jsonText(m_ids[manager]);
        }
        return named && !m_ids.contains(manager);
    });
    if (changes.empty()) {
        return Reply{200, nullptr};
    }
    return m_parts.target.ask("PATCH", pathOf(step, step.target), patchOf(operationsOf(changes)));
}

Result<Reply> Applier::writeMembers(const Step& step) {
    const auto idsOf = [&](const std::vector<std::string>& sources) {
        std::vector<std::string> out;
        for (const std::string& source : sources) {
            if (const auto known = m_ids.find(source); known != m_ids.end()) {
                out.push_back(known->second);
            }
        }
        return out;
    };
    if (step.membersAdded.empty() && step.membersRemoved.empty()) {
        return Reply{200, nullptr};
    }
    if (!m_parts.abilities.patch) {
        return replaceWhole(step);
    }
    Reply last{200, nullptr};
    const std::vector<std::string> removed = idsOf(step.membersRemoved);
    for (std::size_t i = 0; i < removed.size() && last.succeeded(); i += kMembersAtOnce) {
        json::Array operations;
        for (std::size_t k = i; k < std::min(removed.size(), i + kMembersAtOnce); ++k) {
            operations.push_back(
                json::Object{{"op", "remove"}, {"path", "members[value eq " + quoted(removed[k]) + "]"}});
        }
        TRY(reply, m_parts.target.ask("PATCH", pathOf(step, step.target), patchOf(std::move(operations))));
        last = std::move(reply);
    }
    const std::vector<std::string> added = idsOf(step.membersAdded);
    for (std::size_t i = 0; i < added.size() && last.succeeded(); i += kMembersAtOnce) {
        const json::Object operation{{"op", "add"}, {"path", "members"}, {"value", memberElements(added, i)}};
        TRY(reply, m_parts.target.ask("PATCH", pathOf(step, step.target), patchOf({operation})));
        last = std::move(reply);
    }
    return last;
}

Result<Outcome> Applier::update(const Step& step, bool alsoMembers) {
    if (!m_parts.abilities.patch) {
        TRY(replaced, replaceWhole(step));
        if (replaced.succeeded()) {
            remember(step, step.target);
        }
        return outcomeOf(replaced);
    }
    TRY(reply, write(step));
    if (reply.succeeded() && alsoMembers) {
        TRY(members, writeMembers(step));
        reply = std::move(members);
    }
    if (reply.status == 404) { // it was deleted there
        m_parts.links.erase({step.kind, step.source});
        return Outcome{Outcome::State::Failed, reply.said()};
    }
    if (reply.succeeded()) {
        remember(step, step.target);
    }
    return outcomeOf(reply);
}

/// Of whom the source has no longer.
Result<Outcome> Applier::end(const Step& step) {
    TRY(gone, m_parts.isGone(step.kind, step.source));
    if (!gone) {
        return Outcome{Outcome::State::Still, {}};
    }
    if (step.act == Act::Deactivate) {
        return update(step, false);
    }
    TRY(reply, m_parts.target.ask("DELETE", pathOf(step, step.target), nullptr));
    if (reply.succeeded() || reply.status == 404) {
        m_parts.links.erase({step.kind, step.source});
        m_ids.erase(step.source);
        return Outcome();
    }
    return outcomeOf(reply);
}

} // namespace gatehouse::scim::sync
