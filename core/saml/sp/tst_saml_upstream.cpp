// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <QTest>

#include "login/recording.h"
#include "saml/sp/tst_saml_provider.h"
#include "saml/wire/logout.h"
#include "saml/wire/redirect_binding.h"

using namespace gatehouse;
using saml::sp::test::TestSamlProvider;

class TestSamlUpstream : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSamlProvider> m_idp;

    static std::string reasonOf(const login::Proof& proof) {
        if (proof.error) {
            return proof.error->reason;
        }
        const Check* failed = firstFailure(proof.checks);
        return failed == nullptr ? "" : failed->name;
    }
    saml::wire::RedirectMessage asked() {
        const login::Departure departure = m_idp->upstream.start(m_idp->connection, m_idp->trip).value();
        return saml::wire::readRedirect(departure.address.substr(departure.address.find('?') + 1)).value();
    }
    static login::Recording recordingOf(const login::Proof& proof, const login::Trip& trip) {
        login::Recording recording;
        recording.nonce = trip.nonce;
        recording.acrValues = trip.acrValues;
        recording.acrMeeting = trip.acrMeeting;
        recording.acrEssential = trip.acrEssential;
        recording.proven = proof.facts;
        recording.messages = proof.messages;
        return recording;
    }

private slots:
    void init() { m_idp = std::make_unique<TestSamlProvider>(); }

    // What is asked

    void theRequestIsSignedAndCarriesNonceAndState() {
        const auto message = asked();
        QCOMPARE(message.relayState, m_idp->trip.state);
        const auto ring = m_idp->ring->ring(m_idp->connection.tenant).value();
        QVERIFY(saml::wire::verifyRedirect(message, {ring->samlSigning.front().certificate.key}));
        const auto tree = xml::Tree::parse(message.xml).value();
        QCOMPARE(std::string(tree.root().attribute("ID").value()), std::string("_nonce-1"));
        QCOMPARE(std::string(tree.root().attribute("Destination").value()), m_idp->ssoUrl);
        QCOMPARE(std::string(tree.root().attribute("AssertionConsumerServiceURL").value()), m_idp->address("acs"));
    }
    void itIsUnsignedOnlyWhereBothWantItSo() {
        m_idp->connection.saml.signRequests = false;
        QVERIFY(asked().signature.empty());
    }
    void thePostBindingSignsInTheMessage() {
        m_idp->connection.saml.ssoBinding = connections::Binding::Post;
        m_idp->connection.saml.ssoUrl = "https://idp.example/post";
        const login::Departure departure = m_idp->upstream.start(m_idp->connection, m_idp->trip).value();
        QCOMPARE(departure.address, std::string("https://idp.example/post"));
        QCOMPARE(std::string(departure.form.get("RelayState").value()), m_idp->trip.state);
        const auto tree = xml::Tree::parse(base64Decode(departure.form.get("SAMLRequest").value()).value()).value();
        const auto ring = m_idp->ring->ring(m_idp->connection.tenant).value();
        QVERIFY(xml::verify(tree, tree.root(), {ring->samlSigning.front().certificate.key}));
    }
    void demandsOfTheAppArePassedOn() {
        m_idp->trip.forceLogin = true;
        m_idp->trip.acrValues = {"mfa"};
        m_idp->trip.acrMeeting = {"mfa"};
        QVERIFY(asked().xml.find("RequestedAuthnContext") == std::string::npos); // only wished for, and it has no name
        m_idp->trip.acrEssential = true;
        QVERIFY(asked().xml.find("<saml:AuthnContextClassRef>mfa<") != std::string::npos);
        m_idp->connection.acrMapping = {{"mfa", "https://refeds.org/profile/mfa"}};
        m_idp->trip.acrEssential = false;
        const std::string xml = asked().xml;
        QVERIFY(xml.find("<saml:AuthnContextClassRef>https://refeds.org/profile/mfa<") != std::string::npos);
        QVERIFY(xml.find("ForceAuthn=\"true\"") != std::string::npos);
    }
    void withoutMetadataNobodyIsSentAnywhere() {
        m_idp->status = 500;
        QCOMPARE(m_idp->upstream.start(m_idp->connection, m_idp->trip).error().reason,
                 std::string("metadata.http_status"));
    }

    // What is believed

    void anAnswerGivesAnIdentity() {
        const login::Proof proof = m_idp->finish(m_idp->answer(m_idp->first));
        QVERIFY2(proof.identity.has_value(), reasonOf(proof).c_str());
        QCOMPARE(proof.identity->issuer, TestSamlProvider::kEntityId);
        QCOMPARE(proof.identity->subject, std::string("ann"));
        QCOMPARE(proof.identity->upstreamSid, std::string("s1"));
        QCOMPARE(std::string(json::stringMember(proof.identity->claims, "email").value()),
                 std::string("ann@acme.example"));
        QCOMPARE(json::stringsMember(proof.identity->claims, "groups").value(),
                 (std::vector<std::string>{"one", "two"}));
        QCOMPARE(proof.identity->usedOnce->id, std::string("_a"));
        QVERIFY(proof.identity->usedOnce->kind.find(m_idp->connection.id.text()) != std::string::npos);
        QVERIFY(proof.facts.signatureHeld && proof.facts.identityProven);
    }
    void anAnswerToAnotherTripIsRefused() {
        const std::string message = m_idp->answer(m_idp->first);
        m_idp->trip.nonce = "nonce-2";
        QCOMPARE(reasonOf(m_idp->finish(message)), std::string("saml.in_response_to"));
    }
    void anAnswerForAnotherConnectionIsRefused() {
        const std::string message = m_idp->answer(m_idp->first);
        m_idp->connection.id = ConnectionId("01890000-0000-7000-8000-000000000002");
        QCOMPARE(reasonOf(m_idp->finish(message)), std::string("saml.destination"));
    }
    void anotherKeyIsRefused() {
        QCOMPARE(reasonOf(m_idp->finish(m_idp->answer(m_idp->second))), std::string("saml.signature.key"));
    }
    void aNewKeyIsFoundWhenItIsNeeded() {
        QVERIFY(m_idp->finish(m_idp->answer(m_idp->first)).identity);
        m_idp->published = {&m_idp->first, &m_idp->second};
        m_idp->clock.time += Seconds(61);
        const login::Proof proof = m_idp->finish(m_idp->answer(m_idp->second));
        QVERIFY2(proof.identity.has_value(), reasonOf(proof).c_str());
        QCOMPARE(m_idp->client.calls(TestSamlProvider::kMetadataUrl), 2);
    }
    void anUnknownKeyCausesOneFetchAMinuteAtMost() {
        QVERIFY(m_idp->finish(m_idp->answer(m_idp->first)).identity);
        m_idp->clock.time += Seconds(61);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!m_idp->finish(m_idp->answer(m_idp->second)).identity);
        }
        QCOMPARE(m_idp->client.calls(TestSamlProvider::kMetadataUrl), 2);
    }
    void aTransientNameIsNobody() {
        QCOMPARE(reasonOf(m_idp->finish(m_idp->answer(m_idp->first, "urn:password", saml::wire::kTransient))),
                 std::string("saml.subject.known"));
    }
    void aLevelThatIsDemandedHasToBeMet() {
        m_idp->connection.acrMapping = {{"mfa", "urn:strong"}};
        m_idp->trip.acrValues = m_idp->trip.acrMeeting = {"mfa"};
        m_idp->trip.acrEssential = true;
        QCOMPARE(reasonOf(m_idp->finish(m_idp->answer(m_idp->first))),
                 std::string("unmet_authentication_requirements"));
        const login::Proof met = m_idp->finish(m_idp->answer(m_idp->first, "urn:strong"));
        QVERIFY(met.identity);
        QCOMPARE(met.identity->levels, std::vector<std::string>{"mfa"});
    }
    void theProvidersRefusalIsToldAsTheAppKnowsIt_data() {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("level") << "NoAuthnContext" << "unmet_authentication_requirements";
        QTest::newRow("passive") << "NoPassive" << "upstream.login_required";
        QTest::newRow("denied") << "RequestDenied" << "upstream.cancelled";
        QTest::newRow("anything") << "AuthnFailed" << "saml.status";
    }
    void theProvidersRefusalIsToldAsTheAppKnowsIt() {
        QFETCH(QString, status);
        QFETCH(QString, reason);
        const std::string second = "urn:oasis:names:tc:SAML:2.0:status:" + status.toStdString();
        QCOMPARE(reasonOf(m_idp->finish(m_idp->refusal(second))), reason.toStdString());
    }
    void whatIsNoMessageIsRefused() {
        http::Parameters parameters;
        parameters.append("SAMLResponse", "!!!");
        QCOMPARE(reasonOf(m_idp->upstream.finish(m_idp->connection, m_idp->trip, parameters)),
                 std::string("login.malformed_answer"));
    }

    // What is recorded

    void aRecordingHasNothingThatCanBeUsedAndIsJudgedTheSame() {
        const login::Proof proof = m_idp->finish(m_idp->answer(m_idp->first));
        const login::Recording recording = recordingOf(proof, m_idp->trip);
        QVERIFY(recording.messages.back().body.find("SignatureValue>[redacted:") != std::string::npos);
        QVERIFY(!m_idp->finish(recording.messages.back().body).identity);
        m_idp->clock.time += Seconds(86400); // a day later it is judged at its own time
        const login::Proof again = m_idp->upstream.replay(m_idp->connection, recording);
        QVERIFY2(again.identity.has_value(), reasonOf(again).c_str());
        QCOMPARE(again.identity->claims, proof.identity->claims);
        QCOMPARE(again.checks.size(), proof.checks.size());
    }
    void aRecordingIsJudgedByAnotherConfiguration() {
        const login::Recording recording = recordingOf(m_idp->finish(m_idp->answer(m_idp->first)), m_idp->trip);
        connections::Connection draft = m_idp->connection;
        draft.saml.entityId = "https://other.example";
        draft.saml.metadataUrl.clear();
        draft.saml.ssoUrl = m_idp->ssoUrl;
        draft.saml.certificates = {crypto::toPem(m_idp->first.certificate)};
        QCOMPARE(reasonOf(m_idp->upstream.replay(draft, recording)), std::string("saml.issuer"));
        draft = m_idp->connection;
        draft.acrMapping = {{"mfa", "urn:password"}};
        QCOMPARE(m_idp->upstream.replay(draft, recording).identity->levels, std::vector<std::string>{"mfa"});
    }
    void anEncryptedAssertionIsKeptAsItWasOpened() {
        std::string message = m_idp->answer(m_idp->first);
        (void)asked(); // the keys are made at the first use
        const auto ring = m_idp->ring->ring(m_idp->connection.tenant).value();
        const std::size_t begin = message.find("<saml:Assertion");
        const std::size_t end = message.find("</saml:Assertion>") + std::string("</saml:Assertion>").size();
        std::string assertion = message.substr(begin, end - begin);
        assertion.insert(std::string("<saml:Assertion").size(),
                         xml::attribute("xmlns:saml", saml::wire::kAssertionSpace));
        message.replace(begin, end - begin,
                        "<saml:EncryptedAssertion>" +
                            xml::encrypt(assertion, ring->samlEncryption.front().certificate.key).value() +
                            "</saml:EncryptedAssertion>");
        m_idp->connection.saml.wantAssertionsEncrypted = true;
        const login::Proof proof = m_idp->finish(message);
        QVERIFY2(proof.identity.has_value(), reasonOf(proof).c_str());
        const login::Proof again = m_idp->upstream.replay(m_idp->connection, recordingOf(proof, m_idp->trip));
        QVERIFY2(again.identity.has_value(), reasonOf(again).c_str());
        m_idp->connection.saml.wantAssertionsEncrypted = true;
        QCOMPARE(reasonOf(m_idp->finish(m_idp->answer(m_idp->first))), std::string("saml.encryption"));
    }

    // Logout

    void theProvidersLogoutNeedsAnAddressAndAName() {
        const login::Proof proof = m_idp->finish(m_idp->answer(m_idp->first));
        QVERIFY(m_idp->upstream.logoutUrl(m_idp->connection, proof.identity->idToken, "").empty());
        m_idp->connection.saml.sloUrl = "https://idp.example/slo";
        QVERIFY(m_idp->upstream.logoutUrl(m_idp->connection, "", "").empty());
        const std::string url = m_idp->upstream.logoutUrl(m_idp->connection, proof.identity->idToken, "");
        const auto message = saml::wire::readRedirect(url.substr(url.find('?') + 1)).value();
        const auto tree = xml::Tree::parse(message.xml).value();
        const auto request = saml::wire::readLogoutRequest(tree.root()).value();
        QCOMPARE(request.nameId.value, std::string("ann"));
        QCOMPARE(request.nameId.format, std::string(saml::wire::kPersistent));
        QCOMPARE(request.sessionIndexes, std::vector<std::string>{"s1"});
    }
};

QTEST_GUILESS_MAIN(TestSamlUpstream)
#include "tst_saml_upstream.moc"
