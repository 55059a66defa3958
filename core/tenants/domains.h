// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "tenants/tenant.h"

namespace gatehouse::tenants {

/// The one stored form of a domain name: IDNA 2008 A-labels, lower case, no trailing dot. `domain.malformed` for what
/// is no host name with at least two labels (or is an IP address), `domain.public_suffix` for a name under which
/// anybody can register ("co.uk").
[[nodiscard]] Result<std::string> normalizeDomain(std::string_view text);
/// The normalized domain of an e-mail address (after the last @), without the public-suffix rule. `domain.malformed`.
[[nodiscard]] Result<std::string> domainOfEmail(std::string_view email);

/// Adds a pending domain with a fresh TXT record. `domain.exists` if this tenant has it already.
[[nodiscard]] Result<Domain> addDomain(store::Writer& writer, const TenantId& tenant, std::string_view name, Time now);
/// `domain.not_found`.
[[nodiscard]] Status removeDomain(store::Writer& writer, const TenantId& tenant, std::string_view name);
[[nodiscard]] Result<Domain> findDomain(store::Reader& reader, const TenantId& tenant, std::string_view name);
/// Ordered by name.
[[nodiscard]] Result<std::vector<Domain>> listDomains(store::Reader& reader, const TenantId& tenant);

enum class Proof { Dns, Asserted };
/// Marks it verified. Whether the TXT record is there was checked before (checkTxt), outside the transaction.
/// `domain.not_found`, `domain.taken` (Conflict) if it is verified for another tenant.
[[nodiscard]] Result<Domain> markVerified(store::Writer& writer, const TenantId& tenant, std::string_view name,
                                          Proof proof, Time now);

/// TXT strings at a name; `domain.dns` when the resolver failed.
using LookupTxt = std::function<Result<std::vector<std::string>>(const std::string& name)>;
/// Looks for the domain's TXT record at the domain itself and at `_gatehouse.` below it. `domain.record_missing`,
/// `domain.dns`.
[[nodiscard]] Status checkTxt(const Domain& domain, const LookupTxt& lookup);
/// TXT strings by the system's resolver. Blocks up to the resolver's own deadline.
[[nodiscard]] Result<std::vector<std::string>> systemLookupTxt(const std::string& name);

/// The tenant for which this domain is verified, for home-realm discovery; nullopt if none. `domain` in any spelling;
/// one that is malformed belongs to nobody.
[[nodiscard]] Result<std::optional<TenantId>> findTenantByDomain(store::Reader& reader, std::string_view domain);
/// True if the domain is verified for this tenant.
[[nodiscard]] Result<bool> ownsDomain(store::Reader& reader, const TenantId& tenant, std::string_view domain);

} // namespace gatehouse::tenants
