// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "audit/record.h"
#include "base/encoding.h"
#include "base/result.h"
#include "json/arena.h"
#include "json/json.h"

namespace gatehouse::audit {

// The two forms of an event and what binds them. Pure; used alike by the writer, the reader and the offline verifier.
//
// Public form: what people see (record.h), without seq, prevHash and hash. Hashed form: the same, each personal value
// replaced by
// {"$c": base64url(SHA-256(salt || JCS(value)))}. Personal are /actor/name, /target/name, /ip and flagged members of
// /data.

/// The public form, and which of its values are personal (JSON Pointers).
struct PublicEvent {
    json::Object event;
    std::vector<std::string> personal;
};
/// `storage`: of the event, which then must not outlive it.
[[nodiscard]] PublicEvent publicEvent(const Record& record, std::string_view id, Time time, json::Storage storage = {});

/// base64url(SHA-256(salt || JCS(value)))
[[nodiscard]] std::string commitment(BytesView salt, const json::Value& value);
/// Puts {"$c": commitment} in the place that `pointer` names; false if that place cannot hold personal data or is not
/// there.
bool commitAt(json::Object& event, std::string_view pointer, std::string_view commitmentText);
/// The value at a place that can hold personal data, or nullptr.
[[nodiscard]] json::Value* personalAt(json::Object& event, std::string_view pointer);
/// The pointers at which the hashed form has a commitment, with it.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> commitmentsIn(const json::Object& event);

/// The hashed form of a public event whose line says, for each personal value, its salt or (once erased) its
/// commitment. `audit.commitment` if that cannot be.
[[nodiscard]] Result<json::Object> hashedForm(json::Object publicEvent, const json::Object& commitments);

/// SHA-256("gatehouse-audit-v1\n" || tenant id || creation time in RFC 3339)
[[nodiscard]] Bytes genesisHash(const TenantId& tenant, Time tenantCreatedAt);
/// SHA-256(0x02 || u64be(seq) || previous || eventHash)
[[nodiscard]] Bytes chainHash(std::int64_t seq, BytesView previous, BytesView eventHash);

/// True for the types that every login and every token makes. Looking for one of these finds some on any page of the
/// log, so the index of types leaves them out.
[[nodiscard]] bool isRoutine(std::string_view type);

} // namespace gatehouse::audit
