// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/sp_metadata.h"

#include <string_view>

#include "saml/wire/names.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {
namespace {

using xml::attribute;
using xml::element;

constexpr std::string_view kUriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
constexpr std::string_view kBasicNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";

std::string_view yes(bool value) {
    return value ? "true" : "false";
}

std::string keyDescriptor(std::string_view use, const crypto::Certificate& certificate) {
    std::string out = "<md:KeyDescriptor" + attribute("use", use) + "><ds:KeyInfo><ds:X509Data>";
    out.append(element("ds:X509Certificate", base64Encode(certificate.der)));
    out.append("</ds:X509Data></ds:KeyInfo>");
    if (use == "encryption") { // in the order in which we would like it; both are always taken
        for (const char* method :
             {"http://www.w3.org/2009/xmlenc11#aes256-gcm", "http://www.w3.org/2009/xmlenc11#aes128-gcm",
              "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"}) {
            out.append("<md:EncryptionMethod").append(attribute("Algorithm", method)).append("/>");
        }
    }
    return out.append("</md:KeyDescriptor>");
}

std::string service(std::string_view name, std::string_view binding, std::string_view location) {
    return "<md:" + std::string(name) + attribute("Binding", binding) + attribute("Location", location);
}

std::string consuming(const SpMetadata& metadata) {
    if (metadata.attributes.empty()) {
        return {};
    }
    std::string out = "<md:AttributeConsumingService index=\"0\" isDefault=\"true\"><md:ServiceName xml:lang=\"en\">";
    out.append(xml::escaped(metadata.displayName.empty() ? "Gatehouse" : metadata.displayName));
    out.append("</md:ServiceName>");
    for (const RequestedAttribute& each : metadata.attributes) {
        out.append("<md:RequestedAttribute").append(attribute("Name", each.name));
        out.append(attribute("NameFormat", each.name.find(':') == std::string::npos ? kBasicNames : kUriNames));
        out.append(attribute("FriendlyName", each.friendlyName));
        out.append(attribute("isRequired", yes(each.required))).append("/>");
    }
    return out.append("</md:AttributeConsumingService>");
}

} // namespace

std::string toXml(const SpMetadata& metadata) {
    std::string out = "<md:EntityDescriptor";
    out.append(attribute("xmlns:md", kMetadataSpace)).append(attribute("xmlns:ds", kSignatureSpace));
    out.append(attribute("xmlns:mdui", "urn:oasis:names:tc:SAML:metadata:ui"));
    out.append(attribute("ID", metadata.id)).append(attribute("entityID", metadata.entityId));
    out.append(attribute("validUntil", toRfc3339(metadata.validUntil)));
    out.append(attribute("cacheDuration", "PT" + std::to_string(metadata.cacheDuration.count()) + "S")).append(">");
    out.append("<md:SPSSODescriptor").append(attribute("protocolSupportEnumeration", kProtocolSpace));
    out.append(attribute("AuthnRequestsSigned", yes(metadata.requestsSigned)));
    out.append(attribute("WantAssertionsSigned", yes(metadata.wantAssertionsSigned))).append(">");
    if (!metadata.displayName.empty()) {
        out.append("<md:Extensions><mdui:UIInfo><mdui:DisplayName xml:lang=\"en\">");
        out.append(xml::escaped(metadata.displayName));
        out.append("</mdui:DisplayName></mdui:UIInfo></md:Extensions>");
    }
    for (const crypto::Certificate* each : metadata.signing) {
        out.append(keyDescriptor("signing", *each));
    }
    for (const crypto::Certificate* each : metadata.encryption) {
        out.append(keyDescriptor("encryption", *each));
    }
    for (const std::string_view binding : {kRedirectBinding, kPostBinding}) {
        out.append(service("SingleLogoutService", binding, metadata.sloUrl)).append("/>");
    }
    if (!metadata.nameIdFormat.empty()) {
        out.append(element("md:NameIDFormat", metadata.nameIdFormat));
    }
    out.append(service("AssertionConsumerService", kPostBinding, metadata.acsUrl));
    out.append(" index=\"0\" isDefault=\"true\"/>").append(consuming(metadata));
    return out.append("</md:SPSSODescriptor></md:EntityDescriptor>");
}

} // namespace gatehouse::saml::wire
