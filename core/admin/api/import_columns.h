// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admin/api/user_import.h"
#include "base/csv.h"

namespace gatehouse::admin::api {

/// What a column of a list of people may become: a member of User, "roles" or "groups" (names, separated by commas or
/// semicolons), and "attributes.NAME" for any other.
[[nodiscard]] const std::vector<std::string>& importMembers();
/// What each column most likely is, by its title; empty: nothing that we know.
[[nodiscard]] std::vector<std::string> guessColumns(const std::vector<std::string>& header);
/// A row of the list. Empty cells are left out; yes and no, true and false, 1 and 0 become booleans where one is
/// meant; what is no such word goes as it is, for the broker to say so.
[[nodiscard]] UserImportRow importRow(const csv::Record& record, const std::vector<std::string>& members);
/// What is wrong with a row, on one line: "email must be an e-mail address; roles/0 is no role of the tenant".
[[nodiscard]] std::string reasonOf(const UserImported& row);
/// The refused rows of a list, CSV as they stood there, with a column for the reason: to be mended and imported again.
/// `records` begins with the header.
[[nodiscard]] std::string refusedRows(const std::vector<csv::Record>& records,
                                      const std::vector<UserImported>& refused);

} // namespace gatehouse::admin::api
