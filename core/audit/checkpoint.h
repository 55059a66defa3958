// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/encoding.h"
#include "base/ids.h"
#include "base/time.h"
#include "jose/jwk.h"
#include "keys/key_ring.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::audit {

/// A tree head: the log had `size` records, and `root` binds them all.
struct Checkpoint {
    std::string origin; ///< "{host}/t/{tenant}/audit"
    std::uint64_t size = 0;
    Bytes root;
    std::string note; ///< the signed note (C2SP signed-note and tlog-checkpoint), as served
    Time time;
};
/// {"origin","size","root","note","time"}
[[nodiscard]] json::Object toJson(const Checkpoint& checkpoint);

/// Signs a tree head with an Ed25519 key. Pure. The key's name in the note is the origin.
[[nodiscard]] Result<std::string> signNote(std::string_view origin, std::uint64_t size, BytesView root,
                                           const crypto::PrivateKey& key);
/// Parses a note, and proves it where `keys` is not empty: at least one known key signed, and no known key's signature
/// fails. `audit.note_malformed`, `audit.note_unsigned`, `audit.note_signature`.
[[nodiscard]] Result<Checkpoint> openNote(std::string_view note, const std::vector<jose::Jwk>& keys);

/// The tree head over everything the tenant's log holds now: extended from the last one, signed, and stored before it
/// is given out. Where nothing was added since, the last one. `audit.rolled_back` if the log is shorter or other than
/// what was signed before: nothing is signed.
[[nodiscard]] Result<Checkpoint> makeCheckpoint(store::Store& store, const keys::KeyRing& keys, const TenantId& tenant,
                                                std::string_view origin, Time now);

/// Proof that record `seq` is in the tree of the first `size` records; size 0 means all.
/// {"seq","size","root","leaf","path":[...]}. `audit.proof_range`.
[[nodiscard]] Result<json::Object> proveInclusion(store::Store& store, const TenantId& tenant, std::int64_t seq,
                                                  std::int64_t size);
/// Proof that the first `to` records extend the first `from`; `to` 0 means all.
/// {"from","to","fromRoot","toRoot","path":[...]}.
[[nodiscard]] Result<json::Object> proveConsistency(store::Store& store, const TenantId& tenant, std::int64_t from,
                                                    std::int64_t to);

/// Writes the whole log, one JSON object a line (without the newline): the records, then one line {"checkpoint":{...}}
/// that also says the tenant, its creation time and the public key. Return false from `onLine` to stop.
[[nodiscard]] Status exportLog(store::Store& store, const keys::KeyRing& keys, const TenantId& tenant,
                               std::string_view origin, Time now,
                               const std::function<bool(std::string_view line)>& onLine);

} // namespace gatehouse::audit
