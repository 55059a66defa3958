// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "oauth/redirect_uri.h"

using namespace gatehouse;
using namespace gatehouse::oauth;

namespace {

const std::vector<std::string> kRegistered = {"https://app.good.example/cb",
                                              "https://app.good.example:8443/cb?tenant=1"};

std::string causeOf(const std::string& uri, AppType type) {
    const Status status = validateRegistration(uri, type);
    const std::string prefix = "oauth.invalid_redirect_uri.";
    return status ? "accepted" : status.error().reason.substr(prefix.size());
}

} // namespace

class TestRedirectUri : public QObject {
    Q_OBJECT
private slots:
    void onlyTheSameBytesMatch() {
        for (const std::string& uri : kRegistered) {
            QVERIFY(matches(kRegistered, uri, false));
            QVERIFY(matches(kRegistered, uri, true));
        }
    }

    /// security.md OP-09.
    void parserTricksDoNotMatch() {
        const std::vector<std::string> tricks = {
            "",
            "https://app.good.example",
            "https://app.good.example/",
            "https://app.good.example/cb/",
            "https://app.good.example/cb.",
            "https://app.good.example/cb?",
            "https://app.good.example/cb#",
            "https://app.good.example/cb#f",
            "https://app.good.example/cb;x",
            "https://app.good.example/cb?x=1",
            "https://app.good.example/cb&x=1",
            "https://app.good.example/cb/..",
            "https://app.good.example/cb/../cb",
            "https://app.good.example/./cb",
            "https://app.good.example/x/../cb",
            "https://app.good.example/..;/cb",
            "https://app.good.example//cb",
            "https://app.good.example/cb//",
            "https://app.good.example/%63b",
            "https://app.good.example/c%62",
            "https://app.good.example/cb%2f",
            "https://app.good.example/cb%2f..%2fevil",
            "https://app.good.example/cb%252f..%252fevil",
            "https://app.good.example/cb%2e",
            "https://app.good.example/cb%23",
            "https://app.good.example/cb%3fx",
            "https://app.good.example/cb%00",
            "https://app.good.example/cb%0d%0aLocation:%20https://evil.example",
            "https://app.good.example/CB",
            "https://app.good.example/cb ",
            " https://app.good.example/cb",
            "https://app.good.example/cb\t",
            "https://app.good.example/c\tb",
            "https://app.good.example/cb\n",
            "https://app.good.example/cb\r\nX: y",
            std::string("https://app.good.example/cb\0", 28),
            std::string("https://app.good.example/cb\0.evil", 33),
            "https://app.good.example:443/cb",
            "https://app.good.example:0443/cb",
            "https://app.good.example:/cb",
            "https://app.good.example:80/cb",
            "https://app.good.example:8443/cb",
            "https://app.good.example:8443/cb?tenant=2",
            "https://app.good.example:8443/cb?tenant=1&tenant=2",
            "https://app.good.example:8443/cb?Tenant=1",
            "https://app.good.example.:8443/cb?tenant=1",
            "https://app.good.example./cb",
            "https://app.good.example.evil.example/cb",
            "https://app.good.exampleevil/cb",
            "https://app.good.example@evil.example/cb",
            "https://app.good.example:x@evil.example/cb",
            "https://user@app.good.example/cb",
            "https://user:pass@app.good.example/cb",
            "https://app.good.example%2eevil.example/cb",
            "https://app.good.example%40evil.example/cb",
            "https://app.good.example%2fevil.example/cb",
            "https://app.good.example%5c@evil.example/cb",
            "https://app.good.example\\@evil.example/cb",
            "https://app.good.example\\.evil.example/cb",
            "https:\\\\app.good.example/cb",
            "https://evil.example\\app.good.example/cb",
            "https://evil.example/app.good.example/cb",
            "https://evil.example?https://app.good.example/cb",
            "https://evil.example#https://app.good.example/cb",
            "https://evil.example;https://app.good.example/cb",
            "https://appXgoodXexample/cb",
            "https://app.goodXexample/cb",
            "https://xapp.good.example/cb",
            "https://x.app.good.example/cb",
            "https://APP.good.example/cb",
            "HTTPS://app.good.example/cb",
            "Https://app.good.example/cb",
            "http://app.good.example/cb",
            "HTTP://app.good.example/cb",
            "https:/app.good.example/cb",
            "https:app.good.example/cb",
            "https:///app.good.example/cb",
            "https:////app.good.example/cb",
            "https:///evil.example/cb",
            "https:/evil.example/cb",
            "//app.good.example/cb",
            "///app.good.example/cb",
            "/cb",
            "cb",
            "app.good.example/cb",
            "javascript:alert(1)//https://app.good.example/cb",
            "data:text/html,https://app.good.example/cb",
            "https://\xd0\xb0pp.good.example/cb",
            "https://xn--pp-7lb.good.example/cb",
            "https://app\xe3\x80\x82good.example/cb",
            "https://app.good.example\xef\xbc\x8f@evil.example/cb",
            "https://app.good.example/cb\xe2\x80\xae",
            "https://app.g\xc3\xb6od.example/cb",
            "https://[::1]/cb",
            "https://[fe80::1%25eth0]/cb",
            "https://[app.good.example]/cb",
            "https://127.0.0.1/cb",
            "https://app.good.example/cb,https://evil.example",
            "https://app.good.example/cb https://evil.example",
            "view-source:https://app.good.example/cb",
            "blob:https://app.good.example/cb",
        };
        QVERIFY(tricks.size() >= 80);
        for (const std::string& trick : tricks) {
            QVERIFY2(!matches(kRegistered, trick, false), trick.c_str());
            QVERIFY2(!matches(kRegistered, trick, true), trick.c_str());
        }
    }

