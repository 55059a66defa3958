// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/sp/inspect.h"

using namespace gatehouse;
using saml::sp::inspectMessage;

namespace {

std::string contentOf(const char* name) {
    QFile file(QString(GATEHOUSE_TEST_DATA "/saml/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TstInspect final : public QObject {
    Q_OBJECT

private slots:
    void aResponseIsShownWithWhatMatters() {
        const auto seen = inspectMessage(contentOf("gosaml2/providertests/testdata/okta_response.xml"));
        QVERIFY2(seen, seen ? "" : seen.error().detail.c_str());
        QCOMPARE(json::stringMember(*seen, "message").value_or(""), std::string_view("Response"));
        QCOMPARE(json::stringMember(*seen, "form").value_or(""), std::string_view("XML"));
        QCOMPARE(json::stringMember(*seen, "issuer").value_or(""),
                 std::string_view("http://www.okta.com/exk659aytfMeNI49v0h7"));
        QCOMPARE(json::stringMember(*seen, "status").value_or(""),
                 std::string_view("urn:oasis:names:tc:SAML:2.0:status:Success"));
        QCOMPARE(json::stringMember(*json::objectMember(*seen, "attributes"), "Destination").value_or(""),
                 std::string_view("http://localhost:8080/v1/_saml_callback"));
        QCOMPARE(json::arrayMember(*seen, "signatures")->size(), std::size_t(2));
        const json::Object& signature = json::arrayMember(*seen, "signatures")->front().as_object();
        QCOMPARE(json::stringMember(signature, "signs").value_or(""), std::string_view("Response"));
        QVERIFY(json::stringMember(*json::objectMember(signature, "certificate"), "fingerprint")->size() == 95);
        QCOMPARE(json::arrayMember(*seen, "assertions")->size(), std::size_t(1));
        QVERIFY(json::arrayMember(*seen, "problems")->empty());
    }

    void whatWouldBeRefusedCanStillBeLookedAt() {
        const auto seen = inspectMessage(contentOf("ruby-saml/responses/response_node_text_attack.xml.base64"));
        QVERIFY2(seen, seen ? "" : seen.error().detail.c_str());
        QCOMPARE(json::stringMember(*seen, "form").value_or(""), std::string_view("base64"));
        QVERIFY(json::view(json::arrayMember(*seen, "problems")->front().as_string()).starts_with("xml.comment"));
        const auto several = inspectMessage(contentOf("ruby-saml/responses/invalids/multiple_assertions.xml.base64"));
        QVERIFY(several);
        QVERIFY(json::arrayMember(*several, "assertions")->size() > 1);
        QVERIFY(json::view(json::arrayMember(*several, "problems")->front().as_string()).starts_with("saml.shape"));
    }

    void otherMessagesAreShownToo() {
        const auto seen = inspectMessage(
            "<p:AuthnRequest xmlns:p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_1\" ForceAuthn=\"true\"/>");
        QVERIFY(seen);
        QCOMPARE(json::stringMember(*seen, "message").value_or(""), std::string_view("AuthnRequest"));
        QCOMPARE(json::stringMember(*json::objectMember(*seen, "attributes"), "ForceAuthn").value_or(""),
                 std::string_view("true"));
    }

    void whatIsNoMessageIsSaid() {
        QCOMPARE(inspectMessage("hello").error().reason, std::string("saml.malformed"));
        QCOMPARE(inspectMessage("<!DOCTYPE a><a/>").error().reason, std::string("xml.doctype"));
    }
};

QTEST_GUILESS_MAIN(TstInspect)
#include "tst_inspect.moc"
