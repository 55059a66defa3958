// SPDX-License-Identifier: Apache-2.0
// The messages that we write, read again.
#include <QTest>

#include "saml/wire/authn_request.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/sp_metadata.h"
#include "xml/tree.h"

using namespace gatehouse;
using namespace gatehouse::saml::wire;

class TestMessages : public QObject {
    Q_OBJECT
    const Time m_now = fromUnixSeconds(1'700'000'000);

    static xml::Tree treeOf(const std::string& text) { return xml::Tree::parse(text).value(); }
    static std::string attribute(const xml::Element& element, const char* name) {
        return std::string(element.attribute(name).value_or("(none)"));
    }
    LogoutRequest request() const {
        LogoutRequest out;
        out.id = newMessageId();
        out.issueInstant = m_now;
        out.notOnOrAfter = m_now + kLogoutLife;
        out.destination = "https://idp.example/slo";
        out.issuer = "https://sp.example";
        out.nameId = {"  ann\t<&\"> ü ", std::string(kPersistent), "a", "b"};
        out.sessionIndexes = {"one", "two"};
        return out;
    }

private slots:
    void aRequestForASignIn() {
        const AuthnRequest request{"_1", m_now, "https://idp.example/sso?a=1&b=2", "https://sp.example",
                                   "https://sp.example/acs"};
        const xml::Tree tree = treeOf(toXml(request));
        const xml::Element root = tree.root();
        QVERIFY(root.is(kProtocolSpace, "AuthnRequest"));
        QCOMPARE(attribute(root, "ID"), std::string("_1"));
        QCOMPARE(attribute(root, "Destination"), request.destination);
        QCOMPARE(attribute(root, "ForceAuthn"), std::string("(none)"));
        QCOMPARE(attribute(root, "IsPassive"), std::string("(none)"));
        QCOMPARE(attribute(root, "AssertionConsumerServiceURL"), request.acsUrl);
        QVERIFY(!root.child(kProtocolSpace, "RequestedAuthnContext"));
        // With a format that it does not have a provider refuses; most have none of their own to be asked for.
        QCOMPARE(attribute(*root.child(kProtocolSpace, "NameIDPolicy"), "Format"), std::string("(none)"));
    }
    void demandsOfARequest() {
        AuthnRequest request{"_1", m_now, "https://idp.example/sso", "https://sp.example", "https://sp.example/acs"};
        request.forceAuthn = true;
        request.isPassive = true;
        request.nameIdFormat = kPersistent;
        request.authnContext = {"urn:a", "urn:b"};
        const xml::Tree tree = treeOf(toXml(request));
        QCOMPARE(attribute(tree.root(), "ForceAuthn"), std::string("true"));
        QCOMPARE(attribute(tree.root(), "IsPassive"), std::string("true"));
        const auto context = tree.root().child(kProtocolSpace, "RequestedAuthnContext");
        QCOMPARE(attribute(*context, "Comparison"), std::string("exact"));
        QCOMPARE(context->children(kAssertionSpace, "AuthnContextClassRef").size(), std::size_t(2));
    }
    void aRequestToLogOutIsReadAsItWasWritten() {
        const LogoutRequest sent = request();
        const xml::Tree tree = treeOf(toXml(sent));
        const LogoutRequest read = readLogoutRequest(tree.root()).value();
        QCOMPARE(read.id, sent.id);
        QVERIFY(read.nameId == sent.nameId);
        QCOMPARE(read.sessionIndexes, sent.sessionIndexes);
        QCOMPARE(read.issuer, sent.issuer);
        QCOMPARE(read.destination, sent.destination);
        QVERIFY(read.notOnOrAfter == sent.notOnOrAfter);
    }
    void anAnswerToItToo() {
        LogoutResponse sent{newMessageId(),
                            m_now,
                            "https://idp.example/slo",
                            "https://sp.example",
                            "_7",
                            std::string(kStatusResponder),
                            std::string(kStatusPartialLogout)};
        const xml::Tree tree = treeOf(toXml(sent));
        const LogoutResponse read = readLogoutResponse(tree.root()).value();
        QCOMPARE(read.inResponseTo, sent.inResponseTo);
        QCOMPARE(read.status, sent.status);
        QCOMPARE(read.secondStatus, sent.secondStatus);
    }
    void anotherMessageIsNone_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("another kind") << "LogoutRequest" << "AuthnRequest";
        QTest::newRow("no version") << "Version=\"2.0\"" << "Version=\"1.1\"";
        QTest::newRow("no issuer") << "saml:Issuer" << "saml:Audience";
        QTest::newRow("no name") << "saml:NameID" << "saml:Other";
        QTest::newRow("an element in the name") << "</saml:NameID>" << "<saml:x/></saml:NameID>";
        QTest::newRow("a bad time") << "IssueInstant=\"2023" << "IssueInstant=\"x023";
    }
    void anotherMessageIsNone() {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const QString text = QString::fromStdString(toXml(request())).replace(from, to);
        const xml::Tree tree = treeOf(text.toStdString());
        QCOMPARE(readLogoutRequest(tree.root()).error().reason, std::string("saml.shape"));
    }
    void idsAreNamesThatNobodyGuesses() {
        QVERIFY(newMessageId() != newMessageId());
        QVERIFY(newMessageId().starts_with('_'));
        QCOMPARE(newMessageId().size(), std::size_t(33));
    }
    void ourMetadata() {
        const auto key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
        const auto certificate = crypto::selfSigned(key, "sp", m_now, m_now + Seconds(3600)).value();
        SpMetadata metadata;
        metadata.id = "_1";
        metadata.entityId = "https://sp.example";
        metadata.validUntil = m_now;
        metadata.cacheDuration = Seconds(3600);
        metadata.displayName = "Acme & Söhne";
        metadata.signing = {&certificate};
        metadata.encryption = {&certificate};
        metadata.acsUrl = "https://sp.example/acs";
        metadata.sloUrl = "https://sp.example/slo";
        metadata.attributes = {{"urn:oid:0.9.2342.19200300.100.1.3", "mail", true}, {"role", "", false}};
        metadata.language = "de";
        metadata.entityCategories = {"https://refeds.org/category/personalized", "urn:acme:a&b"};
        metadata.subjectIdRequirement = "any";
        const xml::Tree tree = treeOf(toXml(metadata));
        QCOMPARE(attribute(tree.root(), "entityID"), metadata.entityId);
        const auto claimed = tree.root()
                                 .child(kMetadataSpace, "Extensions")
                                 ->child("urn:oasis:names:tc:SAML:metadata:attribute", "EntityAttributes")
                                 ->children(kAssertionSpace, "Attribute");
        QCOMPARE(claimed.size(), std::size_t(2));
        QCOMPARE(attribute(claimed.front(), "Name"), std::string("http://macedir.org/entity-category"));
        const auto categories = claimed.front().children(kAssertionSpace, "AttributeValue");
        QCOMPARE(categories.size(), std::size_t(2));
        QCOMPARE(categories.back().text().value(), std::string("urn:acme:a&b"));
        QCOMPARE(attribute(claimed.back(), "Name"), std::string("urn:oasis:names:tc:SAML:profiles:subject-id:req"));
        QCOMPARE(attribute(tree.root(), "cacheDuration"), std::string("PT3600S"));
        const auto role = tree.root().child(kMetadataSpace, "SPSSODescriptor");
        QCOMPARE(attribute(*role, "AuthnRequestsSigned"), std::string("true"));
        // In the order of the schema (SAML V2.0 Metadata, 2.4.4).
        std::vector<std::string> names;
        for (const xml::Element& each : role->children()) {
            if (names.empty() || names.back() != each.localName()) {
                names.emplace_back(each.localName());
            }
        }
        QCOMPARE(names, (std::vector<std::string>{"Extensions", "KeyDescriptor", "SingleLogoutService",
                                                  "AssertionConsumerService", "AttributeConsumingService"}));
        QCOMPARE(attribute(*role->child(kMetadataSpace, "AssertionConsumerService"), "Location"), metadata.acsUrl);
        const auto service = role->child(kMetadataSpace, "AttributeConsumingService");
        const auto name = service->child(kMetadataSpace, "ServiceName");
        QCOMPARE(name->attribute("http://www.w3.org/XML/1998/namespace", "lang").value_or(""), std::string_view("de"));
        const auto asked = service->children(kMetadataSpace, "RequestedAttribute");
        QVERIFY(attribute(asked.front(), "NameFormat").ends_with(":uri"));
        QVERIFY(attribute(asked.back(), "NameFormat").ends_with(":basic"));

        metadata.entityCategories.clear();
        metadata.subjectIdRequirement.clear();
        QVERIFY(toXml(metadata).find("EntityAttributes") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"
