// SPDX-License-Identifier: Apache-2.0
// The authorization endpoint: is the request sound? What it comes to then is told in sign_in.cpp.
#include "apps/pairwise.h"
#include "crypto/random.h"
#include "oauth/error.h"
#include "oidc/provider/answer.h"
#include "oidc/provider/asking.h"
#include "oidc/provider/consent.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/home_realm.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/pushed_request.h"
#include "oidc/provider/sign_in.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kTouchAfter{60};

// Whom an id_token_hint names, if it is an ID token of this issuer, and the app that calls them so; expiry does not
// matter (OpenID Connect Core 1.0, 3.1.2.1).
struct Hinted {
    std::string subject;
    std::shared_ptr<const apps::App> by;
};
Result<Hinted> hintedBy(const Parts& parts, const Issuer& issuer, std::string_view hint) {
    TRY(token, readIdToken(parts.keys, issuer, hint));
    TRY(app, parts.apps.find(issuer.keys, issuer.slug(), token.clientId));
    return Hinted{std::move(token.subject), std::move(app)};
}

bool isHinted(const Parts& parts, const Hinted& hinted, const BrowserSession& candidate) {
    const auto sealer = parts.keys.sealerFor(candidate.tenant->id);
    return sealer && apps::subjectFor(*sealer, *hinted.by, candidate.session.user) == hinted.subject;
}

Result<http::Response> answerFromSession(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                         const AuthorizeRequest& request, const BrowserSession& signedIn,
                                         web::Language language) {
    const Time now = parts.clock.now();
    const tenants::Tenant& tenant = *signedIn.tenant;
    struct Given {
        std::string code;
        std::string page; ///< instead: where the person is asked
    };
    TRY(sealer, parts.keys.sealerFor(tenant.id));
    const json::Object carried = toJson(request, issuer.keys);
    TRY(given, parts.store.write([&](store::Writer& writer) -> Result<Given> {
        TRY(alive, sessions::connectionIfAlive(writer, tenant.id, signedIn.session.id, now));
        if (!alive) {
            return fail(Code::Unauthenticated, "oauth.login_required");
        }
        TRY(may, mayHaveTokens(parts, writer, tenant.id, app.id, signedIn.session.user));
        if (!may) {
            return fail(Code::PermissionDenied, "login.not_admin");
        }
        if (now - signedIn.session.lastSeen > kTouchAfter) {
            ENSURE(sessions::touch(writer, tenant.id, signedIn.session.id, now,
                                   std::min(signedIn.session.expiresAt, now + Milliseconds(tenant.settings.idleTtl))));
        }
        const std::string family = crypto::newUuid(now);
        TRY(ask, needsConsent(writer, tenant.id, app, signedIn.session.user, wantedBy(carried)));
        if (ask && request.prompt.none) {
            return fail(Code::FailedPrecondition, "oauth.consent_required");
        }
        if (ask) {
            TRY(page,
                askForConsent(writer, sealer, parts.publicUrl, tenant.slug, signedIn.session, carried, family, now));
            return Given{{}, std::move(page)};
        }
        TRY(code, mintCode(writer, tenant.id, tenant.settings.refreshTokenTtl, app.id, signedIn.session, carried,
                           family, now));
        return Given{std::move(code), {}};
    }));
    if (!given.page.empty()) {
        return web::seeOther(given.page);
    }
    http::Parameters parameters;
    parameters.append("code", given.code);
    return answer(parts.keys, issuer,
                  {request.redirectUri, request.state, app.clientId, request.responseMode, language,
                   app.signedWith.authorization},
                  std::move(parameters), now);
}

