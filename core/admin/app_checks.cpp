// SPDX-License-Identifier: Apache-2.0
#include "admin/app_checks.h"

#include "admin/api/codec.h"
#include "admin/app_resource.h"
#include "jose/jwt.h"
#include "oauth/redirect_uri_difference.h"

namespace gatehouse::admin {

namespace {

constexpr std::string_view kRefused = "oauth.invalid_redirect_uri.";

Result<apps::App> appOf(const Context& context, const Scoped& scoped) {
    return context.services.store.read([&](store::Reader& reader) -> Result<apps::App> {
        TRY(item, AppResource::find(reader, scoped, context.request.object));
        return apps::App(std::move(item));
    });
}

/// What of the body is wanted; what is wrong with it is `validation_failed`.
template <class Wanted>
Outcome<Wanted> wantedOf(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    auto wanted = api::fromJson<Wanted>(*body);
    if (!wanted) {
        return invalid(std::move(wanted).error());
    }
    return *std::move(wanted);
}

api::AddressCharacter shown(const std::string& character) {
    return {character, oauth::codePointName(character)};
}

/// What sort of token it is says its type (RFC 9068, 2.1), or that only ID tokens have a nonce or an at_hash.
std::string kindOf(const json::Object& header, const json::Object& claims) {
    const std::string type = asciiLower(json::stringMember(header, "typ").value_or(""));
    if (type == "at+jwt" || type == "application/at+jwt") {
        return "access_token";
    }
    const bool ofLogin = claims.contains("auth_time") || claims.contains("nonce") || claims.contains("at_hash");
    return ofLogin && type != "logout+jwt" ? "id_token" : "jwt";
}

json::Object objectOf(const json::Object& object, std::string_view name) {
    const json::Value* value = json::member(object, name);
    return value != nullptr && value->is_object() ? value->get_object() : json::Object();
}

api::RawJson rawOf(const json::Object& object) {
    return {json::write(object)};
}

std::vector<api::FlowCheck> shown(const Checks& checks) {
    std::vector<api::FlowCheck> out;
    for (const Check& check : checks) {
        const bool failed = check.status == Check::Status::Fail;
        out.push_back({check.name, statusName(check.status), check.expected, check.actual, check.cure,
                       failed ? std::string("administrator") : std::string(), check.spec});
    }
    return out;
}

} // namespace

Answered checkRedirectUri(const Context& context) {
    const auto wanted = wantedOf<api::RedirectUriQuestion>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(app, appOf(context, scoped));
    const std::vector<std::string>& registered = wanted->redirectUris ? *wanted->redirectUris : app.redirectUris;
    api::RedirectUriAnswer answer;
    answer.uri = oauth::redirectUriIn(wanted->text);
    answer.matches = oauth::matches(registered, answer.uri, app.type == apps::Type::Native);
    const Status usable = oauth::validateRegistration(answer.uri, app.type);
    if (!usable) {
        answer.problem = usable.error().reason.substr(kRefused.size());
    }
    if (const auto nearest = answer.matches ? std::nullopt : oauth::nearestRedirectUri(registered, answer.uri)) {
        answer.nearest = {nearest->registered, nearest->parts, std::int64_t(nearest->position),
                          shown(nearest->registeredCharacter), shown(nearest->presentedCharacter)};
    }
    return ok(api::toJson(answer).get_object());
}

Answered verifyToken(const Context& context) {
    const auto wanted = wantedOf<api::TokenQuestion>(context);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(app, appOf(context, scoped));
    TRY(published, context.services.keys.publicJwks(app.owner));
    TRY(keys, jose::parseJwkSet(*published));
    const Time now = context.request.now;
    api::TokenAnswer answer;
    answer.kind = "opaque";
    jose::ClaimRules rules;
    rules.issuer = context.request.tenant ? context.services.publicUrl.tenantIssuer(context.tenant().slug)
                                          : context.services.publicUrl.base();
    if (const auto inspected = jose::inspectJwt(wanted->token, now)) {
        const json::Object header = objectOf(*inspected, "header");
        const json::Object claims = objectOf(*inspected, "payload");
        answer.kind = kindOf(header, claims);
        answer.header = rawOf(header);
        answer.claims = rawOf(claims);
        if (answer.kind == "id_token") {
            rules.audience = app.clientId;
        }
    }
    answer.checks = shown(jose::verifyJwt(wanted->token, keys, rules, now));
    return ok(api::toJson(answer).get_object());
}

} // namespace gatehouse::admin
