// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"

#include <algorithm>

#include "apps/pairwise.h"
#include "crypto/hash.h"
#include "http/client_certificate.h"
#include "http/forms.h"
#include "http/network_address.h"
#include "jose/jwk.h"
#include "oauth/redirect_uri.h"
#include "json/reader.h"

namespace gatehouse::apps {
namespace {

using Word = std::string_view;

constexpr std::pair<Word, Type> kTypes[] = {
    {"web", Type::Web}, {"spa", Type::Spa}, {"native", Type::Native}, {"service", Type::Service}, {"saml", Type::Saml}};
constexpr std::pair<Word, Auth> kAuths[] = {{"client_secret_basic", Auth::ClientSecretBasic},
                                            {"client_secret_post", Auth::ClientSecretPost},
                                            {"private_key_jwt", Auth::PrivateKeyJwt},
                                            {"tls_client_auth", Auth::TlsClientAuth},
                                            {"self_signed_tls_client_auth", Auth::SelfSignedTlsClientAuth},
                                            {"none", Auth::None}};
constexpr std::pair<Word, Use> kUses[] = {{"off", Use::Off}, {"optional", Use::Optional}, {"required", Use::Required}};
constexpr std::pair<Word, SubjectType> kSubjectTypes[] = {{"public", SubjectType::Public},
                                                          {"pairwise", SubjectType::Pairwise}};
constexpr std::pair<Word, Consent> kConsents[] = {
    {"off", Consent::Off}, {"once", Consent::Once}, {"always", Consent::Always}};
constexpr std::pair<Word, crypto::Signature> kSignatures[] = {{"ES256", crypto::Signature::ES256},
                                                              {"PS256", crypto::Signature::PS256},
                                                              {"EdDSA", crypto::Signature::EdDSA},
                                                              {"RS256", crypto::Signature::RS256}};
constexpr ResponseAlgorithmMember kSignedAnswers[] = {
    {"idTokenSignedResponseAlg", &ResponseAlgorithms::idToken},
    {"userinfoSignedResponseAlg", &ResponseAlgorithms::userinfo},
    {"authorizationSignedResponseAlg", &ResponseAlgorithms::authorization},
    {"introspectionSignedResponseAlg", &ResponseAlgorithms::introspection}};
constexpr Word kGrantTypes[] = {"authorization_code",
                                "refresh_token",
                                "client_credentials",
                                "urn:ietf:params:oauth:grant-type:token-exchange",
                                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                                "urn:ietf:params:oauth:grant-type:device_code"};

constexpr std::int64_t kLongestMaxAge = 31536000; // as of a session

/// A name that a certificate bears, as the resource calls it.
struct CertificateName {
    Word member;
    std::string App::* value;
};
constexpr CertificateName kCertificateNames[] = {{"tlsClientAuthSubjectDn", &App::tlsClientAuthSubjectDn},
                                                 {"tlsClientAuthSanDns", &App::tlsClientAuthSanDns},
                                                 {"tlsClientAuthSanUri", &App::tlsClientAuthSanUri},
                                                 {"tlsClientAuthSanIp", &App::tlsClientAuthSanIp},
                                                 {"tlsClientAuthSanEmail", &App::tlsClientAuthSanEmail}};

/// A page or picture of the app's that people are shown.
struct ShownAddress {
    Word member;
    std::string App::* value;
};
constexpr ShownAddress kShownAddresses[] = {{"clientUri", &App::clientUri},
                                            {"logoUri", &App::logoUri},
                                            {"policyUri", &App::policyUri},
                                            {"tosUri", &App::tosUri}};
constexpr std::size_t kMostContacts = 50;

template <class Enum, std::size_t N>
std::string_view wordFor(const std::pair<Word, Enum> (&words)[N], Enum value) {
    for (const auto& [word, meaning] : words) {
        if (meaning == value) {
            return word;
        }
    }
    return {};
}

void checkRedirects(std::string_view member, const App& app, const std::vector<std::string>& uris,
                    json::ObjectReader& reader) {
    for (const std::string& uri : uris) {
        const Status valid = oauth::validateRegistration(uri, app.type);
        if (!valid) {
            reader.problem(member, "redirect_uri_invalid", "\"" + uri + "\" is not allowed: " + valid.error().reason);
        }
    }
}

bool isSecureAddress(std::string_view text) {
    const auto url = http::parseUrl(text);
    const bool here = url && (url->host == "127.0.0.1" || url->host == "::1" || url->host == "localhost");
    return url && (url->scheme == "https" || (url->scheme == "http" && here));
}

/// Where an app hears of logouts: absolute, without a fragment (Back-Channel and Front-Channel Logout 1.0, 2.2 and 2).
void checkLogoutAddress(std::string_view member, const std::string& uri, json::ObjectReader& reader) {
    if (!uri.empty() && (!isSecureAddress(uri) || uri.find('#') != std::string::npos)) {
        reader.problem(member, "url_invalid", "must be an https address without a fragment");
    }
}

/// They become links, so that nothing but https may be in them.
void checkShown(const App& app, json::ObjectReader& reader) {
    for (const ShownAddress& each : kShownAddresses) {
        const std::string& address = app.*each.value;
        const auto url = http::parseUrl(address);
        if (!address.empty() && (!url || url->scheme != "https")) {
            reader.problem(each.member, "url_invalid", "must be an https address");
        }
    }
}

/// The keys that an app proves itself with: in the record or behind an address, not both.
void checkKeys(const App& app, json::ObjectReader& reader) {
    const bool inRecord = app.jwks.is_object();
    if (!app.jwks.is_null()) {
        const auto set = jose::parseJwkSet(json::write(app.jwks));
        if (!set || set->keys.empty()) {
            reader.problem("jwks", "jwks_invalid",
                           "has no usable public key: " + (!set                   ? set.error().reason
                                                           : set->ignored.empty() ? std::string("it is empty")
                                                                                  : set->ignored.front()));
        }
    }
    if (!app.jwksUri.empty() && !isSecureAddress(app.jwksUri)) {
        reader.problem("jwksUri", "url_invalid", "must be an https address");
    }
    if (inRecord && !app.jwksUri.empty()) {
        reader.problem("jwksUri", "jwks_twice", "leave out either jwks or jwksUri");
    }
    if (app.auth == Auth::PrivateKeyJwt && !inRecord && app.jwksUri.empty()) {
        reader.problem("jwks", "jwks_missing",
                       "private_key_jwt needs the app's public keys, as jwks or behind jwksUri");
    }
}

/// What a certificate has to say of the app, and how its tokens are bound.
void checkCertificate(const App& app, json::ObjectReader& reader) {
    const auto names = std::count_if(std::begin(kCertificateNames), std::end(kCertificateNames),
                                     [&](const CertificateName& each) { return !(app.*each.value).empty(); });
    if (app.auth == Auth::TlsClientAuth && names != 1) {
        reader.problem("tlsClientAuthSubjectDn", "tls_client_auth_name",
                       "tls_client_auth needs exactly one name: tlsClientAuthSubjectDn, SanDns, SanUri, SanIp or "
                       "SanEmail");
    }
    if (!app.tlsClientAuthSubjectDn.empty() && !http::normalDistinguishedName(app.tlsClientAuthSubjectDn)) {
        reader.problem("tlsClientAuthSubjectDn", "tls_client_auth_name", "is no distinguished name (RFC 4514)");
    }
    if (!app.tlsClientAuthSanIp.empty() && !http::parseIpAddress(app.tlsClientAuthSanIp)) {
        reader.problem("tlsClientAuthSanIp", "tls_client_auth_name", "is no IP address");
    }
    if (app.auth == Auth::SelfSignedTlsClientAuth && !app.jwks.is_object() && app.jwksUri.empty()) {
        reader.problem("jwks", "jwks_missing",
                       "self_signed_tls_client_auth needs the app's certificates as x5c, in jwks or behind jwksUri");
    }
    if (app.dpop != Use::Off && app.tlsClientCertificateBoundAccessTokens != Use::Off) {
        reader.problem("tlsClientCertificateBoundAccessTokens", "binding_twice",
                       "an app's tokens are bound by DPoP or by its certificate, not by both");
    }
}

void checkSector(const App& app, json::ObjectReader& reader) {
    const auto url = http::parseUrl(app.sectorIdentifierUri);
    if (!app.sectorIdentifierUri.empty() && (!url || url->scheme != "https")) {
        reader.problem("sectorIdentifierUri", "url_invalid", "must be an https address");
    } else if (app.subjectType == SubjectType::Pairwise && !sectorOf(app)) {
        reader.problem("sectorIdentifierUri", "sector_missing",
                       "pairwise subjects need it where redirect URIs are of several hosts");
    }
}

void readTenants(json::ObjectReader& reader, App& app) {
    const json::Value* value = reader.take("tenants");
    if (value == nullptr) {
        return;
    }
    if (value->is_string() && json::view(value->get_string()) == "all") {
        app.allTenants = true;
        app.tenants.clear();
        return;
    }
    if (!value->is_array()) {
        reader.problem("tenants", "wrong_type", "must be \"all\" or an array of slugs");
        return;
    }
    app.allTenants = false;
    app.tenants.clear();
    for (const json::Value& slug : value->get_array()) {
        if (!slug.is_string()) {
            reader.problem("tenants", "wrong_type", "must be \"all\" or an array of slugs");
            return;
        }
        app.tenants.emplace_back(json::view(slug.get_string()));
    }
}

void readMaxAge(json::ObjectReader& reader, App& app) {
    const json::Value* value = reader.take("defaultMaxAge");
    if (value == nullptr) {
        return;
    }
    if (value->is_null()) {
        app.defaultMaxAge.reset();
        return;
    }
    Seconds seconds{0};
    reader.seconds("defaultMaxAge", seconds, 0, kLongestMaxAge);
    app.defaultMaxAge = seconds;
}

void readSignedWith(const json::Object& object, json::ObjectReader& reader, ResponseAlgorithms& algorithms) {
    for (const auto& [name, field] : kSignedAnswers) {
        const json::Value* value = json::member(object, name);
        if (value != nullptr && value->is_null()) {
            (algorithms.*field).reset();
            reader.ignore({name});
        } else if (value != nullptr) {
            reader.choice(name, (algorithms.*field).emplace(), kSignatures);
        }
    }
}

void readValue(json::ObjectReader& reader, std::string_view name, json::Value& field) {
    if (const json::Value* value = reader.take(name)) {
        field = *value;
    }
}

} // namespace

std::span<const ResponseAlgorithmMember> responseAlgorithmMembers() {
    return kSignedAnswers;
}

json::Object toJson(const App& app) {
    json::Object out;
    out["id"] = app.id.text();
    out["name"] = app.name;
    out["clientId"] = app.clientId;
    for (const ShownAddress& each : kShownAddresses) {
        out[each.member] = app.*each.value;
    }
    out["contacts"] = json::toArray(app.contacts);
    out["type"] = wordFor(kTypes, app.type);
    out["redirectUris"] = json::toArray(app.redirectUris);
    out["postLogoutRedirectUris"] = json::toArray(app.postLogoutRedirectUris);
    out["backchannelLogoutUri"] = app.backchannelLogoutUri;
    out["frontchannelLogoutUri"] = app.frontchannelLogoutUri;
    out["initiateLoginUri"] = app.initiateLoginUri;
    out["auth"] = wordFor(kAuths, app.auth);
    out["jwks"] = app.jwks;
    out["jwksUri"] = app.jwksUri;
    for (const CertificateName& each : kCertificateNames) {
        out[each.member] = app.*each.value;
    }
    out["tlsClientCertificateBoundAccessTokens"] = wordFor(kUses, app.tlsClientCertificateBoundAccessTokens);
    out["grantTypes"] = json::toArray(app.grantTypes);
    out["scopes"] = json::toArray(app.scopes);
    out["audiences"] = json::toArray(app.audiences);
    out["requirePar"] = app.requirePar;
    out["requireSignedRequestObject"] = app.requireSignedRequestObject;
    out["dpop"] = wordFor(kUses, app.dpop);
    out["subjectType"] = wordFor(kSubjectTypes, app.subjectType);
    out["requiredAcr"] = json::toArray(app.requiredAcr);
    out["defaultAcrValues"] = json::toArray(app.defaultAcrValues);
    out["defaultMaxAge"] = app.defaultMaxAge ? json::Value(app.defaultMaxAge->count()) : json::Value(nullptr);
    out["sectorIdentifierUri"] = app.sectorIdentifierUri;
    for (const auto& [name, field] : kSignedAnswers) {
        if (const auto& algorithm = app.signedWith.*field) {
            out[name] = wordFor(kSignatures, *algorithm);
        }
    }
    out["consent"] = wordFor(kConsents, app.consent);
    out["firstParty"] = app.firstParty;
    if (app.allTenants) {
        out["tenants"] = "all";
    } else {
        out["tenants"] = json::toArray(app.tenants);
    }
    writeGrants(app, out);
    writeSaml(app, out);
    out["createdAt"] = toRfc3339(app.createdAt);
    out["updatedAt"] = toRfc3339(app.updatedAt);
    return out;
}

void readJson(const json::Object& object, App& app, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "secrets", "createdAt", "updatedAt", "version"});
    reader.string("name", app.name, 200);
    reader.string("clientId", app.clientId, 1024); // an entity ID may be as long
    for (const ShownAddress& each : kShownAddresses) {
        reader.string(each.member, app.*each.value);
    }
    reader.strings("contacts", app.contacts, kMostContacts);
    reader.choice("type", app.type, kTypes);
    reader.strings("redirectUris", app.redirectUris);
    reader.strings("postLogoutRedirectUris", app.postLogoutRedirectUris);
    reader.string("backchannelLogoutUri", app.backchannelLogoutUri);
    reader.string("frontchannelLogoutUri", app.frontchannelLogoutUri);
    reader.string("initiateLoginUri", app.initiateLoginUri);
    reader.choice("auth", app.auth, kAuths);
    readValue(reader, "jwks", app.jwks);
    reader.string("jwksUri", app.jwksUri);
    for (const CertificateName& each : kCertificateNames) {
        reader.string(each.member, app.*each.value, 2000);
    }
    reader.choice("tlsClientCertificateBoundAccessTokens", app.tlsClientCertificateBoundAccessTokens, kUses);
    reader.strings("grantTypes", app.grantTypes);
    reader.strings("scopes", app.scopes);
    reader.strings("audiences", app.audiences);
    reader.boolean("requirePar", app.requirePar);
    reader.boolean("requireSignedRequestObject", app.requireSignedRequestObject);
    reader.choice("dpop", app.dpop, kUses);
    reader.choice("subjectType", app.subjectType, kSubjectTypes);
    reader.strings("requiredAcr", app.requiredAcr, 20);
    reader.strings("defaultAcrValues", app.defaultAcrValues, 20);
    readMaxAge(reader, app);
    reader.string("sectorIdentifierUri", app.sectorIdentifierUri);
    readSignedWith(object, reader, app.signedWith);
    reader.choice("consent", app.consent, kConsents);
    reader.boolean("firstParty", app.firstParty);
    readTenants(reader, app);
    readGrants(reader, app, problems);
    readSaml(reader, app, problems);
    checkSaml(app, reader);
    if (app.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    for (const char c : app.clientId) {
        if (c < 0x21 || c > 0x7e) {
            reader.problem("clientId", "out_of_range", "must be printable ASCII without spaces");
            break;
        }
    }
    for (const std::string& grant : app.grantTypes) {
        if (std::find(std::begin(kGrantTypes), std::end(kGrantTypes), grant) == std::end(kGrantTypes)) {
            reader.problem("grantTypes", "grant_type_unknown", "\"" + grant + "\" is not a grant type");
        }
    }
    if (app.type == Type::Spa && app.auth != Auth::None) {
        app.auth = Auth::None;
    }
    if (app.auth == Auth::None &&
        std::find(app.grantTypes.begin(), app.grantTypes.end(), "client_credentials") != app.grantTypes.end()) {
        reader.problem("auth", "auth_type_mismatch", "client_credentials needs an app that proves itself");
    }
    checkLogoutAddress("backchannelLogoutUri", app.backchannelLogoutUri, reader);
    checkLogoutAddress("frontchannelLogoutUri", app.frontchannelLogoutUri, reader);
    checkShown(app, reader);
    checkKeys(app, reader);
    checkGrants(app, reader);
    checkCertificate(app, reader);
    checkSector(app, reader);
    checkRedirects("redirectUris", app, app.redirectUris, reader);
    checkRedirects("postLogoutRedirectUris", app, app.postLogoutRedirectUris, reader);
    reader.finish();
}

bool secretMatches(const App& app, std::string_view secret, Time now) {
    const Bytes hash = crypto::sha256(secret);
    bool matches = false;
    for (const SecretHash& kept : app.secrets) {
        const bool alive = !kept.expiresAt || now < *kept.expiresAt;
        matches |= crypto::constantTimeEqual(kept.hash, hash) && alive;
    }
    return matches;
}

bool servesTenant(const App& app, const TenantId& tenant, std::string_view slug) {
    return app.owner == tenant || app.allTenants ||
           std::find(app.tenants.begin(), app.tenants.end(), slug) != app.tenants.end();
}

} // namespace gatehouse::apps
