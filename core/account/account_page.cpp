// SPDX-License-Identifier: Apache-2.0
#include "account/account_page.h"

#include "crypto/hash.h"
#include "directory/directory.h"
#include "login/person_data.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/levels.h"
#include "web/security_headers.h"

namespace gatehouse::account {
namespace {

using oidc::provider::BrowserSession;

constexpr std::size_t kMostSessions = 100;
constexpr std::size_t kMostConsents = 100;
constexpr int kMostActivity = 20;

// What the sign-in is for, in the log and on the sign-in page.
std::shared_ptr<const apps::App> accountApp() {
    static const auto app = [] {
        auto made = std::make_shared<apps::App>();
        made->id = AppId("gatehouse-account");
        made->name = "Account page";
        return made;
    }();
    return app;
}

Result<Account> accountOf(const oidc::provider::Parts& parts, const Visit& visit) {
    const UserId& user = visit.signedIn->session.user;
    const TenantId& tenant = visit.issuer.keys;
    return parts.store.read([&](store::Reader& reader) -> Result<Account> {
        Account account;
        TRY(open, sessions::list(reader, visit.sealer, {.user = user}, true, parts.clock.now(), "", kMostSessions));
        account.sessions = std::move(open.items);
        audit::Filter filter;
        filter.type = activityTypes();
        filter.actor = user.text();
        TRY(activity, audit::list(reader, visit.sealer, filter, "", kMostActivity));
        account.activity = std::move(activity.items);
        TRY(consents, sessions::listConsents(reader, tenant, user, std::nullopt, "", kMostConsents));
        for (sessions::Consent& consent : consents.items) {
            auto app = apps::find(reader, tenant, consent.app);
            if (!app) {
                app = apps::find(reader, platformTenant(), consent.app);
            }
            account.consents.push_back({std::move(consent), app ? app->name : std::string()});
        }
        return account;
    });
}

audit::Record recordOf(const Visit& visit, std::string type, std::string targetType, std::string target) {
    audit::Record record;
    record.type = std::move(type);
    record.actor = {audit::ActorType::User, visit.signedIn->session.user.text(), visit.signedIn->userName};
    record.target = {std::move(targetType), std::move(target), {}};
    record.ip = visit.browser.ip;
    return record;
}

// One's own alone: the id of somebody else's session ends nothing.
Status endSession(store::Writer& writer, sessions::Endings& endings, const Visit& visit, const SessionId& id,
                  Time now) {
    const auto session = sessions::find(writer, visit.sealer, id);
    if (!session) {
        return session.error().code == Code::NotFound ? Status() : tl::unexpected<Error>(session.error());
    }
    if (session->user != visit.signedIn->session.user) {
        return {};
    }
    TRY(ended, sessions::end(writer, endings, visit.issuer.keys, id, "person_revoked", now));
    if (!ended) {
        return {};
    }
    audit::Record record = recordOf(visit, "SessionRevoked", "session", id.text());
    record.reason = "person_revoked";
    return audit::append(writer, visit.sealer, visit.issuer.keys, record, now);
}

Status endOthers(store::Writer& writer, sessions::Endings& endings, const Visit& visit, Time now) {
    const sessions::Session& here = visit.signedIn->session;
    for (std::optional<std::string> cursor = ""; cursor;) {
        TRY(page, sessions::list(writer, visit.sealer, {.user = here.user}, true, now, *cursor, kMostSessions));
        for (const sessions::Session& session : page.items) {
            if (session.id != here.id) {
                ENSURE(endSession(writer, endings, visit, session.id, now));
            }
        }
        cursor = page.nextCursor;
    }
    return {};
}

Status withdraw(store::Writer& writer, const Visit& visit, std::string_view id, Time now) {
    const auto consent = sessions::findConsent(writer, visit.issuer.keys, id);
    if (!consent) {
        return consent.error().code == Code::NotFound ? Status() : tl::unexpected<Error>(consent.error());
    }
    if (consent->user != visit.signedIn->session.user) {
        return {};
    }
    TRY(revoked, sessions::withdrawConsent(writer, visit.issuer.keys, id, now));
    audit::Record record = recordOf(visit, "ConsentWithdrawn", "app", consent->app.text());
    record.data = {
        {"userId", consent->user.text()}, {"scopes", json::toArray(consent->scopes)}, {"grantsRevoked", revoked}};
    return audit::append(writer, visit.sealer, visit.issuer.keys, record, now);
}

} // namespace

void AccountPage::mount(web::Router& router) {
    router.add("GET", "/t/{tenant}/account", [this](const web::Context& context) { return show(context); });
    router.add("POST", "/t/{tenant}/account", [this](const web::Context& context) { return act(context); });
    router.add("GET", "/t/{tenant}/account/export", [this](const web::Context& context) { return download(context); });
}

tl::expected<Visit, http::Response> AccountPage::visitOf(const web::Context& context) {
    const http::Request& request = context.request;
    const oidc::provider::Issuer issuer = oidc::provider::issuerOf(context, m_parts.publicUrl);
    login::Browser browser = oidc::provider::browserOf(request, m_parts.publicUrl);
    const auto refuse = [&](std::string_view reason, std::string_view detail) {
        return tl::unexpected<http::Response>(m_parts.logins.refuse(issuer.tenant, reason, detail, browser));
    };
    auto parameters = http::Parameters::parse(request.method == "POST" ? std::string_view(request.body)
                                                                       : std::string_view(request.query));
    if (!parameters || parameters->repeated()) {
        return refuse("oauth.request", "unreadable or repeated parameters");
    }
    browser.uiLocales = parameters->get("ui_locales").value_or("");
    auto sealer = m_parts.keys.sealerFor(issuer.keys);
    if (!sealer) {
        return refuse(sealer.error().reason, sealer.error().detail);
    }
    auto sessions = oidc::provider::browserSessions(m_parts, issuer, request);
    if (!sessions) {
        return refuse("internal", sessions.error().reason);
    }
    Visit visit{issuer, *std::move(sealer), std::move(browser), *std::move(parameters), std::nullopt};
    const oidc::provider::AuthorizeRequest plain;
    if (!sessions->empty() && isEnough(sessions->front(), plain, *accountApp(), m_parts.clock.now())) {
        visit.signedIn = std::move(sessions->front());
        return visit;
    }
    return tl::unexpected<http::Response>(
        signIn(context, visit, sessions->empty() ? SessionId() : sessions->front().session.id));
}

http::Response AccountPage::signIn(const web::Context& context, const Visit& visit, const SessionId& toRaise) {
    const auto& tenant = context.tenant;
    oidc::provider::AuthorizeRequest asked;
    asked.connection = visit.parameters.get("connection").value_or("");
    asked.loginHint = visit.parameters.get("login_hint").value_or("");
    const auto choices = connectionsFor(m_parts, visit.sealer, asked);
    if (!choices) {
        return m_parts.logins.refuse(tenant, choices.error().reason, choices.error().detail, visit.browser);
    }
    if (choices->size() > 1) {
        const oidc::provider::Asking asking{
            visit.issuer,   *accountApp(), {}, visit.parameters, login::languageOf(visit.browser, tenant.get()),
            visit.address()};
        return connectionPage(asking, *tenant, *choices, {});
    }
    const oidc::provider::LevelDemand demand = levelDemand(asked, *accountApp(), *tenant);
    login::LoginRequest login;
    login.tenant = tenant;
    login.app = accountApp();
    login.connection = choices->front();
    login.acrValues = demand.any;
    login.acrEssential = demand.demanded;
    login.session = toRaise;
    login.loginHint = asked.loginHint;
    login.uiLocales = visit.browser.uiLocales;
    login.downstream = {{"issuer", visit.issuer.keys.text()}, {"page", "account"}};
    return m_parts.logins.begin(login, visit.browser);
}

http::Response AccountPage::show(const web::Context& context) {
    const auto visit = visitOf(context);
    if (!visit) {
        return visit.error();
    }
    const auto account = accountOf(m_parts, *visit);
    return account ? accountPage(*visit, *account)
                   : m_parts.logins.refuse(context.tenant, "internal", account.error().reason, visit->browser);
}

http::Response AccountPage::act(const web::Context& context) {
    const auto visit = visitOf(context);
    if (!visit) {
        return visit.error();
    }
    const http::Parameters& form = visit->parameters;
    if (!crypto::constantTimeEqual(form.get("confirm").value_or(""), visit->formToken())) {
        return m_parts.logins.refuse(context.tenant, "account.form", "not of this session's page", visit->browser);
    }
    const std::string_view what = form.get("do").value_or("");
    const std::string id(form.get("id").value_or(""));
    const Time now = m_parts.clock.now();
    const Status done = m_parts.store.write([&](store::Writer& writer) -> Status {
        if (what == "end") {
            return endSession(writer, m_parts.endings, *visit, SessionId(id), now);
        }
        if (what == "end-others") {
            return endOthers(writer, m_parts.endings, *visit, now);
        }
        return what == "withdraw" ? withdraw(writer, *visit, id, now) : Status();
    });
    return done ? web::seeOther(visit->address())
                : m_parts.logins.refuse(context.tenant, "internal", done.error().reason, visit->browser);
}

http::Response AccountPage::download(const web::Context& context) {
    const auto visit = visitOf(context);
    if (!visit) {
        return visit.error();
    }
    const auto data = m_parts.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(user, directory::findUser(reader, visit->sealer, visit->signedIn->session.user));
        return login::personData(reader, visit->sealer, user, m_parts.clock.now(), login::PersonData::Own);
    });
    if (!data) {
        return m_parts.logins.refuse(context.tenant, "internal", data.error().reason, visit->browser);
    }
    http::Response response = web::jsonResponse(200, json::write(*data));
    response.headers.set("Content-Disposition", "attachment; filename=\"account.json\"");
    return response;
}

} // namespace gatehouse::account
