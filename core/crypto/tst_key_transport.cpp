// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/cbc_hmac.h"
#include "crypto/ecdh.h"
#include "crypto/key_wrap.h"
#include "crypto/rsa_oaep.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

class TestKeyTransport : public QObject {
    Q_OBJECT

    static Bytes hex(std::string_view text) { return hexDecode(text).value(); }

private slots:
    void keyWrapMatchesRfc3394() {
        const Bytes key = hex("00112233445566778899aabbccddeeff");
        const Bytes kek = hex("000102030405060708090a0b0c0d0e0f1011121314151617"
                              "18191a1b1c1d1e1f");
        QCOMPARE(hexEncode(aesKeyWrap(kek.substr(0, 16), key).value()),
                 std::string("1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"));
        QCOMPARE(hexEncode(aesKeyWrap(kek.substr(0, 24), key).value()),
                 std::string("96778b25ae6ca435f92b5b97c050aed2468ab8a17ad84e5d"));
        QCOMPARE(hexEncode(aesKeyWrap(kek, key).value()),
                 std::string("64e8c3f9ce0f5ba263e9777905818a2a93c8191e7d6e8ae7"));
        QVERIFY(aesKeyUnwrap(kek, aesKeyWrap(kek, key).value()).value().reveal() == key);
    }
    void changedWrapsAreRefused() {
        const Bytes kek(32, 'k');
        const Bytes wrapped = aesKeyWrap(kek, Bytes(32, 'x')).value();
        for (std::size_t i = 0; i < wrapped.size(); ++i) {
            Bytes changed = wrapped;
            changed[i] = char(changed[i] ^ 128);
            QCOMPARE(aesKeyUnwrap(kek, changed).error().reason, std::string("crypto.key_unwrap"));
            QVERIFY(!aesKeyUnwrap(kek, wrapped.substr(0, i)));
        }
        QVERIFY(!aesKeyUnwrap(Bytes(32, 'j'), wrapped));
        QVERIFY(!aesKeyUnwrap("", wrapped));
        QVERIFY(!aesKeyUnwrap(kek, ""));
        for (const std::size_t size : {0, 8, 15, 17, 1024}) {
            QCOMPARE(aesKeyWrap(kek, Bytes(size, 'x')).error().reason, std::string("crypto.key_wrap"));
        }
    }
    void cbcHmacMatchesRfc7518AppendixB() {
        const Bytes key = hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        const Bytes nonce = hex("1af38c2dc2b96ffdd86694092341bc04");
        const Bytes text = "A cipher system must not be required to be secret, and it must be able to fall into the "
                           "hands of the enemy without inconvenience";
        const Bytes associated = "The second principle of Auguste Kerckhoffs";
        const auto parts = aesCbcHmacEncrypt(key, nonce, text, associated);
        QCOMPARE(hexEncode(parts->tag), std::string("652c3fa36b0a7c5b3219fab3a30bc1c4"));
        QCOMPARE(hexEncode(parts->ciphertext.substr(0, 16)), std::string("c80edfa32ddf39d5ef00c0b468834279"));
        QCOMPARE(aesCbcHmacDecrypt(key, nonce, parts->ciphertext, parts->tag, associated).value(), text);
    }
    void cbcHmacRefusesEveryChange() {
        for (const std::size_t size : {32, 48, 64}) {
            const Bytes key(size, 'k');
            const Bytes nonce(16, 'n');
            const auto parts = aesCbcHmacEncrypt(key, nonce, "a message of more than one block", "header");
            QCOMPARE(parts->tag.size(), size / 2);
            QVERIFY(aesCbcHmacDecrypt(key, nonce, parts->ciphertext, parts->tag, "header"));
            QVERIFY(!aesCbcHmacDecrypt(key, nonce, parts->ciphertext, parts->tag, "Header"));
            QVERIFY(!aesCbcHmacDecrypt(key, Bytes(16, 'm'), parts->ciphertext, parts->tag, "header"));
            QVERIFY(!aesCbcHmacDecrypt(key, Bytes(12, 'n'), parts->ciphertext, parts->tag, "header"));
            QVERIFY(!aesCbcHmacDecrypt(key, nonce, parts->ciphertext.substr(16), parts->tag, "header"));
            QVERIFY(!aesCbcHmacDecrypt(key, nonce, "", parts->tag, "header"));
            for (std::size_t length = 0; length < parts->tag.size(); ++length) {
                QVERIFY(!aesCbcHmacDecrypt(key, nonce, parts->ciphertext, parts->tag.substr(0, length), "header"));
            }
            Bytes tag = parts->tag;
            tag.back() = char(tag.back() ^ 1);
            QCOMPARE(aesCbcHmacDecrypt(key, nonce, parts->ciphertext, tag, "header").error().reason,
                     std::string("crypto.aead_open"));
        }
        QVERIFY(!aesCbcHmacEncrypt(Bytes(31, 'k'), Bytes(16, 'n'), "", ""));
        QVERIFY(!aesCbcHmacDecrypt(Bytes(31, 'k'), Bytes(16, 'n'), Bytes(16, 'c'), Bytes(15, 't'), ""));
    }
    void concatKdfMatchesRfc7518AppendixC() {
        const Secret agreed(hex("9e56d91d817135d372834283bf84269cfb316ea3da806a48f6daa7798cfe90c4"));
        const Secret key = concatKdf(agreed, "A128GCM", "Alice", "Bob", 16);
        QCOMPARE(base64UrlEncode(key.reveal()), std::string("VqqN6vgjbSBcIijNcacQGg"));
    }
    void agreementIsMutualAndNeedsOneCurve() {
        for (const KeyType curve : {KeyType::EcP256, KeyType::EcP384, KeyType::EcP521}) {
            const PrivateKey one = PrivateKey::generate(curve).value();
            const PrivateKey two = PrivateKey::generate(curve).value();
            QVERIFY(ecdhAgree(one, two.publicKey()).value().reveal() ==
                    ecdhAgree(two, one.publicKey()).value().reveal());
        }
        const PrivateKey small = PrivateKey::generate(KeyType::EcP256).value();
        for (const KeyType other : {KeyType::EcP384, KeyType::Ed25519}) {
            const PrivateKey key = PrivateKey::generate(other).value();
            QCOMPARE(ecdhAgree(small, key.publicKey()).error().reason, std::string("crypto.alg_mismatch"));
            QCOMPARE(ecdhAgree(key, small.publicKey()).error().reason, std::string("crypto.alg_mismatch"));
        }
    }
    void oaepFailuresLookLikeAnotherKey() {
        const PrivateKey key = PrivateKey::generate(KeyType::Rsa).value();
        const Bytes content(32, 'c');
        for (const OaepHash hash : {OaepHash::Sha1, OaepHash::Sha256}) {
            const OaepHash other = hash == OaepHash::Sha1 ? OaepHash::Sha256 : OaepHash::Sha1;
            Bytes encrypted = rsaOaepEncrypt(key.publicKey(), hash, content).value();
            QVERIFY(rsaOaepDecryptKey(key, hash, encrypted, 32).value().reveal() == content);
            const auto isRandom = [&](BytesView ciphertext, OaepHash with, std::size_t size) {
                const Secret one = rsaOaepDecryptKey(key, with, ciphertext, size).value();
                const Secret two = rsaOaepDecryptKey(key, with, ciphertext, size).value();
                return one.reveal().size() == size && one.reveal() != two.reveal();
            };
            QVERIFY(isRandom(encrypted, other, 32));
            QVERIFY(isRandom(encrypted, hash, 16));
            QVERIFY(isRandom(encrypted, hash, 64));
            QVERIFY(isRandom(encrypted.substr(1), hash, 32));
            QVERIFY(isRandom("", hash, 32));
            QVERIFY(isRandom(Bytes(256, '\xff'), hash, 32));
            encrypted[100] = char(encrypted[100] ^ 1);
            QVERIFY(isRandom(encrypted, hash, 32));
        }
        QCOMPARE(rsaOaepEncrypt(key.publicKey(), OaepHash::Sha256, Bytes(191, 'x')).error().reason,
                 std::string("crypto.oaep_size"));
        const PrivateKey curve = PrivateKey::generate(KeyType::EcP256).value();
        QCOMPARE(rsaOaepEncrypt(curve.publicKey(), OaepHash::Sha256, "x").error().reason,
                 std::string("crypto.alg_mismatch"));
        QCOMPARE(rsaOaepDecryptKey(curve, OaepHash::Sha256, "x", 16).error().reason,
                 std::string("crypto.alg_mismatch"));
    }
};

QTEST_GUILESS_MAIN(TestKeyTransport)
#include "tst_key_transport.moc"
