// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "sessions/sessions.h"

namespace gatehouse::provisioning {

/// Ends in the same transaction what other modules gave a person, such as tokens of the Admin API.
using AlsoEnd = std::function<Status(store::Writer&, const TenantId&, const UserId&)>;

/// Nothing that a person has from us counts any longer: sessions, token families, consents, and what `alsoEnd` knows
/// of. The apps are told by `endings`. How many sessions ended. What was ended stays so if the person comes back.
[[nodiscard]] Result<std::int64_t> endAccess(store::Writer& writer, sessions::Endings& endings, const AlsoEnd& alsoEnd,
                                             const TenantId& tenant, const UserId& user, std::string_view reason,
                                             Time now);

} // namespace gatehouse::provisioning
