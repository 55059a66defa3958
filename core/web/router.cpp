// SPDX-License-Identifier: Apache-2.0
#include "web/router.h"

#include <set>

#include "web/security_headers.h"

namespace gatehouse::web {
namespace {

bool isPlaceholder(std::string_view segment) {
    return segment.starts_with('{') && segment.ends_with('}');
}

http::Response preflight() {
    http::Response response;
    response.status = 204;
    allowAnyOrigin(response);
    response.headers.set("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
    response.headers.set("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
    response.headers.set("Access-Control-Max-Age", "3600");
    return response;
}

http::Response methodNotAllowed(const std::set<std::string>& methods) {
    std::string allow;
    for (const std::string& method : methods) {
        allow.append(allow.empty() ? "" : ", ").append(method);
    }
    http::Response response = jsonResponse(405, R"({"error":"method_not_allowed"})");
    response.headers.set("Allow", allow);
    return response;
}

} // namespace

std::vector<std::string_view> splitPath(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.empty()) {
        path.remove_prefix(1);
    }
    for (;;) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) {
            return segments;
        }
        path.remove_prefix(slash + 1);
    }
}

void Router::add(std::string_view method, std::string_view pattern, Handle handle, Cors cors) {
    Route route{std::string(method), {}, std::move(handle), cors};
    for (const std::string_view segment : splitPath(pattern)) {
        route.segments.emplace_back(segment);
    }
    if (route.segments.back() == "*") {
        route.segments.pop_back();
        m_wildcards.push_back(std::move(route));
    } else {
        m_bySegments[route.segments.size()].push_back(std::move(route));
    }
}

bool Router::match(const Route& route, const std::vector<std::string_view>& segments, Context& context) const {
    for (std::size_t i = 0; i < route.segments.size(); ++i) {
        if (!isPlaceholder(route.segments[i]) && route.segments[i] != segments[i]) {
            return false;
        }
    }
    context.tenant = nullptr;
    context.parameters.clear();
    for (std::size_t i = 0; i < route.segments.size(); ++i) {
        if (route.segments[i] == "{tenant}") {
            context.tenant = m_findTenant(segments[i]);
            if (!context.tenant) {
                return false;
            }
        } else if (isPlaceholder(route.segments[i])) {
            if (segments[i].empty()) {
                return false;
            }
            context.parameters.push_back(segments[i]);
        }
    }
    return true;
}

http::Response Router::dispatch(const http::Request& request) const {
    const auto segments = splitPath(request.path);
    Context context{request, nullptr, {}};
    std::set<std::string> otherMethods;
    const std::string_view method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    const auto attempt = [&](const Route& route) -> std::optional<http::Response> {
        if (route.method != method && !otherMethods.empty() && otherMethods.contains(route.method)) {
            return std::nullopt;
        }
        if (!match(route, segments, context)) {
            return std::nullopt;
        }
        if (route.method == method || route.method == "*") {
            http::Response response = route.handle(context);
            if (route.cors == Cors::AnyOrigin) {
                allowAnyOrigin(response);
            }
            return response;
        }
        if (request.method == "OPTIONS" && route.cors == Cors::AnyOrigin) {
            return preflight();
        }
        otherMethods.insert(route.method);
        return std::nullopt;
    };
    if (const auto routes = m_bySegments.find(segments.size()); routes != m_bySegments.end()) {
        for (const Route& route : routes->second) {
            if (auto response = attempt(route)) {
                return *std::move(response);
            }
        }
    }
    for (const Route& route : m_wildcards) {
        if (segments.size() > route.segments.size()) {
            if (auto response = attempt(route)) {
                return *std::move(response);
            }
        }
    }
    return otherMethods.empty() ? m_notFound(request) : methodNotAllowed(otherMethods);
}

} // namespace gatehouse::web
