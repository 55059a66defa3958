// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/token_claims.h"

#include <algorithm>

#include "base/words.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"
#include "oauth/sender_key.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::size_t kUuidLength = 36;

bool contains(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Who an access token is for: what was asked, else what is registered, else this issuer.
json::Value audienceOf(const Issuer& issuer, const apps::App& app, const std::vector<std::string>& resources) {
    const std::vector<std::string>& all = resources.empty() ? app.audiences : resources;
    if (all.empty()) {
        return json::Value(issuer.url);
    }
    return all.size() == 1 ? json::Value(all.front()) : json::Value(json::toArray(all));
}

void bind(json::Object& claims, const std::string& key) {
    if (!key.empty()) {
        claims["cnf"] = oauth::confirmationOf(key);
    }
}

// What ID and access token share.
json::Object commonClaims(const TokenSubject& subject, Time now) {
    json::Object claims;
    claims.reserve(24);
    claims["iss"] = subject.issuer.url;
    claims["sub"] = subject.sub.empty() ? subject.user.id.text() : subject.sub;
    claims["iat"] = toUnixSeconds(now);
    claims["exp"] = toUnixSeconds(now + lifeOf(subject, now));
    claims["auth_time"] = toUnixSeconds(subject.session.authTime);
    claims["acr"] = acrOf(subject.session);
    claims["amr"] = json::toArray(subject.session.amr);
    claims["session_expiry"] = toUnixSeconds(subject.session.expiresAt);
    claims["sid"] = subject.session.id.text();
    claims["org_id"] = subject.tenant.id.text();
    claims["org"] = subject.tenant.slug;
    claims["idp"] = subject.session.connectionName;
    claims["roles"] = activeRoles(subject.user, now);
    addScopedClaims(subject.user, subject.scopes, claims);
    return claims;
}

} // namespace

std::string_view acrOf(const sessions::Session& session) {
    return session.acr.empty() ? std::string_view("0") : std::string_view(session.acr);
}

void addScopedClaims(const directory::User& user, const std::vector<std::string>& scopes, json::Object& claims) {
    const auto put = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            claims[name] = value;
        }
    };
    if (contains(scopes, "email") && !user.email.empty()) {
        claims["email"] = user.email;
        claims["email_verified"] = user.emailVerified;
    }
    if (contains(scopes, "profile")) {
        put("name", user.displayName);
        put("given_name", user.givenName);
        put("family_name", user.familyName);
    }
    if (contains(scopes, "groups")) {
        claims["groups"] = json::toArray(user.groups);
    }
}

std::string_view scopeOfClaim(std::string_view claim) {
    if (claim == "email" || claim == "email_verified") {
        return "email";
    }
    if (claim == "name" || claim == "given_name" || claim == "family_name") {
        return "profile";
    }
    return claim == "groups" ? claim : std::string_view();
}

void addNamedClaims(const directory::User& user, const std::vector<std::string>& names, json::Object& claims) {
    json::Object all;
    addScopedClaims(user, {"email", "profile", "groups"}, all);
    for (const std::string& name : names) {
        if (const json::Value* value = json::member(all, name)) {
            claims[name] = *value;
        }
    }
}

json::Array activeRoles(const directory::User& user, Time now) {
    std::vector<std::string> names;
    for (const directory::RoleAssignment& role : user.roles) {
        if ((!role.expiresAt || now < *role.expiresAt) && !contains(names, role.name)) {
            names.push_back(role.name);
        }
    }
    return json::toArray(names);
}

Seconds lifeOf(const TokenSubject& subject, Time now) {
    const Seconds usual = subject.tenant.settings.accessTokenTtl;
    return subject.notAfter ? std::min(usual, std::chrono::duration_cast<Seconds>(*subject.notAfter - now)) : usual;
}

json::Object accessTokenClaims(const TokenSubject& subject, Time now) {
    json::Object claims = commonClaims(subject, now);
    claims["aud"] = audienceOf(subject.issuer, subject.app, subject.resources);
    claims["client_id"] = subject.app.clientId;
    claims["scope"] = joinWords(subject.scopes);
    claims["jti"] = subject.family.id + "." + crypto::randomToken(12);
    bind(claims, subject.jkt);
    if (!subject.act.is_null()) {
        claims["act"] = subject.act;
    }
    if (subject.app.actors.size() == 1) {
        claims["may_act"] = json::Object{{"client_id", subject.app.actors.front()}}; // RFC 8693, 4.4: one party
    }
    if (!subject.authorizationDetails.empty()) {
        claims["authorization_details"] = subject.authorizationDetails;
    }
    return claims;
}

