// SPDX-License-Identifier: Apache-2.0
// Where a person lets a device in (RFC 8628, 3.3): types its code, signs in as for any app, sees what is asked and by
// whom, and says yes or no. An address with the code in it fills in the form and does nothing more (5.4).
#include "audit/audit.h"
#include "base/log.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "directory/directory.h"
#include "oauth/prompt.h"
#include "oauth/user_code.h"
#include "oidc/provider/about_app.h"
#include "oidc/provider/app_gets.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/device_visit.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/levels.h"
#include "oidc/provider/provider.h"
#include "sessions/device_requests.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

using Kept = sessions::KeptDeviceRequest;

http::Response codePage(const Parts& parts, const Issuer& issuer, const DeviceVisit& visit, std::string_view notice) {
    const web::Language language = login::languageOf(visit.browser, issuer.tenant.get());
    const std::string cookie = visit.cookie.empty() ? crypto::randomToken() : visit.cookie;
    const std::string address = issuer.url + std::string(kDevicePage);
    http::Parameters again;
    if (!visit.typed.empty()) {
        again.append("user_code", visit.typed);
    }
    http::Response response = web::page(200, "device_code",
                                        {{"title", web::text(language, "device.title")},
                                         {"brand", issuer.tenant ? issuer.tenant->name : std::string()},
                                         {"notice", notice.empty() ? std::string_view() : web::text(language, notice)},
                                         {"action", address},
                                         {"form", formToken(cookie)},
                                         {"locales", visit.browser.uiLocales},
                                         {"code", visit.code.empty() ? visit.typed : oauth::shownUserCode(visit.code)},
                                         {"languages", web::languageLinks(language, address, again)}},
                                        language);
    // Lax: the page is opened by a link in a mail, or by a QR code.
    response.headers.add("Set-Cookie", http::setCookie(parts.publicUrl.cookieName(kDeviceCookie), cookie,
                                                       {http::SameSite::Lax, Seconds(3600), parts.publicUrl.secure()}));
    return response;
}

/// A device's question before the person who is to answer it.
struct Question {
    const Issuer& issuer;
    const DeviceVisit& visit;
    const Kept& device;
    const apps::App& app;
    const BrowserSession& account;
    web::Language language;
    std::string confirmation;
    Wanted wanted;
    directory::User user{}; ///< whose account it is
    bool kept = false;      ///< whether a yes is remembered as one to the app, beside this device
};

http::Response questionPage(const Parts& parts, const Question& question) {
    const BrowserSession& account = question.account;
    const std::string address = question.issuer.url + std::string(kDeviceConfirmPage);
    http::Parameters again = question.visit.onward();
    if (question.issuer.isFrontDoor()) {
        again.append("organization", account.tenant->slug);
    }
    json::Array hidden;
    for (const auto& [name, value] : again.pairs()) {
        hidden.push_back(json::Object{{"name", name}, {"value", value}});
    }
    hidden.push_back(json::Object{{"name", "confirm"}, {"value", question.confirmation}});
    http::Parameters other = again;
    other.append("prompt", "select_account");
    json::Object values =
        appGets(parts, account.tenant->id, question.user, question.app, question.wanted, question.language);
    values["title"] = web::text(question.language, "device.title");
    values["brand"] = account.tenant->name;
    values["app"] = question.app.name;
    values["code"] = oauth::shownUserCode(question.visit.code);
    values["address"] = question.device.request.ip;
    values["elsewhere"] = question.device.request.ip != question.visit.browser.ip;
    values["time"] = web::timeText(question.device.request.createdAt);
    values["name"] = account.displayName.empty() ? account.userName : account.displayName;
    values["kept"] = question.kept;
    values["action"] = address;
    values["hidden"] = std::move(hidden);
    values["other"] = http::withQuery(address, other);
    values["languages"] = web::languageLinks(question.language, address, again);
    return web::page(200, "device_confirm", values, question.language);
}

http::Response donePage(const Question& question, bool allowed) {
    return web::page(200, "device_done",
                     {{"title", web::text(question.language, allowed ? "device.allowed" : "device.denied")},
                      {"brand", question.account.tenant->name},
                      {"app", question.app.name},
                      {"allowed", allowed}},
                     question.language);
}

