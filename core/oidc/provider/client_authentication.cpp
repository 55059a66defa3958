// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/client_authentication.h"

#include "oauth/client_assertion.h"
#include "oidc/provider/app_standing.h"
#include "oidc/provider/client_certificate.h"
#include "sessions/sessions.h"

namespace gatehouse::oidc::provider {
namespace {

tl::unexpected<Error> invalidClient(std::string_view detail) {
    return fail(Code::Unauthenticated, "oauth.invalid_client", detail);
}

bool usesCertificate(const apps::App& app) {
    return app.auth == apps::Auth::TlsClientAuth || app.auth == apps::Auth::SelfSignedTlsClientAuth;
}

// A secret may come by header or by form, whichever of the two is registered: both prove the same.
Status proveApp(AppKeys& keys, const apps::App& app, const oauth::ClientCredentials& credentials,
                const http::Peer& peer, Time now) {
    switch (credentials.method) {
    case oauth::ClientAuthMethod::None:
        if (usesCertificate(app)) {
            return proveByCertificate(keys, app, peer);
        }
        return app.auth == apps::Auth::None ? Status() : invalidClient("the app has to prove itself");
    case oauth::ClientAuthMethod::SecretBasic:
    case oauth::ClientAuthMethod::SecretPost:
        if (app.auth != apps::Auth::ClientSecretBasic && app.auth != apps::Auth::ClientSecretPost) {
            return invalidClient("the app does not use a secret");
        }
        return apps::secretMatches(app, credentials.secret.reveal(), now) ? Status() : invalidClient("wrong secret");
    case oauth::ClientAuthMethod::PrivateKeyJwt:
        break; // proveByKey
    }
    return invalidClient("unknown method");
}

// An assertion proves the app once.
Status proveByKey(const Parts& parts, AppKeys& keys, const Issuer& issuer, const apps::App& app,
                  std::string_view assertion) {
    if (app.auth != apps::Auth::PrivateKeyJwt) {
        return invalidClient("the app does not use private_key_jwt");
    }
    TRY(set, keys.get(app, oauth::assertionKeyId(assertion)));
    TRY(proven, oauth::verifyClientAssertion(assertion, set->keys, app.clientId, issuer.url, parts.clock.now()));
    const std::string name = app.id.text() + '\n' + proven.jti;
    TRY(first, parts.store.write([&](store::Writer& writer) {
        return sessions::spendOnce(writer, issuer.keys, "client_assertion", name, proven.expiresAt);
    }));
    return first ? Status() : invalidClient("the assertion was used before");
}

} // namespace

Result<ClientRequest> readClientRequest(const Parts& parts, AppKeys& keys, const Issuer& issuer,
                                        const http::Request& request) {
    const std::string type = asciiLower(request.headers.get("Content-Type").value_or(""));
    if (!type.starts_with("application/x-www-form-urlencoded")) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.content_type");
    }
    TRY(form, http::Parameters::parse(request.body));
    if (form.repeated({"resource", "audience"})) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.repeated");
    }
    if (!request.query.empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.query");
    }
    TRY(credentials, oauth::extractClientCredentials(request.headers, form));
    const bool byKey = credentials.method == oauth::ClientAuthMethod::PrivateKeyJwt;
    if (byKey && credentials.clientId.empty()) {
        TRY(subject, oauth::assertionSubject(credentials.secret.reveal()));
        credentials.clientId = std::move(subject);
    }
    auto app = parts.apps.find(issuer.keys, issuer.slug(), credentials.clientId);
    if (!app) {
        return app.error().code == Code::NotFound ? invalidClient("unknown client")
                                                  : tl::unexpected<Error>(app.error());
    }
    ENSURE(byKey ? proveByKey(parts, keys, issuer, **app, credentials.secret.reveal())
                 : proveApp(keys, **app, credentials, request.peer, parts.clock.now()));
    ENSURE(checkStanding(parts, issuer, **app, request.peer.address));
    const bool confidential = credentials.method != oauth::ClientAuthMethod::None || usesCertificate(**app);
    return ClientRequest{std::move(form), *std::move(app), confidential};
}

} // namespace gatehouse::oidc::provider
