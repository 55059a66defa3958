// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/keys.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

class TestKeys : public QObject {
    Q_OBJECT

    static Bytes hex(std::string_view text) { return hexDecode(text).value(); }
    static std::string reason(const Result<PublicKey>& key) { return key ? std::string() : key.error().reason; }

private slots:
    void everyTypeSurvivesPkcs8AndPem() {
        for (const KeyType type : {KeyType::Rsa, KeyType::EcP256, KeyType::EcP384, KeyType::EcP521, KeyType::Ed25519}) {
            const PrivateKey key = PrivateKey::generate(type).value();
            QCOMPARE(key.type(), type);
            const PrivateKey again = PrivateKey::fromPkcs8(key.toPkcs8().reveal()).value();
            QCOMPARE(again.publicKey().toPem(), key.publicKey().toPem());
            const std::string pem = "-----BEGIN PRIVATE KEY-----\n" + base64Encode(key.toPkcs8().reveal()) +
                                    "\n-----END PRIVATE KEY-----\n";
            QCOMPARE(PrivateKey::fromPem(pem).value().publicKey().toPem(), key.publicKey().toPem());
            const PublicKey publicKey = PublicKey::fromPem(key.publicKey().toPem()).value();
            QCOMPARE(publicKey.parts().first, key.publicKey().parts().first);
            QCOMPARE(publicKey.parts().second, key.publicKey().parts().second);
        }
    }
    void brokenEncodingsAreRefused() {
        const PrivateKey key = PrivateKey::generate(KeyType::EcP256).value();
        const Bytes der(key.toPkcs8().reveal());
        QVERIFY(!PrivateKey::fromPkcs8(""));
        QVERIFY(!PrivateKey::fromPkcs8(der + "x"));
        QVERIFY(!PrivateKey::fromPkcs8(der.substr(0, der.size() - 1)));
        const std::string pem = key.publicKey().toPem();
        QVERIFY(!PublicKey::fromPem(""));
        QVERIFY(!PublicKey::fromPem("not a key"));
        QVERIFY(!PublicKey::fromPem(pem + pem));
        QVERIFY(!PrivateKey::fromPem(pem));
        const std::string privatePem =
            "-----BEGIN PRIVATE KEY-----\n" + base64Encode(der) + "\n-----END PRIVATE KEY-----\n";
        QCOMPARE(reason(PublicKey::fromPem(privatePem)), std::string("crypto.key_malformed"));
        const Bytes spki = base64Decode([&] {
                               std::string body = pem.substr(27, pem.size() - 27 - 25);
                               body.erase(std::remove(body.begin(), body.end(), '\n'), body.end());
                               return body;
                           }())
                               .value();
        QVERIFY(PublicKey::fromPem(spki));
        QVERIFY(!PublicKey::fromPem(spki + "x"));
    }
    void weakRsaIsRefused() {
        const PublicKey::Parts parts = PrivateKey::generate(KeyType::Rsa).value().publicKey().parts();
        QVERIFY(PublicKey::fromRsa(parts.first, parts.second));
        QVERIFY(PublicKey::fromRsa(Bytes(1, '\0') + parts.first, parts.second));
        const std::string weak = "crypto.key_weak";
        QCOMPARE(reason(PublicKey::fromRsa(parts.first, "\x01")), weak);
        QCOMPARE(reason(PublicKey::fromRsa(parts.first, "\x02")), weak);
        QCOMPARE(reason(PublicKey::fromRsa(parts.first, hex("010000000000000001"))), weak);
        QCOMPARE(reason(PublicKey::fromRsa(parts.first.substr(0, 255), parts.second)), weak);
        QCOMPARE(reason(PublicKey::fromRsa(Bytes(1025, '\xff'), parts.second)), weak);
        Bytes even = parts.first;
        even.back() = char(even.back() & 0xFE);
        QCOMPARE(reason(PublicKey::fromRsa(even, parts.second)), weak);
        QCOMPARE(reason(PublicKey::fromRsa("", parts.second)), std::string("crypto.key_malformed"));
        QVERIFY(!PrivateKey::generate(KeyType::Rsa, 1024));
        QVERIFY(!PrivateKey::generate(KeyType::Rsa, 16384));
    }
    void pointsOffTheCurveAreRefused() {
        const PublicKey::Parts parts = PrivateKey::generate(KeyType::EcP256).value().publicKey().parts();
        QVERIFY(PublicKey::fromEc(KeyType::EcP256, parts.first, parts.second));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP256, parts.first, parts.first));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP256, Bytes(32, '\0'), Bytes(32, '\0')));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP256, Bytes(32, '\xff'), parts.second));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP256, Bytes(1, '\0') + parts.first, parts.second));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP256, parts.first.substr(1), parts.second));
        QVERIFY(!PublicKey::fromEc(KeyType::EcP384, parts.first, parts.second));
        QVERIFY(!PublicKey::fromEc(KeyType::Rsa, parts.first, parts.second));
    }
    void smallOrderAndInvalidEd25519KeysAreRefused() {
        // All encodings of the eight points of small order, RFC 8032's y = 2 that is on no point, and y = p + 1.
        for (const char* bad : {"0100000000000000000000000000000000000000000000000000000000000000",
                                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                "0000000000000000000000000000000000000000000000000000000000000080",
                                "0000000000000000000000000000000000000000000000000000000000000000",
                                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                                "0200000000000000000000000000000000000000000000000000000000000000",
                                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
            QVERIFY2(!PublicKey::fromEd25519(hex(bad)), bad);
        }
        QVERIFY(!PublicKey::fromEd25519(Bytes(31, 'x')));
        QVERIFY(!PrivateKey::fromEd25519(Bytes(33, 'x')));
    }
    void privatePartsMustFitThePublicOnes() {
        const PublicKey::Parts one = PrivateKey::generate(KeyType::EcP256).value().publicKey().parts();
        Bytes d(32, '\0');
        d.back() = 1; // the private number of the base point
        QVERIFY(!PrivateKey::fromEc(KeyType::EcP256, d, one.first, one.second));
        QVERIFY(PrivateKey::fromEc(KeyType::EcP256, d,
                                   hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
                                   hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5")));
        QVERIFY(!PrivateKey::fromEc(KeyType::EcP256, Bytes(32, '\0'), one.first, one.second));
        QVERIFY(!PrivateKey::fromEc(KeyType::EcP256, Bytes(32, '\xff'), one.first, one.second));
        QVERIFY(!PrivateKey::fromEc(KeyType::EcP256, d.substr(1), one.first, one.second));
        const PublicKey::Parts rsa = PrivateKey::generate(KeyType::Rsa).value().publicKey().parts();
        QVERIFY(!PrivateKey::fromRsa(rsa.first, rsa.second, rsa.first, "\x03", "\x05"));
        QVERIFY(!PrivateKey::fromRsa(rsa.first, rsa.second, "", "", ""));
        QVERIFY(!PrivateKey::fromRsa(rsa.first, rsa.second, "\x05", rsa.first, "\x01"));
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
