// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/certificate.h"
#include "tests/support/test_certificate.h"

using namespace gatehouse;
using namespace gatehouse::http;
using testing::CertificateWish;
using testing::TestCertificate;

namespace {

CertificateWish authority(const char* name) {
    CertificateWish wish;
    wish.commonName = name;
    wish.authority = true;
    return wish;
}

CertificateWish server() {
    CertificateWish wish;
    wish.commonName = "idp";
    wish.subjectAltName = "DNS:idp.example,DNS:login.example,IP:127.0.0.1";
    return wish;
}

std::string why(const std::string& pem) {
    const auto read = readCertificates(pem);
    return read ? std::string() : read.error().reason + ": " + read.error().detail;
}

std::vector<Certificate> read(std::initializer_list<const TestCertificate*> certificates) {
    std::string pem;
    for (const TestCertificate* each : certificates) {
        pem += each->pem();
    }
    return readCertificates(pem).value();
}

} // namespace

class TestCertificates : public QObject {
    Q_OBJECT
private slots:
    void whatAPersonNeedsToJudgeItIsRead() {
        const TestCertificate root(authority("Corp Root"));
        const TestCertificate leaf(server(), &root);
        const auto both = read({&leaf, &root});
        QCOMPARE(both.size(), std::size_t(2));
        QCOMPARE(both[0].subject, std::string("CN = idp"));
        QCOMPARE(both[0].issuer, std::string("CN = Corp Root"));
        QCOMPARE(both[0].names, (std::vector<std::string>{"idp.example", "login.example"}));
        QVERIFY(!both[0].authority && both[1].authority);
        QVERIFY(both[1].notBefore < both[1].notAfter);
        QCOMPARE(both[1].fingerprint.size(), std::size_t(32 * 3 - 1));
        QVERIFY(both[0].fingerprint != both[1].fingerprint);
        QCOMPARE(both[1].pem, root.pem());
    }
    void whatIsNoCertificateIsRefused_data() {
        QTest::addColumn<QString>("pem");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << "trust me";
        QTest::newRow("half") << "-----BEGIN CERTIFICATE-----\nMIIB\n";
        QTest::newRow("rubbish") << "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
        QTest::newRow("large") << QString(65537, 'x');
    }
    void whatIsNoCertificateIsRefused() {
        QFETCH(QString, pem);
        QVERIFY(QString::fromStdString(why(pem.toStdString())).startsWith("certificate.unreadable: The text"));
    }
    void aPrivateKeyIsRefusedAndNamed() {
        const TestCertificate root(authority("Corp Root"));
        const std::string begin = "-----BEGIN ";
        QVERIFY(why(root.pem() + begin + "PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").find("private key") !=
                std::string::npos);
    }
    void moreThanTenAreRefused() {
        const TestCertificate root(authority("Corp Root"));
        std::string pem;
        for (int i = 0; i < 11; ++i) {
            pem += root.pem();
        }
        QVERIFY(!why(pem).empty());
    }
    void aTextThatCouldConfuseAScreenIsMadeHarmless() {
        CertificateWish wish = authority("evil\x1b[2J root");
        wish.commonName += std::string(60, 'x').substr(0, 40);
        const auto one = read({std::make_unique<TestCertificate>(wish).get()});
        QVERIFY(one[0].subject.find('\x1b') == std::string::npos);
    }

    void aChainIsProvenByItsRootAndByWhatIsBetween() {
        const TestCertificate root(authority("Corp Root"));
        const TestCertificate between(authority("Corp Issuing"), &root);
        const TestCertificate leaf(server(), &between);
        QVERIFY(provenBy(read({&root}), read({&leaf, &between})));
        QVERIFY(provenBy(read({&between}), read({&leaf, &between})));
        QVERIFY(provenBy(read({&between}), read({&leaf})));
        QVERIFY(!provenBy(read({&root}), read({&leaf}))); // what is between is not there
    }
    void anotherAuthorityOfTheSameNameProvesNothing() {
        const TestCertificate root(authority("Corp Root"));
        const TestCertificate twin(authority("Corp Root"));
        const TestCertificate leaf(server(), &root);
        QVERIFY(!provenBy(read({&twin}), read({&leaf})));
        QVERIFY(!provenBy(read({&twin}), {}));
        QVERIFY(!provenBy({}, read({&leaf})));
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificate.moc"
