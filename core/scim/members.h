// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "scim/dialects.h"
#include "json/json.h"

namespace gatehouse::scim {

struct Member {
    std::string id;
    std::string type; ///< "User" or "Group" as the client wrote it; empty where it did not say
    friend bool operator==(const Member&, const Member&) = default;
};

/// What a PATCH does to the members of a group, without knowing them: it costs the change, not the group. First
/// everyone goes if `replaced`, then `removed` go, then `added` come. Nobody is in both lists or twice in one; to add
/// who is there and to remove who is not changes nothing.
struct MemberDelta {
    bool replaced = false;
    std::vector<Member> added;
    std::vector<std::string> removed; ///< empty if `replaced`
    [[nodiscard]] bool empty() const { return !replaced && added.empty() && removed.empty(); }
};

/// Takes the members out of a resource that readBody and buildResource made, each once, in their order. `scim.value`:
/// one has no id.
[[nodiscard]] Result<std::vector<Member>> takeMembers(json::Object& resource);

/// Takes the operations upon `members` one after the other.
class MemberChanges {
public:
    /// `known`: the group's members as far as the resource holds them, or nullptr. Only a filter that asks for more
    /// than ids needs them.
    explicit MemberChanges(const json::Array* known)
        : m_known(known) {}

    /// `scim.value` (a member without id), `scim.mutability` (of a member only its being there can change),
    /// `scim.members_filter` (the filter asks for what is not known here), `scim.patch_too_large`.
    Status apply(const Operation& operation);
    [[nodiscard]] MemberDelta delta() const;

private:
    struct Change {
        Member member;
        bool added = false;
    };

    Status change(const Member& member, bool added);
    Status changeAll(const json::Array& elements, bool added);
    Status applyFiltered(const Operation& operation);
    void dropAll();
    [[nodiscard]] Result<std::vector<std::string>> idsOf(const BoundFilter& filter) const;

    const json::Array* m_known;
    bool m_replaced = false;
    std::vector<Change> m_changes;
    std::unordered_map<std::string, std::size_t> m_places;
    std::size_t m_count = 0;
};

} // namespace gatehouse::scim
