// SPDX-License-Identifier: Apache-2.0
// The page after a sign-out: what became of the session at the apps that took part in it. Shown to the browser whose
// session it was, and to nobody else: an id_token_hint alone ends a session, but names no app.
#include "oidc/provider/signed_out.h"

#include <algorithm>
#include <set>

#include "apps/issuer_app.h"
#include "base/log.h"
#include "http/forms.h"
#include "oauth/tokens.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/backchannel_logout.h"
#include "oidc/provider/provider.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kAwaited{20}; // one try takes five seconds at most
constexpr std::string_view kLookAgain = "2";
constexpr std::string_view kFramesLoaded = "3";

std::string_view wordOf(AppEnding ending) {
    switch (ending) {
    case AppEnding::Confirmed:
        return "signedOut.confirmed";
    case AppEnding::Underway:
        return "signedOut.underway";
    case AppEnding::NoAnswer:
        return "signedOut.noAnswer";
    case AppEnding::Unheard:
        return "signedOut.unheard";
    }
    return "signedOut.unheard";
}

bool any(const std::vector<EndedApp>& apps, AppEnding ending) {
    return std::any_of(apps.begin(), apps.end(), [ending](const EndedApp& each) { return each.ending == ending; });
}

std::string pageAddress(const Issuer& issuer, const std::string& uiLocales) {
    http::Parameters parameters;
    if (!uiLocales.empty()) {
        parameters.append("ui_locales", uiLocales);
    }
    return http::withQuery(issuer.url + "/oauth2/signed-out", parameters);
}

} // namespace

AppEnding endingOf(const outbox::Receipt* receipt, Time now) {
    if (receipt == nullptr) {
        return AppEnding::Unheard;
    }
    switch (receipt->state) {
    case outbox::State::Confirmed:
        return AppEnding::Confirmed;
    case outbox::State::Pending:
        return now - receipt->createdAt < kAwaited ? AppEnding::Underway : AppEnding::NoAnswer;
    case outbox::State::Failed:
    case outbox::State::GivenUp:
        return AppEnding::NoAnswer;
    }
    return AppEnding::NoAnswer;
}

Result<std::vector<EndedApp>> endedApps(const Parts& parts, const TenantId& tenant, const SessionId& session) {
    return parts.store.read([&](store::Reader& reader) -> Result<std::vector<EndedApp>> {
        TRY(grants, sessions::grantsOf(reader, tenant, session));
        TRY(receipts, outbox::receipts(reader, tenant, kBackchannelLogout, session.text()));
        std::vector<EndedApp> found;
        std::set<AppId> seen;
        for (const sessions::Family& grant : grants) {
            if (!seen.insert(grant.app).second) {
                continue;
            }
            TRY(app, apps::findAtIssuer(reader, grant.issuerTenant, grant.app));
            if (app) {
                const auto receipt = std::find_if(receipts.begin(), receipts.end(), [&](const outbox::Receipt& each) {
                    return each.destination == grant.app.text();
                });
                found.push_back(
                    {app->name, endingOf(receipt == receipts.end() ? nullptr : &*receipt, parts.clock.now())});
            }
        }
        return found;
    });
}

std::optional<std::string> signedOutProof(const Parts& parts, const http::Request& request,
                                          const tenants::Tenant& tenant) {
    const auto cookie =
        http::cookie(request.headers, parts.publicUrl.cookieName(login::LoginService::sessionCookie(tenant.slug)));
    return cookie && *cookie ? std::optional(tenant.id.text() + "." + **cookie) : std::nullopt;
}

Result<std::optional<EndedHere>> endedHere(const Parts& parts, const Issuer& issuer, std::string_view proof) {
    const std::size_t dot = proof.find('.');
    const auto tenant = parts.tenants.byId(TenantId(std::string(proof.substr(0, dot))));
    if (dot == std::string_view::npos || !tenant || (issuer.tenant && issuer.tenant->id != tenant->id)) {
        return std::optional<EndedHere>();
    }
    const auto hash = oauth::hashOf(oauth::TokenKind::SessionCookie, proof.substr(dot + 1));
    if (!hash) {
        return std::optional<EndedHere>();
    }
    TRY(sealer, parts.keys.sealerFor(tenant->id));
    TRY(session, parts.store.read([&](store::Reader& reader) {
        return sessions::findEndedByCookie(reader, sealer, *hash, parts.clock.now() - kSignedOutLife);
    }));
    return session ? std::optional(EndedHere{tenant, *std::move(session)}) : std::optional<EndedHere>();
}

