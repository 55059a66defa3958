// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "failure.h"
#include "json/json.h"

namespace gatehouse::ctl {

/// The whole file, or standard input for "-". At most 256 MiB.
[[nodiscard]] Outcome<std::string> readFile(const std::string& path);
/// The same as one strict JSON object.
[[nodiscard]] Outcome<json::Object> readJsonFile(const std::string& path);

} // namespace gatehouse::ctl
