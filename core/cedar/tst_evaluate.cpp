// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "cedar/evaluate.h"
#include "cedar/json_form.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

namespace {

const EntityUid kAda{"User", "ada"};

Entities store() {
    Entity ada{kAda,
               {{"age", Value(std::int64_t{36})}, {"home", Value::record({{"city", Value("London")}})}},
               {{"team", Value("engine")}},
               {{"Group", "staff"}}};
    Entity staff{{"Group", "staff"}, {}, {}, {{"Group", "all"}}};
    return Entities::of({ada, staff}).value();
}

std::string run(const std::string& text) {
    static const Entities kEntities = store();
    const Result<Expression> expression = Expression::parse(text);
    if (!expression) {
        return expression.error().reason + " " + expression.error().detail;
    }
    Request request;
    request.principal = kAda;
    request.action = EntityUid{"Action", "view"};
    request.context = Value::record({{"n", Value(std::int64_t{7})},
                                     {"s", Value("it's \"here\"")},
                                     {"set", Value::set({Value("a"), Value("b")})},
                                     {"ghost", Value(EntityUid{"User", "ghost"})},
                                     {"odd name", Value(true)}});
    const Result<Value> value = evaluate(*expression, request, kEntities);
    return value ? value->text() : value.error().reason;
}

void check(std::initializer_list<std::pair<const char*, const char*>> rows) {
    for (const auto& [text, expected] : rows) {
        QVERIFY2(run(text) == expected, (std::string(text) + " gives " + run(text)).c_str());
    }
}

} // namespace

