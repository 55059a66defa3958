// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "base/encoding.h"
#include "base/time.h"

namespace gatehouse::crypto {

/// `count` bytes of the operating system's generator. Aborts the process where there is none: nothing safe can follow.
[[nodiscard]] Bytes randomBytes(std::size_t count);
/// base64url of `count` random bytes; the default has 256 bits.
[[nodiscard]] std::string randomToken(std::size_t count = 32);
/// UUIDv7 (RFC 9562, 5.7): 48 bits of `now`, then random; lower case with hyphens. Ids made later sort later.
/// Unique, not secret: a copy of the running machine may make the same ones.
[[nodiscard]] std::string newUuid(Time now);
/// "GH-XXXX-XXXX", Crockford base 32 without I, L, O and U: the reference a person can read out loud. Not
/// secret either.
[[nodiscard]] std::string newReference();

} // namespace gatehouse::crypto
