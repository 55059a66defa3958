// SPDX-License-Identifier: Apache-2.0
#include "admin/preview.h"

#include "admin/api/codec.h"
#include "claims/mapping.h"
#include "jose/jws.h"
#include "saml/sp/claims_of.h"
#include "saml/sp/response.h"
#include "saml/wire/pasted.h"

namespace gatehouse::admin {

namespace {

/// The claims that a login brought: as its recording has them, or a step of a test sign-in.
Result<json::Object> claimsOfFlow(const Context& context, const Scoped& scoped, const std::string& idOrReference) {
    TRY(flow, context.services.store.read(
                  [&](store::Reader& reader) { return login::findFlow(reader, scoped.sealer, idOrReference); }));
    for (const login::Step& step : flow.steps) {
        if (const json::Object* claims = json::objectMember(step.data, "claims")) {
            return *claims;
        }
    }
    TRY(recorded, context.services.store.read([&](store::Reader& reader) {
        return login::findRecorded(reader, scoped.sealer, flow.id.text());
    }));
    auto then = context.services.login.replayThen(recorded);
    return then ? Result<json::Object>(std::move(then->asserted.claims))
                : fail(Code::FailedPrecondition, "preview_flow", then.error().detail);
}

/// The claims of an ID token as it stands. It is not proven: a preview gives nobody anything.
Result<json::Object> claimsOfToken(const std::string& token) {
    const auto parsed = jose::parseCompact(token);
    if (!parsed) {
        return fail(Code::InvalidArgument, "preview_id_token", parsed.error().reason);
    }
    const auto claims = json::parseObject(parsed->payload);
    return claims ? Result<json::Object>(*claims)
                  : fail(Code::InvalidArgument, "preview_id_token", claims.error().reason);
}

/// The claims of a SAML response as it stands, in clear; not proven either.
Result<json::Object> claimsOfResponse(const std::string& pasted) {
    const auto message = saml::wire::readPasted(pasted);
    if (!message) {
        return fail(Code::InvalidArgument, "preview_saml_response", message.error().reason);
    }
    const auto assertion = saml::sp::readUnproven(message->text);
    return assertion ? Result<json::Object>(saml::sp::claimsOf(*assertion))
                     : fail(Code::InvalidArgument, "preview_saml_response", assertion.error().reason);
}

Result<json::Object> claimsOf(const Context& context, const Scoped& scoped, const api::PreviewRequest& wanted) {
    const int given = int(wanted.claims.has_value()) + int(wanted.idToken.has_value()) +
                      int(wanted.samlResponse.has_value()) + int(wanted.flowId.has_value());
    if (given != 1) {
        return fail(Code::InvalidArgument, "preview_source");
    }
    if (wanted.claims) {
        return api::parsed(*wanted.claims).get_object();
    }
    if (wanted.samlResponse) {
        return claimsOfResponse(*wanted.samlResponse);
    }
    return wanted.idToken ? claimsOfToken(*wanted.idToken) : claimsOfFlow(context, scoped, *wanted.flowId);
}

login::AssertedIdentity assertedBy(const connections::Connection& connection, json::Object claims, Time now) {
    login::AssertedIdentity asserted;
    asserted.issuer = json::stringMember(claims, "iss").value_or(connection.issuer);
    asserted.subject = json::stringMember(claims, "sub").value_or("");
    asserted.amr = json::stringsMember(claims, "amr").value_or(std::vector<std::string>());
    asserted.authTime = now;
    asserted.claims = std::move(claims);
    return asserted;
}

std::string_view outcomeOf(const login::Decision& decision) {
    switch (decision.kind) {
    case login::Decision::Kind::Create:
        return "create";
    case login::Decision::Kind::Match:
        return "match";
    case login::Decision::Kind::Reject:
        return "reject";
    }
    return "reject";
}

} // namespace

json::Object previewJson(const login::Decision& decision, const claims::Outcome& outcome) {
    json::Object out;
    out["outcome"] = outcomeOf(decision);
    out["userId"] = decision.kind == login::Decision::Kind::Match ? json::Value(decision.user.id.text().c_str())
                                                                  : json::Value(nullptr);
    json::Object mapped = claims::toJson(outcome);
    const bool rejected = decision.kind == login::Decision::Kind::Reject;
    if (rejected) {
        out["user"] = mapped["user"];
        out["roles"] = mapped["roles"];
        out["groups"] = mapped["groups"];
    } else {
        json::Object user = directory::toJson(decision.user);
        for (const char* member : {"id", "roles", "groups", "identities", "createdAt", "updatedAt", "lastLogin"}) {
            user.stable_erase(member);
        }
        out["user"] = std::move(user);
        json::Array roles;
        for (const directory::RoleAssignment& role : decision.user.roles) {
            roles.push_back(boost::json::string(role.name));
        }
        out["roles"] = std::move(roles);
        out["groups"] = json::toArray(decision.user.groups);
    }
    out["trace"] = mapped["trace"];
    json::Array errors = mapped["errors"].get_array();
    if (rejected && errors.empty()) {
        const Check* failed = firstFailure(decision.checks);
        errors.push_back(json::Object{{"code", decision.reason},
                                      {"claim", ""},
                                      {"message", failed == nullptr ? "" : failed->actual + " " + failed->cure}});
    }
    out["errors"] = std::move(errors);
    out["rolesAdded"] = json::toArray(decision.rolesAdded);
    out["rolesRemoved"] = json::toArray(decision.rolesRemoved);
    out["bindsIdentity"] = decision.bindsIdentity;
    return out;
}

Result<json::Object> previewOf(const Context& context, const connections::Connection& connection, json::Object claims,
                               const json::Value* mapping) {
    const login::AssertedIdentity asserted = assertedBy(connection, std::move(claims), context.request.now);
    TRY(preview, context.services.login.preview(context.tenant(), connection, asserted, mapping));
    json::Object answer = previewJson(preview.decision, preview.mapped);
    answer["claims"] = asserted.claims;
    answer["roleMode"] = context.tenant().settings.roleMode == tenants::RoleMode::Merge ? "merge" : "replace";
    return answer;
}

Answered previewLogin(const Context& context, const Scoped& scoped, const connections::Connection& connection) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::PreviewRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    json::Value draft;
    if (wanted->mapping) {
        draft = api::parsed(*wanted->mapping);
        Problems problems;
        (void)claims::parseMapping(draft, "/mapping", problems);
        if (!problems.empty()) {
            return invalid(std::move(problems));
        }
    }
    TRY(claims, claimsOf(context, scoped, *wanted));
    TRY(answer, previewOf(context, connection, std::move(claims), wanted->mapping ? &draft : nullptr));
    return ok(std::move(answer));
}

} // namespace gatehouse::admin
