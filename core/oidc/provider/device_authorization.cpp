// SPDX-License-Identifier: Apache-2.0
// The device authorization endpoint (RFC 8628, 3.1): a device without a browser gets a code for itself and one for the
// person to type elsewhere.
#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "oauth/authorization_details.h"
#include "oauth/error.h"
#include "oauth/pkce.h"
#include "oauth/resource.h"
#include "oauth/scope.h"
#include "oauth/tokens.h"
#include "oauth/user_code.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/provider.h"
#include "sessions/device_requests.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kLife{900};
constexpr int kTries = 5; ///< at a user code that nobody has: two of them meet once in millions

struct Codes {
    std::string device;
    std::string user;
};

Result<sessions::DeviceRequest> readRequest(const Issuer& issuer, const ClientRequest& client,
                                            const http::Request& http, Time now) {
    const apps::App& app = *client.app;
    if (!usesDevices(app)) {
        return fail(Code::PermissionDenied, "oauth.unauthorized_client");
    }
    if (issuer.tenant && issuer.tenant->status != tenants::TenantStatus::Active) {
        return fail(Code::PermissionDenied, "oauth.access_denied.tenant");
    }
    sessions::DeviceRequest request;
    request.app = app.id;
    request.clientId = app.clientId;
    if (const auto scope = client.form.get("scope"); scope && !scope->empty()) {
        TRY(asked, oauth::ScopeSet::parse(*scope));
        TRY(allowed, oauth::ScopeSet::fromTokens(app.scopes));
        request.scopes = asked.intersection(allowed).tokens(); // as at the authorization endpoint
    }
    TRY(resources, oauth::requestedResources(client.form, app.audiences));
    request.resources = std::move(resources);
    if (const auto details = client.form.get("authorization_details"); details && !details->empty()) {
        TRY(asked, oauth::parseAuthorizationDetails(*details, app.authorizationDetails));
        request.authorizationDetails = json::write(json::Value(std::move(asked)));
    }
    request.codeChallenge = client.form.get("code_challenge").value_or("");
    const auto method = client.form.get("code_challenge_method").value_or("");
    if (!request.codeChallenge.empty() || !method.empty()) {
        ENSURE(oauth::checkChallenge(request.codeChallenge, method));
    }
    request.ip = http.peer.address;
    request.createdAt = now;
    request.expiresAt = now + kLife;
    return request;
}

Result<Codes> keep(const Parts& parts, const Issuer& issuer, const apps::App& app,
                   const sessions::DeviceRequest& request, Time now) {
    TRY(sealer, parts.keys.sealerFor(issuer.keys));
    Codes codes;
    codes.device = oauth::mint(oauth::TokenKind::DeviceCode, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::DeviceCode, codes.device));
    audit::Record record;
    record.type = "DeviceCodeIssued";
    record.actor = {audit::ActorType::Service, app.id.text(), {}};
    record.target = {"app", app.id.text(), app.name};
    record.ip = request.ip;
    record.data = {{"app", app.name}, {"scopes", json::toArray(request.scopes)}};
    const audit::Prepared prepared = audit::prepare(sealer, record, now);
    ENSURE(parts.store.write([&](store::Writer& writer) -> Status {
        for (int i = 0; i < kTries; ++i) {
            codes.user = oauth::makeUserCode();
            TRY(kept, sessions::putDeviceRequest(writer, sealer, hash, codes.user, request));
            if (kept) {
                return audit::append(writer, prepared);
            }
        }
        return fail(Code::Unavailable, "oauth.temporarily_unavailable", "no user code is free");
    }));
    return codes;
}

} // namespace

bool usesDevices(const apps::App& app) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), kDeviceGrant) != app.grantTypes.end();
}

http::Response Provider::deviceAuthorization(const Issuer& issuer, const http::Request& http) {
    const auto triedBy = oauth::triedByHeader(http.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto refuse = [&](const Error& error) {
        log::info("provider.device_refused",
                  {{"issuer", issuer.keys.text()}, {"reason", error.reason}, {"detail", error.detail}});
        return oauth::toTokenResponse(error, triedBy);
    };
    const auto client = readClientRequest(m_parts, m_appKeys, issuer, http);
    if (!client) {
        return refuse(client.error());
    }
    const Time now = m_parts.clock.now();
    const auto request = readRequest(issuer, *client, http, now);
    if (!request) {
        return refuse(request.error());
    }
    const auto codes = keep(m_parts, issuer, *client->app, *request, now);
    if (!codes) {
        return refuse(codes.error());
    }
    const std::string page = issuer.url + std::string(kDevicePage);
    http::Parameters complete;
    complete.append("user_code", oauth::shownUserCode(codes->user));
    http::Response response =
        web::jsonResponse(200, json::write(json::Object{{"device_code", codes->device},
                                                        {"user_code", oauth::shownUserCode(codes->user)},
                                                        {"verification_uri", page},
                                                        {"verification_uri_complete", http::withQuery(page, complete)},
                                                        {"expires_in", kLife.count()},
                                                        {"interval", sessions::KeptDeviceRequest().interval.count()}}));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace gatehouse::oidc::provider
