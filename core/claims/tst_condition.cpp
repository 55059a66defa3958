// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "claims/condition.h"

using namespace gatehouse;
using namespace gatehouse::claims;

namespace {

/// JSON with apostrophes for quotes: the meta-object compiler cannot read raw strings.
std::string q(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const json::Object kClaims =
    json::parseObject(q("{"
                        "'groups': ['eng-admins', 'all'], 'roles': 'eng-admins-readonly', 'title': 'Senior Engineer', "
                        "'level': 4, 'half': 0.5, 'country': 'SE',"
                        "'contractor': false, 'none': null, 'single': ['one'], 'org': {'unit': 'R&D'}, "
                        "'https://x.example/groups': 'ops-admins', 'teams': 'core-team'}"))
        .value();

/// A JSON string with the expression; apostrophes for quotes.
std::string rule(std::string expression) {
    return json::write(json::Value(q(std::move(expression))));
}

std::string test(const std::string& condition, const Source* groupSource = nullptr) {
    Problems problems;
    const auto parsed = Condition::parse(json::parse(condition).value(), "/when", groupSource, problems);
    if (!parsed) {
        return problems.front().code + " " + problems.front().pointer;
    }
    const Result<bool> holds = parsed->holds(ClaimContext(kClaims));
    return !holds ? holds.error().reason : *holds ? "yes" : "no";
}

} // namespace

class TestCondition : public QObject {
    Q_OBJECT
private slots:
    void equalsComparesWholeValues() {
        for (const std::string& yes :
             {q("{'claim':'country','op':'equals','value':'SE'}"), q("{'claim':'level','op':'equals','value':4}"),
              q("{'claim':'level','op':'equals','value':'4'}"), q("{'claim':'contractor','op':'equals','value':false}"),
              q("{'claim':'contractor','op':'equals','value':'false'}"),
              q("{'claim':'single','op':'equals','value':'one'}"),
              q("{'claim':'groups','op':'equals','value':['eng-admins','all']}"),
              q("{'claim':'org.unit','op':'equals','value':'R&D'}"),
              q("{'claim':'/org/unit','op':'equals','value':'R&D'}")}) {
            QCOMPARE(test(yes), std::string("yes"));
        }
        for (const std::string& no :
             {q("{'claim':'country','op':'equals','value':'se'}"),
              q("{'claim':'groups','op':'equals','value':'eng-admins'}"),
              q("{'claim':'absent','op':'equals','value':''}"), q("{'claim':'none','op':'equals','value':'null'}"),
              q("{'claim':'country','op':'equals','value':true}"), q("{'claim':'org','op':'equals','value':'R&D'}")}) {
            QCOMPARE(test(no), std::string("no"));
        }
    }
    void containsLooksForAnElement() {
        QCOMPARE(test(q("{'claim':'groups','op':'contains','value':'eng-admins'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'groups','op':'contains','value':'eng'}")), std::string("no"));
        QCOMPARE(test(q("{'claim':'groups','op':'not-contains','value':'eng'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'absent','op':'contains','value':'eng'}")), std::string("no"));
    }
    void containsLooksForAPartOfAText() {
        QCOMPARE(test(q("{'claim':'title','op':'contains','value':'Engineer'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'title','op':'contains','value':'engineer'}")), std::string("no"));
    }
    void aSingleGroupSentAsTextIsAListOfOne() {
        QCOMPARE(test(q("{'claim':'roles','op':'contains','value':'eng-admins'}")), std::string("no"));
        QCOMPARE(test(q("{'claim':'roles','op':'contains','value':'eng-admins-readonly'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'https://x.example/groups','op':'contains','value':'ops'}")), std::string("no"));
        const Source teams = Source::of({"teams"});
        QCOMPARE(test(q("{'claim':'teams','op':'contains','value':'core'}"), &teams), std::string("no"));
        QCOMPARE(test(q("{'claim':'teams','op':'contains','value':'core'}")), std::string("yes"));
    }
    void matchesWantsTheWholeText() {
        QCOMPARE(test(q("{'claim':'title','op':'matches','value':'.*Engineer'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'title','op':'matches','value':'Engineer'}")), std::string("no"));
        QCOMPARE(test(q("{'claim':'groups','op':'matches','value':'eng-.*'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'level','op':'matches','value':'[3-9]'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'org','op':'matches','value':'.*'}")), std::string("no"));
        QCOMPARE(test(q("{'claim':'absent','op':'matches','value':'.*'}")), std::string("no"));
    }
    void existsAsksForAnyValue() {
        QCOMPARE(test(q("{'claim':'contractor','op':'exists'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'none','op':'exists'}")), std::string("no"));
        QCOMPARE(test(q("{'claim':'absent','op':'exists','value':false}")), std::string("yes"));
    }
    void theReverseHoldsForAnAbsentClaim() {
        QCOMPARE(test(q("{'claim':'absent','op':'not-equals','value':'x'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'absent','op':'not-contains','value':'x'}")), std::string("yes"));
        QCOMPARE(test(q("{'claim':'country','op':'not-equals','value':'SE'}")), std::string("no"));
    }
    void cedarExpressionsSeeTheClaims() {
        for (const char* yes :
             {"context.claims.level > 3 && context.claims.country == 'SE'", "context.claims.groups.contains('all')",
              "context.claims['https://x.example/groups'] == 'ops-admins'",
              "context.claims has org.unit && context.claims.org.unit like 'R*'", "!(context.claims has none)",
              "context.claims.half == decimal('0.5')", "!context.claims.contractor",
              "if context.claims has missing then false else true"}) {
            QCOMPARE(test(rule(yes)), std::string("yes"));
        }
        QCOMPARE(test(rule("context.claims.level > 4")), std::string("no"));
        QCOMPARE(test(rule("context.claims.groups.contains('eng')")), std::string("no"));
    }
    void aCedarExpressionThatFailsDoesNotHold() {
        QCOMPARE(test(rule("context.claims.missing == 1")), std::string("cedar.attribute"));
        QCOMPARE(test(rule("context.claims.country > 3")), std::string("cedar.type"));
        QCOMPARE(test(rule("context.claims.level + 9223372036854775807 > 3")), std::string("cedar.overflow"));
        QCOMPARE(test(rule("context.claims.level")), std::string("cedar.type"));
    }
    void unsoundCedarExpressionsAreRefused() {
        for (const char* bad : {"", "context.claims.level >", "level > 3", "principal == User::'a'",
                                "action == Action::'a'", "resource has a", "true; true"}) {
            QCOMPARE(test(rule(bad)), std::string("cedar /when"));
        }
    }
    void unsoundConditionsAreRefused() {
        QCOMPARE(test("3"), std::string("wrong_type /when"));
        QCOMPARE(test("[]"), std::string("wrong_type /when"));
        QCOMPARE(test("{}"), std::string("required /when/claim"));
        QCOMPARE(test(q("{'claim':'a'}")), std::string("required /when/op"));
        QCOMPARE(test(q("{'claim':'','op':'exists'}")), std::string("required /when/claim"));
        QCOMPARE(test(q("{'claim':'a','op':'equals'}")), std::string("required /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'Equals','value':'x'}")), std::string("unknown_value /when/op"));
        QCOMPARE(test(q("{'claim':'a','op':'equals','value':{}}")), std::string("wrong_type /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'equals','value':null}")), std::string("wrong_type /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'contains','value':['x']}")), std::string("wrong_type /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'exists','value':'yes'}")), std::string("wrong_type /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'matches','value':3}")), std::string("wrong_type /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'matches','value':'('}")), std::string("expression /when/value"));
        QCOMPARE(test(q("{'claim':'a','op':'exists','valeu':true}")), std::string("unknown_member /when/valeu"));
        QCOMPARE(test(q("{'claim':3,'op':'exists'}")), std::string("wrong_type /when/claim"));
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
