// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gatehouse::admin::api {

/// A JSON value that the contract leaves open (claims, a mapping, audit data), kept as its compact text so that the
/// resource structs need no JSON library. Whoever sets it gives well-formed JSON; fromJson always does.
struct RawJson {
    std::string text = "{}";
    friend bool operator==(const RawJson&, const RawJson&) = default;
};

} // namespace gatehouse::admin::api
