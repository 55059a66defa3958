// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/problem.h"
#include "json/json.h"

namespace gatehouse::admin {

/// Takes the members out of a submitted document that only the broker writes: accepted if they say what `shown` (the
/// resource as it stands) says, so that what was read can be sent back, and `read_only` otherwise (security.md AD-08).
/// `schema` names the resource in admin/api. Secrets that are shown once are never accepted.
void dropReadOnly(std::string_view schema, json::Object& document, const json::Object& shown, Problems& problems);

/// The document that a PATCH means: `shown` without read-only members, with the merge patch applied (RFC 7396).
[[nodiscard]] json::Object patched(std::string_view schema, const json::Object& shown, const json::Object& patch);

/// A strong ETag over a state that has no version of its own.
[[nodiscard]] std::string etagOf(const json::Object& state);
/// A strong ETag of a version.
[[nodiscard]] std::string etagOf(std::int64_t version);

} // namespace gatehouse::admin
