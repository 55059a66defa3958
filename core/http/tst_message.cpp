// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/message.h"

using namespace gatehouse;
using namespace gatehouse::http;

class TestMessage : public QObject {
    Q_OBJECT
private slots:
    void namesCompareWithoutCase() {
        Headers headers;
        headers.set("Content-Type", "text/plain");
        QVERIFY(headers.get("content-type") == "text/plain");
        headers.set("CONTENT-TYPE", "text/html");
        QCOMPARE(headers.fields().size(), std::size_t(1));
        QVERIFY(headers.get("Content-Type") == "text/html");
        headers.add("Set-Cookie", "a=1");
        headers.add("set-cookie", "b=2");
        QCOMPARE(headers.all("Set-Cookie").size(), std::size_t(2));
        headers.remove("SET-COOKIE");
        QVERIFY(!headers.get("Set-Cookie"));
    }
    void controlCharactersInAValueAreRefused() {
        for (const std::string& bad :
             {std::string("a\r\nSet-Cookie: x=1"), std::string("a\nb"), std::string("a\rb"), std::string("a\0b", 3),
              std::string("a\tb"), std::string("\x7f"), std::string("\x1b[0m")}) {
            Headers headers;
            const Status status = headers.trySet("Location", bad);
            QVERIFY(!status);
            QCOMPARE(status.error().reason, std::string("http.header_value"));
            QVERIFY(!headers.tryAdd("Location", bad));
            QVERIFY(headers.fields().empty());
        }
    }
    void aRefusedValueLeavesTheOldOne() {
        Headers headers;
        headers.set("Location", "/old");
        QVERIFY(!headers.trySet("location", "/new\r\n"));
        QVERIFY(headers.get("Location") == "/old");
    }
    void namesThatAreNoTokensAreRefused() {
        for (const char* bad : {"", "X Y", "X:", "X\r\n", "X\xc3\xa9", "(x)"}) {
            Headers headers;
            const Status status = headers.trySet(bad, "v");
            QVERIFY2(!status, bad);
            QCOMPARE(status.error().reason, std::string("http.header_name"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
