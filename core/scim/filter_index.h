// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "scim/bound_filter.h"

namespace gatehouse::scim {

/// A condition that has to hold for the whole filter to hold, and that an index can answer.
struct IndexTerm {
    enum class Key { Id, UserName, ExternalId, Email, Member, DisplayName };
    Key key = Key::Id;
    bool prefix = false; ///< begins with `value`, instead of being it
    std::string value;   ///< as the client wrote it
    std::string folded;  ///< foldCase(value) where the attribute is not caseExact, `value` where it is
};

/// The best such condition of the filter, or nullopt: everything has to be looked at. It narrows down only: `matches`
/// decides. `eq` comes before `sw`, and of these the key that fewest resources share.
[[nodiscard]] std::optional<IndexTerm> indexTerm(const BoundFilter& filter);

} // namespace gatehouse::scim
