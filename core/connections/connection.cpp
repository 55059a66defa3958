// SPDX-License-Identifier: Apache-2.0
#include "connections/connection.h"

#include <algorithm>

#include "http/forms.h"
#include "json/reader.h"

namespace gatehouse::connections {
namespace {

constexpr std::pair<std::string_view, ClientAuth> kClientAuths[] = {
    {"client_secret_basic", ClientAuth::ClientSecretBasic},
    {"client_secret_post", ClientAuth::ClientSecretPost},
    {"private_key_jwt", ClientAuth::PrivateKeyJwt},
    {"none", ClientAuth::None}};

bool isName(std::string_view name) {
    if (name.empty() || name.size() > 63) {
        return false;
    }
    for (const char c : name) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.')) {
            return false;
        }
    }
    return true;
}

constexpr std::size_t kMostAcrPairs = 50;
constexpr std::size_t kLongestMetadata = std::size_t(256) * 1024;
constexpr std::int64_t kLargestSkew = 300;
constexpr std::size_t kMostCertificates = 10;

void readAcrMapping(json::ObjectReader& outer, Problems& problems, std::vector<AcrPair>& pairs) {
    const json::Value* value = outer.take("acrMapping");
    if (value == nullptr) {
        return;
    }
    if (!value->is_array() || value->get_array().size() > kMostAcrPairs) {
        outer.problem("acrMapping", value->is_array() ? "too_long" : "wrong_type",
                      "must be an array of at most 50 pairs");
        return;
    }
    pairs.clear();
    for (const json::Value& item : value->get_array()) {
        const std::string pointer = outer.pointerTo("acrMapping") + "/" + std::to_string(pairs.size());
        if (!item.is_object()) {
            problems.push_back({pointer, "wrong_type", "must be an object"});
            return;
        }
        AcrPair pair;
        json::ObjectReader reader(item.get_object(), pointer, problems);
        reader.string("ours", pair.ours, 256);
        reader.string("theirs", pair.theirs, 256);
        reader.finish();
        if (pair.ours.empty() || pair.theirs.empty()) {
            reader.problem(pair.ours.empty() ? "ours" : "theirs", "required", "is required");
        }
        pairs.push_back(std::move(pair));
    }
}

/// RFC 3986, 4.3, as far as it matters for a name: a scheme and something behind it, of visible ASCII.
bool isUri(const std::string& text) {
    const std::size_t colon = text.find(':');
    const auto visible = [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '<' && c != '>'; };
    const auto ofScheme = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
    };
    return colon != std::string::npos && colon > 0 && colon + 1 < text.size() &&
           std::all_of(text.begin(), text.begin() + std::ptrdiff_t(colon), ofScheme) &&
           std::all_of(text.begin(), text.end(), visible);
}

constexpr std::pair<std::string_view, Binding> kBindings[] = {{"redirect", Binding::Redirect}, {"post", Binding::Post}};

void writeOidc(const Connection& connection, json::Object& out) {
    out["issuer"] = connection.issuer;
    out["allowedTenantIds"] = json::toArray(connection.allowedTenantIds);
    out["clientId"] = connection.clientId;
    out["hasClientSecret"] = !connection.clientSecret.empty();
    for (const auto& [word, value] : kClientAuths) {
        if (value == connection.clientAuth) {
            out["clientAuth"] = word;
        }
    }
    out["scopes"] = json::toArray(connection.scopes);
}

void readOidc(json::ObjectReader& reader, Connection& connection) {
    const std::string oldIssuer = connection.issuer;
    const bool hadSecret = !connection.clientSecret.empty();
    reader.string("issuer", connection.issuer, 1024);
    reader.strings("allowedTenantIds", connection.allowedTenantIds);
    reader.string("clientId", connection.clientId, 512);
    std::string secret;
    reader.string("clientSecret", secret, 4096);
    if (!secret.empty()) {
        connection.clientSecret = Secret(std::move(secret));
    } else if (hadSecret && connection.issuer != oldIssuer) {
        reader.problem("clientSecret", "secret_required", "must be given again when the issuer changes");
    }
    reader.choice("clientAuth", connection.clientAuth, kClientAuths);
    reader.strings("scopes", connection.scopes, 50);
}

