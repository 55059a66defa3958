// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/flows/app_key.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

// Tokens that somebody else signed, as grants (RFC 7523), and what a token says.

inline constexpr const char* kJwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
inline constexpr const char* kTokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
inline constexpr const char* kIdentityAssertionType = "oauth-id-jag+jwt";

/// What a compact token says, read without proof; empty where it is none.
[[nodiscard]] json::Object headerOf(const std::string& token);
[[nodiscard]] json::Object payloadOf(const std::string& token);

/// `object` with other members; null leaves one out.
[[nodiscard]] json::Object changed(json::Object object, const json::Object& changes);

/// A record for World::addApp of a service that signs in with the tokens of `issuer` about `subject` and nothing else.
[[nodiscard]] json::Object workloadRecord(const json::Object& trustedIssuer, const json::Object& more = {});
/// What a platform says of a workload of `app`: kWorkload, for five minutes, with a jti of its own.
inline constexpr const char* kWorkload = "repo:acme/app:ref:refs/heads/main";
[[nodiscard]] json::Object workloadClaims(const ScriptedIdp& platform, const App& app, const Clock& clock);
/// What a provider says of somebody for `app`, as an identity assertion (ID-JAG, 3.1).
[[nodiscard]] json::Object identityClaims(const ScriptedIdp& provider, const std::string& subject, const App& app,
                                          const Clock& clock);

/// The app presents an assertion; `more` are parameters beside it.
Answer presentAssertion(World& world, const App& app, const std::string& assertion, const Changes& more = {},
                        const http::Headers& headers = {});
/// The app exchanges a token (RFC 8693), an access token where `parameters` name no other type. Of two parameters with
/// one name the first counts.
Answer exchangeToken(World& world, const App& app, const Changes& parameters, const http::Headers& headers = {});
/// A service's own token; `scope` may be empty.
std::string ownToken(World& world, const App& app, const std::string& scope = {});
/// A DPoP proof by `key` for the app's next token request, with the nonce that the broker wants.
http::Headers proofFor(World& world, const App& app, const AppKey& key);

} // namespace gatehouse::flows
