// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/assertions.h"

#include "base/encoding.h"
#include "crypto/random.h"

namespace gatehouse::flows {
namespace {

json::Object part(const std::string& token, std::size_t which) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < which; ++i) {
        begin = token.find('.', begin) + 1;
    }
    const auto decoded = base64UrlDecode(token.substr(begin, token.find('.', begin) - begin));
    return json::parseObject(decoded.value_or("")).value_or(json::Object());
}

// For five minutes, once.
json::Object claimsOf(const std::string& issuer, const std::string& subject, const std::string& audience,
                      const Clock& clock) {
    const std::int64_t now = toUnixSeconds(clock.now());
    return {{"iss", issuer}, {"sub", subject},  {"aud", audience}, {"jti", crypto::randomToken()},
            {"iat", now},    {"exp", now + 300}};
}

} // namespace

json::Object headerOf(const std::string& token) {
    return part(token, 0);
}

json::Object payloadOf(const std::string& token) {
    return part(token, 1);
}

json::Object changed(json::Object object, const json::Object& changes) {
    for (const auto& change : changes) {
        if (change.value().is_null()) {
            object.erase(change.key());
        } else {
            object[change.key()] = change.value();
        }
    }
    return object;
}

json::Object workloadRecord(const json::Object& trustedIssuer, const json::Object& more) {
    return changed({{"type", "service"},
                    {"redirectUris", json::Array{}},
                    {"postLogoutRedirectUris", json::Array{}},
                    {"auth", "none"},
                    {"scopes", json::Array{"deploy"}},
                    {"grantTypes", json::Array{kJwtBearer}},
                    {"trustedIssuers", json::Array{trustedIssuer}}},
                   more);
}

json::Object workloadClaims(const ScriptedIdp& platform, const App& app, const Clock& clock) {
    return claimsOf(platform.issuer(), kWorkload, app.issuer, clock);
}

json::Object identityClaims(const ScriptedIdp& provider, const std::string& subject, const App& app,
                            const Clock& clock) {
    return changed(
        claimsOf(provider.issuer(), subject, app.issuer, clock),
        {{"client_id", app.clientId}, {"scope", "openid email orders admin offline_access"}, {"acr", "phr"}});
}

Answer presentAssertion(World& world, const App& app, const std::string& assertion, const Changes& more,
                        const http::Headers& headers) {
    http::Parameters form;
    form.append("grant_type", kJwtBearer);
    form.append("assertion", assertion);
    for (const auto& [name, value] : more) {
        form.append(name, *value);
    }
    return world.call(app, "token", std::move(form), headers);
}

Answer exchangeToken(World& world, const App& app, const Changes& parameters, const http::Headers& headers) {
    Changes all = parameters;
    all.insert(all.end(), {{"grant_type", kTokenExchange},
                           {"subject_token_type", "urn:ietf:params:oauth:token-type:access_token"}});
    http::Parameters form;
    for (const auto& [name, value] : all) {
        if (!form.get(name)) {
            form.append(name, *value);
        }
    }
    return world.call(app, "token", std::move(form), headers);
}

std::string ownToken(World& world, const App& app, const std::string& scope) {
    http::Parameters form;
    form.append("grant_type", "client_credentials");
    if (!scope.empty()) {
        form.append("scope", scope);
    }
    return world.call(app, "token", std::move(form)).text("access_token");
}

http::Headers proofFor(World& world, const App& app, const AppKey& key) {
    http::Parameters form;
    form.append("grant_type", "refresh_token");
    const Answer asked = world.call(app, "token", std::move(form));
    return key.proof(world.clock, "POST", app.issuer + "/oauth2/token",
                     std::string(asked.headers.get("DPoP-Nonce").value_or("")));
}

} // namespace gatehouse::flows
