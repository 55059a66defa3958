// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "cedar/expression.h"
#include "cedar/policy.h"

using namespace gatehouse;
using namespace gatehouse::cedar;

namespace {

std::string outcome(const std::string& text) {
    const Result<Expression> parsed = Expression::parse(text);
    return parsed ? "parsed" : parsed.error().reason;
}

std::string policyOutcome(const std::string& text) {
    const Result<std::vector<Policy>> parsed = parsePolicies(text);
    return parsed ? "parsed" : parsed.error().reason;
}

std::string repeat(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

} // namespace

class TestParse : public QObject {
    Q_OBJECT
private slots:
    void expressionsOfTheGrammarAreRead() {
        for (const char* text : {"true",
                                 "1",
                                 "-1",
                                 "-9223372036854775808",
                                 "9223372036854775807",
                                 "- - - - 1",
                                 "!!!!true",
                                 "\"a\"",
                                 "principal",
                                 "context.a.b[\"c d\"]",
                                 "User::\"ada\"",
                                 "A::B::C::\"x\"",
                                 "principal::\"x\"",
                                 "1 + 2 - 3 * 4",
                                 "1 < 2",
                                 "(1 < 2) == true",
                                 "a::\"x\" in [a::\"x\", a::\"y\",]",
                                 "[]",
                                 "[1,]",
                                 "{}",
                                 "{a: 1, \"b c\": 2,}",
                                 "if true then 1 else 2",
                                 "if if true then true else false then 1 else if true then 2 else 3",
                                 "context has a",
                                 "context has a.b.c",
                                 "context has \"a b\"",
                                 "context.a like \"*x\\*\"",
                                 "principal is User",
                                 "principal is N::User in Group::\"g\"",
                                 "[1].contains(1,)",
                                 "[1].containsAll([1])",
                                 "[].isEmpty()",
                                 "principal.getTag(\"a\")",
                                 "ip(\"10.0.0.1\").isInRange(ip(\"10.0.0.0/8\"))",
                                 "decimal(\"1.0\").lessThan(decimal(\"2.0\"))",
                                 "decimal()",
                                 "// a comment\ntrue // another",
                                 " \t\r\n true",
                                 "true || false && true",
                                 "context.contains",
                                 "-context.a",
                                 "- 1",
                                 "-(1)",
                                 "context[\"if\"]",
                                 "\"\\n\\r\\t\\\\\\0\\'\\\"\\x41\\u{1F600}\"",
                                 "a::\"\"",
                                 "1 * -1",
                                 "{\"if\": 1}"}) {
            QVERIFY2(outcome(text) == "parsed", (std::string(text) + ": " + outcome(text)).c_str());
        }
    }
    void otherTextsAreRefused() {
        for (const char* text : {"",
                                 " ",
                                 "// only a comment",
                                 "- - - - - 1",
                                 "!!!!!true",
                                 "1 < 2 < 3",
                                 "1 == 1 == true",
                                 "true true",
                                 "(",
                                 "(true",
                                 "true)",
                                 "[1",
                                 "[,]",
                                 "[1,,2]",
                                 "{a}",
                                 "{a: }",
                                 "{a: 1 b: 2}",
                                 "{a: 1, a: 2}",
                                 "{if: 1}",
                                 "{1: 2}",
                                 "\"",
                                 "\"a",
                                 "\"\\q\"",
                                 "\"\\x80\"",
                                 "\"\\x4\"",
                                 "\"\\u{}\"",
                                 "\"\\u{1234567}\"",
                                 "\"\\u{D800}\"",
                                 "\"\\u{110000}\"",
                                 "\"\\*\"",
                                 "9223372036854775808",
                                 "-9223372036854775809",
                                 "1.5",
                                 "1 / 2",
                                 "1 % 2",
                                 "a",
                                 "foo(1)",
                                 "isIpv4(ip(\"1.2.3.4\"))",
                                 "ip(\"1.2.3.4\").decimal()",
                                 "true.foo()",
                                 "[1].contains()",
                                 "[1].contains(1, 2)",
                                 "[].isEmpty(1)",
                                 "context.if",
                                 "context.",
                                 "context[a]",
                                 "context[1]",
                                 "context has if",
                                 "context has 1",
                                 "context has a.if",
                                 "context.a like b",
                                 "context.a like \"\\q\"",
                                 "principal is",
                                 "principal is \"x\"",
                                 "principal is if",
                                 "if true then 1",
                                 "if true 1 else 2",
                                 "true && if true then true else false",
                                 "true &&",
                                 "&& true",
                                 "true & false",
                                 "true | false",
                                 "! -1",
                                 "-!true",
                                 "a::b",
                                 "a::",
                                 "::\"x\"",
                                 "if::\"x\"",
                                 "#",
                                 "'a'",
                                 "a::\"x",
                                 "true;",
                                 "?principal",
                                 "@",
                                 "1a",
                                 "=",
                                 "context has a.b.",
                                 "__cedar::\"x\"",
                                 "in",
                                 "N::decimal(\"1.0\")"}) {
            QVERIFY2(outcome(text) == "cedar.parse", text);
        }
        QCOMPARE(outcome("\xff"), std::string("cedar.parse"));
        QCOMPARE(outcome(std::string("true\0", 5)), std::string("cedar.parse"));
    }
    void errorsNameLineAndColumn() {
        QCOMPARE(Expression::parse("true &&\n  context.a ==").error().detail.substr(0, 5), std::string("2:15:"));
        QCOMPARE(Expression::parse("1 ++ 2").error().detail.substr(0, 4), std::string("1:4:"));
    }
    void nestingIsBounded() {
        QCOMPARE(outcome(repeat("(", 60) + "true" + repeat(")", 60)), std::string("parsed"));
        QCOMPARE(outcome(repeat("(", 65) + "true" + repeat(")", 65)), std::string("cedar.too_large"));
        QCOMPARE(outcome(repeat("[", 30000)), std::string("cedar.too_large"));
        QCOMPARE(outcome(repeat("{a:", 20000)), std::string("cedar.too_large"));
        QCOMPARE(outcome(repeat("if ", 20000)), std::string("cedar.too_large"));
        QCOMPARE(outcome(repeat("ip(", 20000)), std::string("cedar.too_large"));
        QCOMPARE(outcome("context" + repeat(".a", 10000)), std::string("cedar.too_large"));
        QCOMPARE(outcome("1" + repeat(" + 1", 10000)), std::string("cedar.too_large"));
        QCOMPARE(outcome(repeat("a", 65537)), std::string("cedar.too_large"));
    }
    void longChainsOfAndAndOrAreNoDepth() {
        QCOMPARE(outcome("true" + repeat(" && true", 5000)), std::string("parsed"));
        QCOMPARE(outcome("true" + repeat(" || true", 5000)), std::string("parsed"));
    }
    void attributesUnderAPathAreFound() {
        const Expression expression =
            Expression::parse("context.claims.level > 3 && context[\"claims\"][\"https://x/roles\"].contains(\"a\") && "
                              "context.claims has deep.er && "
                              "context has claims.more && context.other.level == 1 && context.claims.level == 2")
                .value();
        QCOMPARE(expression.attributesOf({"context", "claims"}),
                 (std::vector<std::string>{"deep", "https://x/roles", "level", "more"}));
        QVERIFY(expression.uses("context"));
        QVERIFY(!expression.uses("principal"));
    }
    void policiesAreRead() {
        const std::vector<Policy> policies =
            parsePolicies(
                "@id(\"first\") @note permit(principal == User::\"ada\", action in [Action::\"a\", Action::\"b\"], "
                "resource is Doc in Folder::\"f\",) "
                "when { true } unless { context.locked };\n forbid(principal in ?principal, action, resource);")
                .value();
        QCOMPARE(policies.size(), std::size_t(2));
        QCOMPARE(policies[0].id, std::string("policy0"));
        QVERIFY(policies[0].annotation("note") == std::string_view());
        QVERIFY(policies[0].annotation("id") == std::string_view("first"));
        QCOMPARE(policies[0].action.entities.size(), std::size_t(2));
        QVERIFY(policies[0].resource.kind == Scope::Kind::IsIn);
        QCOMPARE(policies[0].conditions.size(), std::size_t(2));
        QVERIFY(policies[0].conditions[1].unless);
        QVERIFY(policies[1].effect == Effect::Forbid && policies[1].isTemplate() && !policies[0].isTemplate());
        QVERIFY(parsePolicies("").value().empty());
        QCOMPARE(parsePolicies("@id(\"x\")permit(principal,action,resource);", true).value().front().id,
                 std::string("x"));
    }
    void otherPoliciesAreRefused() {
        for (const char* text : {"permit",
                                 "permit()",
                                 "permit(principal, action, resource)",
                                 "permit(principal, action);",
                                 "permit(action, principal, resource);",
                                 "permit(principal, action, resource,,);",
                                 "allow(principal, action, resource);",
                                 "permit(principal == User, action, resource);",
                                 "permit(principal == [User::\"a\"], action, resource);",
                                 "permit(principal, action == ?action, resource);",
                                 "permit(principal == ?resource, action, resource);",
                                 "permit(principal, action is Action, resource);",
                                 "permit(principal, action, resource) when true;",
                                 "permit(principal, action, resource) when { };",
                                 "permit(principal, action, resource) when { ?principal == principal };",
                                 "permit(principal, action, resource) if { true };",
                                 "@a @a permit(principal, action, resource);",
                                 "@a(1) permit(principal, action, resource);",
                                 "@\"a\" permit(principal, action, resource);",
                                 "permit(principal is User == User::\"a\", action, resource);",
                                 "permit(principal, action in Action, resource);",
                                 ";"}) {
            QVERIFY2(policyOutcome(text) == "cedar.parse", text);
        }
        QCOMPARE(parsePolicies(
                     "@id(\"x\")permit(principal,action,resource);@id(\"x\")permit(principal,action,resource);", true)
                     .error()
                     .reason,
                 std::string("cedar.duplicate_policy"));
        QCOMPARE(policyOutcome(repeat("permit(principal,action,resource);", 10001)), std::string("cedar.too_large"));
    }
};

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
