// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::provisioning {

/// Which people have a name that begins with something, where names lie sealed in the store: the names of a tenant in
/// memory, in order. It is filled when it is first asked and follows the changes that the store numbers (directory/
/// lookup.h), whoever made them. Thread safe.
class PeopleIndex {
public:
    PeopleIndex();
    ~PeopleIndex();
    enum class Key { UserName, ExternalId, Email, DisplayName };
    /// Ids, oldest first, each once. `prefix` as it is compared: folded, but for an external id. What is found may have
    /// changed since: the caller looks at it.
    [[nodiscard]] Result<std::vector<UserId>> startingWith(store::Reader& reader, const store::Sealer& sealer, Key key,
                                                           std::string_view prefix);

private:
    class OfTenant;
    std::mutex m_mutex;
    std::unordered_map<TenantId, std::shared_ptr<OfTenant>> m_tenants;
};

} // namespace gatehouse::provisioning
