// SPDX-License-Identifier: Apache-2.0
#include "saml/sp/service_provider.h"

#include "base/log.h"
#include "http/forms.h"
#include "saml/keys/saml_keys.h"
#include "saml/sp/requested_attributes.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/sp_metadata.h"
#include "web/language.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "xml/signature.h"

namespace gatehouse::saml::sp {
namespace {

using connections::Connection;
using gatehouse::keys::KeyState;
using gatehouse::keys::SamlKey;

constexpr Seconds kMetadataLife{7 * 24 * 3600};
constexpr Seconds kMetadataCached{6 * 3600};
constexpr std::string_view kOnceMore = "gatehouse_again"; ///< the form that we posted ourselves

login::Browser browserOf(const http::Request& request, std::string flowCookie) {
    login::Browser browser;
    browser.flowCookie = std::move(flowCookie);
    browser.ip = request.peer.address;
    browser.userAgent = request.headers.get("User-Agent").value_or("");
    browser.acceptLanguage = request.headers.get("Accept-Language").value_or("");
    browser.method = request.method;
    browser.path = request.path;
    browser.query = request.body;
    return browser;
}

/// A response that says itself that nobody asked for it (SAML V2.0 Profiles, 4.1.5). What is no response at all is for
/// the checks to tell. Nearly every message names a request, and a look at its text will do.
bool isUnsolicited(const http::Parameters& answer) {
    auto text = base64Decode(answer.get("SAMLResponse").value_or(""));
    if (!text || text->find("InResponseTo") != std::string::npos) {
        return false;
    }
    const auto tree = xml::Tree::parse(std::move(*text));
    return tree && tree->root().is(wire::kProtocolSpace, "Response");
}

http::Response notFound() {
    return web::jsonResponse(404, R"({"error":"not_found"})");
}

} // namespace

void ServiceProvider::mount(web::Router& router) {
    router.add("GET", "/sso/saml/{connectionId}/metadata", [this](const web::Context& context) {
        const auto query = http::Parameters::parse(context.request.query);
        const bool currentAlone = query && query->get("keys") == "current";
        return metadata(ConnectionId(std::string(context.parameters.front())), currentAlone);
    });
    router.add("POST", "/sso/saml/{connectionId}/acs", [this](const web::Context& context) {
        return consume(ConnectionId(std::string(context.parameters.front())), context.request);
    });
    for (const char* method : {"GET", "POST"}) {
        router.add(method, "/sso/saml/{connectionId}/slo", [this](const web::Context& context) {
            return m_parts.logout.receive(ConnectionId(std::string(context.parameters.front())), context.request);
        });
    }
}

http::Response ServiceProvider::metadata(const ConnectionId& id, bool currentAlone) const {
    const auto text = [&]() -> Result<std::string> {
        TRY(tenant, m_parts.connections.tenantOf(id));
        TRY(sealer, m_parts.keys.sealerFor(tenant));
        TRY(connection, m_parts.connections.get(sealer, id));
        if (connection->type != connections::Type::Saml) {
            return fail(Code::NotFound, "connections.not_found");
        }
        const auto owner = m_parts.tenants.byId(tenant);
        const Time now = m_parts.clock.now();
        TRY(ring, saml::keys::ringForSaml(m_parts.store, m_parts.keys, tenant, now));
        wire::SpMetadata metadata;
        metadata.id = wire::newMessageId();
        metadata.entityId = m_parts.publicUrl.samlService(id, "metadata");
        metadata.acsUrl = m_parts.publicUrl.samlService(id, "acs");
        metadata.sloUrl = m_parts.publicUrl.samlService(id, "slo");
        metadata.validUntil = now + kMetadataLife;
        metadata.cacheDuration = kMetadataCached;
        if (owner) {
            metadata.displayName = owner->name;
            metadata.language = web::tagOf(owner->settings.language);
        }
        metadata.entityCategories = connection->saml.entityCategories;
        // Whoever asks for a NameID format does with that.
        metadata.subjectIdRequirement = connection->saml.nameIdFormat.empty() ? "any" : "";
        metadata.requestsSigned = connection->saml.signRequests;
        metadata.wantAssertionsSigned = connection->saml.wantAssertionsSigned;
        metadata.nameIdFormat = connection->saml.nameIdFormat;
        metadata.attributes = requestedAttributes(*connection);
        for (const SamlKey& key : ring->samlSigning) {
            if (key.state == KeyState::Active || (key.state == KeyState::Next && !currentAlone)) {
                metadata.signing.push_back(&key.certificate);
            }
        }
        metadata.encryption.push_back(&ring->samlEncryption.front().certificate); // the others only open what is old
        const SamlKey& own = ring->samlSigning.front();
        return xml::sign(wire::toXml(metadata), metadata.id, {},
                         {*own.key, crypto::Signature::RS256, &own.certificate});
    }();
    if (!text) {
        if (text.error().code != Code::NotFound) {
            log::warn("saml.metadata", {{"connection", id.text()}, {"reason", text.error().reason}});
            return web::jsonResponse(503, R"({"error":"temporarily_unavailable"})");
        }
        return notFound();
    }
    http::Response response;
    response.status = 200;
    response.headers.set("Content-Type", "application/samlmetadata+xml");
    response.headers.set("Content-Disposition", "inline; filename=\"metadata.xml\"");
    response.headers.set("Cache-Control", "public, max-age=3600");
    response.body = *text;
    return response;
}

http::Response ServiceProvider::consume(const ConnectionId& id, const http::Request& request) const {
    const auto cookie = http::cookie(request.headers, m_parts.publicUrl.cookieName(login::LoginService::kFlowCookie));
    const bool ambiguous = !cookie;
    const bool hasCookie = cookie && *cookie;
    const login::Browser browser = browserOf(request, hasCookie ? **cookie : std::string());
    const auto form = http::Parameters::parse(request.body);
    if (!form || ambiguous || form->repeated()) {
        return m_parts.logins.refuse(nullptr, "login.malformed_answer", form ? "ambiguous" : "unreadable form",
                                     browser);
    }
    http::Parameters answer;
    answer.append("SAMLResponse", std::string(form->get("SAMLResponse").value_or("")));
    const std::string relayState(form->get("RelayState").value_or(""));
    if (isUnsolicited(answer)) {
        return takeUnasked(id, answer, relayState, browser);
    }
    if (!hasCookie && !form->get(kOnceMore)) {
        answer.append("RelayState", relayState);
        answer.append(std::string(kOnceMore), "1");
        return web::formPostPage(m_parts.publicUrl.samlService(id, "acs"), answer, login::languageOf(browser, nullptr));
    }
    answer.append("state", relayState);
    return m_parts.logins.resume(id, answer, browser);
}

http::Response ServiceProvider::takeUnasked(const ConnectionId& id, const http::Parameters& answer,
                                            const std::string& relayState, const login::Browser& browser) const {
    std::shared_ptr<const tenants::Tenant> tenant;
    const auto taken = [&]() -> Result<http::Response> {
        TRY(tenantId, m_parts.connections.tenantOf(id));
        tenant = m_parts.tenants.byId(tenantId);
        if (!tenant) {
            return fail(Code::NotFound, "login.connection_unknown");
        }
        TRY(sealer, m_parts.keys.sealerFor(tenantId));
        TRY(connection, m_parts.connections.get(sealer, id));
        TRY(opened, m_parts.opens(*tenant, relayState));
        if (!connection->saml.allowIdpInitiated) {
            log::info("saml.unsolicited", {{"connection", id.text()}, {"app", opened.app->id.text()}});
            return web::seeOther(opened.startAt);
        }
        login::LoginRequest request;
        request.tenant = tenant;
        request.app = opened.app;
        request.connection = connection;
        request.downstream = opened.downstream;
        return m_parts.logins.takeUnasked(request, answer, browser);
    }();
    return taken ? *taken : m_parts.logins.refuse(tenant, taken.error().reason, taken.error().detail, browser);
}

} // namespace gatehouse::saml::sp
