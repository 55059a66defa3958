// SPDX-License-Identifier: Apache-2.0
#include "admin/api/transport.h"

#include "base/encoding.h"

namespace gatehouse::admin::api {

std::string_view header(const HeaderList& headers, std::string_view name) {
    const std::string wanted = asciiLower(name);
    for (const auto& [field, value] : headers) {
        if (asciiLower(field) == wanted) {
            return value;
        }
    }
    return {};
}

} // namespace gatehouse::admin::api
