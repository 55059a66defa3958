// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scim/resource.h"
#include "scim/sync/population.h"

namespace gatehouse::scim::sync {

enum class Kind { User, Group };
[[nodiscard]] std::string_view kindName(Kind kind); ///< "User", "Group"

/// That a record of the source and one of the target are the same, and what was last written there.
struct Link {
    std::string target;   ///< its id at the target
    json::Object written; ///< the resource; with `members`, ids at the source, of a group
    std::string refused;  ///< canonical form of what the target would not take; empty: nothing
    std::string refusal;  ///< what it said to that
};
using Links = std::map<std::pair<Kind, std::string>, Link>; ///< by kind and id at the source

/// What becomes of somebody whom the source does not have any longer, or deactivates by deleting.
enum class Leaving { Deactivate, Delete, Keep };

enum class Act { Adopt, Create, Update, Deactivate, Delete };
[[nodiscard]] std::string_view actName(Act act); ///< "adopt", "create", "update", "deactivate", "delete"

/// Why the target is not what it should be.
enum class Cause {
    New,    ///< it never was there
    Source, ///< the source changed
    Target, ///< the target changed by itself: it drifted
    Both,   ///< each
    Gone,   ///< the source does not have it any longer
};
[[nodiscard]] std::string_view causeName(Cause cause); ///< "new", "source", "drift", "both", "gone"

/// One thing to do at the target.
struct Step {
    Act act = Act::Create;
    Kind kind = Kind::User;
    Cause cause = Cause::New;
    std::string source; ///< id there; ids of members are ids at the source as well
    std::string target; ///< id; empty for Create
    std::string name;
    json::Object wanted; ///< what the source says; externalId is `source`
    json::Object whole;  ///< that, with what the target has besides
    std::vector<Change> changes;
    std::vector<std::string> members; ///< whom the group should have, of those who are at the target
    std::vector<std::string> membersAdded;
    std::vector<std::string> membersRemoved;
};

struct Plan {
    std::vector<Step> steps; ///< in the order in which they are to be done
    std::size_t same = 0;    ///< pairs that differ in nothing
    struct Stranger {
        Kind kind = Kind::User;
        std::string id;
        std::string name;
    };
    std::vector<Stranger> strangers;                ///< the target's own: nothing happens to them
    std::vector<Population::Unreadable> unreadable; ///< of the source
    [[nodiscard]] std::size_t count(Act act) const;
    /// People who would lose their access at the target.
    [[nodiscard]] std::size_t leaving() const;
    /// What changed at the target by itself.
    [[nodiscard]] std::size_t drifted() const;
};

/// What makes the target what the source is. Whom a link, an externalId or a name (userName without regard to case;
/// displayName) shows to be the same is the same. What the target has beyond that stays as it is: strangers, members
/// that the source does not know, attributes that were not written there by us.
[[nodiscard]] Plan makePlan(const Population& source, Population target, const Links& links, Leaving leaving,
                            const ResourceType& users, const ResourceType& groups);

/// The target as it was last written, where nobody asks it.
[[nodiscard]] Population populationOf(const Links& links);

using Ids = std::unordered_map<std::string, std::string>;
/// The id of who manages somebody; empty where nobody is named.
[[nodiscard]] std::string managerOf(const json::Object& person);
/// Says who manages somebody by another service's ids. A manager who is not among them is left out with `drop`.
void renameManager(json::Object& person, const Ids& ids, bool drop);

/// The differences that count: without those in the case of a user name or an address.
[[nodiscard]] std::vector<Change> differences(const json::Object& before, const json::Object& after,
                                              const ResourceType& type);
/// What a link remembers of a record.
[[nodiscard]] json::Object asWritten(const json::Object& resource, const std::vector<std::string>& members, Kind kind);

} // namespace gatehouse::scim::sync
