// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <set>

#include "crypto/password.h"
#include "crypto/random.h"

using namespace gatehouse;
using namespace gatehouse::crypto;

class TestRandom : public QObject {
    Q_OBJECT
private slots:
    void tokensAreLongAndDiffer() {
        std::set<std::string> seen;
        for (int i = 0; i < 2000; ++i) {
            seen.insert(randomToken());
        }
        QCOMPARE(seen.size(), std::size_t(2000));
        QCOMPARE(randomToken().size(), std::size_t(43));
        QCOMPARE(base64UrlDecode(randomToken(16)).value().size(), std::size_t(16));
        QVERIFY(randomBytes(0).empty());
        QCOMPARE(randomBytes(100'000).size(), std::size_t(100'000));
    }
    void uuidHasVersionVariantAndTime() {
        const std::string id = newUuid(fromMillis(0x017F22E279B0));
        QCOMPARE(id.size(), std::size_t(36));
        QCOMPARE(id.substr(0, 15), std::string("017f22e2-79b0-7"));
        QVERIFY(std::string("89ab").find(id[19]) != std::string::npos);
        QVERIFY(id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-');
        QCOMPARE(id.find_first_not_of("0123456789abcdef-"), std::string::npos);
    }
    void uuidsOfOneMillisecondSortInOrderOfMaking() {
        const Time now = fromMillis(1'795'302'300'000);
        std::string last = newUuid(now);
        for (int i = 0; i < 20'000; ++i) {
            std::string next = newUuid(now);
            QVERIFY(last < next);
            last = std::move(next);
        }
        QVERIFY(last < newUuid(now + Milliseconds(1)));
    }
    void referenceIsReadable() {
        std::set<std::string> seen;
        for (int i = 0; i < 500; ++i) {
            const std::string reference = newReference();
            QCOMPARE(reference.size(), std::size_t(12));
            QCOMPARE(reference.substr(0, 3), std::string("GH-"));
            QCOMPARE(reference[7], '-');
            QCOMPARE(reference.substr(3).find_first_of("ILOUilou"), std::string::npos);
            seen.insert(reference);
        }
        QCOMPARE(seen.size(), std::size_t(500));
    }
    void passphraseGivesTheSameKeyForTheSameSalt() {
        const Secret passphrase = Secret::copyOf("correct horse battery staple");
        const auto key = keyFromPassphrase(passphrase, "0123456789abcdef");
        QCOMPARE(key.value().reveal().size(), std::size_t(32));
        QVERIFY(keyFromPassphrase(passphrase, "0123456789abcdef").value().reveal() == key->reveal());
        QVERIFY(keyFromPassphrase(passphrase, "0123456789abcdeX").value().reveal() != key->reveal());
        QVERIFY(keyFromPassphrase(Secret::copyOf("other"), "0123456789abcdef").value().reveal() != key->reveal());
    }
    void shortSaltIsRefused() {
        QCOMPARE(keyFromPassphrase(Secret::copyOf("x"), "0123456789abcde").error().reason,
                 std::string("crypto.salt_short"));
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
