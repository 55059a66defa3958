// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/client_certificate.h"
#include "tests/support/test_certificate.h"

using namespace gatehouse;
using http::normalDistinguishedName;
using testing::CertificateWish;
using testing::TestCertificate;

class TestClientCertificate : public QObject {
    Q_OBJECT
private slots:
    void everyNameIsReadAsItStands() {
        CertificateWish wish;
        wish.commonName = "worker, Ltd";
        wish.subjectAltName = "DNS:a.example,DNS:b.example,URI:spiffe://a.example/b,IP:192.0.2.7,IP:2001:db8::7,"
                              "email:x@a.example";
        const auto read = http::readClientCertificate(TestCertificate(wish).der());
        QVERIFY(read.has_value());
        QCOMPARE(read->subjectDn, std::string("CN=worker\\, Ltd"));
        QCOMPARE(read->dnsNames, (std::vector<std::string>{"a.example", "b.example"}));
        QCOMPARE(read->uris, (std::vector<std::string>{"spiffe://a.example/b"}));
        QCOMPARE(read->addresses, (std::vector<std::string>{"192.0.2.7", "2001:db8::7"}));
        QCOMPARE(read->emails, (std::vector<std::string>{"x@a.example"}));
    }
    void aNameInAnotherScriptStaysReadable() {
        CertificateWish wish;
        wish.commonName = "J\xc3\xb6rg";
        QCOMPARE(http::readClientCertificate(TestCertificate(wish).der())->subjectDn, std::string("CN=J\xc3\xb6rg"));
    }
    void whatIsNoCertificateIsRefused() {
        const std::string der = TestCertificate({}).der();
        for (const std::string& bad :
             {std::string(), std::string("x"), der.substr(0, der.size() - 1), der + "x", std::string(70000, '\0')}) {
            const auto read = http::readClientCertificate(bad);
            QVERIFY(!read && read.error().reason == "certificate.unreadable");
        }
    }
    void aDistinguishedNameHasOneSpelling_data() {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("normal");
        QTest::newRow("as it is") << "CN=a,O=b" << "CN=a,O=b";
        QTest::newRow("lower keys") << "cn=a,o=b" << "CN=a,O=b";
        QTest::newRow("spaces") << " CN = a , O = b c " << "CN=a,O=b c";
        QTest::newRow("two at once") << "CN=a + OU=b" << "CN=a+OU=b";
        QTest::newRow("escaped comma") << "CN=a\\, b,O=c" << "CN=a\\, b,O=c";
        QTest::newRow("escaped space") << "CN=a\\ ,O=c" << "CN=a\\ ,O=c";
        QTest::newRow("equals in a value") << "CN=a=b" << "CN=a=b";
        QTest::newRow("number") << "2.5.4.3=a" << "2.5.4.3=a";
        QTest::newRow("case of a value counts") << "CN=A" << "CN=A";
    }
    void aDistinguishedNameHasOneSpelling() {
        QFETCH(QString, given);
        QFETCH(QString, normal);
        QCOMPARE(normalDistinguishedName(given.toStdString()).value_or("none"), normal.toStdString());
    }
    void whatIsNoDistinguishedNameIsRefused() {
        for (const char* bad : {"", "worker", "CN=a,", "CN=a,O", "=a", "CN=a,=b", "C\tN=a", "CN/a=b"}) {
            QVERIFY2(!normalDistinguishedName(bad), bad);
        }
        QVERIFY(!normalDistinguishedName("CN=" + std::string(3000, 'a')));
    }
};

QTEST_GUILESS_MAIN(TestClientCertificate)
#include "tst_client_certificate.moc"
