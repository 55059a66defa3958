// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <map>
#include <set>

#include "oauth/user_code.h"

using namespace gatehouse;

class TestUserCode : public QObject {
    Q_OBJECT
private slots:
    void aCodeIsEightOfTwentyLettersAndEachIsAsLikely() {
        std::map<char, int> seen;
        std::set<std::string> codes;
        for (int i = 0; i < 2500; ++i) {
            const std::string code = oauth::makeUserCode();
            QCOMPARE(code.size(), std::size_t(8));
            codes.insert(code);
            for (const char c : code) {
                ++seen[c];
            }
        }
        QCOMPARE(codes.size(), std::size_t(2500));
        QCOMPARE(seen.size(), std::size_t(20));
        for (const auto& [letter, count] : seen) { // 1000 each; ten standard deviations are 310
            QVERIFY2(std::string("BCDFGHJKLMNPQRSTVWXZ").find(letter) != std::string::npos, &letter);
            QVERIFY(count > 690 && count < 1310);
        }
    }
    void whatIsTypedIsReadForgivingly_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"WDJBMJHT", "WDJB-MJHT", "wdjb-mjht", " wdjb mjht ", "W D J B M J H T", "WDJB.MJHT",
                                  "WDJB\xe2\x80\x94MJHT", "(wdjb)_[mjht]!"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed);
        }
    }
    void whatIsTypedIsReadForgivingly() {
        QFETCH(QString, typed);
        QCOMPARE(oauth::parseUserCode(typed.toStdString()).value_or("none"), std::string("WDJBMJHT"));
    }
    void whatIsNoCodeIsNone_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"", "----", "WDJB-MJH", "WDJB-MJHTT", "WDJB-MJHA", "WDJB-MJH0", "WDJB-MJH1", "WDJB-MJHY", "12345678"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed);
        }
        QTest::newRow("long") << QString(100, QLatin1Char('-')) + QStringLiteral("WDJBMJHT");
    }
    void whatIsNoCodeIsNone() {
        QFETCH(QString, typed);
        QVERIFY(!oauth::parseUserCode(typed.toStdString()));
    }
    void aCodeIsShownInTwoHalves() { QCOMPARE(oauth::shownUserCode("WDJBMJHT"), std::string("WDJB-MJHT")); }
};

QTEST_GUILESS_MAIN(TestUserCode)
#include "tst_user_code.moc"