void judgeOidc(json::ObjectReader& reader, const Connection& connection) {
    if (connection.issuer.empty()) {
        reader.problem("issuer", "required", "is required");
    } else if (connection.issuer.find('?') != std::string::npos ||
               !http::parseUrl(isEntraTemplate(connection.issuer) ? "https://login.microsoftonline.com/"
                                                                  : connection.issuer)) {
        // OpenID Connect Discovery 1.0, 3: the metadata's address is made by appending to it.
        reader.problem("issuer", "url_invalid", "must be an absolute https URL without query or fragment");
    }
    if (connection.clientId.empty()) {
        reader.problem("clientId", "required", "is required");
    }
    if (isEntraTemplate(connection.issuer) && connection.allowedTenantIds.empty()) {
        reader.problem("allowedTenantIds", "required",
                       "the {tenantid} template needs the directories that may sign in");
    }
    const SamlSettings& saml = connection.saml;
    for (const auto& [member, given] : {std::pair("metadataUrl", !saml.metadataUrl.empty()),
                                        {"metadataXml", !saml.metadataXml.empty()},
                                        {"metadataSigners", !saml.metadataSigners.empty()},
                                        {"entityId", !saml.entityId.empty()},
                                        {"ssoUrl", !saml.ssoUrl.empty()},
                                        {"certificates", !saml.certificates.empty()},
                                        {"preset", !saml.preset.empty()},
                                        {"entityCategories", !saml.entityCategories.empty()}}) {
        if (given) {
            reader.problem(member, "not_of_type", "is of a connection of type saml");
        }
    }
}

void writeSaml(const SamlSettings& saml, json::Object& out) {
    out["metadataUrl"] = saml.metadataUrl;
    out["metadataXml"] = saml.metadataXml;
    out["metadataQuery"] = saml.metadataQuery;
    out["metadataSigners"] = json::toArray(saml.metadataSigners);
    out["entityId"] = saml.entityId;
    out["ssoUrl"] = saml.ssoUrl;
    out["ssoBinding"] = saml.ssoBinding == Binding::Post ? "post" : "redirect";
    out["sloUrl"] = saml.sloUrl;
    out["certificates"] = json::toArray(saml.certificates);
    out["signRequests"] = saml.signRequests;
    out["wantAssertionsSigned"] = saml.wantAssertionsSigned;
    out["wantAssertionsEncrypted"] = saml.wantAssertionsEncrypted;
    out["nameIdFormat"] = saml.nameIdFormat;
    out["authnContext"] = json::toArray(saml.authnContext);
    out["allowIdpInitiated"] = saml.allowIdpInitiated;
    out["clockSkew"] = saml.clockSkew.count();
    out["preset"] = saml.preset;
    out["entityCategories"] = json::toArray(saml.entityCategories);
}

void readSaml(json::ObjectReader& reader, SamlSettings& saml) {
    reader.string("metadataUrl", saml.metadataUrl, 2048);
    reader.string("metadataXml", saml.metadataXml, kLongestMetadata);
    reader.boolean("metadataQuery", saml.metadataQuery);
    reader.strings("metadataSigners", saml.metadataSigners, kMostCertificates);
    reader.string("entityId", saml.entityId, 1024);
    reader.string("ssoUrl", saml.ssoUrl, 2048);
    reader.choice("ssoBinding", saml.ssoBinding, kBindings);
    reader.string("sloUrl", saml.sloUrl, 2048);
    reader.strings("certificates", saml.certificates, kMostCertificates);
    reader.boolean("signRequests", saml.signRequests);
    reader.boolean("wantAssertionsSigned", saml.wantAssertionsSigned);
    reader.boolean("wantAssertionsEncrypted", saml.wantAssertionsEncrypted);
    reader.string("nameIdFormat", saml.nameIdFormat, 256);
    reader.strings("authnContext", saml.authnContext, 20);
    reader.boolean("allowIdpInitiated", saml.allowIdpInitiated);
    reader.seconds("clockSkew", saml.clockSkew, 0, kLargestSkew);
    reader.string("preset", saml.preset, 64);
    reader.strings("entityCategories", saml.entityCategories, 20);
}