    /// security.md OP-10.
    void onlyNativeAppsMayVaryTheLoopbackPort() {
        const std::vector<std::string> registered = {"http://127.0.0.1/cb", "http://[::1]:9000/cb?x=1"};
        for (const char* good : {"http://127.0.0.1/cb", "http://127.0.0.1:1/cb", "http://127.0.0.1:51004/cb",
                                 "http://127.0.0.1:65535/cb", "http://[::1]:51004/cb?x=1", "http://[::1]/cb?x=1"}) {
            QVERIFY2(matches(registered, good, true), good);
        }
        QVERIFY(!matches(registered, "http://127.0.0.1:51004/cb", false));
        QVERIFY(!matches(registered, "http://[::1]:9001/cb?x=1", false));
        QVERIFY(matches(registered, "http://[::1]:9000/cb?x=1", false));
    }

    void theLoopbackExceptionIsNoWider() {
        const std::vector<std::string> registered = {"http://127.0.0.1/cb", "http://[::1]/cb", "com.example.app:/cb",
                                                     "https://app.good.example/cb"};
        const std::vector<std::string> tricks = {
            "http://localhost/cb",
            "http://localhost:5000/cb",
            "http://127.0.0.1.evil.example/cb",
            "http://127.0.0.1.evil.example:5000/cb",
            "http://127.0.0.1@evil.example/cb",
            "http://127.0.0.1:5000@evil.example/cb",
            "http://user@127.0.0.1:5000/cb",
            "http://[::1]@evil.example/cb",
            "http://[::1]:5000@evil.example/cb",
            "http://[::1].evil.example/cb",
            "http://[::1]evil.example/cb",
            "http://[::1%25lo]:5000/cb",
            "http://[0:0:0:0:0:0:0:1]:5000/cb",
            "http://[::ffff:127.0.0.1]:5000/cb",
            "http://127.0.0.2:5000/cb",
            "http://127.1:5000/cb",
            "http://2130706433:5000/cb",
            "http://0x7f.0.0.1:5000/cb",
            "http://0177.0.0.1:5000/cb",
            "http://0.0.0.0:5000/cb",
            "https://127.0.0.1:5000/cb",
            "HTTP://127.0.0.1:5000/cb",
            "http:/127.0.0.1:5000/cb",
            "http:///127.0.0.1:5000/cb",
            "http://127.0.0.1:/cb",
            "http://127.0.0.1:0/cb",
            "http://127.0.0.1:05000/cb",
            "http://127.0.0.1:65536/cb",
            "http://127.0.0.1:99999/cb",
            "http://127.0.0.1:123456/cb",
            "http://127.0.0.1:5000:6000/cb",
            "http://127.0.0.1:+5000/cb",
            "http://127.0.0.1:5000 /cb",
            "http://127.0.0.1:5000\\@evil.example/cb",
            "http://127.0.0.1:5000/CB",
            "http://127.0.0.1:5000/cb/",
            "http://127.0.0.1:5000/cb?x=1",
            "http://127.0.0.1:5000/cb#f",
            "http://127.0.0.1:5000#/cb",
            "http://127.0.0.1:5000/x/../cb",
            "http://127.0.0.1:5000",
            "http://127.0.0.1:5000;/cb",
            "com.example.app:8080/cb",
            "com.example.app://cb",
            "com.example.APP:/cb",
            "https://app.good.example:8443/cb",
        };
        for (const std::string& trick : tricks) {
            QVERIFY2(!matches(registered, trick, true), trick.c_str());
        }
        QVERIFY(!matches({}, "http://127.0.0.1:5000/cb", true));
    }

    void soundUrisMayBeRegistered() {
        for (const char* uri :
             {"https://app.example/cb", "https://app.example", "https://app.example:8443/a/b?x=1&y=%20z",
              "https://192.0.2.1/cb", "https://[2001:db8::1]/cb", "https://xn--bcher-kva.example/cb",
              "https://a_b.example/cb", "https://app.example/a..b/.well-known/x",
              "https://app.example/cb?statement=1&codec=2", "http://127.0.0.1:3000/cb", "http://[::1]/cb"}) {
            QVERIFY2(validateRegistration(uri, AppType::Web), uri);
            QVERIFY2(validateRegistration(uri, AppType::Spa), uri);
            QVERIFY2(validateRegistration(uri, AppType::Native), uri);
        }
        for (const char* uri : {"com.example.app:/cb", "com.example.app://cb", "com.example.app:/oauth/cb?x=1"}) {
            QVERIFY2(validateRegistration(uri, AppType::Native), uri);
            QCOMPARE(causeOf(uri, AppType::Web), std::string("scheme"));
        }
    }

