// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "saml/wire/deflate.h"
#include "saml/wire/pasted.h"

using namespace gatehouse;
using saml::wire::deflate;
using saml::wire::inflate;
using saml::wire::readPasted;

namespace {

const std::string kMessage =
    "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"r1\">+/=</samlp:Response>";

std::string escaped(std::string text) {
    for (const auto& [from, to] : {std::pair("+", "%2B"), std::pair("/", "%2f"), std::pair("=", "%3D")}) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += 3) {
            text.replace(at, 1, to);
        }
    }
    return text;
}

} // namespace

class TstPasted final : public QObject {
    Q_OBJECT

private slots:
    void aMessageIsFoundHoweverItComes_data() {
        QTest::addColumn<QByteArray>("pasted");
        QTest::addColumn<QByteArray>("form");
        const auto row = [](const char* name, const std::string& text, const char* form) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(form);
        };
        const std::string posted = base64Encode(kMessage);
        const std::string redirected = base64Encode(deflate(kMessage));
        row("XML", kMessage, "XML");
        row("XML of a file", "\xef\xbb\xbf \n" + kMessage + "\n", "XML");
        row("base64", posted, "base64");
        row("base64 in lines", posted.substr(0, 20) + "\r\n" + posted.substr(20) + "\n", "base64");
        row("a form", "RelayState=x&SAMLResponse=" + escaped(posted) + "&a=b", "base64");
        row("DEFLATE", redirected, "base64 of DEFLATE");
        row("an address", "https://sp.example/acs?SAMLRequest=" + escaped(redirected) + "&RelayState=x HTTP/1.1",
            "base64 of DEFLATE");
    }
    void aMessageIsFoundHoweverItComes() {
        QFETCH(QByteArray, pasted);
        QFETCH(QByteArray, form);
        const auto found = readPasted(pasted.toStdString());
        QVERIFY2(found, found ? "" : found.error().reason.c_str());
        QCOMPARE(found->text, kMessage);
        QCOMPARE(QByteArray::fromStdString(found->form), form);
    }

    void whatIsNoMessageIsSaid() {
        QCOMPARE(readPasted("").error().reason, std::string("saml.malformed"));
        QCOMPARE(readPasted("hello, world").error().reason, std::string("saml.malformed"));
        QCOMPARE(readPasted(base64Encode("hello, world, this is not packed")).error().reason,
                 std::string("saml.deflate"));
        QCOMPARE(readPasted(std::string(600'000, 'A')).error().reason, std::string("saml.too_large"));
    }

    void whatWasPackedComesOutAsItWas() {
        for (const std::string& text : {std::string(), std::string("x"), std::string(200'000, 'y'), kMessage}) {
            QCOMPARE(inflate(deflate(text)).value(), text);
        }
    }

    void packedMessagesAreKeptToTheirSize() {
        QCOMPARE(inflate(deflate(std::string(saml::wire::kLargestMessage, 'z'))).value().size(),
                 saml::wire::kLargestMessage);
        QCOMPARE(inflate(deflate(std::string(saml::wire::kLargestMessage + 1, 'z'))).error().reason,
                 std::string("saml.too_large"));
        const Bytes bomb = deflate(std::string(200'000'000, '\0')); // 200 kB
        QVERIFY(bomb.size() < saml::wire::kLargestMessage);
        QCOMPARE(inflate(bomb).error().reason, std::string("saml.too_large"));
    }

    void otherPackagesAreRefused() {
        const Bytes packed = deflate(kMessage);
        for (const Bytes& each : {packed.substr(0, packed.size() - 1), packed + "x", "\x78\x9c" + packed,
                                  "\x1f\x8b\x08" + packed, packed + packed, Bytes(100, '\xff'), Bytes()}) {
            QCOMPARE(inflate(each).error().reason, std::string("saml.deflate"));
        }
    }
};

QTEST_GUILESS_MAIN(TstPasted)
#include "tst_pasted.moc"
