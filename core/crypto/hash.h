// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/encoding.h"

namespace gatehouse::crypto {

enum class Digest { Sha256, Sha384, Sha512 };

/// The digest of `data`: 32, 48 or 64 bytes.
[[nodiscard]] Bytes hash(Digest digest, BytesView data);
[[nodiscard]] inline Bytes sha256(BytesView data) {
    return hash(Digest::Sha256, data);
}
/// HMAC (RFC 2104). Any key length.
[[nodiscard]] Bytes hmac(Digest digest, BytesView key, BytesView data);
/// HKDF-SHA-256 (RFC 5869) with an empty salt: `length` bytes (at most 8,160) bound to `info`.
[[nodiscard]] Bytes hkdf(BytesView key, std::string_view info, std::size_t length);
/// True if equal, in time that depends on the lengths alone.
[[nodiscard]] bool constantTimeEqual(BytesView a, BytesView b);

} // namespace gatehouse::crypto
