// SPDX-License-Identifier: Apache-2.0
// How an app gets its answer when a login is done.
#include "oidc/provider/respond.h"

#include "base/words.h"
#include "oauth/tokens.h"
#include "oauth/user_code.h"
#include "oidc/provider/answer.h"
#include "oidc/provider/consent.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/pushed_request.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kCodeLife{60};

} // namespace

std::string textOf(const json::Object& request, std::string_view name) {
    return std::string(json::stringMember(request, name).value_or(""));
}

std::vector<std::string> wordsOf(const json::Object& request, std::string_view name) {
    return splitWords(textOf(request, name));
}

AnswerTo answerTo(const Parts& parts, const json::Object& request, std::string_view slug, web::Language language) {
    AnswerTo to{textOf(request, "redirectUri"), textOf(request, "state"), textOf(request, "clientId"),
                parseResponseMode(textOf(request, "responseMode")).value_or(ResponseMode::Query), language};
    if (to.mode == ResponseMode::QueryJwt || to.mode == ResponseMode::FormPostJwt) {
        const TenantId issuer(textOf(request, "issuer"));
        const auto app = parts.apps.find(issuer, issuer == platformTenant() ? "" : slug, to.clientId);
        to.algorithm = app ? (*app)->signedWith.authorization : std::nullopt;
    }
    return to;
}

Issuer issuerOf(const Parts& parts, const json::Object& request, std::string_view slug) {
    const bool frontDoor = textOf(request, "issuer") == platformTenant().text();
    return {TenantId(textOf(request, "issuer")), nullptr,
            frontDoor ? parts.publicUrl.base() : parts.publicUrl.tenantIssuer(slug)};
}

namespace {

// Who signed in for a device goes back to its question: a session is all that the sign-in was for.
std::string deviceQuestion(const Issuer& issuer, const tenants::Tenant& tenant, const json::Object& request) {
    http::Parameters parameters;
    parameters.append("user_code", oauth::shownUserCode(textOf(request, "device")));
    if (const std::string locales = textOf(request, "uiLocales"); !locales.empty()) {
        parameters.append("ui_locales", locales);
    }
    if (issuer.keys == platformTenant()) {
        parameters.append("organization", tenant.slug);
    }
    return http::withQuery(issuer.url + std::string(kDeviceConfirmPage), parameters);
}

} // namespace

Result<std::string> mintCode(store::Writer& writer, const TenantId& tenant, Seconds refreshLife, const AppId& app,
                             const sessions::Session& session, const json::Object& request, std::string family,
                             Time now) {
    if (const std::string pushed = textOf(request, "pushed"); !pushed.empty()) {
        ENSURE(spendPushed(writer, TenantId(textOf(request, "issuer")), pushed, now));
    }
    const std::string code = oauth::mint(oauth::TokenKind::AuthorizationCode, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::AuthorizationCode, code));
    sessions::AuthorizationCode kept;
    kept.family.id = std::move(family);
    kept.family.issuerTenant = TenantId(textOf(request, "issuer"));
    kept.family.app = app;
    kept.family.user = session.user;
    kept.family.session = session.id;
    kept.family.scopes = wordsOf(request, "scope");
    kept.family.resources = wordsOf(request, "resources");
    kept.family.idTokenClaims = wordsOf(request, "idTokenClaims");
    kept.family.userinfoClaims = wordsOf(request, "userinfoClaims");
    kept.family.authorizationDetails = textOf(request, "authorizationDetails");
    kept.family.nonce = textOf(request, "nonce");
    kept.family.createdAt = now;
    kept.family.expiresAt = now + refreshLife;
    kept.redirectUri = textOf(request, "redirectUri");
    kept.codeChallenge = textOf(request, "codeChallenge");
    kept.jkt = textOf(request, "dpopJkt");
    kept.expiresAt = now + kCodeLife;
    ENSURE(sessions::putCode(writer, tenant, hash, kept));
    if (kept.family.issuerTenant == platformTenant()) {
        ENSURE(sessions::putFrontDoorToken(writer, tenant, hash, kept.expiresAt));
    }
    return code;
}

Result<http::Response> Provider::grant(store::Writer& writer, const store::Sealer& sealer, const login::Flow& flow,
                                       const sessions::Session& session, Time now) {
    const auto tenant = m_parts.tenants.byId(sealer.tenant());
    if (!tenant) {
        return fail(Code::NotFound, "tenant.not_found");
    }
    TRY(may, mayHaveTokens(m_parts, writer, tenant->id, flow.app, session.user));
    if (!may) {
        return fail(Code::PermissionDenied, "login.not_admin");
    }
    if (textOf(flow.request, "page") == "account") { // whoever signed in to look after their own account
        return web::seeOther(m_parts.publicUrl.tenantIssuer(tenant->slug) + "/account");
    }
    if (const std::string startAt = textOf(flow.request, "startAt"); !startAt.empty()) { // of an app that has not asked
        return web::seeOther(startAt);
    }
    if (!textOf(flow.request, "device").empty()) {
        return web::seeOther(deviceQuestion(issuerOf(m_parts, flow.request, flow.tenantSlug), *tenant, flow.request));
    }
    const auto app = m_parts.apps.find(TenantId(textOf(flow.request, "issuer")),
                                       textOf(flow.request, "issuer") == platformTenant().text() ? "" : tenant->slug,
                                       textOf(flow.request, "clientId"));
    if (!app) {
        return fail(Code::NotFound, "oauth.client_unknown");
    }
    TRY(ask, needsConsent(writer, tenant->id, **app, session.user, wantedBy(flow.request)));
    if (ask) {
        TRY(page,
            askForConsent(writer, sealer, m_parts.publicUrl, tenant->slug, session, flow.request, flow.id.text(), now));
        return web::seeOther(page);
    }
    TRY(code, mintCode(writer, sealer.tenant(), tenant->settings.refreshTokenTtl, flow.app, session, flow.request,
                       flow.id.text(), now));
    http::Parameters parameters;
    parameters.append("code", code);
    return answer(m_parts.keys, issuerOf(m_parts, flow.request, flow.tenantSlug),
                  answerTo(m_parts, flow.request, flow.tenantSlug, flow.language), std::move(parameters), now);
}

std::optional<http::Response> Provider::refusal(const login::Flow& flow, std::string_view error,
                                                std::string_view description, Time now) {
    const AnswerTo to = answerTo(m_parts, flow.request, flow.tenantSlug, flow.language);
    if (to.redirectUri.empty()) {
        return std::nullopt;
    }
    auto told = answer(m_parts.keys, issuerOf(m_parts, flow.request, flow.tenantSlug), to,
                       errorParameters(error, description), now);
    return told ? std::optional(*std::move(told)) : std::nullopt;
}

std::string Provider::refusalUrl(const login::Flow& flow, std::string_view error, std::string_view description) {
    const AnswerTo to = answerTo(m_parts, flow.request, flow.tenantSlug, flow.language);
    return to.redirectUri.empty() ? std::string()
                                  : answerUrl(issuerOf(m_parts, flow.request, flow.tenantSlug), to.redirectUri,
                                              to.state, errorParameters(error, description));
}

} // namespace gatehouse::oidc::provider