void judgeSaml(json::ObjectReader& reader, const Connection& connection) {
    const SamlSettings& saml = connection.saml;
    const bool hasMetadata = !saml.metadataUrl.empty() || !saml.metadataXml.empty();
    if (!saml.metadataUrl.empty() && !saml.metadataXml.empty()) {
        reader.problem("metadataXml", "conflicts", "give metadataUrl or metadataXml, not both");
    }
    if (!hasMetadata && saml.entityId.empty()) {
        reader.problem("entityId", "required", "is required without metadataUrl and metadataXml");
    }
    if (!hasMetadata && saml.ssoUrl.empty()) {
        reader.problem("ssoUrl", "required", "is required without metadataUrl and metadataXml");
    }
    if (!hasMetadata && saml.certificates.empty()) {
        reader.problem("certificates", "required", "is required without metadataUrl and metadataXml");
    }
    if (saml.metadataQuery && (saml.metadataUrl.empty() || saml.entityId.empty())) {
        reader.problem("metadataQuery", "required", "needs metadataUrl, where to ask, and entityId, what for");
    }
    for (const auto& [member, url] :
         {std::pair("metadataUrl", &saml.metadataUrl), {"ssoUrl", &saml.ssoUrl}, {"sloUrl", &saml.sloUrl}}) {
        if (!url->empty() && !http::parseUrl(*url)) {
            reader.problem(member, "url_invalid", "must be an absolute https URL without fragment");
        }
    }
    if (!std::all_of(saml.entityCategories.begin(), saml.entityCategories.end(), isUri)) {
        reader.problem("entityCategories", "url_invalid", "must be absolute URIs");
    }
    for (const auto& [member, given] : {std::pair("issuer", !connection.issuer.empty()),
                                        {"clientId", !connection.clientId.empty()},
                                        {"clientSecret", !connection.clientSecret.empty()}}) {
        if (given) {
            reader.problem(member, "not_of_type", "is of a connection of type oidc");
        }
    }
}

} // namespace

bool isEntraTemplate(std::string_view issuer) {
    return issuer.find("{tenantid}") != std::string_view::npos;
}

json::Object toJson(const Connection& connection) {
    const bool saml = connection.type == Type::Saml;
    json::Object out;
    out["id"] = connection.id.text();
    out["name"] = connection.name;
    out["displayName"] = connection.displayName;
    out["type"] = saml ? "saml" : "oidc";
    out["enabled"] = connection.enabled;
    if (saml) {
        writeSaml(connection.saml, out);
    } else {
        writeOidc(connection, out);
    }
    out["acrValues"] = json::toArray(connection.acrValues);
    json::Array pairs;
    for (const AcrPair& pair : connection.acrMapping) {
        pairs.push_back(json::Object{{"ours", pair.ours}, {"theirs", pair.theirs}});
    }
    out["acrMapping"] = std::move(pairs);
    out["trustEmail"] = connection.trustEmail;
    out["domains"] = json::toArray(connection.domains);
    out["trustedAuthorities"] = connection.trustedAuthorities;
    out["mapping"] = connection.mapping;
    out["createdAt"] = toRfc3339(connection.createdAt);
    out["updatedAt"] = toRfc3339(connection.updatedAt);
    return out;
}

void readJson(const json::Object& object, Connection& connection, Problems& problems) {
    json::ObjectReader reader(object, "", problems);
    reader.ignore({"id", "createdAt", "updatedAt", "version", "hasClientSecret", "health", "saml"});
    reader.string("name", connection.name, 63);
    reader.string("displayName", connection.displayName, 200);
    reader.choice("type", connection.type, {{"oidc", Type::Oidc}, {"saml", Type::Saml}});
    reader.boolean("enabled", connection.enabled);
    readOidc(reader, connection);
    readSaml(reader, connection.saml);
    reader.strings("acrValues", connection.acrValues, 20);
    readAcrMapping(reader, problems, connection.acrMapping);
    reader.boolean("trustEmail", connection.trustEmail);
    reader.strings("domains", connection.domains, 100);
    reader.string("trustedAuthorities", connection.trustedAuthorities, 65536);
    if (const json::Value* mapping = reader.take("mapping")) {
        if (mapping->is_object()) {
            connection.mapping = *mapping;
        } else {
            reader.problem("mapping", "wrong_type", "must be an object");
        }
    }
    if (!isName(connection.name)) {
        reader.problem("name", connection.name.empty() ? "required" : "out_of_range",
                       "must be 1 to 63 of a-z, 0-9, '-', '_' and '.'");
    }
    if (connection.type == Type::Saml) {
        judgeSaml(reader, connection);
    } else {
        judgeOidc(reader, connection);
    }
    reader.finish();
}

} // namespace gatehouse::connections
