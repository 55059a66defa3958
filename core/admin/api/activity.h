// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// `T/consents/{id}`: what a person allowed an app. Read-only; DELETE withdraws it and ends what the app holds for
/// them.
struct Consent {
    std::string id;
    std::string userId;
    std::string userName;
    std::string appId;
    std::string app; ///< name
    std::vector<std::string> scopes;
    std::vector<std::string> claims; ///< one by one, beside the scopes
    std::optional<Time> givenAt;
    std::optional<Time> updatedAt;
};

/// Who did something, or what it was done to.
struct Party {
    std::string type; ///< user, admin, token, app, system; or the kind of the target
    std::string id;
    std::string name;
};

/// One record of `T/audit`. `hash` covers the record and `prevHash`.
struct AuditRecord {
    std::int64_t seq = 0;
    std::string id;
    std::optional<Time> time;
    std::string type;    ///< docs/events.md
    std::string outcome; ///< success | failure | denied
    std::string reason;  ///< slug of a refusal, else empty
    Party actor;
    Party target;
    std::string ip;
    std::optional<std::string> flowId;
    RawJson data;
    std::string prevHash; ///< base64url
    std::string hash;     ///< base64url
    std::string tenant;   ///< slug; in the event stream alone
};

/// One thing that was checked on the way (gatehouse::Check).
struct FlowCheck {
    std::string name;
    std::string status = "ok"; ///< ok | warn | fail | skipped
    std::string expected;
    std::string actual;
    std::string cure;
    std::string cureBy; ///< who can cure it: user | administrator | provider | wait; empty unless it failed
    std::string spec;
};

/// A header field or a parameter of a recorded message. A secret value is replaced by "[redacted:43]", where the number
/// is its length.
struct NameValue {
    std::string name;
    std::string value;
};

/// One message of a recorded login, as it came or went, secrets taken out at capture.
struct FlowMessage {
    /// authorize | redirect | callback | token.request | token.answer | userinfo.request | userinfo.answer |
    /// keys.request | keys.answer | answer | app.token.request | app.token.answer
    std::string name;
    std::string from;        ///< browser | app | gatehouse | idp
    std::string to;          ///< the same
    bool viaBrowser = false; ///< carried by the browser between app or IdP and us
    std::optional<Time> at;
    std::int64_t offsetMs = 0; ///< since the login began
    std::string method;        ///< of a request
    std::string url;           ///< of a request without its query; of a redirect, where it leads
    std::int64_t status = 0;   ///< of an answer; 0 for a request
    std::vector<NameValue> headers;
    std::vector<NameValue> parameters; ///< of the query, the form or the redirect's address
    std::string body;                  ///< of an answer; the ID token in it without its signature
    bool cut = false;                  ///< the body was longer
};

/// One stop of a login: what was sent and received, secrets masked.
struct FlowStep {
    std::string name; ///< authorize, redirect, callback, token, provision, code, ...
    std::optional<Time> at;
    RawJson data;
};

/// `T/flows/{flowId}`: one login. Lists and the event stream leave `steps`, `checks`
/// and `messages` empty.
struct Flow {
    std::string id;
    std::string reference; ///< "GH-XXXX-XXXX"
    std::string tenant;    ///< slug
    std::optional<Time> startedAt;
    std::optional<Time> finishedAt;
    std::int64_t durationMs = 0;
    std::string outcome; ///< started | success | failure
    std::string reason;  ///< slug of the failure, in docs/errors.md
    bool test = false;   ///< an administrator's test sign-in: nobody was signed in to an app
    std::string message; ///< of a failure, in plain words
    std::string cure;    ///< what to do about it
    std::string cureBy;  ///< of a failure: user | administrator | provider | wait
    std::string connectionId;
    std::string connection; ///< name
    std::string appId;
    std::string app; ///< name
    std::string userId;
    std::string user; ///< user name
    std::string ip;
    bool recorded = false;              ///< messages are kept, so that it can be replayed
    std::int64_t connectionVersion = 0; ///< of the configuration that it ran under
    std::int64_t tenantVersion = 0;
    std::vector<FlowStep> steps;
    std::vector<FlowCheck> checks;
    std::vector<FlowMessage> messages; ///< in order of time
};

/// `T/recorder`: what is recorded of logins right now.
struct Recorder {
    std::int64_t logins = 0;          ///< how many are kept; 0: none
    std::optional<Time> secretsUntil; ///< codes and tokens are kept besides, in memory alone
};

/// `GET T/flows/{flowId}/secrets`: a login with its codes and tokens, while they are kept.
struct FlowSecrets {
    std::string flowId;
    std::optional<Time> until;
    std::vector<FlowMessage> messages; ///< those of the flow, in the same order
};

} // namespace gatehouse::admin::api
