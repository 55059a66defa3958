// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "json/json.h"

using namespace gatehouse;
using namespace std::string_literals;

class TestJsonMembers : public QObject {
    Q_OBJECT
    json::Object m_object =
        json::parseObject("{\"s\":\"text\",\"e\":\"\",\"i\":-7,\"u\":18446744073709551615,\"d\":1.5,\"b\":true,"
                          "\"o\":{\"x\":1},\"a\":[\"p\",\"q\"],\"m\":[\"p\",1],\"n\":null,\"w\":1.0,\"t\":\"1\"}")
            .value();
private slots:
    void memberOfAnotherTypeIsAbsent() {
        for (const char* name : {"i", "b", "o", "a", "n", "missing"}) {
            QVERIFY2(!json::stringMember(m_object, name), name);
        }
        for (const char* name : {"s", "u", "d", "w", "t", "b", "n", "a", "missing"}) {
            QVERIFY2(!json::integerMember(m_object, name), name);
        }
        for (const char* name : {"s", "i", "n", "missing"}) {
            QVERIFY2(!json::boolMember(m_object, name), name);
        }
        for (const char* name : {"s", "m", "o", "n", "missing"}) {
            QVERIFY2(!json::stringsMember(m_object, name), name);
        }
        QCOMPARE(json::objectMember(m_object, "a"), nullptr);
        QCOMPARE(json::arrayMember(m_object, "o"), nullptr);
        QCOMPARE(json::member(m_object, "S"), nullptr);
    }
    void memberOfTheRightTypeIsGiven() {
        QCOMPARE(json::stringMember(m_object, "s"), std::optional<std::string_view>("text"));
        QCOMPARE(json::stringMember(m_object, "e"), std::optional<std::string_view>(""));
        QCOMPARE(json::integerMember(m_object, "i"), std::optional<std::int64_t>(-7));
        QCOMPARE(json::boolMember(m_object, "b"), std::optional<bool>(true));
        QCOMPARE(json::integerMember(*json::objectMember(m_object, "o"), "x"), std::optional<std::int64_t>(1));
        QCOMPARE(json::arrayMember(m_object, "m")->size(), std::size_t(2));
        QCOMPARE(json::stringsMember(m_object, "a").value(), (std::vector<std::string>{"p", "q"}));
        QVERIFY(json::member(m_object, "n")->is_null());
    }
    void pointersOfRfc6901Resolve() {
        const json::Value value =
            json::parse("{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,"
                        "\"i\\\\j\":5,\"k\\\"l\":6,\" \":7,\"m~n\":8}")
                .value();
        const std::pair<const char*, int> rows[] = {{"/", 0},     {"/a~1b", 1}, {"/c%d", 2}, {"/e^f", 3}, {"/g|h", 4},
                                                    {"/i\\j", 5}, {"/k\"l", 6}, {"/ ", 7},   {"/m~0n", 8}};
        for (const auto& [pointer, expected] : rows) {
            QCOMPARE(json::at(value, pointer)->as_int64(), expected);
        }
        QCOMPARE(json::at(value, ""), &value);
        QCOMPARE(json::at(value, "/foo/1")->as_string(), "baz");
    }
    void pointersToNothingGiveNull() {
        const json::Value value = json::parse("{\"foo\":[\"bar\"],\"n\":{\"a\":1}}").value();
        for (const char* pointer : {"foo", "/fo", "/foo/1", "/foo/-", "/foo/01", "/foo/x", "/foo/-1", "/n/a/b", "/n/~2",
                                    "/n/~", "/foo/99999999999999999999999"}) {
            QVERIFY2(json::at(value, pointer) == nullptr, pointer);
        }
    }
    void mergePatchesOfRfc7396Apply() {
        // RFC 7396, appendix A.
        const char* rows[][3] = {
            {"{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
            {"{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"},
            {"{\"a\":\"b\"}", "{\"a\":null}", "{}"},
            {"{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"},
            {"{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"},
            {"{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"},
            {"{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}"},
            {"{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"},
            {"[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"},
            {"{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]"},
            {"{\"a\":\"foo\"}", "null", "null"},
            {"{\"a\":\"foo\"}", "\"bar\"", "\"bar\""},
            {"{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}"},
            {"[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"},
            {"{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"},
            {"{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":null}", "{\"b\":2,\"c\":3}"},
        };
        for (const auto& [original, patch, expected] : rows) {
            json::Value value = json::parse(original).value();
            json::mergePatch(value, json::parse(patch).value());
            QCOMPARE(json::write(value), std::string(expected));
        }
    }
    void arraysOfStringsAreMade() {
        QCOMPARE(json::write(json::Value(json::toArray({"a", "\""}))), "[\"a\",\"\\\"\"]"s);
        QCOMPARE(json::write(json::Value(json::toArray({}))), "[]"s);
    }
};

QTEST_GUILESS_MAIN(TestJsonMembers)
#include "tst_json_members.moc"
