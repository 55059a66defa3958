// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/sp_metadata.h"

#include <string_view>

#include "saml/wire/metadata_xml.h"

namespace gatehouse::saml::wire {
namespace {

using xml::attribute;
using xml::element;

constexpr std::string_view kUriNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
constexpr std::string_view kBasicNames = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
constexpr std::string_view kEntityCategory = "http://macedir.org/entity-category";
constexpr std::string_view kSubjectIdRequirement = "urn:oasis:names:tc:SAML:profiles:subject-id:req";

std::string keyDescriptor(std::string_view use, const crypto::Certificate& certificate) {
    std::string out = "<md:KeyDescriptor" + attribute("use", use) + ">" + keyInfo(certificate);
    if (use == "encryption") { // in the order in which we would like it; both are always taken
        for (const char* method :
             {"http://www.w3.org/2009/xmlenc11#aes256-gcm", "http://www.w3.org/2009/xmlenc11#aes128-gcm",
              "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"}) {
            out.append("<md:EncryptionMethod").append(attribute("Algorithm", method)).append("/>");
        }
    }
    return out.append("</md:KeyDescriptor>");
}

std::string consuming(const SpMetadata& metadata) {
    if (metadata.attributes.empty()) {
        return {};
    }
    std::string out = "<md:AttributeConsumingService index=\"0\" isDefault=\"true\"><md:ServiceName";
    out.append(attribute("xml:lang", metadata.language))
        .append(">")
        .append(xml::escaped(metadata.displayName.empty() ? "Gatehouse" : metadata.displayName));
    out.append("</md:ServiceName>");
    for (const RequestedAttribute& each : metadata.attributes) {
        out.append("<md:RequestedAttribute").append(attribute("Name", each.name));
        out.append(attribute("NameFormat", each.name.find(':') == std::string::npos ? kBasicNames : kUriNames));
        out.append(attribute("FriendlyName", each.friendlyName));
        out.append(attribute("isRequired", yes(each.required))).append("/>");
    }
    return out.append("</md:AttributeConsumingService>");
}

std::string entityAttribute(std::string_view name, const std::vector<std::string>& values) {
    std::string out = "<saml:Attribute" + attribute("Name", name) + attribute("NameFormat", kUriNames) + ">";
    for (const std::string& value : values) {
        out.append(element("saml:AttributeValue", value));
    }
    return out.append("</saml:Attribute>");
}

/// What is claimed for the whole entity (SAML V2.0 Metadata Extension for Entity Attributes).
std::string entityAttributes(const SpMetadata& metadata) {
    if (metadata.entityCategories.empty() && metadata.subjectIdRequirement.empty()) {
        return {};
    }
    std::string out = "<md:Extensions><mdattr:EntityAttributes";
    out.append(attribute("xmlns:mdattr", "urn:oasis:names:tc:SAML:metadata:attribute"));
    out.append(attribute("xmlns:saml", kAssertionSpace)).append(">");
    if (!metadata.entityCategories.empty()) {
        out.append(entityAttribute(kEntityCategory, metadata.entityCategories));
    }
    if (!metadata.subjectIdRequirement.empty()) {
        out.append(entityAttribute(kSubjectIdRequirement, {metadata.subjectIdRequirement}));
    }
    return out.append("</mdattr:EntityAttributes></md:Extensions>");
}

} // namespace

std::string toXml(const SpMetadata& metadata) {
    std::string out = entityOpening(metadata);
    out.append(entityAttributes(metadata));
    out.append("<md:SPSSODescriptor").append(attribute("protocolSupportEnumeration", kProtocolSpace));
    out.append(attribute("AuthnRequestsSigned", yes(metadata.requestsSigned)));
    out.append(attribute("WantAssertionsSigned", yes(metadata.wantAssertionsSigned))).append(">");
    out.append(displayNameExtension(metadata.displayName, metadata.language));
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
