// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/sign_in.h"

#include "base/log.h"
#include "oidc/provider/about_app.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/levels.h"

namespace gatehouse::oidc::provider {
namespace {

/// The browser's sessions that the request may be about.
struct Sessions {
    std::vector<BrowserSession> fitting;    ///< strong and fresh enough
    std::optional<BrowserSession> ofTenant; ///< to be raised, should it come to a sign-in
};

Sessions sort(std::vector<BrowserSession> all, const apps::App& app, const AuthorizeRequest& request,
              const tenants::Tenant* tenant, const Asker& asker, Time now) {
    Sessions out;
    for (BrowserSession& candidate : all) {
        const bool served = apps::servesTenant(app, candidate.tenant->id, candidate.tenant->slug);
        const bool here = tenant != nullptr && candidate.tenant->id == tenant->id;
        if (!served || (tenant != nullptr && !here) || !isMeant(candidate, request) || !asker.isMeant(candidate)) {
            continue;
        }
        if (here) {
            out.ofTenant = candidate;
        }
        if (isEnough(candidate, request, app, now)) {
            out.fitting.push_back(std::move(candidate));
        }
    }
    return out;
}

std::string_view errorOf(const Error& error) {
    return error.code == Code::PermissionDenied       ? "access_denied"
           : error.reason == "login.state_used"       ? "invalid_request_uri"
           : error.reason == "oauth.consent_required" ? "consent_required"
                                                      : "server_error";
}

} // namespace

http::Response signIn(const Parts& parts, const Issuer& issuer, const std::shared_ptr<const apps::App>& app,
                      AuthorizeRequest request, Asker& asker, const http::Request& http,
                      const login::Browser& browser) {
    const auto tenant = tenantFor(parts, issuer, *app, request);
    if (!tenant) {
        return parts.logins.refuse(nullptr, tenant.error().reason, tenant.error().detail, browser);
    }
    auto all = browserSessions(parts, issuer, http);
    if (!all) {
        log::error("provider.sessions", {{"reason", all.error().reason}});
        return asker.tell(all.error().reason == "tenant_sealed" ? "temporarily_unavailable" : "server_error",
                          all.error().reason);
    }
    const auto [fitting, ofTenant] = sort(*std::move(all), *app, request, tenant->get(), asker, parts.clock.now());
    const bool mayReuse =
        !request.prompt.login && !request.prompt.selectAccount && !(request.maxAge && request.maxAge->count() == 0);
    if (mayReuse && fitting.size() == 1) {
        auto answer = asker.answerFrom(fitting.front(), login::languageOf(browser, tenant->get()));
        return answer ? *std::move(answer) : asker.tell(errorOf(answer.error()), answer.error().reason);
    }
    if (request.prompt.none) {
        return asker.tell(fitting.size() > 1 ? "account_selection_required" : "login_required", "");
    }
    const auto ask = [&](const auto& page) {
        auto again = asker.again();
        return again ? page(Asking{issuer, *app, aboutApp(parts, *app), std::move(again->parameters),
                                   login::languageOf(browser, tenant->get()), std::move(again->address)})
                     : asker.tell("temporarily_unavailable", again.error().reason);
    };
    if (!*tenant) {
        return ask([&](const Asking& asking) {
            return fitting.empty() || request.prompt.login ? organisationPage(asking, request.loginHint)
                                                           : chooserPage(asking, fitting);
        });
    }

    const auto sealer = parts.keys.sealerFor((*tenant)->id);
    if (!sealer) {
        return asker.tell("temporarily_unavailable", sealer.error().reason);
    }
    const LevelDemand demand = levelDemand(request, *app, **tenant);
    if (demand.demanded && demand.any.empty()) {
        return asker.tell("unmet_authentication_requirements", conflictOf(request, *app, **tenant));
    }
    if (ofTenant && fitting.empty() && request.connection.empty() && !request.prompt.selectAccount) {
        // The same person, only stronger or anew: nobody has to be asked whom to sign in with.
        request.connection = ofTenant->session.connection.text();
        request.loginHint = request.loginHint.empty() ? ofTenant->userName : request.loginHint;
    }
    const auto choices = connectionsFor(parts, *sealer, request);
    if (!choices) {
        return parts.logins.refuse(*tenant, choices.error().reason, choices.error().detail, browser);
    }
    if (choices->size() > 1 || (request.prompt.selectAccount && request.connection.empty())) {
        return ask([&](const Asking& asking) { return connectionPage(asking, **tenant, *choices, fitting); });
    }
    login::LoginRequest login;
    login.tenant = *tenant;
    login.app = app;
    login.connection = choices->front();
    login.acrValues = demand.any;
    login.acrEssential = demand.demanded;
    login.session = ofTenant ? ofTenant->session.id : SessionId();
    login.maxAge = request.maxAge;
    login.forceLogin = request.prompt.login || (request.maxAge && request.maxAge->count() == 0);
    login.loginHint = request.loginHint;
    login.uiLocales = request.uiLocales;
    login.downstream = asker.carried(request);
    return parts.logins.begin(login, browser);
}

} // namespace gatehouse::oidc::provider
