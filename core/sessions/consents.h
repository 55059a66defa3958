// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"

namespace gatehouse::sessions {

/// What a person has allowed an app to know and do. One for each person and app; it grows with each yes.
struct Consent {
    std::string id; ///< UUIDv7
    UserId user;
    AppId app;
    std::vector<std::string> scopes;
    std::vector<std::string> claims; ///< asked for one by one, beside the scopes
    Time givenAt;                    ///< the first time
    Time updatedAt;                  ///< the last time
};
/// Whether it holds everything that is asked for now.
[[nodiscard]] bool covers(const Consent& consent, const std::vector<std::string>& scopes,
                          const std::vector<std::string>& claims);

/// nullopt if the person never allowed the app anything, or withdrew it.
[[nodiscard]] Result<std::optional<Consent>> findConsent(store::Reader& reader, const TenantId& tenant,
                                                         const UserId& user, const AppId& app);
/// `consents.not_found`
[[nodiscard]] Result<Consent> findConsent(store::Reader& reader, const TenantId& tenant, std::string_view id);
struct ConsentPage {
    std::vector<Consent> items;
    std::optional<std::string> nextCursor;
};
/// Newest first; of one person or one app where they are given.
[[nodiscard]] Result<ConsentPage> listConsents(store::Reader& reader, const TenantId& tenant,
                                               const std::optional<UserId>& user, const std::optional<AppId>& app,
                                               std::string_view cursor, std::size_t limit);
/// Remembers a yes: adds to what was allowed before. Gives what is allowed now.
[[nodiscard]] Result<Consent> giveConsent(store::Writer& writer, const TenantId& tenant, const UserId& user,
                                          const AppId& app, const std::vector<std::string>& scopes,
                                          const std::vector<std::string>& claims, Time now);
/// Forgets it and revokes every grant that the person gave the app; how many. `consents.not_found`
[[nodiscard]] Result<std::int64_t> withdrawConsent(store::Writer& writer, const TenantId& tenant, std::string_view id,
                                                   Time now);
/// With the person, or with the app.
[[nodiscard]] Status forgetConsentsOf(store::Writer& writer, const TenantId& tenant, const UserId& user);
[[nodiscard]] Status forgetConsentsOfApp(store::Writer& writer, const TenantId& tenant, const AppId& app);

/// An authorization request that waits for its person's answer, under the hash of the ticket that its page has.
struct AskedConsent {
    SessionId session;   ///< only in this session it can be answered
    std::string request; ///< of the provider, as it likes; sealed
    Time expiresAt;
};
[[nodiscard]] Status askConsent(store::Writer& writer, const store::Sealer& sealer, BytesView ticketHash,
                                const AskedConsent& asked);
/// nullopt if there is none, or it has expired.
[[nodiscard]] Result<std::optional<AskedConsent>> findAsked(store::Reader& reader, const store::Sealer& sealer,
                                                            BytesView ticketHash, Time now);
/// Takes it away: true for whoever is first, whatever runs in parallel.
[[nodiscard]] Result<bool> takeAsked(store::Writer& writer, const TenantId& tenant, BytesView ticketHash);

} // namespace gatehouse::sessions
