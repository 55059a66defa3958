// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "saml/wire/authn_request.h"
#include "saml/wire/idp_metadata.h"
#include "saml/wire/logout.h"
#include "saml/wire/names.h"
#include "saml/wire/redirect_binding.h"
#include "sandbox/sandbox_idp.h"
#include "sandbox/tst_browser.h"
#include "xml/signature.h"

using namespace gatehouse;
using namespace gatehouse::sandbox;
namespace wire = gatehouse::saml::wire;
using sandbox::test::Browser;

class TestSamlIdp : public QObject {
    Q_OBJECT

    const std::string m_base = "http://127.0.0.1:8480";
    const std::string m_sp = m_base + "/sso/saml/0190-ab";
    const std::string m_place = m_base + "/sandbox/acme/saml/";
    ManualClock m_clock{fromMillis(1'700'000'000'000)};
    std::unique_ptr<SandboxIdp> m_idp;
    std::unique_ptr<Browser> m_browser;

    [[nodiscard]] wire::AuthnRequest request() const {
        wire::AuthnRequest out;
        out.id = "_question";
        out.issueInstant = m_clock.now();
        out.destination = m_place + "sso";
        out.issuer = m_sp + "/metadata";
        out.acsUrl = m_sp + "/acs";
        return out;
    }
    [[nodiscard]] std::string addressOf(const wire::AuthnRequest& request) const {
        return wire::redirectAddress(m_place + "sso", wire::MessageKind::Request, wire::toXml(request), "here", nullptr)
            .value();
    }
    http::Response ask(const wire::AuthnRequest& request, const std::string& persona = "ana") {
        return m_browser->get(addressOf(request) + (persona.empty() ? "" : "&persona=" + persona));
    }
    http::Response ask() { return ask(request()); }
    static std::string field(const http::Response& page, const std::string& name) {
        const std::string before = "name=\"" + name + "\" value=\"";
        const std::size_t at = page.body.find(before);
        return at == std::string::npos
                   ? ""
                   : page.body.substr(at + before.size(), page.body.find('"', at + before.size()) - at - before.size());
    }
    static std::string message(const http::Response& page) {
        return base64Decode(field(page, "SAMLResponse")).value_or("");
    }
    [[nodiscard]] std::vector<crypto::PublicKey> keys() const {
        return {wire::readIdpMetadata(m_idp->saml().metadata()).value().signing.front().key};
    }
    /// Why the assertion's signature does not hold; empty: it does.
    [[nodiscard]] std::string wrongWith(const std::string& text, xml::Sha1 sha1 = xml::Sha1::Refuse,
                                        const xml::Limits& limits = {}) const {
        const auto tree = xml::Tree::parse(text, limits);
        if (!tree) {
            return tree.error().reason;
        }
        const auto assertion = tree->root().child(wire::kAssertionSpace, "Assertion");
        const auto verified = xml::verify(*tree, *assertion, keys(), sha1, limits);
        return verified ? "" : verified.error().reason;
    }
    void switchOn(Fault fault) { m_idp->faults().set(fault, true); }

private slots:
    void init() {
        IdpOptions options;
        options.issuer = m_base + "/sandbox/acme";
        options.path = "/sandbox/acme";
        options.clientId = "broker";
        options.clientSecret = Secret::copyOf("s3cret");
        options.publicUrl = m_base;
        m_idp = *SandboxIdp::create(std::move(options), m_clock);
        m_browser =
            std::make_unique<Browser>([this](const http::Request& request) { return m_idp->handle(request); }, m_base);
    }

