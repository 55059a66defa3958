// SPDX-License-Identifier: Apache-2.0
#include "keys/master_key.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/random.h"

namespace gatehouse::keys {

namespace {

/// Purpose first: it holds no NUL, so no two pairs give the same bytes.
Bytes associatedData(const TenantId& tenant, std::string_view purpose) {
    Bytes data("gatehouse key wrap 1");
    data.append(1, '\0').append(purpose).append(1, '\0').append(tenant.text());
    return data;
}

} // namespace

Result<MasterKey> MasterKey::fromBytes(BytesView bytes) {
    if (bytes.size() != crypto::kAeadKeySize) {
        return fail(Code::InvalidArgument, "master_key.malformed", "a master key has 32 bytes");
    }
    return MasterKey(Secret::copyOf(bytes));
}

Result<MasterKey> MasterKey::generate() {
    return MasterKey(Secret(crypto::randomBytes(crypto::kAeadKeySize)));
}

Bytes MasterKey::wrap(const TenantId& tenant, std::string_view purpose, BytesView key) const {
    return crypto::aeadSeal(m_bytes.reveal(), key, associatedData(tenant, purpose));
}

Result<Secret> MasterKey::unwrap(const TenantId& tenant, std::string_view purpose, BytesView wrapped) const {
    auto opened = crypto::aeadOpen(m_bytes.reveal(), wrapped, associatedData(tenant, purpose));
    if (!opened) {
        return fail(Code::FailedPrecondition, "master_key.wrong", "a wrapped key did not open");
    }
    return Secret(*std::move(opened));
}

Bytes MasterKey::checkValue() const {
    constexpr std::size_t kCheckSize = 16;
    return crypto::hkdf(m_bytes.reveal(), "gatehouse master key check 1", kCheckSize);
}

Secret MasterKey::text() const {
    return Secret(base64UrlEncode(m_bytes.reveal()));
}

} // namespace gatehouse::keys