class TestEvaluate : public QObject {
    Q_OBJECT
private slots:
    /// standards/06, B5a: executed against the reference implementation.
    void goldenFactsThatAreTrue() {
        for (const char* text :
             {"decimal(\"1.0\")==decimal(\"1.00\")", "[1,2,2]==[2,1]", "[]==[]", "-9223372036854775808 < 0",
              "- - - - 1 == 1", "!!!!true", "\"a*b\" like \"a\\*b\"", "{\"a b\":1}[\"a b\"]==1",
              "context.ghost is User in User::\"ghost\"", "duration(\"1d2h\").toHours()==26",
              "duration(\"-1500ms\").toSeconds() == -1",
              "datetime(\"1969-12-31T23:00:00Z\").toTime()==duration(\"23h\")", "ip(\"10.0.0.1\")==ip(\"10.0.0.1/32\")",
              "[1,\"a\"].contains(\"a\")", "if true then true else 1"}) {
            QVERIFY2(run(text) == "true", (std::string(text) + " gives " + run(text)).c_str());
        }
    }
    void goldenFactsThatAreFalseWithoutError() {
        for (const char* text :
             {"context.ghost has foo", "context.ghost has foo.bar", "context.ghost.hasTag(\"x\")", "1 == \"1\""}) {
            QVERIFY2(run(text) == "false", (std::string(text) + " gives " + run(text)).c_str());
        }
    }
    void goldenFactsThatAreErrors() {
        check({{"context.ghost.foo", "cedar.entity"},
               {"context.ghost.getTag(\"x\")", "cedar.entity"},
               {"principal in [principal, 1]", "cedar.type"},
               {"9223372036854775807 + 1", "cedar.overflow"},
               {"-9223372036854775808 - 1", "cedar.overflow"},
               {"4611686018427387904 * 2", "cedar.overflow"},
               {"-(-9223372036854775808)", "cedar.overflow"},
               {"ip(\"010.0.0.1\")", "cedar.extension"},
               {"ip(\"::ffff:1.2.3.4\")", "cedar.extension"},
               {"ip(\"1.2.3.4/33\")", "cedar.extension"},
               {"datetime(\"2024-02-30\")", "cedar.extension"},
               {"datetime(\"2024-02-01T00:00:00+2400\")", "cedar.extension"}});
    }
    void operatorsDoWhatTheySay() {
        check({{"1 + 2 * 3 - 4", "3"},
               {"10 - 3 - 2", "5"},
               {"(1 + 2) * 3", "9"},
               {"1 <= 1 && 2 > 1 && 1 != 2 && 3 >= 3", "true"},
               {"true || 1", "true"},
               {"false && 1", "false"},
               {"false || true && false", "false"},
               {"if context.n > 5 then \"big\" else \"small\"", "\"big\""},
               {"context.s", "\"it's \\\"here\\\"\""},
               {"context[\"odd name\"]", "true"},
               {"context has \"odd name\" && !(context has nothing)", "true"},
               {"{b: 2, a: [3, 1, 1]}", "{\"a\": [1, 3], \"b\": 2}"},
               {"principal", "User::\"ada\""},
               {"principal.age + 1", "37"},
               {"principal has home.city && principal.home.city == \"London\"", "true"},
               {"principal has home.street", "false"},
               {"principal.hasTag(\"team\") && principal.getTag(\"team\") == \"engine\"", "true"},
               {"datetime(\"2024-01-01\") < datetime(\"2024-01-02\")", "true"},
               {"duration(\"1h\") > duration(\"59m\")", "true"}});
    }
    void membershipIsReflexiveAndTransitive() {
        check({{"principal in User::\"ada\"", "true"},
               {"principal in Group::\"staff\"", "true"},
               {"principal in Group::\"all\"", "true"},
               {"principal in Group::\"other\"", "false"},
               {"principal in [Group::\"other\", Group::\"all\"]", "true"},
               {"principal in []", "false"},
               {"context.ghost in Group::\"all\"", "false"},
               {"principal is User", "true"},
               {"principal is N::User", "false"},
               {"principal is User in Group::\"all\"", "true"},
               {"principal is Robot in Group::\"all\"", "false"}});
    }
    void setsAskForElements() {
        check({{"context.set.contains(\"a\")", "true"},
               {"context.set.contains(1)", "false"},
               {"context.set.containsAll([\"a\", \"b\"])", "true"},
               {"context.set.containsAll([])", "true"},
               {"context.set.containsAll([\"a\", \"c\"])", "false"},
               {"context.set.containsAny([\"c\", \"b\"])", "true"},
               {"context.set.containsAny([])", "false"},
               {"[].isEmpty()", "true"},
               {"context.set.isEmpty()", "false"},
               {"[[1], {a: 1}].contains({a: 1})", "true"}});
    }
    void patternsHaveWildcards() {
        check({{"\"\" like \"\"", "true"},
               {"\"\" like \"*\"", "true"},
               {"\"abc\" like \"a*c\"", "true"},
               {"\"abc\" like \"*b*\"", "true"},
               {"\"abc\" like \"a*b\"", "false"},
               {"\"ab\" like \"ab*ab\"", "false"},
               {"\"aXbXc\" like \"*X*X*\"", "true"},
               {"\"a\" like \"**\"", "true"},
               {"\"axb\" like \"a\\*b\"", "false"},
               {"\"ABC\" like \"abc\"", "false"}});
    }
    void operandsOfAnotherTypeAreErrors() {
        for (const char* text : {"1 && true",
                                 "true && 1",
                                 "true && true && 1",
                                 "false || 1",
                                 "!1",
                                 "-true",
                                 "-\"1\"",
                                 "1 + true",
                                 "\"a\" + \"b\"",
                                 "true < false",
                                 "\"a\" < \"b\"",
                                 "1 < \"a\"",
                                 "datetime(\"2024-01-01\") < 1",
                                 "decimal(\"1.0\") < decimal(\"2.0\")",
                                 "if 1 then 2 else 3",
                                 "1 in 2",
                                 "principal in 1",
                                 "\"a\" in principal",
                                 "1 has a",
                                 "[] has a",
                                 "\"s\".a",
                                 "principal has age.years",
                                 "[1].containsAll(1)",
                                 "1.contains(1)",
                                 "{}.isEmpty()",
                                 "1 like \"a\"",
                                 "1 is User",
                                 "context.getTag(\"a\")",
                                 "principal.getTag(1)",
                                 "ip(1)",
                                 "decimal(\"1.0\").lessThan(1)",
                                 "ip(\"1.2.3.4\").toDate()"}) {
            QVERIFY2(run(text).rfind("cedar.type", 0) == 0 || run(text).rfind("cedar.parse", 0) == 0,
                     (std::string(text) + " gives " + run(text)).c_str());
        }
    }
    void whatIsNotThereIsAnError() {
        check({{"context.missing", "cedar.attribute"},
               {"context.n.deeper", "cedar.type"},
               {"principal.missing", "cedar.attribute"},
               {"principal.getTag(\"missing\")", "cedar.tag"},
               {"resource", "cedar.unknown_variable"},
               {"resource == resource", "cedar.unknown_variable"},
               {"decimal(\"1.0\", \"2\")", "cedar.extension"}});
    }
    void onlyABooleanHolds() {
        QCOMPARE(holds(Expression::parse("1").value(), {}, {}).error().reason, std::string("cedar.type"));
        QVERIFY(holds(Expression(), {}, {}).value());
    }
    void errorsNameLineAndColumn() {
        const Result<Value> value = evaluate(Expression::parse("true &&\n  (1 + true)").value(), {}, {});
        QCOMPARE(value.error().detail, std::string("2:8: expected long, got bool"));
    }
    void aThousandWildcardsAreQuick() {
        std::string pattern;
        for (int i = 0; i < 1000; ++i) {
            pattern += "*a";
        }
        const std::string text = "\"" + std::string(20000, 'a') + "b\" like \"" + pattern + "\"";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run(text), std::string("false"));
        QVERIFY(timer.elapsed() < 500);
    }
    void theDeepestTreeFitsTheStack() {
        std::string text = "1";
        for (int i = 0; i < 254; ++i) {
            text += " + 1";
        }
        QCOMPARE(run(text), std::string("255"));
    }
    void jsonGivesValues() {
        const auto from = [](const char* text) {
            const Result<Value> value = valueFromJson(json::parse(text).value());
            return value ? value->text() : value.error().reason;
        };
        QCOMPARE(from("{\"a\":[1,true,\"x\"],\"b\":{\"__entity\":{\"type\":\"T\",\"id\":\"i\"}},\"c\":{\"__extn\":{"
                      "\"fn\":\"ip\",\"arg\":\"10.0.0.0/8\"}}}"),
                 std::string("{\"a\": [true, 1, \"x\"], \"b\": T::\"i\", \"c\": ip(\"10.0.0.0/8\")}"));
        for (const char* bad :
             {"null", "1.5", "[null]", "18446744073709551615", "{\"__entity\":{}}",
              "{\"__extn\":{\"fn\":\"isIpv4\",\"arg\":\"1.2.3.4\"}}", "{\"__extn\":{\"fn\":\"none\",\"arg\":\"x\"}}"}) {
            QCOMPARE(from(bad), std::string("cedar.json"));
        }
        QCOMPARE(from("{\"__extn\":{\"fn\":\"ip\",\"arg\":\"x\"}}"), std::string("cedar.extension"));
    }
    void badEntitiesAreRefused() {
        const auto reason = [](const char* text) {
            const Result<Entities> result = entitiesFromJson(json::parse(text).value());
            return result ? "read" : result.error().reason;
        };
        QCOMPARE(reason("{}"), std::string("cedar.json"));
        QCOMPARE(reason("[{}]"), std::string("cedar.json"));
        QCOMPARE(reason("[{\"uid\":{\"type\":\"T\",\"id\":\"a\"}},{\"uid\":{\"type\":\"T\",\"id\":\"a\"}}]"),
                 std::string("cedar.duplicate_entity"));
        QCOMPARE(reason("[{\"uid\":{\"type\":\"T\",\"id\":\"a\"},\"parents\":[{\"type\":\"T\",\"id\":\"b\"}]},"
                        "{\"uid\":{\"type\":\"T\",\"id\":\"b\"},\"parents\":[{\"type\":\"T\",\"id\":\"a\"}]}]"),
                 std::string("cedar.entity_cycle"));
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
