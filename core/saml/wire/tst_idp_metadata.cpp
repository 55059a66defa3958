// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/wire/idp_metadata.h"

using namespace gatehouse;
using crypto::Strength;
using saml::wire::readIdpMetadata;

namespace {

std::string contentOf(const char* name) {
    QFile file(QString(GATEHOUSE_TEST_DATA "/saml/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string entity(const std::string& id, const std::string& inRole = {}, const std::string& attributes = {}) {
    return "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"" + id + "\"" +
           attributes +
           "><md:IDPSSODescriptor WantAuthnRequestsSigned=\"true\" protocolSupportEnumeration=\"urn:x "
           "urn:oasis:names:tc:SAML:2.0:protocol\">" +
           inRole +
           "<md:SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" "
           "Location=\"https://idp.example/sso\"/>"
           "</md:IDPSSODescriptor></md:EntityDescriptor>";
}

std::string federation(const std::string& content) {
    return "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">" + content +
           "</md:EntitiesDescriptor>";
}

std::string reasonOf(const std::string& text, std::string_view entityId = {}) {
    const auto read = readIdpMetadata(text, entityId);
    return read ? "read" : read.error().reason;
}

} // namespace

class TstIdpMetadata final : public QObject {
    Q_OBJECT

private slots:
    void aProviderIsReadWithItsKeysAndAddresses() {
        const auto read = readIdpMetadata(
            contentOf("ruby-saml/metadata/idp_metadata_different_sign_and_encrypt_cert.xml"), {}, Strength::Legacy);
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QVERIFY(!read->entityId.empty());
        QCOMPARE(read->signing.size(), std::size_t(1));
        QCOMPARE(read->encryption.size(), std::size_t(1));
        QVERIFY(read->signing.front().fingerprint != read->encryption.front().fingerprint);
        QVERIFY(!read->singleSignOn.empty());
        QVERIFY(read->singleSignOn.front().location.starts_with("https://"));
    }

    void everySigningKeyCounts() {
        const auto read =
            readIdpMetadata(contentOf("ruby-saml/metadata/idp_metadata_multi_signing_certs.xml"), {}, Strength::Legacy);
        QVERIFY(read);
        QVERIFY(read->signing.size() > 1);
    }

    void whatTheRoleSaysIsRead() {
        const auto read =
            readIdpMetadata("\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- made by hand -->" +
                            entity("https://idp.example", "<md:NameIDFormat>urn:x:format</md:NameIDFormat>",
                                   " validUntil=\"2026-12-01T00:00:00Z\""));
        QVERIFY2(read, read ? "" : read.error().detail.c_str());
        QCOMPARE(read->entityId, std::string("https://idp.example"));
        QVERIFY(read->wantAuthnRequestsSigned);
        QCOMPARE(read->nameIdFormats, (std::vector<std::string>{"urn:x:format"}));
        QCOMPARE(toRfc3339(*read->validUntil), std::string("2026-12-01T00:00:00.000Z"));
    }

    void oneIsChosenOfMany() {
        const std::string many = federation(entity("https://a.example") + federation(entity("https://b.example")));
        QCOMPARE(reasonOf(many), std::string("metadata.several_entities"));
        QCOMPARE(readIdpMetadata(many, "https://b.example")->entityId, std::string("https://b.example"));
        QCOMPARE(reasonOf(many, "https://c.example"), std::string("metadata.no_entity"));
        QCOMPARE(reasonOf(federation(entity("https://a.example"))), std::string("read"));
        QCOMPARE(reasonOf(federation(entity("https://a.example") + entity("https://a.example")), "https://a.example"),
                 std::string("metadata.duplicate"));
    }

    void whatIsNoProviderIsRefused() {
        QCOMPARE(reasonOf("<html/>"), std::string("metadata.malformed"));
        QCOMPARE(reasonOf("<!DOCTYPE x>" + entity("https://a.example")), std::string("xml.doctype"));
        QCOMPARE(reasonOf(entity("")), std::string("metadata.malformed"));
        QCOMPARE(reasonOf(entity("https://a.example", {}, " validUntil=\"soon\"")), std::string("metadata.malformed"));
        const std::string sp =
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://sp.example\">"
            "<md:SPSSODescriptor "
            "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"/></md:EntityDescriptor>";
        QCOMPARE(reasonOf(sp), std::string("metadata.no_idp"));
        const std::string old =
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"https://idp.example\">"
            "<md:IDPSSODescriptor "
            "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:1.1:protocol\"/></md:EntityDescriptor>";
        QCOMPARE(reasonOf(old), std::string("metadata.no_idp"));
    }

    void anAddressThatRunsAScriptIsRefused_data() {
        QTest::addColumn<QByteArray>("location");
        for (const char* each : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example/", "",
                                 " https://idp.example"}) {
            QTest::newRow(*each == '\0' ? "none" : each) << QByteArray(each);
        }
    }
    void anAddressThatRunsAScriptIsRefused() {
        QFETCH(QByteArray, location);
        const std::string service =
            "<md:SingleLogoutService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"" +
            location.toStdString() + "\"/>";
        QCOMPARE(reasonOf(entity("https://a.example", service)), std::string("metadata.location"));
    }

    void aKeyThatCannotBeReadIsCounted() {
        const auto descriptor = [](const std::string& text) {
            return "<md:KeyDescriptor><ds:KeyInfo "
                   "xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:X509Data><ds:X509Certificate>" +
                   text + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
        };
        const auto read = readIdpMetadata(entity("https://a.example", descriptor("AAAA") + descriptor("!")));
        QVERIFY(read);
        QCOMPARE(read->unreadableKeys.size(), std::size_t(2));
        QVERIFY(read->signing.empty());
    }
};

QTEST_GUILESS_MAIN(TstIdpMetadata)
#include "tst_idp_metadata.moc"
