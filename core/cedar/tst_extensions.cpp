// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "cedar/evaluate.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

namespace {
std::string run(const std::string& text) {
    const Result<Value> value = evaluate(Expression::parse(text).value(), {}, {});
    return value ? value->text() : value.error().reason;
}
} // namespace

class TestExtensions : public QObject {
    Q_OBJECT
private slots:
    void decimalsHaveFourPlaces() {
        QCOMPARE(run("decimal(\"922337203685477.5807\")"), std::string("decimal(\"922337203685477.5807\")"));
        QCOMPARE(run("decimal(\"-922337203685477.5808\")"), std::string("decimal(\"-922337203685477.5808\")"));
        QCOMPARE(run("decimal(\"-0.5\")"), std::string("decimal(\"-0.5\")"));
        QCOMPARE(run("decimal(\"-0.0\") == decimal(\"0.0\")"), std::string("true"));
        QCOMPARE(run("decimal(\"00012.10\")"), std::string("decimal(\"12.1\")"));
        QCOMPARE(run("decimal(\"1.1\").greaterThanOrEqual(decimal(\"1.10\")) && "
                     "decimal(\"-2.0\").lessThan(decimal(\"1.0\"))"),
                 std::string("true"));
        for (const char* bad :
             {"", "1", "1.", ".1", "1.00000", "+1.0", "1.0 ", "1e1", "-", "-.1", "--1.0", "922337203685477.5808",
              "-922337203685477.5809", "1.-1", "1.0.0", "\u0661.0", "9999999999999999999999.0"}) {
            QVERIFY2(!parseDecimal(bad), bad);
        }
    }
    void addressesAndRangesAreRead() {
        for (const char* good : {"0.0.0.0", "255.255.255.255", "10.0.0.0/8", "10.0.0.1/0", "::", "::1", "2001:db8::/32",
                                 "fe80::1/128", "1:2:3:4:5:6:7:8", "ABCD::"}) {
            QVERIFY2(parseIpRange(good), good);
        }
        for (const char* bad : {"",
                                "1.2.3",
                                "1.2.3.4.5",
                                "1.2.3.256",
                                "1.2.3.-4",
                                "01.2.3.4",
                                "1.2.3.4 ",
                                "1.2.3.4/",
                                "1.2.3.4/33",
                                "1.2.3.4/08",
                                "1.2.3.4/8/8",
                                "1.2..4",
                                ":::",
                                "1:2:3:4:5:6:7",
                                "1:2:3:4:5:6:7:8:9",
                                "::1%lo",
                                "::ffff:1.2.3.4",
                                "12345::",
                                "g::",
                                "::1/129",
                                "::/-1",
                                "[::1]",
                                "/8",
                                "1.2.3.4/ 8"}) {
            QVERIFY2(!parseIpRange(bad), bad);
        }
    }
    void anAddressIsWrittenAsItIsRead() {
        QCOMPARE(run("ip(\"::ffff:102:304\")"), std::string("ip(\"0:0:0:0:0:ffff:102:304\")"));
        QCOMPARE(run("ip(\"2001:DB8::1/64\")"), std::string("ip(\"2001:db8::1/64\")"));
        QCOMPARE(run("ip(\"10.0.0.0/8\")"), std::string("ip(\"10.0.0.0/8\")"));
    }
    void addressesKnowTheirKind() {
        for (const char* yes :
             {"ip(\"127.0.0.1\").isLoopback()", "ip(\"127.0.0.0/8\").isLoopback()", "ip(\"::1\").isLoopback()",
              "ip(\"224.0.0.1\").isMulticast()", "ip(\"ff00::/8\").isMulticast()", "ip(\"1.2.3.4\").isIpv4()",
              "ip(\"::\").isIpv6()", "ip(\"10.1.2.3\").isInRange(ip(\"10.0.0.0/8\"))",
              "ip(\"10.1.0.0/16\").isInRange(ip(\"10.0.0.0/8\"))", "ip(\"1.2.3.4\").isInRange(ip(\"0.0.0.0/0\"))"}) {
            QVERIFY2(run(yes) == "true", yes);
        }
        for (const char* no :
             {"ip(\"127.0.0.0/7\").isLoopback()", "ip(\"::1/127\").isLoopback()", "ip(\"128.0.0.1\").isLoopback()",
              "ip(\"ff00::/7\").isMulticast()", "ip(\"10.0.0.0/8\").isInRange(ip(\"10.1.0.0/16\"))",
              "ip(\"::1\").isInRange(ip(\"0.0.0.0/0\"))", "ip(\"10.0.0.1/24\") == ip(\"10.0.0.0/24\")"}) {
            QVERIFY2(run(no) == "false", no);
        }
    }
    void datetimesHaveExactForms() {
        QCOMPARE(run("datetime(\"2024-10-15\")"), std::string("datetime(\"2024-10-15T00:00:00.000Z\")"));
        QCOMPARE(run("datetime(\"2024-10-15T11:38:02.101+0130\")"),
                 std::string("datetime(\"2024-10-15T10:08:02.101Z\")"));
        QCOMPARE(run("datetime(\"0000-01-01T00:00:00-2359\")"), std::string("datetime(\"0000-01-01T23:59:00.000Z\")"));
        for (const char* bad : {"",
                                "2024",
                                "2024-1-1",
                                "2024-02-30",
                                "2023-02-29",
                                "2024-13-01",
                                "2024-00-01",
                                "2024-01-01T",
                                "2024-01-01T00:00:00",
                                "2024-01-01T24:00:00Z",
                                "2024-01-01T00:60:00Z",
                                "2024-01-01T00:00:60Z",
                                "2024-01-01t00:00:00Z",
                                "2024-01-01T00:00:00z",
                                "2024-01-01T00:00:00.1Z",
                                "2024-01-01T00:00:00.1234Z",
                                "2024-01-01T00:00:00+01:00",
                                "2024-01-01T00:00:00+2400",
                                "2024-01-01T00:00:00+0060",
                                "2024-01-01T00:00:00ZZ",
                                "2024-01-01 00:00:00Z",
                                "+2024-01-01",
                                "12024-01-01",
                                "2024-01-01Z",
                                " 2024-01-01"}) {
            QVERIFY2(!parseDatetime(bad), bad);
        }
    }
    void durationsHaveTheirUnitsInOrder() {
        QCOMPARE(run("duration(\"1d2h3m4s5ms\")"), std::string("duration(\"93784005ms\")"));
        QCOMPARE(run("duration(\"-9223372036854775808ms\") < duration(\"0ms\")"), std::string("true"));
        QCOMPARE(run("duration(\"-1500ms\").toMinutes()"), std::string("0"));
        QCOMPARE(run("duration(\"90m\").toHours() == 1 && duration(\"49h\").toDays() == 2"), std::string("true"));
        for (const char* bad :
             {"", "-", "d", "1", "1h1d", "1d1d", "1ms1s", "1d 2h", "1.5h", "+1h", "--1h", "1h-1m", "1w", "1H",
              "9223372036854775808ms", "999999999999999999999d", "106751991168d", "1dm", "h1"}) {
            QVERIFY2(!parseDuration(bad), bad);
        }
    }
    void timeArithmeticIsChecked() {
        QCOMPARE(run("datetime(\"2024-01-01\").offset(duration(\"-1ms\"))"),
                 std::string("datetime(\"2023-12-31T23:59:59.999Z\")"));
        QCOMPARE(run("datetime(\"2024-01-02\").durationSince(datetime(\"2024-01-01\"))"),
                 std::string("duration(\"86400000ms\")"));
        QCOMPARE(run("datetime(\"1969-12-31T23:00:00Z\").toDate() == datetime(\"1969-12-31\")"), std::string("true"));
        QCOMPARE(run("datetime(\"2024-01-01\").offset(duration(\"9223372036854775807ms\"))"),
                 std::string("cedar.overflow"));
        QCOMPARE(run("datetime(\"1970-01-01\").offset(duration(\"-9223372036854775808ms\")).toDate()"),
                 std::string("cedar.overflow"));
        QCOMPARE(run("datetime(\"2024-01-01\").durationSince(datetime(\"1970-01-01\").offset(duration(\"-"
                     "9223372036854775808ms\")))"),
                 std::string("cedar.overflow"));
    }
};

QTEST_GUILESS_MAIN(TestExtensions)
#include "tst_extensions.moc"
