// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "apps/app.h"
#include "base/result.h"
#include "directory/user.h"
#include "saml/wire/name_id.h"
#include "saml/wire/published_sp.h"
#include "store/sealed.h"

namespace gatehouse::saml::idp {

/// What an app calls a person. `wanted`: the format that the request asks for; may be empty. In that order: what was
/// asked for, what the app's record says, the first that the metadata lists and we have, transient (standards/03,
/// section 7). Persistent: 40 lower-case hexadecimal digits, the same for one person and entity ID for ever.
/// `idp.name_id_policy` for a format that we do not issue, and for emailAddress of a person without an address.
[[nodiscard]] Result<wire::NameId> nameIdOf(const directory::User& user, const apps::App& app,
                                            const wire::PublishedSp& sp, const std::string& wanted,
                                            const std::string& entityId, const store::Sealer& sealer);

/// Whether a request may ask for it; true of an empty one, which leaves it to us.
[[nodiscard]] bool isIssued(const std::string& format);
/// The formats that we issue, for our metadata.
[[nodiscard]] std::vector<std::string> issuedNameIdFormats();

} // namespace gatehouse::saml::idp
