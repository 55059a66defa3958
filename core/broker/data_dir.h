// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"

namespace gatehouse::broker {

/// A data directory that is ours alone while this lives: made if missing (0700), locked with flock. `broker.data_dir`
/// if it cannot be made or is open to others, `broker.data_dir_in_use` with the holder's process id in the detail.
class DataDir {
public:
    static Result<DataDir> open(const std::filesystem::path& path);
    DataDir(DataDir&& other) noexcept;
    DataDir& operator=(DataDir&&) = delete;
    DataDir(const DataDir&) = delete;
    DataDir& operator=(const DataDir&) = delete;
    ~DataDir();
    [[nodiscard]] std::filesystem::path database() const { return m_path / "gatehouse.db"; }
    [[nodiscard]] std::filesystem::path adminSocket() const { return m_path / "admin.sock"; }
    /// "file:..." of this directory's master key where none was named: outside of it, below the user's configuration
    /// folder
    /// ($XDG_CONFIG_HOME/gatehouse/master-keys), so that a copy of the data alone opens nothing. `master_key.missing`
    /// without a home.
    [[nodiscard]] Result<std::string> defaultMasterKey() const;

private:
    DataDir(std::filesystem::path path, int lock)
        : m_path(std::move(path))
        , m_lock(lock) {}
    std::filesystem::path m_path;
    int m_lock;
};

} // namespace gatehouse::broker
