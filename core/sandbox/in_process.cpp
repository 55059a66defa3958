// SPDX-License-Identifier: Apache-2.0
#include "sandbox/demo_app.h"

namespace gatehouse::sandbox {

Send inProcess(http::Handler handler, std::string publicUrl) {
    return [handler = std::move(handler),
            base = std::move(publicUrl)](const http::OutboundRequest& outbound) -> Result<http::OutboundResponse> {
        if (!outbound.url.starts_with(base + "/")) {
            return fail(Code::InvalidArgument, "outbound.url", "not below the public address");
        }
        const std::string_view target = std::string_view(outbound.url).substr(base.size());
        const std::size_t question = target.find('?');
        http::Request request;
        request.method = outbound.method;
        request.path = target.substr(0, question);
        request.query = question == std::string_view::npos ? std::string_view() : target.substr(question + 1);
        request.headers = outbound.headers;
        request.body = outbound.body;
        request.peer.address = "127.0.0.1";
        request.peer.secure = base.starts_with("https://");
        http::Response answer = handler(request);
        http::OutboundResponse response;
        response.status = answer.status;
        response.headers = std::move(answer.headers);
        response.body = std::move(answer.body);
        response.peerAddress = "127.0.0.1";
        return response;
    };
}

} // namespace gatehouse::sandbox
