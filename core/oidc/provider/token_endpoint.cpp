// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "apps/console_app.h"
#include "apps/pairwise.h"
#include "base/log.h"
#include "base/words.h"
#include "directory/directory.h"
#include "oauth/sender_key.h"
#include "oidc/provider/client_certificate.h"
#include "oidc/provider/device_codes.h"
#include "oidc/provider/grants.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/token_claims.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

using Grant = Result<TokenAnswer> (*)(const Parts&, const Issuer&, const ClientRequest&, const std::string&);

struct NamedGrant {
    std::string_view type;
    Grant run;
};
constexpr NamedGrant kGrants[] = {{"authorization_code", &grantCode},
                                  {"refresh_token", &grantRefresh},
                                  {"client_credentials", &grantClientCredentials},
                                  {kDeviceGrant, &grantDevice}};
constexpr std::string_view kJwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
constexpr std::string_view kTokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";

/// The grant_type of a request, of those that there are and that the app may use.
Result<std::string_view> grantTypeOf(const ClientRequest& request) {
    const auto type = request.form.get("grant_type");
    if (!type || type->empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_request.grant_type");
    }
    const bool known = *type == kJwtBearer || *type == kTokenExchange ||
                       std::any_of(std::begin(kGrants), std::end(kGrants),
                                   [&](const NamedGrant& grant) { return grant.type == *type; });
    if (!known) {
        return fail(Code::InvalidArgument, "oauth.unsupported_grant_type");
    }
    const auto& allowed = request.app->grantTypes;
    if (std::find(allowed.begin(), allowed.end(), *type) == allowed.end()) {
        return fail(Code::PermissionDenied, "oauth.unauthorized_client");
    }
    return *type;
}

std::string_view tokenTypeOf(const TokenAnswer& answer) {
    if (answer.issuedTokenType == kIdentityAssertionTokenType) {
        return "N_A"; // it is no access token (RFC 8693, 2.2.1)
    }
    return answer.bound ? "DPoP" : "Bearer";
}

http::Response answerJson(const TokenAnswer& answer) {
    json::Object out;
    out["access_token"] = answer.accessToken;
    out["token_type"] = tokenTypeOf(answer);
    if (!answer.issuedTokenType.empty()) {
        out["issued_token_type"] = answer.issuedTokenType;
    }
    out["expires_in"] = answer.expiresIn.count();
    out["scope"] = joinWords(answer.scopes);
    if (!answer.refreshToken.empty()) {
        out["refresh_token"] = answer.refreshToken;
    }
    if (!answer.idToken.empty()) {
        out["id_token"] = answer.idToken;
    }
    if (!answer.authorizationDetails.empty()) {
        out["authorization_details"] = answer.authorizationDetails;
    }
    http::Response response = web::jsonResponse(200, json::write(out));
    response.headers.set("Cache-Control", "no-store");
    response.headers.set("Pragma", "no-cache");
    return response;
}

} // namespace

Result<TenantId> tenantOfToken(const Parts& parts, const Issuer& issuer, BytesView tokenHash) {
    if (issuer.tenant) {
        return issuer.tenant->id;
    }
    TRY(tenant,
        parts.store.read([&](store::Reader& reader) { return sessions::tenantOfFrontDoorToken(reader, tokenHash); }));
    if (!tenant) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant");
    }
    return *tenant;
}

Result<bool> mayHaveTokens(const Parts& parts, store::Reader& reader, const TenantId& tenant, const AppId& app,
                           const UserId& user) {
    if (app != apps::consoleAppId()) {
        return true;
    }
    return parts.administers ? parts.administers(reader, tenant, user) : Result<bool>(false);
}

Status keepFirstRefresh(store::Writer& writer, const Issuer& issuer, const TenantId& tenant,
                        const ClientRequest& request, const sessions::Family& family, BytesView hash) {
    const bool stays = request.app->refreshPolicy == apps::RefreshPolicy::StaticBound;
    if (!request.jkt().empty() && (!request.confidential || stays)) {
        ENSURE(sessions::bindFamily(writer, tenant, family.id, request.jkt()));
    }
    ENSURE(sessions::putRefresh(writer, tenant, hash, family.id, 1, family.expiresAt));
    return issuer.isFrontDoor() ? sessions::putFrontDoorToken(writer, tenant, hash, family.expiresAt) : Status();
}

