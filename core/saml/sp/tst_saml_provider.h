// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "connections/connections.h"
#include "keys/key_ring.h"
#include "saml/sp/idp_cache.h"
#include "saml/sp/saml_upstream.h"
#include "saml/wire/names.h"
#include "tests/support/test_idp.h"
#include "tests/support/test_store.h"
#include "xml/encryption.h"
#include "xml/signature.h"
#include "xml/text.h"

namespace gatehouse::saml::sp::test {

class ManualClock final : public Clock {
public:
    [[nodiscard]] Time now() const override { return time; }
    Time time = gatehouse::test::TestStore::kNow;
};

/// A key of the provider and its certificate.
struct Pair {
    crypto::PrivateKey key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
    crypto::Certificate certificate =
        crypto::selfSigned(key, "idp", Time(), gatehouse::test::TestStore::kNow + Seconds(86400 * 90)).value();
};

/// A SAML provider with nothing wrong with it, and a connection of acme to it by the address of its metadata.
class TestSamlProvider {
public:
    static inline const std::string kEntityId = "https://idp.example/saml";
    static inline const std::string kMetadataUrl = "https://idp.example/metadata";

    TestSamlProvider()
        : store(allMigrations())
        , ring(keys::KeyRing::open(*store, keys::MasterKey::generate().value(), clock.time).value())
        , idps(client, *store, clock)
        , upstream({idps, *store, *ring, publicUrl, clock}) {
        const auto made = ring->generate(store.acme().id, clock.time).value();
        connection.id = ConnectionId("01890000-0000-7000-8000-000000000001");
        connection.tenant = store.acme().id;
        connection.name = "company";
        connection.type = connections::Type::Saml;
        connection.saml.metadataUrl = kMetadataUrl;
        connection.createdAt = connection.updatedAt = clock.time;
        const Status saved = store->write([&](store::Writer& writer) -> Status {
            ENSURE(ring->insert(writer, made));
            return connections::insert(writer, store.sealer(), connection);
        });
        if (!saved) {
            std::abort();
        }
        trip.state = "state-1";
        trip.nonce = "nonce-1";
        publish();
    }

    /// Puts the metadata where it is fetched from.
    void publish(const std::string& url = kMetadataUrl) {
        client.on(url, [this](const http::OutboundRequest& request) -> Result<http::OutboundResponse> {
            http::OutboundResponse response;
            const bool isKnown = !etag.empty() && request.headers.get("If-None-Match") == etag;
            response.status = isKnown ? 304 : status;
            response.body = isKnown ? "" : metadata();
            if (!etag.empty()) {
                response.headers.set("ETag", etag);
            }
            return response;
        });
    }
    /// Signed by `signer`, if there is one.
    [[nodiscard]] std::string metadata() const {
        const std::string head = xml::attribute("xmlns:md", wire::kMetadataSpace) + " ID=\"_m\"" +
                                 xml::attribute("validUntil", validUntil) +
                                 xml::attribute("cacheDuration", cacheDuration) + ">";
        const std::string document = inAggregate ? "<md:EntitiesDescriptor" + head + entity(">") +
                                                       "<md:EntityDescriptor entityID=\"https://other.example\"/>" +
                                                       "</md:EntitiesDescriptor>"
                                                 : entity(head);
        return signer == nullptr ? document
                                 : xml::sign(document, "_m", "", {signer->key, crypto::Signature::RS256}).value();
    }
    [[nodiscard]] std::string entity(const std::string& head) const {
        std::string out = "<md:EntityDescriptor" + xml::attribute("xmlns:ds", wire::kSignatureSpace) +
                          xml::attribute("entityID", entityId) + head + "<md:IDPSSODescriptor" +
                          xml::attribute("protocolSupportEnumeration", wire::kProtocolSpace) + ">";
        for (const Pair* pair : published) {
            out += "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data>" +
                   xml::element("ds:X509Certificate", base64Encode(pair->certificate.der)) +
                   "</ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
        }
        return out + "<md:SingleSignOnService" + xml::attribute("Binding", wire::kRedirectBinding) +
               xml::attribute("Location", ssoUrl) + "/></md:IDPSSODescriptor></md:EntityDescriptor>";
    }
    [[nodiscard]] std::string address(const char* what) const { return publicUrl.samlService(connection.id, what); }

