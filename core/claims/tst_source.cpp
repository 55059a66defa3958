// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "claims/source.h"

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
                        "'email': 'ada@acme.com', 'given_name': 'Ada', 'family_name': 'Lovelace', 'blank': '  ', "
                        "'none': null, 'empty': '', 'list': ['a', 'b'],"
                        "'nothing': [], 'org': {'department': 'R&D', 'a/b': 1, 'm~n': 2, 'deep': {'er': true}}, "
                        "'realm_access': {'roles': ['x']},"
                        "'https://acme.example/roles': ['admin'], 'a.b': 'plain', 'a': {'b': 'nested'}, '/odd': "
                        "'slash', '{braces}': 'braced', 'level': 3}"))
        .value();

std::string read(const std::string& source) {
    Problems problems;
    const std::optional<Source> parsed = Source::parse(json::parse(source).value(), "/s", problems);
    if (!parsed) {
        return "problem: " + problems.front().code + " " + problems.front().pointer;
    }
    const auto found = parsed->read(kClaims);
    return found ? json::write(found->value) : "nothing";
}

} // namespace

class TestSource : public QObject {
    Q_OBJECT
private slots:
    void aNameReadsItsClaim() {
        QCOMPARE(read(q("'email'")), q("'ada@acme.com'"));
        QCOMPARE(read(q("'level'")), std::string("3"));
        QCOMPARE(read(q("'list'")), q("['a','b']"));
    }
    void namespacedAndDottedNamesArePlainNamesFirst() {
        QCOMPARE(read(q("'https://acme.example/roles'")), q("['admin']"));
        QCOMPARE(read(q("'a.b'")), q("'plain'"));
        QCOMPARE(read(q("'/odd'")), q("'slash'"));
        QCOMPARE(read(q("'{braces}'")), q("'braced'"));
    }
    void dotsLeadIntoObjects() {
        QCOMPARE(read(q("'realm_access.roles'")), q("['x']"));
        QCOMPARE(read(q("'org.deep.er'")), std::string("true"));
        QCOMPARE(read(q("'org.nowhere'")), std::string("nothing"));
        QCOMPARE(read(q("'email.x'")), std::string("nothing"));
    }
    void pointersFollowRfc6901() {
        QCOMPARE(read(q("'/org/department'")), q("'R&D'"));
        QCOMPARE(read(q("'/org/a~1b'")), std::string("1"));
        QCOMPARE(read(q("'/org/m~0n'")), std::string("2"));
        QCOMPARE(read(q("'/list/1'")), q("'b'"));
        QCOMPARE(read(q("'/https:~1~1acme.example~1roles/0'")), q("'admin'"));
        for (const std::string& bad : {q("'/list/2'"), q("'/list/01'"), q("'/list/-'"), q("'/list/9999999'"),
                                       q("'/email/x'"), q("'/'"), q("'/none'")}) {
            QCOMPARE(read(bad), std::string("nothing"));
        }
    }
    void templatesNeedEveryPart() {
        QCOMPARE(read(q("'{given_name} {family_name}'")), q("'Ada Lovelace'"));
        QCOMPARE(read(q("'{/org/department}-{level}'")), q("'R&D-3'"));
        for (const std::string& gap : {q("'{given_name} {middle_name}'"), q("'{given_name} {blank}'"), q("'{list}'"),
                                       q("'{org}'"), q("'x{none}'")}) {
            QCOMPARE(read(gap), std::string("nothing"));
        }
    }
    void theFirstThatGivesAValueCounts() {
        QCOMPARE(read(q("['none', 'blank', 'empty', 'nothing', 'absent', '{absent}', 'level', 'email']")),
                 std::string("3"));
        QCOMPARE(read(q("['none', 'absent']")), std::string("nothing"));
    }
    void malformedSourcesAreRefused() {
        for (const std::string& bad :
             {q("'{'"), q("'}'"), q("'{}'"), q("'a{b'"), q("'a}b'"), q("'{a{b}}'"), q("'{a}}'")}) {
            QCOMPARE(read(bad), std::string("problem: source_template /s"));
        }
        QCOMPARE(read("3"), std::string("problem: wrong_type /s"));
        QCOMPARE(read("{}"), std::string("problem: wrong_type /s"));
        QCOMPARE(read("\"\""), std::string("problem: required /s"));
        QCOMPARE(read("[]"), std::string("problem: required /s"));
        QCOMPARE(read(q("['email', 3]")), std::string("problem: wrong_type /s/1"));
        QCOMPARE(read(q("['email', ['x']]")), std::string("problem: wrong_type /s/1"));
        QCOMPARE(read(("\"" + std::string(513, 'a') + "\"").c_str()), std::string("problem: too_long /s"));
    }
    void aVeryDeepPointerFindsNothing() {
        std::string pointer;
        for (int i = 0; i < 100; ++i) {
            pointer += "/a";
        }
        QCOMPARE(read(("\"" + pointer + "\"").c_str()), std::string("nothing"));
    }
};

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
