// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include "ui/drafts/draft.h"

namespace gatehouse::ui::drafts {

// The same change by other means. Secrets appear as "********": whoever runs it puts the value in.

/// A gatehousectl line, its document in a here-document where it needs one.
[[nodiscard]] QString asGatehousectl(const Draft& draft);
/// A curl call of the Admin API; `address` is the broker's public URL, the token comes from $TOKEN.
[[nodiscard]] QString asApiCall(const Draft& draft, const QString& address);
/// The document for `gatehousectl apply`: tenant and object as they will be. Empty for a delete, which apply does by
/// --prune, and for what documents do not hold: groups and synchronisations.
[[nodiscard]] QString asDocument(const Draft& draft);

} // namespace gatehouse::ui::drafts
