// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/ids.h"
#include "base/time.h"
#include "login/message.h"
#include "login/upstream.h"
#include "store/sealed.h"
#include "store/store.h"
#include "web/language.h"
#include "json/json.h"

namespace gatehouse::login {

enum class Outcome { Started, Success, Failure };

/// One thing that happened in a login, with what was sent and received (secrets masked).
struct Step {
    std::string name; ///< e.g. "authorize", "redirect", "callback", "token", "provision", "code"
    Time at;
    json::Object data;
};

/// One login, from the app's question to the answer: both the state between its legs and its record afterwards. As the
/// Admin API shows it: admin/api/activity.h, Flow; the list leaves out steps and checks.
struct Flow {
    FlowId id;
    TenantId tenant;
    std::string tenantSlug;
    std::string reference; ///< GH-XXXX-XXXX
    Time startedAt;
    Time expiresAt; ///< of the attempt
    std::optional<Time> finishedAt;
    Outcome outcome = Outcome::Started;
    std::string reason; ///< of a failure, a slug of docs/errors.md
    bool test = false;  ///< an administrator's test sign-in: of no app, and it changes nothing
    AppId app;
    std::string appName;
    ConnectionId connection;
    std::string connectionName;
    std::optional<UserId> user;
    std::string userName;
    json::Object request; ///< the downstream's own state, opaque here
    Trip trip;
    std::string browserHash;                         ///< SHA-256 of the browser's flow cookie
    web::Language language = web::Language::English; ///< of the page that it may end on; not kept
    std::string ip;
    std::string userAgent;
    std::vector<Step> steps;
    Checks checks;
    std::vector<Message> messages; ///< of an attempt so far; afterwards they are in its recording
    bool recorded = false;         ///< there is one (recording.h)
};

struct KeptRecording;

[[nodiscard]] std::vector<store::Migration> migrations();
/// `recording`: of a finished flow, where its messages are wanted.
[[nodiscard]] json::Object toJson(const Flow& flow, bool whole, const Recording* recording = nullptr);

/// Keeps a new attempt under the SHA-256 of its state; or one that ended where it began, with its recording.
[[nodiscard]] Status insertFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow,
                                const KeptRecording* recording = nullptr);
/// Who presents an attempt's state: the connection whose callback it came to, and the SHA-256 of the browser's flow
/// cookie (empty without one).
struct Presenter {
    ConnectionId connection;
    Bytes browserHash;
};
/// Whether an attempt is still to be answered, and by whom who presents it: `login.state_used`,
/// `login.other_connection`, `login.other_browser`, `login.state_expired`.
[[nodiscard]] Status mayGoOn(const Flow& attempt, const Presenter& presenter, Time now);
/// The attempt that `state` names: `login.state_unknown`, `login.state_used`, `login.state_expired`,
/// `login.other_connection`, `login.other_browser`. It is spent by finishFlow(), so an attempt that is presented
/// wrongly is not: nobody can spoil the login of another.
[[nodiscard]] Result<Flow> findAttempt(store::Reader& reader, const store::Sealer& sealer, std::string_view state,
                                       const Presenter& presenter, Time now);
/// The test sign-in that a ticket names and no browser has opened yet: `login.state_unknown`, `login.state_used`,
/// `login.state_expired`. It is opened by sendFlow().
[[nodiscard]] Result<Flow> findTest(store::Reader& reader, const store::Sealer& sealer, std::string_view ticket,
                                    Time now);
/// Sends an attempt to the provider (once more): from now on the state of its trip names it, and `before` nothing.
/// Once: `login.state_used`.
[[nodiscard]] Status sendFlow(store::Writer& writer, const store::Sealer& sealer, std::string_view before,
                              const Flow& flow);
/// Writes what came of it, once: `login.state_used` if it was finished before.
[[nodiscard]] Status finishFlow(store::Writer& writer, const store::Sealer& sealer, const Flow& flow,
                                const KeptRecording* recording = nullptr);

struct FlowFilter {
    std::string reference;
    std::optional<UserId> user;
    std::optional<ConnectionId> connection;
    std::optional<Outcome> outcome;
    std::string reason = {}; ///< of a failure; empty: any. Sealed, so a page looks at no more than 5,000 failures
};
struct FlowPage {
    std::vector<Flow> items;
    std::optional<std::string> nextCursor;
};
/// `login.flow_not_found`. By id or by reference (in any case, with or without hyphens).
[[nodiscard]] Result<Flow> findFlow(store::Reader& reader, const store::Sealer& sealer, std::string_view idOrReference);
/// Newest first.
[[nodiscard]] Result<FlowPage> listFlows(store::Reader& reader, const store::Sealer& sealer, const FlowFilter& filter,
                                         std::string_view cursor, std::size_t limit);
/// What the kept logins say of a tenant's use, or of a connection's. Tests are not counted.
struct FlowUsage {
    std::int64_t apps = 0;   ///< that somebody signed in to
    std::int64_t logins = 0; ///< successful ones since `since`
};
[[nodiscard]] Result<FlowUsage> flowUsage(store::Reader& reader, const TenantId& tenant,
                                          const std::optional<ConnectionId>& connection, Time since);
/// How many of the kept logins led to that app since then. Tests are not counted.
[[nodiscard]] Result<std::int64_t> countLogins(store::Reader& reader, const TenantId& tenant, const AppId& app,
                                               Time since);
/// Deletes the oldest beyond `keep` of each tenant and those older than `age`.
[[nodiscard]] Result<std::int64_t> purgeFlows(store::Writer& writer, Time now, Seconds age, std::int64_t keep);

} // namespace gatehouse::login
