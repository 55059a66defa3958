// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "audit/audit.h"
#include "oauth/pkce.h"
#include "oauth/tokens.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {
namespace {

// What the gate came to; a refusal commits all the same, so that a code is spent by its first use.
struct Gate {
    std::string_view refusal; ///< empty: passed
    FamilySubject subject;
    std::string refreshToken;
};

std::string_view bindingProblem(const sessions::AuthorizationCode& code, const apps::App& app, const Issuer& issuer,
                                const http::Parameters& form, Time now) {
    if (now >= code.expiresAt) {
        return "oauth.invalid_grant.expired";
    }
    if (code.family.app != app.id || code.family.issuerTenant != issuer.keys) {
        return "oauth.invalid_grant.client";
    }
    if (form.get("redirect_uri").value_or("") != code.redirectUri) {
        return "oauth.invalid_grant.redirect_uri";
    }
    return oauth::checkVerifier(code.codeChallenge, form.get("code_verifier").value_or(""))
               ? std::string_view()
               : "oauth.invalid_grant.pkce";
}

bool mayRefresh(const apps::App& app) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), "refresh_token") != app.grantTypes.end();
}

audit::Record record(std::string type, const apps::App& app, const sessions::Family& family, const std::string& ip) {
    audit::Record out;
    out.type = std::move(type);
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", family.user.text(), {}};
    out.ip = ip;
    out.data = {
        {"app", app.name}, {"grant", "authorization_code"}, {"session", family.session.text()}, {"family", family.id}};
    return out;
}

} // namespace

Result<TokenAnswer> grantCode(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                              const std::string& ip) {
    TRY(hash, oauth::hashOf(oauth::TokenKind::AuthorizationCode, request.form.get("code").value_or("")));
    TRY(tenant, tenantOfToken(parts, issuer, hash));
    TRY(sealer, parts.keys.sealerFor(tenant));
    const apps::App& app = *request.app;
    const Time now = parts.clock.now();
    std::string refreshToken;
    Bytes refreshHash;
    if (mayRefresh(app)) {
        refreshToken = oauth::mint(oauth::TokenKind::RefreshToken, now);
        TRY(made, oauth::hashOf(oauth::TokenKind::RefreshToken, refreshToken));
        refreshHash = std::move(made);
    }
    TRY(gate, parts.store.write([&](store::Writer& writer) -> Result<Gate> {
        TRY(redeemed, sessions::redeemCode(writer, tenant, hash, now));
        if (redeemed.outcome == sessions::Redeemed::Unknown) {
            return Gate{"oauth.invalid_grant.unknown", {}, {}};
        }
        const sessions::Family& family = redeemed.code.family;
        if (redeemed.outcome == sessions::Redeemed::Reused) {
            // Whoever was first may be the thief: what came of the code ends (RFC 6749, 4.1.2).
            ENSURE(sessions::revokeFamily(writer, tenant, family.id, now));
            audit::Record reuse = record("TokenReuseDetected", app, family, ip);
            reuse.outcome = audit::Outcome::Denied;
            reuse.reason = "oauth.invalid_grant.reused";
            ENSURE(audit::append(writer, sealer, tenant, reuse, now));
            return Gate{"oauth.invalid_grant.reused", {}, {}};
        }
        std::string_view refusal = bindingProblem(redeemed.code, app, issuer, request.form, now);
        if (refusal.empty()) {
            TRY(problem, familyProblem(parts, writer, sealer, family, now));
            TRY(may, mayHaveTokens(parts, writer, tenant, family.app, family.user));
            refusal = problem.empty() && may ? std::string_view() : "oauth.invalid_grant.ended";
        }
        if (!refusal.empty()) {
            ENSURE(sessions::revokeFamily(writer, tenant, family.id, now));
            audit::Record denied = record("AccessDenied", app, family, ip);
            denied.outcome = audit::Outcome::Denied;
            denied.reason = refusal;
            ENSURE(audit::append(writer, sealer, tenant, denied, now));
            return Gate{refusal, {}, {}};
        }
        if (!refreshHash.empty()) {
            ENSURE(sessions::putRefresh(writer, tenant, refreshHash, family.id, 1, family.expiresAt));
            if (issuer.isFrontDoor()) {
                ENSURE(sessions::putFrontDoorToken(writer, tenant, refreshHash, family.expiresAt));
            }
        }
        ENSURE(audit::append(writer, sealer, tenant, record("TokenIssued", app, family, ip), now));
        TRY(subject, findSubject(writer, sealer, family));
        return Gate{{}, std::move(subject), refreshToken};
    }));
    if (!gate.refusal.empty()) {
        return fail(Code::InvalidArgument, gate.refusal);
    }
    TRY(answer, tokensFor(parts, issuer, app, tenant, gate.subject, gate.subject.family.scopes));
    answer.refreshToken = std::move(gate.refreshToken);
    return answer;
}

} // namespace gatehouse::oidc::provider
