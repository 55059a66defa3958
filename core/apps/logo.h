// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "apps/app.h"
#include "base/encoding.h"
#include "base/ids.h"
#include "base/result.h"
#include "store/store.h"

namespace gatehouse::apps {

/// An app's logo as it was when its logoUri was set. Pages show what is kept here: a browser asks nobody else for it.
struct Logo {
    std::string mediaType; ///< "image/png", "image/jpeg" or "image/webp"
    Bytes image;
};

/// What a server gave, if its first octets are those of a PNG, JPEG or WebP picture. What the server calls it does not
/// count, and SVG is none of them, since it can hold scripts. `logo_invalid`.
[[nodiscard]] Result<Logo> logoFrom(Bytes body);
/// "data:image/png;base64,...", for a page.
[[nodiscard]] std::string dataUrl(const Logo& logo);

// Rows of one owner, which go with their app.
/// What was fetched takes the place of the one that there is, which goes with its address.
[[nodiscard]] Status keepLogo(store::Writer& writer, const App& app, const std::optional<Logo>& fetched);
[[nodiscard]] Result<std::optional<Logo>> findLogo(store::Reader& reader, const TenantId& owner, const AppId& app);

} // namespace gatehouse::apps
