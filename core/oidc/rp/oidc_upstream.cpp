// SPDX-License-Identifier: Apache-2.0
#include "oidc/rp/oidc_upstream.h"

#include <array>
#include <memory>

#include "base/words.h"
#include "connections/acr_mapping.h"
#include "jose/jws.h"
#include "login/recording.h"
#include "login/redaction.h"
#include "oauth/pkce.h"
#include "oidc/rp/client_authentication.h"
#include "oidc/rp/id_token.h"
#include "oidc/rp/userinfo.h"

namespace gatehouse::oidc::rp {
namespace {

// With the code, its proof and the assertion's kind; never with what proves that we are we.
constexpr auto kOfTokenTwin = std::to_array<std::string_view>(
    {"grant_type", "redirect_uri", "client_id", "client_assertion_type", "code", "code_verifier"});
constexpr auto kOfTokenRequest =
    std::to_array<std::string_view>({"grant_type", "redirect_uri", "client_id", "client_assertion_type"});

Check ok(std::string name, std::string actual, std::string spec) {
    return {std::move(name), Check::Status::Ok, "", std::move(actual), "", std::move(spec)};
}

login::Proof refuse(login::Proof proof, std::string_view reason, std::string expected, std::string actual,
                    std::string cure, std::string spec) {
    proof.checks.push_back({std::string(reason), Check::Status::Fail, std::move(expected), std::move(actual),
                            std::move(cure), std::move(spec)});
    return proof;
}

login::Proof failWith(login::Proof proof, const Error& error) {
    const std::string_view reason = error.reason.starts_with("outbound.") || error.reason == "metadata.http_status"
                                        ? "upstream.unreachable"
                                    : error.reason.starts_with("metadata.") ? "upstream.metadata"
                                    : error.reason.starts_with("jwks.")     ? "upstream.keys"
                                                                            : std::string_view(error.reason);
    proof.checks.push_back({std::string(reason), Check::Status::Fail, "", error.reason, "Test the connection.", ""});
    proof.error = Error{error.code, std::string(reason), error.reason + ": " + error.detail};
    return proof;
}

// Text from outside goes into the record cut and without control characters.
std::string shown(std::string_view text) {
    std::string out(text.substr(0, 256));
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            c = ' ';
        }
    }
    return out;
}

std::string_view reasonForError(std::string_view error) {
    if (error == "access_denied") {
        return "upstream.cancelled";
    }
    if (error == "login_required" || error == "interaction_required" || error == "consent_required" ||
        error == "account_selection_required") {
        return "upstream.login_required";
    }
    return error == "unmet_authentication_requirements" ? error : std::string_view("upstream.error");
}

login::AssertedIdentity assertedFrom(const connections::Connection& connection, json::Object claims,
                                     std::string idToken, std::string_view subjectIssuer, Time now) {
    login::AssertedIdentity asserted;
    asserted.issuer = subjectIssuer;
    asserted.subject = json::stringMember(claims, "sub").value_or("");
    asserted.levels = connections::levelsOf(connection.acrMapping, claims);
    asserted.amr = json::stringsMember(claims, "amr").value_or(std::vector<std::string>());
    const auto authTime = json::integerMember(claims, "auth_time");
    asserted.authTime = authTime && *authTime > 0 && *authTime <= toUnixSeconds(now) ? fromUnixSeconds(*authTime) : now;
    asserted.upstreamSid = json::stringMember(claims, "sid").value_or("");
    if (const auto expiry = json::integerMember(claims, "session_expiry"); expiry && *expiry > toUnixSeconds(now)) {
        asserted.sessionExpiry = fromUnixSeconds(*expiry);
    }
    asserted.idToken = std::move(idToken);
    asserted.claims = std::move(claims);
    return asserted;
}

IdTokenRules rulesFor(const connections::Connection& connection) {
    IdTokenRules rules;
    rules.issuer = connection.issuer;
    rules.allowedTenantIds = connection.allowedTenantIds;
    rules.allowedHostedDomains = connection.domains;
    rules.clientId = connection.clientId;
    rules.acrMapping = connection.acrMapping;
    return rules;
}

login::ProvenFacts factsOf(const IdTokenVerdict& verdict, Time now) {
    login::ProvenFacts facts;
    facts.at = now;
    facts.signatureHeld = verdict.signatureHeld;
    facts.keyIssuer = verdict.keyIssuer;
    facts.accessTokenHashHeld = verdict.accessTokenHashHeld;
    return facts;
}

