// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.h"
#include "store/sealed.h"

namespace gatehouse::scim::server {

constexpr Seconds kCursorLife{3600};

/// Where a page of a list begins (RFC 9865). What is asked is part of it: it goes on with that question alone.
struct Cursor {
    std::int64_t offset = 0; ///< of the first result of the page
    std::int64_t count = 0;  ///< results on a page
};

/// The cursor as the client gets it: sealed with the tenant's key, in base64url. `question`: whatever a page after this
/// one has to ask again.
[[nodiscard]] std::string sealCursor(const store::Sealer& sealer, const Cursor& cursor, std::string_view question,
                                     Time now);
/// `scim.cursor`: it is not ours, not this tenant's, or of another question. `scim.cursor_expired`.
[[nodiscard]] Result<Cursor> openCursor(const store::Sealer& sealer, std::string_view text, std::string_view question,
                                        Time now);

} // namespace gatehouse::scim::server