    void unsoundUrisMayNotBeRegistered() {
        const std::vector<std::pair<std::string, std::string>> rows = {
            {"", "empty"},
            {"https://app.example/" + std::string(2048, 'a'), "too_long"},
            {"https://app.example/cb#", "fragment"},
            {"https://app.example/cb#f", "fragment"},
            {"https://app.example/*", "wildcard"},
            {"https://*.app.example/cb", "wildcard"},
            {"https://app.example/c b", "character"},
            {"https://app.example/cb\n", "character"},
            {"https://app.example/\xc3\xa9", "character"},
            {"https://app.example\\cb", "character"},
            {"https://app.example/%5cb", "character"},
            {"https://app.example/%0d%0a", "character"},
            {"https://app.example/%00", "character"},
            {"https://app.example/%7f", "character"},
            {"https://app.example/%", "character"},
            {"https://app.example/%2", "character"},
            {"https://app.example/%zz", "character"},
            {"https://app.example/\"", "character"},
            {"https://app.example/<", "character"},
            {"https://app.example/{x}", "character"},
            {"https://app.example/[x]", "character"},
            {std::string("https://app.example/\0", 21), "character"},
            {"https://user@app.example/cb", "user_info"},
            {"https://user:pass@app.example/cb", "user_info"},
            {"https://@app.example/cb", "user_info"},
            {"com.example.app://u@x/cb", "user_info"},
            {"https:///cb", "host"},
            {"https://:443/cb", "host"},
            {"https:/app.example/cb", "host"},
            {"https:app.example/cb", "host"},
            {"https://App.example/cb", "host"},
            {"https://app..example/cb", "host"},
            {"https://app.example./cb", "host"},
            {"https://-app.example/cb", "host"},
            {"https://app%2eexample/cb", "host"},
            {"https://0x7f.1/cb", "host"},
            {"https://2130706433/cb", "host"},
            {"https://127.1/cb", "host"},
            {"https://010.0.0.1/cb", "host"},
            {"https://1.2.3.4.5/cb", "host"},
            {"https://256.1.1.1/cb", "host"},
            {"https://[fe80::1%25eth0]/cb", "host"},
            {"https://[app]/cb", "host"},
            {"https://[::1/cb", "host"},
            {"https://app.example:/cb", "port"},
            {"https://app.example:0/cb", "port"},
            {"https://app.example:99999/cb", "port"},
            {"https://app.example:0443/cb", "port"},
            {"https://app.example:4a/cb", "port"},
            {"http://app.example/cb", "scheme"},
            {"http://localhost/cb", "scheme"},
            {"http://127.0.0.1.evil.example/cb", "scheme"},
            {"http://127.0.0.2/cb", "scheme"},
            {"HTTPS://app.example/cb", "scheme"},
            {"javascript:alert(1)", "scheme"},
            {"data:text/html,x", "scheme"},
            {"file:///etc/passwd", "scheme"},
            {"myapp:/cb", "scheme"},
            {"myapp.:/cb", "scheme"},
            {"my..app:/cb", "scheme"},
            {".app:/cb", "scheme"},
            {"Com.Example.App:/cb", "scheme"},
            {"//app.example/cb", "scheme"},
            {"/cb", "scheme"},
            {"app.example/cb", "scheme"},
            {":/cb", "scheme"},
            {"https://app.example/../cb", "dot_segment"},
            {"https://app.example/a/./cb", "dot_segment"},
            {"https://app.example/a/..", "dot_segment"},
            {"https://app.example/%2e%2e/cb", "dot_segment"},
            {"https://app.example/.%2E/cb", "dot_segment"},
            {"https://app.example/a%2f..%2fcb", "dot_segment"},
            {"https://app.example/..;/cb", "dot_segment"},
            {"https://app.example/cb?code=1", "reserved_parameter"},
            {"https://app.example/cb?x=1&state=2", "reserved_parameter"},
            {"https://app.example/cb?iss", "reserved_parameter"},
            {"https://app.example/cb?error=", "reserved_parameter"},
            {"https://app.example/cb?%63ode=1", "reserved_parameter"},
            {"https://app.example/cb?CODE=1", "reserved_parameter"},
            {"https://app.example/cb?x;code=1", "reserved_parameter"},
            {"https://app.example/cb?response=1", "reserved_parameter"},
            {"https://app.example/cb?error_description=1", "reserved_parameter"},
        };
        for (const auto& [uri, cause] : rows) {
            QCOMPARE(causeOf(uri, AppType::Native), cause);
        }
    }

    void appTypesRoundTrip() {
        for (const char* name : {"web", "spa", "native", "service", "saml"}) {
            QCOMPARE(appTypeName(parseAppType(name).value()), std::string_view(name));
        }
        QVERIFY(!parseAppType("desktop"));
    }
};

QTEST_GUILESS_MAIN(TestRedirectUri)
#include "tst_redirect_uri.moc"
