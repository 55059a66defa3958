// SPDX-License-Identifier: Apache-2.0
#include "tenants/domains.h"

#include <algorithm>

#include "crypto/random.h"

namespace gatehouse::tenants {

namespace {

constexpr std::string_view kRecordPrefix = "gatehouse-verification=";
constexpr std::size_t kTokenBytes = 24;

Domain fromRow(const store::Row& row) {
    Domain domain;
    domain.name = row.text(0);
    domain.status = row.text(1) == "verified" ? DomainStatus::Verified : DomainStatus::Pending;
    domain.txtRecord = row.text(2);
    domain.asserted = row.integer(3) != 0;
    if (!row.isNull(4)) {
        domain.verifiedAt = fromMillis(row.integer(4));
    }
    domain.createdAt = fromMillis(row.integer(5));
    return domain;
}

/// By the stored form of the name.
Result<std::optional<TenantId>> holderOf(store::Reader& reader, std::string_view name) {
    std::optional<TenantId> holder;
    ENSURE(reader.query("SELECT tenant_id FROM domains WHERE name = $1 AND status = 'verified'", {name},
                        [&](const store::Row& row) {
                            holder = TenantId(std::string(row.text(0)));
                            return false;
                        }));
    return holder;
}

/// A name that is already stored may have become a public suffix since; it must stay removable.
std::string storedForm(std::string_view name) {
    return domainOfEmail("x@" + std::string(name)).value_or(std::string(name));
}

} // namespace

Result<Domain> addDomain(store::Writer& writer, const TenantId& tenant, std::string_view name, Time now) {
    TRY(normalized, normalizeDomain(name));
    Domain domain;
    domain.name = normalized;
    domain.txtRecord = std::string(kRecordPrefix) + crypto::randomToken(kTokenBytes);
    domain.createdAt = now;
    TRY(added,
        writer.execute("INSERT INTO domains (tenant_id, name, status, txt_record, asserted, verified_at, created_at) "
                       "VALUES ($1, $2, 'pending', $3, 0, NULL, $4) ON CONFLICT DO NOTHING",
                       {tenant.text(), domain.name, domain.txtRecord, toMillis(now)}));
    if (added != 1) {
        return fail(Code::Conflict, "domain.exists");
    }
    return domain;
}

Status removeDomain(store::Writer& writer, const TenantId& tenant, std::string_view name) {
    TRY(removed,
        writer.execute("DELETE FROM domains WHERE tenant_id = $1 AND name = $2", {tenant.text(), storedForm(name)}));
    if (removed != 1) {
        return fail(Code::NotFound, "domain.not_found");
    }
    return {};
}

Result<Domain> findDomain(store::Reader& reader, const TenantId& tenant, std::string_view name) {
    std::optional<Domain> found;
    ENSURE(reader.query("SELECT name, status, txt_record, asserted, verified_at, created_at FROM domains "
                        "WHERE tenant_id = $1 AND name = $2",
                        {tenant.text(), storedForm(name)}, [&](const store::Row& row) {
                            found = fromRow(row);
                            return false;
                        }));
    if (!found) {
        return fail(Code::NotFound, "domain.not_found");
    }
    return *std::move(found);
}

Result<std::vector<Domain>> listDomains(store::Reader& reader, const TenantId& tenant) {
    std::vector<Domain> domains;
    ENSURE(reader.query("SELECT name, status, txt_record, asserted, verified_at, created_at FROM domains "
                        "WHERE tenant_id = $1 ORDER BY name",
                        {tenant.text()}, [&](const store::Row& row) {
                            domains.push_back(fromRow(row));
                            return true;
                        }));
    return domains;
}

Result<Domain> markVerified(store::Writer& writer, const TenantId& tenant, std::string_view name, Proof proof,
                            Time now) {
    TRY(domain, findDomain(writer, tenant, name));
    TRY(holder, holderOf(writer, domain.name));
    if (holder && *holder != tenant) {
        return fail(Code::Conflict, "domain.taken");
    }
    domain.status = DomainStatus::Verified;
    domain.verifiedAt = now;
    domain.asserted = proof == Proof::Asserted;
    const auto changed = writer.execute("UPDATE domains SET status = 'verified', asserted = $1, verified_at = $2 "
                                        "WHERE tenant_id = $3 AND name = $4",
                                        {domain.asserted ? 1 : 0, toMillis(now), tenant.text(), domain.name});
    if (!changed) {
        Error error = changed.error();
        if (error.reason == "store.constraint") {
            error.reason = "domain.taken";
        }
        return tl::unexpected<Error>(std::move(error));
    }
    return domain;
}

Status checkTxt(const Domain& domain, const LookupTxt& lookup) {
    bool answered = false;
    Error failure;
    for (const std::string& name : {domain.name, "_gatehouse." + domain.name}) {
        const auto texts = lookup(name);
        if (!texts) {
            failure = texts.error();
            continue;
        }
        answered = true;
        if (std::find(texts->begin(), texts->end(), domain.txtRecord) != texts->end()) {
            return {};
        }
    }
    if (!answered) {
        return tl::unexpected<Error>(std::move(failure));
    }
    return fail(Code::FailedPrecondition, "domain.record_missing");
}

Result<std::optional<TenantId>> findTenantByDomain(store::Reader& reader, std::string_view domain) {
    const auto name = domainOfEmail("x@" + std::string(domain));
    if (!name) {
        return std::optional<TenantId>();
    }
    return holderOf(reader, *name);
}

Result<bool> ownsDomain(store::Reader& reader, const TenantId& tenant, std::string_view domain) {
    TRY(holder, findTenantByDomain(reader, domain));
    return holder == tenant;
}

} // namespace gatehouse::tenants