/// An app that speaks OpenID Connect.
class RelyingParty final : public Asker {
public:
    using Tell = std::function<http::Response(std::string_view error, std::string_view description)>;
    RelyingParty(const Parts& parts, const Issuer& issuer, const apps::App& app, const AuthorizeRequest& request,
                 std::optional<Hinted> hinted, const http::Parameters& inAddress, const Tell& tell)
        : m_parts(parts)
        , m_issuer(issuer)
        , m_app(app)
        , m_request(request)
        , m_hinted(std::move(hinted))
        , m_inAddress(inAddress)
        , m_tell(tell) {}
    http::Response tell(std::string_view error, std::string_view description) override {
        return m_tell(error, description);
    }
    bool isMeant(const BrowserSession& candidate) const override {
        return !m_hinted || isHinted(m_parts, *m_hinted, candidate);
    }
    Result<http::Response> answerFrom(const BrowserSession& signedIn, web::Language language) override {
        return answerFromSession(m_parts, m_issuer, m_app, m_request, signedIn, language);
    }
    json::Object carried(const AuthorizeRequest& request) const override { return toJson(request, m_issuer.keys); }
    Result<Again> again() override { return Again{m_issuer.url + "/oauth2/authorize", m_inAddress}; }

private:
    const Parts& m_parts;
    const Issuer& m_issuer;
    const apps::App& m_app;
    const AuthorizeRequest& m_request;
    const std::optional<Hinted> m_hinted;
    const http::Parameters& m_inAddress;
    const Tell m_tell;
};

} // namespace

http::Response Provider::authorize(const Issuer& issuer, const http::Request& http) {
    login::Browser browser = browserOf(http, m_parts.publicUrl);
    auto parameters =
        http::Parameters::parse(http.method == "POST" ? std::string_view(http.body) : std::string_view(http.query));
    if (parameters) {
        browser.uiLocales = parameters->get("ui_locales").value_or("");
    }
    if (!parameters || (http.method == "POST" && !http.query.empty()) || parameters->count("client_id") > 1 ||
        parameters->count("redirect_uri") > 1) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.request", "unreadable or repeated parameters", browser);
    }
    const auto app = m_parts.apps.find(issuer.keys, issuer.slug(), parameters->get("client_id").value_or(""));
    if (!app) {
        return m_parts.logins.refuse(issuer.tenant,
                                     app.error().code == Code::NotFound ? "oauth.client_unknown" : "internal",
                                     app.error().reason, browser);
    }
    const auto what = asked(m_parts, m_appKeys, issuer, **app, *parameters);
    if (!what) {
        // The app is told where the address says whom, and that is registered; nothing else of it counts.
        const auto to = provenRedirectUri(*parameters, **app);
        if (!to) {
            return m_parts.logins.refuse(issuer.tenant, "oauth.request", what.error().detail, browser);
        }
        const oauth::ProtocolError error = oauth::toProtocolError(what.error());
        return web::seeOther(answerUrl(issuer, *to, std::string(parameters->get("state").value_or("")),
                                       errorParameters(oauth::errorName(error.code), what.error().detail)));
    }
    auto redirectUri = provenRedirectUri(what->parameters, **app);
    if (!redirectUri) {
        return m_parts.logins.refuse(issuer.tenant, "oauth.redirect_uri", redirectUri.error().detail, browser);
    }
    // From here on the app is told.
    const std::string state(what->parameters.count("state") == 1 ? what->parameters.get("state").value_or("") : "");
    const auto tell = [&](std::string_view error, std::string_view description) {
        const auto mode = parseResponseMode(what->parameters.get("response_mode").value_or(""));
        auto told = answer(m_parts.keys, issuer,
                           {*redirectUri, state, (*app)->clientId, mode.value_or(ResponseMode::Query),
                            login::languageOf(browser, nullptr), (*app)->signedWith.authorization},
                           errorParameters(error, description), m_parts.clock.now());
        return told ? *std::move(told) : m_parts.logins.refuse(issuer.tenant, "internal", told.error().reason, browser);
    };
    if ((*app)->requireSignedRequestObject && !what->isSigned) {
        return tell("invalid_request", "the app has to sign its request");
    }
    if ((*app)->requirePar && what->pushed.empty()) {
        return tell("invalid_request", "the app has to push its request");
    }
    auto request = parseAuthorizeRequest(what->parameters, **app, *redirectUri);
    if (!request) {
        return tell(oauth::errorName(request.error().code), request.error().description);
    }
    request->pushed = what->pushed;
    std::optional<Hinted> hinted;
    if (!request->idTokenHint.empty()) {
        auto named = hintedBy(m_parts, issuer, request->idTokenHint);
        if (!named) {
            return tell("invalid_request", "id_token_hint is not a token of this issuer");
        }
        hinted = *std::move(named);
    }

    RelyingParty asker(m_parts, issuer, **app, *request, std::move(hinted), what->inAddress, tell);
    return signIn(m_parts, issuer, *app, *request, asker, http, browser);
}

} // namespace gatehouse::oidc::provider
