// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/encoding.h"
#include "base/secret.h"

using namespace gatehouse;

class TestEncoding : public QObject {
    Q_OBJECT
private slots:
    void base64UrlRoundTripsEveryLength() {
        for (std::size_t n = 0; n < 70; ++n) {
            Bytes bytes(n, '\0');
            for (std::size_t i = 0; i < n; ++i) {
                bytes[i] = char(i * 37 + n);
            }
            QCOMPARE(base64UrlDecode(base64UrlEncode(bytes)).value(), bytes);
            QCOMPARE(base64Decode(base64Encode(bytes)).value(), bytes);
            QCOMPARE(hexDecode(hexEncode(bytes)).value(), bytes);
        }
    }
    void base64UrlRefusesPaddingSpacesAndUnusedBits() {
        for (const char* bad : {"QQ==", "QQ =", "Q", "QR", "Q+", "Q/", " QQ", "QQ\n"}) {
            QVERIFY2(!base64UrlDecode(bad), bad);
        }
        QCOMPARE(base64UrlDecode("QR").error().reason, std::string("encoding.base64url"));
    }
    void base64RefusesMissingPadding() {
        for (const char* bad : {"QQ", "QQ=", "QR==", "QQ==QQ==", "Q===", "===="}) {
            QVERIFY2(!base64Decode(bad), bad);
        }
    }
    void utf8RefusesOverlongAndSurrogates() {
        QVERIFY(isUtf8("plain, \xC3\xA5, \xE2\x82\xAC, \xF0\x9F\x98\x80"));
        for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82", "\x80"}) {
            QVERIFY(!isUtf8(bad));
        }
    }
    void secretIsEmptyAfterMove() {
        std::string source = "hunter2-and-longer-than-the-small-buffer";
        Secret secret(std::move(source));
        QVERIFY(source.empty()); // NOLINT(bugprone-use-after-move): the class promises that it wipes
        Secret other(std::move(secret));
        QVERIFY(secret.empty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(other.reveal(), std::string_view("hunter2-and-longer-than-the-small-buffer"));
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
