// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "admin/api/transport.h"
#include "base/result.h"

namespace gatehouse::broker {

/// Sends a configuration document (contract section 4, apply) to the Admin API: `serve --apply FILE`.
/// `broker.apply_file` if it cannot be read (at most 16 MiB), `broker.apply_refused` with the answer in the detail.
[[nodiscard]] Status applyFile(const admin::api::Dispatcher& admin, const std::filesystem::path& file);

} // namespace gatehouse::broker
