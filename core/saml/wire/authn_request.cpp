// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/authn_request.h"

#include "saml/wire/names.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {

using xml::attribute;
using xml::element;

std::string toXml(const AuthnRequest& request) {
    std::string out = "<samlp:AuthnRequest";
    out.append(attribute("xmlns:samlp", kProtocolSpace)).append(attribute("xmlns:saml", kAssertionSpace));
    out.append(attribute("ID", request.id)).append(attribute("Version", "2.0"));
    out.append(attribute("IssueInstant", toRfc3339(request.issueInstant)));
    out.append(attribute("Destination", request.destination));
    if (request.forceAuthn) {
        out.append(attribute("ForceAuthn", "true"));
    }
    if (request.isPassive) {
        out.append(attribute("IsPassive", "true"));
    }
    out.append(attribute("ProtocolBinding", kPostBinding));
    out.append(attribute("AssertionConsumerServiceURL", request.acsUrl)).append(">");
    out.append(element("saml:Issuer", request.issuer));
    out.append("<samlp:NameIDPolicy").append(attribute("Format", request.nameIdFormat));
    out.append(attribute("AllowCreate", "true")).append("/>");
    if (!request.authnContext.empty()) {
        out.append("<samlp:RequestedAuthnContext Comparison=\"exact\">");
        for (const std::string& each : request.authnContext) {
            out.append(element("saml:AuthnContextClassRef", each));
        }
        out.append("</samlp:RequestedAuthnContext>");
    }
    return out.append("</samlp:AuthnRequest>");
}

} // namespace gatehouse::saml::wire
