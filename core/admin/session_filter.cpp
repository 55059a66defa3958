// SPDX-License-Identifier: Apache-2.0
#include "admin/session_filter.h"

#include "http/network_address.h"

namespace gatehouse::admin {

Result<std::function<bool(std::string_view)>> addressFilter(std::string_view text) {
    TRY(block, http::parseCidr(text));
    return [block](std::string_view address) {
        const auto parsed = http::parseIpAddress(address);
        return parsed && block.contains(*parsed);
    };
}

Result<sessions::Filter> sessionFilter(const std::string& user, const std::string& app, const std::string& connection,
                                       const std::string& address) {
    sessions::Filter filter;
    if (!user.empty()) {
        filter.user = UserId(user);
    }
    if (!app.empty()) {
        filter.app = AppId(app);
    }
    if (!connection.empty()) {
        filter.connection = ConnectionId(connection);
    }
    if (!address.empty()) {
        TRY(matches, addressFilter(address));
        filter.address = std::move(matches);
    }
    return filter;
}

} // namespace gatehouse::admin
