// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "json/json.h"

namespace gatehouse::flows {

/// A token that must not be taken, and what is wrong with it (security.md, the rows named CR).
struct Forged {
    std::string name;
    std::string token;
};

/// What anybody can make of a genuine compact token and the public key that proves it: other algorithms, keys of the
/// forger's, another shape. `publicJwk` is the key that the consumer trusts.
[[nodiscard]] std::vector<Forged> forgeries(const std::string& genuine, const json::Object& publicJwk);

/// Signs header and payload, both as they are written.
using Sign = std::function<std::string(const std::string& header, const std::string& payload)>;

/// What the holder of the right key could sign and must not get through with: headers and claims that no specification
/// allows, made from the header and the payload of a genuine token.
[[nodiscard]] std::vector<Forged> malformed(const std::string& genuine, const Sign& sign);

} // namespace gatehouse::flows
