// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "admin/answer.h"
#include "admin/api/routes.h"
#include "admin/caller.h"
#include "admin/live.h"
#include "admin/services.h"
#include "http/forms.h"
#include "tenants/tenant.h"
#include "json/json.h"

namespace gatehouse::admin {

/// A request that found its route, whose caller is known and may do this, and whose tenant exists.
struct Request {
    const api::Route& route;
    Caller caller;
    std::shared_ptr<const tenants::Tenant> tenant; ///< of a path below /tenants/{tenant}; nullptr elsewhere
    std::string object; ///< the path's other parameter (an id or a name), decoded; empty if it has none
    http::Parameters query;
    http::Headers headers;
    std::string path; ///< with its query, as sent
    std::string body;
    std::string id;
    std::string ip;
    Time now;

    /// A query parameter, or empty.
    [[nodiscard]] std::string argument(std::string_view name) const;
    [[nodiscard]] std::string header(std::string_view name) const;
};

/// What a handler gets.
struct Context {
    const Services& services;
    Live& live;
    const Request& request;
    [[nodiscard]] const tenants::Tenant& tenant() const { return *request.tenant; }
    [[nodiscard]] const TenantId& tenantId() const { return request.tenant->id; }
    /// Opens and seals the tenant's columns. `tenant_sealed`.
    [[nodiscard]] Result<store::Sealer> sealer() const { return services.keys.sealerFor(tenantId()); }
    /// To be held while the worker is out at servers of the tenant's choosing. `upstream.busy` (503).
    [[nodiscard]] Result<std::optional<login::WorkerShares::Held>>
    outside(const std::optional<ConnectionId>& upstream) const;
};

/// The body as a strict JSON object; an absent body is an empty object. `body_malformed`, `media_type_unsupported`.
[[nodiscard]] Outcome<json::Object> bodyOf(const Request& request);

/// ?limit= and ?cursor= and ?q=. `parameter_invalid`.
struct PageQuery {
    std::string search;
    std::string cursor;
    int limit = 50;
};
[[nodiscard]] Outcome<PageQuery> pageQuery(const Request& request);
/// "true" or "false"; false where absent. `parameter_invalid`.
[[nodiscard]] Outcome<bool> flagArgument(const Request& request, std::string_view name);
/// An integer of the query, `fallback` where absent. `parameter_invalid`.
[[nodiscard]] Outcome<std::int64_t> integerArgument(const Request& request, std::string_view name,
                                                    std::int64_t fallback);
/// An RFC 3339 time of the query. `parameter_invalid`.
[[nodiscard]] Outcome<std::optional<Time>> timeArgument(const Request& request, std::string_view name);
/// `parameter_invalid` with the parameter's name.
[[nodiscard]] tl::unexpected<Refusal> badParameter(std::string_view name, std::string_view message);

/// {"items","nextCursor"}
[[nodiscard]] Answer pageAnswer(json::Array items, const std::optional<std::string>& nextCursor);

/// One item of a list that is held in memory: `key` orders it and is what a cursor says.
struct KeyedItem {
    std::string key;
    json::Object item;
};
/// What a list gives.
struct Listing {
    json::Array items;
    std::optional<std::string> nextCursor;
};
/// A page of `items`, which are in ascending order of their keys. `parameter_invalid` for a cursor that is not ours.
[[nodiscard]] Result<Listing> listingOf(std::vector<KeyedItem> items, const PageQuery& query);
[[nodiscard]] Answered pageOf(std::vector<KeyedItem> items, const PageQuery& query);

} // namespace gatehouse::admin
