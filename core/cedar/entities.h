// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "base/result.h"
#include "cedar/value.h"

namespace gatehouse::cedar {

/// One entity: its attributes, tags and direct parents.
struct Entity {
    EntityUid uid;
    Record attributes;
    Record tags;
    std::vector<EntityUid> parents;
};

/// The entities that a decision may look at, and who belongs to whom.
class Entities {
public:
    Entities() = default;
    /// `cedar.duplicate_entity`, `cedar.entity_cycle`.
    [[nodiscard]] static Result<Entities> of(std::vector<Entity> entities);
    /// nullptr if it is not in the store.
    [[nodiscard]] const Entity* find(const EntityUid& uid) const;
    /// `child` is `ancestor`, or belongs to it through any number of parents. An entity that is not in the store is
    /// only itself.
    [[nodiscard]] bool isIn(const EntityUid& child, const EntityUid& ancestor) const;

private:
    struct Entry {
        Entity entity;
        std::vector<EntityUid> ancestors; ///< all of them, sorted
    };
    std::map<EntityUid, Entry> m_entries;
};

} // namespace gatehouse::cedar
