// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/secret.h"

namespace gatehouse::sandbox {

struct IdpOptions {
    std::string issuer;    ///< "<public-url>/sandbox/{name}"
    std::string path;      ///< "/sandbox/{name}": how the paths of its requests begin
    std::string company{}; ///< whose provider it is, over the title of its page
    std::string clientId;  ///< the client of the broker's own connection
    Secret clientSecret;
    std::string publicUrl; ///< who asks is `<publicUrl>/sso/...`; logout returns below it
};

/// The connection's id in an address of the broker, between what is before and behind it; empty: it is another address.
[[nodiscard]] std::string connectionIn(std::string_view address, std::string_view before, std::string_view behind);

} // namespace gatehouse::sandbox
