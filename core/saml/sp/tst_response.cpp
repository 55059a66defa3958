// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/sp/tst_signed_response.h"

using namespace gatehouse;
using saml::sp::Answers;
using saml::sp::ResponseRules;
using saml::sp::ResponseVerdict;
using namespace saml::sp::test;

class TstResponse final : public QObject {
    Q_OBJECT

private slots:
    void whatIsSignedIsAcceptedAndReadWhole() {
        for (const std::string& message : {assertionSigned(), responseSigned(), sign(assertionSigned(), "r1")}) {
            const ResponseVerdict verdict = saml::sp::judgeResponse(message, rules(), kNow);
            QVERIFY2(verdict.assertion, outcome(message).c_str());
            const saml::sp::Assertion& said = *verdict.assertion;
            QCOMPARE(said.id, std::string("a1"));
            QCOMPARE(said.issuer, std::string(kIdp));
            QCOMPARE(said.nameId->value, std::string("alice"));
            QCOMPARE(said.sessionIndex, std::string("_s1"));
            QCOMPARE(toRfc3339(said.authnInstant), std::string("2026-11-23T09:59:50.000Z"));
            QCOMPARE(said.attributes.size(), std::size_t(2));
            QCOMPARE(said.attributes[1].values, (std::vector<std::string>{"eng", "ops"}));
            QCOMPARE(toRfc3339(said.goodUntil), std::string("2026-11-23T10:06:58.000Z"));
            QVERIFY(!said.encrypted);
        }
    }

    void whatHasToBeSignedIsSigned() {
        ResponseRules strict = rules();
        strict.wantResponseSigned = true;
        QCOMPARE(outcome(assertionSigned(), strict), std::string("saml.signature.response"));
        QCOMPARE(outcome(responseSigned(), strict), std::string("accepted"));
        strict = rules();
        strict.wantAssertionSigned = true;
        QCOMPARE(outcome(responseSigned(), strict), std::string("saml.signature.assertion"));
        QCOMPARE(outcome(assertionSigned(), strict), std::string("accepted"));
        QCOMPARE(outcome(response(assertion())), std::string("saml.signature"));
        ResponseRules without = rules();
        without.keys.clear();
        QCOMPARE(outcome(assertionSigned(), without), std::string("saml.signature.assertion"));
    }

    void aSignatureThatDoesNotHoldSpoilsOneThatDoes() {
        const std::string inner = replaced(signedAssertion(), "alice<", "mallory<");
        QCOMPARE(outcome(sign(response(inner), "r1")), std::string("saml.signature.assertion"));
    }

