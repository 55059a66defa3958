// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <chrono>

#include "xml/tree.h"

using namespace gatehouse;

namespace {

std::string reasonOf(const std::string& text, const xml::Limits& limits = {}) {
    const auto tree = xml::Tree::parse(text, limits);
    return tree ? "read" : tree.error().reason;
}

std::string repeated(std::string_view what, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) {
        out.append(what);
    }
    return out;
}

} // namespace

class TstTree final : public QObject {
    Q_OBJECT

private slots:
    void readsElementsWithTheirNamespacesAndAttributes() {
        const auto tree = xml::Tree::parse(
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            "<p:a xmlns:p=\"urn:p\" xmlns=\"urn:d\" ID=\"x1\" p:kind=\"k\">t<b at='v'/>u<p:c>&lt;&#65;</p:c></p:a>\n");
        QVERIFY(tree);
        const xml::Element root = tree->root();
        QVERIFY(root.is("urn:p", "a"));
        QCOMPARE(root.attribute("ID").value_or(""), std::string_view("x1"));
        QCOMPARE(root.attribute("urn:p", "kind").value_or(""), std::string_view("k"));
        QVERIFY(!root.attribute("kind"));
        QCOMPARE(root.children().size(), std::size_t(2));
        QVERIFY(root.firstChild()->is("urn:d", "b"));
        QCOMPARE(*root.child("urn:p", "c")->text(), std::string("<A"));
        QVERIFY(!root.text()); // it has elements in it
        QVERIFY(tree->withId("x1") == root);
        QVERIFY(!tree->withId("x2"));
        QCOMPARE(root.child("urn:p", "c")->source(), std::string_view("<p:c>&lt;&#65;</p:c>"));
        QCOMPARE(root.withDescendants().size(), std::size_t(3));
        QCOMPARE(root.child("urn:p", "c")->ordinal(), std::size_t(2));
    }

    void whiteSpaceOfAnAttributeIsNormalizedAndReferencesAreKept() {
        const auto tree = xml::Tree::parse("<a x=\"1\r\n2\t3&#13;&#10;4\">a\r\nb\rc&#xd;d</a>");
        QVERIFY(tree);
        QCOMPARE(tree->root().attribute("x").value_or(""), std::string_view("1 2 3\r\n4"));
        QCOMPARE(*tree->root().text(), std::string("a\nb\nc\rd"));
    }

