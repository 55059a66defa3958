// SPDX-License-Identifier: Apache-2.0
#include "cedar/entities.h"

#include <algorithm>
#include <set>

namespace gatehouse::cedar {

Result<Entities> Entities::of(std::vector<Entity> entities) {
    Entities result;
    for (Entity& entity : entities) {
        const EntityUid uid = entity.uid;
        if (!result.m_entries.emplace(uid, Entry{std::move(entity), {}}).second) {
            return fail(Code::InvalidArgument, "cedar.duplicate_entity", Value(uid).text());
        }
    }
    for (auto& [uid, entry] : result.m_entries) {
        std::set<EntityUid> seen;
        std::vector<EntityUid> open = entry.entity.parents;
        while (!open.empty()) {
            const EntityUid next = std::move(open.back());
            open.pop_back();
            if (next == uid) {
                return fail(Code::InvalidArgument, "cedar.entity_cycle", Value(uid).text());
            }
            if (!seen.insert(next).second) {
                continue;
            }
            if (const Entity* parent = result.find(next)) {
                open.insert(open.end(), parent->parents.begin(), parent->parents.end());
            }
        }
        entry.ancestors.assign(seen.begin(), seen.end());
    }
    return result;
}

const Entity* Entities::find(const EntityUid& uid) const {
    const auto found = m_entries.find(uid);
    return found == m_entries.end() ? nullptr : &found->second.entity;
}

bool Entities::isIn(const EntityUid& child, const EntityUid& ancestor) const {
    if (child == ancestor) {
        return true;
    }
    const auto found = m_entries.find(child);
    return found != m_entries.end() &&
           std::binary_search(found->second.ancestors.begin(), found->second.ancestors.end(), ancestor);
}

} // namespace gatehouse::cedar
