// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/time.h"
#include "json/json.h"

namespace gatehouse::audit {

enum class Outcome { Success, Failure, Denied };
enum class ActorType { User, Service, System, Admin };
[[nodiscard]] std::string_view outcomeName(Outcome outcome);
[[nodiscard]] std::string_view actorTypeName(ActorType type);
[[nodiscard]] std::optional<Outcome> parseOutcome(std::string_view name);

/// Who did it. `name` is personal data: sealed in the store, a commitment in the chain.
struct Actor {
    ActorType type = ActorType::System;
    std::string id;
    std::string name;
};

/// What it was done to. `name` is personal data as above.
struct Target {
    std::string type; ///< "user", "connection", "app", "session", ...; empty if there is none
    std::string id;
    std::string name;
};

/// One thing that happened, as its caller says it. Ids are internal UUIDs or slugs, never an e-mail address. Text may
/// hold anything: what is not UTF-8 is replaced, and each text is cut at 4 KiB.
struct Record {
    std::string type; ///< an event of contract section 6, e.g. "SSOLoginSuccess"
    Outcome outcome = Outcome::Success;
    Actor actor;
    Target target;
    std::string ip; ///< personal
    FlowId flowId;
    std::string reason;    ///< the slug of a refusal, else empty
    json::Object data;     ///< nothing personal, no secret, no token
    json::Object personal; ///< further members of `data` in the public form, each treated as personal
};

/// One record of the log, as it is read back. What was erased is empty or missing, and its commitment stays.
struct Entry {
    std::int64_t seq = 0;
    std::string id; ///< UUIDv7
    Time time;
    Record record;
    Bytes prevHash;
    Bytes hash;
    json::Object commitments; ///< pointer -> {"salt"} where the value is there, {"commitment"} where it was erased
};

/// {"seq","id","time","type","outcome","reason","actor","target","ip","flowId","data","prevHash","hash"}: contract
/// section 4. Hashes in base64url; what is empty is null.
[[nodiscard]] json::Object toJson(const Entry& entry);
/// The same and "commitments": one line of an export, from which `audit verify` can recompute the hash.
[[nodiscard]] json::Object toExportJson(const Entry& entry);

} // namespace gatehouse::audit
