// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apps/app_grants.h"
#include "base/encoding.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::apps {

/// What an app that registers itself may be (RFC 7591).
struct RegistrationRules {
    /// Hosts that its addresses may name, each in full ("app.example"), and schemes of native apps
    /// ("com.example.app:").
    std::vector<std::string> hosts;
    std::vector<std::string> grantTypes;
    std::vector<std::string> scopes;
    std::vector<DetailsType> authorizationDetails{}; ///< types that they may ask for (RFC 9396)
};

/// An initial access token: whoever has it may register so many apps of a tenant, until it expires. Kept by its hash.
struct RegistrationToken {
    std::string id;
    TenantId owner;
    std::string name;
    RegistrationRules rules;
    std::int64_t usesLeft = 1;
    std::string createdBy; ///< id of the caller
    Time createdAt;
    Time expiresAt;
    std::optional<Time> lastUsed;
};

// Rows of one owner. `registration_token.not_found`.
[[nodiscard]] Status insertToken(store::Writer& writer, const RegistrationToken& token, BytesView hash);
[[nodiscard]] Result<RegistrationToken> findToken(store::Reader& reader, const TenantId& owner, const std::string& id);
/// nullopt if no token of the owner has this hash; expiry and uses are the caller's to judge.
[[nodiscard]] Result<std::optional<RegistrationToken>> findTokenByHash(store::Reader& reader, const TenantId& owner,
                                                                       BytesView hash);
/// Newest first.
[[nodiscard]] Result<std::vector<RegistrationToken>> listTokens(store::Reader& reader, const TenantId& owner);
/// Takes one of its uses: false if none is left or it has expired, whatever runs in parallel.
[[nodiscard]] Result<bool> useToken(store::Writer& writer, const TenantId& owner, const std::string& id, Time now);
[[nodiscard]] Status removeToken(store::Writer& writer, const TenantId& owner, const std::string& id);

/// What is kept of an app that registered itself, beside the app.
struct Registration {
    AppId app;
    Bytes tokenHash;         ///< of the registration access token, which manages it (RFC 7592)
    std::string madeBy;      ///< id of the initial access token
    RegistrationRules rules; ///< as that token had them
    json::Object metadata;   ///< members that say something to people and change nothing here
};
// They go with their app.
[[nodiscard]] Status putRegistration(store::Writer& writer, const TenantId& owner, const Registration& registration);
/// Writes token and metadata anew; false if the token was another one meanwhile.
[[nodiscard]] Result<bool> renewRegistration(store::Writer& writer, const TenantId& owner,
                                             const Registration& registration, BytesView previousHash);
/// nullopt for an app that somebody else registered.
[[nodiscard]] Result<std::optional<Registration>> findRegistration(store::Reader& reader, const TenantId& owner,
                                                                   const AppId& app);

} // namespace gatehouse::apps