    void theMetadataSaysWhereAndWithWhatKey() {
        const auto response = m_browser->get(m_place + "metadata");
        QCOMPARE(std::string(response.headers.get("Content-Type").value_or("")),
                 std::string("application/samlmetadata+xml"));
        const auto metadata = wire::readIdpMetadata(response.body).value();
        QCOMPARE(metadata.entityId, m_place + "metadata");
        QCOMPARE(metadata.signing.size(), std::size_t(1));
        QCOMPARE(metadata.singleSignOn.size(), std::size_t(2));
        QCOMPARE(metadata.singleLogout.size(), std::size_t(2));
        QVERIFY(*metadata.validUntil > m_clock.now() + Seconds(86400 * 365));
    }
    void anAnswerIsSignedAndForWhoeverAsked() {
        const http::Response page = ask();
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.find("action=\"" + m_sp + "/acs\"") != std::string::npos);
        QCOMPARE(field(page, "RelayState"), std::string("here"));
        const std::string text = message(page);
        QCOMPARE(wrongWith(text), std::string());
        for (const std::string& said : std::vector<std::string>{
                 "InResponseTo=\"_question\"", "Destination=\"" + m_sp + "/acs\"", "Recipient=\"" + m_sp + "/acs\"",
                 "<saml:Audience>" + m_sp + "/metadata</saml:Audience>", ">practice-ana</saml:NameID>",
                 ">ana@acme.example</saml:AttributeValue>", ">eng-admins</saml:AttributeValue>",
                 "<saml:AuthnContextClassRef>https://refeds.org/profile/mfa</saml:AuthnContextClassRef>"}) {
            QVERIFY2(text.find(said) != std::string::npos, said.c_str());
        }
    }
    void aRequestByPostIsAnsweredToo() {
        http::Parameters form;
        form.append("SAMLRequest", base64Encode(wire::toXml(request())));
        form.append("RelayState", "here");
        const http::Response page = m_browser->post(m_place + "sso", form.encode());
        QVERIFY(page.body.find("persona-ana") != std::string::npos);
        const std::size_t at = page.body.find("href=\"", page.body.find("id=\"persona-ben\"")) + 6;
        std::string link = page.body.substr(at, page.body.find('"', at) - at);
        link.replace(link.find("&amp;"), 5, "&");
        const http::Response answer = m_browser->get(link);
        QVERIFY(message(answer).find(">practice-ben</saml:NameID>") != std::string::npos);
        QCOMPARE(field(answer, "RelayState"), std::string("here"));
        m_clock.advance(Seconds(601));
        QCOMPARE(m_browser->get(link).status, 400); // the question is forgotten
    }
    void thePageSaysWhichOfItsFaultsAreOn() {
        switchOn(Fault::Unsigned);
        switchOn(Fault::TokenError);
        const http::Response page = ask(request(), "");
        QVERIFY(page.body.find(faultTitle(Fault::Unsigned)) != std::string::npos);
        QVERIFY(page.body.find(faultTitle(Fault::TokenError)) == std::string::npos); // it is none of SAML's
    }
    void nothingIsSentToStrangers_data() {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<QString>("acs");
        const QString sp = QString::fromStdString(m_sp);
        QTest::newRow("another broker") << "https://evil.example/sso/saml/0190-ab/metadata" << sp + "/acs";
        QTest::newRow("no connection") << QString::fromStdString(m_base) + "/sso/saml//metadata" << sp + "/acs";
        QTest::newRow("a path") << QString::fromStdString(m_base) + "/sso/saml/a/../b/metadata" << sp + "/acs";
        QTest::newRow("another consumer") << sp + "/metadata" << "https://evil.example/acs";
        QTest::newRow("another connection's")
            << sp + "/metadata" << QString::fromStdString(m_base) + "/sso/saml/0190-ac/acs";
    }
    void nothingIsSentToStrangers() {
        QFETCH(QString, issuer);
        QFETCH(QString, acs);
        wire::AuthnRequest asked = request();
        asked.issuer = issuer.toStdString();
        asked.acsUrl = acs.toStdString();
        const http::Response page = ask(asked);
        QCOMPARE(page.status, 400);
        QVERIFY(page.body.find("SAMLResponse") == std::string::npos);
        QVERIFY(page.body.find("evil.example") == std::string::npos);
    }
    void whatIsNoRequestIsRefused() {
        for (const std::string& query : {std::string(), std::string("?SAMLRequest=%20"), std::string("?ticket=none"),
                                         addressOf(request()).substr(m_place.size() + 3) + "&RelayState=again"}) {
            QCOMPARE(m_browser->get(m_place + "sso" + query).status, 400);
        }
        wire::LogoutRequest logout;
        logout.id = "_out";
        logout.issueInstant = m_clock.now();
        logout.issuer = m_sp + "/metadata";
        logout.nameId.value = "practice-ana";
        const auto address =
            wire::redirectAddress(m_place + "sso", wire::MessageKind::Request, wire::toXml(logout), "", nullptr);
        QCOMPARE(m_browser->get(*address).status, 400);
        QCOMPARE(m_browser->get(m_place + "other").status, 404);
        QCOMPARE(m_browser->post(m_place + "metadata", "").status, 405);
    }
    void nobodyIsSignedInSilently() {
        wire::AuthnRequest asked = request();
        asked.isPassive = true;
        QVERIFY(message(ask(asked)).find(wire::kStatusNoPassive) != std::string::npos);
    }
    void theLevelIsTheOneThatWasAskedFor() {
        wire::AuthnRequest asked = request();
        asked.authnContext = {"urn:example:strong"};
        QVERIFY(message(ask(asked)).find(">urn:example:strong<") != std::string::npos);
        switchOn(Fault::WeakAcr);
        QVERIFY(message(ask(asked)).find(wire::kPasswordContext) != std::string::npos);
    }

    // What is wrong on purpose is wrong in that and in nothing else.

    void aSignatureWithSha1HoldsWhereSha1IsTaken() {
        switchOn(Fault::Sha1Signature);
        const std::string text = message(ask());
        QCOMPARE(wrongWith(text), std::string("signature.algorithm"));
        QCOMPARE(wrongWith(text, xml::Sha1::Allow), std::string());
    }
    void theSignatureHoldsAroundAComment() {
        switchOn(Fault::CommentInNameId);
        const std::string text = message(ask());
        QCOMPARE(wrongWith(text), std::string("xml.comment"));
        xml::Limits withComments;
        withComments.comments = true;
        QCOMPARE(wrongWith(text, xml::Sha1::Refuse, withComments), std::string());
    }
    void aWrappedSignatureIsTheGenuineOne() {
        switchOn(Fault::WrappedSignature);
        const std::string text = message(ask());
        const std::size_t begin = text.find("<ds:Object>") + 11;
        const std::string genuine = text.substr(begin, text.find("</ds:Object>") - begin);
        QVERIFY(genuine.find(">practice-ana</saml:NameID>") != std::string::npos);
        // What the path Response, Assertion, Subject, NameID leads to.
        QVERIFY(text.find(">practice-somebody-else</saml:NameID>", begin + genuine.size()) != std::string::npos);
        const auto tree = xml::Tree::parse(genuine);
        QVERIFY(tree);
        QVERIFY(text.find("<ds:Reference URI=\"#" + std::string(tree->root().id()) + "\">") != std::string::npos);
    }
    void otherSignaturesAreWrongInTheirWay() {
        for (const auto& [fault, reason] :
             {std::pair(Fault::Unsigned, "signature.absent"), std::pair(Fault::BadSignature, "signature.digest"),
              std::pair(Fault::UnknownKey, "signature.key")}) {
            m_idp->faults().clear();
            switchOn(fault);
            QCOMPARE(wrongWith(message(ask())), std::string(reason));
        }
    }
    void anAssertionHasTheIdOfTheOneBefore() {
        const auto id = [this] {
            const std::string text = message(ask());
            const std::size_t at = text.find(" ID=\"", text.find("<saml:Assertion ")) + 5;
            return text.substr(at, text.find('"', at) - at);
        };
        const std::string first = id();
        QVERIFY(id() != first);
        const std::string second = id();
        switchOn(Fault::ReplayedAssertion);
        QCOMPARE(id(), second);
        m_clock.advance(Seconds(301));
        QVERIFY(id() != second); // it would be refused for its age
    }
    void aReplayedAnswerIsAPageWithTwoButtonsAndNoScript() {
        switchOn(Fault::ReplayedAnswer);
        const http::Response page = ask();
        QVERIFY(page.body.find("id=\"deliver\"") != std::string::npos);
        QVERIFY(page.body.find("id=\"deliver-again\"") != std::string::npos);
        QVERIFY(page.body.find("<script") == std::string::npos);
        QCOMPARE(wrongWith(message(page)), std::string());
    }

    void aLogoutIsAnsweredBySignedRedirect() {
        wire::LogoutRequest logout;
        logout.id = "_out";
        logout.issueInstant = m_clock.now();
        logout.issuer = m_sp + "/metadata";
        logout.nameId.value = "practice-ana";
        const auto address =
            wire::redirectAddress(m_place + "slo", wire::MessageKind::Request, wire::toXml(logout), "bye", nullptr);
        const std::string location = Browser::location(m_browser->get(*address));
        QVERIFY(location.starts_with(m_sp + "/slo?"));
        const auto message = wire::readRedirect(location.substr(location.find('?') + 1)).value();
        QVERIFY(wire::verifyRedirect(message, keys()));
        QCOMPARE(message.relayState, std::string("bye"));
        const auto tree = xml::Tree::parse(message.xml).value();
        const auto response = wire::readLogoutResponse(tree.root()).value();
        QCOMPARE(response.inResponseTo, std::string("_out"));
        QCOMPARE(response.status, std::string(wire::kStatusSuccess));
        logout.issuer = "https://evil.example/metadata";
        const auto other =
            wire::redirectAddress(m_place + "slo", wire::MessageKind::Request, wire::toXml(logout), "", nullptr);
        QCOMPARE(m_browser->get(*other).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestSamlIdp)
#include "tst_saml_idp.moc"
