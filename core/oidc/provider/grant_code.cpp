// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "audit/audit.h"
#include "base/log.h"
#include "login/flow.h"
#include "oauth/pkce.h"
#include "oauth/resource.h"
#include "oauth/tokens.h"
#include "oidc/provider/access_tokens.h"
#include "oidc/provider/grants.h"

namespace gatehouse::oidc::provider {
namespace {

std::string_view bindingProblem(const sessions::AuthorizationCode& code, const apps::App& app, const Issuer& issuer,
                                const ClientRequest& request, Time now) {
    const http::Parameters& form = request.form;
    if (now >= code.expiresAt) {
        return "oauth.invalid_grant.expired";
    }
    if (code.family.app != app.id || code.family.issuerTenant != issuer.keys) {
        return "oauth.invalid_grant.client";
    }
    if (form.get("redirect_uri").value_or("") != code.redirectUri) {
        return "oauth.invalid_grant.redirect_uri";
    }
    if (!code.jkt.empty() && code.jkt != request.jkt()) {
        return "oauth.invalid_grant.dpop";
    }
    return oauth::checkVerifier(code.codeChallenge, form.get("code_verifier").value_or(""))
               ? std::string_view()
               : "oauth.invalid_grant.pkce";
}

// What an app sent, for its developer to read: cut, and without what could confuse a screen.
std::string shown(std::string_view text) {
    constexpr std::size_t kMostShown = 300;
    std::string out(text.substr(0, kMostShown));
    std::replace_if(out.begin(), out.end(), [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return out;
}

bool mayRefresh(const apps::App& app) {
    return std::find(app.grantTypes.begin(), app.grantTypes.end(), "refresh_token") != app.grantTypes.end();
}

// A refusal belongs to the login that the code came of, where it came of one.
Status recordRefusal(store::Writer& writer, const store::Sealer& sealer, audit::Record record,
                     const sessions::Family& family, Time now) {
    const auto flow = login::findFlow(writer, sealer, family.id);
    if (flow) {
        record.flowId = flow->id;
    } else if (flow.error().code != Code::NotFound) {
        return tl::unexpected<Error>(flow.error());
    }
    return audit::append(writer, sealer, sealer.tenant(), record, now);
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
    TRY(resources, oauth::requestedResources(request.form, app.audiences));
    const Time now = parts.clock.now();
    std::string refreshToken;
    Bytes refreshHash;
    if (mayRefresh(app)) {
        refreshToken = oauth::mint(oauth::TokenKind::RefreshToken, now);
        TRY(made, oauth::hashOf(oauth::TokenKind::RefreshToken, refreshToken));
        refreshHash = std::move(made);
    }
    const auto decide = [&](store::Writer& writer) -> Result<Decision> {
        TRY(redeemed, sessions::redeemCode(writer, tenant, hash, now));
        if (redeemed.outcome == sessions::Redeemed::Unknown) {
            return Decision{"oauth.invalid_grant.unknown"};
        }
        const sessions::Family& family = redeemed.code.family;
        if (redeemed.outcome == sessions::Redeemed::Reused) {
            // Whoever was first may be the thief: what came of the code ends (RFC 6749, 4.1.2).
            ENSURE(sessions::revokeFamily(writer, tenant, family.id, now));
            audit::Record reuse = record("TokenReuseDetected", app, family, ip);
            reuse.outcome = audit::Outcome::Denied;
            reuse.reason = "oauth.invalid_grant.reused";
            ENSURE(recordRefusal(writer, sealer, std::move(reuse), family, now));
            return Decision{"oauth.invalid_grant.reused"};
        }
        std::string_view refusal = bindingProblem(redeemed.code, app, issuer, request, now);
        if (refusal.empty() && !isWithin(resources, family)) {
            refusal = "oauth.invalid_target";
        }
        auto details = narrowedDetails(request.form, app, family);
        if (refusal.empty() && !details) {
            refusal = "oauth.invalid_authorization_details";
        }
        std::optional<SealedSubject> subject;
        if (refusal.empty()) {
            TRY(found, findSubject(parts, writer, sealer, family, now));
            subject = std::move(found);
            refusal = subject ? std::string_view() : "oauth.invalid_grant.ended";
        }
        if (!refusal.empty()) {
            ENSURE(sessions::revokeFamily(writer, tenant, family.id, now));
            audit::Record denied = record("AccessDenied", app, family, ip);
            denied.outcome = audit::Outcome::Denied;
            denied.reason = refusal;
            if (refusal == "oauth.invalid_grant.redirect_uri") {
                denied.data["expected"] = redeemed.code.redirectUri;
                denied.data["actual"] = shown(request.form.get("redirect_uri").value_or(""));
            }
            ENSURE(recordRefusal(writer, sealer, std::move(denied), family, now));
            return Decision{refusal};
        }
        if (!refreshHash.empty()) {
            ENSURE(keepFirstRefresh(writer, issuer, tenant, request, family, refreshHash));
        }
        ENSURE(audit::append(writer, sealer, tenant, record("TokenIssued", app, family, ip), now));
        TokenScope wanted{family.scopes, resources, request.jkt()};
        wanted.authorizationDetails = *std::move(details);
        return Decision{{}, *std::move(subject), std::move(wanted), refreshToken};
    };
    return decideAndSign(parts, issuer, app, sealer, Code::InvalidArgument, decide);
}

void noteRefusedApp(const Parts& parts, const Issuer& issuer, const http::Request& request, std::string_view reason) {
    const auto form = http::Parameters::parse(request.body);
    const std::string code(form ? form->get("code").value_or("") : "");
    const auto hash = code.empty() ? Result<Bytes>(fail(Code::NotFound, ""))
                                   : oauth::hashOf(oauth::TokenKind::AuthorizationCode, code);
    const auto tenant = hash ? tenantOfToken(parts, issuer, *hash) : Result<TenantId>(fail(Code::NotFound, ""));
    const auto sealer = tenant ? parts.keys.sealerFor(*tenant) : Result<store::Sealer>(fail(Code::NotFound, ""));
    if (!sealer) {
        return;
    }
    const Time now = parts.clock.now();
    const Status noted = parts.store.write([&](store::Writer& writer) -> Status {
        TRY(found, sessions::findCode(writer, *tenant, *hash));
        if (!found || now >= found->expiresAt) {
            return {};
        }
        apps::App unproven;
        audit::Record denied = record("AccessDenied", unproven, found->family, request.peer.address);
        denied.outcome = audit::Outcome::Denied;
        denied.reason = reason;
        return recordRefusal(writer, *sealer, std::move(denied), found->family, now);
    });
    if (!noted) {
        log::warn("provider.token_refused", {{"reason", noted.error().reason}});
    }
}

} // namespace gatehouse::oidc::provider
