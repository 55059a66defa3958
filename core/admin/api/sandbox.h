// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "admin/api/raw_json.h"
#include "base/time.h"

namespace gatehouse::admin::api {

/// A person at the practice IdP.
struct Persona {
    std::string name;
    std::string title; ///< what to learn from signing in as this one
    RawJson claims;
};

/// Something that the practice IdP does wrong on purpose.
struct Fault {
    std::string name; ///< e.g. "no_email"
    std::string title;
    bool on = false;
};

/// A step of a lesson.
struct ScenarioStep {
    std::string name;    ///< authorize, callback, token, userinfo
    std::string caption; ///< what to look at, in a sentence
};

/// A lesson: one sign-in at the practice IdP, and what there is to see.
struct Scenario {
    std::string name; ///< e.g. "missing-email"
    std::string title;
    std::string teaches; ///< in one sentence
    std::string persona;
    std::vector<std::string> faults; ///< that starting it switches on
    std::string acr;                 ///< what the app asks for; empty: nothing
    std::string expects;             ///< the slug that the sign-in ends with; empty: it works
    std::vector<ScenarioStep> steps;
};

/// What "reset" goes back to.
struct SandboxSnapshot {
    std::optional<Time> takenAt;
    std::string checksum;
};

/// `T/sandbox`: only where sandbox is on. All but `faults` and `hold` is read-only.
struct Sandbox {
    std::string issuer;
    std::string clientId; ///< of the client without a secret, for practice connections
    std::vector<Persona> personas;
    std::vector<Fault> faults; ///< only `on` can be changed
    std::optional<bool> hold;  ///< nothing leaves the login endpoints until it is released
    std::string signInUrl;     ///< the demo app's own sign-in
    std::vector<Scenario> scenarios;
    std::optional<SandboxSnapshot> snapshot;
};

/// `POST T/sandbox/scenarios/{name}/start`: open `url` in a browser.
struct ScenarioStart {
    std::string url;
    std::string scenario;
    std::string persona;
    std::vector<std::string> faults; ///< those that are on now; all others are off
    std::string expects;
};

/// `T/sandbox/held`: a step whose answer waits to be released.
struct HeldStep {
    std::string id;
    std::string step;      ///< authorize, callback, token, userinfo, introspect, revoke, logout
    std::string direction; ///< to-browser | to-app
    std::string from;
    std::string to;
    std::string caption;   ///< what happens here, in a sentence
    std::string reference; ///< of the login, where the answer shows one
    RawJson message;       ///< {"request","response"}, decoded, without secrets
    std::optional<Time> since;
};

/// `POST T/sandbox/next`: which held step to release; absent: the oldest.
struct SandboxNext {
    std::optional<std::string> id;
};

/// `POST T/sandbox/release-all`.
struct SandboxReleased {
    std::int64_t released = 0;
};

/// `POST T/sandbox/reset`.
struct SandboxReset {
    std::optional<Time> takenAt; ///< when the snapshot was taken
    std::string checksum;        ///< of the state as it is now; equals the snapshot's
    std::int64_t rows = 0;       ///< that were added, changed or removed
    std::int64_t sessionsEnded = 0;
};

/// What the event `sandbox` says.
struct SandboxEvent {
    std::string tenant; ///< slug
    std::string change; ///< held | released | timed-out | dropped | reset
    std::optional<HeldStep> step;
};

} // namespace gatehouse::admin::api
