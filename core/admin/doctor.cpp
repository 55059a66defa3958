// SPDX-License-Identifier: Apache-2.0
#include "admin/doctor.h"

#include <algorithm>

#include "audit/checkpoint.h"
#include "audit/verify.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

api::TestStep step(std::string name, const Status& status, std::string good, std::string cure) {
    if (status) {
        return {std::move(name), "ok", std::move(good), ""};
    }
    return {std::move(name), "fail", status.error().reason, std::move(cure)};
}

api::TestStep examineKeys(const Services& services, const tenants::Tenant& tenant) {
    if (tenant.status == tenants::TenantStatus::Sealed) {
        return {"keys " + tenant.slug, "skipped", "the tenant is sealed", ""};
    }
    return step("keys " + tenant.slug, services.keys.ring(tenant.id).map([](const auto&) {}),
                "open, with an active signing key", "Start with the master key that this data was made under.");
}

api::TestStep examineLog(const Services& services, const tenants::Tenant& tenant) {
    if (tenant.status == tenants::TenantStatus::Sealed) {
        return {"audit " + tenant.slug, "skipped", "the tenant is sealed", ""};
    }
    audit::ExportVerifier verifier;
    const Status read = audit::exportLog(services.store, services.keys, tenant.id, "doctor/t/" + tenant.slug + "/audit",
                                         services.clock.now(), [&](std::string_view line) {
                                             verifier.addLine(line);
                                             return true;
                                         });
    const audit::Verification verification = verifier.finish();
    if (read && verification.intact()) {
        return {"audit " + tenant.slug, "ok", std::to_string(verification.records) + " records, chain intact", ""};
    }
    const std::string what = read ? verification.findings.front().message : read.error().reason;
    return {"audit " + tenant.slug, "fail", what,
            "Keep this data as it is, and compare with a checkpoint that was kept elsewhere."};
}

api::TestStep examineConnections(const Services& services, const tenants::Tenant& tenant) {
    api::TestStep out{"connections " + tenant.slug, "ok", "", ""};
    const auto sealer = services.keys.sealerFor(tenant.id);
    if (!sealer) {
        out.status = "skipped";
        return out;
    }
    const auto list = services.connections.all(*sealer);
    int failing = 0;
    for (const auto& connection : list ? **list : connections::List()) {
        const auto health = services.store.read(
            [&](store::Reader& reader) { return connections::health(reader, tenant.id, connection->id); });
        if (health && health->lastFailure && (!health->lastSuccess || *health->lastSuccess < *health->lastFailure)) {
            ++failing;
            out.detail += (out.detail.empty() ? "" : ", ") + connection->name + ": " + health->lastFailureReason;
        }
    }
    if (failing > 0) {
        out.status = "warn";
        out.hint = "Run connection test on those that are named.";
    } else {
        out.detail = std::to_string(list ? (*list)->size() : 0) + " connections, none failed last";
    }
    return out;
}

} // namespace

api::Doctor examine(const Services& services) {
    api::Doctor out;
    out.steps.push_back(step("database", services.store.verify(),
                             "whole, " + std::to_string(services.store.sizeOnDisk()) + " bytes",
                             "Stop the broker and restore a backup."));
    for (std::optional<std::string> cursor = ""; cursor;) {
        const auto page =
            services.store.read([&](store::Reader& reader) { return tenants::listTenants(reader, "", *cursor, 500); });
        if (!page) {
            out.steps.push_back(step("tenants", tl::unexpected<Error>(page.error()), "", "See the broker's log."));
            break;
        }
        for (const tenants::Tenant& tenant : page->items) {
            out.steps.push_back(examineKeys(services, tenant));
            out.steps.push_back(examineLog(services, tenant));
            out.steps.push_back(examineConnections(services, tenant));
        }
        cursor = page->nextCursor;
    }
    out.ok = std::none_of(out.steps.begin(), out.steps.end(),
                          [](const api::TestStep& each) { return each.status == "fail"; });
    return out;
}

} // namespace gatehouse::admin
