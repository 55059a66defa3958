// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "apps/app.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/store.h"

namespace gatehouse::apps {

/// The app that a grant at an issuer is of: the issuer's own, or one that the platform gives to every tenant; nullopt
/// once it is deleted.
[[nodiscard]] Result<std::optional<App>> findAtIssuer(store::Reader& reader, const TenantId& issuer, const AppId& id);

} // namespace gatehouse::apps
