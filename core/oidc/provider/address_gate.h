// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "sessions/sessions.h"
#include "store/sealed.h"
#include "store/store.h"
#include "tenants/tenant.h"

namespace gatehouse::oidc::provider {

/// Whether the tenant wants anything of any address: isOddAddress is false for all sessions if not.
[[nodiscard]] bool watchesAddresses(const tenants::Settings& settings);
/// Whether a use of a session from this address asks for anything: from a blocked one, or from another place than it
/// was used from last where the tenant pins sessions. Most do not, and then nothing is written.
[[nodiscard]] bool isOddAddress(const tenants::Settings& settings, const sessions::Session& session,
                                std::string_view address);

/// Does in the caller's transaction what the tenant wants of such a use, and records it (`RiskDetected`): a blocked
/// address ends the session, another one is noted or ends it (Settings::ipPinning). Gives the reason if the session has
/// ended, "address_blocked" or "address_changed", else empty; then the new place is where it was used last.
[[nodiscard]] Result<std::string_view> judgeAddress(store::Writer& writer, sessions::Endings& endings,
                                                    const store::Sealer& sealer, const tenants::Settings& settings,
                                                    const sessions::Session& session, const std::string& address,
                                                    Time now);

} // namespace gatehouse::oidc::provider