/// The sign-in of a device, as far as the flow of an app's sign-in is concerned.
AuthorizeRequest requestOf(const DeviceVisit& visit, const apps::App& app) {
    const auto value = [&](std::string_view name) {
        return std::string(visit.parameters.get(name).value_or("")).substr(0, 512);
    };
    AuthorizeRequest request;
    request.clientId = app.clientId;
    request.loginHint = value("login_hint");
    request.domainHint = value("domain_hint");
    request.uiLocales = visit.browser.uiLocales;
    request.organization = value("organization").substr(0, 100);
    request.connection = value("connection").substr(0, 100);
    request.prompt.selectAccount = value("prompt") == "select_account";
    return request;
}

Status readPerson(const Parts& parts, Question& question) {
    const TenantId& tenant = question.account.tenant->id;
    TRY(sealer, parts.keys.sealerFor(tenant));
    return parts.store.read([&](store::Reader& reader) -> Status {
        TRY(user, directory::findUser(reader, sealer, question.account.session.user));
        TRY(kept, needsConsent(reader, tenant, question.app, user.id, question.wanted));
        question.user = std::move(user);
        question.kept = kept;
        return {};
    });
}

// In one transaction: the answer, the tokens that wait because of it, and the record.
Status answer(const Parts& parts, const Question& question, bool allowed, Time now) {
    const BrowserSession& account = question.account;
    const TenantId& tenant = account.tenant->id;
    const TenantId& issuer = question.issuer.keys;
    TRY(sealer, parts.keys.sealerFor(tenant));
    sessions::Family family;
    family.id = crypto::newUuid(now);
    family.issuerTenant = issuer;
    family.app = question.app.id;
    family.user = account.session.user;
    family.session = account.session.id;
    family.scopes = question.device.request.scopes;
    family.resources = question.device.request.resources;
    family.authorizationDetails = question.device.request.authorizationDetails;
    family.createdAt = now;
    family.expiresAt = now + account.tenant->settings.refreshTokenTtl;
    audit::Record record;
    record.type = allowed ? "DeviceApproved" : "DeviceDenied";
    record.outcome = allowed ? audit::Outcome::Success : audit::Outcome::Denied;
    record.actor = {audit::ActorType::User, account.session.user.text(), account.userName};
    record.target = {"app", question.app.id.text(), question.app.name};
    record.ip = question.visit.browser.ip;
    record.data = {{"app", question.app.name},
                   {"device", question.device.request.ip},
                   {"scopes", json::toArray(family.scopes)},
                   {"session", family.session.text()},
                   {"family", allowed ? family.id : std::string()}};
    return parts.store.write([&](store::Writer& writer) -> Status {
        TRY(alive, sessions::connectionIfAlive(writer, tenant, account.session.id, now));
        TRY(may, mayHaveTokens(parts, writer, tenant, question.app.id, account.session.user));
        if (!alive || !may) {
            return fail(Code::PermissionDenied, alive ? "login.not_admin" : "login.state_expired");
        }
        const auto first =
            allowed ? sessions::approveDeviceRequest(writer, issuer, question.device.deviceHash, tenant, family.id)
                    : sessions::denyDeviceRequest(writer, issuer, question.device.deviceHash);
        if (!first) {
            return tl::unexpected<Error>(first.error());
        }
        if (!*first) {
            return fail(Code::FailedPrecondition, "login.state_used", "answered meanwhile");
        }
        if (allowed) {
            TRY(kept, needsConsent(writer, tenant, question.app, account.session.user, question.wanted));
            if (kept) {
                ENSURE(keepConsent(writer, sealer, question.user, question.app, question.wanted, record.ip, now));
            }
            ENSURE(sessions::putFamily(writer, tenant, family));
        }
        return audit::append(writer, sealer, tenant, record, now);
    });
}

} // namespace

