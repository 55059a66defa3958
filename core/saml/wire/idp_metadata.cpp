// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/idp_metadata.h"

#include <algorithm>

#include "base/words.h"
#include "saml/wire/names.h"

namespace gatehouse::saml::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::size_t kLongestEntityId = 1024;
constexpr xml::Limits kMetadataLimits{std::size_t(4) * 1024 * 1024, 32, 100'000, 64, 64, true};

tl::unexpected<Error> malformed(std::string_view detail) {
    return fail(Code::InvalidArgument, "metadata.malformed", detail);
}

std::string_view entityIdOf(const xml::Element& entity) {
    return entity.attribute("entityID").value_or("");
}

void collectEntities(const xml::Element& element, std::vector<xml::Element>& out) {
    if (element.is(kMetadataSpace, "EntityDescriptor")) {
        out.push_back(element);
    } else if (element.is(kMetadataSpace, "EntitiesDescriptor")) {
        for (const xml::Element& each : element.children()) {
            collectEntities(each, out);
        }
    }
}

Result<xml::Element> chooseEntity(const xml::Element& root, std::string_view wanted) {
    std::vector<xml::Element> all;
    collectEntities(root, all);
    if (all.empty()) {
        return malformed("neither EntityDescriptor nor EntitiesDescriptor");
    }
    if (wanted.empty()) {
        return all.size() == 1 ? Result<xml::Element>(all.front())
                               : fail(Code::InvalidArgument, "metadata.several_entities", std::to_string(all.size()));
    }
    const auto isWanted = [&](const xml::Element& each) { return entityIdOf(each) == wanted; };
    const auto found = std::find_if(all.begin(), all.end(), isWanted);
    if (found == all.end()) {
        return fail(Code::NotFound, "metadata.no_entity", wanted);
    }
    return std::find_if(found + 1, all.end(), isWanted) == all.end()
               ? Result<xml::Element>(*found)
               : fail(Code::InvalidArgument, "metadata.duplicate", wanted);
}

Result<xml::Element> idpRoleOf(const xml::Element& entity) {
    for (const xml::Element& role : entity.children(kMetadataSpace, "IDPSSODescriptor")) {
        const auto protocols = splitWords(role.attribute("protocolSupportEnumeration").value_or(""));
        if (std::find(protocols.begin(), protocols.end(), kProtocolSpace) != protocols.end()) {
            return role;
        }
    }
    return fail(Code::InvalidArgument, "metadata.no_idp", "no IDPSSODescriptor for SAML 2.0");
}

Result<std::optional<Time>> validUntilOf(const xml::Element& element) {
    const auto text = element.attribute("validUntil");
    if (!text) {
        return std::optional<Time>();
    }
    const auto time = parseRfc3339(*text);
    return time ? Result<std::optional<Time>>(*time) : malformed("validUntil");
}

bool isWebAddress(std::string_view text) {
    return text.starts_with("https://") || text.starts_with("http://");
}

Result<std::vector<Endpoint>> endpointsOf(const xml::Element& role, std::string_view name) {
    std::vector<Endpoint> out;
    for (const xml::Element& each : role.children(kMetadataSpace, name)) {
        const auto text = [&](std::string_view attribute) {
            return std::string(each.attribute(attribute).value_or(""));
        };
        Endpoint endpoint{text("Binding"), text("Location"), text("ResponseLocation")};
        if (!isWebAddress(endpoint.location) ||
            (!endpoint.responseLocation.empty() && !isWebAddress(endpoint.responseLocation))) {
            return fail(Code::InvalidArgument, "metadata.location", endpoint.location.substr(0, 200));
        }
        out.push_back(std::move(endpoint));
    }
    return out;
}

void readKeys(const xml::Element& role, crypto::Strength least, IdpMetadata& out) {
    for (const xml::Element& descriptor : role.children(kMetadataSpace, "KeyDescriptor")) {
        const std::string_view use = descriptor.attribute("use").value_or("");
        const auto info = descriptor.child(kSignatureSpace, "KeyInfo");
        const auto data = info ? info->child(kSignatureSpace, "X509Data") : std::nullopt;
        const auto inside = data ? data->child(kSignatureSpace, "X509Certificate") : std::nullopt;
        std::string text = inside ? inside->text().value_or("") : "";
        text.erase(std::remove_if(text.begin(), text.end(),
                                  [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }),
                   text.end());
        const auto certificate =
            base64Decode(text).and_then([&](const Bytes& der) { return crypto::readCertificate(der, least); });
        if (!certificate) {
            out.unreadableKeys.push_back(certificate.error().reason + ": " + certificate.error().detail);
            continue;
        }
        if (use != "encryption") {
            out.signing.push_back(*certificate);
        }
        if (use != "signing") {
            out.encryption.push_back(*certificate);
        }
    }
}

} // namespace

Result<IdpMetadata> readIdpMetadata(std::string_view text, std::string_view entityId, crypto::Strength least) {
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    TRY(tree, xml::Tree::parse(std::string(text), kMetadataLimits));
    TRY(entity, chooseEntity(tree.root(), entityId));
    TRY(role, idpRoleOf(entity));
    IdpMetadata out;
    out.entityId = entityIdOf(entity);
    if (out.entityId.empty() || out.entityId.size() > kLongestEntityId) {
        return malformed("entityID");
    }
    TRY(entityEnd, validUntilOf(entity));
    TRY(roleEnd, validUntilOf(role));
    out.validUntil = entityEnd && roleEnd ? std::min(entityEnd, roleEnd) : entityEnd ? entityEnd : roleEnd;
    const std::string_view wants = role.attribute("WantAuthnRequestsSigned").value_or("");
    out.wantAuthnRequestsSigned = wants == "true" || wants == "1";
    readKeys(role, least, out);
    TRY(signOn, endpointsOf(role, "SingleSignOnService"));
    TRY(logout, endpointsOf(role, "SingleLogoutService"));
    out.singleSignOn = std::move(signOn);
    out.singleLogout = std::move(logout);
    for (const xml::Element& each : role.children(kMetadataSpace, "NameIDFormat")) {
        out.nameIdFormats.push_back(each.text().value_or(""));
    }
    return out;
}

} // namespace gatehouse::saml::wire
