// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/evaluate.h"
#include "claims/mapping.h"
#include "login/flow.h"
#include "login/provision.h"
#include "login/recording.h"
#include "login/upstream.h"
#include "tenants/tenant.h"

namespace gatehouse::login {

/// A login of which everything is there to judge it again.
struct RecordedLogin {
    Flow flow;
    Recording recording;
    std::shared_ptr<const RecordedConfiguration> configuration; ///< nullptr where the login never came to a connection
};

/// By id or reference. `login.flow_not_found`, `flow.not_recorded`.
[[nodiscard]] Result<RecordedLogin> findRecorded(store::Reader& reader, const store::Sealer& sealer,
                                                 std::string_view idOrReference);
/// The newest `last` of a connection that got as far as proven claims, newest first.
[[nodiscard]] Result<std::vector<RecordedLogin>> lastRecorded(store::Reader& reader, const store::Sealer& sealer,
                                                              const ConnectionId& connection, std::size_t last);

/// What a recorded login comes to when it is judged again.
struct Replayed {
    Time at; ///< the login's own time, at which it was judged
    Checks checks;
    std::optional<claims::Outcome> mapped; ///< none: it did not come to claims
    Decision decision;                     ///< Reject with its reason, or whom it would create or match
};

/// The proof, the mapping and the decision once more, by the functions of a live login, over the recorded messages and
/// at their time. The people are those who are there now. Reads, and writes nothing. A login that failed before there
/// was a token that can be judged again comes out as it did: its checks are facts.
[[nodiscard]] Result<Replayed> replay(store::Reader& reader, const store::Sealer& sealer, const Upstream& upstream,
                                      const tenants::Tenant& tenant, const RecordedLogin& recorded,
                                      const connections::Connection& connection, const claims::Mapping& mapping);

/// What the claims of a recorded login were, and what its mapping made of them then.
struct ThenMapped {
    AssertedIdentity asserted;
    claims::Outcome mapped;
};
/// `flow.not_replayable` if the login brought no claims.
[[nodiscard]] Result<ThenMapped> replayThen(const Upstream& upstream, const RecordedLogin& recorded);

/// A login in short, to be compared. `user`, roles and groups are what the mapping gave.
struct Summary {
    std::string outcome; ///< create | match | reject
    std::string reason;
    std::string userId;
    json::Object user;
    std::vector<std::string> roles;
    std::vector<std::string> groups;
    [[nodiscard]] bool accepted() const { return outcome != "reject"; }
};
[[nodiscard]] Summary summaryOf(const Flow& flow, const claims::Outcome* mapped);
[[nodiscard]] Summary summaryOf(const Replayed& replayed);

struct Difference {
    std::string member; ///< "outcome", "reason", "userId", "user.email", "roles", "groups", "check.id_token.exp", ...
    json::Value before;
    json::Value after;
};
/// That who was created then is matched now is no difference: it is the same person.
[[nodiscard]] std::vector<Difference> differencesOf(const Summary& before, const Summary& after);
/// Of checks that were made both times, or failed the one time, those whose status differs.
[[nodiscard]] std::vector<Difference> differencesOf(const Checks& before, const Checks& after);

} // namespace gatehouse::login
