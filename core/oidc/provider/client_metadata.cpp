// SPDX-License-Identifier: Apache-2.0
#include "oidc/provider/client_metadata.h"

#include <algorithm>
#include <array>

#include "apps/pairwise.h"
#include "base/problem.h"
#include "base/words.h"
#include "http/forms.h"
#include "oauth/redirect_uri.h"
#include "oauth/scope.h"
#include "oidc/provider/submitted.h"

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
/// Addresses that we call or send people to: at the app's hosts alone.
constexpr std::array<Text, 3> kAddresses{{{"backchannel_logout_uri", &apps::App::backchannelLogoutUri},
                                          {"frontchannel_logout_uri", &apps::App::frontchannelLogoutUri},
                                          {"initiate_login_uri", &apps::App::initiateLoginUri}}};
/// Addresses anywhere: pages that people may open, a picture, and who vouches for the redirect URIs.
constexpr std::array<Text, 5> kPages{{{"client_uri", &apps::App::clientUri},
                                      {"logo_uri", &apps::App::logoUri},
                                      {"policy_uri", &apps::App::policyUri},
                                      {"tos_uri", &apps::App::tosUri},
                                      {"sector_identifier_uri", &apps::App::sectorIdentifierUri}}};

/// Kept as they were said.
constexpr std::array<Word, 2> kTexts{"software_id", "software_version"};
/// An address of what is not done here; looked at all the same, so that nothing bad is in any answer.
constexpr Word kCommands = "command_endpoint";
/// What only an administrator says, as the Admin API calls it.
constexpr std::array<Word, 9> kForbidden{"id",      "tenants", "firstParty", "consent",      "trustedIssuers",
                                         "secrets", "version", "audiences",  "spMetadataXml"};

