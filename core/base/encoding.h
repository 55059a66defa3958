// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace gatehouse {

/// Raw octets. A std::string, so that protocol code needs no casts; it may hold any byte.
using Bytes = std::string;
using BytesView = std::string_view;

/// base64url without padding (RFC 7515, section 2).
[[nodiscard]] std::string base64UrlEncode(BytesView bytes);
/// Strict: alphabet of RFC 4648 section 5 only, no padding, no white space, unused bits zero. `encoding.base64url`
/// otherwise.
[[nodiscard]] Result<Bytes> base64UrlDecode(std::string_view text);
/// base64 with padding (RFC 4648, section 4).
[[nodiscard]] std::string base64Encode(BytesView bytes);
/// Strict: padded, no white space, unused bits zero. `encoding.base64` otherwise.
[[nodiscard]] Result<Bytes> base64Decode(std::string_view text);
/// Lower-case hexadecimal.
[[nodiscard]] std::string hexEncode(BytesView bytes);
/// Either case, an even number of digits. `encoding.hex` otherwise.
[[nodiscard]] Result<Bytes> hexDecode(std::string_view text);
/// True if every sequence is well-formed UTF-8 (no overlong form, no surrogate, at most U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view text);
/// ASCII letters to lower case; other bytes stay.
[[nodiscard]] std::string asciiLower(std::string_view text);

} // namespace gatehouse
