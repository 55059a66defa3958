// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connect.h"

namespace gatehouse::ctl {

/// Parses the arguments, runs the command, prints; gives the exit code. The verbs of resources come from
/// admin::api::routes().
[[nodiscard]] int run(int argc, char** argv, const OpenOffline& openOffline);

} // namespace gatehouse::ctl
