// SPDX-License-Identifier: Apache-2.0
#pragma once

// Private to crypto.

#include <array>
#include <cstddef>

#include "base/encoding.h"

namespace gatehouse::crypto {

/// The DER of two integers of up to 66 bytes needs at most 139 bytes.
struct EcdsaDer {
    std::array<unsigned char, 144> bytes{};
    std::size_t size = 0;
};

/// r || s (RFC 7518, 3.4), both of `half` bytes, to SEQUENCE { INTEGER, INTEGER }. `rs` must have 2 * half bytes, half
/// <= 66.
[[nodiscard]] EcdsaDer ecdsaToDer(BytesView rs, std::size_t half);
/// The reverse, for a signature that we just made: `out` gets 2 * half bytes. False if the DER is not as expected.
[[nodiscard]] bool ecdsaFromDer(BytesView der, std::size_t half, unsigned char* out);

} // namespace gatehouse::crypto
