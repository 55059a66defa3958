// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/published_idp.h"

#include "saml/wire/metadata_xml.h"

namespace gatehouse::saml::wire {

std::string toXml(const PublishedIdp& metadata) {
    std::string out = entityOpening(metadata);
    out.append("<md:IDPSSODescriptor").append(xml::attribute("protocolSupportEnumeration", kProtocolSpace));
    out.append(" WantAuthnRequestsSigned=\"false\">").append(displayNameExtension(metadata.displayName));
    for (const crypto::Certificate* each : metadata.signing) {
        out.append("<md:KeyDescriptor use=\"signing\">").append(keyInfo(*each)).append("</md:KeyDescriptor>");
    }
    for (const std::string_view binding : {kRedirectBinding, kPostBinding}) {
        out.append(service("SingleLogoutService", binding, metadata.sloUrl)).append("/>");
    }
    for (const std::string& each : metadata.nameIdFormats) {
        out.append(xml::element("md:NameIDFormat", each));
    }
    for (const std::string_view binding : {kRedirectBinding, kPostBinding}) {
        out.append(service("SingleSignOnService", binding, metadata.ssoUrl)).append("/>");
    }
    return out.append("</md:IDPSSODescriptor></md:EntityDescriptor>");
}

} // namespace gatehouse::saml::wire
