// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "base/words.h"

using namespace gatehouse;

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void wordsComeApartAndTogetherAgain() {
        for (const std::string& text : {std::string(), std::string("openid"), std::string("openid email profile")}) {
            QCOMPARE(joinWords(splitWords(text)), text);
        }
        QCOMPARE(splitWords("openid email"), (std::vector<std::string>{"openid", "email"}));
        QVERIFY(splitWords("").empty());
    }
    void spacesInARowLeaveAnEmptyWord() {
        QCOMPARE(splitWords("a  b"), (std::vector<std::string>{"a", "", "b"}));
        QCOMPARE(splitWords("a "), (std::vector<std::string>{"a"}));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
