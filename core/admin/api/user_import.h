// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "admin/api/problem.h"
#include "admin/api/raw_json.h"

namespace gatehouse::admin::api {

/// How many rows one call takes: they are written in one transaction.
inline constexpr std::size_t kImportRows = 500;

/// Somebody of a list.
struct UserImportRow {
    std::int64_t line = 0;           ///< where it stands in the list, for the report
    RawJson user;                    ///< members of User; what is left out stays as it is
    std::vector<std::string> roles;  ///< names, given besides those that are there
    std::vector<std::string> groups; ///< names, joined besides those that are there
};

/// `POST T/users/import`: makes the people of a list, and changes those who are there. Who has the user name, or else
/// alone the e-mail address, is the same person.
struct UserImport {
    std::vector<UserImportRow> rows;
    std::string existing = "update"; ///< "update|skip": what becomes of who is there
    bool dryRun = false;             ///< writes nothing
};

/// What became of a row.
struct UserImported {
    std::int64_t line = 0;
    std::string act; ///< "create|update|same|skip|refuse"
    std::string id;
    std::string name; ///< user name
    std::vector<FieldError> errors;
};
struct UserImportReport {
    std::int64_t created = 0;
    std::int64_t updated = 0;
    std::int64_t same = 0;
    std::int64_t skipped = 0;
    std::int64_t refused = 0;
    std::vector<UserImported> rows;
};

} // namespace gatehouse::admin::api
