// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/certificate.h"
#include "crypto/sha1.h"

using namespace gatehouse;
using crypto::Strength;

namespace {

// Self-signed, made for this test: P-256, and RSA with 1,024 bits.
constexpr const char* kCurve = "-----BEGIN CERTIFICATE-----\n"
                               "MIIBgjCCASegAwIBAgIUcDmb34pS1pXb30yy24IPjMTYdn4wCgYIKoZIzj0EAwIw\n"
                               "FjEUMBIGA1UEAwwLaWRwLmV4YW1wbGUwHhcNMjYxMTIzMDcwMjA3WhcNMzYxMTIw\n"
                               "MDcwMjA3WjAWMRQwEgYDVQQDDAtpZHAuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG\n"
                               "SM49AwEHA0IABKn3HF66EkzFOyTJ4DB9DjntWglU0EELNdSVfyvojupkSmg4EsEV\n"
                               "TwsKnz9Bjvgm5jF+XowevQYzgNAzTa+kQYWjUzBRMB0GA1UdDgQWBBQHmCAZc8bj\n"
                               "bJyH9rQhHAEDwVYl0TAfBgNVHSMEGDAWgBQHmCAZc8bjbJyH9rQhHAEDwVYl0TAP\n"
                               "BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQDy/lEdqUXqj2c7o5x0\n"
                               "WhuC9si5K3xASgKfMAYNvHRE4gIhAOVaO0xhmlix5XwBf60lZzgcemg4DxQLPor7\n"
                               "mnBGsAcT\n"
                               "-----END CERTIFICATE-----\n";
constexpr const char* kShort = "-----BEGIN CERTIFICATE-----\n"
                               "MIICCDCCAXGgAwIBAgIUBelpqPwIoqwBdkczFtyd50gviqswDQYJKoZIhvcNAQEL\n"
                               "BQAwFjEUMBIGA1UEAwwLb2xkLmV4YW1wbGUwHhcNMjYxMTIzMDcwMjA3WhcNMzYx\n"
                               "MTIwMDcwMjA3WjAWMRQwEgYDVQQDDAtvbGQuZXhhbXBsZTCBnzANBgkqhkiG9w0B\n"
                               "AQEFAAOBjQAwgYkCgYEAwAqS7MTHfGQmX5I89gu7A8DNZH/C/MGdH94Grgpjmb1d\n"
                               "8qEgHHzgiLQUqBnvbQ+2K8fIcbt2MuSMe6MLHvcOzQtEgMU8P22/FFu3wgpUBckj\n"
                               "EELUSsfPJzvMfNf9N/WlFOM0Ogd9WBtlKrMmvlNmESaQvCihm/O2YSAvjHYWYlsC\n"
                               "AwEAAaNTMFEwHQYDVR0OBBYEFJeBgHdOsWgDrl1wSnl/Cr7hKCI+MB8GA1UdIwQY\n"
                               "MBaAFJeBgHdOsWgDrl1wSnl/Cr7hKCI+MA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZI\n"
                               "hvcNAQELBQADgYEAOg06JzQ1mjCpCmmf9mxAQZxO/nQR2jCKzB67CQIBIVgNt620\n"
                               "vaBQzOz1uReddhIHzpxwtyzGq5add0jke1suP9UzA8Vkxd06vrKwzoAdTI1EdgKT\n"
                               "5ywfah11uQDJTXFPzyOSvFVdNYK8NlFbOefCKfnRaeB1ihlZ6mKGNSg8Ggw=\n"
                               "-----END CERTIFICATE-----\n";
/// By the short key with SHA-1, over "hello".
constexpr const char* kOldSignature =
    "HZ3vNl5wWI17BElIVyIhHq+U6hIx1Vef0ZbtRg7PU+BofP2M5yPema6aiaUhAE02dqfT63pTeiSUxsRiCg5dSf1j"
    "kZQK3+iVfJ08OhEsDGJS1q/cF9dWaP4gJiepDR19lzL/Jm2iphVa6fGc0Bfpx4E81NZG/OdFPLwChnBgzXU=";

} // namespace

class TstCertificate final : public QObject {
    Q_OBJECT

private slots:
    void aCertificateIsReadAsPemAndAsDer() {
        const auto read = crypto::readCertificate(kCurve);
        QVERIFY(read);
        QCOMPARE(read->subject, std::string("CN = idp.example"));
        QCOMPARE(read->key.type(), crypto::KeyType::EcP256);
        QCOMPARE(read->key.bits(), 256);
        QCOMPARE(read->fingerprint,
                 std::string("07:A1:71:81:8F:FF:20:52:64:EA:E4:A3:E6:47:42:8E:51:A6:D4:78:52:CB:37:61:94:"
                             "11:BA:C3:D9:8D:8C:30"));
        QCOMPARE(toRfc3339(read->notBefore), std::string("2026-11-23T07:02:07.000Z"));
        QCOMPARE(toRfc3339(read->notAfter), std::string("2036-11-20T07:02:07.000Z"));
        const auto again = crypto::readCertificate(read->der);
        QVERIFY(again);
        QCOMPARE(crypto::toPem(*again), std::string(kCurve));
    }

    void aShortKeyIsReadOnlyToReportOnIt() {
        QCOMPARE(crypto::readCertificate(kShort).error().reason, std::string("crypto.key_weak"));
        const auto old = crypto::readCertificate(kShort, Strength::Legacy);
        QVERIFY(old);
        QCOMPARE(old->key.bits(), 1024);
        const Bytes signature = *base64Decode(kOldSignature);
        QVERIFY(crypto::verifyRsaSha1(old->key, "hello", signature));
        QVERIFY(!crypto::verifyRsaSha1(old->key, "hello.", signature));
        QVERIFY(!crypto::verifyRsaSha1(old->key, "hello", signature.substr(1)));
        QVERIFY(!crypto::verifyRsaSha1(crypto::readCertificate(kCurve)->key, "hello", signature));
    }
    void whatIsSignedWithSha1ProvesByItAlone() {
        const auto key = crypto::PrivateKey::generate(crypto::KeyType::Rsa).value();
        const Bytes signature = crypto::signRsaSha1(key, "hello").value();
        QVERIFY(crypto::verifyRsaSha1(key.publicKey(), "hello", signature));
        QVERIFY(!crypto::verifyRsaSha1(key.publicKey(), "hello.", signature));
        QVERIFY(!key.publicKey().verify(crypto::Signature::RS256, "hello", signature));
        const auto curve = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
        QCOMPARE(crypto::signRsaSha1(curve, "hello").error().reason, std::string("crypto.alg_mismatch"));
    }

    void whatIsNoCertificateIsRefused() {
        const Bytes der = crypto::readCertificate(kCurve)->der;
        for (const std::string& text :
             {std::string(), std::string("x"), std::string(kCurve) + kCurve, der + "x", der.substr(1),
              der.substr(0, 100), crypto::readCertificate(kCurve)->key.toPem()}) {
            QCOMPARE(crypto::readCertificate(text).error().reason, std::string("crypto.certificate_malformed"));
        }
    }

    void sha1GivesItsPublishedDigest() {
        QCOMPARE(hexEncode(crypto::sha1("abc")),
                 std::string("a9993e364706816aba3e25717850c26c9cd0d89d")); // RFC 3174, 7.3
    }
};

QTEST_GUILESS_MAIN(TstCertificate)
#include "tst_certificate.moc"
