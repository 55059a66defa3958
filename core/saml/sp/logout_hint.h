// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "saml/wire/name_id.h"

namespace gatehouse::saml::sp {

/// Whom the provider knows a session by: kept, sealed, with the session, for a logout in either direction.
struct LogoutHint {
    wire::NameId nameId;
    std::string sessionIndex; ///< may be empty
};
[[nodiscard]] std::string logoutHint(const wire::NameId& nameId, const std::string& sessionIndex);
[[nodiscard]] std::optional<LogoutHint> readLogoutHint(const std::string& text);

} // namespace gatehouse::saml::sp
