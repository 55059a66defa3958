// SPDX-License-Identifier: Apache-2.0
// OpenID Connect RP-Initiated Logout 1.0.
#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "crypto/hash.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/signed_out.h"
#include "oidc/provider/token_claims.h"
#include "web/page.h"
#include "web/security_headers.h"
#include "web/texts.h"

namespace gatehouse::oidc::provider {
namespace {

// Where to go afterwards, only if the app is known and has registered exactly this address.
std::string returnAddress(const Parts& parts, const Issuer& issuer, const http::Parameters& parameters,
                          const std::string& clientId) {
    const auto asked = parameters.get("post_logout_redirect_uri");
    if (!asked || asked->empty() || clientId.empty()) {
        return {};
    }
    const auto app = parts.apps.find(issuer.keys, issuer.slug(), clientId);
    if (!app || std::find((*app)->postLogoutRedirectUris.begin(), (*app)->postLogoutRedirectUris.end(), *asked) ==
                    (*app)->postLogoutRedirectUris.end()) {
        return {};
    }
    http::Parameters state;
    if (const auto value = parameters.get("state"); value && !value->empty()) {
        state.append("state", std::string(*value));
        return http::withQuery(*asked, state);
    }
    return std::string(*asked);
}

// What a session that ended leaves to the browser: the provider's own logout, to be offered, and the apps' frames.
struct Ended {
    std::string upstream;
    std::vector<LogoutFrame> frames;
};

Result<Ended> endSession(const Parts& parts, const TenantId& tenantId, const SessionId& id, const std::string& ip) {
    TRY(sealer, parts.keys.sealerFor(tenantId));
    const Time now = parts.clock.now();
    TRY(session, parts.store.read([&](store::Reader& reader) { return sessions::find(reader, sealer, id); }));
    ENSURE(parts.store.write([&](store::Writer& writer) -> Status {
        TRY(first, sessions::end(writer, parts.endings, tenantId, id, "logout", now));
        if (!first) {
            return {};
        }
        audit::Record record;
        record.type = "Logout";
        record.actor = {audit::ActorType::User, session.user.text(), {}};
        record.target = {"session", id.text(), {}};
        record.ip = ip;
        ENSURE(audit::append(writer, sealer, tenantId, record, now));
        record.type = "SessionRevoked";
        record.reason = "logout";
        return audit::append(writer, sealer, tenantId, record, now);
    }));
    TRY(frames, logoutFrames(parts, tenantId, id));
    return Ended{upstreamLogout(parts, sealer, session), std::move(frames)};
}

// Proves that the confirmation came from our own page: only it knows the hash of the browser's session cookie.
std::string confirmation(const BrowserSession& signedIn) {
    return base64UrlEncode(crypto::sha256("logout " + signedIn.session.id.text()));
}

http::Response confirmPage(const Issuer& issuer, const http::Parameters& parameters, const BrowserSession& signedIn,
                           web::Language language) {
    const std::string address = issuer.url + "/oauth2/logout";
    json::Array hidden;
    http::Parameters again;
    for (const auto& [name, value] : parameters.pairs()) {
        if (name != "confirm") { // of an earlier page, if any
            hidden.push_back(json::Object{{"name", name}, {"value", value}});
            again.append(name, value);
        }
    }
    hidden.push_back(json::Object{{"name", "confirm"}, {"value", confirmation(signedIn)}});
    return web::page(200, "sign_out",
                     {{"title", web::text(language, "signOut.title")},
                      {"brand", signedIn.tenant->name},
                      {"name", signedIn.displayName.empty() ? signedIn.userName : signedIn.displayName},
                      {"action", address},
                      {"hidden", std::move(hidden)},
                      {"languages", web::languageLinks(language, address, again)}},
                     language);
}

// Shows that the browser is the one whose session ended: by the session's cookie, or by what an earlier sign-out left.
std::optional<std::string> proofOf(const Parts& parts, const http::Request& request,
                                   const std::optional<BrowserSession>& signedIn, const SessionId& ended) {
    if (signedIn && signedIn->session.id == ended) {
        return signedOutProof(parts, request, *signedIn->tenant);
    }
    const auto kept = http::cookie(request.headers, parts.publicUrl.cookieName(kSignedOutCookie));
    return kept ? *kept : std::nullopt;
}

} // namespace

http::Response Provider::logout(const Issuer& issuer, const http::Request& request) {
    const auto parameters = http::Parameters::parse(request.method == "POST" ? std::string_view(request.body)
                                                                             : std::string_view(request.query));
    login::Browser browser{{}, request.peer.address, std::string(request.headers.get("User-Agent").value_or(""))};
    browser.acceptLanguage = request.headers.get("Accept-Language").value_or("");
    if (parameters) {
        browser.uiLocales = parameters->get("ui_locales").value_or("");
    }
    if (!parameters || parameters->repeated()) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", "unreadable or repeated parameters", browser);
    }
    const auto hint = readIdToken(m_parts.keys, issuer, parameters->get("id_token_hint").value_or(""));
    const std::string claimed(parameters->get("client_id").value_or(""));
    if (hint && !claimed.empty() && claimed != hint->clientId) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", "client_id is not the hint's audience", browser);
    }
    const auto sessions = browserSessions(m_parts, issuer, request);
    std::optional<BrowserSession> signedIn;
    if (sessions && !sessions->empty()) {
        signedIn = sessions->front();
        for (const BrowserSession& candidate : *sessions) {
            if (hint && candidate.session.id == hint->session) {
                signedIn = candidate;
            }
        }
    }

    SessionId toEnd;
    TenantId tenant;
    if (hint) {
        toEnd = hint->session;
        tenant = hint->tenant;
    } else if (signedIn) {
        const bool confirmed =
            request.method == "POST" &&
            crypto::constantTimeEqual(parameters->get("confirm").value_or(""), confirmation(*signedIn));
        if (!confirmed) {
            return confirmPage(issuer, *parameters, *signedIn, login::languageOf(browser, signedIn->tenant.get()));
        }
        toEnd = signedIn->session.id;
        tenant = signedIn->tenant->id;
    }

    Ended left;
    if (!toEnd.empty()) {
        auto ended = endSession(m_parts, tenant, toEnd, request.peer.address);
        if (!ended && ended.error().code != Code::NotFound) {
            log::error("provider.logout", {{"reason", ended.error().reason}});
            return m_parts.logins.refuse(issuer.tenant, "internal", ended.error().reason, browser);
        }
        left = ended ? *std::move(ended) : Ended();
    }
    const auto owner = m_parts.tenants.byId(tenant);
    const auto proof = proofOf(m_parts, request, signedIn, toEnd);
    const std::string next = returnAddress(m_parts, issuer, *parameters, hint ? hint->clientId : claimed);
    const bool stays = next.empty() || (!hint && toEnd.empty());
    http::Response response;
    if (!stays && left.frames.empty()) {
        response = web::seeOther(next);
    } else {
        Farewell farewell;
        if (auto ended = endedHere(m_parts, issuer, proof.value_or(""));
            ended && *ended && (*ended)->session.id == toEnd) {
            farewell.ended = **std::move(ended);
        }
        farewell.upstream = std::move(left.upstream);
        farewell.frames = std::move(left.frames);
        farewell.next = stays ? std::string() : next;
        farewell.uiLocales = browser.uiLocales;
        farewell.language = login::languageOf(browser, issuer.tenant.get());
        response = signedOutPage(m_parts, issuer, farewell);
        if (farewell.ended) {
            response.headers.add(
                "Set-Cookie", http::setCookie(m_parts.publicUrl.cookieName(kSignedOutCookie), *proof,
                                              {http::SameSite::Lax, kSignedOutLife, m_parts.publicUrl.secure(), "/"}));
        }
    }
    if (owner) {
        response.headers.add(
            "Set-Cookie", http::setCookie(m_parts.publicUrl.cookieName(login::LoginService::sessionCookie(owner->slug)),
                                          "", {http::SameSite::Lax, Seconds(0), m_parts.publicUrl.secure(), "/"}));
    }
    return response;
}

} // namespace gatehouse::oidc::provider
