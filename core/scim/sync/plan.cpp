// SPDX-License-Identifier: Apache-2.0
#include "scim/sync/plan.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "scim/core_schemas.h"
#include "scim/text.h"

namespace gatehouse::scim::sync {
namespace {

using Index = std::unordered_map<std::string, const Record*>;
using Names = std::unordered_set<std::string>;

std::string folded(const json::Value& value) {
    return value.is_null() ? std::string() : foldCase(json::canonical(value));
}

/// Whether the path lies in an attribute that could not be read at the source.
bool isLeftOut(const Record& source, std::string_view path) {
    return std::any_of(source.leftOut.begin(), source.leftOut.end(), [&](const std::string& name) {
        return sameName(path.substr(0, name.size()), name) &&
               (path.size() == name.size() || path[name.size()] == '.' || path[name.size()] == ':');
    });
}

/// One side of the pairs of a kind.
class Side {
public:
    explicit Side(const std::vector<Record>& records) {
        for (const Record& record : records) {
            byId.emplace(record.id, &record);
            if (const std::string external = record.externalId(); !external.empty()) {
                byExternalId.emplace(external, &record);
            }
            byName.emplace(foldCase(record.name()), &record);
        }
    }
    Index byId;
    Index byExternalId;
    Index byName;
};

const Record* findIn(const Index& index, const std::string& key) {
    const auto found = key.empty() ? index.end() : index.find(key);
    return found == index.end() ? nullptr : found->second;
}

/// The pairs and steps of one kind.
class Planner {
public:
    Planner(Kind kind, const ResourceType& type, const std::vector<Record>& source, const std::vector<Record>& target,
            const Links& links, Leaving leaving, Plan& plan)
        : m_kind(kind)
        , m_type(type)
        , m_source(source)
        , m_target(target)
        , m_links(links)
        , m_leaving(leaving)
        , m_plan(plan)
        , m_side(target) {
        for (const Record& record : source) {
            m_same.emplace(record.id, record.id);
        }
        for (const auto& [key, link] : links) {
            if (key.first == kind && !link.target.empty()) {
                m_linked.emplace(link.target, key.second);
            }
        }
    }

    /// Who is whom: id at the target to id at the source.
    Ids pair() {
        Ids out = m_linked;
        for (const Record& record : m_source) {
            const Record* partner = partnerOf(record);
            m_partners.emplace(record.id, partner);
            if (partner != nullptr) {
                m_paired.emplace(partner->id);
                out[partner->id] = record.id;
            }
        }
        return out;
    }

    /// `reachable`: whom of the source the target has or will have; it grows with what is planned.
    void plan(const Ids& sourceIds, Names& reachable) {
        m_reachable = &reachable;
        Names there;
        for (const Record& record : m_source) {
            there.insert(record.id);
            settle(record, m_partners.at(record.id), sourceIds);
        }
        for (const auto& [key, link] : m_links) {
            if (key.first == m_kind && !there.contains(key.second) && !link.target.empty()) {
                leave(key.second, link);
            }
        }
        for (const Record& record : m_target) {
            if (!m_paired.contains(record.id) && !m_linked.contains(record.id)) {
                m_plan.strangers.push_back({m_kind, record.id, record.name()});
            }
        }
    }

private:
    const Link* linkOf(const std::string& source) const {
        const auto found = m_links.find({m_kind, source});
        return found == m_links.end() ? nullptr : &found->second;
    }

    /// The target's record for one of the source's, or nullptr.
    const Record* partnerOf(const Record& record) const {
        if (const Link* link = linkOf(record.id); link != nullptr && !link->target.empty()) {
            return findIn(m_side.byId, link->target);
        }
        for (const Record* candidate :
             {findIn(m_side.byExternalId, record.id), findIn(m_side.byExternalId, record.externalId()),
              findIn(m_side.byName, foldCase(record.name()))}) {
            if (candidate != nullptr && !m_linked.contains(candidate->id) && !m_paired.contains(candidate->id)) {
                return candidate;
            }
        }
        return nullptr;
    }