    /// A signed answer to the trip. `context`: the class reference; `nameIdFormat`: of the NameID "ann".
    [[nodiscard]] std::string answer(const Pair& pair, const std::string& context = "urn:password",
                                     std::string_view nameIdFormat = wire::kPersistent) const {
        const std::string now = toRfc3339(clock.time);
        const std::string later = toRfc3339(clock.time + Seconds(300));
        std::string text =
            "<samlp:Response" + xml::attribute("xmlns:samlp", wire::kProtocolSpace) +
            xml::attribute("xmlns:saml", wire::kAssertionSpace) + " ID=\"_r\" Version=\"2.0\" InResponseTo=\"_" +
            trip.nonce + "\"" + xml::attribute("IssueInstant", now) + xml::attribute("Destination", address("acs")) +
            ">" + xml::element("saml:Issuer", kEntityId) + "<samlp:Status><samlp:StatusCode" +
            xml::attribute("Value", wire::kStatusSuccess) +
            "/></samlp:Status><saml:Assertion ID=\"_a\" Version=\"2.0\"" + xml::attribute("IssueInstant", now) + ">" +
            xml::element("saml:Issuer", kEntityId) + "<saml:Subject><saml:NameID" +
            xml::attribute("Format", nameIdFormat) + ">ann</saml:NameID><saml:SubjectConfirmation" +
            xml::attribute("Method", wire::kBearer) + "><saml:SubjectConfirmationData InResponseTo=\"_" + trip.nonce +
            "\"" + xml::attribute("Recipient", address("acs")) + xml::attribute("NotOnOrAfter", later) +
            "/></saml:SubjectConfirmation></saml:Subject><saml:Conditions" + xml::attribute("NotBefore", now) +
            xml::attribute("NotOnOrAfter", later) + "><saml:AudienceRestriction>" +
            xml::element("saml:Audience", address("metadata")) +
            "</saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement SessionIndex=\"s1\"" +
            xml::attribute("AuthnInstant", now) + "><saml:AuthnContext>" +
            xml::element("saml:AuthnContextClassRef", context) +
            "</saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement><saml:Attribute Name=\"mail\">" +
            xml::element("saml:AttributeValue", "ann@acme.example") +
            "</saml:Attribute><saml:Attribute Name=\"memberOf\">" + xml::element("saml:AttributeValue", "one") +
            xml::element("saml:AttributeValue", "two") +
            "</saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>";
        return xml::sign(std::move(text), "_a", "Issuer", {pair.key, crypto::Signature::RS256, nullptr}).value();
    }
    /// A refusal, as a provider gives one that is asked for what it does not have.
    [[nodiscard]] std::string refusal(std::string_view secondCode) const {
        return "<samlp:Response" + xml::attribute("xmlns:samlp", wire::kProtocolSpace) +
               xml::attribute("xmlns:saml", wire::kAssertionSpace) + " ID=\"_r\" Version=\"2.0\" InResponseTo=\"_" +
               trip.nonce + "\"" + xml::attribute("IssueInstant", toRfc3339(clock.time)) +
               xml::attribute("Destination", address("acs")) + ">" + xml::element("saml:Issuer", kEntityId) +
               "<samlp:Status><samlp:StatusCode" + xml::attribute("Value", wire::kStatusResponder) +
               "><samlp:StatusCode" + xml::attribute("Value", secondCode) +
               "/></samlp:StatusCode></samlp:Status></samlp:Response>";
    }
    [[nodiscard]] login::Proof finish(const std::string& message) {
        http::Parameters parameters;
        parameters.append("state", trip.state);
        parameters.append("SAMLResponse", base64Encode(message));
        return upstream.finish(connection, trip, parameters);
    }

    ManualClock clock;
    gatehouse::test::TestStore store;
    std::unique_ptr<keys::KeyRing> ring;
    gatehouse::test::ScriptedClient client;
    web::PublicUrl publicUrl{"https://broker.example"};
    IdpCache idps;
    SamlUpstream upstream;
    connections::Connection connection;
    login::Trip trip;
    // What it publishes.
    const Pair& first = pairs().first;
    const Pair& second = pairs().second;
    std::vector<const Pair*> published{&first};
    std::string entityId = kEntityId;
    std::string ssoUrl = "https://idp.example/sso";
    std::string validUntil;
    std::string cacheDuration;
    std::string etag;
    const Pair* signer = nullptr; ///< of its metadata
    bool inAggregate = false;
    int status = 200;

private:
    /// Made once: RSA takes its time.
    static const std::pair<Pair, Pair>& pairs() {
        static const std::pair<Pair, Pair> made;
        return made;
    }
    static std::vector<store::Migration> allMigrations() {
        std::vector<store::Migration> all = keys::migrations();
        for (const auto& some : {audit::migrations(), connections::migrations(), migrations()}) {
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }
};

} // namespace gatehouse::saml::sp::test
