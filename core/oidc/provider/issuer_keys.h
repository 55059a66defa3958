// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "apps/app_grants.h"
#include "oidc/provider/remote_keys.h"

namespace gatehouse::oidc::provider {

/// The keys of the issuers whose tokens prove workloads: at the address that the record names, else where the issuer's
/// own metadata says (OpenID Connect Discovery 1.0, 4; of it only `issuer` and `jwks_uri` count, since Kubernetes and
/// CI services have no more). Of a SPIFFE bundle the keys for JWT-SVIDs (SPIFFE Trust Domain and Bundle, 4.2).
class IssuerKeys {
public:
    IssuerKeys(http::Client& client, const Clock& clock)
        : m_client(client)
        , m_remote(clock) {}
    /// `owner`: the tenant of the app, or the platform. `kid` may be empty.
    /// `oauth.invalid_grant.assertion_keys` where they cannot be had.
    [[nodiscard]] Result<std::shared_ptr<const jose::JwkSet>>
    get(const TenantId& owner, const apps::TrustedIssuer& trusted, std::string_view kid);

private:
    [[nodiscard]] Result<jose::JwkSet> fetch(const TenantId& owner, const apps::TrustedIssuer& trusted);
    http::Client& m_client;
    RemoteKeys m_remote;
};

} // namespace gatehouse::oidc::provider
