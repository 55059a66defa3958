// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "admin/api/transport.h"
#include "failure.h"

namespace gatehouse::ctl {

/// Where the broker is; the flags that every command takes.
struct Target {
    std::filesystem::path dataDir;
    std::string server;    ///< "https://...": instead of the data directory
    std::string tokenFile; ///< holds the ghat_ token for `server`
    std::string masterKey; ///< to open the store where no broker runs
};

/// Opens the data directory in this process, where no broker runs. The dispatcher keeps it open.
using OpenOffline = std::function<Outcome<admin::api::Dispatcher>(const Target&)>;

/// One call and its answer, however it gets there.
using Send = std::function<Outcome<admin::api::Reply>(const admin::api::Call&)>;

/// --server: over HTTPS with the token. Else the running broker's admin.sock, else straight on the store.
[[nodiscard]] Outcome<Send> connect(const Target& target, const OpenOffline& openOffline);

/// $GATEHOUSE_DATA_DIR, else $XDG_DATA_HOME/gatehouse, else ~/.local/share/gatehouse.
[[nodiscard]] std::filesystem::path defaultDataDir();

} // namespace gatehouse::ctl
