// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <QDirIterator>

#include <random>

#include "base/encoding.h"
#include "tests/support/libxml2_form.h"
#include "xml/canonical.h"

using namespace gatehouse;
using Prefixes = std::vector<std::string>;

namespace {

/// As it would be within a signature: every element once, alone, without its first child, and with prefixes of a list.
/// "" if libxml2 gives the same octets, else where it does not.
std::string difference(const xml::Tree& tree, const test::Libxml2Form& form) {
    const Prefixes lists[] = {{}, {"#default"}, {"p", "xs"}, {"#default", "p", "q", "ds", "saml", "xs"}};
    for (const xml::Element& each : tree.root().withDescendants()) {
        for (const std::optional<xml::Element>& without : {std::optional<xml::Element>(), each.firstChild()}) {
            for (const Prefixes& prefixes : lists) {
                const auto ours = xml::canonical(each, without, prefixes, {.octets = 1 << 24});
                const auto theirs = form.exclusive(each, without, prefixes);
                if (!ours || !theirs || *ours != *theirs) {
                    return ours.value_or("refused") + "\ninstead of\n" + theirs.value_or("refused");
                }
            }
        }
    }
    return {};
}

std::string differenceIn(const std::string& text) {
    xml::Limits limits;
    limits.octets = 1 << 24;
    limits.comments = true;
    const auto tree = xml::Tree::parse(text, limits);
    if (!tree) {
        return {};
    }
    const auto form = test::Libxml2Form::of(*tree);
    return form ? difference(*tree, *form) : "libxml2 refuses " + text;
}

/// Documents of all that canonicalisation treats differently, by chance.
class Author {
public:
    explicit Author(unsigned seed)
        : m_random(seed) {}

    std::string element(int depth) {
        const std::string name = pick({"", "p:", "q:", "xs:"}) + pick({"a", "b", "Signature"});
        std::string out = "<" + name;
        std::set<std::string> used;
        for (int i = below(5); i > 0; --i) {
            const std::string declared = pick({"xmlns", "xmlns:p", "xmlns:q", "xmlns:xs"});
            if (used.insert(declared).second) {
                const std::string none = declared == "xmlns" ? "" : "urn:1";
                out += " " + declared + "=\"" + pick({"urn:1", "urn:2", "urn:1?a;b", none}) + "\"";
            }
        }
        for (int i = below(4); i > 0; --i) {
            const std::string local = pick({"z", "y", "lang", "B", "b-1"});
            if (used.insert(local).second) {
                const std::string prefix = local == "lang" ? "xml:" : pick({"", "p:", "q:", "xs:"});
                out += " " + prefix + local + "='" + text(true) + "'";
            }
        }
        if (below(6) == 0) {
            return out + pick({"/>", " />"});
        }
        out += ">";
        for (int i = depth > 0 ? below(4) : 0; i > 0; --i) {
            out += text(false) + (below(9) == 0 ? "<!-- c -->" : "") + element(depth - 1);
        }
        return out + text(false) + "</" + name + pick({">", "\n>"});
    }

private:
    int below(int end) { return int(m_random() % unsigned(end)); }
    std::string pick(std::initializer_list<std::string> all) {
        return all.begin()[std::size_t(below(int(all.size())))];
    }
    std::string text(bool attribute) {
        std::string out;
        for (int i = below(4); i > 0; --i) {
            out += pick({"x", "&lt;", "&gt;", ">", "&amp;", "&quot;", "&apos;", "\"", "\t", "\n", "\r\n", "\r", "&#13;",
                         "&#xA;", "&#9;", "\xc3\xa4", "\xf0\x9f\x98\x80", attribute ? "" : "'"});
        }
        return out;
    }

    std::mt19937 m_random; // NOLINT(cert-msc51-cpp): the same documents each time
};

std::string inScope(const std::string& content) {
    return "<p:root xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" xmlns:xs=\"urn:xs\">" + content + "</p:root>";
}

} // namespace

