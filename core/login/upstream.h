// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/check.h"
#include "base/result.h"
#include "base/time.h"
#include "connections/connection.h"
#include "connections/provider_cache.h"
#include "http/forms.h"
#include "login/message.h"
#include "json/json.h"

namespace gatehouse::login {

/// A thing of the provider's that may serve once, whatever else holds, such as an assertion's ID (SAML V2.0 Profiles,
/// 4.1.4.5).
struct UsedOnce {
    std::string kind;
    std::string id;
    Time until;         ///< nobody would take it afterwards anyway
    std::string reason; ///< of the refusal where it was used before
};

/// What a provider was proven to say about a person. Everything in it comes from verified bytes.
struct AssertedIdentity {
    std::string issuer;
    std::string subject;
    json::Object claims;             ///< of the ID token, completed from userinfo
    std::vector<std::string> levels; ///< what it says of the sign-in's level, in our names
    std::vector<std::string> amr;
    Time authTime;
    std::string upstreamSid;
    std::string idToken; ///< the hint for the provider's logout
    std::optional<Time> sessionExpiry;
    std::optional<UsedOnce> usedOnce{};
};

/// Where the browser goes to ask the provider.
struct Departure {
    std::string address;
    http::Parameters form{};         ///< to be posted there; empty: it is a redirect
    std::vector<Message> messages{}; ///< what it says, for the recording
};

/// The secrets and demands of one trip to the provider; kept sealed in the attempt.
struct Trip {
    std::string state;
    std::string nonce; ///< empty: nobody was sent to the provider, which began by itself
    std::string codeVerifier;
    std::string redirectUri;
    std::vector<std::string> acrValues; ///< levels that are asked for, in our names: any of them
    bool acrEssential = false;
    std::optional<Seconds> maxAge;
    bool forceLogin = false; ///< prompt=login
    bool silent = false;     ///< prompt=none
    std::string loginHint;
    std::string uiLocales;
    Twin twin = Twin::None;                ///< of the messages to and from the provider; not kept
    std::vector<std::string> acrMeeting{}; ///< the levels of which each meets acrValues, these among them
    SessionId session{};                   ///< of this browser: raised if the same person signs in again; may be none
};

/// What was found out about the ID token with means that are not recorded: its signature and the access token. A replay
/// takes it as it was found then.
struct ProvenFacts {
    std::optional<Time> at;      ///< when the token was judged; none: it never came to that
    bool signatureHeld = false;  ///< over the token's exact bytes, by a key of the provider
    bool identityProven = false; ///< every check held
    std::string keyIssuer;       ///< of the key that proved it, where the provider binds keys to directories (Entra)
    std::optional<bool> accessTokenHashHeld; ///< at_hash; none: the token has none
};

/// The checks made and, if all hold, the identity. On failure the first failed check's name is the reason.
struct Proof {
    Checks checks;
    std::optional<AssertedIdentity> identity;
    std::optional<Error> error;
    // For the recording.
    ProvenFacts facts;
    std::vector<Message> messages;    ///< to and from the provider, redacted
    std::vector<std::string> secrets; ///< that came up on the way: must appear nowhere in the recording
    std::shared_ptr<const connections::Provider> provider;
};

struct Recording;

/// A way of asking an identity provider who someone is. Implemented by oidc/rp and saml/sp.
class Upstream {
public:
    virtual ~Upstream() = default;
    [[nodiscard]] virtual Result<Departure> start(const connections::Connection& connection, const Trip& trip) = 0;
    /// Proves the provider's answer (the callback's parameters). Blocks on the provider, with a deadline.
    [[nodiscard]] virtual Proof finish(const connections::Connection& connection, const Trip& trip,
                                       const http::Parameters& answer) = 0;
    /// The same judgement over what was recorded, by the connection as it is given: pure, nothing is asked of anybody.
    /// `flow.not_replayable` where the login never got as far as a token that can be judged again.
    [[nodiscard]] virtual Proof replay(const connections::Connection& connection, const Recording& recording) const;
    /// The provider's own logout address for this session, or empty if it has none.
    [[nodiscard]] virtual std::string logoutUrl(const connections::Connection& connection,
                                                const std::string& idTokenHint, const std::string& returnTo) = 0;
};

} // namespace gatehouse::login
