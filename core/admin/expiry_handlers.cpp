// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>
#include <utility>

#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/expiries.h"
#include "admin/handlers.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

constexpr std::size_t kAtOnce = 500;

/// Ordered by the time of the end, in whole milliseconds with leading zeros.
KeyedItem keyed(const api::Expiry& expiry) {
    const std::string millis = std::to_string(toMillis(*expiry.expiresAt));
    return {std::string(20 - std::min<std::size_t>(20, millis.size()), '0') + millis + expiry.id,
            api::toJson(expiry).get_object()};
}

Result<std::vector<api::Expiry>> all(store::Reader& reader, const Context& context) {
    const auto& only = context.request.caller.tenant;
    TRY(out, expiriesOfTokens(reader, context.services, only, context.request.now));
    const auto add = [&out](std::vector<api::Expiry> more) {
        out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, tenants::listTenants(reader, "", *cursor, kAtOnce));
        for (const tenants::Tenant& tenant : page.items) {
            if (!only || tenant.id == *only) {
                TRY(some, expiriesOfTenant(reader, context.services, tenant.id, tenant.slug, context.request.now));
                add(std::move(some));
            }
        }
        cursor = page.nextCursor;
    }
    if (!only) {
        TRY(some, expiriesOfBroker(reader, context.services, context.request.now));
        add(std::move(some));
    }
    return out;
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(expiries, context.services.store.read([&](store::Reader& reader) { return all(reader, context); }));
    std::vector<KeyedItem> items;
    std::transform(expiries.begin(), expiries.end(), std::back_inserter(items), keyed);
    std::sort(items.begin(), items.end(), [](const KeyedItem& a, const KeyedItem& b) { return a.key < b.key; });
    // An authority that is given twice is one.
    items.erase(std::unique(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.key == b.key; }),
                items.end());
    return pageOf(std::move(items), *query);
}

constexpr Handler kHandlers[] = {{"expiry.list", list}};

} // namespace

std::span<const Handler> expiryHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
