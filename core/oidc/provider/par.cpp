// SPDX-License-Identifier: Apache-2.0
// Pushed authorization requests (RFC 9126): the app's question over its own channel, before the browser is sent.
#include "base/log.h"
#include "oauth/error.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/pushed_request.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

// The form without what proves the app.
http::Parameters question(const http::Parameters& form, const apps::App& app) {
    http::Parameters out;
    for (const auto& [name, value] : form.pairs()) {
        if (name != "client_id" && name != "client_secret" && name != "client_assertion" &&
            name != "client_assertion_type") {
            out.append(name, value);
        }
    }
    out.append("client_id", app.clientId);
    return out;
}

} // namespace

http::Response Provider::push(const Issuer& issuer, const http::Request& request) {
    const auto triedBy = oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto client = readClientRequest(m_parts, m_appKeys, issuer, request);
    if (!client) {
        return oauth::toTokenResponse(client.error(), triedBy);
    }
    const auto pushed = pushRequest(issuer, *client, request);
    http::Response response;
    if (pushed) {
        response = web::jsonResponse(
            201, json::write(json::Object{{"request_uri", *pushed}, {"expires_in", kPushedLife.count()}}));
        response.headers.set("Cache-Control", "no-store");
    } else {
        log::info("provider.push_refused", {{"issuer", issuer.keys.text()}, {"error", pushed.error().description}});
        response = oauth::toTokenResponse(pushed.error(), triedBy);
    }
    if (client->app->dpop != apps::Use::Off) {
        response.headers.set("DPoP-Nonce", m_dpop.nonce());
    }
    return response;
}

tl::expected<std::string, oauth::ProtocolError> Provider::pushRequest(const Issuer& issuer, const ClientRequest& client,
                                                                      const http::Request& request) {
    using Refused = tl::unexpected<oauth::ProtocolError>;
    const auto invalid = [](std::string description) {
        return Refused(oauth::ProtocolError{oauth::ErrorCode::InvalidRequest, std::move(description), 0});
    };
    if (issuer.tenant && issuer.tenant->status != tenants::TenantStatus::Active) {
        return Refused(oauth::toProtocolError(Error{Code::PermissionDenied, "oauth.access_denied.tenant", {}}));
    }
    if (client.form.get("request_uri")) {
        return invalid("request_uri cannot be pushed");
    }
    if (client.app->requireSignedRequestObject && !client.form.get("request")) {
        return invalid("the app has to sign its request");
    }
    auto asked = unsignedRequest(m_parts, m_appKeys, issuer, *client.app, question(client.form, *client.app));
    if (!asked) {
        return Refused(oauth::ProtocolError{oauth::ErrorCode::InvalidRequestObject, asked.error().detail, 0});
    }
    http::Parameters parameters = *std::move(asked);
    auto redirectUri = provenRedirectUri(parameters, *client.app);
    if (!redirectUri) {
        return invalid("redirect_uri: " + redirectUri.error().detail);
    }
    const auto parsed = parseAuthorizeRequest(parameters, *client.app, *redirectUri);
    if (!parsed) {
        return Refused(parsed.error());
    }
    if (client.app->dpop != apps::Use::Off) { // a proof here binds the code (RFC 9449, 10.1)
        const auto proof = m_dpop.check(request, issuer.url + "/oauth2/par", std::nullopt, DpopGate::Nonce::Required);
        if (!proof) {
            return Refused(oauth::toProtocolError(proof.error()));
        }
        if (*proof && !parsed->dpopJkt.empty() && parsed->dpopJkt != (*proof)->jkt) {
            return Refused(oauth::ProtocolError{oauth::ErrorCode::InvalidDpopProof, "dpop_jkt is another key", 0});
        }
        if (*proof && parsed->dpopJkt.empty()) {
            parameters.append("dpop_jkt", (*proof)->jkt);
        }
    }
    auto uri = provider::push(m_parts, issuer, *client.app, parameters);
    return uri ? tl::expected<std::string, oauth::ProtocolError>(*std::move(uri))
               : Refused(oauth::toProtocolError(uri.error()));
}

} // namespace gatehouse::oidc::provider
