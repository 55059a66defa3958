// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "admin/request.h"

namespace gatehouse::admin {

/// Answers which registered redirect URI is nearest to one that somebody pasted, and where the two part
/// (api::RedirectUriAnswer). The rules are the broker's own, oauth::matches.
[[nodiscard]] Answered checkRedirectUri(const Context& context);

/// Answers what a token of the app says, and whether the published keys of its issuer prove it (api::TokenAnswer). The
/// token is kept nowhere. Whether it was revoked is introspection's to say.
[[nodiscard]] Answered verifyToken(const Context& context);

} // namespace gatehouse::admin
