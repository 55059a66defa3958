// SPDX-License-Identifier: Apache-2.0
// What is written member by member is what a tree would have been written as.
#include <QtTest>

#include <limits>

#include "json/text_writer.h"

using namespace gatehouse;

class TestJsonTextWriter : public QObject {
    Q_OBJECT
private slots:
    void writesWhatATreeGives() {
        const json::Object inner{{"a", 1}, {"b", json::Array{true, nullptr}}};
        std::string text;
        json::TextWriter out(text);
        out.beginObject();
        out.member("text", "quote \" slash \\ line \n end:");
        out.member("literal", std::string("x"));
        out.member("on", true);
        out.member("least", std::numeric_limits<std::int64_t>::min());
        out.memberIfAny("none", "");
        out.memberIfAny("some", "s");
        out.member("tree", inner);
        out.memberArray("names", std::vector<std::string>{"", "["});
        out.memberArray("empty", std::vector<std::string>());
        out.key("list");
        out.beginArray();
        out.beginObject();
        out.endObject();
        out.integer(7);
        out.boolean(false);
        out.tree(json::Value(nullptr));
        out.beginArray();
        out.text("{");
        out.text(":");
        out.endArray();
        out.endArray();
        out.endObject();
        const json::Object tree{{"text", "quote \" slash \\ line \n end:"},
                                {"literal", "x"},
                                {"on", true},
                                {"least", std::numeric_limits<std::int64_t>::min()},
                                {"some", "s"},
                                {"tree", inner},
                                {"names", json::Array{"", "["}},
                                {"empty", json::Array{}},
                                {"list", json::Array{json::Object(), 7, false, nullptr, json::Array{"{", ":"}}}};
        QCOMPARE(text, json::write(tree));
    }
    void goesOnBehindWhatIsThere() {
        std::string text = "[1";
        json::TextWriter out(text);
        out.text("two");
        out.endArray();
        QCOMPARE(text, std::string("[1,\"two\"]"));
    }
};

QTEST_GUILESS_MAIN(TestJsonTextWriter)
#include "tst_json_text_writer.moc"