    json::Object wantedOf(const Record& record) const {
        json::Object wanted = record.resource;
        wanted["externalId"] = record.id;
        renameManager(wanted, m_same, true);
        return wanted;
    }
    /// What the target has, with what the source says in its place.
    json::Object wholeOf(json::Object wanted, const Record& record, const Record& partner, const Link* link) const {
        const auto keepsOwn = [&](const Change& change) {
            if (!change.after.is_null()) {
                return false;
            }
            const bool ours = link != nullptr && writtenAt(link->written, change.path);
            return !ours || isLeftOut(record, change.path) || change.path == "active";
        };
        for (const Change& change : compareResources(partner.resource, wanted, m_type)) {
            if (keepsOwn(change)) {
                put(wanted, change.path, change.before);
            }
        }
        return wanted;
    }

    static std::pair<std::string, std::string> split(const std::string& path) {
        if (path.starts_with("urn:")) {
            const std::size_t colon = path.rfind(':');
            return {path.substr(0, colon), path.substr(colon + 1)};
        }
        return {std::string(), path};
    }
    /// The object and the member that a path of compareResources means, made where `make`.
    static json::Value* at(json::Object& resource, const std::string& path, bool make) {
        auto [urn, rest] = split(path);
        json::Object* holder = &resource;
        const auto into = [&](const std::string& name) {
            json::Value* found = holder->if_contains(name);
            if (found == nullptr && make) {
                found = &((*holder)[name] = json::Object());
            }
            holder = found == nullptr ? nullptr : found->if_object();
            return holder != nullptr;
        };
        if (!urn.empty() && !into(urn)) {
            return nullptr;
        }
        for (std::size_t dot = rest.find('.'); dot != std::string::npos; dot = rest.find('.')) {
            if (!into(rest.substr(0, dot))) {
                return nullptr;
            }
            rest.erase(0, dot + 1);
        }
        return make ? &(*holder)[rest] : holder->if_contains(rest);
    }
    static void put(json::Object& resource, const std::string& path, const json::Value& value) {
        *at(resource, path, true) = value;
    }
    static bool writtenAt(const json::Object& written, const std::string& path) {
        json::Object copy = written;
        return at(copy, path, false) != nullptr;
    }

    void settle(const Record& record, const Record* partner, const Ids& sourceIds) {
        const Link* link = linkOf(record.id);
        Step step;
        step.kind = m_kind;
        step.source = record.id;
        step.name = record.name();
        step.wanted = wantedOf(record);
        if (partner == nullptr) {
            if (m_kind == Kind::User && !record.active()) {
                return; // who may not come in there needs no account there
            }
            m_reachable->insert(record.id);
            step.members = reachableOf(record.members);
            step.membersAdded = step.members;
            m_plan.steps.push_back(std::move(step));
            return;
        }
        step.target = partner->id;
        step.whole = wholeOf(step.wanted, record, *partner, link);
        step.changes = differences(partner->resource, step.whole, m_type);
        compareMembers(record, *partner, sourceIds, step);
        if (step.changes.empty() && step.membersAdded.empty() && step.membersRemoved.empty()) {
            if (link == nullptr || link->target.empty()) {
                step.act = Act::Adopt;
                m_plan.steps.push_back(std::move(step));
            } else {
                ++m_plan.same;
            }
            return;
        }
        const bool leaves = m_kind == Kind::User && !record.active() && partner->active();
        step.act = leaves ? Act::Deactivate : Act::Update;
        step.cause = causeOf(*partner, step, link, sourceIds);
        m_plan.steps.push_back(std::move(step));
    }

    std::vector<std::string> reachableOf(const std::vector<std::string>& members) const {
        std::vector<std::string> out;
        std::copy_if(members.begin(), members.end(), std::back_inserter(out),
                     [&](const std::string& id) { return m_reachable->contains(id); });
        return out;
    }

