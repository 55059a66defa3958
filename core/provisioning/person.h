// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "directory/membership.h"
#include "directory/user.h"
#include "scim/schema.h"
#include "json/json.h"

namespace gatehouse::provisioning {

/// What of a person a directory writes: a SCIM User in its strict form, without id, meta and groups. Of somebody whom
/// nobody provisions yet it is made of what is known.
[[nodiscard]] json::Object resourceOf(const directory::User& user);

/// The same with what the service adds: id, meta, groups. `base`: the service's address without a slash at its end.
[[nodiscard]] json::Object shown(const directory::User& user, const std::vector<directory::GroupOf>& groups,
                                 std::string_view base, const scim::ResourceType& type);

/// Makes the person what a directory wrote (scim/resource.h: the strict form), and everything in it the directory's.
/// `active` stays where the resource does not say. An address that is new is not proven. `connection`: whose provider
/// the directory is; may be empty.
void take(json::Object resource, std::string_view connection, directory::User& user);

/// Addresses in the resource other than the person's own, by which they are found too.
[[nodiscard]] std::vector<std::string> otherEmails(const directory::User& user);

} // namespace gatehouse::provisioning