// What we ask the provider, and what it says: recorded as it goes.
void recordRequest(login::Proof& proof, std::string_view name, const http::OutboundRequest& request, Time now,
                   login::Twin twin) {
    login::Message message;
    message.name = name;
    message.at = now;
    message.method = request.method;
    message.address = request.url;
    message.body = login::redactPairs(request.body, kOfTokenRequest);
    if (const auto authorization = request.headers.get("Authorization")) {
        const std::size_t space = std::min(authorization->find(' '), authorization->size() - 1);
        message.headers.emplace_back("Authorization", std::string(authorization->substr(0, space + 1)) +
                                                          login::redacted(authorization->substr(space + 1)));
    }
    if (twin == login::Twin::WithTokens) {
        auto whole = std::make_shared<login::Message>(message);
        whole->body = login::redactPairs(request.body, kOfTokenTwin);
        if (name == login::message::kUserinfoRequest) {
            whole->headers = {{"Authorization", std::string(request.headers.get("Authorization").value_or(""))}};
        }
        message.unredacted = std::move(whole);
    }
    proof.messages.push_back(std::move(message));
}

login::Message answerMessage(std::string_view name, const http::OutboundResponse& answer, Time now) {
    login::Message message;
    message.name = name;
    message.at = now;
    message.status = answer.status;
    login::setHeaders(message, answer.headers);
    return message;
}

void addTwin(login::Message& message, std::string_view body, login::Twin twin) {
    if (twin == login::Twin::WithTokens) {
        auto whole = std::make_shared<login::Message>(message);
        login::setWholeBody(*whole, body);
        message.unredacted = std::move(whole);
    }
}

// Of the last trip to the provider: whoever has to sign in anew takes more than one.
const login::Message* find(const login::Recording& recording, std::string_view name) {
    const login::Message* found = nullptr;
    for (const login::Message& message : recording.messages) {
        if (message.name == login::message::kRedirect) {
            found = nullptr;
        } else if (message.name == name) {
            found = &message;
        }
    }
    return found;
}

// One part of a compact token, decoded.
Result<std::string> part(std::string_view token, int number) {
    for (; number > 0; --number) {
        const std::size_t dot = token.find('.');
        if (dot == std::string_view::npos) {
            return fail(Code::FailedPrecondition, "flow.not_replayable", "no token of three parts");
        }
        token.remove_prefix(dot + 1);
    }
    return base64UrlDecode(token.substr(0, token.find('.')));
}

// What is demanded and the provider can be made to refuse goes into the claims parameter (OpenID Connect Core 1.0,
// 5.5.1.1; Entra's authentication contexts have a claim of their own), the rest into acr_values.
void askForLevel(const connections::Connection& connection, const connections::ProviderMetadata& metadata,
                 const login::Trip& trip, http::Parameters& query) {
    connections::AcrAsk ask = connections::askFor(connection, trip.acrValues, trip.acrMeeting);
    const auto essential = [](const std::vector<std::string>& values) {
        return json::Object{{"essential", true}, {"values", json::toArray(values)}};
    };
    json::Object claims;
    if (ask.acrs.size() == 1) { // as Microsoft writes it
        claims["acrs"] = json::Object{{"essential", true}, {"value", ask.acrs.front()}};
    } else if (!ask.acrs.empty()) {
        claims["acrs"] = essential(ask.acrs);
    }
    if (!ask.acr.empty() && ask.voluntary.empty() && trip.acrEssential && metadata.claimsParameterSupported) {
        claims["acr"] = essential(ask.acr);
        ask.acr.clear();
    }
    if (!claims.empty()) {
        query.append("claims", json::write(json::Object{{"id_token", std::move(claims)}}));
    }
    ask.acr.insert(ask.acr.end(), ask.voluntary.begin(), ask.voluntary.end());
    if (!ask.acr.empty()) {
        query.append("acr_values", joinWords(ask.acr));
    }
}

} // namespace