    void compareMembers(const Record& record, const Record& partner, const Ids& sourceIds, Step& step) const {
        std::unordered_set<std::string> there;
        for (const std::string& id : partner.members) {
            const auto known = sourceIds.find(id);
            if (known != sourceIds.end()) {
                there.insert(known->second);
            }
        }
        const std::unordered_set<std::string> here(record.members.begin(), record.members.end());
        step.members = reachableOf(record.members);
        std::copy_if(step.members.begin(), step.members.end(), std::back_inserter(step.membersAdded),
                     [&](const std::string& id) { return !there.contains(id); });
        for (const std::string& id : partner.members) {
            const auto known = sourceIds.find(id);
            if (known != sourceIds.end() && !here.contains(known->second)) {
                step.membersRemoved.push_back(known->second);
            }
        }
    }

    Cause causeOf(const Record& partner, const Step& step, const Link* link, const Ids& sourceIds) const {
        if (link == nullptr || link->written.empty()) {
            return Cause::New;
        }
        json::Object before = link->written;
        std::vector<std::string> members = json::stringsMember(before, "members").value_or(std::vector<std::string>());
        before.erase("members");
        std::vector<std::string> there;
        for (const std::string& id : partner.members) {
            if (const auto known = sourceIds.find(id); known != sourceIds.end()) {
                there.push_back(known->second);
            }
        }
        const auto same = [](std::vector<std::string> a, std::vector<std::string> b) {
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            return a == b;
        };
        const bool sourceChanged = !differences(before, step.wanted, m_type).empty() || !same(members, step.members);
        // What the target has besides is not ours to compare.
        const std::vector<Change> drifted = differences(before, partner.resource, m_type);
        const bool targetChanged =
            std::any_of(drifted.begin(), drifted.end(), [](const Change& each) { return !each.before.is_null(); }) ||
            !same(members, there);
        return sourceChanged && targetChanged ? Cause::Both : targetChanged ? Cause::Target : Cause::Source;
    }

    void leave(const std::string& source, const Link& link) {
        const Record* partner = findIn(m_side.byId, link.target);
        if (partner == nullptr || m_leaving == Leaving::Keep) {
            return;
        }
        const bool deletes = m_kind == Kind::Group || m_leaving == Leaving::Delete;
        if (!deletes && !partner->active()) {
            return;
        }
        Step step;
        step.act = deletes ? Act::Delete : Act::Deactivate;
        step.cause = Cause::Gone;
        step.kind = m_kind;
        step.source = source;
        step.target = link.target;
        step.name = partner->name();
        if (!deletes) {
            step.wanted = link.written;
            step.wanted["active"] = false;
            step.whole = partner->resource;
            step.whole["active"] = false;
            step.changes = {{"active", true, false}};
        }
        m_plan.steps.push_back(std::move(step));
    }

    Kind m_kind;
    const ResourceType& m_type;
    const std::vector<Record>& m_source;
    const std::vector<Record>& m_target;
    const Links& m_links;
    Leaving m_leaving;
    Plan& m_plan;
    Side m_side;
    Ids m_same; ///< of the source, each to itself
    Names* m_reachable = nullptr;
    Ids m_linked; ///< id at the target to id at the source
    std::unordered_map<std::string, const Record*> m_partners;
    std::unordered_set<std::string> m_paired;
};

/// Nobody keeps access because a group could not be written, and no group names who is not there yet.
int rank(const Step& step) {
    const bool leaves = step.act == Act::Deactivate || step.act == Act::Delete;
    return step.kind == Kind::User ? (leaves ? 0 : 1) : (leaves ? 3 : 2);
}

} // namespace

std::string_view kindName(Kind kind) {
    return kind == Kind::User ? "User" : "Group";
}

std::string_view actName(Act act) {
    switch (act) {
    case Act::Adopt:
        return "adopt";
    case Act::Create:
        return "create";
    case Act::Update:
        return "update";
    case Act::Deactivate:
        return "deactivate";
    case Act::Delete:
        break;
    }
    return "delete";
}

std::string_view causeName(Cause cause) {
    switch (cause) {
    case Cause::New:
        return "new";
    case Cause::Source:
        return "source";
    case Cause::Target:
        return "drift";
    case Cause::Both:
        return "both";
    case Cause::Gone:
        break;
    }
    return "gone";
}

std::size_t Plan::count(Act act) const {
    return static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [&](const Step& step) { return step.act == act; }));
}

