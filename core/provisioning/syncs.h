// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/secret.h"
#include "base/time.h"
#include "scim/sync/plan.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::provisioning {

/// Another SCIM service that a tenant's people and groups come from, or go to.
struct Sync {
    enum class Direction {
        Pull, ///< theirs are ours
        Push, ///< ours are theirs
    };
    std::string id;
    std::string name; ///< one of its kind in the tenant
    Direction direction = Direction::Pull;
    std::string url; ///< of the service: "https://app.example/scim/v2"
    Secret token;    ///< bearer token of it
    bool enabled = true;
    Seconds every{3600};             ///< between two pulls; of a push, between two looks for drift
    std::string connection;          ///< of a pull: whose provider the people belong to; may be empty
    std::vector<std::string> groups; ///< of a push: names of the groups whose people go there; empty: everybody
    scim::sync::Leaving leaving = scim::sync::Leaving::Deactivate;
    Time createdAt;
    Time updatedAt;
    std::int64_t version = 1;
};
[[nodiscard]] std::string_view directionName(Sync::Direction direction); ///< "pull", "push"
[[nodiscard]] std::string_view leavingName(scim::sync::Leaving leaving); ///< "deactivate", "delete", "keep"
[[nodiscard]] std::optional<scim::sync::Leaving> leavingOf(std::string_view name);

/// How it went so far.
struct SyncState {
    std::optional<Time> lastRun;
    std::optional<Time> lastSuccess;
    std::optional<Time> nextRun;
    std::optional<Time> lastLook; ///< for drift
    int failures = 0;             ///< in a row
    std::string problem;          ///< slug of what the last run failed by; empty: it did not
    std::string detail;           ///< in words
    std::int64_t held = 0;        ///< people who would lose their access, for whom somebody has to confirm
    std::int64_t drifted = 0;     ///< people and groups that changed at the app, found by the last look
    std::int64_t people = 0;      ///< who are known on both sides
    std::int64_t groups = 0;
};

/// One run, with what it did. Rows that say no more than "done" are dropped first where there are too many.
struct SyncRun {
    std::string id; ///< a UUIDv7 of its beginning
    std::string syncId;
    std::string by; ///< "schedule", or who asked for it
    Time begun;
    Time ended;
    std::string problem; ///< slug of what ended it early; empty: it came to its end
    std::string detail;
    struct Row {
        std::string act; ///< of scim/sync/plan.h
        std::string kind;
        std::string cause;
        std::string id; ///< ours, where there is one
        std::string name;
        std::string state; ///< of scim/sync/apply.h; empty: it was not tried
        std::string detail;
        std::vector<scim::Change> changes;
        std::int64_t membersAdded = 0;
        std::int64_t membersRemoved = 0;
    };
    std::vector<Row> rows;
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t deactivated = 0;
    std::int64_t deleted = 0;
    std::int64_t adopted = 0;
    std::int64_t failed = 0; ///< and refused
};
constexpr std::size_t kMaxRunRows = 500;
constexpr std::int64_t kRunsKept = 50;

// The sealer is the tenant's. `scim_sync.not_found`, `scim_sync.name_taken` (Conflict), `scim_sync.stale` (Conflict).
[[nodiscard]] Status insertSync(store::Writer& writer, const store::Sealer& sealer, const Sync& sync);
/// Raises the version; `scim_sync.stale` unless it is the stored one. It is due at once.
[[nodiscard]] Status updateSync(store::Writer& writer, const store::Sealer& sealer, Sync& sync);
/// With links and runs. What was provisioned stays.
[[nodiscard]] Status removeSync(store::Writer& writer, const TenantId& tenant, std::string_view id);
[[nodiscard]] Result<Sync> findSync(store::Reader& reader, const store::Sealer& sealer, std::string_view id);
/// Oldest first.
[[nodiscard]] Result<std::vector<Sync>> listSyncs(store::Reader& reader, const store::Sealer& sealer);

[[nodiscard]] Result<SyncState> syncState(store::Reader& reader, const store::Sealer& sealer, std::string_view id);
[[nodiscard]] Status keepSyncState(store::Writer& writer, const store::Sealer& sealer, std::string_view id,
                                   const SyncState& state);

/// One that is enabled, of any tenant.
struct SyncKey {
    TenantId tenant;
    std::string id;
    Sync::Direction direction = Sync::Direction::Pull;
    std::optional<Time> nextRun;
    bool failing = false; ///< the last run failed: no sooner than nextRun
};
[[nodiscard]] Result<std::vector<SyncKey>> enabledSyncs(store::Reader& reader);
/// Differs whenever a tenant's people or groups have changed.
[[nodiscard]] Result<std::string> changeMark(store::Reader& reader, const TenantId& tenant);

[[nodiscard]] Result<scim::sync::Links> readLinks(store::Reader& reader, const store::Sealer& sealer,
                                                  std::string_view sync);
/// The link as it is now; nullptr: it is gone.
[[nodiscard]] Status keepLink(store::Writer& writer, const store::Sealer& sealer, std::string_view sync,
                              scim::sync::Kind kind, const std::string& source, const scim::sync::Link* link);

/// Keeps a run and forgets those before the newest kRunsKept.
[[nodiscard]] Status insertRun(store::Writer& writer, const store::Sealer& sealer, const SyncRun& run);
/// Newest first, with rows.
[[nodiscard]] Result<std::vector<SyncRun>> listRuns(store::Reader& reader, const store::Sealer& sealer,
                                                    std::string_view sync);

} // namespace gatehouse::provisioning
