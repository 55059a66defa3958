// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "claims/evaluate.h"
#include "connections/connection.h"
#include "directory/directory.h"
#include "login/upstream.h"
#include "tenants/tenant.h"

namespace gatehouse::login {

/// What a login would make of the person: the same for a real login, a preview and a replay.
struct Decision {
    enum class Kind { Create, Match, Reject };
    Kind kind = Kind::Reject;
    directory::User user;       ///< as it would be stored
    bool bindsIdentity = false; ///< first login of this upstream account
    std::vector<std::string> rolesAdded;
    std::vector<std::string> rolesRemoved;
    bool changed = false; ///< profile, roles or groups differ from what is stored
    Checks checks;
    std::string
        reason; ///< of a rejection: "mapping_missing_email", "login.user_inactive", "login.not_provisioned", ...
};

/// Decides, reading but changing nothing (US-106; standards/02 section 8): an account bound before is that person; else
/// a verified e-mail may match one existing person of this tenant, once, if the tenant links by verified e-mail; else
/// the person is created when the tenant provisions just in time. `mapped` is the outcome of the claim mapping for the
/// asserted claims.
[[nodiscard]] Result<Decision> decide(store::Reader& reader, const store::Sealer& sealer, const tenants::Tenant& tenant,
                                      const connections::Connection& connection, const AssertedIdentity& asserted,
                                      const claims::Outcome& mapped, Time now);
/// Carries a decision out. Call it in the transaction in which it was decided.
[[nodiscard]] Status apply(store::Writer& writer, const store::Sealer& sealer,
                           const connections::Connection& connection, const AssertedIdentity& asserted,
                           const claims::Outcome& mapped, Decision& decision, Time now);

} // namespace gatehouse::login
