// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/errors.h"
#include "scim/filter.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const char* word(Comparison comparison) {
    static const char* const kWords[] = {"eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"};
    return kWords[static_cast<int>(comparison)];
}

/// The tree as the vectors write it: ["and", a, b], ["eq", path, value], ["pr", path], ["valuePath", path, f].
json::Array tree(const Filter& filter) {
    json::Array out;
    switch (filter.kind) {
    case Filter::Kind::Compare:
        return {word(filter.comparison), filter.path.text(), filter.value};
    case Filter::Kind::Present:
        return {"pr", filter.path.text()};
    case Filter::Kind::ValuePath:
        return {"valuePath", filter.path.text(), tree(filter.children.front())};
    case Filter::Kind::Not:
        return {"not", tree(filter.children.front())};
    case Filter::Kind::And:
        out.emplace_back("and");
        break;
    case Filter::Kind::Or:
        out.emplace_back("or");
        break;
    }
    for (const Filter& child : filter.children) {
        out.push_back(tree(child));
    }
    return out;
}

std::string shape(const std::string& text) {
    const auto filter = parseFilter(q(text));
    return filter ? json::write(json::Value(tree(*filter))) : filter.error().reason;
}

std::string times(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) {
        out += text;
    }
    return out;
}

} // namespace

class TestFilter : public QObject {
    Q_OBJECT
private slots:
    void everyValidVectorGivesItsTree() {
        const json::Value all = vectors("filters/unboundid-filters-paths.json");
        int seen = 0;
        for (const json::Value& each : all.at("parse_valid").as_array()) {
            const std::string text(json::view(each.at("filter").as_string()));
            const auto filter = parseFilter(text);
            QVERIFY2(filter, text.c_str());
            QCOMPARE(json::write(json::Value(tree(*filter))), json::write(each.at("ast")));
            ++seen;
        }
        QCOMPARE(seen, 34);
    }
    void everyInvalidVectorIsAnInvalidFilter() {
        const json::Value all = vectors("filters/unboundid-filters-paths.json");
        int seen = 0;
        for (const json::Value& each : all.at("parse_invalid").as_array()) {
            const std::string text(json::view(each.at("filter").as_string()));
            const auto filter = parseFilter(text);
            QVERIFY2(!filter, text.c_str());
            QCOMPARE(describe(filter.error()).scimType, std::string("invalidFilter"));
            ++seen;
        }
        QCOMPARE(seen, 38);
    }
    void theFiltersOfAnotherParserAreReadButForTwo() {
        // Without quotation marks, and a value path that is compared as a whole.
        const std::set<std::string> refused = {"userName eq example@example.com", q("members[value eq '6784'] eq ''")};
        const json::Value all = vectors("filters/15five-queries.json");
        int seen = 0;
        for (const json::Value& each : all.at("cases").as_array()) {
            const std::string text(json::view(each.at("filter").as_string()));
            QVERIFY2(parseFilter(text).has_value() != refused.contains(text), text.c_str());
            ++seen;
        }
        QVERIFY(seen >= 74);
    }
    void andBindsTighterThanOr() {
        QCOMPARE(shape("a pr or b pr and c pr or d pr"),
                 q("['or',['pr','a'],['and',['pr','b'],['pr','c']],['pr','d']]"));
        QCOMPARE(shape("(a pr or b pr) and c pr"), q("['and',['or',['pr','a'],['pr','b']],['pr','c']]"));
        QCOMPARE(shape("not (a pr) and b pr"), q("['and',['not',['pr','a']],['pr','b']]"));
    }
    void operatorsAreReadInAnyCase() {
        QCOMPARE(shape("a EQ 'x' AND NOT(b Pr) Or c sW 'y'"),
                 q("['or',['and',['eq','a','x'],['not',['pr','b']]],['sw','c','y']]"));
    }
    void namesOfOperatorsAreNamesOfAttributesInTheirPlace() {
        QCOMPARE(shape("not eq 'x'"), q("['eq','not','x']"));
        QCOMPARE(shape("and pr or or pr"), q("['or',['pr','and'],['pr','or']]"));
    }
    void aValuePathWithAPartBehindItIsAValuePath() {
        QCOMPARE(shape("emails[type eq 'work'].value eq 'x'"),
                 q("['valuePath','emails',['and',['eq','type','work'],['eq','value','x']]]"));
        QCOMPARE(shape("emails[type eq 'work'].value"), std::string("scim.filter"));
        QCOMPARE(shape("emails[type eq 'work']value eq 'x'"), std::string("scim.filter"));
        QCOMPARE(shape("emails.value[type eq 'work']"), std::string("scim.filter"));
    }
    void valuePathsAreNotNested() {
        QCOMPARE(shape("emails[a[b pr]]"), std::string("scim.filter"));
        QCOMPARE(reason(parseValueFilter(q("emails[type eq 'work']"))), std::string("scim.filter"));
        QCOMPARE(reason(parseValueFilter(q("(type eq 'a' or type eq 'b') and not (value pr)"))), std::string("ok"));
    }
    void valuesAreJson() {
        QCOMPARE(shape("a eq TRUE"), q("['eq','a',true]"));
        QCOMPARE(shape("a eq null"), q("['eq','a',null]"));
        QCOMPARE(shape("a eq -1.5e2"), q("['eq','a',-150]"));
        for (const char* text : {"a eq {}", "a eq []", "a eq 'x", "a eq 'x\\u0000'", "a eq '\\ud800'", "a eq 1e999",
                                 "a eq 01", "a eq x", "a eq '\xff'", "a eq"}) {
            QCOMPARE(shape(text), std::string("scim.filter"));
        }
    }
    void urnsArePartedFromTheAttribute() {
        const auto filter = parseFilter(q("urn:ietf:params:scim:schemas:core:2.0:User:name.givenName pr"));
        QCOMPARE(filter->path.schema, std::string("urn:ietf:params:scim:schemas:core:2.0:User"));
        QCOMPARE(filter->path.attribute, std::string("name"));
        QCOMPARE(filter->path.sub, std::string("givenName"));
    }
    void injectionsAreTextsOrRefused() { // SC-03
        QVERIFY(parseFilter("userName eq \"x' OR 1=1--\""));
        QVERIFY(parseFilter("userName eq \"%\" or userName eq \"_\" or userName eq \"\\\\\""));
        for (const char* text : {"userName eq \"\"\"", "userName);drop eq \"x\"", "us\ner eq \"x\"",
                                 "userName eq \"a\" or 1=1", "user%20Name eq \"a\""}) {
            QVERIFY2(!parseFilter(text), text);
        }
        QVERIFY(!parseFilter(std::string_view("userName eq \"a\0b\"", 18)));
        QVERIFY(!parseFilter(std::string_view("userName eq \"a\"\0", 16)));
    }
    void limitsAreRefusedAsInvalidFilters() { // SC-04
        QCOMPARE(reason(parseFilter(times("(", 32) + "a pr" + times(")", 32))), std::string("ok"));
        QCOMPARE(reason(parseFilter(times("(", 33) + "a pr" + times(")", 33))), std::string("scim.filter_too_large"));
        QCOMPARE(reason(parseFilter("a pr" + times(" and a pr", 63))), std::string("ok"));
        QCOMPARE(reason(parseFilter("a pr" + times(" and a pr", 64))), std::string("scim.filter_too_large"));
        QCOMPARE(reason(parseFilter("a eq \"" + times("(", 4000) + "\"")), std::string("ok"));
        QCOMPARE(describe(parseFilter(times("(", 33)).error()).scimType, std::string("invalidFilter"));
    }
    void bombsAreRefusedAtOnce() { // SC-04
        const std::string wide = "a eq \"" + std::string(1U << 20U, 'x') + "\"";
        const std::vector<std::string> bombs = {times("(", 10'000),     times("(", 100'000),
                                                times("not (", 50'000), "a pr" + times(" and a pr", 100'000),
                                                times("a[", 10'000),    wide};
        for (const std::string& bomb : bombs) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(reason(parseFilter(bomb)), std::string("scim.filter_too_large"));
            QVERIFY(timer.nsecsElapsed() < 10'000'000);
        }
        // Nor does it take long where the size is allowed.
        FilterLimits loose;
        loose.octets = 1U << 21U;
        QElapsedTimer timer;
        timer.start();
        for (const std::string& bomb : bombs) {
            (void)parseFilter(bomb, loose);
        }
        QVERIFY(timer.elapsed() < 60);
    }
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
