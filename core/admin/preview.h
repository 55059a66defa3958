// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/crud.h"
#include "connections/connection.h"

namespace gatehouse::admin {

/// What a login with the given claims, ID token or recorded login would come to, by the login's own functions; changes
/// nothing (contract section 4). `preview_source` unless exactly one of claims, idToken and flowId is given,
/// `preview_id_token`, `preview_flow`.
[[nodiscard]] Answered previewLogin(const Context& context, const Scoped& scoped,
                                    const connections::Connection& connection);

/// What a login with these claims would come to, as an answer shows it. `mapping`: a draft; nullptr: the stored one.
[[nodiscard]] Result<json::Object> previewOf(const Context& context, const connections::Connection& connection,
                                             json::Object claims, const json::Value* mapping);

/// A decision and the mapping behind it as a preview shows them: outcome, userId, user, roles, groups, trace, errors.
[[nodiscard]] json::Object previewJson(const login::Decision& decision, const claims::Outcome& mapped);

} // namespace gatehouse::admin
