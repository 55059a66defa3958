// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/prompt.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

class TestPrompt : public QObject {
    Q_OBJECT
private slots:
    void knownValuesAreRead() {
        const Prompt prompt = parsePrompt("login consent select_account create").value();
        QVERIFY(prompt.login && prompt.consent && prompt.selectAccount && prompt.create && !prompt.none);
        QVERIFY(parsePrompt("none").value().none);
        QVERIFY(parsePrompt("").value() == Prompt());
    }
    void noneBesideAnotherIsRefused() {
        for (const char* bad : {"none login", "consent none", "none create", "none select_account"}) {
            QCOMPARE(parsePrompt(bad).error().reason, std::string("oauth.invalid_request.prompt"));
        }
    }
    void unknownOrMalformedValuesAreRefused() {
        for (const char* bad :
             {"Login", "force", " login", "login ", "login  consent", "login,consent", "login\tconsent", "none\n"}) {
            QVERIFY2(!parsePrompt(bad), bad);
        }
    }
    void maxAgeIsWholeSeconds() {
        QCOMPARE(parseMaxAge("0").value().count(), Seconds::rep(0));
        QCOMPARE(parseMaxAge("3600").value().count(), Seconds::rep(3600));
        QCOMPARE(parseMaxAge("9999999999").value().count(), Seconds::rep(9'999'999'999));
    }
    void malformedMaxAgesAreRefused() {
        for (const char* bad : {"", "-1", "+1", "1.5", "1e3", " 1", "1 ", "0x10", "12345678901", "abc"}) {
            QCOMPARE(parseMaxAge(bad).error().reason, std::string("oauth.invalid_request.max_age"));
        }
    }
};

QTEST_GUILESS_MAIN(TestPrompt)
#include "tst_prompt.moc"
