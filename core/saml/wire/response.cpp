// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/response.h"

#include "saml/wire/names.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {
namespace {

using xml::attribute;
using xml::element;

std::string statusOf(const IssuedResponse& response) {
    std::string out = "<samlp:Status><samlp:StatusCode" + attribute("Value", response.status);
    if (response.secondStatus.empty()) {
        out.append("/>");
    } else {
        out.append("><samlp:StatusCode").append(attribute("Value", response.secondStatus));
        out.append("/></samlp:StatusCode>");
    }
    if (!response.message.empty()) {
        out.append(element("samlp:StatusMessage", response.message));
    }
    return out.append("</samlp:Status>");
}

std::string subjectOf(const IssuedAssertion& assertion) {
    const NameId& name = assertion.nameId;
    std::string out = "<saml:Subject><saml:NameID" + attribute("Format", name.format);
    out.append(attribute("NameQualifier", name.nameQualifier));
    out.append(attribute("SPNameQualifier", name.spNameQualifier)).append(">");
    out.append(xml::escaped(name.value)).append("</saml:NameID><saml:SubjectConfirmation");
    out.append(attribute("Method", kBearer)).append("><saml:SubjectConfirmationData");
    out.append(attribute("InResponseTo", assertion.inResponseTo));
    out.append(attribute("NotOnOrAfter", toRfc3339(assertion.notOnOrAfter)));
    out.append(attribute("Recipient", assertion.recipient));
    return out.append("/></saml:SubjectConfirmation></saml:Subject>");
}

std::string conditionsOf(const IssuedAssertion& assertion) {
    std::string out = "<saml:Conditions" + attribute("NotBefore", toRfc3339(assertion.notBefore));
    out.append(attribute("NotOnOrAfter", toRfc3339(assertion.notOnOrAfter))).append("><saml:AudienceRestriction>");
    out.append(element("saml:Audience", assertion.audience));
    return out.append("</saml:AudienceRestriction></saml:Conditions>");
}

std::string statementOf(const IssuedAssertion& assertion) {
    std::string out = "<saml:AuthnStatement" + attribute("AuthnInstant", toRfc3339(assertion.authnInstant));
    out.append(attribute("SessionIndex", assertion.sessionIndex));
    if (assertion.sessionNotOnOrAfter) {
        out.append(attribute("SessionNotOnOrAfter", toRfc3339(*assertion.sessionNotOnOrAfter)));
    }
    out.append("><saml:AuthnContext>").append(element("saml:AuthnContextClassRef", assertion.authnContext));
    if (!assertion.authenticatingAuthority.empty()) {
        out.append(element("saml:AuthenticatingAuthority", assertion.authenticatingAuthority));
    }
    return out.append("</saml:AuthnContext></saml:AuthnStatement>");
}

std::string attributesOf(const IssuedAssertion& assertion) {
    if (assertion.attributes.empty()) {
        return {};
    }
    std::string out = "<saml:AttributeStatement>";
    for (const IssuedAttribute& each : assertion.attributes) {
        out.append("<saml:Attribute").append(attribute("Name", each.name));
        out.append(attribute("NameFormat", each.nameFormat)).append(attribute("FriendlyName", each.friendlyName));
        out.append(">");
        for (const std::string& value : each.values) {
            out.append("<saml:AttributeValue xsi:type=\"xs:string\">");
            out.append(xml::escaped(value)).append("</saml:AttributeValue>");
        }
        out.append("</saml:Attribute>");
    }
    return out.append("</saml:AttributeStatement>");
}

} // namespace

std::string toXml(const IssuedAssertion& assertion) {
    std::string out = "<saml:Assertion" + attribute("xmlns:saml", kAssertionSpace);
    if (!assertion.attributes.empty()) {
        out.append(attribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema"));
        out.append(attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"));
    }
    out.append(attribute("ID", assertion.id)).append(attribute("Version", "2.0"));
    out.append(attribute("IssueInstant", toRfc3339(assertion.issueInstant))).append(">");
    out.append(element("saml:Issuer", assertion.issuer));
    out.append(subjectOf(assertion)).append(conditionsOf(assertion)).append(statementOf(assertion));
    return out.append(attributesOf(assertion)).append("</saml:Assertion>");
}

std::string toXml(const IssuedResponse& response) {
    std::string out = "<samlp:Response";
    out.append(attribute("xmlns:samlp", kProtocolSpace)).append(attribute("xmlns:saml", kAssertionSpace));
    out.append(attribute("ID", response.id)).append(attribute("Version", "2.0"));
    out.append(attribute("IssueInstant", toRfc3339(response.issueInstant)));
    out.append(attribute("Destination", response.destination));
    out.append(attribute("InResponseTo", response.inResponseTo)).append(">");
    out.append(element("saml:Issuer", response.issuer)).append(statusOf(response)).append(response.assertion);
    return out.append("</samlp:Response>");
}

} // namespace gatehouse::saml::wire