Result<login::Departure> OidcUpstream::start(const connections::Connection& connection, const login::Trip& trip) {
    TRY(provider, m_providers.get(connection));
    http::Parameters query;
    query.append("response_type", "code");
    query.append("client_id", connection.clientId);
    query.append("redirect_uri", trip.redirectUri);
    query.append("scope", joinWords(connection.scopes));
    query.append("state", trip.state);
    query.append("nonce", trip.nonce);
    query.append("code_challenge", oauth::challengeFor(trip.codeVerifier));
    query.append("code_challenge_method", "S256");
    askForLevel(connection, provider->metadata, trip, query);
    if (trip.maxAge) {
        query.append("max_age", std::to_string(trip.maxAge->count()));
    }
    if (trip.silent || trip.forceLogin) {
        query.append("prompt", trip.silent ? "none" : "login");
    }
    if (!trip.loginHint.empty()) {
        query.append("login_hint", trip.loginHint);
    }
    if (!trip.uiLocales.empty()) {
        query.append("ui_locales", trip.uiLocales);
    }
    return login::Departure{http::withQuery(provider->metadata.authorizationEndpoint, query)};
}

login::Proof OidcUpstream::finish(const connections::Connection& connection, const login::Trip& trip,
                                  const http::Parameters& answer) {
    login::Proof proof;
    auto provider = m_providers.get(connection);
    if (!provider) {
        return failWith(std::move(proof), provider.error());
    }
    const connections::ProviderMetadata& metadata = (*provider)->metadata;
    proof.provider = *provider;

    // Before anything else is believed: does the answer come from the provider that was asked (RFC 9207)?
    const auto issuer = answer.get("iss");
    if (issuer ? *issuer != metadata.issuer : metadata.issParameterSupported) {
        return refuse(std::move(proof), "mixup_suspected", metadata.issuer,
                      issuer ? shown(*issuer) : "no iss parameter",
                      "Two providers may be confused; compare their redirect URIs.", "RFC 9207, 2.4");
    }
    proof.checks.push_back(ok("iss_parameter", issuer ? "equal" : "not announced", "RFC 9207, 2.4"));
    if (const auto error = answer.get("error")) {
        return refuse(std::move(proof), reasonForError(*error), "a code",
                      shown(*error) + " " + shown(answer.get("error_description").value_or("")),
                      "The provider's own log says more.", "OpenID Connect Core 1.0, 3.1.2.6");
    }
    const auto code = answer.get("code");
    if (!code || code->empty() || code->size() > 4096) {
        return refuse(std::move(proof), "login.malformed_answer", "a code", "none", "Sign in again.",
                      "OpenID Connect Core 1.0, 3.1.2.5");
    }

    proof.secrets.emplace_back(*code);
    auto tokens = redeem(connection, metadata, trip, *code, proof);
    if (!tokens) {
        return failWith(std::move(proof), tokens.error());
    }
    proof.checks.push_back(ok("token_answer", "an ID token and an access token", "OpenID Connect Core 1.0, 3.1.3.3"));

    const Time now = m_clock.now();
    IdTokenRules rules = rulesFor(connection);
    rules.nonce = trip.nonce;
    rules.accessToken = tokens->accessToken;
    rules.algorithms = metadata.idTokenAlgorithms;
    rules.acrValues = trip.acrValues;
    rules.acrMeeting = trip.acrMeeting;
    rules.acrEssential = trip.acrEssential;
    rules.maxAge = trip.maxAge;
    IdTokenVerdict verdict = verifyIdToken(tokens->idToken, (*provider)->keys.keys, rules, now);
    if (verdict.unknownKey) {
        http::OutboundRequest keys;
        keys.url = metadata.jwksUri;
        if (const auto renewed = m_providers.refreshKeys(connection, *provider); renewed && *renewed != *provider) {
            verdict = verifyIdToken(tokens->idToken, (*renewed)->keys.keys, rules, now);
            recordRequest(proof, login::message::kKeysRequest, keys, now, login::Twin::None);
            login::Message published; // what it holds is in the recorded configuration
            published.name = login::message::kKeysAnswer;
            published.at = m_clock.now();
            published.status = 200;
            proof.messages.push_back(std::move(published));
            proof.provider = *renewed;
        }
    }
    proof.facts = factsOf(verdict, now);
    proof.checks.insert(proof.checks.end(), verdict.checks.begin(), verdict.checks.end());
    if (!verdict.claims) {
        return proof;
    }
    json::Object claims = *std::move(verdict.claims);
    const std::string subjectIssuer(json::stringMember(claims, "iss").value_or(""));
    if (!metadata.userinfoEndpoint.empty() && !tokens->accessToken.empty() &&
        needsUserinfo(claims, connection.scopes)) {
        const auto userinfo = fetchUserinfo(connection, **provider, *tokens, trip.twin, proof);
        if (!userinfo) {
            return failWith(std::move(proof), userinfo.error());
        }
        proof.checks.push_back(mergeUserinfo(*userinfo, claims));
        if (proof.checks.back().status == Check::Status::Fail) {
            return proof;
        }
    }
    proof.facts.identityProven = true;
    proof.identity = assertedFrom(connection, std::move(claims), std::move(tokens->idToken), subjectIssuer, now);
    return proof;
}