std::string upstreamLogout(const Parts& parts, const store::Sealer& sealer, const sessions::Session& session) {
    const auto connection = parts.connections.get(sealer, session.connection);
    return connection ? parts.upstream.logoutUrl(**connection, session.upstreamIdToken, "") : std::string();
}

http::Response signedOutPage(const Parts& parts, const Issuer& issuer, const Farewell& farewell) {
    const web::Language language = farewell.language;
    std::vector<EndedApp> ended;
    if (farewell.ended) {
        auto found = endedApps(parts, farewell.ended->tenant->id, farewell.ended->session.id);
        if (found) {
            ended = *std::move(found);
        } else {
            log::error("provider.signed_out",
                       {{"reason", found.error().reason}}); // the person is signed out all the same
        }
    }
    const bool underway = any(ended, AppEnding::Underway);
    json::Array apps;
    for (const EndedApp& each : ended) {
        apps.push_back(json::Object{{"app", each.name}, {"state", web::text(language, wordOf(each.ending))}});
    }
    json::Array frames;
    for (const LogoutFrame& each : farewell.frames) {
        frames.push_back(json::Object{{"url", each.url}});
    }
    const std::string address = pageAddress(issuer, farewell.uiLocales);
    json::Object values{{"title", web::text(language, "signedOut.title")},
                        {"brand", issuer.tenant ? issuer.tenant->name : std::string()},
                        {"upstream", farewell.next.empty() ? farewell.upstream : std::string()},
                        {"listed", !apps.empty()},
                        {"apps", std::move(apps)},
                        {"again", underway && farewell.next.empty() ? address : std::string()},
                        {"open", any(ended, AppEnding::NoAnswer) || any(ended, AppEnding::Unheard)},
                        {"frames", std::move(frames)},
                        {"next", farewell.next}};
    if (farewell.ended && farewell.next.empty()) {
        values["languages"] = web::languageLinks(language, pageAddress(issuer, {}), {});
    }
    http::Response page = web::page(200, "signed_out", values, language);
    if (!farewell.frames.empty()) {
        allowFrames(page, farewell.frames);
    }
    if (!farewell.next.empty()) {
        (void)page.headers.trySet("Refresh", std::string(kFramesLoaded) + ";url=" + farewell.next); // or by the link
    } else if (underway) {
        (void)page.headers.trySet("Refresh", std::string(farewell.frames.empty() ? kLookAgain : kFramesLoaded) +
                                                 ";url=" + address);
    }
    return page;
}

http::Response Provider::signedOut(const Issuer& issuer, const http::Request& request) {
    login::Browser browser = browserOf(request, m_parts.publicUrl);
    const auto parameters = http::Parameters::parse(request.query);
    if (parameters) {
        browser.uiLocales = parameters->get("ui_locales").value_or("");
    }
    const auto cookie = http::cookie(request.headers, m_parts.publicUrl.cookieName(kSignedOutCookie));
    const auto ended = endedHere(m_parts, issuer, cookie ? cookie->value_or("") : std::string());
    const auto sessions = browserSessions(m_parts, issuer, request);
    const bool isBack =
        sessions && ended && *ended && std::any_of(sessions->begin(), sessions->end(), [&](const BrowserSession& each) {
            return each.tenant->id == (*ended)->tenant->id;
        });
    const auto sealer = ended && *ended ? m_parts.keys.sealerFor((*ended)->tenant->id) : fail(Code::NotFound, "");
    if (!ended || !*ended || isBack || !sealer) {
        return web::seeOther(issuer.url + "/oauth2/logout"); // which knows whether anybody is signed in
    }
    Farewell farewell;
    farewell.upstream = upstreamLogout(m_parts, *sealer, (*ended)->session);
    farewell.ended = **ended;
    farewell.uiLocales = browser.uiLocales;
    farewell.language = login::languageOf(browser, (*ended)->tenant.get());
    return signedOutPage(m_parts, issuer, farewell);
}

} // namespace gatehouse::oidc::provider
