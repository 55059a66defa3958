// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "crypto/aead.h"
#include "crypto/random.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

class TestAead : public QObject {
    Q_OBJECT
private slots:
    void wycheproofAesGcm() {
        QFile file(QStringLiteral(GATEHOUSE_TEST_DATA "/wycheproof/aes_gcm_test.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray groups = QJsonDocument::fromJson(file.readAll())["testGroups"].toArray();
        int ran = 0;
        int refusedByPolicy = 0;
        for (const auto& group : groups) {
            for (const auto& entry : group.toObject()["tests"].toArray()) {
                const QJsonObject test = entry.toObject();
                const auto bytes = [&test](const char* name) {
                    return hexDecode(test[QLatin1String(name)].toString().toStdString()).value();
                };
                const Bytes nonce = bytes("iv");
                const auto opened = aesGcmDecrypt(bytes("key"), nonce, bytes("ct"), bytes("tag"), bytes("aad"));
                // Nonces of other lengths are valid GCM, but never used here.
                const bool valid = test["result"].toString() == "valid" && nonce.size() == kAeadNonceSize;
                refusedByPolicy += nonce.size() != kAeadNonceSize;
                QVERIFY2(opened.has_value() == valid, qPrintable(QString::number(test["tcId"].toInt())));
                if (valid) {
                    QCOMPARE(*opened, bytes("msg"));
                    const auto sealed = aesGcmEncrypt(bytes("key"), nonce, bytes("msg"), bytes("aad"));
                    QCOMPARE(sealed->ciphertext, bytes("ct"));
                    QCOMPARE(sealed->tag, bytes("tag"));
                }
                ++ran;
            }
        }
        QCOMPARE(ran, 316);
        QVERIFY(refusedByPolicy > 0);
    }
    void sealedTextOpensOnlyUnchanged() {
        const Bytes key = randomBytes(kAeadKeySize);
        const Bytes sealed = aeadSeal(key, "secret", "row 1");
        QCOMPARE(sealed.size(), std::size_t(12 + 6 + 16));
        QCOMPARE(aeadOpen(key, sealed, "row 1").value(), Bytes("secret"));
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            Bytes changed = sealed;
            changed[i] = char(changed[i] ^ 1);
            QCOMPARE(aeadOpen(key, changed, "row 1").error().reason, std::string("crypto.aead_open"));
            QVERIFY(!aeadOpen(key, sealed.substr(0, i), "row 1"));
        }
        QVERIFY(!aeadOpen(key, sealed + "x", "row 1"));
        QVERIFY(!aeadOpen(key, sealed, "row 2"));
        QVERIFY(!aeadOpen(key, sealed, ""));
        QVERIFY(!aeadOpen(randomBytes(kAeadKeySize), sealed, "row 1"));
        QVERIFY(!aeadOpen("short", sealed, "row 1"));
    }
    void emptyTextIsStillProven() {
        const Bytes key = randomBytes(16);
        Bytes sealed = aeadSeal(key, "", "");
        QCOMPARE(aeadOpen(key, sealed, "").value(), Bytes());
        sealed.back() = char(sealed.back() ^ 1);
        QVERIFY(!aeadOpen(key, sealed, ""));
    }
    void noncesDiffer() {
        const Bytes key = randomBytes(kAeadKeySize);
        QVERIFY(aeadSeal(key, "same", "").substr(0, 12) != aeadSeal(key, "same", "").substr(0, 12));
    }
    void shortTagsAndOtherNoncesAreRefusedBeforeDecryption() {
        const Bytes key(16, 'k');
        const auto sealed = aesGcmEncrypt(key, Bytes(12, 'n'), "text", "");
        for (std::size_t size = 0; size < kAeadTagSize; ++size) {
            QVERIFY(!aesGcmDecrypt(key, Bytes(12, 'n'), sealed->ciphertext, sealed->tag.substr(0, size), ""));
        }
        for (const std::size_t size : {0, 8, 11, 13, 16}) {
            QVERIFY(!aesGcmDecrypt(key, Bytes(size, 'n'), sealed->ciphertext, sealed->tag, ""));
            QCOMPARE(aesGcmEncrypt(key, Bytes(size, 'n'), "text", "").error().reason, std::string("crypto.aead_size"));
        }
    }
};

QTEST_GUILESS_MAIN(TestAead)
#include "tst_aead.moc"
