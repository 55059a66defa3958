// SPDX-License-Identifier: Apache-2.0
#include "broker/operations.h"

#include <algorithm>

namespace gatehouse::broker {
namespace {

http::Response text(int status, std::string body, const char* type = "text/plain; charset=utf-8") {
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", type);
    response.body = std::move(body);
    return response;
}

std::string inSeconds(std::int64_t micros) {
    return std::to_string(double(micros) / 1e6);
}

} // namespace

http::Response healthz() {
    return text(200, "ok\n");
}

http::Response readyz(store::Store& store) {
    const Status readable = store.read([](store::Reader& reader) -> Status {
        return reader.query("SELECT 1", {}, [](const store::Row&) { return false; });
    });
    return readable ? text(200, "ready\n") : text(503, "store unavailable\n");
}

http::Response metrics(const http::ServerStatistics& server, const login::LoginStatistics& logins,
                       const store::Store& store, Time startedAt, Time now) {
    std::string out;
    const auto add = [&](std::string_view name, std::string_view type, std::string_view labels,
                         const std::string& value) {
        out.append("# TYPE ").append(name).append(" ").append(type).append("\n");
        out.append(name).append(labels).append(" ").append(value).append("\n");
    };
    add("gatehouse_uptime_seconds", "gauge", "", std::to_string((now - startedAt).count() / 1000));
    add("gatehouse_http_requests_total", "counter", "", std::to_string(server.requests));
    add("gatehouse_http_refused_total", "counter", "", std::to_string(server.refused));
    add("gatehouse_http_connections", "gauge", "", std::to_string(server.openConnections));
    add("gatehouse_store_bytes", "gauge", "", std::to_string(store.sizeOnDisk()));
    out.append("# TYPE gatehouse_logins_total counter\n");
    out.append("gatehouse_logins_total{outcome=\"success\"} ").append(std::to_string(logins.successes)).append("\n");
    out.append("gatehouse_logins_total{outcome=\"failure\"} ").append(std::to_string(logins.failures)).append("\n");
    std::vector<std::int64_t> sorted = logins.durationsMicros;
    std::sort(sorted.begin(), sorted.end());
    if (!sorted.empty()) {
        out.append("# TYPE gatehouse_login_seconds summary\n");
        for (const auto& [quantile, share] :
             {std::pair("0.5", 0.5), std::pair("0.95", 0.95), std::pair("0.99", 0.99)}) {
            const auto index = std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())));
            out.append("gatehouse_login_seconds{quantile=\"")
                .append(quantile)
                .append("\"} ")
                .append(inSeconds(sorted[index]))
                .append("\n");
        }
    }
    return text(200, std::move(out), "text/plain; version=0.0.4; charset=utf-8");
}

} // namespace gatehouse::broker
