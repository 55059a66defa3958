// SPDX-License-Identifier: Apache-2.0
#include "saml/idp/identity_provider.h"

#include "base/log.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/sign_in.h"
#include "saml/idp/answer.h"
#include "saml/idp/name_id_of.h"
#include "saml/keys/saml_keys.h"
#include "saml/wire/logout.h"
#include "saml/wire/published_idp.h"
#include "web/security_headers.h"
#include "xml/signature.h"

namespace gatehouse::saml::idp {

using oidc::provider::Again;
using oidc::provider::BrowserSession;
using oidc::provider::Issuer;

namespace {

constexpr Seconds kMetadataLife{7 * 24 * 3600};
constexpr Seconds kMetadataCached{6 * 3600};
constexpr Seconds kKeptLife{600};
constexpr std::size_t kTicketOctets = 32;

Bytes hashOf(std::string_view ticket) {
    return crypto::sha256("saml request " + std::string(ticket));
}

} // namespace

/// An app that speaks SAML.
class ServiceProviderAsker final : public oidc::provider::Asker {
public:
    ServiceProviderAsker(const IdentityProvider& idp, const Issuer& issuer, const IdentityProvider::Proven& proven,
                         const login::Browser& browser, std::string ticket)
        : m_idp(idp)
        , m_issuer(issuer)
        , m_proven(proven)
        , m_browser(browser)
        , m_ticket(std::move(ticket)) {}
    http::Response tell(std::string_view error, std::string_view description) override {
        auto told = refuse(m_idp.m_parts, to(login::languageOf(m_browser, m_issuer.tenant.get())), error, description,
                           clock().now());
        return told ? *std::move(told)
                    : m_idp.m_parts.provider.logins.refuse(m_issuer.tenant, "internal", told.error().reason, m_browser);
    }
    bool isMeant(const BrowserSession& /*candidate*/) const override { return true; }
    Result<http::Response> answerFrom(const BrowserSession& signedIn, web::Language language) override {
        const oidc::provider::Parts& provider = m_idp.m_parts.provider;
        TRY(sealer, provider.keys.sealerFor(signedIn.tenant->id));
        const Time now = clock().now();
        auto answer = provider.store.write([&](store::Writer& writer) -> Result<http::Response> {
            TRY(alive, sessions::connectionIfAlive(writer, signedIn.tenant->id, signedIn.session.id, now));
            if (!alive) {
                return fail(Code::Unauthenticated, "oauth.login_required");
            }
            ENSURE(sessions::touch(
                writer, signedIn.tenant->id, signedIn.session.id, now,
                std::min(signedIn.session.expiresAt, now + Milliseconds(signedIn.tenant->settings.idleTtl))));
            return grant(m_idp.m_parts, writer, sealer, to(language), signedIn.session, m_browser.ip, FlowId(), now);
        });
        if (!answer && (answer.error().reason.starts_with("idp."))) {
            return tell(answer.error().reason, answer.error().detail);
        }
        return answer;
    }
    json::Object carried(const oidc::provider::AuthorizeRequest& /*request*/) const override {
        return toJson(m_proven.ask, m_issuer.keys);
    }
    Result<Again> again() override {
        if (m_ticket.empty()) {
            TRY(ticket, m_idp.keep(m_issuer, m_proven));
            m_ticket = std::move(ticket);
        }
        Again out{addressOf(m_idp.m_parts.provider.publicUrl, m_issuer.slug(), "sso"), {}};
        out.parameters.append("ticket", m_ticket);
        return out;
    }

private:
    [[nodiscard]] AnswerTo to(web::Language language) const {
        return {*m_issuer.tenant, *m_proven.app, m_proven.ask, language};
    }
    [[nodiscard]] const Clock& clock() const { return m_idp.m_parts.provider.clock; }

