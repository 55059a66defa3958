// SPDX-License-Identifier: Apache-2.0
// What an administrator is told about an address that is almost right.
#include <QtTest>

#include "oauth/redirect_uri_difference.h"

using namespace gatehouse::oauth;

namespace {

const std::vector<std::string> kRegistered = {"https://app.example/cb", "https://app.example/signed-out",
                                              "https://intra.example:8443/auth/callback?tenant=1"};

/// "parts position registered presented", or "none".
std::string told(const std::vector<std::string>& registered, std::string_view presented) {
    const auto nearest = nearestRedirectUri(registered, presented);
    if (!nearest) {
        return "none";
    }
    std::string out;
    for (const std::string& part : nearest->parts) {
        out += (out.empty() ? "" : "+") + part;
    }
    return out + " " + std::to_string(nearest->position) + " [" + nearest->registeredCharacter + "] [" +
           nearest->presentedCharacter + "]";
}

} // namespace

class TestRedirectUriDifference : public QObject {
    Q_OBJECT
private slots:
    void oneCharacterIsNamed_data() {
        QTest::addColumn<QByteArray>("presented");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* presented, const char* expected) {
            QTest::newRow(name) << QByteArray(presented) << QByteArray(expected);
        };
        row("a slash too many", "https://app.example/cb/", "trailing_slash 23 [] [/]");
        row("plain http", "http://app.example/cb", "scheme 5 [s] [:]");
        row("upper case in the scheme", "HTTPS://app.example/cb", "scheme 1 [h] [H]");
        row("upper case in the host", "https://App.example/cb", "host_case 9 [a] [A]");
        row("upper case in the path", "https://app.example/CB", "path_case 21 [c] [C]");
        row("another host", "https://apq.example/cb", "host 11 [p] [q]");
        row("a port", "https://app.example:443/cb", "port 20 [/] [:]");
        row("another port", "https://intra.example:9443/auth/callback?tenant=1", "port 23 [8] [9]");
        row("no port", "https://intra.example/auth/callback?tenant=1", "port 22 [:] [/]");
        row("another path", "https://app.example/cbx", "path 23 [] [x]");
        row("an escape", "https://app.example/%63b", "percent_encoding 21 [c] [%]");
        row("another query", "https://intra.example:8443/auth/callback?tenant=2", "query 49 [1] [2]");
        row("no query", "https://intra.example:8443/auth/callback", "query 41 [?] []");
        row("an empty query", "https://app.example/cb?", "query 23 [] [?]");
        row("a fragment", "https://app.example/cb#", "fragment 23 [] [#]");
        row("a user", "https://me@app.example/cb", "user_info 9 [a] [m]");
        row("a space behind it", "https://app.example/cb ", "invisible_character 23 [] [ ]");
        row("a space before it", " https://app.example/cb", "invisible_character 1 [h] [ ]");
        row("a zero width space",
            "https://app.\xE2\x80\x8B"
            "example/cb",
            "invisible_character 13 [e] [\xE2\x80\x8B]");
        row("a byte order mark", "\xEF\xBB\xBFhttps://app.example/cb", "invisible_character 1 [h] [\xEF\xBB\xBF]");
        row("a Cyrillic a", "https://\xD0\xB0pp.example/cb", "foreign_character+host 9 [a] [\xD0\xB0]");
        row("several at once", "http://app.example:8080/CB", "scheme+port+path_case 5 [s] [:]");
        row("nothing", "", "scheme+host+path 1 [h] []");
        row("no UTF-8", "https://app.example/cb\xFF", "foreign_character+path 23 [] [\xFF]");
        row("half a character", "https://app.example/cb\xE2\x80", "foreign_character+path 23 [] [\xE2]");
    }
    void oneCharacterIsNamed() {
        QFETCH(QByteArray, presented);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(told(kRegistered, presented.toStdString())), expected);
    }

    void theNearestIsTheOneThatPeopleTakeForTheSame() {
        QCOMPARE(nearestRedirectUri(kRegistered, "https://app.example/signed-out/")->registered, kRegistered[1]);
        QCOMPARE(nearestRedirectUri(kRegistered, "HTTPS://APP.EXAMPLE/CB")->registered, kRegistered[0]);
        QCOMPARE(nearestRedirectUri(kRegistered, "https://intra.example/auth/callback")->registered, kRegistered[2]);
    }
    void withoutRegistrationThereIsNothingToCompare() {
        QCOMPARE(told({}, "https://app.example/cb"), std::string("none"));
    }
    void equalAddressesDifferInNothing() {
        const auto same = nearestRedirectUri(kRegistered, kRegistered[2]);
        QVERIFY(same && same->parts.empty() && same->registered == kRegistered[2]);
    }
    void privateSchemesAreComparedToo() {
        QCOMPARE(told({"com.example.app:/cb"}, "com.example.App:/cb"), std::string("scheme 13 [a] [A]"));
        QCOMPARE(told({"com.example.app:/cb"}, "com.example.app:/cc"), std::string("path 19 [b] [c]"));
    }

    void theAddressIsFoundInWhatPeoplePaste_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("an address") << QByteArray("https://app.example/cb") << QByteArray("https://app.example/cb");
        QTest::newRow("a line") << QByteArray("https://app.example/cb\r\n") << QByteArray("https://app.example/cb");
        QTest::newRow("a space is kept") << QByteArray("https://app.example/cb ")
                                         << QByteArray("https://app.example/cb ");
        QTest::newRow("a request")
            << QByteArray("https://id.example/oauth2/"
                          "authorize?client_id=x&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fa%3D1&scope=openid")
            << QByteArray("https://app.example/cb?a=1");
        QTest::newRow("a line of a log") << QByteArray(
                                                "GET /authorize?redirect_uri=https%3a%2f%2fapp.example%2fcb HTTP/1.1")
                                         << QByteArray("https://app.example/cb");
        QTest::newRow("a parameter alone")
            << QByteArray("redirect_uri=https://app.example/cb") << QByteArray("https://app.example/cb");
        QTest::newRow("another parameter") << QByteArray("https://app.example/cb?post_redirect_uri=x")
                                           << QByteArray("https://app.example/cb?post_redirect_uri=x");
        QTest::newRow("a broken escape") << QByteArray("redirect_uri=https%3A%2") << QByteArray("https:%2");
    }
    void theAddressIsFoundInWhatPeoplePaste() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(redirectUriIn(text.toStdString())), expected);
    }

    void charactersHaveNumbers() {
        QCOMPARE(codePointName("/"), std::string("U+002F"));
        QCOMPARE(codePointName("\xE2\x80\x8B"
                               "b"),
                 std::string("U+200B"));
        QCOMPARE(codePointName("\xF0\x9F\x94\x92"), std::string("U+1F512"));
        QCOMPARE(codePointName("\xFF"), std::string("U+00FF"));
        QCOMPARE(codePointName(""), std::string());
    }
};

QTEST_GUILESS_MAIN(TestRedirectUriDifference)
#include "tst_redirect_uri_difference.moc"
