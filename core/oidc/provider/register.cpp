// SPDX-License-Identifier: Apache-2.0
// Apps that register themselves (RFC 7591) and manage what they registered (RFC 7592). Only with a token that an
// administrator made for it, at a tenant's own issuer.
#include "apps/registrations.h"
#include "audit/audit.h"
#include "base/log.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "jose/jws.h"
#include "oauth/error.h"
#include "oauth/tokens.h"
#include "oidc/provider/client_metadata.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/registration_fetches.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::string_view kBearer = "bearer ";

std::string bearerIn(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    return asciiLower(header.substr(0, kBearer.size())) == kBearer ? std::string(header.substr(kBearer.size()))
                                                                   : std::string();
}

tl::unexpected<Error> badToken(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_token", detail);
}

Result<json::Object> bodyOf(const http::Request& request) {
    const std::string type = asciiLower(request.headers.get("Content-Type").value_or(""));
    if (type.substr(0, type.find(';')) != "application/json") {
        return fail(Code::InvalidArgument, "oauth.invalid_request.content_type", "not JSON");
    }
    const auto body = json::parseObject(request.body, {64 * 1024, 16});
    return body ? *body : Result<json::Object>(fail(Code::InvalidArgument, "oauth.invalid_client_metadata", "no JSON"));
}

// RFC 7591, 3.2.2: the detail names what is wrong with the app's own words, so its developer is told.
http::Response refused(const Error& error) {
    oauth::ProtocolError told = oauth::toProtocolError(error);
    if (told.code == oauth::ErrorCode::InvalidToken) {
        oauth::BearerChallenge challenge;
        challenge.error = told.code;
        return oauth::toResourceResponse(challenge);
    }
    if (told.code == oauth::ErrorCode::InvalidClientMetadata || told.code == oauth::ErrorCode::InvalidRedirectUri) {
        told.description = error.detail;
        told.status = error.code == Code::PermissionDenied ? 403 : 0;
    }
    return oauth::toTokenResponse(told);
}

bool usesSecret(const apps::App& app) {
    return app.auth == apps::Auth::ClientSecretBasic || app.auth == apps::Auth::ClientSecretPost;
}

/// A token and what is kept of it.
struct Minted {
    std::string text;
    Bytes hash;
};

Result<Minted> mintRegistrationToken(Time now) {
    Minted minted;
    minted.text = oauth::mint(oauth::TokenKind::RegistrationAccess, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::RegistrationAccess, minted.text));
    minted.hash = std::move(hash);
    return minted;
}

// A new app has a secret where it proves itself by one; an app that does so no more has none. Its text, if made.
std::string renewSecret(apps::App& app) {
    if (!usesSecret(app)) {
        app.secrets.clear();
        return {};
    }
    if (!app.secrets.empty()) {
        return {};
    }
    apps::NewSecret made = apps::makeSecret();
    app.secrets.push_back(std::move(made.kept));
    return std::string(made.text.reveal());
}

Result<Abilities> abilitiesOf(const Parts& parts, const Issuer& issuer) {
    TRY(ring, parts.keys.ring(issuer.keys));
    Abilities abilities{{}, !parts.mutualTlsUrl.empty()};
    for (const keys::SigningKey& key : ring->active) {
        abilities.signingAlgorithms.emplace_back(jose::signatureName(key.algorithm));
    }
    return abilities;
}

json::Object information(const Issuer& issuer, const Abilities& abilities, const apps::App& app,
                         const json::Object& metadata, const std::string& token, const std::string& secret) {
    json::Object out = toClientMetadata(app, metadata, abilities);
    out["client_id"] = app.clientId;
    out["client_id_issued_at"] = toUnixSeconds(app.createdAt);
    out["registration_access_token"] = token;
    out["registration_client_uri"] = issuer.url + "/oauth2/register/" + http::percentEncode(app.clientId);
    if (!secret.empty()) {
        out["client_secret"] = secret;
        out["client_secret_expires_at"] = 0;
    }
    return out;
}

http::Response answer(int status, const json::Object& information) {
    http::Response response = web::jsonResponse(status, json::write(information));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
    return response;
}

audit::Record record(std::string type, const std::string& actor, const apps::App& app, const std::string& ip) {
    audit::Record out;
    out.type = std::move(type);
    out.actor = {audit::ActorType::Service, actor, {}};
    out.target = {"app", app.id.text(), app.name};
    out.ip = ip;
    out.data = {{"app", app.name},
                {"auth", *json::member(apps::toJson(app), "auth")},
                {"grantTypes", json::toArray(app.grantTypes)},
                {"scopes", json::toArray(app.scopes)},
                {"redirectUris", json::toArray(app.redirectUris)}};
    return out;
}

