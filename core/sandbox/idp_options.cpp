// SPDX-License-Identifier: Apache-2.0
#include "sandbox/idp_options.h"

#include <algorithm>

namespace gatehouse::sandbox {

std::string connectionIn(std::string_view address, std::string_view before, std::string_view behind) {
    if (!address.starts_with(before) || !address.ends_with(behind) || address.size() <= before.size() + behind.size()) {
        return {};
    }
    const std::string_view id = address.substr(before.size(), address.size() - before.size() - behind.size());
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
    return plain ? std::string(id) : std::string();
}

} // namespace gatehouse::sandbox
