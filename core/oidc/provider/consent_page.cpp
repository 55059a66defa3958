// SPDX-License-Identifier: Apache-2.0
// The page on which a person allows an app what it asks for, or does not. Only the browser session that the question
// was put to can answer, and only with the ticket that its page has, once.
#include "audit/audit.h"
#include "base/log.h"
#include "directory/directory.h"
#include "oauth/tokens.h"
#include "oidc/provider/app_gets.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/consent.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/respond.h"
#include "web/page.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::string_view kEnded = "consent.ended";

// A question, and everything that it takes to put or answer it.
struct Question {
    Bytes ticket; ///< its hash
    json::Object request;
    std::string family;
    std::shared_ptr<const apps::App> app;
    directory::User user;
    BrowserSession signedIn;
};

Result<Question> questionOf(const Parts& parts, const Issuer& issuer, const http::Request& http,
                            const store::Sealer& sealer, std::string_view ticket) {
    Question question;
    auto hash = oauth::hashOf(oauth::TokenKind::ConsentTicket, ticket);
    if (!hash) {
        return fail(Code::NotFound, kEnded);
    }
    question.ticket = *std::move(hash);
    TRY(sessions, browserSessions(parts, issuer, http));
    const Time now = parts.clock.now();
    TRY(asked, parts.store.read(
                   [&](store::Reader& reader) { return sessions::findAsked(reader, sealer, question.ticket, now); }));
    if (!asked || sessions.empty() || sessions.front().session.id != asked->session) {
        return fail(Code::NotFound, kEnded);
    }
    question.signedIn = std::move(sessions.front());
    TRY(kept, json::parseObject(asked->request));
    const json::Object* request = json::objectMember(kept, "request");
    question.request = request == nullptr ? json::Object() : *request;
    question.family = textOf(kept, "family");
    const Issuer at = issuerOf(parts, question.request, issuer.slug());
    auto app = parts.apps.find(at.keys, at.keys == issuer.keys ? issuer.slug() : std::string(),
                               textOf(question.request, "clientId"));
    if (!app || !apps::servesTenant(**app, issuer.keys, issuer.slug())) {
        return fail(Code::NotFound, kEnded);
    }
    question.app = *std::move(app);
    TRY(user, parts.store.read([&](store::Reader& reader) {
        return directory::findUser(reader, sealer, question.signedIn.session.user);
    }));
    question.user = std::move(user);
    return question;
}

http::Response questionPage(const Parts& parts, const Issuer& issuer, const Question& question,
                            const http::Parameters& parameters, web::Language language) {
    const std::string address = issuer.url + "/oauth2/consent";
    json::Object values =
        appGets(parts, issuer.tenant->id, question.user, *question.app, wantedBy(question.request), language);
    values["title"] = web::text(language, "consent.title", question.app->name);
    values["brand"] = issuer.tenant->name;
    values["app"] = question.app->name;
    values["name"] = question.user.userName;
    values["action"] = address;
    values["ticket"] = parameters.get("ticket").value_or("");
    values["languages"] = web::languageLinks(language, address, parameters);
    return web::page(200, "consent", values, language);
}

// The code, or the error that the app is told.
Result<http::Parameters> decide(const Parts& parts, const tenants::Tenant& tenant, const store::Sealer& sealer,
                                const Question& question, bool allowed, const std::string& ip) {
    const Time now = parts.clock.now();
    return parts.store.write([&](store::Writer& writer) -> Result<http::Parameters> {
        TRY(first, sessions::takeAsked(writer, tenant.id, question.ticket));
        TRY(alive, sessions::connectionIfAlive(writer, tenant.id, question.signedIn.session.id, now));
        if (!first || !alive) {
            return fail(Code::NotFound, kEnded);
        }
        const Wanted wanted = wantedBy(question.request);
        if (!allowed) {
            audit::Record denied = consentRecord("AccessDenied", question.user, *question.app, wanted, ip);
            denied.outcome = audit::Outcome::Denied;
            denied.reason = "consent.denied";
            ENSURE(audit::append(writer, sealer, tenant.id, denied, now));
            return errorParameters("access_denied", "the person did not allow it");
        }
        TRY(may, mayHaveTokens(parts, writer, tenant.id, question.app->id, question.user.id));
        if (!may) {
            return errorParameters("access_denied", "login.not_admin");
        }
        ENSURE(keepConsent(writer, sealer, question.user, *question.app, wanted, ip, now));
        TRY(code, mintCode(writer, tenant.id, tenant.settings.refreshTokenTtl, question.app->id,
                           question.signedIn.session, question.request, question.family, now));
        http::Parameters parameters;
        parameters.append("code", code);
        return parameters;
    });
}

} // namespace

http::Response Provider::consent(const Issuer& issuer, const http::Request& request) {
    login::Browser browser = browserOf(request, m_parts.publicUrl);
    const bool answered = request.method == "POST";
    const auto parameters =
        http::Parameters::parse(answered ? std::string_view(request.body) : std::string_view(request.query));
    if (parameters) {
        browser.uiLocales = parameters->get("ui_locales").value_or("");
    }
    if (!parameters || parameters->repeated()) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", "unreadable or repeated parameters", browser);
    }
    const auto refuse = [&](const Error& error) {
        const bool ended = error.reason == kEnded || error.reason == "login.state_used";
        return m_parts.logins.refuse(issuer.tenant, ended ? kEnded : "internal", error.reason, browser);
    };
    const auto sealer = m_parts.keys.sealerFor(issuer.keys);
    if (!sealer) {
        return m_parts.logins.refuse(issuer.tenant, sealer.error().reason, sealer.error().detail, browser);
    }
    const auto question = questionOf(m_parts, issuer, request, *sealer, parameters->get("ticket").value_or(""));
    if (!question) {
        return refuse(question.error());
    }
    const web::Language language = login::languageOf(browser, issuer.tenant.get());
    const std::string_view choice = parameters->get("answer").value_or("");
    if (!answered || (choice != "allow" && choice != "deny")) {
        return questionPage(m_parts, issuer, *question, *parameters, language);
    }
    auto told = decide(m_parts, *issuer.tenant, *sealer, *question, choice == "allow", request.peer.address);
    if (!told) {
        return refuse(told.error());
    }
    auto response =
        answer(m_parts.keys, issuerOf(m_parts, question->request, issuer.slug()),
               answerTo(m_parts, question->request, issuer.slug(), language), *std::move(told), m_parts.clock.now());
    return response ? *std::move(response) : refuse(response.error());
}

} // namespace gatehouse::oidc::provider
