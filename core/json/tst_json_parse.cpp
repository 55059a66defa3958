// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "json/json.h"

using namespace gatehouse;
using namespace std::string_literals;

namespace {

std::string reasonOf(std::string_view text, json::Limits limits = {}) {
    const auto parsed = json::parse(text, limits);
    return parsed ? "accepted" : parsed.error().reason;
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

double number(std::string_view text) {
    return json::parse(text).value().as_double();
}

std::string oneKilobyte() {
    std::string text = "{\"iss\":\"https://login.example/tenant\",\"aud\":[\"app-one\",\"app-two\"],\"exp\":1795300000,"
                       "\"claims\":{";
    for (int i = 0; text.size() < 1000; ++i) {
        text += (i != 0 ? ",\"claim-" : "\"claim-") + std::to_string(i) +
                "\":{\"value\":\"some text here\",\"essential\":true}";
    }
    return text + "}}";
}

} // namespace

class TestJsonParse : public QObject {
    Q_OBJECT
    std::string m_kilobyte = oneKilobyte();
private slots:
    void duplicateMemberIsRefusedWhereItStands() {
        const auto parsed = json::parse("{\"iss\":\"a\",\"sub\":\"b\",\"iss\":\"c\"}");
        QCOMPARE(parsed.error().reason, "json.duplicate_member"s);
        QCOMPARE(parsed.error().code, Code::InvalidArgument);
        QCOMPARE(parsed.error().detail, "at byte 25"s);
    }
    void duplicateMemberIsRefusedInEveryForm() {
        for (const char* bad : {
                 "{\"a\":1,\"a\":1}",
                 "{\"a\":1,\"\\u0061\":2}",
                 "{\"\":1,\"\":2}",
                 "[[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]]",
                 "{\"a\":{\"b\":1,\"c\":2},\"a\":{\"b\":1}}",
                 "{\"a\":{},\"b\":{},\"c\":{},\"a\":{\"d\":1}}",
                 "{\"\xC3\xA9\":1,\"\\u00e9\":2}",
             }) {
            QVERIFY2(reasonOf(bad) == "json.duplicate_member", bad);
        }
    }
    void duplicateAmongManyMembersIsRefused() {
        std::string text = "{";
        for (int i = 0; i < 5000; ++i) {
            text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
        }
        QCOMPARE(reasonOf(text + "\"k77\":0}"), "json.duplicate_member"s);
        QCOMPARE(reasonOf(text + "\"k5000\":0}"), "accepted"s);
    }
    void sameNameInDifferentObjectsIsAccepted() {
        QCOMPARE(reasonOf("{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":2}],\"A\":0}"), "accepted"s);
    }
    void nulInAnyStringIsRefused() {
        for (const char* bad :
             {"\"\\u0000\"", "[\"admin\\u0000.example\"]", "{\"a\\u0000\":1}", "{\"a\":\"\\u0000b\"}"}) {
            QVERIFY2(reasonOf(bad) == "json.nul", bad);
        }
        QCOMPARE(reasonOf("\"a\0b\""s), "json.malformed"s);
        QCOMPARE(reasonOf("\0"s), "json.malformed"s);
        QCOMPARE(reasonOf("{}\0"s), "json.malformed"s);
        QCOMPARE(reasonOf("\"\\\\u0000\""), "accepted"s);
    }
    void numberThatIsNotFiniteIsRefused() {
        for (const char* bad :
             {"1e999", "-1e999", "1e309", "[1.8e308]", "1e99999999999", "179769313486231580793e289"}) {
            QVERIFY2(reasonOf(bad) == "json.number_range", bad);
        }
        for (const char* bad : {"NaN", "Infinity", "-Infinity", "[nan]", "01", "1.", ".5", "+1", "0x10", "1e", "--1"}) {
            QVERIFY2(reasonOf(bad) == "json.malformed", bad);
        }
    }
    void numbersAreReadExactly() {
        QCOMPARE(number("1.7976931348623157e308"), 1.7976931348623157e308);
        QCOMPARE(number("5e-324"), 5e-324);
        QCOMPARE(number("2.2250738585072011e-308"), 2.2250738585072011e-308);
        QCOMPARE(number("9007199254740993.0"), 9007199254740992.0);
        QCOMPARE(number("0.1000000000000000055511151231257827"), 0.1);
        QCOMPARE(number("123456789012345678901234567890"), 123456789012345678901234567890.0);
        QCOMPARE(number("1e-400"), 0.0);
        QCOMPARE(json::parse("-9223372036854775808").value().as_int64(), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(json::parse("18446744073709551615").value().as_uint64(), std::numeric_limits<std::uint64_t>::max());
    }
    void everyShortestNumberReadsBack() {
        std::uint64_t bits = 0x9E3779B97F4A7C15U;
        for (int i = 0; i < 20000; ++i) {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            double value = 0;
            std::memcpy(&value, &bits, sizeof value);
            if (std::isfinite(value)) {
                const auto back = json::parse("[" + json::canonical(value) + "]").value().as_array().at(0);
                QCOMPARE(back.to_number<double>(), value);
            }
        }
    }
    void depthIsBounded() {
        QCOMPARE(reasonOf(nested(32)), "accepted"s);
        QCOMPARE(reasonOf(nested(33)), "json.too_deep"s);
        QCOMPARE(reasonOf(nested(100000)), "json.too_deep"s);
        QCOMPARE(reasonOf("{\"a\":[{\"b\":[]}]}", {.bytes = 100, .depth = 3}), "json.too_deep"s);
        QCOMPARE(reasonOf("[]", {.bytes = 100, .depth = 0}), "json.too_deep"s);
    }
    void sizeIsBoundedBeforeParsing() {
        QCOMPARE(reasonOf("\"" + std::string(256 * 1024 - 2, 'x') + "\""), "accepted"s);
        QCOMPARE(reasonOf("\"" + std::string(256 * 1024 - 1, 'x') + "\""), "json.too_large"s);
        QCOMPARE(reasonOf("{{{{{", {.bytes = 4, .depth = 32}), "json.too_large"s);
    }
    void badEncodingIsRefused() {
        for (const char* bad :
             {"\xEF\xBB\xBF{}", "\"\xC0\xAF\"", "\"\xED\xA0\x80\"", "\"\xFF\"", "\"\xF4\x90\x80\x80\"", "\"\\ud800\"",
              "\"\\udc00\\ud800\"", "{\"\xE9\":1}", "\"\xE2\x82\""}) {
            QVERIFY2(reasonOf(bad) == "json.malformed", bad);
        }
    }
    void leniencyIsRefused() {
        for (const char* bad : {"", " ", "{} {}", "{}x", "{\"a\":1,}", "[1,]", "{a:1}", "{'a':1}", "// c\n1", "/* */1",
                                "\"a\nb\"", "[1 2]", "tru", "{\"a\"}", "\v1",
                                "\xC2\xA0"
                                "1",
                                "\"\\x41\""}) {
            QVERIFY2(reasonOf(bad) == "json.malformed", bad);
        }
    }
    void errorNamesTheByteOffset() {
        QCOMPARE(json::parse("[1,2,x]").error().detail, "at byte 5"s);
        QCOMPARE(json::parse("{} trailing").error().detail, "at byte 3"s);
        QVERIFY(json::parse("[1,2,\"secret value").error().detail.find("secret") == std::string::npos);
    }
    void parseObjectRefusesOtherValues() {
        for (const char* bad : {"[]", "null", "1", "\"{}\"", "true"}) {
            QCOMPARE(json::parseObject(bad).error().reason, "json.not_object"s);
        }
        QCOMPARE(json::parseObject("{").error().reason, "json.malformed"s);
        QCOMPARE(json::parseObject(" { } ").value().size(), std::size_t(0));
    }
    void parsingOneKilobyteIsQuick() {
        QBENCHMARK {
            QVERIFY(json::parse(m_kilobyte));
        }
    }
    void writingOneKilobyteIsQuick() {
        const json::Value value = json::parse(m_kilobyte).value();
        QBENCHMARK {
            QVERIFY(!json::write(value).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonParse)
#include "tst_json_parse.moc"
