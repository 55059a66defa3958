// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "apps/app.h"
#include "apps/logo.h"
#include "http/client.h"

namespace gatehouse::oidc::provider {

/// What others hold of an app that registers or changes itself, read where its address or what it is to prove differs
/// from `before`: the document of its sector_identifier_uri has to list its redirect URIs, and behind its logo_uri is a
/// picture, which is the answer. To be called outside of any transaction.
/// `oauth.invalid_client_metadata`; the detail names the member, and the log says why.
[[nodiscard]] Result<std::optional<apps::Logo>> readAddressesOf(http::Client& client, const apps::App& app,
                                                                const apps::App& before);

} // namespace gatehouse::oidc::provider
