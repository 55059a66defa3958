// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/forms.h"

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

std::string reasonOf(const auto& result) {
    return result ? std::string("accepted") : result.error().reason;
}

Headers withCookies(std::initializer_list<std::string> lines) {
    Headers headers;
    for (const std::string& line : lines) {
        headers.add("Cookie", line);
    }
    return headers;
}

} // namespace

class TestForms : public QObject {
    Q_OBJECT
private slots:
    void pairsAreDecodedInOrder() {
        const Parameters parameters = Parameters::parse("a=1&b=x+y%20z&&c&d=%C3%A9&a=2&e=f=g").value();
        QCOMPARE(parameters.pairs().size(), std::size_t(6));
        QVERIFY(parameters.get("a") == "1");
        QVERIFY(parameters.get("b") == "x y z");
        QVERIFY(parameters.get("c") == "");
        QVERIFY(parameters.get("d") == "\xc3\xa9");
        QVERIFY(parameters.get("e") == "f=g");
        QVERIFY(!parameters.get("A"));
        QCOMPARE(parameters.count("a"), std::size_t(2));
    }
    void emptyTextHasNoPairs() { QVERIFY(Parameters::parse("").value().pairs().empty()); }
    void brokenEncodingsAreRefused() {
        for (const char* bad : {"a=%", "a=%1", "a=%zz", "a=%2", "%=1", "a=%00", "a=%ff", "a=%c0%af", "a=%ed%a0%80",
                                "a=\xff", "%00", "a=%+1"}) {
            QVERIFY2(reasonOf(Parameters::parse(bad)) == "http.form_encoding", bad);
        }
        QCOMPARE(reasonOf(Parameters::parse(std::string_view("a=\0b", 4))), std::string("http.form_encoding"));
    }
    void oddNamesAreLiteral() {
        const Parameters parameters = Parameters::parse("a[]=1&a[b]=2&x;y=3&\xef\xbb\xbfz=4").value();
        QVERIFY(parameters.get("a[]") == "1");
        QVERIFY(parameters.get("a[b]") == "2");
        QVERIFY(parameters.get("x;y") == "3");
        QVERIFY(!parameters.get("z"));
        QVERIFY(!parameters.get("a"));
    }
    void moreThanTwoHundredPairsAreRefused() {
        std::string text = "a=1";
        for (int i = 1; i < 200; ++i) {
            text += "&a=1";
        }
        QVERIFY(Parameters::parse(text).has_value());
        QCOMPARE(reasonOf(Parameters::parse(text + "&a=1")), std::string("http.form_too_many"));
    }
    void repetitionIsFound() {
        const Parameters parameters = Parameters::parse("resource=1&resource=2&client%5Fid=x&client_id=y").value();
        QVERIFY(parameters.repeated() == "resource");
        QVERIFY(parameters.repeated({"resource"}) == "client_id");
        QVERIFY(!parameters.repeated({"resource", "client_id"}));
    }
    void encodingRoundTrips() {
        Parameters parameters;
        parameters.append("a b", "x&y=z+%\r\n");
        parameters.append("é", "");
        QCOMPARE(parameters.encode(), std::string("a%20b=x%26y%3Dz%2B%25%0D%0A&%C3%A9="));
        QVERIFY(Parameters::parse(parameters.encode()).value().pairs() == parameters.pairs());
    }
    void percentDecodingIsStrictAndKeepsPlus() {
        QCOMPARE(percentDecode("a+b%2Fc").value(), std::string("a+b/c"));
        QCOMPARE(percentEncode("a/b c~-._"), std::string("a%2Fb%20c~-._"));
        for (const char* bad : {"%", "a%2", "%g0", "%00", "%ff", "\x80"}) {
            QVERIFY2(reasonOf(percentDecode(bad)) == "http.form_encoding", bad);
        }
    }
    void aQueryIsAddedToAnyUrl() {
        Parameters parameters;
        parameters.append("code", "a b");
        QCOMPARE(withQuery("https://a/cb", parameters), std::string("https://a/cb?code=a%20b"));
        QCOMPARE(withQuery("https://a/cb?x=1", parameters), std::string("https://a/cb?x=1&code=a%20b"));
        QCOMPARE(withQuery("https://a/cb?", parameters), std::string("https://a/cb?code=a%20b"));
        QCOMPARE(withQuery("app:/cb#f", parameters), std::string("app:/cb?code=a%20b#f"));
        QCOMPARE(withQuery("https://a/cb", Parameters()), std::string("https://a/cb"));
    }
    void cookiesAreFoundByExactName() {
        const Headers headers = withCookies({"a=1; __Host-s=x=y;b=\"q\"", "c=3"});
        QVERIFY(cookie(headers, "a").value() == "1");
        QVERIFY(cookie(headers, "__Host-s").value() == "x=y");
        QVERIFY(cookie(headers, "b").value() == "\"q\"");
        QVERIFY(cookie(headers, "c").value() == "3");
        QVERIFY(!cookie(headers, "A").value());
        QVERIFY(!cookie(Headers(), "a").value());
    }
    void prefixTricksAreIgnored() {
        for (const char* bad :
             {"\xe2\x80\x80__Host-s=x", "\xc2\x85__Host-s=x", "\xc2\xa0__Host-s=x", "=__Host-s=x", "__host-s=x",
              "__Host-s", "$Version=1, __Host-s=x", "\"__Host-s\"=x", "%5F_Host-s=x", "a=\"; b=__Host-s=x"}) {
            const auto found = cookie(withCookies({bad}), "__Host-s");
            QVERIFY2(found && !*found, bad);
        }
    }
    void aCookieWithTwoValuesIsAmbiguous() {
        QCOMPARE(reasonOf(cookie(withCookies({"s=1; s=2"}), "s")), std::string("http.cookie_ambiguous"));
        QCOMPARE(reasonOf(cookie(withCookies({"s=1", "s=2"}), "s")), std::string("http.cookie_ambiguous"));
        QCOMPARE(reasonOf(cookie(withCookies({"s=; s=2"}), "s")), std::string("http.cookie_ambiguous"));
        QVERIFY(cookie(withCookies({"s=1; s=1"}), "s").value() == "1");
    }
    void setCookieIsAlwaysHttpOnlyAndHasNoDomain() {
        CookieOptions options;
        QCOMPARE(setCookie("__Host-s", "v", options),
                 std::string("__Host-s=v; Path=/; HttpOnly; Secure; SameSite=Lax"));
        options.secure = false;
        options.sameSite = SameSite::Strict;
        options.maxAge = std::chrono::seconds(0);
        options.path = "/t";
        QCOMPARE(setCookie("s", "", options), std::string("s=; Path=/t; Max-Age=0; HttpOnly; SameSite=Strict"));
    }
    void urlsAreTakenApart() {
        const Url url = parseUrl("HTTPS://Example.COM:8443/a%20b?x=1").value();
        QCOMPARE(url.scheme, std::string("https"));
        QCOMPARE(url.host, std::string("example.com"));
        QCOMPARE(url.port, std::uint16_t(8443));
        QCOMPARE(url.path, std::string("/a%20b"));
        QCOMPARE(url.query, std::string("x=1"));
        QCOMPARE(parseUrl("http://[::1]").value().host, std::string("::1"));
        QCOMPARE(parseUrl("http://[::1]").value().path, std::string("/"));
        QCOMPARE(parseUrl("http://a").value().port, std::uint16_t(80));
        QCOMPARE(parseUrl("https://a:").value().port, std::uint16_t(443));
    }
    void urlTricksAreRefused() {
        for (const char* bad : {"",
                                "/x",
                                "//a/x",
                                "https:",
                                "https:/x",
                                "https:///x",
                                "https://",
                                "https://:443/",
                                "https://user@a/",
                                "https://@a/",
                                "https://a:99999/",
                                "https://a:65536/",
                                "https://a:0/",
                                "https://a:x/",
                                "https://a:1x/",
                                "https://[::1]x/",
                                "https://a#f",
                                "https://a/#",
                                "ftp://a/",
                                "javascript:alert(1)",
                                "https://a\\b/",
                                "https://a/\tb",
                                "https://a /",
                                "https://a%2eb/",
                                "https://[fe80::1%25eth0]/",
                                "https://[v1.x]/",
                                "https://[::1/",
                                "https://\xc3\xa9/",
                                "https://a/%zz",
                                "file:///etc/passwd"}) {
            QVERIFY2(reasonOf(parseUrl(bad)) == "http.url", bad);
        }
        QCOMPARE(reasonOf(parseUrl(std::string_view("https://a\0b/", 12))), std::string("http.url"));
        QCOMPARE(reasonOf(parseUrl("https://a/" + std::string(9000, 'x'))), std::string("http.url"));
    }
};

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
