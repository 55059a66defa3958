// SPDX-License-Identifier: Apache-2.0
#include "http/client.h"

namespace gatehouse::http {

OutboundResponse handedOver(const OutboundRequest& request, OutboundResponse response) {
    constexpr int kOk = 200;
    if (request.onBody && response.status == kOk) {
        static_cast<void>(request.onBody(response.body));
        response.body.clear();
    }
    return response;
}

} // namespace gatehouse::http
