// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/secret.h"

namespace gatehouse::keys {

/// The key that wraps every tenant's key-encryption key: 32 bytes that live outside the data directory or in the
/// operating system's keychain.
class MasterKey {
public:
    /// Exactly 32 bytes: `master_key.malformed`.
    static Result<MasterKey> fromBytes(BytesView bytes);
    static Result<MasterKey> generate();

    /// AES-256-GCM; tenant and purpose are associated data.
    [[nodiscard]] Bytes wrap(const TenantId& tenant, std::string_view purpose, BytesView key) const;
    /// `master_key.wrong` if it was wrapped by another master key, for another tenant or purpose, or changed.
    [[nodiscard]] Result<Secret> unwrap(const TenantId& tenant, std::string_view purpose, BytesView wrapped) const;
    /// Tells master keys apart and says nothing about them: 16 bytes of HKDF output.
    [[nodiscard]] Bytes checkValue() const;
    /// base64url, as a key file or a keychain entry holds it.
    [[nodiscard]] Secret text() const;

private:
    explicit MasterKey(Secret bytes)
        : m_bytes(std::move(bytes)) {}
    Secret m_bytes;
};

enum class IfMissing { Fail, Create };

/// The master key that `--master-key` names: "file:F" (owned by us, mode 0600 or stricter: `master_key.permissions`;
/// created if asked), "env:NAME", or "credential:NAME" (a file in systemd's $CREDENTIALS_DIRECTORY). The text is 32 raw
/// bytes, or their hex, base64url or base64 form. `master_key.missing`, `master_key.malformed`, `master_key.source` (no
/// such scheme), `master_key.unsupported` (pkcs11: has no provider in this build).
[[nodiscard]] Result<MasterKey> loadMasterKey(std::string_view source, IfMissing ifMissing = IfMissing::Fail);

} // namespace gatehouse::keys
