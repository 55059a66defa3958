// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/time.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::keys {

/// Next is published but signs nothing; Retiring signs nothing but still proves; Retired and Revoked are published no
/// more.
enum class KeyState { Next, Active, Retiring, Retired, Revoked };
[[nodiscard]] std::string_view stateName(KeyState state);

/// What may be shown of a key.
struct KeyInfo {
    std::string kid; ///< RFC 7638 thumbprint
    std::string use; ///< "sig"; "audit" for the checkpoint key
    std::string alg;
    KeyState state = KeyState::Next;
    Time createdAt;
    std::optional<Time> activatedAt;
    std::optional<Time> retiredAt; ///< also when it was revoked
    json::Object publicJwk;
};
/// kid, use, alg, state, createdAt, activatedAt, retiredAt, jwk.
[[nodiscard]] json::Object toJson(const KeyInfo& key);

/// A fresh key of KeyRing::generateSigningKey: its row, private half sealed.
struct NewSigningKey {
    TenantId tenant;
    KeyInfo info;
    Bytes sealedPrivate;
};

// Each change below is followed by KeyRing::forgetAfterCommit in the same transaction.

/// Newest first.
[[nodiscard]] Result<std::vector<KeyInfo>> listKeys(store::Reader& reader, const TenantId& tenant);
/// `keys.not_found`.
[[nodiscard]] Result<KeyInfo> findKey(store::Reader& reader, const TenantId& tenant, std::string_view kid);
/// Stores a key in the state that its info has. `keys.active_exists` if it is active and there is an active one of its
/// use.
[[nodiscard]] Status insertKey(store::Writer& writer, const NewSigningKey& key);
/// Next becomes active, active becomes retiring. `keys.not_next`, `keys.not_found`.
[[nodiscard]] Result<KeyInfo> activateKey(store::Writer& writer, const TenantId& tenant, std::string_view kid,
                                          Time now);
/// The oldest next key of `successor`'s use is activated (`successor` itself where there is none), and `successor` is
/// published ahead. Gives the key that is active now.
[[nodiscard]] Result<KeyInfo> rotateKeys(store::Writer& writer, const NewSigningKey& successor, Time now);
/// Next or retiring becomes retired. `keys.active` for the active key: rotate first.
[[nodiscard]] Result<KeyInfo> retireKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now);
/// Any state becomes revoked, at once; the oldest next key takes over from an active one. `keys.no_successor` without
/// one.
[[nodiscard]] Result<KeyInfo> revokeKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now);
/// Retires retiring keys whose successor has been active for `lifetime` (the longest token they signed). How many.
[[nodiscard]] Result<int> retireDue(store::Writer& writer, const TenantId& tenant, Seconds lifetime, Time now);

} // namespace gatehouse::keys
