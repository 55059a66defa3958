// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <thread>

#include "crypto/keys.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

namespace {
constexpr Signature kAll[] = {Signature::RS256, Signature::RS384, Signature::RS512, Signature::PS256, Signature::PS384,
                              Signature::PS512, Signature::ES256, Signature::ES384, Signature::ES512, Signature::EdDSA};
} // namespace

class TestSignature : public QObject {
    Q_OBJECT

    static PrivateKey keyOf(KeyType type) {
        static const PrivateKey keys[] = {
            PrivateKey::generate(KeyType::Rsa).value(), PrivateKey::generate(KeyType::EcP256).value(),
            PrivateKey::generate(KeyType::EcP384).value(), PrivateKey::generate(KeyType::EcP521).value(),
            PrivateKey::generate(KeyType::Ed25519).value()};
        return keys[std::size_t(type)];
    }

private slots:
    void wycheproofEcdsaP256InJoseForm() {
        QFile file(QStringLiteral(GATEHOUSE_TEST_DATA "/wycheproof/ecdsa_secp256r1_sha256_p1363_test.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray groups = QJsonDocument::fromJson(file.readAll())["testGroups"].toArray();
        int ran = 0;
        for (const auto& entry : groups) {
            const QJsonObject group = entry.toObject();
            const PublicKey key = PublicKey::fromPem(group["publicKeyPem"].toString().toStdString()).value();
            for (const auto& item : group["tests"].toArray()) {
                const QJsonObject test = item.toObject();
                const Bytes message = hexDecode(test["msg"].toString().toStdString()).value();
                const Bytes signature = hexDecode(test["sig"].toString().toStdString()).value();
                QVERIFY2(key.verify(Signature::ES256, message, signature) == (test["result"].toString() == "valid"),
                         qPrintable(QString::number(test["tcId"].toInt())));
                ++ran;
            }
        }
        QVERIFY(ran > 250);
    }
    void everyAlgorithmSignsAndVerifies() {
        for (const Signature algorithm : kAll) {
            const PrivateKey key = keyOf(keyTypeFor(algorithm));
            for (int i = 0; i < 40; ++i) { // often enough to meet r or s with leading zero bytes or a top bit
                const std::string message = "message " + std::to_string(i);
                Bytes signature = key.sign(algorithm, message).value();
                QVERIFY(key.publicKey().verify(algorithm, message, signature));
                QVERIFY(!key.publicKey().verify(algorithm, message + "x", signature));
                QVERIFY(!key.publicKey().verify(algorithm, message, signature + "x"));
                QVERIFY(!key.publicKey().verify(algorithm, message, BytesView(signature).substr(1)));
                signature[signature.size() / 2] = char(signature[signature.size() / 2] ^ 4);
                QVERIFY(!key.publicKey().verify(algorithm, message, signature));
                if (key.type() == KeyType::Rsa && i == 3) {
                    break;
                }
            }
        }
    }
    void algorithmOfAnotherFamilyIsRefused() {
        for (const Signature made : kAll) {
            const PrivateKey key = keyOf(keyTypeFor(made));
            const Bytes signature = key.sign(made, "message").value();
            for (const Signature claimed : kAll) {
                QCOMPARE(key.publicKey().verify(claimed, "message", signature), made == claimed);
                if (keyTypeFor(claimed) != key.type()) {
                    QCOMPARE(key.sign(claimed, "message").error().reason, std::string("crypto.alg_mismatch"));
                }
            }
        }
    }
    void degenerateSignaturesAreRefused() {
        for (const Signature algorithm : kAll) {
            const PublicKey key = keyOf(keyTypeFor(algorithm)).publicKey();
            QVERIFY(!key.verify(algorithm, "message", ""));
            for (const std::size_t size : {64, 96, 132, 256}) {
                QVERIFY(!key.verify(algorithm, "message", Bytes(size, '\0')));
                QVERIFY(!key.verify(algorithm, "message", Bytes(size, '\xff')));
                QVERIFY(!key.verify(algorithm, "message", Bytes(size - 1, '\0') + '\x01'));
            }
        }
    }
    void ed25519MatchesRfc8032() {
        const PrivateKey key =
            PrivateKey::fromEd25519(
                hexDecode("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7").value())
                .value();
        QCOMPARE(hexEncode(key.publicKey().parts().first),
                 std::string("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
        const Bytes signature = key.sign(Signature::EdDSA, "\xaf\x82").value();
        QCOMPARE(hexEncode(signature), std::string("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                                                   "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
    }
    void ed25519SignatureWithAddedOrderIsRefused() {
        const PrivateKey key = keyOf(KeyType::Ed25519);
        Bytes signature = key.sign(Signature::EdDSA, "message").value();
        const Bytes order = hexDecode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").value();
        int carry = 0;
        for (std::size_t i = 0; i < 32; ++i) {
            carry += static_cast<unsigned char>(signature[32 + i]) + static_cast<unsigned char>(order[i]);
            signature[32 + i] = char(carry & 255);
            carry >>= 8;
        }
        QVERIFY(!key.publicKey().verify(Signature::EdDSA, "message", signature));
    }
    void oneKeyServesManyThreads() {
        std::atomic<int> wrong = 0;
        const PrivateKey keys[] = {PrivateKey::generate(KeyType::EcP256).value(), keyOf(KeyType::Rsa)};
        std::vector<std::thread> threads;
        threads.reserve(4);
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&wrong, &keys, t] {
                const std::string message(std::size_t(t), 'm');
                for (int i = 0; i < 20; ++i) {
                    const auto one = keys[0].sign(Signature::ES256, message);
                    const auto two = keys[1].sign(Signature::PS256, message);
                    wrong += !keys[0].publicKey().verify(Signature::ES256, message, *one);
                    wrong += !keys[1].publicKey().verify(Signature::PS256, message, *two);
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSignature)
#include "tst_signature.moc"