bool isWithin(const std::vector<std::string>& resources, const sessions::Family& family) {
    const std::vector<std::string>& granted = family.resources;
    return granted.empty() || std::all_of(resources.begin(), resources.end(), [&](const std::string& each) {
               return std::find(granted.begin(), granted.end(), each) != granted.end();
           });
}

Result<json::Array> narrowedDetails(const http::Parameters& form, const apps::App& app,
                                    const sessions::Family& family) {
    json::Array granted;
    if (!family.authorizationDetails.empty()) {
        TRY(stored, json::parse(family.authorizationDetails));
        granted = stored.as_array();
    }
    const auto asked = form.get("authorization_details");
    if (!asked || asked->empty()) {
        return granted;
    }
    TRY(wanted, oauth::parseAuthorizationDetails(*asked, app.authorizationDetails));
    return oauth::isWithin(wanted, granted)
               ? Result<json::Array>(std::move(wanted))
               : fail(Code::InvalidArgument, "oauth.invalid_authorization_details", "more than was granted");
}

Result<std::optional<SealedSubject>> findSubject(const Parts& parts, store::Reader& reader, const store::Sealer& sealer,
                                                 const sessions::Family& family, Time now) {
    const auto nobody = [](const Error& error) {
        return error.code == Code::NotFound ? Result<std::optional<SealedSubject>>(std::nullopt)
                                            : tl::unexpected<Error>(error);
    };
    auto session = sessions::findSealed(reader, sealer.tenant(), family.session);
    if (!session) {
        return nobody(session.error());
    }
    auto user = directory::findSealed(reader, sealer.tenant(), family.user);
    if (!user) {
        return nobody(user.error());
    }
    const Behind behind{sessions::connectionIfAlive(session->plain, now), user->plain.active};
    TRY(problem, familyProblem(parts, sealer, family, behind, now));
    TRY(may, mayHaveTokens(parts, reader, sealer.tenant(), family.app, family.user));
    if (!problem.empty() || !may) {
        return std::nullopt;
    }
    return SealedSubject{family, *std::move(user), *std::move(session)};
}

Result<FamilySubject> opened(const store::Sealer& sealer, SealedSubject subject) {
    TRY(user, directory::opened(sealer, std::move(subject.user)));
    TRY(session, sessions::opened(sealer, std::move(subject.session)));
    return FamilySubject{std::move(subject.family), std::move(user), std::move(session)};
}

Result<TokenAnswer> tokensFor(const Parts& parts, const Issuer& issuer, const apps::App& app, const TenantId& tenantId,
                              const FamilySubject& of, const TokenScope& wanted) {
    const auto tenant = parts.tenants.byId(tenantId);
    if (!tenant || tenant->status != tenants::TenantStatus::Active) {
        return fail(Code::InvalidArgument, "oauth.invalid_grant.tenant");
    }
    const Time now = parts.clock.now();
    const auto& resources = wanted.resources.empty() ? of.family.resources : wanted.resources;
    TRY(sealer, parts.keys.sealerFor(tenantId));
    const TokenSubject subject{issuer,
                               *tenant,
                               app,
                               of.user,
                               of.session,
                               of.family,
                               wanted.scopes,
                               resources,
                               wanted.jkt,
                               wanted.act,
                               wanted.authorizationDetails,
                               wanted.notAfter,
                               apps::subjectFor(sealer, app, of.user.id)};
    TokenAnswer answer;
    TRY(accessToken, sign(parts.keys, issuer, "at+jwt", accessTokenClaims(subject, now)));
    answer.accessToken = std::move(accessToken);
    if (std::find(wanted.scopes.begin(), wanted.scopes.end(), "openid") != wanted.scopes.end()) {
        TRY(algorithm, signatureOf(parts.keys, issuer, app.signedWith.idToken));
        TRY(idToken,
            sign(parts.keys, issuer, "JWT", idTokenClaims(subject, answer.accessToken, algorithm, now), algorithm));
        answer.idToken = std::move(idToken);
    }
    answer.scopes = wanted.scopes;
    answer.expiresIn = lifeOf(subject, now);
    answer.bound = !wanted.jkt.empty() && !oauth::isCertificateKey(wanted.jkt);
    answer.authorizationDetails = wanted.authorizationDetails;
    return answer;
}

