// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/provider.h"

#include "oauth/error.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/discovery.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {

namespace {

// Where the issuer's endpoints take client certificates; empty where nothing does.
std::string mutualTlsIssuer(const Parts& parts, const Issuer& issuer) {
    return parts.mutualTlsUrl.empty() ? std::string()
                                      : parts.mutualTlsUrl + issuer.url.substr(parts.publicUrl.base().size());
}

} // namespace

void Provider::add(web::Router& router, std::string_view method, const std::string& path, Handler handler,
                   web::Router::Cors cors) {
    router.add(
        method, path,
        [this, handler](const web::Context& context) {
            return (this->*handler)(issuerOf(context, m_parts.publicUrl), context.request);
        },
        cors);
}

void Provider::mountAt(web::Router& router, std::string_view prefix) {
    using Cors = web::Router::Cors;
    const std::string base(prefix);
    add(router, "GET", base + "/.well-known/openid-configuration", &Provider::discovery, Cors::AnyOrigin);
    add(router, "GET", "/.well-known/oauth-authorization-server" + base, &Provider::discovery, Cors::AnyOrigin);
    add(router, "GET", base + "/oauth2/jwks", &Provider::jwks, Cors::AnyOrigin);
    add(router, "GET", base + "/oauth2/authorize", &Provider::authorize, Cors::No);
    add(router, "POST", base + "/oauth2/authorize", &Provider::authorize, Cors::No);
    add(router, "POST", base + "/oauth2/par", &Provider::push, Cors::AnyOrigin);
    add(router, "POST", base + "/oauth2/token", &Provider::token, Cors::AnyOrigin);
    add(router, "GET", base + "/oauth2/userinfo", &Provider::userinfo, Cors::AnyOrigin);
    add(router, "POST", base + "/oauth2/userinfo", &Provider::userinfo, Cors::AnyOrigin);
    add(router, "POST", base + "/oauth2/introspect", &Provider::introspect, Cors::No);
    add(router, "POST", base + "/oauth2/revoke", &Provider::revoke, Cors::AnyOrigin);
    add(router, "POST", base + "/oauth2/register", &Provider::registerApp, Cors::No);
    for (const std::string_view method : {"GET", "PUT", "DELETE"}) {
        router.add(method, base + "/oauth2/register/{clientId}", [this](const web::Context& context) {
            return manageApp(issuerOf(context, m_parts.publicUrl), std::string(context.parameters.front()),
                             context.request);
        });
    }
    add(router, "POST", base + "/oauth2/device_authorization", &Provider::deviceAuthorization, Cors::No);
    for (const std::string_view method : {"GET", "POST"}) {
        add(router, method, base + std::string(kDevicePage), &Provider::devicePage, Cors::No);
        add(router, method, base + std::string(kDeviceConfirmPage), &Provider::deviceConfirm, Cors::No);
    }
    add(router, "GET", base + "/oauth2/logout", &Provider::logout, Cors::No);
    add(router, "POST", base + "/oauth2/logout", &Provider::logout, Cors::No);
    add(router, "GET", base + "/oauth2/signed-out", &Provider::signedOut, Cors::No);
}

void Provider::mount(web::Router& router) {
    mountAt(router, "");
    mountAt(router, "/t/{tenant}");
    // Whose person it is has to be known: there is none at the front door.
    add(router, "POST", "/t/{tenant}/oauth2/global-token-revocation", &Provider::globalRevocation,
        web::Router::Cors::No);
    // A person is of one tenant, whichever issuer the app asked.
    add(router, "GET", "/t/{tenant}/oauth2/consent", &Provider::consent, web::Router::Cors::No);
    add(router, "POST", "/t/{tenant}/oauth2/consent", &Provider::consent, web::Router::Cors::No);
}

http::Response Provider::discovery(const Issuer& issuer, const http::Request&) {
    const auto ring = m_parts.keys.ring(issuer.keys);
    if (!ring) {
        return oauth::toTokenResponse(ring.error());
    }
    const auto detailsTypes = m_parts.apps.detailsTypes(issuer.keys, issuer.slug());
    if (!detailsTypes) {
        return oauth::toTokenResponse(detailsTypes.error());
    }
    http::Response response =
        web::jsonResponse(200, json::write(metadata(issuer, **ring, mutualTlsIssuer(m_parts, issuer), **detailsTypes)));
    response.headers.set("Cache-Control", "public, max-age=300");
    return response;
}

} // namespace gatehouse::oidc::provider
