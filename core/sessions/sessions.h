// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "store/sealed.h"
#include "store/store.h"
#include "json/json.h"

namespace gatehouse::sessions {

[[nodiscard]] std::vector<store::Migration> migrations();

/// One person signed in at one browser. JSON shape: see toJson.
struct Session {
    SessionId id; ///< the `sid` claim
    UserId user;
    ConnectionId connection;
    std::string connectionName; ///< the `idp` claim
    std::string acr;
    std::vector<std::string> amr;
    Time authTime;
    std::string upstreamSid;     ///< may be empty
    std::string upstreamIdToken; ///< the hint for the provider's own logout; sealed
    std::string ip;              ///< used from there last
    std::string signedInFrom;    ///< the address of the sign-in
    std::string userAgent;
    Time createdAt;
    Time lastSeen;
    Time expiresAt;     ///< absolute end
    Time idleExpiresAt; ///< end unless used before
    std::optional<Time> endedAt;
    std::string endReason;
};
[[nodiscard]] json::Object toJson(const Session& session);

/// A session as its row has it: a transaction decides by what is plain, and who needs the rest opens it afterwards.
struct SealedSession {
    Session plain; ///< without amr and what is sealed
    std::string amr;
    Bytes sealed;
};
/// `store.unseal_failed`.
[[nodiscard]] Result<Session> opened(const store::Sealer& sealer, SealedSession session);

// Sessions. `sessions.not_found`; an ended or expired one is returned by find and list, never by findByCookie and
// isAlive.
/// `cookieHash`: SHA-256 of the browser's cookie.
[[nodiscard]] Status open(store::Writer& writer, const store::Sealer& sealer, const Session& session,
                          BytesView cookieHash);
[[nodiscard]] Result<Session> find(store::Reader& reader, const store::Sealer& sealer, const SessionId& id);
[[nodiscard]] Result<SealedSession> findSealed(store::Reader& reader, const TenantId& tenant, const SessionId& id);
/// nullopt unless it is alive at `now`.
[[nodiscard]] Result<std::optional<Session>> findByCookie(store::Reader& reader, const store::Sealer& sealer,
                                                          BytesView cookieHash, Time now);
/// The session of a cookie if it was ended at `since` or later; nullopt if not, or while it goes on.
[[nodiscard]] Result<std::optional<Session>> findEndedByCookie(store::Reader& reader, const store::Sealer& sealer,
                                                               BytesView cookieHash, Time since);
/// The connection of a session that has not ended or expired; nullopt for any other.
[[nodiscard]] std::optional<ConnectionId> connectionIfAlive(const Session& session, Time now);
/// The same by one small read, for the token gate.
[[nodiscard]] Result<std::optional<ConnectionId>> connectionIfAlive(store::Reader& reader, const TenantId& tenant,
                                                                    const SessionId& id, Time now);
/// Which sessions of a tenant are meant: what is set has to be true of one, all of it.
struct Filter {
    std::optional<UserId> user{};
    std::optional<AppId> app{}; ///< that has a grant in it
    std::optional<ConnectionId> connection{};
    std::string upstreamSid{};                          ///< the session's name at its provider
    std::function<bool(std::string_view ip)> address{}; ///< unset: any
};
struct Page {
    std::vector<Session> items;
    std::optional<std::string> nextCursor;
};
/// Newest first; only the living ones if `alive`.
[[nodiscard]] Result<Page> list(store::Reader& reader, const store::Sealer& sealer, const Filter& filter, bool alive,
                                Time now, std::string_view cursor, std::size_t limit);
/// How many sessions are alive, of a connection where one is given.
[[nodiscard]] Result<std::int64_t> countAlive(store::Reader& reader, const TenantId& tenant,
                                              const std::optional<ConnectionId>& connection, Time now);
/// The person of a living session has signed in again through its connection: level, methods, time, provider's session
/// and ends become those of `session`, and so does the cookie, so that an older one finds nothing. False, and nothing
/// done, if the session with this id has ended or is of somebody else.
[[nodiscard]] Result<bool> raise(store::Writer& writer, const store::Sealer& sealer, const Session& session,
                                 BytesView cookieHash, Time now);
/// It is used from this address now.
[[nodiscard]] Status moveTo(store::Writer& writer, const store::Sealer& sealer, Session session, std::string address);
/// Moves the idle end on. Call at most once a minute for each session.
[[nodiscard]] Status touch(store::Writer& writer, const TenantId& tenant, const SessionId& id, Time now,
                           Time idleExpiresAt);
/// An app that had a grant in a session.
struct Participant {
    AppId app;
    TenantId issuer; ///< Family::issuerTenant
    friend auto operator<=>(const Participant&, const Participant&) = default;
};
/// A session that has just ended, with everybody who took part in it.
struct Ended {
    SessionId session;
    UserId user;
    std::vector<Participant> apps; ///< each once
};
/// Hears of every session that ends, in the transaction that ends it: no session ends without one of these. What it
/// refuses does not happen.
class Endings {
public:
    virtual ~Endings() = default;
    [[nodiscard]] virtual Status ended(store::Writer& writer, const TenantId& tenant,
                                       const std::vector<Ended>& sessions) = 0;
};
/// Ends the session and revokes every token family opened under it. False if it had ended before.
[[nodiscard]] Result<bool> end(store::Writer& writer, Endings& endings, const TenantId& tenant, const SessionId& id,
                               std::string_view reason, Time now);
/// Ends all sessions of a person and revokes all their token families; how many sessions ended.
[[nodiscard]] Result<std::int64_t> endAllOf(store::Writer& writer, Endings& endings, const TenantId& tenant,
                                            const UserId& user, std::string_view reason, Time now);
[[nodiscard]] Result<std::int64_t> endAllOfConnection(store::Writer& writer, Endings& endings, const TenantId& tenant,
                                                      const ConnectionId& connection, std::string_view reason,
                                                      Time now);
/// Ends every session of a tenant and revokes every token family of it, those without a session too; how many sessions.
[[nodiscard]] Result<std::int64_t> endAllOfTenant(store::Writer& writer, Endings& endings, const TenantId& tenant,
                                                  std::string_view reason, Time now);

/// Who a session is of, and which apps have a living grant in it.
struct Living {
    SessionId session;
    UserId user;
    std::vector<AppId> apps; ///< each once
};
/// Living sessions, oldest first; an app in the filter has a living grant in them.
[[nodiscard]] Result<std::vector<Living>> living(store::Reader& reader, const store::Sealer& sealer,
                                                 const Filter& filter, Time now);

/// A grant and the tokens that follow from it: a token family (RFC 9700, 4.14).
struct Family {
    std::string id;
    TenantId issuerTenant; ///< the tenant whose issuer it belongs to, or the platform at the front door
    AppId app;
    UserId user;
    SessionId session;
    std::vector<std::string> scopes;
    std::string nonce;
    Time createdAt;
    Time expiresAt;
    std::optional<Time> revokedAt;
    std::vector<std::string> resources{}; ///< what its access tokens are for (RFC 8707); empty: the app's audiences
    /// Names of claims that the app asked for one by one, beside its scopes (OpenID Connect Core 1.0, 5.5).
    std::vector<std::string> idTokenClaims{};
    std::vector<std::string> userinfoClaims{};
    std::string jkt{}; ///< thumbprint of the DPoP key that its refresh tokens are bound to; empty: to none
    std::string authorizationDetails{}; ///< what was granted in detail (RFC 9396), as a JSON array; empty: nothing
    std::optional<Time> lastRefresh{};
};
/// The families of a session, first granted first, whatever became of them.
[[nodiscard]] Result<std::vector<Family>> grantsOf(store::Reader& reader, const TenantId& tenant,
                                                   const SessionId& session);
/// `sessions.family_not_found`.
[[nodiscard]] Result<Family> findFamily(store::Reader& reader, const TenantId& tenant, std::string_view id);
/// False if it was revoked before or does not exist.
[[nodiscard]] Result<bool> revokeFamily(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now);
/// That it gave tokens again.
[[nodiscard]] Status noteRefresh(store::Writer& writer, const TenantId& tenant, std::string_view id, Time now);
/// Binds the refresh tokens of a family to a key, from its first one on.
[[nodiscard]] Status bindFamily(store::Writer& writer, const TenantId& tenant, std::string_view id,
                                std::string_view jkt);
[[nodiscard]] Result<std::int64_t> revokeFamiliesOfApp(store::Writer& writer, const TenantId& tenant, const AppId& app,
                                                       Time now);

/// What hangs on an app in one tenant: families that are neither revoked nor over, whose they are, and in how many
/// sessions they were begun.
struct GrantCount {
    std::int64_t families = 0;
    std::int64_t users = 0;
    std::int64_t sessions = 0;
};
[[nodiscard]] Result<GrantCount> countGrants(store::Reader& reader, const TenantId& tenant, const AppId& app, Time now);

/// What an authorization code stands for. Stored under the SHA-256 of the code; lives 60 s.
struct AuthorizationCode {
    Family family;
    std::string redirectUri;
    std::string codeChallenge;
    std::string jkt; ///< thumbprint of the DPoP key that has to redeem it (RFC 9449, 10); empty: any
    Time expiresAt;
};
[[nodiscard]] Status putCode(store::Writer& writer, const TenantId& tenant, BytesView codeHash,
                             const AuthorizationCode& code);
/// An unused code; nullopt if there is none.
[[nodiscard]] Result<std::optional<AuthorizationCode>> findCode(store::Reader& reader, const TenantId& tenant,
                                                                BytesView codeHash);
/// What came of presenting a code: whoever is first gets Redeemed; a second time is Reused with the family to revoke.
enum class Redeemed { Yes, Reused, Unknown };
struct RedeemedCode {
    Redeemed outcome = Redeemed::Unknown;
    AuthorizationCode code;
};
/// Marks it used, at most once whatever runs in parallel. Expiry, app and redirect URI are the caller's to judge.
[[nodiscard]] Result<RedeemedCode> redeemCode(store::Writer& writer, const TenantId& tenant, BytesView codeHash,
                                              Time now);

/// One refresh token, stored under its SHA-256.
struct Refresh {
    Family family;
    std::int64_t sequence = 1;
    Time expiresAt;
    std::optional<Time> usedAt;
    std::string successor; ///< the token that replaced it, sealed, for the grace time
};
[[nodiscard]] Status putFamily(store::Writer& writer, const TenantId& tenant, const Family& family);
[[nodiscard]] Status putRefresh(store::Writer& writer, const TenantId& tenant, BytesView tokenHash,
                                std::string_view family, std::int64_t sequence, Time expiresAt);
/// nullopt if unknown.
[[nodiscard]] Result<std::optional<Refresh>> findRefresh(store::Reader& reader, const store::Sealer& sealer,
                                                         BytesView tokenHash);
/// Marks it used and remembers what replaced it (sealSuccessor); false if another request was first.
[[nodiscard]] Result<bool> useRefresh(store::Writer& writer, const TenantId& tenant, BytesView tokenHash,
                                      BytesView sealedSuccessor, Time now);
[[nodiscard]] Bytes sealSuccessor(const store::Sealer& sealer, BytesView tokenHash, std::string_view successor);

/// At the front door a code or refresh token does not say whose it is: these remember the tenant by the token's hash,
/// for tokens of the platform's issuer alone. nullopt if it is no front-door token.
[[nodiscard]] Status putFrontDoorToken(store::Writer& writer, const TenantId& tenant, BytesView tokenHash,
                                       Time expiresAt);
[[nodiscard]] Result<std::optional<TenantId>> tenantOfFrontDoorToken(store::Reader& reader, BytesView tokenHash);

/// Access tokens revoked one by one, by jti, kept until they would have expired.
[[nodiscard]] Status revokeToken(store::Writer& writer, const TenantId& tenant, std::string_view jti, Time expiresAt);
[[nodiscard]] Result<bool> isTokenRevoked(store::Reader& reader, const TenantId& tenant, std::string_view jti);

/// An authorization request that an app pushed (RFC 9126): its parameters, sealed, under the hash of its request_uri.
/// The sealer is the issuer's, the platform's at the front door.
struct PushedRequest {
    AppId app;
    std::string parameters; ///< form-encoded
    Time expiresAt;
};
[[nodiscard]] Status putPushedRequest(store::Writer& writer, const store::Sealer& sealer, BytesView hash,
                                      const PushedRequest& request);
/// nullopt if there is none.
[[nodiscard]] Result<std::optional<PushedRequest>> findPushedRequest(store::Reader& reader, const store::Sealer& sealer,
                                                                     BytesView hash);
[[nodiscard]] Status dropPushedRequest(store::Writer& writer, const TenantId& issuer, BytesView hash);

/// What may be used once, such as an assertion's jti: true for whoever is first, whatever runs in parallel, and false
/// for everybody else until `expiresAt`. `kind` keeps things apart that could bear the same name. The tenant is the
/// issuer's, the platform at the front door.
[[nodiscard]] Result<bool> spendOnce(store::Writer& writer, const TenantId& tenant, std::string_view kind,
                                     std::string_view name, Time expiresAt);

/// Deletes codes, tokens, families and sessions that ended more than `keep` ago. Rows deleted.
[[nodiscard]] Result<std::int64_t> purge(store::Writer& writer, Time now, Seconds keep);

} // namespace gatehouse::sessions
