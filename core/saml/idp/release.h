// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "apps/app.h"
#include "base/result.h"
#include "directory/user.h"
#include "saml/wire/published_sp.h"
#include "saml/wire/response.h"
#include "store/sealed.h"

namespace gatehouse::saml::idp {

/// What an app gets to know of a person: of what the app's scopes release, the attributes that its record names; where
/// that names none those that its metadata asks for, by the names it asks with; where that asks for none the usual
/// ones. subject-id and pairwise-id as the metadata requires (Subject Identifier Attributes Profile 1.0, 2.2). `scope`:
/// our host, behind their @. What the person does not have is left out. `idp.attr.invalid` for a value that no XML
/// document can hold, or of more than 64 KiB.
[[nodiscard]] Result<std::vector<wire::IssuedAttribute>> releasedTo(const apps::App& app, const wire::PublishedSp& sp,
                                                                    const directory::User& user,
                                                                    const store::Sealer& sealer,
                                                                    const std::string& scope, Time now);

} // namespace gatehouse::saml::idp