login::Proof OidcUpstream::replay(const connections::Connection& connection, const login::Recording& recording) const {
    login::Proof proof;
    const auto never = [&proof](std::string_view why) {
        proof.error = Error{Code::FailedPrecondition, "flow.not_replayable", std::string(why)};
        return proof;
    };
    const login::Message* tokenAnswer = find(recording, login::message::kTokenAnswer);
    const auto answer = tokenAnswer == nullptr ? fail(Code::NotFound, "") : json::parseObject(tokenAnswer->body);
    const auto token = answer ? json::stringMember(*answer, "id_token") : std::nullopt;
    if (!token || !recording.proven.at || !recording.proven.signatureHeld) {
        return never("it never came to a token with a good signature");
    }
    const auto header = part(*token, 0).and_then([](const std::string& text) { return json::parseObject(text); });
    const auto payload = part(*token, 1);
    if (!header || !payload) {
        return never("the token cannot be read");
    }
    const Time then = *recording.proven.at;
    IdTokenRules rules = rulesFor(connection);
    rules.nonce = recording.nonce;
    rules.accessTokenHashHeld = recording.proven.accessTokenHashHeld.value_or(false);
    rules.acrValues = recording.acrValues;
    rules.acrMeeting = recording.acrMeeting;
    rules.acrEssential = recording.acrEssential;
    rules.maxAge = recording.maxAge;
    IdTokenVerdict verdict = judgeIdToken({std::string(json::stringMember(*header, "alg").value_or("")),
                                           std::string(json::stringMember(*header, "kid").value_or("")),
                                           recording.proven.keyIssuer, *payload},
                                          rules, then);
    proof.checks = std::move(verdict.checks);
    if (!verdict.claims) {
        return proof;
    }
    json::Object claims = *std::move(verdict.claims);
    const std::string subjectIssuer(json::stringMember(claims, "iss").value_or(""));
    if (const login::Message* userinfo = find(recording, login::message::kUserinfoAnswer)) {
        const bool isSigned = !userinfo->body.starts_with("{");
        const auto said =
            isSigned ? part(userinfo->body, 1).and_then([](const std::string& text) { return json::parseObject(text); })
                     : json::parseObject(userinfo->body);
        if (userinfo->status != 200 || !said) {
            return never("the userinfo answer could not be read then");
        }
        proof.checks.push_back(mergeUserinfo(*said, claims));
        if (proof.checks.back().status == Check::Status::Fail) {
            return proof;
        }
    }
    proof.identity = assertedFrom(connection, std::move(claims), {}, subjectIssuer, then);
    return proof;
}

Result<http::OutboundRequest> OidcUpstream::tokenRequest(const connections::Connection& connection,
                                                         const connections::ProviderMetadata& metadata,
                                                         const login::Trip& trip, std::string_view code,
                                                         const std::optional<DpopKey>& key) const {
    http::OutboundRequest request;
    request.method = "POST";
    request.url = metadata.tokenEndpoint;
    request.authorities = connection.trustedAuthorities;
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.headers.set("Accept", "application/json");
    http::Parameters form;
    form.append("grant_type", "authorization_code");
    form.append("code", std::string(code));
    form.append("redirect_uri", trip.redirectUri);
    form.append("code_verifier", trip.codeVerifier);
    ENSURE(authenticate(connection, m_keys, m_clock.now(), request, form));
    request.body = form.encode();
    if (key) {
        ENSURE(key->prove(request, {}, m_clock.now()));
    }
    return request;
}

