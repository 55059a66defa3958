// SPDX-License-Identifier: Apache-2.0
// Global Token Revocation (draft-parecki-oauth-global-token-revocation): everything of one person ends at once.
#include "audit/audit.h"
#include "base/log.h"
#include "directory/directory.h"
#include "jose/jws.h"
#include "oauth/error.h"
#include "oauth/scope.h"
#include "oidc/provider/provider.h"
#include "oidc/provider/subject_identifier.h"
#include "web/security_headers.h"

namespace gatehouse::oidc::provider {
namespace {

constexpr std::string_view kScope = "tokens.revoke_all";
constexpr std::string_view kType = "global-token-revocation+jwt";

// Who asks: a service app by a token for this purpose alone, or a person's identity provider.
struct Asker {
    audit::Actor actor;
    std::optional<ConnectionId> provider;
};

std::string bearerOf(const http::Request& request) {
    const std::string_view header = request.headers.get("Authorization").value_or("");
    constexpr std::string_view kScheme = "bearer ";
    return asciiLower(header.substr(0, kScheme.size())) == kScheme ? std::string(header.substr(kScheme.size()))
                                                                   : std::string();
}

bool isProvidersToken(std::string_view token) {
    const auto parsed = jose::parseCompact(token);
    return parsed && asciiLower(json::stringMember(parsed->header, "typ").value_or("")) == kType;
}

http::Response challenge(oauth::ErrorCode code) {
    oauth::BearerChallenge answer;
    answer.error = code;
    return oauth::toResourceResponse(answer);
}

http::Response problem(int status, std::string_view error) {
    return web::jsonResponse(status, json::write(json::Object{{"error", error}}));
}

Result<Asker> provenProvider(const Parts& parts, const Issuer& issuer, const std::string& token) {
    if (!parts.proveRevocation) {
        return fail(Code::Unauthenticated, "revocation_token.invalid", "no identity providers");
    }
    TRY(connection, parts.proveRevocation(issuer.keys, token, issuer.url + "/oauth2/global-token-revocation"));
    return Asker{{audit::ActorType::Service, connection.text(), {}}, connection};
}

Result<Asker> provenService(AccessTokens& tokens, const Issuer& issuer, const std::string& text) {
    TRY(token, tokens.prove(issuer, text));
    TRY(live, tokens.isLive(issuer, *token));
    if (!live || !token->familyId.empty() || !token->jkt.empty()) {
        return fail(Code::Unauthenticated, "oauth.invalid_token");
    }
    // For this alone: a token that can do more is not handed to a program that does this.
    if (token->scope != kScope) {
        return fail(Code::PermissionDenied, "oauth.insufficient_scope");
    }
    return Asker{{audit::ActorType::Service, token->clientId, {}}, std::nullopt};
}

} // namespace

Result<std::int64_t> Provider::revokeEverythingOf(const Issuer& issuer, const audit::Actor& actor,
                                                  const std::optional<ConnectionId>& provider,
                                                  const json::Object& identifier, const std::string& ip) {
    TRY(sealer, m_parts.keys.sealerFor(issuer.keys));
    TRY(connections, m_parts.connections.all(sealer));
    const Time now = m_parts.clock.now();
    return m_parts.store.write([&](store::Writer& writer) -> Result<std::int64_t> {
        TRY(people, peopleOf(writer, sealer, issuer, *connections, identifier, provider));
        for (const UserId& user : people) {
            TRY(ended, sessions::endAllOf(writer, m_parts.endings, issuer.keys, user, "global_revocation", now));
            // The session at the identity provider goes on: it must not answer for the person (draft, 5).
            TRY(person, directory::findWithoutIdentities(writer, sealer, user));
            person.signInAfter = now;
            person.updatedAt = now;
            ENSURE(directory::updateUser(writer, sealer, person));
            audit::Record record;
            record.type = "GlobalRevocation";
            record.actor = actor;
            record.target = {"user", user.text(), {}};
            record.ip = ip;
            record.data = {{"sessionsEnded", ended},
                           {"format", std::string(json::stringMember(identifier, "format").value_or(""))}};
            ENSURE(audit::append(writer, sealer, issuer.keys, record, now));
        }
        return std::int64_t(people.size());
    });
}

http::Response Provider::globalRevocation(const Issuer& issuer, const http::Request& request) {
    const std::string token = bearerOf(request);
    if (token.empty()) {
        return oauth::toResourceResponse({});
    }
    const auto asker =
        isProvidersToken(token) ? provenProvider(m_parts, issuer, token) : provenService(m_tokens, issuer, token);
    if (!asker) {
        log::info("provider.global_revocation", {{"reason", asker.error().reason}, {"tenant", issuer.slug()}});
        return asker.error().code == Code::PermissionDenied  ? challenge(oauth::ErrorCode::InsufficientScope)
               : asker.error().code == Code::Unauthenticated ? challenge(oauth::ErrorCode::InvalidToken)
                                                             : problem(503, "temporarily_unavailable");
    }
    const auto body = json::parseObject(request.body);
    const json::Object* identifier = body ? json::objectMember(*body, "sub_id") : nullptr;
    if (identifier == nullptr) {
        return problem(400, "invalid_request");
    }
    const auto found = revokeEverythingOf(issuer, asker->actor, asker->provider, *identifier, request.peer.address);
    if (!found) {
        log::info("provider.global_revocation", {{"reason", found.error().reason}, {"tenant", issuer.slug()}});
        return found.error().code == Code::InvalidArgument ? problem(400, "invalid_request")
                                                           : problem(422, "cannot_be_revoked");
    }
    if (*found == 0) {
        return problem(404, "subject_not_found");
    }
    http::Response response;
    response.status = 204;
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace gatehouse::oidc::provider
