// SPDX-License-Identifier: Apache-2.0
// A document in parts is the document: the same octets are signed, the same texts are refused, however they come.
#include <QtTest>

#include "crypto/certificate.h"
#include "xml/canonical.h"
#include "xml/signature.h"
#include "xml/signed_parts.h"

using namespace gatehouse;
using xml::PartReader;

namespace {

const std::string kMany =
    "<?xml version=\"1.0\"?>\n<!-- a list > of <those> -->\n<l:list xmlns:l=\"urn:l\" xmlns:u=\"urn:unused\" "
    "ID=\"_l\" at='a>\"b' l:x=\"1\">\n  <l:one u:a=\"1\"/>&amp; <!-- - --><l:two>2<u:in/></l:two >\r\n"
    "<three xmlns=\"urn:d\" b='/'>'\"</three> end</l:list>\n<!-- behind -->";

/// What is read of a text that comes in pieces of this size: the canonical octets, or why none.
std::string readIn(std::size_t piece, const std::string& text, std::vector<crypto::PublicKey> keys = {},
                   const xml::PartLimits& limits = {}) {
    xml::SignedParts parts(std::move(keys), limits.part);
    std::string content;
    PartReader reader(limits, [&](PartReader::Kind kind, xml::Tree part) -> Status {
        return parts.add(kind, std::move(part)).map([&](const std::string& octets) { content += octets; });
    });
    Status status;
    for (std::size_t at = 0; at < text.size() && status; at += piece) {
        status = reader.feed(std::string_view(text).substr(at, piece));
    }
    status = status.and_then([&] { return reader.finish(); }).and_then([&] { return parts.finish(); });
    return status ? parts.open() + content + parts.close() : status.error().reason;
}

xml::Limits withComments() {
    xml::Limits limits;
    limits.comments = true;
    return limits;
}

xml::PartLimits limitsOf(xml::Limits part) {
    xml::PartLimits limits;
    limits.part = part;
    return limits;
}

const crypto::PrivateKey& key() {
    static const crypto::PrivateKey made = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
    return made;
}

std::string signedText(const std::string& content) {
    return xml::sign("<l:list xmlns:l=\"urn:l\" ID=\"_l\">" + content + "</l:list>", "_l", "",
                     {key(), crypto::Signature::ES256})
        .value();
}

} // namespace

