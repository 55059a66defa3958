// SPDX-License-Identifier: Apache-2.0
#include "tests/flows/saml_app.h"

#include "base/check.h"
#include "saml/wire/idp_metadata.h"
#include "saml/wire/names.h"
#include "saml/wire/redirect_binding.h"
#include "saml/wire/sp_metadata.h"

namespace gatehouse::flows {

namespace wire = saml::wire;

SamlApp::SamlApp(World& world, const std::string& slug, const std::string& entity, const json::Object& more,
                 bool encrypts)
    : entityId(entity)
    , m_world(world)
    , m_slug(slug) {
    json::Object body{{"name", entity}, {"type", "saml"}, {"spMetadataXml", metadata(encrypts)}};
    for (const auto& [name, value] : more) {
        body[name] = value;
    }
    id = json::stringMember(world.admin("POST", "/tenants/" + slug + "/apps", body), "id").value_or("");
}

std::string SamlApp::metadata(bool encrypts) const {
    const crypto::Certificate certificate =
        crypto::selfSigned(key, "app", Time(), m_world.clock.now() + Seconds(86400 * 90)).value();
    wire::SpMetadata out;
    out.id = "_m";
    out.entityId = entityId;
    out.validUntil = m_world.clock.now() + Seconds(86400 * 90);
    out.signing = {&certificate};
    if (encrypts) {
        out.encryption = {&certificate};
    }
    out.acsUrl = entityId + "/acs";
    out.sloUrl = entityId + "/slo";
    return wire::toXml(out);
}

wire::AuthnRequest SamlApp::request() const {
    wire::AuthnRequest out;
    out.id = wire::newMessageId();
    out.issueInstant = m_world.clock.now();
    out.destination = at("sso");
    out.issuer = entityId;
    out.acsUrl = entityId + "/acs";
    return out;
}

std::string SamlApp::address(const wire::AuthnRequest& request, const std::string& relayState) const {
    return wire::redirectAddress(at("sso"), wire::MessageKind::Request, wire::toXml(request), relayState, &key).value();
}

std::string SamlApp::unsignedAddress(const std::string& xml, const std::string& relayState) const {
    return wire::redirectAddress(at("sso"), wire::MessageKind::Request, xml, relayState, nullptr).value();
}

Answer SamlApp::ask(Browser& browser, const wire::AuthnRequest& request) const {
    return browser.follow(address(request), "nowhere");
}

std::vector<crypto::PublicKey> SamlApp::keys() const {
    Browser browser = m_world.browser();
    const auto published = wire::readIdpMetadata(browser.get(at("metadata")).body).value();
    std::vector<crypto::PublicKey> out;
    for (const crypto::Certificate& each : published.signing) {
        out.push_back(each.key);
    }
    return out;
}

saml::sp::ResponseVerdict SamlApp::verdict(const Answer& page, const std::string& inResponseTo) const {
    saml::sp::ResponseRules rules;
    rules.idpEntityId = at("metadata");
    rules.spEntityId = entityId;
    rules.acsUrl = entityId + "/acs";
    rules.keys = keys();
    rules.decryptionKeys = {key};
    rules.answers = inResponseTo.empty() ? saml::sp::Answers::Nothing : saml::sp::Answers::Request;
    rules.inResponseTo = inResponseTo;
    rules.wantResponseSigned = true;
    rules.wantAssertionSigned = true;
    rules.wantEncrypted = true;
    const auto text = base64Decode(page.hidden().get("SAMLResponse").value_or(""));
    return saml::sp::judgeResponse(text.value_or(""), rules, m_world.clock.now());
}

std::string SamlApp::problem(const Answer& page, const std::string& inResponseTo) const {
    const auto judged = verdict(page, inResponseTo);
    const Check* failed = firstFailure(judged.checks);
    return failed == nullptr ? std::string()
                             : failed->name + ": " + failed->actual + " " + std::to_string(page.status) + " " +
                                   page.reason() + " " + judged.status;
}

wire::LogoutRequest SamlApp::logoutRequest(const saml::sp::Assertion& session) const {
    wire::LogoutRequest out;
    out.id = wire::newMessageId();
    out.issueInstant = m_world.clock.now();
    out.notOnOrAfter = out.issueInstant + wire::kLogoutLife;
    out.destination = at("slo");
    out.issuer = entityId;
    out.nameId = *session.nameId;
    out.sessionIndexes = {session.sessionIndex};
    return out;
}

std::string SamlApp::logoutAddress(const wire::LogoutRequest& request) const {
    return wire::redirectAddress(at("slo"), wire::MessageKind::Request, wire::toXml(request), "bye", &key).value();
}

std::string SamlApp::logoutAddress(const saml::sp::Assertion& session) const {
    return logoutAddress(logoutRequest(session));
}

std::string SamlApp::logoutStatus(const std::string& address) const {
    const auto message = wire::readRedirect(address.substr(address.find('?') + 1));
    if (!message || !wire::verifyRedirect(*message, keys())) {
        return "unproven";
    }
    const auto tree = xml::Tree::parse(message->xml);
    const auto response = wire::readLogoutResponse(tree->root());
    return response->secondStatus.empty() ? response->status : response->secondStatus;
}

} // namespace gatehouse::flows
