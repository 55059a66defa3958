// SPDX-License-Identifier: Apache-2.0
#include "tenants/tenant.h"

#include <algorithm>

namespace gatehouse::tenants {

std::string_view kindName(Kind kind) {
    switch (kind) {
    case Kind::Live:
        return "live";
    case Kind::Sandbox:
        return "sandbox";
    }
    return "live";
}

std::string_view statusName(TenantStatus status) {
    switch (status) {
    case TenantStatus::Active:
        return "active";
    case TenantStatus::Suspended:
        return "suspended";
    case TenantStatus::Sealed:
        return "sealed";
    }
    return "suspended";
}

std::string_view statusName(DomainStatus status) {
    switch (status) {
    case DomainStatus::Pending:
        return "pending";
    case DomainStatus::Verified:
        return "verified";
    }
    return "pending";
}

std::optional<Kind> parseKind(std::string_view name) {
    for (const Kind kind : {Kind::Live, Kind::Sandbox}) {
        if (name == kindName(kind)) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<TenantStatus> parseStatus(std::string_view name) {
    for (const TenantStatus status : {TenantStatus::Active, TenantStatus::Suspended, TenantStatus::Sealed}) {
        if (name == statusName(status)) {
            return status;
        }
    }
    return std::nullopt;
}

bool isSlug(std::string_view text) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return text.size() >= 2 && text.size() <= 63 && plain(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return plain(c) || c == '-'; });
}

} // namespace gatehouse::tenants
