// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "connect.h"
#include "print.h"

namespace gatehouse::ctl {

// Commands that are more than one verb on one resource. Each prints to standard output and gives the exit code.

struct Apply {
    std::string file;
    bool dryRun = false;
    bool prune = false;
};
[[nodiscard]] Outcome<int> apply(const Send& send, const Apply& command, Format format);
[[nodiscard]] Outcome<int> exportConfiguration(const Send& send, const std::string& tenant);

struct NewToken {
    std::string role;
    std::string tenant;
    std::string ttl; ///< "8h", "30m", "7d" or seconds
    std::string name;
};
/// Prints the token alone, so that a script can keep it.
[[nodiscard]] Outcome<int> createToken(const Send& send, const NewToken& command, Format format);
/// Seconds of "90", "90s", "15m", "8h" or "7d"; nullopt otherwise.
[[nodiscard]] std::optional<std::int64_t> parseDuration(std::string_view text);

/// The whole log as `audit verify` takes it, to a new file or to standard output ("-").
[[nodiscard]] Outcome<int> exportAudit(const Send& send, const std::string& tenant, const std::string& file);

[[nodiscard]] Outcome<int> backUp(const Send& send, const std::string& file);
/// Puts a backup in the place of the database while no broker runs, keeps the old one beside it, and ends all sessions
/// and tokens, because the backup has forgotten what was revoked since (security.md ST-08).
[[nodiscard]] Outcome<int> restore(const Target& target, const OpenOffline& openOffline, const std::string& file);
[[nodiscard]] Outcome<int> doctor(const Send& send, Format format);

} // namespace gatehouse::ctl