    void textBesideACommentIsReadWhole() {
        xml::Limits limits;
        limits.comments = true;
        const auto tree = xml::Tree::parse("<!-- x --><a>admin@corp<!-- y -->.evil</a>", limits);
        QVERIFY(tree);
        QCOMPARE(*tree->root().text(), std::string("admin@corp.evil"));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const QByteArray& text, const char* reason) {
            QTest::newRow(name) << text << QByteArray(reason);
        };
        row("nothing", "", "xml.malformed");
        row("a document type", "<!DOCTYPE a><a/>", "xml.doctype");
        row("a document type with an entity", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
            "xml.doctype");
        row("a document type after a root", "<a><!DOCTYPE b></a>", "xml.doctype");
        row("a processing instruction", "<a><?x y?></a>", "xml.instruction");
        row("a style sheet", "<?xml-stylesheet href='x'?><a/>", "xml.instruction");
        row("a second declaration", "<a><?xml version='1.0'?></a>", "xml.instruction");
        row("a comment", "<a>b<!-- c --></a>", "xml.comment");
        row("CDATA", "<a><![CDATA[b]]></a>", "xml.cdata");
        row("XML 1.1", "<?xml version='1.1'?><a/>", "xml.encoding");
        row("UTF-16 that is announced", "<?xml version='1.0' encoding='UTF-16'?><a/>", "xml.encoding");
        row("UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a/>", "xml.encoding");
        row("Latin 1", QByteArray("<a>\xe9</a>"), "xml.encoding");
        row("an overlong octet", QByteArray("<a>\xc0\xaf</a>"), "xml.encoding");
        row("a surrogate", QByteArray("<a>\xed\xa0\x80</a>"), "xml.encoding");
        row("NUL", QByteArray("<a>\0</a>", 8), "xml.encoding");
        row("a byte order mark", QByteArray("\xef\xbb\xbf<a/>"), "xml.malformed");
        row("a reference to NUL", "<a>&#0;</a>", "xml.entity");
        row("a reference beyond Unicode", "<a>&#x110000;</a>", "xml.entity");
        row("an entity of HTML", "<a>&nbsp;</a>", "xml.entity");
        row("an ampersand", "<a>b & c</a>", "xml.entity");
        row("two roots", "<a/><b/>", "xml.malformed");
        row("text before the root", "x<a/>", "xml.malformed");
        row("text behind the root", "<a/>x", "xml.malformed");
        row("an open element", "<a><b></a>", "xml.malformed");
        row("another prefix at the end", "<p:a xmlns:p='urn:p' xmlns:q='urn:p'></q:a>", "xml.malformed");
        row("an attribute without quotes", "<a b=c/>", "xml.malformed");
        row("attributes that touch", "<a b='1'c='2'/>", "xml.malformed");
        row("a < in an attribute", "<a b='<'/>", "xml.malformed");
        row("the end of CDATA", "<a>]]></a>", "xml.malformed");
        row("a name of two colons", "<a:b:c xmlns:a='urn:a'/>", "xml.malformed");
        row("a prefix that is not declared", "<p:a/>", "xml.namespace");
        row("a prefix of an attribute that is not declared", "<a p:b='c'/>", "xml.namespace");
        row("a relative namespace", "<a xmlns:p='1'/>", "xml.namespace");
        row("a relative default namespace", "<a xmlns='a/b:c'/>", "xml.namespace");
        row("a namespace that is no URI", "<a xmlns:p='urn:`'/>", "xml.namespace");
        row("a namespace with a space", "<a xmlns:p='urn:a b'/>", "xml.namespace");
        row("a namespace without a scheme", "<a xmlns:p=':a'/>", "xml.namespace");
        row("an undeclared prefix", "<a xmlns:p=''/>", "xml.namespace");
        row("xml as another namespace", "<a xmlns:xml='urn:x'/>", "xml.namespace");
        row("the namespace of xml by another name", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
            "xml.namespace");
        row("an attribute twice", "<a b='1' b='2'/>", "xml.attribute");
        row("an attribute twice by its namespace", "<a xmlns:p='urn:u' xmlns:q='urn:u' p:x='1' q:x='2'/>",
            "xml.attribute");
        row("an attribute beside its qualified twin", "<a xmlns:p='urn:u' x='1' p:x='2'/>", "xml.attribute");
        row("a prefix twice", "<a xmlns:p='urn:u' xmlns:p='urn:v'/>", "xml.attribute");
        row("xml:base", "<a xml:base='http://x/'/>", "xml.attribute");
        row("xml:id", "<a xml:id='x'/>", "xml.attribute");
        row("an ID twice", "<a ID='x'><b ID='x'/></a>", "xml.id");
        row("an ID twice by another name", "<a ID='x'><b Id='x'/></a>", "xml.id");
        row("an ID in a namespace", "<a xmlns:p='urn:p' p:ID='x'/>", "xml.id");
        row("an ID that begins with a digit", "<a ID='1'/>", "xml.id");
        row("an ID with a quote", "<a ID='a&quot;'/>", "xml.id");
        row("an empty ID", "<a ID=''/>", "xml.id");
        row("a long ID", "<a ID='" + QByteArray(10'000, 'a') + "'/>", "xml.id");
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        QCOMPARE(QByteArray::fromStdString(reasonOf(text.toStdString())), reason);
    }

    void limitsAreKeptToTheLastOne() {
        const auto nested = [](int levels) { return repeated("<a>", levels) + repeated("</a>", levels); };
        QCOMPARE(reasonOf(nested(32)), std::string("read"));
        QCOMPARE(reasonOf(nested(33)), std::string("xml.too_deep"));
        const auto wide = [](int attributes) {
            std::string text = "<a";
            for (int i = 0; i < attributes; ++i) {
                text += " b" + std::to_string(i) + "='c'";
            }
            return text + "/>";
        };
        QCOMPARE(reasonOf(wide(64)), std::string("read"));
        QCOMPARE(reasonOf(wide(65)), std::string("xml.too_many"));
        QCOMPARE(reasonOf("<a>" + repeated("<b/>", 19'999) + "</a>"), std::string("read"));
        QCOMPARE(reasonOf("<a>" + repeated("<b/>", 20'000) + "</a>"), std::string("xml.too_many"));
        const std::string longest = "<a>" + std::string(256 * 1024 - 7, 'x') + "</a>";
        QCOMPARE(reasonOf(longest), std::string("read"));
        QCOMPARE(reasonOf(longest + " "), std::string("xml.too_large"));
        const auto scoped = [](int declarations) {
            std::string text;
            for (int i = 0; i < declarations; ++i) {
                text += "<a" + std::to_string(i % 20) + " xmlns:p" + std::to_string(i) + "='urn:u' xmlns:q" +
                        std::to_string(i) + "='urn:u' xmlns:r" + std::to_string(i) + "='urn:u'>";
            }
            return text;
        };
        QCOMPARE(reasonOf(scoped(22)), std::string("xml.too_many"));
    }

    void aDeclarationGoesOutOfScopeWithItsElement() {
        QCOMPARE(reasonOf("<a><b xmlns:p='urn:p'/><p:c/></a>"), std::string("xml.namespace"));
        const auto tree = xml::Tree::parse("<a xmlns='urn:1' xmlns:p='urn:2'><b xmlns='urn:3'><c/></b></a>");
        QVERIFY(tree);
        const auto scope = tree->root().firstChild()->firstChild()->namespacesInScope();
        QCOMPARE(scope.size(), std::size_t(2));
        QCOMPARE(scope[0].second, std::string("urn:3"));
        QCOMPARE(scope[1].first, std::string("p"));
    }
};

QTEST_GUILESS_MAIN(TstTree)
#include "tst_tree.moc"
