// SPDX-License-Identifier: Apache-2.0
#include "saml_world.h"

#include <memory>

#include "app.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/published_idp.h"
#include "saml/wire/redirect_binding.h"
#include "saml/wire/response.h"
#include "wire.h"
#include "xml/signature.h"

namespace gatehouse::bench {
namespace {

namespace wire = saml::wire;

constexpr const char* kEntityId = "https://idp.bench-saml.test/metadata";
constexpr const char* kIssuerPath = "/t/bench-saml";
constexpr Seconds kLong{86400 * 90};

Time now() {
    return SystemClock().now();
}

std::string metadataOf(const crypto::PrivateKey& key) {
    const crypto::Certificate certificate =
        crypto::selfSigned(key, "idp", now() - Seconds(3600), now() + kLong).value();
    wire::PublishedIdp idp;
    idp.id = "_m";
    idp.entityId = kEntityId;
    idp.validUntil = now() + kLong;
    idp.signing = {&certificate};
    idp.ssoUrl = "https://idp.bench-saml.test/sso";
    idp.sloUrl = "https://idp.bench-saml.test/slo";
    return wire::toXml(idp);
}

} // namespace

SamlWorld::SamlWorld(Daemon& daemon)
    : m_port(daemon.port()) {
    const std::string tenant = "/admin/v1/tenants/bench-saml";
    daemon.admin("POST", "/admin/v1/tenants", {{"slug", "bench-saml"}, {"name", "Bench by SAML"}});
    daemon.admin("POST", tenant + "/domains", {{"name", "bench-saml.test"}});
    daemon.admin("POST", tenant + "/domains/bench-saml.test/verify", {{"assert", true}});
    daemon.admin("POST", tenant + "/roles", {{"name", "member"}, {"description", ""}});
    const json::Object connection =
        daemon.admin("POST", tenant + "/connections",
                     {{"name", "company"},
                      {"type", "saml"},
                      {"enabled", true},
                      {"metadataXml", metadataOf(m_key)},
                      {"trustEmail", true},
                      {"domains", json::Array{"bench-saml.test"}},
                      {"mapping",
                       {{"attributes", json::Array{{{"target", "email"}, {"source", "email"}, {"required", true}},
                                                   {{"target", "displayName"}, {"source", "name"}}}},
                        {"defaultRoles", json::Array{"member"}}}}});
    const json::Object* service = json::objectMember(connection, "saml");
    m_acsUrl = text(*service, "acsUrl");
    m_spEntityId = text(*service, "entityId");
    // As a provider's administrator does before anything else; it makes the tenant's keys.
    expect(Connection::tcp(m_port).get(targetOf(m_spEntityId)), 200, "our metadata");
    const json::Object app = daemon.admin("POST", tenant + "/apps", webApp());
    m_basic = basicHeader(app);
    m_authorize = authorizeTarget(kIssuerPath, app);
    m_redeem = redeemForm();
}

std::string SamlWorld::answerTo(const std::string& requestId, const std::string& person) const {
    wire::IssuedAssertion assertion;
    assertion.id = wire::newMessageId();
    assertion.issueInstant = now();
    assertion.issuer = kEntityId;
    assertion.nameId = {person, std::string(wire::kPersistent), {}, {}};
    assertion.audience = m_spEntityId;
    assertion.recipient = m_acsUrl;
    assertion.inResponseTo = requestId;
    assertion.notBefore = assertion.issueInstant - Seconds(30);
    assertion.notOnOrAfter = assertion.issueInstant + Seconds(300);
    assertion.authnInstant = assertion.issueInstant - Seconds(5);
    assertion.sessionIndex = wire::newMessageId();
    assertion.authnContext = wire::kProtectedTransportContext;
    for (const auto& [name, value] : {std::pair("urn:oid:0.9.2342.19200300.100.1.3", person + "@bench-saml.test"),
                                      {"urn:oid:2.16.840.1.113730.3.1.241", "Person " + person},
                                      {"urn:oid:2.5.4.42", "Person"},
                                      {"urn:oid:2.5.4.4", person}}) {
        assertion.attributes.push_back({name, std::string(wire::kUriNames), "", {value}});
    }
    wire::IssuedResponse response;
    response.id = wire::newMessageId();
    response.issueInstant = assertion.issueInstant;
    response.destination = m_acsUrl;
    response.issuer = kEntityId;
    response.inResponseTo = requestId;
    response.status = wire::kStatusSuccess;
    response.assertion =
        xml::sign(wire::toXml(assertion), assertion.id, "Issuer", {m_key, crypto::Signature::RS256}).value();
    return wire::toXml(response);
}

void SamlWorld::logIn(Connection& broker, const std::string& person) const {
    const Answer asked = expect(broker.get(m_authorize + person), 303, "authorize");
    const auto request = wire::readRedirect(asked.location.substr(asked.location.find('?') + 1));
    const auto tree = xml::Tree::parse(request ? request->xml : std::string());
    if (!tree) {
        giveUp("no AuthnRequest: " + asked.location);
    }
    const std::string answer = answerTo(std::string(tree->root().id()), person);
    const std::string form =
        "SAMLResponse=" + percentEncode(base64Encode(answer)) + "&RelayState=" + percentEncode(request->relayState);
    expect(broker.postForm(targetOf(m_acsUrl), {}, form), 200, "acs, from the provider's page");
    const Answer back =
        expect(broker.postForm(targetOf(m_acsUrl), cookieHeader(asked), form + "&gatehouse_again=1"), 303, "acs");
    const std::string_view code = queryValue(back.location, "code");
    if (code.empty()) {
        giveUp("no code: " + back.location);
    }
    expect(broker.postForm(std::string(kIssuerPath) + "/oauth2/token", m_basic, m_redeem + std::string(code)), 200,
           "token");
}

MakeWork SamlWorld::logins(int people) const {
    return [this, people](int index) {
        return [this, people, broker = std::make_shared<Connection>(Connection::tcp(m_port)),
                next = index * 7919]() mutable { logIn(*broker, "p" + std::to_string(next++ % people)); };
    };
}

MakeWork SamlWorld::answers() const {
    return [this](int) { return [this] { (void)answerTo("_request", "p1"); }; };
}

} // namespace gatehouse::bench