// What was refused is in the log too, where somebody with a good token asked for it.
void noteRefusal(const Parts& parts, const Issuer& issuer, const std::string& actor, const Error& error,
                 const std::string& ip) {
    log::info("provider.registration_refused",
              {{"issuer", issuer.keys.text()}, {"reason", error.reason}, {"detail", error.detail}});
    const auto sealer = parts.keys.sealerFor(issuer.keys);
    if (actor.empty() || !sealer) {
        return;
    }
    audit::Record denied;
    denied.type = "AccessDenied";
    denied.outcome = audit::Outcome::Denied;
    denied.reason = error.reason;
    denied.actor = {audit::ActorType::Service, actor, {}};
    denied.target = {"app", {}, {}};
    denied.ip = ip;
    const audit::Prepared prepared = audit::prepare(*sealer, denied, parts.clock.now());
    if (!parts.store.write([&](store::Writer& writer) { return audit::append(writer, prepared); })) {
        log::warn("provider.registration_refused", {{"reason", "not in the log"}});
    }
}

/// An app that its own registration access token names.
struct Managed {
    apps::App app;
    apps::Registration registration;
};

Result<Managed> managedBy(const Parts& parts, const Issuer& issuer, const std::string& clientId,
                          const std::string& token) {
    TRY(hash, oauth::hashOf(oauth::TokenKind::RegistrationAccess, token));
    return parts.store.read([&](store::Reader& reader) -> Result<Managed> {
        auto app = apps::findByClientId(reader, issuer.keys, clientId);
        if (!app) {
            return app.error().code == Code::NotFound ? badToken("no such app") : tl::unexpected<Error>(app.error());
        }
        TRY(registration, apps::findRegistration(reader, issuer.keys, app->id));
        if (!registration || !crypto::constantTimeEqual(registration->tokenHash, hash)) {
            return badToken("the token is another app's");
        }
        return Managed{*std::move(app), *std::move(registration)};
    });
}

// What the server writes may come back as it was written, and not otherwise (RFC 7592, 2.2).
Status checkEchoes(const json::Object& submitted, const Issuer& issuer, const Abilities& abilities,
                   const apps::App& app, const std::string& token, Time now) {
    if (json::stringMember(submitted, "client_id") != app.clientId) {
        return fail(Code::InvalidArgument, "oauth.invalid_client_metadata", "client_id");
    }
    const json::Object ours = information(issuer, abilities, app, {}, token, {});
    for (const std::string_view name :
         {"client_id_issued_at", "registration_access_token", "registration_client_uri"}) {
        const json::Value* value = json::member(submitted, name);
        if (value != nullptr && *value != *json::member(ours, name)) {
            return fail(Code::InvalidArgument, "oauth.invalid_client_metadata", name);
        }
    }
    if (const auto secret = json::stringMember(submitted, "client_secret");
        secret && !apps::secretMatches(app, *secret, now)) {
        return fail(Code::InvalidArgument, "oauth.invalid_client_metadata", "client_secret");
    }
    return {};
}

} // namespace

http::Response Provider::registerApp(const Issuer& issuer, const http::Request& request) {
    const Time now = m_parts.clock.now();
    std::string actor;
    const auto made = [&]() -> Result<json::Object> {
        if (!issuer.tenant || issuer.tenant->status != tenants::TenantStatus::Active) {
            return badToken("nobody registers here");
        }
        TRY(hash, oauth::hashOf(oauth::TokenKind::InitialAccess, bearerIn(request)));
        TRY(token, m_parts.store.read(
                       [&](store::Reader& reader) { return apps::findTokenByHash(reader, issuer.keys, hash); }));
        if (!token || token->usesLeft <= 0 || now >= token->expiresAt) {
            return badToken(token ? "used up or expired" : "unknown");
        }
        actor = token->id;
        TRY(submitted, bodyOf(request));
        apps::App app;
        app.id = AppId(crypto::newUuid(now));
        app.owner = issuer.keys;
        app.clientId = crypto::randomToken(15);
        app.firstParty = false;
        app.consent = apps::Consent::Once; // nobody here has vouched for it: people are asked
        app.grantTypes.clear();
        app.scopes.clear();
        app.createdAt = app.updatedAt = now;
        apps::Registration registration{app.id, {}, token->id, token->rules, {}};
        TRY(abilities, abilitiesOf(m_parts, issuer));
        ENSURE(readClientMetadata(submitted, token->rules, abilities, app, registration.metadata));
        TRY(logo, readAddressesOf(m_parts.client, app, {}));
        const std::string secret = renewSecret(app);
        TRY(minted, mintRegistrationToken(now));
        registration.tokenHash = minted.hash;
        TRY(sealer, m_parts.keys.sealerFor(issuer.keys));
        const audit::Prepared prepared =
            audit::prepare(sealer, record("AppRegistered", token->id, app, request.peer.address), now);
        ENSURE(m_parts.store.write([&](store::Writer& writer) -> Status {
            TRY(mine, apps::useToken(writer, issuer.keys, token->id, now));
            if (!mine) {
                return badToken("used up meanwhile");
            }
            ENSURE(apps::insert(writer, app));
            ENSURE(apps::keepLogo(writer, app, logo));
            ENSURE(apps::putRegistration(writer, issuer.keys, registration));
            writer.afterCommit([this] { m_parts.apps.clear(); });
            return audit::append(writer, prepared);
        }));
        return information(issuer, abilities, app, registration.metadata, minted.text, secret);
    }();
    if (!made) {
        noteRefusal(m_parts, issuer, actor, made.error(), request.peer.address);
        return refused(made.error());
    }
    return answer(201, *made);
}

