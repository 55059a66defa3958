// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "connections/connections.h"
#include "connections/provider_cache.h"
#include "keys/key_ring.h"
#include "login/worker_shares.h"

namespace gatehouse::oidc::rp {

/// What a JWT must say by which an identity provider asks to revoke everything of one of its people (Global Token
/// Revocation, as Okta's Universal Logout sends it).
struct RevocationTokenRules {
    std::string issuer;                  ///< of the connection, byte for byte
    std::string clientId;                ///< ours at the provider, the token's sub
    std::string endpoint;                ///< the token's audience: the address that it came to
    std::vector<std::string> algorithms; ///< of the provider's metadata; narrowed to those that are safe
    Seconds skew{60};
};
struct RevocationToken {
    std::string jti;
    Time goodUntil;
};
/// Pure. typ is global-token-revocation+jwt and nothing else; it lives ten minutes at most. `revocation_token.key`
/// where the key is unknown and may have been rotated; `revocation_token.invalid` with what is wrong in the detail.
[[nodiscard]] Result<RevocationToken> verifyRevocationToken(std::string_view token, const std::vector<jose::Jwk>& keys,
                                                            const RevocationTokenRules& rules, Time now);

/// Finds the connection of a tenant whose provider sent such a token, and proves it, once.
class RevocationTokens {
public:
    struct Parts {
        store::Store& store;
        const Clock& clock;
        const keys::KeyRing& keys;
        connections::ConnectionCache& connections;
        connections::ProviderCache& providers;
        login::WorkerShares& shares;
    };
    explicit RevocationTokens(Parts parts)
        : m_parts(parts) {}
    /// `endpoint`: the address it came to. `revocation_token.invalid`, `revocation_token.replayed`, and those of the
    /// provider's keys.
    [[nodiscard]] Result<ConnectionId> prove(const TenantId& tenant, std::string_view token,
                                             const std::string& endpoint);

private:
    [[nodiscard]] Result<RevocationToken> verify(const connections::Connection& connection, std::string_view token,
                                                 const std::string& endpoint);
    Parts m_parts;
};

} // namespace gatehouse::oidc::rp
