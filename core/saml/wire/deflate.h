// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/result.h"

namespace gatehouse::saml::wire {

/// What a message may be at most, however small it was packed (security.md SP-43).
inline constexpr std::size_t kLargestMessage = std::size_t(256) * 1024;

/// Raw DEFLATE (RFC 1951), as the redirect binding packs a message (SAML V2.0 Bindings, 3.4.4.1).
[[nodiscard]] Bytes deflate(std::string_view text);
/// The reverse: one stream and nothing behind it, with no header of zlib or gzip. `saml.deflate`; `saml.too_large` as
/// soon as more than `most` octets come out.
[[nodiscard]] Result<std::string> inflate(BytesView packed, std::size_t most = kLargestMessage);

} // namespace gatehouse::saml::wire