http::Response Provider::manageApp(const Issuer& issuer, const std::string& clientId, const http::Request& request) {
    std::string actor;
    const auto done = [&]() -> Result<http::Response> {
        if (!issuer.tenant || issuer.tenant->status != tenants::TenantStatus::Active) {
            return badToken("nobody registers here");
        }
        TRY(managed, managedBy(m_parts, issuer, clientId, bearerIn(request)));
        actor = managed.app.id.text();
        if (request.method == "GET") {
            TRY(abilities, abilitiesOf(m_parts, issuer));
            return answer(
                200, information(issuer, abilities, managed.app, managed.registration.metadata, bearerIn(request), {}));
        }
        return request.method == "PUT" ? replaceApp(issuer, request, managed.app, managed.registration)
                                       : removeApp(issuer, request, managed.app, managed.registration);
    }();
    if (!done) {
        noteRefusal(m_parts, issuer, actor, done.error(), request.peer.address);
        return refused(done.error());
    }
    return *done;
}

Result<http::Response> Provider::replaceApp(const Issuer& issuer, const http::Request& request, apps::App app,
                                            apps::Registration registration) {
    const Time now = m_parts.clock.now();
    TRY(submitted, bodyOf(request));
    TRY(abilities, abilitiesOf(m_parts, issuer));
    ENSURE(checkEchoes(submitted, issuer, abilities, app, bearerIn(request), now));
    const apps::App before = app;
    ENSURE(readClientMetadata(submitted, registration.rules, abilities, app, registration.metadata));
    TRY(logo, readAddressesOf(m_parts.client, app, before));
    app.updatedAt = now;
    const std::string secret = renewSecret(app);
    TRY(minted, mintRegistrationToken(now));
    const Bytes previous = std::exchange(registration.tokenHash, minted.hash);
    TRY(sealer, m_parts.keys.sealerFor(issuer.keys));
    const audit::Prepared prepared =
        audit::prepare(sealer, record("AppRegistrationChanged", app.id.text(), app, request.peer.address), now);
    ENSURE(m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(first, apps::renewRegistration(writer, issuer.keys, registration, previous));
        if (!first) {
            return badToken("used meanwhile");
        }
        ENSURE(apps::update(writer, app));
        ENSURE(apps::keepLogo(writer, app, logo));
        writer.afterCommit([this] { m_parts.apps.clear(); });
        return audit::append(writer, prepared);
    }));
    return answer(200, information(issuer, abilities, app, registration.metadata, minted.text, secret));
}

Result<http::Response> Provider::removeApp(const Issuer& issuer, const http::Request& request, const apps::App& app,
                                           const apps::Registration& registration) {
    const Time now = m_parts.clock.now();
    TRY(sealer, m_parts.keys.sealerFor(issuer.keys));
    const audit::Prepared prepared =
        audit::prepare(sealer, record("AppRegistrationDeleted", app.id.text(), app, request.peer.address), now);
    ENSURE(m_parts.store.write([&](store::Writer& writer) -> Status {
        TRY(current, apps::findRegistration(writer, issuer.keys, app.id));
        if (!current || current->tokenHash != registration.tokenHash) {
            return badToken("used meanwhile");
        }
        ENSURE(sessions::revokeFamiliesOfApp(writer, issuer.keys, app.id, now));
        ENSURE(apps::remove(writer, issuer.keys, app.id));
        writer.afterCommit([this] { m_parts.apps.clear(); });
        return audit::append(writer, prepared);
    }));
    http::Response response;
    response.status = 204;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace gatehouse::oidc::provider
