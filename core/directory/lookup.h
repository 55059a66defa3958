// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "directory/user.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::directory {

// How people are found whose names are sealed: by keyed hash, by their place in the order of ids, or by what changed.

/// User names are compared with the case of all letters folded (RFC 7643, 4.1.1).
[[nodiscard]] Bytes userNameHash(const store::Sealer& sealer, std::string_view userName);
[[nodiscard]] Bytes emailHash(const store::Sealer& sealer, std::string_view email);
/// Byte by byte.
[[nodiscard]] Bytes externalIdHash(const store::Sealer& sealer, std::string_view externalId);

[[nodiscard]] Result<std::optional<UserId>> findByUserName(store::Reader& reader, const store::Sealer& sealer,
                                                           std::string_view userName);
/// Oldest first: nothing keeps two people from having the same.
[[nodiscard]] Result<std::vector<UserId>> findByExternalId(store::Reader& reader, const store::Sealer& sealer,
                                                           std::string_view externalId);
/// Who has the address as the first or as another one, oldest first.
[[nodiscard]] Result<std::vector<UserId>> findByAnyEmail(store::Reader& reader, const store::Sealer& sealer,
                                                         std::string_view email);
/// Which further addresses a person is found by. What was there before and is not named goes.
[[nodiscard]] Status setOtherEmails(store::Writer& writer, const store::Sealer& sealer, const UserId& user,
                                    const std::vector<std::string>& emails);

/// A person without roles, groups and identities: for reading alone. `directory.user_not_found`.
[[nodiscard]] Result<User> findBare(store::Reader& reader, const store::Sealer& sealer, const UserId& id);

/// People in the order of their ids, which is that of their creation.
[[nodiscard]] Result<std::vector<UserId>> idsFrom(store::Reader& reader, const TenantId& tenant, std::int64_t offset,
                                                  std::int64_t limit);
[[nodiscard]] Result<std::vector<UserId>> idsAfter(store::Reader& reader, const TenantId& tenant,
                                                   std::string_view after, std::int64_t limit);
/// Everybody without roles, groups and identities, in that order. Return false to stop.
[[nodiscard]] Status eachUser(store::Reader& reader, const store::Sealer& sealer,
                              const std::function<bool(User&&)>& onUser);

/// The number of the next change to a tenant's people.
[[nodiscard]] Result<std::int64_t> nextChange(store::Reader& reader, const TenantId& tenant);
/// What became of the people of a tenant after change `since`: each as they are now, then the ids of those who are
/// gone. The number of the last change that was seen.
[[nodiscard]] Result<std::int64_t> changesSince(store::Reader& reader, const store::Sealer& sealer, std::int64_t since,
                                                const std::function<void(User&&)>& onUser,
                                                const std::function<void(const UserId&)>& onGone);

/// Everybody counts as changed, for whoever wrote rows by other ways.
[[nodiscard]] Status markAllChanged(store::Writer& writer, const TenantId& tenant);

} // namespace gatehouse::directory
