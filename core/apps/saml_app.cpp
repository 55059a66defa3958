// SPDX-License-Identifier: Apache-2.0
#include "apps/saml_app.h"

#include <algorithm>

#include "apps/app.h"
#include "apps/read_list.h"
#include "saml/wire/names.h"
#include "saml/wire/published_sp.h"

namespace gatehouse::apps {
namespace {

namespace wire = saml::wire;

constexpr std::size_t kLongestMetadata = std::size_t(128) * 1024;
constexpr std::size_t kLongestRelayState = 80; // SAML V2.0 Bindings, 3.5.3

void readAttribute(json::ObjectReader& reader, ReleasedAttribute& attribute) {
    reader.string("name", attribute.name, 500);
    reader.string("claim", attribute.claim, 100);
    reader.string("friendlyName", attribute.friendlyName, 200);
    if (attribute.name.empty()) {
        reader.problem("name", "required", "is required");
    }
    const auto& known = releasableClaims();
    if (std::find(known.begin(), known.end(), attribute.claim) == known.end()) {
        reader.problem("claim", "claim_unknown",
                       "must be one of email, name, given_name, family_name, preferred_username, groups, roles, sub");
    }
}

json::Object toJson(const ReleasedAttribute& attribute) {
    return {{"name", attribute.name}, {"claim", attribute.claim}, {"friendlyName", attribute.friendlyName}};
}

bool isIssuable(std::string_view format) {
    return format.empty() || format == wire::kPersistent || format == wire::kTransient ||
           format == wire::kEmailAddress || format == wire::kUnspecified;
}

} // namespace

const std::vector<std::string_view>& releasableClaims() {
    static const std::vector<std::string_view> kClaims{
        "email", "name", "given_name", "family_name", "preferred_username", "groups", "roles", "sub"};
    return kClaims;
}

void writeSaml(const App& app, json::Object& out) {
    out["spMetadataXml"] = app.spMetadataXml;
    if (app.type != Type::Saml) {
        return;
    }
    json::Array attributes;
    for (const ReleasedAttribute& each : app.saml.attributes) {
        attributes.push_back(toJson(each));
    }
    out["saml"] = json::Object{{"nameIdFormat", app.saml.nameIdFormat},
                               {"signResponses", app.saml.signResponses},
                               {"encryptAssertions", app.saml.encryptAssertions},
                               {"requireSignedRequests", app.saml.requireSignedRequests},
                               {"idpInitiated", app.saml.idpInitiated},
                               {"relayState", app.saml.relayState},
                               {"attributes", std::move(attributes)}};
}

void readSaml(json::ObjectReader& reader, App& app, Problems& problems) {
    reader.string("spMetadataXml", app.spMetadataXml, kLongestMetadata);
    const json::Value* value = reader.take("saml");
    if (value == nullptr || value->is_null()) {
        return;
    }
    if (!value->is_object()) {
        reader.problem("saml", "wrong_type", "must be an object");
        return;
    }
    if (app.type != Type::Saml) {
        reader.problem("saml", "not_for_type", "belongs to apps of type saml");
        return;
    }
    json::ObjectReader inner(value->get_object(), reader.pointerTo("saml"), problems);
    inner.string("nameIdFormat", app.saml.nameIdFormat, 200);
    inner.boolean("signResponses", app.saml.signResponses);
    inner.boolean("encryptAssertions", app.saml.encryptAssertions);
    inner.boolean("requireSignedRequests", app.saml.requireSignedRequests);
    inner.boolean("idpInitiated", app.saml.idpInitiated);
    inner.string("relayState", app.saml.relayState, kLongestRelayState);
    readList(inner, "attributes", app.saml.attributes, problems, readAttribute);
    if (!isIssuable(app.saml.nameIdFormat)) {
        inner.problem("nameIdFormat", "name_id_format_unknown",
                      "must be persistent, transient, emailAddress or unspecified, as its URI");
    }
    inner.finish();
}

void checkSaml(App& app, json::ObjectReader& reader) {
    if (app.type != Type::Saml) {
        if (!app.spMetadataXml.empty()) {
            reader.problem("spMetadataXml", "not_for_type", "belongs to apps of type saml");
        }
        return;
    }
    app.auth = Auth::None; // it proves itself by its signatures
    app.grantTypes.clear();
    if (app.consent != Consent::Off) {
        reader.problem("consent", "not_for_type", "is asked for OpenID Connect's scopes alone");
    }
    if (app.spMetadataXml.empty()) {
        reader.problem("spMetadataXml", "sp_metadata_missing", "is what an app of type saml is known by");
        return;
    }
    const auto sp = wire::readPublishedSp(app.spMetadataXml);
    if (!sp) {
        reader.problem("spMetadataXml", "sp_metadata_invalid",
                       "is not the metadata of a service provider: " + sp.error().reason + " " + sp.error().detail);
        return;
    }
    if (app.clientId.empty()) {
        app.clientId = sp->entityId;
    }
    if (app.clientId != sp->entityId) {
        reader.problem("spMetadataXml", "entity_id_mismatch",
                       "is of \"" + sp->entityId + "\", and the app is known as \"" + app.clientId + "\"");
    }
    const bool needsKey = app.saml.requireSignedRequests || sp->signsRequests;
    if (needsKey && sp->signing.empty()) {
        reader.problem("spMetadataXml", "sp_metadata_invalid", "has no key to prove the app's requests by");
    }
}

} // namespace gatehouse::apps
