// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/sender_key.h"

using namespace gatehouse;

class TestSenderKey : public QObject {
    Q_OBJECT
private slots:
    void aCertificateIsNamedByItsThumbprint() {
        // SHA-256 of "abc" (FIPS 180-2, B.1)
        const std::string key = oauth::certificateKey("abc");
        QCOMPARE(key, std::string("x5t#S256:ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"));
        QVERIFY(oauth::isCertificateKey(key));
        QVERIFY(!oauth::isCertificateKey("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"));
        QVERIFY(oauth::certificateKey("").empty());
    }
    void aConfirmationSaysWhichKindOfKey() {
        const std::string certificate = oauth::certificateKey("abc");
        QCOMPARE(json::write(oauth::confirmationOf(certificate)),
                 std::string("{\"x5t#S256\":\"ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0\"}"));
        QCOMPARE(json::write(oauth::confirmationOf("thumb")), std::string("{\"jkt\":\"thumb\"}"));
        for (const std::string& key : {certificate, std::string("thumb")}) {
            QCOMPARE(oauth::confirmedKey({{"cnf", oauth::confirmationOf(key)}}), key);
        }
    }
    void whatConfirmsNothingIsBoundToNothing() {
        QVERIFY(oauth::confirmedKey({}).empty());
        QVERIFY(oauth::confirmedKey({{"cnf", json::Object{}}}).empty());
        QVERIFY(oauth::confirmedKey({{"cnf", json::Object{{"jkt", 1}}}}).empty());
        QVERIFY(oauth::confirmedKey({{"cnf", "x"}}).empty());
    }
    // A DPoP thumbprint that a thief makes look like a certificate's is still not that certificate's
    void oneKindNeverPassesForTheOther() {
        QVERIFY(oauth::confirmedKey({{"cnf", json::Object{{"jkt", "abc"}}}}) !=
                oauth::confirmedKey({{"cnf", json::Object{{"x5t#S256", "abc"}}}}));
    }
};

QTEST_GUILESS_MAIN(TestSenderKey)
#include "tst_sender_key.moc"