json::Object idTokenClaims(const TokenSubject& subject, std::string_view accessToken, crypto::Signature algorithm,
                           Time now) {
    json::Object claims = commonClaims(subject, now);
    addNamedClaims(subject.user, subject.family.idTokenClaims, claims);
    claims["aud"] = subject.app.clientId;
    if (!subject.family.nonce.empty()) {
        claims["nonce"] = subject.family.nonce;
    }
    // OpenID Connect Core 1.0, 3.1.3.6; Ed25519 is defined over SHA-512 (RFC 8032, 5.1).
    const Bytes hash = crypto::hash(
        algorithm == crypto::Signature::EdDSA ? crypto::Digest::Sha512 : crypto::Digest::Sha256, accessToken);
    claims["at_hash"] = base64UrlEncode(std::string_view(hash).substr(0, hash.size() / 2));
    return claims;
}

json::Object clientCredentialsClaims(const Issuer& issuer, const apps::App& app, const std::vector<std::string>& scopes,
                                     const std::vector<std::string>& resources, const std::string& jkt, Seconds life,
                                     Time now) {
    json::Object claims;
    claims["iss"] = issuer.url;
    claims["sub"] = app.clientId;
    claims["client_id"] = app.clientId;
    claims["aud"] = audienceOf(issuer, app, resources);
    claims["iat"] = toUnixSeconds(now);
    claims["exp"] = toUnixSeconds(now + life);
    claims["jti"] = crypto::newUuid(now);
    claims["scope"] = joinWords(scopes);
    bind(claims, jkt);
    if (issuer.tenant) {
        claims["org_id"] = issuer.tenant->id.text();
        claims["org"] = issuer.tenant->slug;
    }
    return claims;
}

std::string_view familyOf(std::string_view jti) {
    return jti.size() > kUuidLength && jti[kUuidLength] == '.' ? jti.substr(0, kUuidLength) : std::string_view();
}

Result<std::string> sign(const keys::KeyRing& keys, const Issuer& issuer, std::string_view type,
                         const json::Object& claims, std::optional<crypto::Signature> algorithm) {
    constexpr int kTries = 3;
    const std::string payload = json::write(claims);
    for (int i = 0; i < kTries; ++i) {
        TRY(key, keys.signingKey(issuer.keys, algorithm));
        TRY(token, jose::signCompact({{"typ", type}, {"kid", key->kid}}, payload, key->key, key->algorithm));
        TRY(ring, keys.ring(issuer.keys));
        if (ring->publishes(key->kid)) { // it was not revoked meanwhile
            return token;
        }
    }
    return fail(Code::Unavailable, "keys.no_active", "each key was revoked while it signed");
}

Result<crypto::Signature> signatureOf(const keys::KeyRing& keys, const Issuer& issuer,
                                      std::optional<crypto::Signature> wanted) {
    TRY(key, keys.signingKey(issuer.keys, wanted));
    return key->algorithm;
}

Result<OwnIdToken> readIdToken(const keys::KeyRing& keys, const Issuer& issuer, std::string_view token) {
    TRY(published, keys.verificationKeys(issuer.keys));
    TRY(verified, jose::verifyCompact(token, *published, {keys::tokenAlgorithms(), "JWT"}));
    TRY(claims, json::parseObject(verified.payload));
    const auto subject = json::stringMember(claims, "sub");
    const auto audience = json::stringMember(claims, "aud");
    const auto session = json::stringMember(claims, "sid");
    const auto tenant = json::stringMember(claims, "org_id");
    if (json::stringMember(claims, "iss") != issuer.url || !subject || !audience || !session || !tenant) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.id_token_hint", "not an ID token of this issuer");
    }
    return OwnIdToken{std::string(*subject), std::string(*audience), SessionId(std::string(*session)),
                      TenantId(std::string(*tenant)), fromUnixSeconds(json::integerMember(claims, "exp").value_or(0))};
}

} // namespace gatehouse::oidc::provider
