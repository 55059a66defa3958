// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "admin/api/raw_json.h"

namespace gatehouse::admin::api {

/// One thing that apply did or would do.
struct Change {
    std::string action;   ///< create | update | delete
    std::string resource; ///< tenant, domain, connection, role, group, app
    std::string tenant;   ///< slug; empty for front-door apps
    std::string name;
    RawJson before; ///< secrets masked; null when created
    RawJson after;  ///< secrets masked; null when deleted
};

/// What `POST /admin/v1/apply` answers. A secret that was made on the way is in `after` once.
struct ApplyResult {
    bool dryRun = false;
    std::vector<Change> changes;
};

/// `POST /admin/v1/backup`, over the Unix socket alone.
struct Backup {
    std::string file; ///< absolute path that does not exist yet
};

} // namespace gatehouse::admin::api
