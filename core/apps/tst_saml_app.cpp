// SPDX-License-Identifier: Apache-2.0
#include "apps/saml_app.h"

#include <QTest>

#include "apps/app.h"

namespace gatehouse::apps {
namespace {

const std::string kMetadata =
    "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://sp.example/metadata'>"
    "<md:SPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'>"
    "<md:AssertionConsumerService Binding='urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'"
    " Location='https://sp.example/acs' index='0'/></md:SPSSODescriptor></md:EntityDescriptor>";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

/// The codes of what is wrong with it.
std::string problemsOf(const json::Object& object, App& app) {
    Problems problems;
    readJson(object, app, problems);
    std::string codes;
    for (const Problem& each : problems) {
        codes.append(codes.empty() ? "" : " ").append(each.pointer + ":" + each.code);
    }
    return codes;
}

} // namespace

class TestSamlApp : public QObject {
    Q_OBJECT
private slots:
    static void isKnownByItsEntityId() {
        App app;
        QCOMPARE(problemsOf({{"name", "wiki"}, {"type", "saml"}, {"spMetadataXml", kMetadata}}, app), std::string());
        QCOMPARE(app.clientId, std::string("https://sp.example/metadata"));
        QVERIFY(app.auth == Auth::None);
        QVERIFY(app.grantTypes.empty());
    }

    static void comesBackAsItWasWritten() {
        App app;
        const json::Object saml{
            {"nameIdFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"},
            {"signResponses", false},
            {"encryptAssertions", false},
            {"requireSignedRequests", false},
            {"idpInitiated", true},
            {"relayState", "start"},
            {"attributes", json::Array{json::Object{{"name", "mail"}, {"claim", "email"}, {"friendlyName", ""}}}}};
        QCOMPARE(problemsOf({{"name", "wiki"}, {"type", "saml"}, {"spMetadataXml", kMetadata}, {"saml", saml}}, app),
                 std::string());
        QCOMPARE(json::write(toJson(app).at("saml")), json::write(saml));
    }

    static void refusesWhatCannotWork_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char* name, const char* member, const std::string& text, const char* problem) {
            QTest::newRow(name) << QByteArray(member) << QByteArray::fromStdString(text) << QByteArray(problem);
        };
        const std::string quoted = json::write(json::Value(kMetadata));
        row("no metadata", "spMetadataXml", "\"\"", "/spMetadataXml:sp_metadata_missing");
        row("no XML", "spMetadataXml", "\"hello\"", "/spMetadataXml:sp_metadata_invalid");
        row("DOCTYPE", "spMetadataXml", json::write(json::Value("<!DOCTYPE a>" + kMetadata)),
            "/spMetadataXml:sp_metadata_invalid");
        for (const char* location : {"javascript:alert(1)", "data:text/html,x", "http://sp.example/acs"}) {
            row(location, "spMetadataXml",
                json::write(json::Value(replaced(kMetadata, "https://sp.example/acs", location))),
                "/spMetadataXml:sp_metadata_invalid");
        }
        row("no POST consumer", "spMetadataXml",
            json::write(json::Value(replaced(kMetadata, "bindings:HTTP-POST", "bindings:HTTP-Artifact"))),
            "/spMetadataXml:sp_metadata_invalid");
        row("signed requests without a key", "saml", "{\"requireSignedRequests\":true}",
            "/spMetadataXml:sp_metadata_invalid");
        row("another client id", "clientId", "\"https://other.example\"", "/spMetadataXml:entity_id_mismatch");
        row("unknown format", "saml", "{\"nameIdFormat\":\"urn:kerberos\"}",
            "/saml/nameIdFormat:name_id_format_unknown");
        row("unknown claim", "saml", "{\"attributes\":[{\"name\":\"a\",\"claim\":\"password\"}]}",
            "/saml/attributes/0/claim:claim_unknown");
        row("consent", "consent", "\"always\"", "/consent:not_for_type");
        row("another type", "type", "\"web\"", "/spMetadataXml:not_for_type");
    }
    static void refusesWhatCannotWork() {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, problem);
        json::Object object{{"name", "wiki"}, {"type", "saml"}, {"spMetadataXml", kMetadata}};
        object[member.toStdString()] = json::parse(text.toStdString()).value();
        App app;
        QCOMPARE(problemsOf(object, app), problem.toStdString());
    }
};

} // namespace gatehouse::apps

QTEST_GUILESS_MAIN(gatehouse::apps::TestSamlApp)
#include "tst_saml_app.moc"
