// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "claims/letter_case.h"
#include "claims/transform.h"

using namespace gatehouse;
using namespace gatehouse::claims;

namespace {

/// JSON with apostrophes for quotes: the meta-object compiler cannot read raw strings.
std::string q(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string run(std::string_view transform, std::string_view value) {
    const Result<Transform> parsed = Transform::parse(transform);
    if (!parsed) {
        return parsed.error().reason;
    }
    const Result<json::Value> changed = parsed->apply(json::parse(value).value());
    return changed ? json::write(*changed) : changed.error().reason;
}

} // namespace

class TestTransform : public QObject {
    Q_OBJECT
private slots:
    void textsAreChanged_data() {
        QTest::addColumn<QString>("transform");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const std::string& transform, const std::string& value, const std::string& expected) {
            QTest::newRow((transform + " " + value).c_str())
                << QString::fromStdString(transform) << QString::fromStdString(value)
                << QString::fromStdString(expected);
        };
        row("trim", q("'  a b \\t\\n'"), q("'a b'"));
        row("trim", q("'   '"), q("''"));
        row("trim", q("[' a ', 'b ']"), q("['a','b']"));
        row("lowercase", q("'Ada@ACME.com'"), q("'ada@acme.com'"));
        row("lowercase", "\"\u00c5SA \u0416\u0423\u041a \u03a9\u03bc \u0141\u017d\"",
            "\"\u00e5sa \u0436\u0443\u043a \u03c9\u03bc \u0142\u017e\"");
        row("uppercase", "\"\u00e5sa \u0436\u0443\u043a stra\u00dfe \u0142\u017e\"",
            "\"\u00c5SA \u0416\u0423\u041a STRA\u00dfE \u0141\u017d\"");
        row("uppercase", "\"\u65e5\u672c \U0001F600\"", "\"\u65e5\u672c \U0001F600\"");
        row("before:@", q("'ada@acme@x'"), q("'ada'"));
        row("before:@", q("'ada'"), q("'ada'"));
        row("after:@", q("'ada@acme@x'"), q("'acme@x'"));
        row("after:@", q("'ada'"), q("''"));
        row("after:::", q("'a::b'"), q("'b'"));
        row("split:,", q("'a,,b,'"), q("['a','b']"));
        row("split:;", q("['a;b', 'c']"), q("['a','b','c']"));
        row("split:, ", q("'a, b,c'"), q("['a','b,c']"));
        row("join:, ", q("['a', 'b', 3]"), q("'a, b, 3'"));
        row("join:", q("['a', 'b']"), q("'ab'"));
        row("join:x", q("'a'"), q("'a'"));
        row(q("map:{'eng':'Engineering','ops':'Operations'}"), q("'eng'"), q("'Engineering'"));
        row(q("map:{'eng':'Engineering'}"), q("'law'"), q("'law'"));
        row(q("map:{'eng':'Engineering','*':'Other'}"), q("['law','eng']"), q("['Other','Engineering']"));
        row(q("map:{'true':'active','false':'inactive'}"), "true", q("'active'"));
        row("regex:/^CN=([^,]+),.*$/\\1/", q("'CN=eng-admins,OU=Groups'"), q("'eng-admins'"));
        row("regex:/o/0/", q("'foo bo'"), q("'f00 b0'"));
        row("regex:/a\\/b/c\\/d/", q("'a/b'"), q("'c/d'"));
        row("regex:/x//", q("'axb'"), q("'ab'"));
        row("lowercase", "12", q("'12'"));
    }
    void textsAreChanged() {
        QFETCH(QString, transform);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(run(transform.toStdString(), value.toStdString())), expected);
    }
    void unsoundTransformsAreRefused() {
        for (const char* bad : {"",
                                "Trim",
                                "trim ",
                                "trim:",
                                "upper",
                                "before",
                                "before:",
                                "after:",
                                "split:",
                                "map:",
                                "map:x",
                                "map:[]",
                                "map:{\"a\":1}",
                                "map:{\"a\":\"b\",\"a\":\"c\"}",
                                "regex:",
                                "regex:abc",
                                "regex:/abc/",
                                "regex:/abc",
                                "regex:/a/b/i",
                                "regex://b/",
                                "regex:/(/x/",
                                "regex:/a/\\1/",
                                "regex:/(?=a)/x/",
                                "regex:/(a)\\1/x/",
                                "regex:/a{2000}/x/",
                                "substr:1",
                                "exec:ls",
                                ":"}) {
            QCOMPARE(run(bad, "\"a\""), std::string("mapping.transform"));
        }
        QCOMPARE(run("regex:/" + std::string(1100, 'a') + "/x/", "\"a\""), std::string("mapping.transform"));
        QCOMPARE(run("regex:/((\\pL{50}){50}){50}/x/", "\"a\""), std::string("mapping.transform"));
    }
    void valuesOfOtherTypesAreRefused() {
        for (const char* transform : {"trim", "before:x", "split:x", "join:x", "regex:/a/b/", "map:{}"}) {
            QCOMPARE(run(transform, "{}"), std::string("mapping_wrong_type"));
            QCOMPARE(run(transform, "[{}]"), std::string("mapping_wrong_type"));
            QCOMPARE(run(transform, "[[\"a\"]]"), std::string("mapping_wrong_type"));
            QCOMPARE(run(transform, "null"), std::string("mapping_wrong_type"));
        }
    }
    void growthIsBounded() {
        const std::string text = "\"" + std::string(4096, 'a') + "\"";
        QCOMPARE(run("regex:/a/bb/", text), std::string("mapping_too_large"));
        QCOMPARE(run("trim", "\"" + std::string(4097, 'a') + "\""), std::string("mapping_too_large"));
        QCOMPARE(run("join:,", "[" + text + "," + text + "]"), std::string("mapping_too_large"));
        std::string many = "a";
        for (int i = 0; i < 1000; ++i) {
            many += ",a";
        }
        QCOMPARE(run("split:,", "\"" + many + "\""), std::string("mapping_too_large"));
    }
    void aHardExpressionStaysLinear() {
        const std::string text = "\"" + std::string(4000, 'a') + "!\"";
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(run("regex:/^(a|a|aa)+$/x/", text).size(), text.size());
        QVERIFY(timer.elapsed() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestTransform)
#include "tst_transform.moc"
