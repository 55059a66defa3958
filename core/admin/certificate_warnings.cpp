// SPDX-License-Identifier: Apache-2.0
#include "admin/certificate_warnings.h"

#include <algorithm>
#include <array>
#include <map>

#include "admin/expiries.h"
#include "audit/audit.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {
namespace {

constexpr std::array kStages{0, 1, 7, 14, 30, 90};
constexpr std::array<std::string_view, 5> kCertificates{"provider-certificate", "provider-metadata", "saml-certificate",
                                                        "tls-certificate", "trusted-authority"};
constexpr std::size_t kAtOnce = 500;
constexpr std::int64_t kMillisOfDay = 86'400'000;

/// What was last said of a certificate.
struct Said {
    std::int64_t expiresAt = 0; ///< in milliseconds
    int stage = 0;
    friend bool operator==(const Said&, const Said&) = default;
};
using SaidById = std::map<std::string, Said>;

/// The narrowest stage that it has come to; nullopt: it is further away.
std::optional<int> stageOf(Time end, Time now) {
    const std::int64_t left = toMillis(end) - toMillis(now);
    const auto* const stage =
        std::find_if(kStages.begin(), kStages.end(), [&](int days) { return left <= days * kMillisOfDay; });
    return stage == kStages.end() ? std::nullopt : std::optional(*stage);
}

Result<SaidById> readSaid(store::Reader& reader, const TenantId& tenant) {
    SaidById said;
    ENSURE(reader.query("SELECT id, expires_at, stage FROM certificate_warnings WHERE tenant = $1", {tenant.text()},
                        [&](const store::Row& row) {
                            said[std::string(row.text(0))] = {row.integer(1), int(row.integer(2))};
                            return true;
                        }));
    return said;
}

Status keepSaid(store::Writer& writer, const TenantId& tenant, const SaidById& said) {
    ENSURE(writer.execute("DELETE FROM certificate_warnings WHERE tenant = $1", {tenant.text()}));
    for (const auto& [id, what] : said) {
        ENSURE(
            writer.execute("INSERT INTO certificate_warnings (tenant, id, expires_at, stage) VALUES ($1, $2, $3, $4)",
                           {tenant.text(), id, what.expiresAt, std::int64_t(what.stage)}));
    }
    return {};
}

audit::Record recordOf(const api::Expiry& expiry, int stage) {
    const bool ofConnection = !expiry.connection.empty();
    audit::Record record;
    record.type = "CertificateExpiring";
    record.actor = {audit::ActorType::System, "certificates", {}};
    record.target = {ofConnection            ? "connection"
                     : expiry.object.empty() ? "broker"
                                             : "key",
                     expiry.object, ofConnection ? expiry.connection : ""};
    record.data = {
        {"kind", expiry.kind}, {"name", expiry.name}, {"expiresAt", toRfc3339(*expiry.expiresAt)}, {"days", stage}};
    return record;
}

Result<int> warn(const Services& services, const TenantId& tenant, const std::vector<api::Expiry>& expiries,
                 const SaidById& before, Time now) {
    SaidById said;
    std::vector<audit::Record> records;
    for (const api::Expiry& expiry : expiries) {
        const auto stage = stageOf(*expiry.expiresAt, now);
        const bool isCertificate =
            std::find(kCertificates.begin(), kCertificates.end(), expiry.kind) != kCertificates.end();
        if (!isCertificate || !stage) {
            continue;
        }
        const Said what{toMillis(*expiry.expiresAt), *stage};
        const auto known = before.find(expiry.id);
        if (known == before.end() || !(known->second == what)) {
            records.push_back(recordOf(expiry, *stage));
        }
        said[expiry.id] = what;
    }
    if (said == before) {
        return 0;
    }
    const auto sealer = services.keys.sealerFor(tenant);
    if (!sealer) {
        return 0; // its log is locked with its keys; it is told when they are back
    }
    ENSURE(services.store.write([&](store::Writer& writer) -> Status {
        for (const audit::Record& record : records) {
            ENSURE(audit::append(writer, *sealer, tenant, record, now));
        }
        return keepSaid(writer, tenant, said);
    }));
    return int(records.size());
}

struct Round {
    std::vector<api::Expiry> expiries;
    SaidById said;
};

Result<int> warnTenant(const Services& services, const tenants::Tenant& tenant, Time now) {
    TRY(round, services.store.read([&](store::Reader& reader) -> Result<Round> {
        TRY(expiries, expiriesOfTenant(reader, services, tenant.id, tenant.slug, now));
        TRY(said, readSaid(reader, tenant.id));
        return Round{std::move(expiries), std::move(said)};
    }));
    return warn(services, tenant.id, round.expiries, round.said, now);
}

} // namespace

Result<int> warnOfCertificates(const Services& services, Time now) {
    TRY(own, services.store.read([&](store::Reader& reader) -> Result<Round> {
        TRY(expiries, expiriesOfBroker(reader, services, now));
        TRY(said, readSaid(reader, platformTenant()));
        return Round{std::move(expiries), std::move(said)};
    }));
    TRY(recorded, warn(services, platformTenant(), own.expiries, own.said, now));
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, services.store.read(
                      [&](store::Reader& reader) { return tenants::listTenants(reader, "", *cursor, kAtOnce); }));
        for (const tenants::Tenant& tenant : page.items) {
            TRY(more, warnTenant(services, tenant, now));
            recorded += more;
        }
        cursor = page.nextCursor;
    }
    return recorded;
}

} // namespace gatehouse::admin