    const IdentityProvider& m_idp;
    const Issuer& m_issuer;
    const IdentityProvider::Proven& m_proven;
    const login::Browser& m_browser;
    std::string m_ticket;
};

void IdentityProvider::mount(web::Router& router) {
    const auto at = [&](const char* method, const char* what, const auto& handler) {
        router.add(method, std::string("/t/{tenant}/saml/") + what, [this, handler](const web::Context& context) {
            return handler(*this, oidc::provider::issuerOf(context, m_parts.provider.publicUrl), context.request);
        });
    };
    at("GET", "metadata",
       [](const IdentityProvider& self, const Issuer& issuer, const http::Request&) { return self.metadata(issuer); });
    at("GET", "launch", [](const IdentityProvider& self, const Issuer& issuer, const http::Request& request) {
        return self.launch(issuer, request);
    });
    for (const char* method : {"GET", "POST"}) {
        at(method, "sso", [](const IdentityProvider& self, const Issuer& issuer, const http::Request& request) {
            return self.signOn(issuer, request);
        });
        at(method, "slo", [](const IdentityProvider& self, const Issuer& issuer, const http::Request& request) {
            return self.logout(issuer, request);
        });
    }
}

http::Response IdentityProvider::metadata(const Issuer& issuer) const {
    const auto text = [&]() -> Result<std::string> {
        const oidc::provider::Parts& provider = m_parts.provider;
        const Time now = provider.clock.now();
        TRY(ring, saml::keys::ringForSaml(provider.store, provider.keys, issuer.keys, now));
        wire::PublishedIdp published;
        published.id = wire::newMessageId();
        published.entityId = entityIdOf(provider.publicUrl, issuer.slug());
        published.validUntil = now + kMetadataLife;
        published.cacheDuration = kMetadataCached;
        published.displayName = issuer.tenant->name;
        published.nameIdFormats = issuedNameIdFormats();
        published.ssoUrl = addressOf(provider.publicUrl, issuer.slug(), "sso");
        published.sloUrl = addressOf(provider.publicUrl, issuer.slug(), "slo");
        for (const gatehouse::keys::SamlKey& key : ring->samlSigning) {
            if (key.state == gatehouse::keys::KeyState::Active || key.state == gatehouse::keys::KeyState::Next) {
                published.signing.push_back(&key.certificate);
            }
        }
        const gatehouse::keys::SamlKey& own = ring->samlSigning.front();
        return xml::sign(wire::toXml(published), published.id, {},
                         {*own.key, crypto::Signature::RS256, &own.certificate});
    }();
    if (!text) {
        log::warn("saml.metadata", {{"tenant", issuer.keys.text()}, {"reason", text.error().reason}});
        return web::jsonResponse(503, R"({"error":"temporarily_unavailable"})");
    }
    http::Response response;
    response.status = 200;
    response.headers.set("Content-Type", "application/samlmetadata+xml");
    response.headers.set("Content-Disposition", "inline; filename=\"metadata.xml\"");
    response.headers.set("Cache-Control", "public, max-age=3600");
    response.body = *text;
    return response;
}

Result<std::shared_ptr<const apps::App>> IdentityProvider::appOf(const Issuer& issuer,
                                                                 std::string_view entityId) const {
    auto app = m_parts.provider.apps.find(issuer.keys, issuer.slug(), entityId);
    if (!app && app.error().code != Code::NotFound) {
        return app;
    }
    if (!app || (*app)->type != apps::Type::Saml) {
        return fail(Code::NotFound, "oauth.client_unknown", entityId.substr(0, 200));
    }
    return app;
}

Result<IdentityProvider::Proven> IdentityProvider::prove(const Issuer& issuer, const http::Request& request) const {
    const Time now = m_parts.provider.clock.now();
    auto received = wire::readReceived(request);
    auto asked = received ? wire::readAuthnRequest(received->tree.root()) : tl::unexpected<Error>(received.error());
    if (!received || !asked || received->kind != wire::MessageKind::Request) {
        return fail(Code::InvalidArgument, "idp.request",
                    asked ? std::string("a response") : asked.error().reason + " " + asked.error().detail);
    }
    TRY(app, appOf(issuer, asked->issuer));
    TRY(sp, m_parts.serviceProviders.of(*app));
    const std::string relayState = received->relayState;
    if (received->isSigned || sp->signsRequests || app->saml.requireSignedRequests) {
        const auto proven = wire::prove(*std::move(received), keysOf(*sp));
        if (!proven) {
            return fail(Code::PermissionDenied, "idp.request.sig", proven.error().reason);
        }
        TRY(again, wire::readAuthnRequest(proven->root()));
        if (again.issuer != asked->issuer) {
            return fail(Code::PermissionDenied, "idp.request.sig", "another Issuer");
        }
        asked = std::move(again);
    }
    TRY(ask, judge(*asked, relayState, *sp, addressOf(m_parts.provider.publicUrl, issuer.slug(), "sso"), now));
    return Proven{std::move(app), std::move(ask)};
}

Result<std::string> IdentityProvider::keep(const Issuer& issuer, const Proven& proven) const {
    const oidc::provider::Parts& provider = m_parts.provider;
    TRY(sealer, provider.keys.sealerFor(issuer.keys));
    const std::string ticket = base64UrlEncode(crypto::randomBytes(kTicketOctets));
    ENSURE(provider.store.write([&](store::Writer& writer) {
        return sessions::putPushedRequest(
            writer, sealer, hashOf(ticket),
            {proven.app->id, json::write(toJson(proven.ask, issuer.keys)), provider.clock.now() + kKeptLife});
    }));
    return ticket;
}

Result<IdentityProvider::Proven> IdentityProvider::provenKept(const Issuer& issuer, std::string_view ticket) const {
    const oidc::provider::Parts& provider = m_parts.provider;
    TRY(sealer, provider.keys.sealerFor(issuer.keys));
    TRY(kept, provider.store.read(
                  [&](store::Reader& reader) { return sessions::findPushedRequest(reader, sealer, hashOf(ticket)); }));
    if (!kept || kept->expiresAt <= provider.clock.now()) {
        return fail(Code::InvalidArgument, "login.state_expired");
    }
    TRY(object, json::parseObject(kept->parameters));
    Ask ask = askOf(object);
    TRY(app, appOf(issuer, ask.entityId));
    if (app->id != kept->app) {
        return fail(Code::NotFound, "oauth.client_unknown");
    }
    return Proven{std::move(app), std::move(ask)};
}

http::Response IdentityProvider::signOn(const Issuer& issuer, const http::Request& request) const {
    const login::Browser browser = oidc::provider::browserOf(request, m_parts.provider.publicUrl);
    const auto refused = [&](const Error& error) {
        return m_parts.provider.logins.refuse(issuer.tenant, error.reason, error.detail, browser);
    };
    const auto query = http::Parameters::parse(request.query);
    const std::string ticket(query ? query->get("ticket").value_or("") : "");
    if (request.method == "GET" && !ticket.empty()) {
        const auto kept = query->repeated() ? fail(Code::InvalidArgument, "oauth.request", "repeated parameters")
                                            : provenKept(issuer, ticket);
        return kept ? signIn(issuer, *kept, request, *query, ticket) : refused(kept.error());
    }
    const auto proven = prove(issuer, request);
    if (!proven) {
        return refused(proven.error());
    }
    if (request.method == "GET") {
        return signIn(issuer, *proven, request, {}, {});
    }
    // A POST from the app's page brings no cookie of ours (SameSite=Lax); the redirect that follows it does.
    const auto kept = keep(issuer, *proven);
    if (!kept) {
        return refused(kept.error());
    }
    http::Parameters again;
    again.append("ticket", *kept);
    return web::seeOther(http::withQuery(addressOf(m_parts.provider.publicUrl, issuer.slug(), "sso"), again));
}

http::Response IdentityProvider::signIn(const Issuer& issuer, const Proven& proven, const http::Request& request,
                                        const http::Parameters& choices, const std::string& ticket) const {
    login::Browser browser = oidc::provider::browserOf(request, m_parts.provider.publicUrl);
    browser.uiLocales = choices.get("ui_locales").value_or("");
    ServiceProviderAsker asker(*this, issuer, proven, browser, ticket);
    // Made here at the first request of all, since the answer is signed inside a transaction.
    const auto ring = saml::keys::ringForSaml(m_parts.provider.store, m_parts.provider.keys, issuer.keys,
                                              m_parts.provider.clock.now());
    if (!ring) {
        return m_parts.provider.logins.refuse(issuer.tenant, ring.error().reason, ring.error().detail, browser);
    }
    if (!isIssued(proven.ask.nameIdFormat)) {
        return asker.tell("idp.name_id_policy", proven.ask.nameIdFormat);
    }
    auto levels = levelsOf(proven.ask, issuer.tenant->settings.acrOrder);
    if (!levels) {
        return asker.tell("unmet_authentication_requirements", "no level is better than what was asked for");
    }
    oidc::provider::AuthorizeRequest wanted = toSignIn(proven.ask, *std::move(levels));
    wanted.uiLocales = browser.uiLocales;
    wanted.connection = choices.get("connection").value_or("");
    if (const auto account = choices.get("login_hint"); account && !account->empty()) {
        wanted.loginHint = *account;
    }
    return oidc::provider::signIn(m_parts.provider, issuer, proven.app, std::move(wanted), asker, request, browser);
}

http::Response IdentityProvider::launch(const Issuer& issuer, const http::Request& request) const {
    const login::Browser browser = oidc::provider::browserOf(request, m_parts.provider.publicUrl);
    const auto query = http::Parameters::parse(request.query);
    const auto refused = [&](std::string_view reason, std::string_view detail) {
        return m_parts.provider.logins.refuse(issuer.tenant, reason, detail, browser);
    };
    if (!query || query->repeated()) {
        return refused("oauth.request", "unreadable or repeated parameters");
    }
    const auto app = appOf(issuer, query->get("app").value_or(""));
    if (!app) {
        return refused(app.error().reason, app.error().detail);
    }
    if (!(*app)->initiateLoginUri.empty()) {
        return web::seeOther((*app)->initiateLoginUri); // it asks us itself, which is safer
    }
    const auto sp = m_parts.serviceProviders.of(**app);
    if (!(*app)->saml.idpInitiated || !sp) {
        return refused("idp.launch", "the app takes no response that it did not ask for");
    }
    Proven proven{*app, {}};
    proven.ask.entityId = (*sp)->entityId;
    proven.ask.acsUrl = wire::defaultConsumer(**sp).location;
    proven.ask.relayState = (*app)->saml.relayState;
    return signIn(issuer, proven, request, *query, {});
}

} // namespace gatehouse::saml::idp
