// SPDX-License-Identifier: Apache-2.0
#include "store/sealed.h"

#include <initializer_list>

#include "crypto/aead.h"
#include "crypto/hash.h"

namespace gatehouse::store {
namespace {

constexpr char kVersion = 1;

// Each part behind its length in four bytes, so that no two lists of parts give the same bytes.
void appendPart(Bytes& out, std::string_view part) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out.push_back(char((part.size() >> shift) & 255));
    }
    out.append(part);
}

Bytes join(std::initializer_list<std::string_view> parts) {
    Bytes out;
    for (const std::string_view part : parts) {
        appendPart(out, part);
    }
    return out;
}

Bytes boundTo(const TenantId& tenant, const Place& place) {
    return join({std::string_view(&kVersion, 1), tenant.text(), place.table, place.row, place.column});
}

} // namespace

Sealer::Sealer(TenantId tenant, const Secret& dataKey)
    : m_tenant(std::move(tenant))
    , m_sealKey(crypto::hkdf(dataKey.reveal(), "gatehouse/store/seal/1", crypto::kAeadKeySize))
    , m_hashKey(crypto::hkdf(dataKey.reveal(), "gatehouse/store/lookup/1", 32)) {}

Bytes Sealer::seal(const Place& place, BytesView plaintext) const {
    return std::string(1, kVersion) + crypto::aeadSeal(m_sealKey.reveal(), plaintext, boundTo(m_tenant, place));
}

Result<Bytes> Sealer::open(const Place& place, BytesView sealed) const {
    if (sealed.empty() || sealed.front() != kVersion) {
        return fail(Code::Internal, "store.unseal_failed", "unknown version");
    }
    auto opened = crypto::aeadOpen(m_sealKey.reveal(), sealed.substr(1), boundTo(m_tenant, place));
    if (!opened) {
        return fail(Code::Internal, "store.unseal_failed", std::string(place.table) + "." + std::string(place.column));
    }
    return opened;
}

Bytes Sealer::lookupHash(std::string_view domain, BytesView value) const {
    return crypto::hmac(crypto::Digest::Sha256, m_hashKey.reveal(), join({m_tenant.text(), domain, value}));
}

} // namespace gatehouse::store
