// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace gatehouse::http {

/// Paths that hold a text may have bodies up to another size.
struct BodyLimit {
    std::string within; ///< e.g. "/scim/v2/"
    std::size_t octets = 0;
};

} // namespace gatehouse::http
