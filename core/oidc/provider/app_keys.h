// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "apps/app.h"
#include "oidc/provider/remote_keys.h"

namespace gatehouse::oidc::provider {

/// The public keys that apps prove themselves with: those of the record, or fetched from its jwksUri and kept as
/// RemoteKeys keeps them.
class AppKeys {
public:
    AppKeys(http::Client& client, const Clock& clock)
        : m_client(client)
        , m_remote(clock) {}
    /// `kid` may be empty. `oauth.invalid_client.keys` for an app without keys, or whose keys cannot be had.
    [[nodiscard]] Result<std::shared_ptr<const jose::JwkSet>> get(const apps::App& app, std::string_view kid);

private:
    http::Client& m_client;
    RemoteKeys m_remote;
};

} // namespace gatehouse::oidc::provider