Result<std::optional<Kept>> Provider::enteredDevice(const Issuer& issuer, const DeviceVisit& visit) {
    const Guesses::From from{issuer.keys.text(), visit.browser.ip, visit.cookie};
    const Time now = m_parts.clock.now();
    const Guesses::Verdict verdict = m_guesses.take(from, now);
    TRY(sealer, m_parts.keys.sealerFor(issuer.keys));
    if (verdict != Guesses::Verdict::Allowed) {
        if (verdict == Guesses::Verdict::FirstRefusal) {
            audit::Record record;
            record.type = "AccessDenied";
            record.outcome = audit::Outcome::Denied;
            record.reason = "device.too_many_codes";
            record.ip = visit.browser.ip;
            const audit::Prepared prepared = audit::prepare(sealer, record, now);
            ENSURE(m_parts.store.write([&](store::Writer& writer) { return audit::append(writer, prepared); }));
        }
        return fail(Code::RateLimited, "device.too_many_codes");
    }
    TRY(kept, m_parts.store.read(
                  [&](store::Reader& reader) { return sessions::findByUserCode(reader, sealer, visit.code); }));
    if (!kept || kept->state != sessions::DeviceState::Pending || now >= kept->request.expiresAt) {
        return std::optional<Kept>();
    }
    m_guesses.giveBack(from);
    return kept;
}

http::Response Provider::devicePage(const Issuer& issuer, const http::Request& request) {
    const auto visit = readDeviceVisit(request, m_parts.publicUrl);
    if (!visit) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", visit.error().reason,
                                     browserOf(request, m_parts.publicUrl));
    }
    if (request.method != "POST") {
        return codePage(m_parts, issuer, *visit, "");
    }
    if (visit->cookie.empty() ||
        !crypto::constantTimeEqual(visit->parameters.get("form").value_or(""), formToken(visit->cookie))) {
        return codePage(m_parts, issuer, *visit, "device.again");
    }
    if (visit->code.empty()) {
        return codePage(m_parts, issuer, *visit, "device.unknown");
    }
    const auto kept = enteredDevice(issuer, *visit);
    if (!kept) {
        return m_parts.logins.refuse(issuer.tenant, kept.error().reason, kept.error().detail, visit->browser);
    }
    return *kept ? web::seeOther(http::withQuery(issuer.url + std::string(kDeviceConfirmPage), visit->onward()))
                 : codePage(m_parts, issuer, *visit, "device.unknown");
}

tl::expected<BrowserSession, http::Response> Provider::deviceAccount(const Issuer& issuer, const http::Request& request,
                                                                     const DeviceVisit& visit,
                                                                     const std::shared_ptr<const apps::App>& app) {
    const auto refuse = [&](const std::shared_ptr<const tenants::Tenant>& tenant, const Error& error) {
        return tl::unexpected<http::Response>(m_parts.logins.refuse(tenant, error.reason, error.detail, visit.browser));
    };
    AuthorizeRequest asked = requestOf(visit, *app);
    asked.maxAge = app->defaultMaxAge;
    asked.acrValues = app->defaultAcrValues;
    const auto tenant = tenantFor(m_parts, issuer, *app, asked);
    if (!tenant) {
        return refuse(issuer.tenant, tenant.error());
    }
    auto sessions = browserSessions(m_parts, issuer, request);
    if (!sessions) {
        return refuse(*tenant, sessions.error());
    }
    std::vector<BrowserSession> fitting;
    SessionId toRaise;
    for (BrowserSession& candidate : *sessions) {
        const bool served = apps::servesTenant(*app, candidate.tenant->id, candidate.tenant->slug);
        const bool here = *tenant && candidate.tenant->id == (*tenant)->id;
        if (!served || (*tenant && !here) || !isMeant(candidate, asked)) {
            continue;
        }
        if (here) {
            toRaise = candidate.session.id;
        }
        if (isEnough(candidate, asked, *app, m_parts.clock.now())) {
            fitting.push_back(std::move(candidate));
        }
    }
    if (fitting.size() == 1 && !asked.prompt.selectAccount) {
        return std::move(fitting.front());
    }
    http::Parameters inAddress = visit.onward();
    for (const std::string_view name : {"organization", "connection", "prompt"}) {
        if (const auto value = visit.parameters.get(name)) {
            inAddress.append(std::string(name), std::string(*value));
        }
    }
    const Asking asking{issuer,
                        *app,
                        aboutApp(m_parts, *app),
                        std::move(inAddress),
                        login::languageOf(visit.browser, tenant->get()),
                        issuer.url + std::string(kDeviceConfirmPage)};
    if (!*tenant) {
        return tl::unexpected<http::Response>(fitting.empty() ? organisationPage(asking, asked.loginHint)
                                                              : chooserPage(asking, fitting));
    }
    const auto sealer = m_parts.keys.sealerFor((*tenant)->id);
    const auto choices = sealer ? connectionsFor(m_parts, *sealer, asked)
                                : Result<connections::List>(tl::unexpected<Error>(sealer.error()));
    if (!choices) {
        return refuse(*tenant, choices.error());
    }
    if (choices->size() > 1 || (asked.prompt.selectAccount && asked.connection.empty())) {
        return tl::unexpected<http::Response>(connectionPage(asking, **tenant, *choices, fitting));
    }
    login::LoginRequest login;
    login.tenant = *tenant;
    login.app = app;
    login.connection = choices->front();
    const LevelDemand demand = levelDemand(asked, *app, **tenant);
    if (demand.demanded && demand.any.empty()) {
        return refuse(*tenant, Error{Code::FailedPrecondition, "unmet_authentication_requirements",
                                     conflictOf(asked, *app, **tenant)});
    }
    login.acrValues = demand.any;
    login.acrEssential = demand.demanded;
    login.maxAge = asked.maxAge;
    login.session = toRaise;
    login.loginHint = asked.loginHint;
    login.uiLocales = asked.uiLocales;
    login.downstream = {{"issuer", issuer.keys.text()}, {"device", visit.code}, {"uiLocales", visit.browser.uiLocales}};
    return tl::unexpected<http::Response>(m_parts.logins.begin(login, visit.browser));
}

