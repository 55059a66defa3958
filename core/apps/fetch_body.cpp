// SPDX-License-Identifier: Apache-2.0
#include "apps/fetch_body.h"

namespace gatehouse::apps {

Result<std::string> fetchBody(http::Client& client, const TenantId& asks, const std::string& url,
                              const Expected& expected) {
    http::OutboundRequest request;
    request.url = url;
    request.headers.set("Accept", std::string(expected.accept));
    request.maxBytes = expected.maxBytes;
    request.deadline = std::chrono::milliseconds(5000);
    TRY(response, client.send(asks.text(), request));
    if (response.status != 200) {
        return fail(Code::Unavailable, "outbound.protocol", "status " + std::to_string(response.status) + " at " + url);
    }
    return std::move(response.body);
}

} // namespace gatehouse::apps
