// SPDX-License-Identifier: Apache-2.0
#include "connect.h"

#include <memory>

#include "base/environment.h"
#include "files.h"
#include "http/client.h"
#include "unix_client.h"

namespace gatehouse::ctl {

namespace {

using admin::api::Call;
using admin::api::Reply;

std::string withoutTrailingSlash(std::string url) {
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
}

Outcome<Send> connectRemote(const Target& target) {
    if (target.tokenFile.empty()) {
        return failure("no token", "--server needs --token-file",
                       "make one with `gatehousectl token create` on the broker's machine", kUsage);
    }
    Outcome<std::string> token = readFile(target.tokenFile);
    if (!token) {
        return tl::unexpected(token.error());
    }
    while (!token->empty() && std::isspace(static_cast<unsigned char>(token->back())) != 0) {
        token->pop_back();
    }
    if (!token->starts_with("ghat_")) {
        return failure("the token cannot be used", target.tokenFile + " holds no ghat_ token",
                       "write the line that `gatehousectl token create` printed into it");
    }
    // The operator names the server: any address will do, and plain HTTP on loopback alone.
    http::ClientOptions options;
    options.policy = {
        .allowLoopback = true, .allowPrivate = true, .allowedCidrs = {}, .allowHttp = true, .allowAdminApi = true};
    options.userAgent = "gatehousectl";
    const std::shared_ptr<http::Client> client = http::makeCurlClient(options);
    return Send(
        [client, base = withoutTrailingSlash(target.server), bearer = *token](const Call& call) -> Outcome<Reply> {
            http::OutboundRequest request;
            request.method = call.method;
            request.url = base + call.path;
            request.body = call.body;
            request.deadline = std::chrono::seconds(120);
            request.maxBytes = 256UL * 1024 * 1024;
            for (const auto& [name, value] : call.headers) {
                request.headers.add(name, value);
            }
            request.headers.set("Authorization", "Bearer " + bearer);
            const auto response = client->send("ctl", request);
            if (!response) {
                return failure("cannot reach " + base, response.error(),
                               "check the address and that the broker is running");
            }
            return Reply{response->status, response->headers.fields(), response->body};
        });
}

} // namespace

Outcome<Send> connect(const Target& target, const OpenOffline& openOffline) {
    if (!target.server.empty()) {
        return connectRemote(target);
    }
    const std::filesystem::path socket = target.dataDir / "admin.sock";
    if (listens(socket)) {
        return Send([socket](const Call& call) -> Outcome<Reply> {
            auto reply = callOverSocket(socket, call);
            if (!reply) {
                return failure("cannot talk to the broker at " + socket.string(), reply.error(),
                               "see the broker's log");
            }
            return *std::move(reply);
        });
    }
    auto dispatcher = openOffline(target);
    if (!dispatcher) {
        return tl::unexpected(dispatcher.error());
    }
    return Send([dispatch = *std::move(dispatcher)](const Call& call) -> Outcome<Reply> { return dispatch(call); });
}

std::filesystem::path defaultDataDir() {
    if (const std::filesystem::path named = environment("GATEHOUSE_DATA_DIR"); !named.empty()) {
        return named;
    }
    if (const std::filesystem::path data = environment("XDG_DATA_HOME"); !data.empty()) {
        return data / "gatehouse";
    }
    return std::filesystem::path(environment("HOME")) / ".local/share/gatehouse";
}

} // namespace gatehouse::ctl
