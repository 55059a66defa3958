// SPDX-License-Identifier: Apache-2.0
#include "admin/key_resource.h"

#include "admin/crud.h"
#include "keys/publication.h"
#include "tenants/token_life.h"

namespace gatehouse::admin {

const TenantId& ringOf(const Context& context) {
    return context.request.tenant ? context.request.tenant->id : platformTenant();
}

std::string ringPath(const Context& context) {
    const auto& tenant = context.request.tenant;
    return "/admin/v1/" + (tenant ? "tenants/" + tenant->slug + "/" : std::string()) + "keys/";
}

std::optional<Time> RingView::activatesAt(const keys::KeyInfo& key) const {
    return keys::takeoverTime(keys, key, schedule);
}

json::Object RingView::show(const keys::KeyInfo& key) const {
    json::Object out = keys::toJson(key);
    const auto put = [&](std::string_view name, const std::optional<Time>& time) {
        out[name] = time ? json::Value(toRfc3339(*time)) : json::Value();
    };
    const bool ahead = key.state == keys::KeyState::Next;
    put("earliestActivation", ahead ? std::optional(keys::earliestActivation(keys, key)) : std::nullopt);
    put("activatesAt", activatesAt(key));
    put("retiresAt", keys::retirementTime(keys, key, schedule.tokenLife));
    return out;
}

Result<RingView> ringView(store::Reader& reader, const Context& context) {
    const Services& services = context.services;
    TRY(ring, keys::listKeys(reader, ringOf(context)));
    tenants::KeyRotation rotation;
    Seconds tokenLife{0};
    if (context.request.tenant) {
        rotation = context.tenant().settings.keyRotation;
        tokenLife = context.tenant().settings.accessTokenTtl;
    } else {
        TRY(longest, tenants::longestTokenLife(reader));
        tokenLife = longest;
    }
    return RingView{std::move(ring), {rotation.every, rotation.publishAhead, tokenLife, services.startedAt}};
}

} // namespace gatehouse::admin
