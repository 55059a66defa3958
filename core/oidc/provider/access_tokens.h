// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/cache.h"
#include "oidc/provider/issuer.h"
#include "oidc/provider/parts.h"
#include "json/json.h"

namespace gatehouse::oidc::provider {

/// An access token of ours whose signature, type, issuer and shape are proven. Whether it still counts is another
/// question.
struct AccessToken {
    json::Object claims;
    std::string kid; ///< of the key that signed it
    std::string jti;
    std::string familyId; ///< empty for client credentials
    std::string clientId;
    std::string scope;
    std::string jkt; ///< the key that it is bound to (oauth/sender_key.h): without it it is worth nothing; empty: none
    TenantId tenant; ///< of the person, or of the app that acts for itself
    Time expiresAt;
};

/// Proves access tokens. A proof is remembered by the token's hash, since the same token comes again and again; its
/// state is read each time, and it counts only while its key is published (security.md CR-15).
class AccessTokens {
public:
    explicit AccessTokens(const Parts& parts)
        : m_parts(parts)
        , m_proven(20000) {}
    /// Signed by this issuer, type at+jwt, not expired. `oauth.invalid_token`.
    [[nodiscard]] Result<std::shared_ptr<const AccessToken>> prove(const Issuer& issuer, std::string_view token);
    /// Not revoked, and everything behind it still stands: tenant, app, connection, session, family, person (the one
    /// gate of security.md I4).
    [[nodiscard]] Result<bool> isLive(const Issuer& issuer, const AccessToken& token);
    /// The part of isLive that a transaction can change under it: not revoked; connection, session, family and person
    /// stand. The sealer is the tenant's.
    [[nodiscard]] Result<bool> stands(store::Reader& reader, const store::Sealer& sealer, const AccessToken& token,
                                      Time now) const;

private:
    [[nodiscard]] Result<AccessToken> verify(const Issuer& issuer, std::string_view token) const;
    const Parts& m_parts;
    Cache<std::string, AccessToken> m_proven;
};

/// The gate for a token family: its tenant active, not revoked or expired, its session alive, its person active, its
/// connection enabled. Gives what failed as a slug, or empty when all stands.
[[nodiscard]] Result<std::string_view> familyProblem(const Parts& parts, store::Reader& reader,
                                                     const store::Sealer& sealer, const sessions::Family& family,
                                                     Time now);
/// What a family stands on, where it was read already.
struct Behind {
    std::optional<ConnectionId> connection; ///< of its session; nullopt if that has ended (sessions::connectionIfAlive)
    bool personActive = false;
};
[[nodiscard]] Result<std::string_view> familyProblem(const Parts& parts, const store::Sealer& sealer,
                                                     const sessions::Family& family, const Behind& behind, Time now);

} // namespace gatehouse::oidc::provider
