// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "apps/app.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/sealed.h"

namespace gatehouse::apps {

/// Which apps know a person by the same pairwise name (OpenID Connect Core 1.0, 8.1): the host of sectorIdentifierUri,
/// else that of the https redirect URIs, else, where it has none, the app for itself. nullopt where they are of several
/// hosts: then sectorIdentifierUri has to say.
[[nodiscard]] std::optional<std::string> sectorOf(const App& app);

/// Whether what lies behind a sectorIdentifierUri speaks for the app: a JSON array of texts with each of its redirect
/// URIs, letter by letter (OpenID Connect Dynamic Client Registration 1.0, 5). `sector_invalid`; the detail says why.
[[nodiscard]] Status checkSectorDocument(std::string_view document, const App& app);

/// What the app calls the person, the `sub` of every token and answer about them: the user's id, or for a pairwise app
/// 43 characters that are the same for one person and sector alone, for ever, and tell nobody else's. `sealer`: of the
/// person's tenant.
[[nodiscard]] std::string subjectFor(const store::Sealer& sealer, const App& app, const UserId& user);

} // namespace gatehouse::apps
