// SPDX-License-Identifier: Apache-2.0
#include "admin/connection_resource.h"

#include "claims/mapping.h"
#include "crypto/random.h"
#include "sessions/sessions.h"

namespace gatehouse::admin {

namespace {

void forgetAfterCommit(Change& change, const connections::Connection& item) {
    const Services& services = change.context().services;
    change.writer().afterCommit([&services, tenant = item.tenant, id = item.id] {
        services.connections.drop(tenant);
        services.providers.drop(id);
    });
}

} // namespace

Result<Listing> ConnectionResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(page, connections::list(reader, scoped.sealer, query.search, query.cursor, std::size_t(query.limit)));
    Listing out{{}, page.nextCursor};
    for (const Item& item : page.items) {
        TRY(shown, show(reader, scoped, item));
        out.items.push_back(std::move(shown));
    }
    return out;
}

Result<connections::Connection> ConnectionResource::find(store::Reader& reader, const Scoped& scoped,
                                                         const std::string& idOrName) {
    Result<Item> byId = connections::find(reader, scoped.sealer, ConnectionId(idOrName));
    if (byId || byId.error().code != Code::NotFound) {
        return byId;
    }
    return connections::findByName(reader, scoped.sealer, idOrName);
}

Result<json::Object> ConnectionResource::show(store::Reader& reader, const Scoped& scoped, const Item& item) {
    TRY(health, connections::health(reader, scoped.tenant, item.id));
    json::Object out = connections::toJson(item);
    out["redirectUri"] = scoped.context.services.publicUrl.oidcCallback(item.id);
    out["health"] = connections::toJson(health);
    return out;
}

json::Object ConnectionResource::state(const Item& item) {
    json::Object out = connections::toJson(item);
    for (const char* member : {"id", "hasClientSecret", "createdAt", "updatedAt"}) {
        out.stable_erase(member);
    }
    return out;
}

std::string ConnectionResource::path(const Scoped& scoped, const Item& item) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/connections/" + item.id.text();
}

connections::Connection ConnectionResource::blank(const Scoped& scoped) {
    Item item;
    item.id = ConnectionId(crypto::newUuid(scoped.context.request.now));
    item.tenant = scoped.tenant;
    item.createdAt = scoped.context.request.now;
    item.updatedAt = item.createdAt;
    return item;
}

connections::Connection ConnectionResource::renewed(const Item& item) {
    Item out;
    out.id = item.id;
    out.tenant = item.tenant;
    out.issuer = item.issuer; // so that a change of it is seen, and asks for the secret again
    out.clientSecret = item.clientSecret;
    out.createdAt = item.createdAt;
    out.updatedAt = item.updatedAt;
    out.version = item.version;
    return out;
}

Status ConnectionResource::read(Change& change, const Scoped&, const json::Object& document, Item& item, const Item*) {
    connections::readJson(document, item, change.problems);
    (void)claims::parseMapping(item.mapping, "/mapping", change.problems);
    return {};
}

Status ConnectionResource::insert(Change& change, const Scoped& scoped, Item& item) {
    forgetAfterCommit(change, item);
    return connections::insert(change.writer(), scoped.sealer, item);
}

Status ConnectionResource::update(Change& change, const Scoped& scoped, Item& item, const Item&) {
    item.updatedAt = change.now();
    forgetAfterCommit(change, item);
    return connections::update(change.writer(), scoped.sealer, item);
}

Status ConnectionResource::remove(Change& change, const Scoped& scoped, const Item& item) {
    ENSURE(sessions::endAllOfConnection(change.writer(), scoped.tenant, item.id, "connection_deleted", change.now()));
    forgetAfterCommit(change, item);
    return connections::remove(change.writer(), scoped.tenant, item.id);
}

} // namespace gatehouse::admin
