// SPDX-License-Identifier: Apache-2.0
#include "audit/audit.h"
#include "oauth/resource.h"
#include "oauth/scope.h"
#include "oauth/tokens.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/address_gate.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {
namespace {

/// How long after a rotation a proven client gets the very same successor again (contract section 5).
constexpr Seconds kGrace{10};

audit::Record record(std::string type, const apps::App& app, const sessions::Family& family, const std::string& ip) {
    audit::Record out;
    out.type = std::move(type);
    out.actor = {audit::ActorType::Service, app.id.text(), {}};
    out.target = {"user", family.user.text(), {}};
    out.ip = ip;
    out.data = {{"app", app.name}, {"session", family.session.text()}, {"family", family.id}};
    return out;
}

Status noteRefresh(store::Writer& writer, const store::Sealer& sealer, const apps::App& app,
                   const sessions::Family& family, const std::string& ip, Time now) {
    ENSURE(sessions::noteRefresh(writer, sealer.tenant(), family.id, now));
    return audit::append(writer, sealer, sealer.tenant(), record("TokenRefreshed", app, family, ip), now);
}

Result<std::string_view> addressProblem(const Parts& parts, store::Writer& writer, const store::Sealer& sealer,
                                        const sessions::SealedSession& sealed, const std::string& ip, Time now) {
    const auto tenant = parts.tenants.byId(sealer.tenant());
    if (!tenant || !watchesAddresses(tenant->settings)) {
        return std::string_view();
    }
    TRY(session, sessions::opened(sealer, sealed));
    if (!isOddAddress(tenant->settings, session, ip)) {
        return std::string_view();
    }
    return judgeAddress(writer, parts.endings, sealer, tenant->settings, session, ip, now);
}

Result<std::vector<std::string>> narrowedScope(const http::Parameters& form, const sessions::Family& family) {
    const auto asked = form.get("scope");
    if (!asked || asked->empty()) {
        return family.scopes;
    }
    TRY(wanted, oauth::ScopeSet::parse(*asked));
    TRY(granted, oauth::ScopeSet::fromTokens(family.scopes));
    if (!wanted.isSubsetOf(granted)) {
        return fail(Code::InvalidArgument, "oauth.invalid_scope");
    }
    return wanted.tokens();
}

} // namespace

Result<TokenAnswer> grantRefresh(const Parts& parts, const Issuer& issuer, const ClientRequest& request,
                                 const std::string& ip) {
    TRY(hash, oauth::hashOf(oauth::TokenKind::RefreshToken, request.form.get("refresh_token").value_or("")));
    TRY(tenant, tenantOfToken(parts, issuer, hash));
    TRY(sealer, parts.keys.sealerFor(tenant));
    const apps::App& app = *request.app;
    TRY(resources, oauth::requestedResources(request.form, app.audiences));
    const Time now = parts.clock.now();
    const std::string successor = oauth::mint(oauth::TokenKind::RefreshToken, now);
    TRY(successorHash, oauth::hashOf(oauth::TokenKind::RefreshToken, successor));
    const Bytes sealedSuccessor = sessions::sealSuccessor(sealer, hash, successor);

    const auto decide = [&](store::Writer& writer) -> Result<Decision> {
        TRY(token, sessions::findRefresh(writer, sealer, hash));
        if (!token) {
            return Decision{"oauth.invalid_grant.unknown"};
        }
        const sessions::Family& family = token->family;
        if (family.app != app.id || family.issuerTenant != issuer.keys) {
            return Decision{"oauth.invalid_grant.client"};
        }
        if (now >= token->expiresAt) {
            return Decision{"oauth.invalid_grant.expired"};
        }
        if (!family.jkt.empty() && family.jkt != request.jkt()) {
            return Decision{"oauth.invalid_grant.dpop"};
        }
        TRY(subject, findSubject(parts, writer, sealer, family, now));
        if (!subject) {
            return Decision{"oauth.invalid_grant.ended"};
        }
        // A confidential app asks from its own machines; a public one from where its person is.
        TRY(refused, request.confidential ? Result<std::string_view>(std::string_view())
                                          : addressProblem(parts, writer, sealer, subject->session, ip, now));
        if (!refused.empty()) {
            return Decision{"oauth.invalid_grant.ended"};
        }
        // What may not be had spends nothing.
        auto scopes = narrowedScope(request.form, family);
        if (!scopes) {
            return Decision{"oauth.invalid_scope"};
        }
        if (!isWithin(resources, family)) {
            return Decision{"oauth.invalid_target"};
        }
        auto details = narrowedDetails(request.form, app, family);
        if (!details) {
            return Decision{"oauth.invalid_authorization_details"};
        }
        TokenScope wanted{*std::move(scopes), resources, request.jkt()};
        wanted.authorizationDetails = *std::move(details);
        if (app.refreshPolicy == apps::RefreshPolicy::StaticBound && !family.jkt.empty() && !token->usedAt) {
            // It stays: whoever copied it has neither the app's proof nor its key (FAPI 2.0, 5.3.2.1).
            ENSURE(noteRefresh(writer, sealer, app, family, ip, now));
            return Decision{{}, *std::move(subject), std::move(wanted), {}};
        }
        if (token->usedAt) {
            if ((request.confidential || !family.jkt.empty()) && now - *token->usedAt <= kGrace &&
                !token->successor.empty()) {
                return Decision{{}, *std::move(subject), std::move(wanted), token->successor};
            }
            ENSURE(sessions::revokeFamily(writer, tenant, family.id, now));
            audit::Record reuse = record("TokenReuseDetected", app, family, ip);
            reuse.outcome = audit::Outcome::Denied;
            reuse.reason = "oauth.invalid_grant.reused";
            ENSURE(audit::append(writer, sealer, tenant, reuse, now));
            return Decision{"oauth.invalid_grant.reused"};
        }
        TRY(first, sessions::useRefresh(writer, tenant, hash, sealedSuccessor, now));
        if (!first) {
            return Decision{"oauth.invalid_grant.reused"};
        }
        ENSURE(sessions::putRefresh(writer, tenant, successorHash, family.id, token->sequence + 1, family.expiresAt));
        if (issuer.isFrontDoor()) {
            ENSURE(sessions::putFrontDoorToken(writer, tenant, successorHash, family.expiresAt));
        }
        ENSURE(noteRefresh(writer, sealer, app, family, ip, now));
        return Decision{{}, *std::move(subject), std::move(wanted), successor};
    };
    return decideAndSign(parts, issuer, app, sealer, Code::InvalidArgument, decide);
}

} // namespace gatehouse::oidc::provider
