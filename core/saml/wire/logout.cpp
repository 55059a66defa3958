// SPDX-License-Identifier: Apache-2.0
#include "saml/wire/logout.h"

#include "crypto/random.h"
#include "saml/wire/names.h"
#include "xml/encryption.h"
#include "xml/text.h"

namespace gatehouse::saml::wire {
namespace {

using xml::attribute;
using xml::element;

constexpr std::size_t kIdOctets = 16;

tl::unexpected<Error> misshapen(std::string_view detail) {
    return fail(Code::InvalidArgument, "saml.shape", detail);
}

/// What a request and a response have in common (SAML V2.0 Core, 3.2).
template <class Message>
std::string opening(std::string_view name, const Message& message) {
    std::string out = "<samlp:" + std::string(name);
    out.append(attribute("xmlns:samlp", kProtocolSpace)).append(attribute("xmlns:saml", kAssertionSpace));
    out.append(attribute("ID", message.id)).append(attribute("Version", "2.0"));
    out.append(attribute("IssueInstant", toRfc3339(message.issueInstant)));
    return out.append(attribute("Destination", message.destination));
}

template <class Message>
Status readCommon(const xml::Element& root, std::string_view name, Message& message) {
    if (!root.is(kProtocolSpace, name)) {
        return misshapen("not a " + std::string(name));
    }
    message.id = root.attribute("ID").value_or("");
    message.destination = root.attribute("Destination").value_or("");
    const auto issuers = root.children(kAssertionSpace, "Issuer");
    message.issuer = issuers.size() == 1 ? issuers.front().text().value_or("") : std::string();
    const auto issued = parseRfc3339(root.attribute("IssueInstant").value_or(""));
    if (message.id.empty() || message.issuer.empty() || root.attribute("Version") != "2.0" || !issued) {
        return misshapen("no ID, Issuer, IssueInstant or Version 2.0");
    }
    message.issueInstant = *issued;
    return {};
}

Result<NameId> nameIdOf(const xml::Element& element) {
    const auto value = element.is(kAssertionSpace, "NameID") ? element.text() : std::nullopt;
    if (!value || value->empty()) {
        return misshapen("no NameID of text");
    }
    const auto of = [&](std::string_view name) { return std::string(element.attribute(name).value_or("")); };
    return NameId{*value, of("Format"), of("NameQualifier"), of("SPNameQualifier")};
}

} // namespace

std::string newMessageId() {
    return "_" + hexEncode(crypto::randomBytes(kIdOctets));
}

std::string toXml(const LogoutRequest& request) {
    std::string out = opening("LogoutRequest", request);
    if (request.notOnOrAfter) {
        out.append(attribute("NotOnOrAfter", toRfc3339(*request.notOnOrAfter)));
    }
    out.append(">").append(element("saml:Issuer", request.issuer));
    out.append("<saml:NameID").append(attribute("Format", request.nameId.format));
    out.append(attribute("NameQualifier", request.nameId.nameQualifier));
    out.append(attribute("SPNameQualifier", request.nameId.spNameQualifier)).append(">");
    out.append(xml::escaped(request.nameId.value)).append("</saml:NameID>");
    for (const std::string& each : request.sessionIndexes) {
        out.append(element("samlp:SessionIndex", each));
    }
    return out.append("</samlp:LogoutRequest>");
}

std::string toXml(const LogoutResponse& response) {
    std::string out = opening("LogoutResponse", response);
    out.append(attribute("InResponseTo", response.inResponseTo)).append(">");
    out.append(element("saml:Issuer", response.issuer)).append("<samlp:Status><samlp:StatusCode");
    out.append(attribute("Value", response.status));
    if (response.secondStatus.empty()) {
        out.append("/>");
    } else {
        out.append("><samlp:StatusCode").append(attribute("Value", response.secondStatus));
        out.append("/></samlp:StatusCode>");
    }
    return out.append("</samlp:Status></samlp:LogoutResponse>");
}

Result<LogoutRequest> readLogoutRequest(const xml::Element& root, const std::vector<crypto::PrivateKey>& keys) {
    LogoutRequest request;
    ENSURE(readCommon(root, "LogoutRequest", request));
    if (const auto end = root.attribute("NotOnOrAfter")) {
        TRY(time, parseRfc3339(*end));
        request.notOnOrAfter = time;
    }
    const auto names = root.children(kAssertionSpace, "NameID");
    const auto sealed = root.children(kAssertionSpace, "EncryptedID");
    if (names.size() + sealed.size() != 1) {
        return misshapen("not one NameID");
    }
    if (sealed.empty()) {
        TRY(nameId, nameIdOf(names.front()));
        request.nameId = std::move(nameId);
    } else {
        TRY(text, xml::decrypt(sealed.front(), keys, xml::Cbc::Allow));
        TRY(opened, xml::Tree::parse(std::move(text)));
        TRY(nameId, nameIdOf(opened.root()));
        request.nameId = std::move(nameId);
    }
    for (const xml::Element& each : root.children(kProtocolSpace, "SessionIndex")) {
        request.sessionIndexes.push_back(each.text().value_or(""));
    }
    return request;
}

Result<LogoutResponse> readLogoutResponse(const xml::Element& root) {
    LogoutResponse response;
    ENSURE(readCommon(root, "LogoutResponse", response));
    response.inResponseTo = root.attribute("InResponseTo").value_or("");
    const auto status = root.child(kProtocolSpace, "Status");
    const auto code = status ? status->child(kProtocolSpace, "StatusCode") : std::nullopt;
    if (!code) {
        return misshapen("no StatusCode");
    }
    response.status = code->attribute("Value").value_or("");
    if (const auto second = code->child(kProtocolSpace, "StatusCode")) {
        response.secondStatus = second->attribute("Value").value_or("");
    }
    return response;
}

} // namespace gatehouse::saml::wire
