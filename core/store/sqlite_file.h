// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/result.h"
#include "store/sqlite_connection.h"

namespace gatehouse::store {

/// "GATE": what the header of every Gatehouse database holds.
inline constexpr int kApplicationId = 0x47415445;

/// The folder without symbolic links, and the name as it is: the file itself may not be one.
[[nodiscard]] Result<std::filesystem::path> resolveFile(const std::filesystem::path& file);

/// Makes an empty file of mode 0600. `taken` is the reason if something is there already.
[[nodiscard]] Status createFile(const std::filesystem::path& file, const char* taken);

/// Creates the file if it is missing, tightens its mode, and opens it for writing once it is proved to be ours and
/// sound.
[[nodiscard]] Result<std::unique_ptr<SqliteConnection>> openFile(const std::filesystem::path& file);

/// PRAGMA integrity_check and foreign_key_check.
[[nodiscard]] Status verifyFile(const std::filesystem::path& file);

/// A consistent copy, synced to disk; removed again if it could not be finished.
[[nodiscard]] Status copyFile(const std::filesystem::path& source, const std::filesystem::path& target);

/// The bytes of the file and its log.
[[nodiscard]] std::int64_t bytesOf(const std::filesystem::path& file);

} // namespace gatehouse::store
