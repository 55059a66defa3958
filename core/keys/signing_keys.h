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

inline constexpr std::string_view kUseTokens = "sig";
inline constexpr std::string_view kUseAudit = "audit";    ///< signs checkpoints of the audit log, never a token
inline constexpr std::string_view kUseSaml = "saml";      ///< signs SAML messages and metadata
inline constexpr std::string_view kUseEncryption = "enc"; ///< opens what SAML partners encrypt to us
inline constexpr std::string_view kRsaOaep = "RSA-OAEP";  ///< what a key of kUseEncryption is for

/// What may be shown of a key.
struct KeyInfo {
    std::string kid; ///< RFC 7638 thumbprint
    std::string use; ///< kUseTokens, kUseAudit, kUseSaml or kUseEncryption
    std::string alg;
    KeyState state = KeyState::Next;
    Time createdAt; ///< published since
    std::optional<Time> activatedAt;
    std::optional<Time> retiredAt;  ///< also when it was revoked
    std::optional<Time> activateAt; ///< of a next key: when it was asked to take over
    std::optional<Time> replacedAt; ///< since when it signs nothing any more
    Seconds longestLife{0};         ///< of the tokens that it signed
    json::Object publicJwk;         ///< of kUseSaml and kUseEncryption with a certificate (x5c, RFC 7517 section 4.7)
};
/// kid, use, alg, state, createdAt, activatedAt, replacedAt, retiredAt, jwk.
[[nodiscard]] json::Object toJson(const KeyInfo& key);

/// A fresh key of KeyRing::generateKey: its row, private half sealed.
struct NewSigningKey {
    TenantId tenant;
    KeyInfo info;
    Bytes sealedPrivate;
};

/// Whether a next key has to wait until everybody can have fetched it (earliestActivation).
enum class Guard { Keep, Override };

// A ring has one active key for each use and algorithm, and each rotates by itself. Each change below is followed by
// KeyRing::forgetAfterCommit in the same transaction.

/// Newest first, all that there ever were.
[[nodiscard]] Result<std::vector<KeyInfo>> listKeys(store::Reader& reader, const TenantId& tenant);
/// `keys.not_found`.
[[nodiscard]] Result<KeyInfo> findKey(store::Reader& reader, const TenantId& tenant, std::string_view kid);
/// The oldest key of a use and algorithm in a state.
[[nodiscard]] Result<std::optional<KeyInfo>> findInState(store::Reader& reader, const TenantId& tenant,
                                                         std::string_view use, std::string_view alg, KeyState state);
/// Stores a key in the state that its info has. `keys.active_exists` if it is active and there is an active one of its
/// use and algorithm.
[[nodiscard]] Status insertKey(store::Writer& writer, const NewSigningKey& key);
/// Next becomes active, the active one of its algorithm retiring. `keys.not_next`, `keys.not_found`,
/// `keys.published_too_recently`.
[[nodiscard]] Result<KeyInfo> activateKey(store::Writer& writer, const TenantId& tenant, std::string_view kid,
                                          Guard guard, Time now);
/// Makes a next key take over by itself at `when` (RotationSchedule). `keys.not_next`, `keys.not_found`.
[[nodiscard]] Result<KeyInfo> planActivation(store::Writer& writer, const TenantId& tenant, std::string_view kid,
                                             Time when);
/// The oldest next key of `successor`'s use and algorithm is activated (`successor` itself where there is none), and
/// `successor` is published ahead. Gives the key that is active now. `keys.published_too_recently`.
[[nodiscard]] Result<KeyInfo> rotateKeys(store::Writer& writer, const NewSigningKey& successor, Guard guard, Time now);
/// Next or retiring becomes retired. `keys.active` for the active key: rotate first.
[[nodiscard]] Result<KeyInfo> retireKey(store::Writer& writer, const TenantId& tenant, std::string_view kid, Time now);

/// What a revocation did.
struct Revocation {
    KeyInfo revoked;
    std::optional<KeyInfo> successor; ///< signs in its place; none where the key was not active
    bool spareInserted = false;
};
/// Any state becomes revoked, at once. In place of an active key the oldest next one of its algorithm signs, and
/// `spare` is published ahead; where there is no next one, `spare` itself signs. `keys.no_successor` with neither.
[[nodiscard]] Result<Revocation> revokeKey(store::Writer& writer, const TenantId& tenant, std::string_view kid,
                                           const std::optional<NewSigningKey>& spare, Time now);

/// When nothing that a retiring key signed is valid any more, tokens living for `tokenLife` now. nullopt: it is not
/// retiring, or it is for SAML, where only a person knows when the last partner has heard of the new one. `ring` is all
/// of listKeys.
[[nodiscard]] std::optional<Time> retirementTime(const std::vector<KeyInfo>& ring, const KeyInfo& key,
                                                 Seconds tokenLife);
/// Retires the retiring keys whose retirementTime has come, and gives them.
[[nodiscard]] Result<std::vector<KeyInfo>> retireDue(store::Writer& writer, const TenantId& tenant, Seconds tokenLife,
                                                     Time now);
/// Remembers how long tokens live that the active keys sign, so that a shorter life set later does not retire a key
/// under tokens that were signed before.
[[nodiscard]] Status rememberLife(store::Writer& writer, const TenantId& tenant, Seconds tokenLife);
/// Times that lie ahead are a clock's error, corrected since: they become `now`.
[[nodiscard]] Status correctTimes(store::Writer& writer, const TenantId& tenant, Time now);

} // namespace gatehouse::keys
