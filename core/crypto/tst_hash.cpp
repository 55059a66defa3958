// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <thread>

#include "crypto/hash.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

class TestHash : public QObject {
    Q_OBJECT
private slots:
    void digestsMatchFips180() {
        QCOMPARE(hexEncode(sha256("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hexEncode(sha256("")),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(hexEncode(hash(Digest::Sha384, "abc")),
                 std::string("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                             "8086072ba1e7cc2358baeca134c825a7"));
        QCOMPARE(hexEncode(hash(Digest::Sha512, "abc")),
                 std::string("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                             "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));
    }
    void hmacMatchesRfc4231() {
        const Bytes key(20, '\x0b');
        QCOMPARE(hexEncode(hmac(Digest::Sha256, key, "Hi There")),
                 std::string("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        QCOMPARE(hexEncode(hmac(Digest::Sha384, "Jefe", "what do ya want for nothing?")),
                 std::string("af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
                             "8e2240ca5e69e2c78b3239ecfab21649"));
        QCOMPARE(hexEncode(hmac(Digest::Sha512, "Jefe", "what do ya want for nothing?")),
                 std::string("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                             "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"));
        QCOMPARE(hexEncode(hmac(Digest::Sha256, Bytes(131, '\xaa'),
                                "Test Using Larger Than Block-Size Key - Hash Key First")),
                 std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    }
    void emptyHmacKeyIsNotTheKeyOfTheLastCall() {
        const Bytes other = hmac(Digest::Sha256, "another key", "");
        const Bytes empty = hmac(Digest::Sha256, "", "");
        QCOMPARE(hexEncode(empty), std::string("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
        QVERIFY(other != empty);
        QCOMPARE(hmac(Digest::Sha256, BytesView(), ""), empty);
    }
    void hkdfMatchesRfc5869WithoutSalt() {
        const Bytes out = hkdf(Bytes(22, '\x0b'), "", 42);
        QCOMPARE(hexEncode(out), std::string("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                                             "9d201395faa4b61a96c8"));
    }
    void hkdfSeparatesPurposes() {
        QVERIFY(hkdf("key", "one", 32) != hkdf("key", "two", 32));
        QCOMPARE(hkdf("key", "one", 8160).substr(0, 32), hkdf("key", "one", 32));
        QVERIFY(hkdf("key", "one", 0).empty());
    }
    void comparisonNeedsEqualLengthAndContent() {
        QVERIFY(constantTimeEqual("", ""));
        QVERIFY(constantTimeEqual("same", "same"));
        QVERIFY(!constantTimeEqual("same", "sama"));
        QVERIFY(!constantTimeEqual("same", "same "));
        QVERIFY(!constantTimeEqual("", "x"));
    }
    void threadsDoNotShareState() {
        std::vector<std::thread> threads;
        threads.reserve(4);
        std::atomic<int> wrong = 0;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&wrong, t] {
                const std::string text(std::size_t(t) * 100, 'x');
                const Bytes digest = sha256(text);
                const Bytes mac = hmac(Digest::Sha256, text, text);
                for (int i = 0; i < 500; ++i) {
                    wrong += sha256(text) != digest || hmac(Digest::Sha256, text, text) != mac;
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHash)
#include "tst_hash.moc"
