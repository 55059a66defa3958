// SPDX-License-Identifier: Apache-2.0
// Single logout with apps of type saml (SAML V2.0 Profiles, 4.4), by redirect and POST, signed both ways: an app's
// request ends the session and is answered once the browser has signed the other apps out.
#include "saml/idp/identity_provider.h"

#include "apps/issuer_app.h"
#include "audit/audit.h"
#include "base/log.h"
#include "oidc/provider/signed_out.h"
#include "saml/idp/participants.h"
#include "saml/keys/saml_keys.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"
#include "xml/signature.h"

namespace gatehouse::saml::idp {

using oidc::provider::Issuer;
using oidc::provider::LogoutFrame;

namespace {

using wire::MessageKind;

constexpr std::string_view kUnknownPrincipal = "urn:oasis:names:tc:SAML:2.0:status:UnknownPrincipal";

const wire::Endpoint* endpointOf(const wire::PublishedSp& sp, std::string_view binding) {
    for (const wire::Endpoint& each : sp.singleLogout) {
        if (each.binding == binding) {
            return &each;
        }
    }
    return nullptr;
}

Result<crypto::PrivateKey> signingKey(const oidc::provider::Parts& provider, const TenantId& tenant) {
    TRY(ring, saml::keys::ringForSaml(provider.store, provider.keys, tenant, provider.clock.now()));
    return *ring->samlSigning.front().key;
}

/// That a proven message of an app is for us and of now.
template <class Message>
Status judge(const Message& message, const wire::PublishedSp& sp, const std::string& slo, Time now) {
    if (message.issuer != sp.entityId) {
        return fail(Code::PermissionDenied, "saml.issuer", message.issuer.substr(0, 200));
    }
    if (message.destination != slo) {
        return fail(Code::PermissionDenied, "saml.destination", message.destination.substr(0, 200));
    }
    if (message.issueInstant > now + kRequestAge || message.issueInstant < now - kRequestAge) {
        return fail(Code::PermissionDenied, "saml.issue_instant", toRfc3339(message.issueInstant));
    }
    return {};
}

audit::Record recordOf(const apps::App& app, const std::string& ip) {
    audit::Record record;
    record.type = "Logout";
    record.actor = {audit::ActorType::Service, app.id.text(), app.name};
    record.target = {"app", app.id.text(), app.name};
    record.ip = ip;
    return record;
}

/// Ends the sessions in which the app knows the person by that name, once; the first of them, or none.
Result<std::optional<sessions::Session>> endNamed(const oidc::provider::Parts& provider, const store::Sealer& sealer,
                                                  const apps::App& app, const wire::LogoutRequest& request,
                                                  const std::string& ip, Time now) {
    return provider.store.write([&](store::Writer& writer) -> Result<std::optional<sessions::Session>> {
        TRY(first, sessions::spendOnce(writer, sealer.tenant(), "saml_logout " + app.id.text(), request.id,
                                       now + 4 * kRequestAge));
        if (!first) {
            return fail(Code::PermissionDenied, "saml.replay");
        }
        TRY(named, participantsNamed(writer, sealer, app.id, request.nameId, request.sessionIndexes));
        std::optional<sessions::Session> out;
        for (const Participant& each : named) {
            TRY(session, sessions::find(writer, sealer, each.session));
            TRY(ended, sessions::end(writer, provider.endings, sealer.tenant(), each.session, "logout", now));
            if (!ended) {
                continue;
            }
            audit::Record record = recordOf(app, ip);
            record.target = {"session", each.session.text(), {}};
            ENSURE(audit::append(writer, sealer, sealer.tenant(), record, now));
            record.type = "SessionRevoked";
            record.reason = "logout";
            ENSURE(audit::append(writer, sealer, sealer.tenant(), record, now));
            out = out ? std::move(out) : std::optional(std::move(session));
        }
        return out;
    });
}

} // namespace

Result<std::vector<LogoutFrame>> IdentityProvider::logoutFrames(const TenantId& tenantId, const SessionId& session,
                                                                const AppId& except) const {
    const oidc::provider::Parts& provider = m_parts.provider;
    const auto tenant = provider.tenants.byId(tenantId);
    std::vector<LogoutFrame> frames;
    if (!tenant) {
        return frames;
    }
    TRY(sealer, provider.keys.sealerFor(tenantId));
    TRY(present, provider.store.read([&](store::Reader& reader) { return participantsOf(reader, sealer, session); }));
    const Time now = provider.clock.now();
    for (const Participant& each : present) {
        TRY(app,
            provider.store.read([&](store::Reader& reader) { return apps::findAtIssuer(reader, tenantId, each.app); }));
        const auto sp =
            app && each.app != except ? m_parts.serviceProviders.of(*app) : fail(Code::NotFound, "apps.not_found");
        const wire::Endpoint* endpoint = sp ? endpointOf(**sp, wire::kRedirectBinding) : nullptr;
        if (endpoint == nullptr) {
            continue; // it cannot be told by redirect, or not at all
        }
        TRY(key, signingKey(provider, tenantId));
        wire::LogoutRequest request;
        request.id = wire::newMessageId();
        request.issueInstant = now;
        request.notOnOrAfter = now + wire::kLogoutLife;
        request.destination = endpoint->location;
        request.issuer = entityIdOf(provider.publicUrl, tenant->slug);
        request.nameId = each.nameId;
        request.sessionIndexes = {each.sessionIndex};
        TRY(address, wire::redirectAddress(endpoint->location, MessageKind::Request, wire::toXml(request), {}, &key));
        frames.push_back({app->name, std::move(address), web::originOf(endpoint->location)});
    }
    return frames;
}

http::Response IdentityProvider::logout(const Issuer& issuer, const http::Request& request) const {
    auto taken = takeLogout(issuer, request);
    if (taken) {
        return *std::move(taken);
    }
    log::info("saml.logout", {{"reason", taken.error().reason}, {"tenant", issuer.keys.text()}});
    const bool ours = taken.error().code == Code::Unavailable || taken.error().code == Code::Internal;
    web::ErrorPage error;
    error.status = ours ? 503 : 400;
    error.language =
        web::chooseLanguage({}, request.headers.get("Accept-Language").value_or(""), web::Language::English);
    error.message = web::text(error.language, "signedOut.refused");
    error.advice = web::text(error.language, "signedOut.refusedAdvice");
    error.cureBy = web::CureBy::Administrator;
    error.reason = taken.error().reason;
    error.time = web::timeText(m_parts.provider.clock.now());
    return web::errorPage(error);
}

Result<http::Response> IdentityProvider::takeLogout(const Issuer& issuer, const http::Request& request) const {
    const oidc::provider::Parts& provider = m_parts.provider;
    const Time now = provider.clock.now();
    const std::string slo = addressOf(provider.publicUrl, issuer.slug(), "slo");
    const web::Language language =
        web::chooseLanguage({}, request.headers.get("Accept-Language").value_or(""), issuer.tenant->settings.language);
    TRY(received, wire::readReceived(request));
    const auto claimed = received.tree.root().child(wire::kAssertionSpace, "Issuer");
    TRY(app, appOf(issuer, claimed ? claimed->text().value_or("") : std::string()));
    TRY(sp, m_parts.serviceProviders.of(*app));
    const MessageKind kind = received.kind;
    const std::string relayState = received.relayState;
    TRY(tree, wire::prove(std::move(received), keysOf(*sp)));
    if (kind == MessageKind::Response) { // of an app that a frame signed out: its page is nobody's to see
        TRY(response, wire::readLogoutResponse(tree.root()));
        ENSURE(judge(response, *sp, slo, now));
        return web::page(200, "signed_out",
                         {{"title", web::text(language, "signedOut.title")}, {"brand", issuer.tenant->name}}, language);
    }
    TRY(asked, wire::readLogoutRequest(tree.root()));
    ENSURE(judge(asked, *sp, slo, now));
    if (asked.notOnOrAfter && *asked.notOnOrAfter <= now - kRequestAge) {
        return fail(Code::PermissionDenied, "saml.expired", toRfc3339(*asked.notOnOrAfter));
    }
    TRY(sealer, provider.keys.sealerFor(issuer.keys));
    TRY(ended, endNamed(provider, sealer, *app, asked, request.peer.address, now));

    const wire::Endpoint* byRedirect = endpointOf(*sp, wire::kRedirectBinding);
    const wire::Endpoint* byPost = endpointOf(*sp, wire::kPostBinding);
    const wire::Endpoint* endpoint = byRedirect != nullptr ? byRedirect : byPost;
    if (endpoint == nullptr) {
        return fail(Code::FailedPrecondition, "metadata.no_slo");
    }
    wire::LogoutResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = now;
    response.destination = endpoint->responseLocation.empty() ? endpoint->location : endpoint->responseLocation;
    response.issuer = entityIdOf(provider.publicUrl, issuer.slug());
    response.inResponseTo = asked.id;
    response.status = ended ? wire::kStatusSuccess : wire::kStatusRequester;
    response.secondStatus = ended ? std::string_view() : kUnknownPrincipal;
    TRY(ring, saml::keys::ringForSaml(provider.store, provider.keys, issuer.keys, now));
    const gatehouse::keys::SamlKey& own = ring->samlSigning.front();
    http::Response answer;
    if (byRedirect == nullptr) {
        TRY(xml, xml::sign(wire::toXml(response), response.id, "Issuer",
                           {*own.key, crypto::Signature::RS256, &own.certificate}));
        http::Parameters form;
        form.append("SAMLResponse", base64Encode(xml));
        if (!relayState.empty()) {
            form.append("RelayState", relayState);
        }
        answer = web::formPostPage(response.destination, form, language);
    } else {
        TRY(address, wire::redirectAddress(response.destination, MessageKind::Response, wire::toXml(response),
                                           relayState, &*own.key));
        oidc::provider::Farewell farewell;
        if (ended) {
            TRY(frames, oidc::provider::logoutFrames(provider, issuer.keys, ended->id, app->id));
            farewell.frames = std::move(frames);
        }
        farewell.next = address;
        farewell.language = language;
        answer = farewell.frames.empty() ? web::seeOther(address)
                                         : oidc::provider::signedOutPage(provider, issuer, farewell);
    }
    if (ended) {
        answer.headers.add(
            "Set-Cookie",
            http::setCookie(provider.publicUrl.cookieName(login::LoginService::sessionCookie(issuer.slug())), "",
                            {http::SameSite::Lax, Seconds(0), provider.publicUrl.secure(), "/"}));
    }
    return answer;
}

} // namespace gatehouse::saml::idp
