// SPDX-License-Identifier: Apache-2.0
// How an app gets its answer when a login is done.
#include "oauth/tokens.h"
#include "oauth/user_code.h"
#include "oidc/provider/answer.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/pushed_request.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr Seconds kCodeLife{60};

std::string text(const json::Object& object, std::string_view name) {
    return std::string(json::stringMember(object, name).value_or(""));
}

std::vector<std::string> splitWords(std::string_view words) {
    std::vector<std::string> out;
    while (!words.empty()) {
        const std::size_t space = std::min(words.find(' '), words.size());
        out.emplace_back(words.substr(0, space));
        words.remove_prefix(std::min(space + 1, words.size()));
    }
    return out;
}

/// Where a request that a login carries wants its answer.
AnswerTo answerTo(const json::Object& request, web::Language language) {
    return {text(request, "redirectUri"), text(request, "state"), text(request, "clientId"),
            parseResponseMode(text(request, "responseMode")).value_or(ResponseMode::Query), language};
}

// The issuer that a login was asked at; its tenant is not needed to answer.
Issuer issuerOf(const Parts& parts, const login::Flow& flow) {
    const bool frontDoor = text(flow.request, "issuer") == platformTenant().text();
    return {TenantId(text(flow.request, "issuer")), nullptr,
            frontDoor ? parts.publicUrl.base() : parts.publicUrl.tenantIssuer(flow.tenantSlug)};
}

// Who signed in for a device goes back to its question: a session is all that the sign-in was for.
std::string deviceQuestion(const Issuer& issuer, const tenants::Tenant& tenant, const json::Object& request) {
    http::Parameters parameters;
    parameters.append("user_code", oauth::shownUserCode(text(request, "device")));
    if (const std::string locales = text(request, "uiLocales"); !locales.empty()) {
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
    if (const std::string pushed = text(request, "pushed"); !pushed.empty()) {
        ENSURE(spendPushed(writer, TenantId(text(request, "issuer")), pushed, now));
    }
    const std::string code = oauth::mint(oauth::TokenKind::AuthorizationCode, now);
    TRY(hash, oauth::hashOf(oauth::TokenKind::AuthorizationCode, code));
    sessions::AuthorizationCode kept;
    kept.family.id = std::move(family);
    kept.family.issuerTenant = TenantId(text(request, "issuer"));
    kept.family.app = app;
    kept.family.user = session.user;
    kept.family.session = session.id;
    kept.family.scopes = splitWords(text(request, "scope"));
    kept.family.resources = splitWords(text(request, "resources"));
    kept.family.idTokenClaims = splitWords(text(request, "idTokenClaims"));
    kept.family.userinfoClaims = splitWords(text(request, "userinfoClaims"));
    kept.family.authorizationDetails = text(request, "authorizationDetails");
    kept.family.nonce = text(request, "nonce");
    kept.family.createdAt = now;
    kept.family.expiresAt = now + refreshLife;
    kept.redirectUri = text(request, "redirectUri");
    kept.codeChallenge = text(request, "codeChallenge");
    kept.jkt = text(request, "dpopJkt");
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
    if (!text(flow.request, "device").empty()) {
        return web::seeOther(deviceQuestion(issuerOf(m_parts, flow), *tenant, flow.request));
    }
    TRY(code, mintCode(writer, sealer.tenant(), tenant->settings.refreshTokenTtl, flow.app, session, flow.request,
                       flow.id.text(), now));
    http::Parameters parameters;
    parameters.append("code", code);
    return answer(m_parts.keys, issuerOf(m_parts, flow), answerTo(flow.request, flow.language), std::move(parameters),
                  now);
}

std::optional<http::Response> Provider::refusal(const login::Flow& flow, std::string_view error,
                                                std::string_view description, Time now) {
    const AnswerTo to = answerTo(flow.request, flow.language);
    if (to.redirectUri.empty()) {
        return std::nullopt;
    }
    auto told = answer(m_parts.keys, issuerOf(m_parts, flow), to, errorParameters(error, description), now);
    return told ? std::optional(*std::move(told)) : std::nullopt;
}

std::string Provider::refusalUrl(const login::Flow& flow, std::string_view error, std::string_view description) {
    const AnswerTo to = answerTo(flow.request, flow.language);
    return to.redirectUri.empty()
               ? std::string()
               : answerUrl(issuerOf(m_parts, flow), to.redirectUri, to.state, errorParameters(error, description));
}

} // namespace gatehouse::oidc::provider