Result<TokenAnswer> decideAndSign(const Parts& parts, const Issuer& issuer, const apps::App& app,
                                  const store::Sealer& sealer, Code refused,
                                  const std::function<Result<Decision>(store::Writer&)>& decide) {
    Result<TokenAnswer> answer = TokenAnswer();
    TRY(decision, parts.store.write(decide, [&](Decision& made) {
        if (made.refusal.empty()) {
            answer = opened(sealer, std::move(made.subject)).and_then([&](const FamilySubject& subject) {
                return tokensFor(parts, issuer, app, sealer.tenant(), subject, made.wanted);
            });
        }
    }));
    if (!decision.refusal.empty()) {
        return fail(refused, decision.refusal);
    }
    if (answer) {
        answer->refreshToken = std::move(decision.refreshToken);
    }
    return answer;
}

http::Response Provider::token(const Issuer& issuer, const http::Request& request) {
    const auto triedBy = oauth::triedByHeader(request.headers) ? oauth::TriedBy::Header : oauth::TriedBy::Body;
    const auto refuse = [&](const Error& error) {
        log::info("provider.token_refused",
                  {{"issuer", issuer.keys.text()}, {"reason", error.reason}, {"detail", error.detail}});
        return oauth::toTokenResponse(error, triedBy);
    };
    auto client = readClientRequest(m_parts, m_appKeys, issuer, request);
    if (!client) {
        noteRefusedApp(m_parts, issuer, request, client.error().reason);
        return refuse(client.error());
    }
    if (client->confidential && m_parts.jwksFetches != nullptr) {
        m_parts.jwksFetches->appSeen(issuer.keys, client->app->id, request.peer.address, m_parts.clock.now());
    }
    const auto give = [&]() -> Result<TokenAnswer> {
        TRY(type, grantTypeOf(*client));
        TRY(proof, provenKey(issuer, *client->app, request));
        client->proof = std::move(proof);
        TRY(certificate, bindingCertificate(*client->app, request.peer));
        client->certificateKey = std::move(certificate);
        return runGrant(type, issuer, *client, request.peer.address);
    };
    const auto answer = give();
    http::Response response = answer ? answerJson(*answer) : refuse(answer.error());
    if (client->app->dpop != apps::Use::Off) {
        response.headers.set("DPoP-Nonce", m_dpop.nonce());
    }
    return response;
}

Result<TokenAnswer> Provider::runGrant(std::string_view type, const Issuer& issuer, const ClientRequest& client,
                                       const std::string& ip) {
    if (type == kJwtBearer) {
        return grantJwtBearer(m_parts, m_issuerKeys, issuer, client, ip);
    }
    if (type == kTokenExchange) {
        return grantTokenExchange(m_parts, m_tokens, issuer, client, ip);
    }
    const auto* grant =
        std::find_if(std::begin(kGrants), std::end(kGrants), [&](const NamedGrant& each) { return each.type == type; });
    return grant->run(m_parts, issuer, client, ip);
}

Result<std::optional<oauth::DpopProof>> Provider::provenKey(const Issuer& issuer, const apps::App& app,
                                                            const http::Request& request) {
    if (app.dpop == apps::Use::Off) {
        return std::optional<oauth::DpopProof>(); // then it gets bearer tokens, whatever it sends
    }
    TRY(proof, m_dpop.check(request, issuer.url + "/oauth2/token", std::nullopt, DpopGate::Nonce::Required));
    if (!proof && app.dpop == apps::Use::Required) {
        return fail(Code::InvalidArgument, "oauth.invalid_dpop_proof.missing");
    }
    return proof;
}

} // namespace gatehouse::oidc::provider
