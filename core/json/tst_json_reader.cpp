// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "json/reader.h"

using namespace gatehouse;
using namespace std::string_literals;

namespace {

enum class Colour { Red, Green };

struct Form {
    std::string name = "default";
    bool enabled = true;
    std::int64_t count = 5;
    std::chrono::seconds life{60};
    std::vector<std::string> words{"kept"};
    Colour colour = Colour::Green;
    Problems problems;
};

Form readForm(std::string_view text) {
    Form form;
    const json::Object object = json::parseObject(text).value();
    json::ObjectReader reader(object, "/form", form.problems);
    reader.string("name", form.name, 8);
    reader.boolean("enabled", form.enabled);
    reader.integer("count", form.count, 1, 10);
    reader.seconds("life", form.life, 1, 100);
    reader.strings("words", form.words, 2);
    reader.choice("colour", form.colour, {{"red", Colour::Red}, {"green", Colour::Green}});
    reader.ignore({"id"});
    reader.finish();
    return form;
}

} // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
private slots:
    void absentMembersKeepTheirDefaults() {
        const Form form = readForm("{\"id\":\"x\"}");
        QVERIFY(form.problems.empty());
        QCOMPARE(form.name, "default"s);
        QCOMPARE(form.words, std::vector<std::string>{"kept"});
    }
    void presentMembersAreRead() {
        const Form form =
            readForm("{\"name\":\"n\",\"enabled\":false,\"count\":10,\"life\":1,\"words\":[],\"colour\":\"red\"}");
        QVERIFY(form.problems.empty());
        QCOMPARE(form.name, "n"s);
        QVERIFY(!form.enabled);
        QCOMPARE(form.count, 10);
        QCOMPARE(form.life.count(), 1);
        QVERIFY(form.words.empty());
        QVERIFY(form.colour == Colour::Red);
    }
    void everyWrongMemberIsNamedWithItsPointer() {
        const std::pair<const char*, const char*> rows[] = {
            {"{\"name\":1}", "/form/name wrong_type"},
            {"{\"name\":null}", "/form/name wrong_type"},
            {"{\"name\":\"123456789\"}", "/form/name too_long"},
            {"{\"enabled\":\"true\"}", "/form/enabled wrong_type"},
            {"{\"count\":1.5}", "/form/count wrong_type"},
            {"{\"count\":18446744073709551615}", "/form/count wrong_type"},
            {"{\"count\":0}", "/form/count out_of_range"},
            {"{\"life\":101}", "/form/life out_of_range"},
            {"{\"words\":\"a\"}", "/form/words wrong_type"},
            {"{\"words\":[1]}", "/form/words wrong_type"},
            {"{\"words\":[\"a\",\"b\",\"c\"]}", "/form/words too_long"},
            {"{\"colour\":\"Red\"}", "/form/colour unknown_value"},
            {"{\"colour\":1}", "/form/colour unknown_value"},
            {"{\"a/b~\":1}", "/form/a~1b~0 unknown_member"},
        };
        for (const auto& [text, expected] : rows) {
            const Form form = readForm(text);
            QCOMPARE(form.problems.size(), std::size_t(1));
            QCOMPARE(form.problems[0].pointer + " " + form.problems[0].code, std::string(expected));
        }
    }
    void allProblemsAreCollected() {
        QCOMPARE(readForm("{\"name\":1,\"count\":0,\"x\":1,\"y\":2}").problems.size(), std::size_t(4));
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