bool contains(const std::vector<std::string>& list, Word value) {
    return std::find(list.begin(), list.end(), value) != list.end();
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

bool needsCertificate(apps::Auth method) {
    return method == apps::Auth::TlsClientAuth || method == apps::Auth::SelfSignedTlsClientAuth;
}

Status readMethod(const json::Object& submitted, const Abilities& abilities, apps::App& app) {
    std::vector<std::string> ours;
    for (const auto& [name, method] : kMethods) {
        if (!needsCertificate(method) || abilities.mutualTls || method == app.auth) {
            ours.emplace_back(name);
        }
    }
    TRY(name, submittedChoice(submitted, "token_endpoint_auth_method", "token_endpoint_auth_methods_supported", ours));
    for (const auto& [each, method] : kMethods) {
        if (name && each == *name) {
            app.auth = method;
        }
    }
    for (const Text& each : kCertificateNames) {
        TRY(value, submittedText(submitted, each.name));
        app.*each.value = std::move(value).value_or("");
    }
    return {};
}

Status readKeys(const json::Object& submitted, apps::App& app) {
    const json::Value* jwks = json::member(submitted, "jwks");
    app.jwks = jwks == nullptr ? json::Value() : *jwks;
    TRY(address, submittedAddress(submitted, "jwks_uri"));
    app.jwksUri = std::move(address);
    return {};
}

Status readGrants(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                  apps::App& app) {
    TRY(grants, submittedTexts(submitted, "grant_types"));
    app.grantTypes = std::move(grants).value_or(std::vector<std::string>{"authorization_code"});
    for (const std::string& grant : app.grantTypes) {
        if (!contains(rules.grantTypes, grant) && !contains(before.grantTypes, grant)) {
            return forbiddenMember("grant_types");
        }
    }
    TRY(responses, submittedTexts(submitted, "response_types"));
    const bool wantsCode = contains(app.grantTypes, "authorization_code");
    for (const std::string& response : responses.value_or(std::vector<std::string>())) {
        if (response != "code" || !wantsCode) {
            return wrongMember("response_types");
        }
    }
    TRY(scope, submittedText(submitted, "scope"));
    if (!scope) {
        app.scopes = rules.scopes;
        return {};
    }
    const auto asked = oauth::ScopeSet::parse(*scope);
    if (!asked) {
        return wrongMember("scope");
    }
    app.scopes = asked->tokens();
    for (const std::string& each : app.scopes) {
        if (!contains(rules.scopes, each) && !contains(before.scopes, each)) {
            return forbiddenMember("scope");
        }
    }
    return {};
}

// What sort of app it is follows from what it says (RFC 8252, 8.4; OpenID Connect Registration 1.0, 2).
Result<apps::Type> typeOf(const json::Object& submitted, const apps::App& app) {
    TRY(type, submittedText(submitted, "application_type"));
    if (type && *type != "web" && *type != "native") {
        return wrongMember("application_type");
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
    TRY(redirects, submittedTexts(submitted, "redirect_uris"));
    TRY(afterLogout, submittedTexts(submitted, "post_logout_redirect_uris"));
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

/// Scheme, host and port: what a browser keeps apart.
std::string originOf(const std::string& address) {
    const auto url = http::parseUrl(address);
    return url ? url->scheme + ":" + url->host + ":" + std::to_string(url->port) : std::string();
}

// It is opened in a frame, which is to be one of the app's own (OpenID Connect Front-Channel Logout 1.0, 2).
Status checkFrame(const apps::App& app) {
    const std::string frame = originOf(app.frontchannelLogoutUri);
    const bool own = std::any_of(app.redirectUris.begin(), app.redirectUris.end(),
                                 [&](const std::string& uri) { return originOf(uri) == frame; });
    return own ? Status() : wrongMember("frontchannel_logout_uri", "at scheme, host and port of a redirect URI");
}

Status readAddresses(const json::Object& submitted, const apps::RegistrationRules& rules, const apps::App& before,
                     apps::App& app) {
    for (const Text& each : kAddresses) {
        if (json::stringMember(submitted, each.name) == before.*each.value) {
            continue; // an administrator may have said more than the app may
        }
        TRY(address, submittedAddress(submitted, each.name));
        if (!address.empty() && !isAllowedPlace(rules, address)) {
            return forbiddenMember(each.name);
        }
        app.*each.value = std::move(address);
    }
    if (!app.frontchannelLogoutUri.empty() && app.frontchannelLogoutUri != before.frontchannelLogoutUri) {
        ENSURE(checkFrame(app));
    }
    for (const Text& each : kPages) {
        if (json::stringMember(submitted, each.name) != before.*each.value) {
            TRY(address, submittedAddress(submitted, each.name));
            app.*each.value = std::move(address);
        }
    }
    ENSURE(submittedAddress(submitted, kCommands));
    TRY(requests, submittedTexts(submitted, "request_uris"));
    for (const std::string& uri : requests.value_or(std::vector<std::string>())) {
        if (!isPublicAddress(uri)) {
            return wrongMember("request_uris");
        }
    }
    return {};
}

Status readWords(const json::Object& submitted, apps::App& app, json::Object& metadata) {
    TRY(name, submittedText(submitted, "client_name", 200));
    app.name = std::move(name).value_or("");
    if (app.name.empty()) {
        app.name = app.redirectUris.empty() ? "Registered app" : placeOf(app.redirectUris.front());
    }
    metadata.clear();
    for (const Word member : kTexts) {
        TRY(value, submittedText(submitted, member, 200));
        if (value) {
            metadata[member] = *value;
        }
    }
    TRY(contacts, submittedTexts(submitted, "contacts"));
    app.contacts = std::move(contacts).value_or(std::vector<std::string>());
    return {};
}

/// "jwks_uri" of "/jwksUri", as the metadata call a member of the record.
std::string specName(std::string_view pointer) {
    std::string name;
    for (const char c : pointer.substr(std::min<std::size_t>(1, pointer.size()))) {
        const bool upper = c >= 'A' && c <= 'Z';
        name.append(upper ? "_" : "").push_back(upper ? char(c - 'A' + 'a') : c);
    }
    return name == "auth" ? "token_endpoint_auth_method" : name;
}

// What holds for an app of any origin.
Status judge(const apps::App& app) {
    if (app.subjectType == apps::SubjectType::Pairwise && !apps::sectorOf(app)) {
        return wrongMember("sector_identifier_uri",
                           "needed where pairwise subjects and redirect_uris of several hosts");
    }
    Problems problems;
    apps::App judged;
    apps::readJson(apps::toJson(app), judged, problems);
    return problems.empty() ? Status() : wrongMember(specName(problems.front().pointer), problems.front().message);
}

} // namespace

Status readClientMetadata(const json::Object& submitted, const apps::RegistrationRules& rules,
                          const Abilities& abilities, apps::App& app, json::Object& metadata) {
    for (const Word member : kForbidden) {
        if (submitted.contains(member)) {
            return forbiddenMember(member);
        }
    }
    if (submitted.contains("software_statement")) {
        return fail(Code::InvalidArgument, "oauth.unapproved_software_statement");
    }
    const apps::App before = app; // what an administrator has given it since is its own
    ENSURE(readMethod(submitted, abilities, app));
    ENSURE(readKeys(submitted, app));
    ENSURE(readGrants(submitted, rules, before, app));
    ENSURE(readRedirects(submitted, rules, before, app));
    ENSURE(readAddresses(submitted, rules, before, app));
    ENSURE(readPolicies(submitted, abilities, rules, before, app));
    ENSURE(readWords(submitted, app, metadata));
    return judge(app);
}

json::Object toClientMetadata(const apps::App& app, const json::Object& metadata, const Abilities& abilities) {
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
    out["scope"] = joinWords(app.scopes);
    if (!app.jwks.is_null()) {
        out["jwks"] = app.jwks;
    }
    if (!app.jwksUri.empty()) {
        out["jwks_uri"] = app.jwksUri;
    }
    const auto say = [&](const Text& each) {
        if (!(app.*each.value).empty()) {
            out[each.name] = app.*each.value;
        }
    };
    std::for_each(kCertificateNames.begin(), kCertificateNames.end(), say);
    std::for_each(kAddresses.begin(), kAddresses.end(), say);
    std::for_each(kPages.begin(), kPages.end(), say);
    if (!app.contacts.empty()) {
        out["contacts"] = json::toArray(app.contacts);
    }
    writePolicies(app, abilities, out);
    return out;
}

} // namespace gatehouse::oidc::provider
