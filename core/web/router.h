// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/message.h"
#include "tenants/tenant.h"

namespace gatehouse::web {

/// What a handler gets: the request, and what the path said.
struct Context {
    const http::Request& request;
    std::shared_ptr<const tenants::Tenant> tenant; ///< of a path below /t/{tenant}; nullptr elsewhere
    std::vector<std::string_view> parameters; ///< the other {placeholders} in order, raw; they live in request.path
};

using Handle = std::function<http::Response(const Context&)>;
/// The tenant of a slug or id in a path; nullptr for none.
using FindTenant = std::function<std::shared_ptr<const tenants::Tenant>(std::string_view)>;
/// Answers a path that nothing is mounted at.
using NotFound = std::function<http::Response(const http::Request&)>;

/// Finds the handler for a method and path. Path templates are literal segments and {placeholders}; `{tenant}` is
/// looked up, and a path whose tenant does not exist is answered like one that nothing is mounted at. A last segment
/// `*` takes the rest of the path. A known path with another method is 405 with Allow; OPTIONS on a path mounted with
/// `cors` is answered here.
class Router {
public:
    Router(FindTenant findTenant, NotFound notFound)
        : m_findTenant(std::move(findTenant))
        , m_notFound(std::move(notFound)) {}
    enum class Cors { No, AnyOrigin };
    void add(std::string_view method, std::string_view pattern, Handle handle, Cors cors = Cors::No);
    [[nodiscard]] http::Response dispatch(const http::Request& request) const;

private:
    struct Route {
        std::string method;
        std::vector<std::string> segments;
        Handle handle;
        Cors cors;
    };
    [[nodiscard]] bool match(const Route& route, const std::vector<std::string_view>& segments, Context& context) const;

    FindTenant m_findTenant;
    NotFound m_notFound;
    std::unordered_map<std::size_t, std::vector<Route>> m_bySegments;
    std::vector<Route> m_wildcards;
};

/// The segments of a path: "/t/acme" gives {"t", "acme"}; a trailing slash gives a last empty segment.
[[nodiscard]] std::vector<std::string_view> splitPath(std::string_view path);

} // namespace gatehouse::web
