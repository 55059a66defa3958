// SPDX-License-Identifier: Apache-2.0
// What an app asks for in detail (RFC 9396).
#include <QtTest>

#include "oauth/authorization_details.h"

using namespace gatehouse;
using oauth::DetailsType;

namespace {

const std::vector<DetailsType> kKnown{{"payment", {"amount", "creditor", "actions", "identifier"}},
                                      {"account", {"locations", "excluded"}}};

json::Array parsed(const std::string& text) {
    return oauth::parseAuthorizationDetails(text, kKnown).value();
}

} // namespace

class TestAuthorizationDetails : public QObject {
    Q_OBJECT
private slots:
    void whatIsRegisteredIsTaken() {
        const std::string text = "[{\"type\":\"payment\",\"amount\":{\"value\":\"12.50\",\"currency\":\"SEK\"},"
                                 "\"actions\":[\"initiate\"],\"identifier\":\"42\"},{\"type\":\"account\"}]";
        QCOMPARE(json::write(json::Value(parsed(text))), text);
    }
    void whatIsNotRegisteredIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("no JSON", "payment");
        row("an object", "{\"type\":\"payment\"}");
        row("an empty list", "[]");
        row("a text in it", "[\"payment\"]");
        row("no type", "[{\"amount\":1}]");
        row("a type of another kind", "[{\"type\":1}]");
        row("an unknown type", "[{\"type\":\"transfer\"}]");
        row("another case", "[{\"type\":\"Payment\"}]");
        row("an unknown member", "[{\"type\":\"payment\",\"amount\":1,\"priority\":1}]");
        row("a member of another type", "[{\"type\":\"account\",\"amount\":1}]");
        row("one of two", "[{\"type\":\"payment\"},{\"type\":\"transfer\"}]");
        row("a member twice", "[{\"type\":\"payment\",\"amount\":1,\"amount\":2}]");
        row("actions is a text", "[{\"type\":\"payment\",\"actions\":\"initiate\"}]");
        row("actions holds a number", "[{\"type\":\"payment\",\"actions\":[1]}]");
        row("identifier is a list", "[{\"type\":\"payment\",\"identifier\":[\"42\"]}]");
        row("too deep", "[{\"type\":\"payment\",\"amount\":" + QByteArray(10, '[') + QByteArray(10, ']') + "}]");
        row("too many", "[" + QByteArray("{\"type\":\"payment\"},").repeated(20) + "{\"type\":\"payment\"}]");
        row("too long", "[{\"type\":\"payment\",\"amount\":\"" + QByteArray(8192, 'x') + "\"}]");
    }
    void whatIsNotRegisteredIsRefused() {
        QFETCH(QByteArray, text);
        const auto got = oauth::parseAuthorizationDetails(text.toStdString(), kKnown);
        QVERIFY(!got);
        QCOMPARE(got.error().reason, std::string("oauth.invalid_authorization_details"));
    }
    void aPartIsWithinTheWhole() {
        const json::Array granted = parsed("[{\"type\":\"payment\",\"amount\":5,\"actions\":[\"read\",\"pay\"]},"
                                           "{\"type\":\"account\",\"locations\":[\"a\"],\"excluded\":[\"x\",\"y\"]}]");
        QVERIFY(oauth::isWithin(granted, granted));
        QVERIFY(oauth::isWithin(parsed("[{\"actions\":[\"read\"],\"type\":\"payment\",\"amount\":5}]"), granted));
        for (const char* wider :
             {"[{\"type\":\"payment\",\"amount\":6,\"actions\":[\"read\"]}]",
              "[{\"type\":\"payment\",\"amount\":5,\"actions\":[\"read\",\"refund\"]}]",
              "[{\"type\":\"payment\",\"amount\":5,\"actions\":[]}]", "[{\"type\":\"payment\",\"amount\":5}]",
              "[{\"type\":\"payment\",\"actions\":[\"read\"]}]",
              "[{\"type\":\"payment\",\"amount\":5,\"actions\":[\"read\"],\"creditor\":\"c\"}]",
              "[{\"type\":\"account\",\"locations\":[\"a\"],\"excluded\":[\"x\"]}]",
              "[{\"type\":\"account\",\"locations\":[\"a\"]}]"}) {
            QVERIFY2(!oauth::isWithin(parsed(wider), granted), wider);
        }
        QVERIFY(!oauth::isWithin(granted, {}));
    }
};

QTEST_GUILESS_MAIN(TestAuthorizationDetails)
#include "tst_authorization_details.moc"