http::Response Provider::deviceConfirm(const Issuer& issuer, const http::Request& request) {
    const auto visit = readDeviceVisit(request, m_parts.publicUrl);
    if (!visit) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", visit.error().reason,
                                     browserOf(request, m_parts.publicUrl));
    }
    if (visit->cookie.empty() || visit->code.empty()) { // whoever did not come through the form goes there first
        return web::seeOther(http::withQuery(issuer.url + std::string(kDevicePage), visit->onward()));
    }
    const auto kept = enteredDevice(issuer, *visit);
    if (!kept) {
        return m_parts.logins.refuse(issuer.tenant, kept.error().reason, kept.error().detail, visit->browser);
    }
    if (!*kept) {
        return codePage(m_parts, issuer, *visit, "device.unknown");
    }
    const auto app = m_parts.apps.find(issuer.keys, issuer.slug(), (*kept)->request.clientId);
    if (!app || (*app)->id != (*kept)->request.app || !usesDevices(**app)) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.client_unknown", "of a device", visit->browser);
    }
    const auto account = deviceAccount(issuer, request, *visit, *app);
    if (!account) {
        return account.error();
    }
    Question question{issuer,
                      *visit,
                      **kept,
                      **app,
                      *account,
                      login::languageOf(visit->browser, account->tenant.get()),
                      confirmationToken(request, m_parts.publicUrl, *account, *visit),
                      wantedBy((*kept)->request)};
    if (const Status read = readPerson(m_parts, question); !read) {
        return m_parts.logins.refuse(account->tenant, read.error().reason, read.error().detail, visit->browser);
    }
    const auto decision = visit->parameters.get("decision").value_or("");
    const bool confirmed =
        request.method == "POST" &&
        crypto::constantTimeEqual(visit->parameters.get("confirm").value_or(""), question.confirmation);
    if (!confirmed || (decision != "allow" && decision != "deny")) {
        return questionPage(m_parts, question);
    }
    const Status answered = answer(m_parts, question, decision == "allow", m_parts.clock.now());
    if (!answered) {
        return m_parts.logins.refuse(account->tenant, answered.error().reason, answered.error().detail, visit->browser);
    }
    return donePage(question, decision == "allow");
}

} // namespace gatehouse::oidc::provider
