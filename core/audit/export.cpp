// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "audit/checkpoint.h"

namespace gatehouse::audit {

namespace {

Result<Time> creationOf(store::Reader& reader, const TenantId& tenant) {
    std::optional<Time> created;
    ENSURE(reader.query("SELECT created_at FROM tenants WHERE id = $1", {tenant.text()}, [&](const store::Row& row) {
        created = fromMillis(row.integer(0));
        return false;
    }));
    if (!created) {
        return fail(Code::NotFound, "audit.tenant");
    }
    return *created;
}

} // namespace

Status exportLog(store::Store& store, const keys::KeyRing& keys, const TenantId& tenant, std::string_view origin,
                 Time now, const std::function<bool(std::string_view line)>& onLine) {
    // The tree head comes first: it fixes where the export ends, whatever is appended meanwhile.
    TRY(checkpoint, makeCheckpoint(store, keys, tenant, origin, now));
    TRY(sealer, keys.sealerFor(tenant));
    TRY(ring, keys.ring(tenant));
    TRY(created, store.read([&](store::Reader& reader) { return creationOf(reader, tenant); }));
    TRY(jwks, json::parseObject(ring->checkpointJwks));
    bool wanted = true;
    ENSURE(stream(store, sealer, 1, std::int64_t(checkpoint.size), [&](const Entry& entry) {
        wanted = onLine(json::write(toExportJson(entry)));
        return wanted;
    }));
    if (wanted) {
        json::Object head = toJson(checkpoint);
        head["tenant"] = tenant.text();
        head["createdAt"] = toRfc3339(created);
        head["jwks"] = std::move(jwks);
        onLine(json::write(json::Object{{"checkpoint", std::move(head)}}));
    }
    return {};
}

} // namespace gatehouse::audit