class TstCanonical final : public QObject {
    Q_OBJECT

private slots:
    // Exclusive XML Canonicalization 1.0, 2.2: the same element in two contexts.
    void theContextOfAnElementChangesNothing() {
        const auto alone = xml::Tree::parse("<n1:elem2 xmlns:n1=\"http://b.example\" xml:lang=\"en\"><n3:stuff "
                                            "xmlns:n3=\"ftp://example.org\"/></n1:elem2>");
        const auto within = xml::Tree::parse("<n2:pdu xmlns:n1=\"http://example.com\" xmlns:n2=\"http://foo.example\" "
                                             "xml:lang=\"fr\"><n1:elem2 xmlns:n1=\"http://b.example\" xml:lang=\"en\">"
                                             "<n3:stuff xmlns:n3=\"ftp://example.org\"/></n1:elem2></n2:pdu>");
        QVERIFY(alone && within);
        const std::string expected = "<n1:elem2 xmlns:n1=\"http://b.example\" xml:lang=\"en\"><n3:stuff "
                                     "xmlns:n3=\"ftp://example.org\"></n3:stuff></n1:elem2>";
        QCOMPARE(*xml::canonical(alone->root()), expected);
        QCOMPARE(*xml::canonical(*within->root().firstChild()), expected);
    }

    void whatIsWrittenOtherwise() {
        const auto tree = xml::Tree::parse("<a z=\"1\" y='&quot;&lt;>&#13;&#10;&#9;' xmlns=\"urn:d?&amp;\" p:x=\"2\" "
                                           "xmlns:p=\"urn:p\" xmlns:unused=\"urn:u\">\r\n&gt;\"&#13;<p:b/></a >");
        QVERIFY(tree);
        QCOMPARE(
            *xml::canonical(tree->root()),
            std::string("<a xmlns=\"urn:d?&amp;\" xmlns:p=\"urn:p\" y=\"&quot;&lt;>&#xD;&#xA;&#x9;\" z=\"1\" p:x=\"2\">"
                        "\n&gt;\"&#xD;<p:b></p:b></a>"));
        QCOMPARE(*xml::canonical(tree->root(), tree->root().firstChild(), {"unused", "p"}),
                 std::string("<a xmlns=\"urn:d?&amp;\" xmlns:p=\"urn:p\" xmlns:unused=\"urn:u\" "
                             "y=\"&quot;&lt;>&#xD;&#xA;&#x9;\" z=\"1\" p:x=\"2\">\n&gt;\"&#xD;</a>"));
    }

    // One declaration of 8 KiB that a thousand siblings use: eight mebibytes, unless it ends where a document does.
    void whatGrowsIsRefused() {
        const std::string space = "urn:" + std::string(8192, 'x');
        std::string text = "<a xmlns:p=\"" + space + "\">";
        for (int i = 0; i < 1000; ++i) {
            text += "<p:b/>";
        }
        const auto tree = xml::Tree::parse(text + "</a>");
        QVERIFY(tree);
        QCOMPARE(xml::canonical(tree->root()).error().reason, std::string("xml.too_large"));
        QCOMPARE(xml::canonical(tree->root(), {}, {"p"})->size(), text.size() + 4 + 1000 * 5);
    }

    void libxml2GivesTheSameOfEveryKnownMessage() {
        int compared = 0;
        for (const char* folder : {GATEHOUSE_TEST_DATA "/saml", GATEHOUSE_TEST_DATA "/../fuzz/corpus/fuzz_xml_guard",
                                   GATEHOUSE_TEST_DATA "/../fuzz/corpus/fuzz_saml_response"}) {
            for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
                QFile file(each.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                std::string text = file.readAll().toStdString();
                if (const auto decoded = base64Decode(QByteArray::fromStdString(text).simplified().toStdString())) {
                    text = *decoded;
                }
                xml::Limits limits;
                limits.comments = true;
                compared += xml::Tree::parse(text, limits) ? 1 : 0;
                QCOMPARE(differenceIn(text), std::string());
            }
        }
        QVERIFY2(compared > 60, std::to_string(compared).c_str());
    }

    // But for a namespace with an ampersand, which libxml2 writes as it was escaped on its way in: "&#38;".
    void libxml2GivesTheSameOfWhateverOneWrites() {
        int compared = 0;
        for (unsigned seed = 1; seed <= 3000; ++seed) {
            const std::string text = inScope(Author(seed).element(4));
            compared += xml::Tree::parse(text, {.comments = true}) ? 1 : 0;
            const std::string difference = differenceIn(text);
            QVERIFY2(difference.empty(), (text + "\n" + difference).c_str());
        }
        QVERIFY2(compared > 1000, std::to_string(compared).c_str());
    }
};

QTEST_GUILESS_MAIN(TstCanonical)
#include "tst_canonical.moc"
