// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/authn_request.h"

#include <charconv>

#include "saml/wire/names.h"
#include "saml/wire/role_descriptor.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {

using xml::attribute;
using xml::element;

namespace {

tl::unexpected<Error> misshapen(std::string_view detail) {
    return fail(Code::InvalidArgument, "saml.shape", detail);
}

Result<Comparison> comparisonOf(std::string_view name) {
    if (name.empty() || name == "exact") {
        return Comparison::Exact;
    }
    if (name == "minimum") {
        return Comparison::Minimum;
    }
    if (name == "better") {
        return Comparison::Better;
    }
    return name == "maximum" ? Result<Comparison>(Comparison::Maximum) : misshapen("Comparison");
}

Result<std::optional<int>> indexOf(std::optional<std::string_view> text) {
    if (!text) {
        return std::optional<int>();
    }
    int value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    const bool whole = error == std::errc() && end == text->data() + text->size() && value >= 0;
    return whole ? Result<std::optional<int>>(value) : misshapen("AssertionConsumerServiceIndex");
}

} // namespace

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

Result<ReceivedAuthnRequest> readAuthnRequest(const xml::Element& root) {
    if (!root.is(kProtocolSpace, "AuthnRequest")) {
        return misshapen("not an AuthnRequest");
    }
    const auto text = [&](std::string_view name) { return std::string(root.attribute(name).value_or("")); };
    ReceivedAuthnRequest request;
    request.id = text("ID");
    const auto issuers = root.children(kAssertionSpace, "Issuer");
    request.issuer = issuers.size() == 1 ? issuers.front().text().value_or("") : std::string();
    const auto issued = parseRfc3339(text("IssueInstant"));
    if (request.id.empty() || request.issuer.empty() || text("Version") != "2.0" || !issued) {
        return misshapen("no ID, Issuer, IssueInstant or Version 2.0");
    }
    TRY(index, indexOf(root.attribute("AssertionConsumerServiceIndex")));
    request.issueInstant = *issued;
    request.destination = text("Destination");
    request.acsUrl = text("AssertionConsumerServiceURL");
    request.acsIndex = index;
    request.binding = text("ProtocolBinding");
    if (request.acsIndex && (!request.acsUrl.empty() || !request.binding.empty())) { // SAML V2.0 Core, 3.4.1
        return misshapen("AssertionConsumerServiceIndex beside a URL or binding");
    }
    request.forceAuthn = isTrue(root.attribute("ForceAuthn"));
    request.isPassive = isTrue(root.attribute("IsPassive"));
    if (const auto policy = root.child(kProtocolSpace, "NameIDPolicy")) {
        request.nameIdFormat = policy->attribute("Format").value_or("");
        request.spNameQualifier = policy->attribute("SPNameQualifier").value_or("");
    }
    if (const auto context = root.child(kProtocolSpace, "RequestedAuthnContext")) {
        TRY(comparison, comparisonOf(context->attribute("Comparison").value_or("")));
        request.comparison = comparison;
        for (const xml::Element& each : context->children(kAssertionSpace, "AuthnContextClassRef")) {
            request.authnContext.push_back(each.text().value_or(""));
        }
    }
    if (const auto subject = root.child(kAssertionSpace, "Subject")) {
        const auto name = subject->child(kAssertionSpace, "NameID");
        request.subject = name ? name->text().value_or("") : std::string();
    }
    return request;
}

} // namespace gatehouse::saml::wire
