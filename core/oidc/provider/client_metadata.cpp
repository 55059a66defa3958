// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/client_metadata.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/problem.h"
#include "http/forms.h"
#include "http/network_address.h"
#include "oauth/redirect_uri.h"
#include "oauth/scope.h"

namespace gatehouse::oidc::provider {
namespace {

using Word = std::string_view;

constexpr std::array<std::pair<Word, apps::Auth>, 6> kMethods{
    {{"private_key_jwt", apps::Auth::PrivateKeyJwt},
     {"tls_client_auth", apps::Auth::TlsClientAuth},
     {"self_signed_tls_client_auth", apps::Auth::SelfSignedTlsClientAuth},
     {"client_secret_basic", apps::Auth::ClientSecretBasic},
     {"client_secret_post", apps::Auth::ClientSecretPost},
     {"none", apps::Auth::None}}}; // the better ones first: of several an app is given the first

struct Text {
    Word name;
    std::string apps::App::* value;
};
constexpr std::array<Text, 5> kCertificateNames{{{"tls_client_auth_subject_dn", &apps::App::tlsClientAuthSubjectDn},
                                                 {"tls_client_auth_san_dns", &apps::App::tlsClientAuthSanDns},
                                                 {"tls_client_auth_san_uri", &apps::App::tlsClientAuthSanUri},
                                                 {"tls_client_auth_san_ip", &apps::App::tlsClientAuthSanIp},
                                                 {"tls_client_auth_san_email", &apps::App::tlsClientAuthSanEmail}}};
/// Addresses that we call or send people to.
constexpr std::array<Text, 2> kAddresses{{{"backchannel_logout_uri", &apps::App::backchannelLogoutUri},
                                          {"initiate_login_uri", &apps::App::initiateLoginUri}}};

/// What people read about an app; kept as it was said.
constexpr std::array<Word, 2> kTexts{"software_id", "software_version"};
constexpr std::array<Word, 4> kPages{"client_uri", "logo_uri", "policy_uri", "tos_uri"};
/// Addresses of what is not done here; looked at all the same, so that nothing bad is in any answer.
constexpr std::array<Word, 3> kOtherAddresses{"sector_identifier_uri", "frontchannel_logout_uri", "command_endpoint"};
/// What only an administrator says, as the Admin API calls it.
constexpr std::array<Word, 9> kForbidden{"id",      "tenants", "firstParty", "consent",      "trustedIssuers",
                                         "secrets", "version", "audiences",  "spMetadataXml"};

bool contains(const std::vector<std::string>& list, Word value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

tl::unexpected<Error> wrong(Word member) {
    return fail(Code::InvalidArgument, "oauth.invalid_client_metadata", member);
}
tl::unexpected<Error> forbidden(Word member) {
    return fail(Code::PermissionDenied, "oauth.invalid_client_metadata.forbidden", member);
}

/// The text of a member; nullopt where it is not there or null.
Result<std::optional<std::string>> text(const json::Object& object, Word name, std::size_t longest = 2048) {
    const json::Value* value = json::member(object, name);
    if (value == nullptr || value->is_null()) {
        return std::optional<std::string>();
    }
    if (!value->is_string() || value->get_string().size() > longest) {
        return wrong(name);
    }
    return std::optional(std::string(json::view(value->get_string())));
}

Result<std::optional<std::vector<std::string>>> texts(const json::Object& object, Word name) {
    constexpr std::size_t kMost = 50;
    const json::Value* value = json::member(object, name);
    if (value == nullptr || value->is_null()) {
        return std::optional<std::vector<std::string>>();
    }
    std::vector<std::string> out;
    if (!value->is_array() || value->get_array().size() > kMost) {
        return wrong(name);
    }
    for (const json::Value& each : value->get_array()) {
        if (!each.is_string() || each.get_string().size() > 2048) {
            return wrong(name);
        }
        out.emplace_back(json::view(each.get_string()));
    }
    return std::optional(std::move(out));
}

Result<std::optional<bool>> flag(const json::Object& object, Word name) {
    const json::Value* value = json::member(object, name);
    if (value == nullptr || value->is_null()) {
        return std::optional<bool>();
    }
    return value->is_bool() ? Result<std::optional<bool>>(std::optional(value->get_bool())) : wrong(name);
}

/// "app.example" of an address, and "com.example.app:" of one with a scheme of its own.
std::string placeOf(const std::string& address) {
    if (const auto url = http::parseUrl(address)) {
        return asciiLower(url->host);
    }
    return asciiLower(address.substr(0, address.find(':') + 1));
}

bool isAllowedPlace(const apps::RegistrationRules& rules, const std::string& address) {
    const std::string place = placeOf(address);
    return std::any_of(rules.hosts.begin(), rules.hosts.end(),
                       [&](const std::string& host) { return asciiLower(host) == place; });
}

// Of those that a registration offers, the first that is ours (RP Metadata Choices 1.0): the singular says which.
Result<std::optional<std::string>> chosen(const json::Object& submitted, Word singular, Word plural,
                                          const std::vector<std::string>& ours) {
    TRY(named, text(submitted, singular));
    TRY(offered, texts(submitted, plural));
    if (named) {
        return contains(ours, *named) ? Result<std::optional<std::string>>(std::move(named)) : wrong(singular);
    }
    if (!offered) {
        return std::optional<std::string>();
    }
    for (const std::string& each : ours) {
        if (contains(*offered, each)) {
            return std::optional(each);
        }
    }
    return wrong(plural);
}

Status readMethod(const json::Object& submitted, apps::App& app) {
    std::vector<std::string> ours;
    ours.reserve(std::size(kMethods));
    for (const auto& [name, method] : kMethods) {
        ours.emplace_back(name);
    }
    TRY(name, chosen(submitted, "token_endpoint_auth_method", "token_endpoint_auth_methods_supported", ours));
    for (const auto& [each, method] : kMethods) {
        if (name && each == *name) {
            app.auth = method;
        }
    }
    for (const Text& each : kCertificateNames) {
        TRY(value, text(submitted, each.name));
        app.*each.value = std::move(value).value_or("");
    }
    return {};
}

Status readKeys(const json::Object& submitted, apps::App& app) {
    const json::Value* jwks = json::member(submitted, "jwks");
    app.jwks = jwks == nullptr ? json::Value() : *jwks;
    TRY(address, text(submitted, "jwks_uri"));
    app.jwksUri = std::move(address).value_or("");
    if (!app.jwksUri.empty() && !isPublicAddress(app.jwksUri)) {
        return wrong("jwks_uri");
    }
    return {};
}

Status readGrants(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                  apps::App& app) {
    TRY(grants, texts(submitted, "grant_types"));
    app.grantTypes = std::move(grants).value_or(std::vector<std::string>{"authorization_code"});
    for (const std::string& grant : app.grantTypes) {
        if (!contains(rules.grantTypes, grant) && !contains(before.grantTypes, grant)) {
            return forbidden("grant_types");
        }
    }
    TRY(responses, texts(submitted, "response_types"));
    const bool wantsCode = contains(app.grantTypes, "authorization_code");
    for (const std::string& response : responses.value_or(std::vector<std::string>())) {
        if (response != "code" || !wantsCode) {
            return wrong("response_types");
        }
    }
    TRY(scope, text(submitted, "scope"));
    if (!scope) {
        app.scopes = rules.scopes;
        return {};
    }
    const auto asked = oauth::ScopeSet::parse(*scope);
    if (!asked) {
        return wrong("scope");
    }
    app.scopes = asked->tokens();
    for (const std::string& each : app.scopes) {
        if (!contains(rules.scopes, each) && !contains(before.scopes, each)) {
            return forbidden("scope");
        }
    }
    return {};
}

// What sort of app it is follows from what it says (RFC 8252, 8.4; OpenID Connect Registration 1.0, 2).
Result<apps::Type> typeOf(const json::Object& submitted, const apps::App& app) {
    TRY(type, text(submitted, "application_type"));
    if (type && *type != "web" && *type != "native") {
        return wrong("application_type");
    }
    if (type == "native") {
        return apps::Type::Native;
    }
    if (!contains(app.grantTypes, "authorization_code") && app.redirectUris.empty()) {
        return contains(app.grantTypes, "client_credentials") ? apps::Type::Service : apps::Type::Native;
    }
    return app.auth == apps::Auth::None ? apps::Type::Spa : apps::Type::Web;
}

Status readRedirects(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                     apps::App& app) {
    TRY(redirects, texts(submitted, "redirect_uris"));
    TRY(afterLogout, texts(submitted, "post_logout_redirect_uris"));
    app.redirectUris = std::move(redirects).value_or(std::vector<std::string>());
    app.postLogoutRedirectUris = std::move(afterLogout).value_or(std::vector<std::string>());
    TRY(type, typeOf(submitted, app));
    app.type = type;
    if (contains(app.grantTypes, "authorization_code") && app.redirectUris.empty()) {
        return fail(Code::InvalidArgument, "oauth.invalid_redirect_uri", "redirect_uris");
    }
    for (const auto* list : {&app.redirectUris, &app.postLogoutRedirectUris}) {
        for (const std::string& uri : *list) {
            if (!oauth::validateRegistration(uri, app.type)) {
                return fail(Code::InvalidArgument, "oauth.invalid_redirect_uri", uri);
            }
            if (!isAllowedPlace(rules, uri) && !contains(before.redirectUris, uri) &&
                !contains(before.postLogoutRedirectUris, uri)) {
                return fail(Code::PermissionDenied, "oauth.invalid_redirect_uri.forbidden", uri);
            }
        }
    }
    return {};
}

Status readAddresses(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                     apps::App& app) {
    for (const Text& each : kAddresses) {
        TRY(value, text(submitted, each.name));
        app.*each.value = std::move(value).value_or("");
        if ((app.*each.value).empty() || app.*each.value == before.*each.value) {
            continue;
        }
        if (!isPublicAddress(app.*each.value)) {
            return wrong(each.name);
        }
        if (!isAllowedPlace(rules, app.*each.value)) {
            return forbidden(each.name);
        }
    }
    for (const Word name : kOtherAddresses) {
        TRY(value, text(submitted, name));
        if (value && !isPublicAddress(*value)) {
            return wrong(name);
        }
    }
    TRY(requests, texts(submitted, "request_uris"));
    for (const std::string& uri : requests.value_or(std::vector<std::string>())) {
        if (!isPublicAddress(uri)) {
            return wrong("request_uris");
        }
    }
    return {};
}

// Off may become on, and not the other way.
Status tighten(const json::Object& submitted, Word name, bool isOn, const std::function<void()>& turnOn) {
    TRY(wanted, flag(submitted, name));
    if (wanted == false && isOn) {
        return forbidden(name);
    }
    if (wanted == true && !isOn) {
        turnOn();
    }
    return {};
}

Status readProtection(const json::Object& submitted, apps::App& app) {
    using apps::Use;
    ENSURE(tighten(submitted, "require_pushed_authorization_requests", app.requirePar, [&] { app.requirePar = true; }));
    ENSURE(tighten(submitted, "require_signed_request_object", app.requireSignedRequestObject,
                   [&] { app.requireSignedRequestObject = true; }));
    ENSURE(
        tighten(submitted, "dpop_bound_access_tokens", app.dpop == Use::Required, [&] { app.dpop = Use::Required; }));
    ENSURE(tighten(submitted, "tls_client_certificate_bound_access_tokens",
                   app.tlsClientCertificateBoundAccessTokens == Use::Required,
                   [&] { app.tlsClientCertificateBoundAccessTokens = Use::Required; }));
    ENSURE(chosen(submitted, "subject_type", "subject_types_supported", {"public"}));
    ENSURE(chosen(submitted, "id_token_signed_response_alg", "id_token_signing_alg_values_supported", {"ES256"}));
    return {};
}

Status readWords(const json::Object& submitted, apps::App& app, json::Object& metadata) {
    TRY(name, text(submitted, "client_name", 200));
    app.name = std::move(name).value_or("");
    if (app.name.empty()) {
        app.name = app.redirectUris.empty() ? "Registered app" : placeOf(app.redirectUris.front());
    }
    metadata.clear();
    for (const Word member : kTexts) {
        TRY(value, text(submitted, member, 200));
        if (value) {
            metadata[member] = *value;
        }
    }
    for (const Word member : kPages) {
        TRY(value, text(submitted, member));
        if (value && !isPublicAddress(*value)) {
            return wrong(member);
        }
        if (value) {
            metadata[member] = *value;
        }
    }
    TRY(contacts, texts(submitted, "contacts"));
    if (contacts) {
        metadata["contacts"] = json::toArray(*contacts);
    }
    return {};
}

} // namespace

bool isPublicAddress(std::string_view text) {
    const auto url = http::parseUrl(text);
    if (!url || url->scheme != "https") {
        return false;
    }
    const std::string& host = url->host;
    const std::size_t dot = host.rfind('.');
    // A name of one label is of this network, and one that ends in digits is an address in some spelling.
    if (http::parseIpAddress(host) || dot == std::string::npos || dot + 1 == host.size()) {
        return false;
    }
    const std::string last = host.substr(dot + 1);
    return !(last.front() >= '0' && last.front() <= '9') && last != "localhost" && last != "local" &&
           last != "internal" && last != "localdomain" && last != "arpa";
}

Status readClientMetadata(const json::Object& submitted, const apps::RegistrationRules& rules, apps::App& app,
                          json::Object& metadata) {
    for (const Word member : kForbidden) {
        if (submitted.contains(member)) {
            return forbidden(member);
        }
    }
    if (submitted.contains("software_statement")) {
        return fail(Code::InvalidArgument, "oauth.unapproved_software_statement");
    }
    const apps::App before = app; // what an administrator has given it since is its own
    ENSURE(readMethod(submitted, app));
    ENSURE(readKeys(submitted, app));
    ENSURE(readGrants(submitted, rules, before, app));
    ENSURE(readRedirects(submitted, rules, before, app));
    ENSURE(readAddresses(submitted, rules, before, app));
    ENSURE(readProtection(submitted, app));
    ENSURE(readWords(submitted, app, metadata));
    // Then what holds for an app of any origin.
    Problems problems;
    apps::App judged;
    apps::readJson(apps::toJson(app), judged, problems);
    return problems.empty() ? Status() : wrong(problems.front().pointer + " " + problems.front().message);
}

json::Object toClientMetadata(const apps::App& app, const json::Object& metadata) {
    using apps::Use;
    json::Object out = metadata;
    out["client_name"] = app.name;
    out["application_type"] = app.type == apps::Type::Native ? "native" : "web";
    for (const auto& [name, method] : kMethods) {
        if (method == app.auth) {
            out["token_endpoint_auth_method"] = name;
        }
    }
    out["grant_types"] = json::toArray(app.grantTypes);
    out["response_types"] =
        contains(app.grantTypes, "authorization_code") ? json::toArray({std::string("code")}) : json::Array();
    out["redirect_uris"] = json::toArray(app.redirectUris);
    out["post_logout_redirect_uris"] = json::toArray(app.postLogoutRedirectUris);
    std::string scope;
    for (const std::string& each : app.scopes) {
        scope.append(scope.empty() ? "" : " ").append(each);
    }
    out["scope"] = scope;
    if (!app.jwks.is_null()) {
        out["jwks"] = app.jwks;
    }
    if (!app.jwksUri.empty()) {
        out["jwks_uri"] = app.jwksUri;
    }
    for (const Text& each : kCertificateNames) {
        if (!(app.*each.value).empty()) {
            out[each.name] = app.*each.value;
        }
    }
    for (const Text& each : kAddresses) {
        if (!(app.*each.value).empty()) {
            out[each.name] = app.*each.value;
        }
    }
    out["require_pushed_authorization_requests"] = app.requirePar;
    out["require_signed_request_object"] = app.requireSignedRequestObject;
    out["dpop_bound_access_tokens"] = app.dpop == Use::Required;
    out["tls_client_certificate_bound_access_tokens"] = app.tlsClientCertificateBoundAccessTokens == Use::Required;
    out["subject_type"] = "public";
    out["id_token_signed_response_alg"] = "ES256";
    return out;
}

} // namespace gatehouse::oidc::provider
