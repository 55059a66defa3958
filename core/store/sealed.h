// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::store {

/// Where a sealed value lives. All four are bound as associated data, so that a value moved elsewhere does not open.
struct Place {
    std::string_view table;
    std::string_view row; ///< the row's id
    std::string_view column;
};

/// Seals and opens one tenant's columns, and makes the keyed hashes by which sealed values are looked up.
/// Holds two keys derived from the tenant's data key; copy it freely, it is small.
class Sealer {
public:
    /// `dataKey`: 32 bytes. The tenant is part of every associated data and every hash.
    Sealer(TenantId tenant, const Secret& dataKey);
    [[nodiscard]] const TenantId& tenant() const { return m_tenant; }
    /// version(1) || nonce(12) || ciphertext || tag(16), AES-256-GCM.
    [[nodiscard]] Bytes seal(const Place& place, BytesView plaintext) const;
    /// `store.unseal_failed` if it was changed, moved or sealed under another key.
    [[nodiscard]] Result<Bytes> open(const Place& place, BytesView sealed) const;
    /// HMAC-SHA-256 over (tenant, domain, value), 32 bytes: equal values give equal hashes inside one tenant and domain
    /// only.
    [[nodiscard]] Bytes lookupHash(std::string_view domain, BytesView value) const;

private:
    TenantId m_tenant;
    Secret m_sealKey;
    Secret m_hashKey;
};

} // namespace gatehouse::store
