// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "connect.h"
#include "failure.h"
#include "print.h"

namespace gatehouse::ctl {

/// What `gatehousectl scim test` is asked.
struct ScimTest {
    std::string url;
    std::string token;
    std::string tokenFile; ///< instead of `token`, which other users of the machine can see in the list of processes
    bool all = false;      ///< show what passed as well
};

/// Tests the service at that address from here; needs no broker. Prints what was found and gives the exit code: 0
/// nothing failed, 1 something did.
[[nodiscard]] Outcome<int> testScim(const ScimTest& command, Format format);
/// The same for a tenant's own service, by the broker and with a token that it makes for the purpose.
[[nodiscard]] Outcome<int> testOwnScim(const Send& send, const std::string& tenant, const ScimTest& command,
                                       Format format);

} // namespace gatehouse::ctl