    // The eight wrappings of Somorovsky et al. (USENIX Security 2012), each made from a message that is accepted.
    void wrappedSignaturesProveNothing_data() {
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const std::string& message) {
            QTest::newRow(name) << QByteArray::fromStdString(message);
        };
        const std::string whole = responseSigned();
        const std::string wholeSignature = elementOf(whole, "ds:Signature");
        const std::string original = response(assertion());
        const std::string forgedResponse = response(assertion("evil", "mallory"), "evilr");
        row("1: the original response in the signature of a forged one",
            replaced(forgedResponse, "</saml:Issuer><samlp:Status>",
                     "</saml:Issuer>" +
                         replaced(wholeSignature, "</ds:Signature>",
                                  "<ds:Object>" + original + "</ds:Object></ds:Signature>") +
                         "<samlp:Status>"));
        row("2: the original response before its signature",
            replaced(forgedResponse, "</saml:Issuer><samlp:Status>",
                     "</saml:Issuer>" + original + wholeSignature + "<samlp:Status>"));
        const std::string one = signedAssertion();
        const std::string signature = elementOf(one, "ds:Signature");
        const std::string bare = replaced(one, signature, "");
        const std::string forged = assertion("evil", "mallory");
        const auto forgedWith = [&](const std::string& inside) {
            return replaced(forged, "<saml:Subject>", inside + "<saml:Subject>");
        };
        row("3: a forged assertion before the signed one", response(forged + one));
        row("3, behind it", response(one + forged));
        row("4: the signed assertion in a forged one",
            response(replaced(forged, "</saml:Assertion>", one + "</saml:Assertion>")));
        row("5: the signature in a forged assertion, the original behind", response(forgedWith(signature) + bare));
        row("6: the original in the signature of a forged assertion",
            response(forgedWith(replaced(signature, "</ds:SignatureValue>", "</ds:SignatureValue>" + bare))));
        row("7: the original in Extensions",
            replaced(response(forgedWith(signature)), "<samlp:Status>",
                     "<samlp:Extensions>" + bare + "</samlp:Extensions><samlp:Status>"));
        row("8: the original in an Object of the signature",
            response(forgedWith(
                replaced(signature, "</ds:Signature>", "<ds:Object>" + bare + "</ds:Object></ds:Signature>"))));
        row("the signed one in an Advice of a forged one",
            response(forgedWith("<saml:Advice>" + one + "</saml:Advice>")));
        row("the signed one in an Advice, with its signature taken out",
            response(forgedWith(signature + "<saml:Advice>" + bare + "</saml:Advice>")));
        row("the signed one in StatusDetail",
            replaced(response(forged), "</samlp:Status>",
                     "<samlp:StatusDetail>" + one + "</samlp:StatusDetail></samlp:Status>"));
        row("a forged one with the ID of the signed one", response(assertion("a1", "mallory") + one));
        row("a forged one beside one that is encrypted", response(forged + encryptedFor(one)));
        row("one that is encrypted beside a signed one", response(encryptedFor(forged) + one));
        row("an assertion of another namespace", response(one + "<x:Assertion xmlns:x=\"urn:x\"/>"));
        row("a response in the response", response("<samlp:Extensions>" + original + "</samlp:Extensions>" + one));
    }
    void wrappedSignaturesProveNothing() {
        QFETCH(QByteArray, message);
        const std::string who = person(message.toStdString());
        QVERIFY2(who.starts_with("("), who.c_str());
    }

    void anyChangeIsRefused_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("failed");
        const auto row = [](const char* name, const QByteArray& what, const QByteArray& with, const char* failed) {
            QTest::newRow(name) << what << with << QByteArray(failed);
        };
        row("a comment in the name", "alice<", "al<!-- -->ice<", "saml.xml");
        row("an element in the name", "alice<", "alice<saml:x/>.evil<", "saml.name_id");
        row("CDATA in the name", "alice<", "<![CDATA[alice]]><", "saml.xml");
        row("no name", "alice<", "<", "saml.name_id");
        row("a long name", "alice<", QByteArray(257, 'a') + "<", "saml.name_id");
        row("another qualifier", "<saml:NameID ", "<saml:NameID SPNameQualifier=\"https://other.example\" ",
            "saml.name_id.qualifier");
        row("no subject", "<saml:Subject>", "<saml:Advice>", "saml.xml");
        row("another version", "Version=\"2.0\" IssueInstant=\"2026-11-23T09:59:58Z\"",
            "Version=\"1.1\" IssueInstant=\"2026-11-23T09:59:58Z\"", "saml.assertion");
        row("another issuer of the assertion", "<saml:Issuer>https://idp.example</saml:Issuer><saml:Subject>",
            "<saml:Issuer>https://other.example</saml:Issuer><saml:Subject>", "saml.assertion.issuer");
        row("an element in the issuer", "https://idp.example</saml:Issuer><saml:Subject>",
            "https://idp.example<saml:x/></saml:Issuer><saml:Subject>", "saml.assertion.issuer");
        row("another recipient", "Recipient=\"https://sp.example/acs\"", "Recipient=\"https://sp.example/acs/\"",
            "saml.subject_confirmation");
        row("no recipient", "Recipient=\"https://sp.example/acs\"", "", "saml.subject_confirmation");
        row("another request", "InResponseTo=\"_q1\"/>", "InResponseTo=\"_q2\"/>", "saml.subject_confirmation");
        row("no request", "InResponseTo=\"_q1\"/>", "/>", "saml.subject_confirmation");
        row("a confirmation that has expired", "NotOnOrAfter=\"2026-11-23T10:04:58Z\" Recipient",
            "NotOnOrAfter=\"2026-11-23T09:57:59Z\" Recipient", "saml.subject_confirmation");
        row("a confirmation without an end", "NotOnOrAfter=\"2026-11-23T10:04:58Z\" Recipient", "Recipient",
            "saml.subject_confirmation");
        row("a confirmation for later", "<saml:SubjectConfirmationData ",
            "<saml:SubjectConfirmationData NotBefore=\"2026-11-23T09:00:00Z\" ", "saml.subject_confirmation");
        row("a holder of key", "cm:bearer", "cm:holder-of-key", "saml.subject_confirmation");
        row("conditions that begin later", "NotBefore=\"2026-11-23T09:59:28Z\"", "NotBefore=\"2026-11-23T10:02:01Z\"",
            "saml.conditions.time");
        row("conditions that are over", "NotOnOrAfter=\"2026-11-23T10:04:58Z\"><saml:Aud",
            "NotOnOrAfter=\"2026-11-23T09:58:00Z\"><saml:Aud", "saml.conditions.time");
        row("conditions without an end", " NotOnOrAfter=\"2026-11-23T10:04:58Z\"><saml:Aud", "><saml:Aud",
            "saml.conditions.time");
        row("a time that is none", "NotBefore=\"2026-11-23T09:59:28Z\"", "NotBefore=\"yesterday\"",
            "saml.conditions.time");
        row("a condition that nobody knows", "</saml:AudienceRestriction>",
            "</saml:AudienceRestriction><saml:Condition/>", "saml.conditions.known");
        row("another audience", "<saml:Audience>https://sp.example<", "<saml:Audience>https://sp.example.evil<",
            "saml.audience");
        row("an audience in other case", "<saml:Audience>https://sp.example<", "<saml:Audience>https://SP.example<",
            "saml.audience");
        row("a second restriction", "</saml:AudienceRestriction>",
            "</saml:AudienceRestriction><saml:AudienceRestriction><saml:Audience>https://b.example</saml:Audience></"
            "saml:AudienceRestriction>",
            "saml.audience");
        row("no audience",
            "<saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction>",
            "", "saml.audience");
        row("a sign-in in the future", "AuthnInstant=\"2026-11-23T09:59:50Z\"", "AuthnInstant=\"2026-11-23T10:02:01Z\"",
            "saml.authn_statement.instant");
        row("a session that is over",
            "SessionIndex=", "SessionNotOnOrAfter=\"2026-11-23T09:59:59Z\" SessionIndex=", "saml.session_expiry");
        row("two sign-ins", "<saml:AttributeStatement>",
            "<saml:AuthnStatement AuthnInstant=\"2026-11-23T09:59:50Z\"/><saml:AttributeStatement>",
            "saml.authn_statement");
        row("an attribute twice", "<saml:Attribute Name=\"groups\">", "<saml:Attribute Name=\"email\">",
            "saml.attributes");
        row("an attribute without a name", "<saml:Attribute Name=\"groups\">", "<saml:Attribute>", "saml.attributes");
    }
    void anyChangeIsRefused() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, failed);
        const std::string changed = replaced(assertion(), what.toStdString(), with.toStdString());
        // Signed by the provider itself, so that nothing but the content is wrong.
        const bool isXml = xml::Tree::parse(changed).has_value();
        QCOMPARE(QByteArray::fromStdString(outcome(response(isXml ? sign(changed, "a1") : changed))), failed);
        // Changed on its way. (In a signed one the signature stands between issuer and subject.)
        const std::string message = assertionSigned();
        if (const std::size_t at = message.find(what.toStdString()); at != std::string::npos) {
            std::string onItsWay = message;
            QVERIFY(outcome(onItsWay.replace(at, std::size_t(what.size()), with.toStdString())) != "accepted");
        }
    }

    void theEnvelopeIsJudgedToo_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("failed");
        const auto row = [](const char* name, const QByteArray& what, const QByteArray& with, const char* failed) {
            QTest::newRow(name) << what << with << QByteArray(failed);
        };
        row("another destination", "Destination=\"https://sp.example/acs\"", "Destination=\"https://sp.example/acs/\"",
            "saml.destination");
        row("an empty destination", "Destination=\"https://sp.example/acs\"", "Destination=\"\"", "saml.destination");
        row("no destination", "Destination=\"https://sp.example/acs\"", "", "saml.destination");
        row("another version", "Version=\"2.0\"", "Version=\"1.1\"", "saml.version");
        row("made in the future", "09:59:59Z", "10:02:01Z", "saml.issue_instant");
        row("made long ago", "09:59:59Z", "09:54:59Z", "saml.issue_instant");
        row("another request", "InResponseTo=\"_q1\"", "InResponseTo=\"_q2\"", "saml.in_response_to");
        row("no request", "InResponseTo=\"_q1\"", "", "saml.in_response_to");
        row("another issuer", "https://idp.example<", "https://other.example<", "saml.issuer");
        row("no issuer", "<saml:Issuer>https://idp.example</saml:Issuer><samlp:Status>", "<samlp:Status>",
            "saml.issuer");
        row("a failure with an assertion", "status:Success", "status:Responder", "saml.status");
        row("no assertion", "<saml:Assertion", "<saml:Other", "saml.xml");
    }
    void theEnvelopeIsJudgedToo() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, failed);
        const std::string changed = replaced(response(assertion()), what.toStdString(), with.toStdString());
        const auto place = changed.find("</saml:Issuer><samlp:Status>") == std::string::npos ? "" : "Issuer";
        const auto message = xml::sign(changed, "r1", place, {idpKey(), crypto::Signature::RS256});
        QCOMPARE(QByteArray::fromStdString(outcome(message ? *message : changed)), failed);
    }

    void anUnsolicitedResponseNamesNoRequest() {
        ResponseRules unsolicited = rules();
        unsolicited.answers = Answers::Nothing;
        QCOMPARE(outcome(assertionSigned(), unsolicited), std::string("saml.in_response_to"));
        const std::string none = replaced(assertion(), " InResponseTo=\"_q1\"/>", "/>");
        const std::string message = replaced(response(none), " InResponseTo=\"_q1\"", "");
        QCOMPARE(outcome(sign(message, "r1"), unsolicited), std::string("accepted"));
        QCOMPARE(outcome(sign(message, "r1")), std::string("saml.in_response_to"));
    }

    void theLevelThatWasAskedForIsMet() {
        ResponseRules asked = rules();
        asked.authnContext = {"https://refeds.org/profile/mfa"};
        QCOMPARE(outcome(assertionSigned(), asked), std::string("unmet_authentication_requirements"));
        asked.authnContext.emplace_back("urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport");
        QCOMPARE(outcome(assertionSigned(), asked), std::string("accepted"));
        asked.maxAge = Seconds(0);
        QCOMPARE(outcome(assertionSigned(), asked), std::string("accepted"));
        const std::string old = sign(replaced(assertion(), "09:59:50Z", "09:57:49Z"), "a1");
        QCOMPARE(outcome(response(old), asked), std::string("saml.authn_instant"));
    }

    void aNameIdMayBeEncryptedByItself() {
        const std::string name = elementOf(assertion(), "saml:NameID");
        const auto sealed = [&](const std::string& element, const crypto::PublicKey& key) {
            return replaced(assertion(), name,
                            "<saml:EncryptedID>" + xml::encrypt(element, key).value() + "</saml:EncryptedID>");
        };
        const std::string good = sealed(name, ourKey().publicKey());
        QCOMPARE(person(response(sign(good, "a1"))), person(assertionSigned()));
        QCOMPARE(person(response(encryptedFor(sign(good, "a1")))), person(assertionSigned()));
        const ResponseVerdict verdict = saml::sp::judgeResponse(response(sign(good, "a1")), rules(), kNow);
        QVERIFY(verdict.clear.find("EncryptedID") == std::string::npos);
        QVERIFY(verdict.clear.find(person(assertionSigned())) != std::string::npos);
        QCOMPARE(outcome(response(good)), std::string("saml.signature")); // and nothing was opened
        QCOMPARE(saml::sp::judgeResponse(response(good), rules(), kNow).clear, response(good));
        QCOMPARE(outcome(response(sign(sealed(name, idpKey().publicKey()), "a1"))),
                 std::string("saml.name_id.decryption"));
        QCOMPARE(outcome(response(sign(sealed("<a>x</a>", ourKey().publicKey()), "a1"))),
                 std::string("saml.name_id.decryption"));
        QCOMPARE(outcome(response(sign(sealed("<!DOCTYPE a>" + name, ourKey().publicKey()), "a1"))),
                 std::string("saml.name_id.decryption"));
    }
    void anEncryptedAssertionIsOpenedAndHasToBeSigned() {
        const std::string message = response(encryptedFor(signedAssertion()));
        const ResponseVerdict verdict = saml::sp::judgeResponse(message, rules(), kNow);
        QVERIFY2(verdict.assertion, outcome(message).c_str());
        QVERIFY(verdict.assertion->encrypted);
        QCOMPARE(outcome(sign(response(encryptedFor(assertion())), "r1")), std::string("accepted"));
        QCOMPARE(outcome(response(encryptedFor(assertion()))),
                 std::string("saml.signature")); // anybody can encrypt to us
        QCOMPARE(outcome(response(encryptedFor(signedAssertion(), idpKey().publicKey()))),
                 std::string("saml.decryption"));
        QCOMPARE(outcome(response(encryptedFor(sign(assertion(), "a1", ourKey())))),
                 std::string("saml.signature.assertion"));
        QCOMPARE(outcome(response(encryptedFor("<a>" + signedAssertion() + "</a>"))),
                 std::string("saml.decryption.shape"));
        QCOMPARE(outcome(response(encryptedFor("<!DOCTYPE a>" + signedAssertion()))),
                 std::string("saml.decryption.xml"));
        ResponseRules wanted = rules();
        wanted.wantEncrypted = true;
        QCOMPARE(outcome(assertionSigned(), wanted), std::string("saml.encryption"));
        QCOMPARE(outcome(message, wanted), std::string("accepted"));
    }

    // security.md SP-51: whatever is missing, there is an answer and it is not "accepted" for what matters.
    void noElementIsMissedSilently() {
        const auto tree = xml::Tree::parse(response(assertion()));
        QVERIFY(tree);
        int tried = 0;
        for (const xml::Element& each : tree->root().withDescendants()) {
            if (each == tree->root()) {
                continue;
            }
            std::string without(tree->text());
            without.erase(std::size_t(each.source().data() - tree->text().data()), each.source().size());
            const auto message = xml::sign(without, "r1", "", {idpKey(), crypto::Signature::RS256});
            QVERIFY(message);
            const std::string name(each.localName());
            const bool mayMiss = name.starts_with("Attribute") || name.starts_with("AuthnContext");
            QCOMPARE(QByteArray::fromStdString(name + (outcome(*message) == "accepted" ? " accepted" : " refused")),
                     QByteArray::fromStdString(name + (mayMiss ? " accepted" : " refused")));
            ++tried;
        }
        QVERIFY(tried > 15);
    }
};

QTEST_GUILESS_MAIN(TstResponse)
#include "tst_response.moc"
