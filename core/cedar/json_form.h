// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "cedar/entities.h"
#include "cedar/value.h"
#include "json/json.h"

namespace gatehouse::cedar {

/// A value in Cedar's JSON form: texts, booleans, whole numbers, arrays as sets, objects as records,
/// {"__entity":{"type","id"}} and
/// {"__extn":{"fn","arg"}}. `cedar.json` for null, a fraction or a malformed escape.
[[nodiscard]] Result<Value> valueFromJson(const json::Value& value);
/// {"type","id"}, or the same in {"__entity":...}. `cedar.json`.
[[nodiscard]] Result<EntityUid> entityUidFromJson(const json::Value& value);
/// [{"uid","attrs","parents","tags"}]. `cedar.json`, and the errors of Entities::of.
[[nodiscard]] Result<Entities> entitiesFromJson(const json::Value& value);

} // namespace gatehouse::cedar