Result<OidcUpstream::TokenAnswer> OidcUpstream::redeem(const connections::Connection& connection,
                                                       const connections::ProviderMetadata& metadata,
                                                       const login::Trip& trip, std::string_view code,
                                                       login::Proof& proof) {
    std::optional<DpopKey> key;
    if (metadata.dpopSupported) {
        TRY(made, DpopKey::create());
        key = std::move(made);
    }
    const auto ask = [&]() -> Result<http::OutboundResponse> {
        TRY(request, tokenRequest(connection, metadata, trip, code, key));
        recordRequest(proof, login::message::kTokenRequest, request, m_clock.now(), trip.twin);
        return m_client.send(connection.tenant.text(), request);
    };
    TRY(answer, ask());
    if (key && key->wantsNonce(answer)) {
        proof.messages.pop_back(); // the one that counts is kept
        TRY(second, ask());
        answer = std::move(second);
    }
    login::Message said = answerMessage(login::message::kTokenAnswer, answer, m_clock.now());
    const auto object = json::parseObject(answer.body);
    login::setTokenAnswer(said, answer.body, object ? &*object : nullptr);
    addTwin(said, answer.body, trip.twin);
    proof.messages.push_back(std::move(said));
    if (answer.status != 200) {
        const std::string error = object ? shown(json::stringMember(*object, "error").value_or("")) : std::string();
        const std::string_view reason = error == "invalid_client"  ? "upstream.client_rejected"
                                        : error == "invalid_grant" ? "upstream.code_rejected"
                                        : answer.status >= 500     ? "upstream.token_down"
                                                                   : "upstream.token_answer";
        return fail(Code::FailedPrecondition, reason, "HTTP " + std::to_string(answer.status) + " " + error);
    }
    if (!object) {
        return fail(Code::FailedPrecondition, "upstream.token_answer", "not a JSON object: " + object.error().reason);
    }
    const auto idToken = json::stringMember(*object, "id_token");
    const auto accessToken = json::stringMember(*object, "access_token");
    const std::string type = asciiLower(json::stringMember(*object, "token_type").value_or(""));
    if (!idToken || !accessToken || (type != "bearer" && type != "dpop")) {
        return fail(Code::FailedPrecondition, "upstream.token_answer",
                    "id_token, access_token or token_type is missing");
    }
    proof.secrets.emplace_back(*accessToken);
    if (const auto refreshToken = json::stringMember(*object, "refresh_token")) {
        proof.secrets.emplace_back(*refreshToken);
    }
    if (type == "bearer") {
        key.reset();
    }
    return TokenAnswer{std::string(*idToken), std::string(*accessToken), std::move(key)};
}

Result<json::Object> OidcUpstream::fetchUserinfo(const connections::Connection& connection,
                                                 const connections::Provider& provider, TokenAnswer& tokens,
                                                 login::Twin twin, login::Proof& proof) {
    const auto ask = [&]() -> Result<http::OutboundResponse> {
        http::OutboundRequest request;
        request.url = provider.metadata.userinfoEndpoint;
        request.authorities = connection.trustedAuthorities;
        request.headers.set("Accept", "application/json");
        ENSURE(request.headers.trySet("Authorization", (tokens.key ? "DPoP " : "Bearer ") + tokens.accessToken));
        if (tokens.key) {
            ENSURE(tokens.key->prove(request, tokens.accessToken, m_clock.now()));
        }
        recordRequest(proof, login::message::kUserinfoRequest, request, m_clock.now(), twin);
        return m_client.send(connection.tenant.text(), request);
    };
    TRY(answer, ask());
    if (tokens.key && tokens.key->wantsNonce(answer)) {
        proof.messages.pop_back();
        TRY(second, ask());
        answer = std::move(second);
    }
    login::Message said = answerMessage(login::message::kUserinfoAnswer, answer, m_clock.now());
    login::setUserinfoAnswer(said, answer.body);
    addTwin(said, answer.body, twin);
    proof.messages.push_back(std::move(said));
    if (answer.status != 200) {
        return fail(Code::FailedPrecondition, "upstream.userinfo",
                    "userinfo answered HTTP " + std::to_string(answer.status));
    }
    if (asciiLower(answer.headers.get("Content-Type").value_or("")).starts_with("application/jwt")) {
        return readSignedUserinfo(answer.body, provider.keys.keys,
                                  {connection.issuer, connection.clientId, provider.metadata.idTokenAlgorithms});
    }
    return json::parseObject(answer.body);
}

std::string OidcUpstream::logoutUrl(const connections::Connection& connection, const std::string& idTokenHint,
                                    const std::string& returnTo) {
    const auto provider = m_providers.get(connection);
    if (!provider || (*provider)->metadata.endSessionEndpoint.empty()) {
        return {};
    }
    http::Parameters query;
    if (!idTokenHint.empty()) {
        query.append("id_token_hint", idTokenHint);
    }
    query.append("client_id", connection.clientId);
    if (!returnTo.empty()) {
        query.append("post_logout_redirect_uri", returnTo);
    }
    return http::withQuery((*provider)->metadata.endSessionEndpoint, query);
}

} // namespace gatehouse::oidc::rp