std::size_t Plan::leaving() const {
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [](const Step& step) {
        return step.kind == Kind::User && (step.act == Act::Deactivate || step.act == Act::Delete);
    }));
}

std::size_t Plan::drifted() const {
    return static_cast<std::size_t>(std::count_if(steps.begin(), steps.end(), [](const Step& step) {
        return step.cause == Cause::Target || step.cause == Cause::Both;
    }));
}

std::vector<Change> differences(const json::Object& before, const json::Object& after, const ResourceType& type) {
    std::vector<Change> changes = compareResources(before, after, type);
    std::erase_if(changes, [](const Change& change) {
        return (change.path == "userName" || change.path == "emails") && folded(change.before) == folded(change.after);
    });
    return changes;
}

json::Object asWritten(const json::Object& resource, const std::vector<std::string>& members, Kind kind) {
    json::Object out = resource;
    if (kind == Kind::Group) {
        out["members"] = json::toArray(members);
    }
    return out;
}

std::string managerOf(const json::Object& person) {
    const json::Object* work = json::objectMember(person, kEnterpriseSchema);
    const json::Object* manager = work == nullptr ? nullptr : json::objectMember(*work, "manager");
    return manager == nullptr ? std::string() : std::string(json::stringMember(*manager, "value").value_or(""));
}

void renameManager(json::Object& person, const Ids& ids, bool drop) {
    const std::string manager = managerOf(person);
    if (manager.empty()) {
        return;
    }
    json::Object& work = person[jsonText(kEnterpriseSchema)].as_object();
    if (const auto known = ids.find(manager); known != ids.end()) {
        work["manager"] = json::Object{{"value", known->second}};
    } else if (drop) {
        work.erase("manager");
    }
    if (work.empty()) {
        person.erase(jsonText(kEnterpriseSchema));
    }
}

Population populationOf(const Links& links) {
    Population out;
    for (const auto& [key, link] : links) {
        if (link.target.empty()) {
            continue;
        }
        Record record;
        record.id = link.target;
        record.resource = link.written;
        if (const auto members = json::stringsMember(link.written, "members")) {
            for (const std::string& source : *members) {
                for (const Kind kind : {Kind::User, Kind::Group}) {
                    if (const auto found = links.find({kind, source}); found != links.end()) {
                        record.members.push_back(found->second.target);
                    }
                }
            }
            record.resource.erase("members");
        }
        (key.first == Kind::User ? out.people : out.groups).push_back(std::move(record));
    }
    return out;
}

Plan makePlan(const Population& source, Population target, const Links& links, Leaving leaving,
              const ResourceType& users, const ResourceType& groups) {
    Plan plan;
    Planner people(Kind::User, users, source.people, target.people, links, leaving, plan);
    Planner teams(Kind::Group, groups, source.groups, target.groups, links, leaving, plan);
    Ids sourceIds = people.pair();
    sourceIds.merge(teams.pair());
    for (Record& person : target.people) {
        renameManager(person.resource, sourceIds, false);
    }
    Names reachable;
    for (const auto& [theirs, ours] : sourceIds) {
        reachable.insert(ours);
    }
    for (const Record& group : source.groups) {
        reachable.insert(group.id);
    }
    people.plan(sourceIds, reachable);
    teams.plan(sourceIds, reachable);
    plan.unreadable = source.unreadable;
    std::stable_sort(plan.steps.begin(), plan.steps.end(),
                     [](const Step& a, const Step& b) { return rank(a) < rank(b); });
    return plan;
}

} // namespace gatehouse::scim::sync
