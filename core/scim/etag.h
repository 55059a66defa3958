// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse::scim {

/// The weak ETag of a version: W/"7" (RFC 7644, 3.14), as it stands in the header and in meta.version.
[[nodiscard]] std::string weakETag(std::int64_t version);

/// Whether a header If-Match or If-None-Match names the ETag: `*`, or a list with one of the same opaque text, weak or
/// not (RFC 9110, 13.1). Also reads `W\/"7"`, which RFC 7644's examples made clients write. What is malformed names
/// nothing.
[[nodiscard]] bool namesETag(std::string_view header, std::string_view etag);

} // namespace gatehouse::scim