class TestPartReader final : public QObject {
    Q_OBJECT

private slots:
    void aDocumentInPartsHasTheOctetsOfTheWhole_data() {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 64, 10'000}) {
            QTest::addRow("%d", piece) << piece;
        }
    }
    void aDocumentInPartsHasTheOctetsOfTheWhole() {
        QFETCH(int, piece);
        const auto whole = xml::Tree::parse(kMany, withComments()).value();
        QCOMPARE(QString::fromStdString(readIn(std::size_t(piece), kMany, {}, limitsOf(withComments()))),
                 QString::fromStdString(xml::canonical(whole.root()).value()));
        QCOMPARE(readIn(std::size_t(piece), "\xef\xbb\xbf<a x='1'/>"), std::string("<a x=\"1\"></a>"));
    }
    void aSignedDocumentIsProvenInParts() {
        const std::string text = signedText("<l:one/> two <l:three>3</l:three> ");
        const auto whole = xml::Tree::parse(text).value();
        const auto proven = xml::verify(whole, whole.root(), {key().publicKey()});
        QVERIFY(proven);
        for (const std::size_t piece : {1, 5, 100'000}) {
            QCOMPARE(readIn(piece, text, {key().publicKey()}), std::string(proven->tree.text()));
        }
    }
    void whatIsNotProvenIsRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        const std::string good = signedText("<l:one/><l:two/>");
        const auto row = [](const char* name, const std::string& text, const char* reason) {
            QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(reason);
        };
        const auto with = [&](std::string_view what, std::string_view instead) {
            std::string text = good;
            return text.replace(text.find(what), what.size(), instead);
        };
        row("unsigned", "<l:list xmlns:l=\"urn:l\" ID=\"_l\"><l:one/></l:list>", "signature.absent");
        row("empty", "<list ID=\"_l\"/>", "signature.absent");
        row("a child changed", with("<l:two", "<l:too"), "signature.digest");
        row("a child more", with("<l:two/>", "<l:two/><l:two/>"), "signature.digest");
        row("a child less", with("<l:one/>", ""), "signature.digest");
        row("characters more", with("<l:two/>", "x<l:two/>"), "signature.digest");
        row("the root changed", with("ID=\"_l\"", "ID=\"_l\" more=\"1\""), "signature.digest");
        row("another one named", with("ID=\"_l\"", "ID=\"_m\""), "signature.reference");
        row("the root's ID again", with("<l:two/>", "<l:two ID=\"_l\"/>"), "xml.id");
        row("another child first", with("<ds:Signature", "<l:zero/><ds:Signature"), "signature.absent");
        row("signed by another", with("<l:two/>", "<l:two/>"), "");
        const std::size_t begin = good.find("<ds:Signature");
        const std::string signature = good.substr(begin, good.find("</ds:Signature>") + 15 - begin);
        row("signed twice", with("<l:two/>", signature + "<l:two/>"), "signature.shape");
        row("cut off", good.substr(0, good.size() - 12), "xml.malformed");
        row("two roots", good + "<l:list xmlns:l=\"urn:l\"/>", "xml.malformed");
    }
    void whatIsNotProvenIsRefused() {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        for (const std::size_t piece : {1, 40, 100'000}) {
            if (reason.isEmpty()) {
                const auto other = crypto::PrivateKey::generate(crypto::KeyType::EcP256).value();
                QCOMPARE(readIn(piece, text.toStdString(), {other.publicKey()}), std::string("signature.key"));
            } else {
                QCOMPARE(QString::fromStdString(readIn(piece, text.toStdString(), {key().publicKey()})), reason);
            }
        }
    }
    void whatIsNoDocumentIsNoneInParts_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 " ",
                                 "x",
                                 "<",
                                 "<a",
                                 "<a>",
                                 "<a></b>",
                                 "<a><b></a></b>",
                                 "<a><b></b>",
                                 "</a>",
                                 "<a/><a/>",
                                 "<a/>x",
                                 "<>",
                                 "<a><></a>",
                                 "<!DOCTYPE a><a/>",
                                 "<a><!DOCTYPE a></a>",
                                 "<a><![CDATA[x]]></a>",
                                 "<a><?p i?></a>",
                                 "<?p i?><a/>",
                                 "<a><b x='</a></a>",
                                 "<a b=></a>",
                                 "<a><b/ ></a>",
                                 "<p:a/>",
                                 "<a><p:b/></a>",
                                 "<a>&x;<b/></a>",
                                 "<a>\x01<b/></a>",
                                 "<a x='1' x='1'/>",
                                 "<a><!-- <b/></a>",
                                 "<!-- x",
                                 "<?xml version=\"1.1\"?><a/>",
                                 "<a ID=\"x\"><b ID=\"x\"/></a>"}) {
            QTest::newRow(*text == 0 ? "(empty)" : text) << QString::fromLatin1(text);
        }
    }
    void whatIsNoDocumentIsNoneInParts() {
        QFETCH(QString, text);
        const auto whole = xml::Tree::parse(text.toStdString(), withComments());
        QVERIFY(!whole);
        for (const std::size_t piece : {1, 3, 1000}) {
            const std::string reason = readIn(piece, text.toStdString(), {}, limitsOf(withComments()));
            QVERIFY2(reason.starts_with("xml."), reason.c_str());
        }
    }
    void thereIsALimitOfEverything() {
        xml::PartLimits limits;
        limits.part.octets = 1000;
        const std::string big = "<b>" + std::string(1100, 'x') + "</b>";
        QCOMPARE(readIn(50, "<a>" + big + "</a>", {}, limits), std::string("xml.too_large"));
        QCOMPARE(readIn(5000, "<a>" + big + "</a>", {}, limits), std::string("xml.too_large"));
        QCOMPARE(readIn(50, "<a>" + std::string(1100, ' ') + "<b/></a>", {}, limits), std::string("xml.too_large"));
        QCOMPARE(readIn(50, "<!--" + std::string(1100, ' ') + "--><a/>", {}, limits), std::string("xml.too_large"));
        limits.rootTag = 100;
        QCOMPARE(readIn(50, "<a x='" + std::string(110, 'x') + "'><b/></a>", {}, limits), std::string("xml.too_large"));
        limits.children = 3;
        QCOMPARE(readIn(50, "<a><b/><b/><b/><b/></a>", {}, limits), std::string("xml.too_many"));
        limits.octets = 40;
        QCOMPARE(readIn(8, "<a>" + std::string(60, ' ') + "</a>", {}, limits), std::string("xml.too_large"));
        std::string deep = "<a>";
        for (int i = 0; i < 100; ++i) {
            deep += "<b>";
        }
        QCOMPARE(readIn(8, deep + "</a>").substr(0, 4), std::string("xml."));
    }
};

QTEST_GUILESS_MAIN(TestPartReader)
#include "tst_part_reader.moc"
