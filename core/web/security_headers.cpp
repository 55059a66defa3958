// SPDX-License-Identifier: Apache-2.0
#include "web/security_headers.h"

#include <algorithm>

namespace gatehouse::web {
namespace {

void setIfAbsent(http::Headers& headers, std::string_view name, const char* value) {
    if (!headers.get(name)) {
        headers.set(name, value);
    }
}

} // namespace

void addSecurityHeaders(http::Response& response, bool secure) {
    http::Headers& headers = response.headers;
    setIfAbsent(headers, "Cache-Control", "no-store");
    setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
    setIfAbsent(headers, "Referrer-Policy", "no-referrer");
    setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
    setIfAbsent(headers, "X-Frame-Options", "DENY");
    setIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    setIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (!headers.get("Access-Control-Allow-Origin")) {
        setIfAbsent(headers, "Cross-Origin-Resource-Policy", "same-origin");
    }
    if (secure) {
        setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
}

std::string originOf(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string::npos) {
        return {};
    }
    const std::string_view origin = address.substr(0, address.find_first_of("/?", scheme + 3));
    const bool plain = std::all_of(origin.begin(), origin.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view(":/.-[]").find(c) != std::string_view::npos;
    });
    return plain ? std::string(origin) : std::string();
}

http::Response jsonResponse(int status, std::string body) {
    http::Response response;
    response.status = status;
    response.headers.set("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
}

http::Response seeOther(const std::string& location) {
    http::Response response;
    response.status = 303;
    if (!response.headers.trySet("Location", location)) {
        response.status = 500;
    }
    return response;
}

void allowAnyOrigin(http::Response& response) {
    response.headers.set("Access-Control-Allow-Origin", "*");
    response.headers.set("Access-Control-Expose-Headers", "WWW-Authenticate, DPoP-Nonce");
}

} // namespace gatehouse::web
