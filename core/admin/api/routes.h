// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "admin/api/permission.h"

namespace gatehouse::admin::api {

/// Whose a route is.
enum class Scope {
    Broker, ///< the whole broker's: to a tenant role it does not exist (404)
    Shared, ///< a tenant role sees its tenant's part
    Tenant, ///< below /tenants/{tenant}: to a role of another tenant it does not exist (404)
};

/// Whether a person needs a fresh strong sign-in (RFC 9470). Tokens made for programs do not.
enum class Strength { Normal, Privileged };

/// What the answer holds.
enum class Shape { Nothing, One, Page, Other };

/// One operation. From this list the handlers are mounted, the OpenAPI document is written and gatehousectl has its
/// verbs.
struct Route {
    std::string_view id;   ///< operationId, unique: "connection.test"
    std::string_view noun; ///< gatehousectl's, e.g. "connection"
    std::string_view verb; ///< gatehousectl's, e.g. "test"
    std::string_view method;
    std::string_view path; ///< template: "/admin/v1/tenants/{tenant}/connections/{id}/test"
    Permission permission;
    Scope scope;
    Strength strength;
    Shape shape;
    int status;                ///< of success
    std::string_view request;  ///< schema name, or empty: no body
    std::string_view response; ///< schema name, or empty
    std::string_view query;    ///< names of query parameters besides limit, cursor and q, separated by spaces
    std::string_view summary;
};

/// Every operation, in the order of docs/admin-api.md.
[[nodiscard]] std::span<const Route> routes();
/// By operationId, or nullptr.
[[nodiscard]] const Route* findRoute(std::string_view id);

} // namespace gatehouse::admin::api
