// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::admin {

/// Table sandbox_snapshots.
[[nodiscard]] const std::vector<store::Migration>& snapshotMigrations();

/// The state of a practice tenant that a reset puts back: name and settings, domains, connections, apps, roles,
/// permissions, people, groups, and the faults. Not flows, log, keys, sessions and administrators. One of each tenant;
/// sealed.
struct Snapshot {
    Time takenAt;
    std::string checksum;            ///< SHA-256 in hexadecimal over all that a reset puts back
    std::vector<std::string> faults; ///< names of those that were on
};

/// Replaces the tenant's snapshot by its state as it is now. `sandbox.too_large`.
[[nodiscard]] Result<Snapshot> takeSnapshot(store::Writer& writer, const store::Sealer& sealer,
                                            std::vector<std::string> faults, Time now);
/// `sandbox.no_snapshot`.
[[nodiscard]] Result<Snapshot> findSnapshot(store::Reader& reader, const TenantId& tenant);
/// The checksum of the tenant's state as it is now.
[[nodiscard]] Result<std::string> stateChecksum(store::Reader& reader, const TenantId& tenant,
                                                const std::vector<std::string>& faults);
/// What a reset did.
struct PutBack {
    Snapshot snapshot;
    std::int64_t rows = 0; ///< added, changed and removed
};
/// Makes the tenant what the snapshot says. The faults, the caches and the sessions are the caller's.
/// `sandbox.no_snapshot`, `sandbox.reset_conflict` where another tenant has taken what was this one's, such as a
/// domain.
[[nodiscard]] Result<PutBack> putBackSnapshot(store::Writer& writer, const store::Sealer& sealer);

/// What changes with each start of the practice world, and so is taken over from the state as it is now.
struct Renewed {
    /// ids: their secrets and the members of their documents that say where the provider is
    std::vector<std::string> connections;
    std::string app; ///< id: its secrets and redirect URIs
};
[[nodiscard]] Status renewSnapshot(store::Writer& writer, const store::Sealer& sealer, const Renewed& renewed);

} // namespace gatehouse::admin
