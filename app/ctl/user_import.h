// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "connect.h"
#include "failure.h"
#include "print.h"

namespace gatehouse::ctl {

/// What `gatehousectl user import` is asked.
struct UserImport {
    std::string file;
    std::string tenant;
    std::vector<std::string> columns; ///< "Title=member"; what is not named is guessed by its title
    std::string refusedFile;          ///< the rows that were refused are written there, with why
    bool keepExisting = false;
    bool dryRun = false;
};

/// Sends a list of people (CSV) to the broker, 500 rows in a transaction. What was sent before it is interrupted stays,
/// and the same command goes on: who is there already is the same. 0: all were taken, 1: some were refused.
[[nodiscard]] Outcome<int> importUsers(const Send& send, const UserImport& command, Format format);

} // namespace gatehouse::ctl
