// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/http_guard.h"

using namespace gatehouse::http;

namespace {

/// The status and slug of the verdict, "200" if the head is accepted.
std::string verdictOf(const std::string& head, const GuardRules& rules = {}, GuardPeer peer = {}) {
    const auto result = inspectHead(head, rules, peer);
    return result ? "200" : std::to_string(result.error().status) + " " + std::string(result.error().reason);
}

std::string get(const std::string& fields, const std::string& target = "/") {
    return "GET " + target + " HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n";
}

std::string post(const std::string& fields) {
    return "POST / HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n";
}

} // namespace

class TestHttpGuard : public QObject {
    Q_OBJECT
private slots:
    void anOrdinaryHeadIsRead() {
        const auto head = inspectHead("POST /a%20b?x=1?y HTTP/1.1\r\nHOST: A.example:8480\r\nContent-Length: 12\r\n"
                                      "X-Tab: a\tb \t\r\nExpect: 100-Continue\r\nConnection: x, CLOSE\r\n\r\n",
                                      {}, {});
        QVERIFY(head.has_value());
        QCOMPARE(head->method, std::string("POST"));
        QCOMPARE(head->path, std::string("/a%20b"));
        QCOMPARE(head->query, std::string("x=1?y"));
        QVERIFY(head->headers.get("x-tab") == "a b");
        QVERIFY(head->contentLength == 12U);
        QVERIFY(head->expectContinue);
        QVERIFY(!head->keepAlive);
        QVERIFY(!head->chunked);
    }
    void chunkedIsTheOnlyTransferCoding() {
        QVERIFY(inspectHead(post("Transfer-Encoding: Chunked\r\n"), {}, {})->chunked);
        for (const char* bad : {"xchunked", "chunked, identity", "gzip, chunked",
                                "\x0b"
                                "chunked",
                                "chunked,", ", chunked", "identity", "", "chunked;q=1", "\"chunked\"",
                                "chunked chunked", "chunked\r\nTransfer-Encoding: chunked",
                                "chunked\r\nTransfer-Encoding: identity", "chunked\r\nContent-Length: 0"}) {
            QVERIFY2(verdictOf(post(std::string("Transfer-Encoding: ") + bad + "\r\n")).substr(0, 4) == "400 ", bad);
        }
        QCOMPARE(verdictOf(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")),
                 std::string("400 http.transfer_encoding"));
        QCOMPARE(verdictOf("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"),
                 std::string("400 http.transfer_encoding"));
    }
    void contentLengthIsOneRunOfDigits() {
        QVERIFY(inspectHead(post("Content-Length:5\r\n"), {}, {})->contentLength == 5U);
        for (const char* bad : {"1,1", "1, 1", "+1", "-1", "0x1", " 1", "\t1", "1 ", "1\t", "", "18446744073709551617",
                                "1.0", "1e1", "1;", "1\r\nContent-Length: 1", "1\r\ncontent-length: 2", "\xd9\xa1"}) {
            QVERIFY2(verdictOf(post(std::string("Content-Length: ") + bad + "\r\n")).substr(0, 4) == "400 ", bad);
        }
        QCOMPARE(verdictOf(post("Content-Length: 262145\r\n")), std::string("413 http.body_size"));
        QCOMPARE(verdictOf(post("Content-Length: 18446744073709551615\r\n")), std::string("413 http.body_size"));
    }
    void someAddressesTakeLargerBodies() {
        GuardRules rules;
        rules.bodyLimits = {{"/large/", 1000000}, {"/small/", 10}};
        const auto sent = [&](const std::string& path, int octets) {
            return verdictOf("POST " + path + " HTTP/1.1\r\nHost: a.example\r\nContent-Length: " +
                                 std::to_string(octets) + "\r\n\r\n",
                             rules);
        };
        QCOMPARE(sent("/t/a/large/x", 1000000), std::string("200"));
        QCOMPARE(sent("/t/a/large/x", 1000001), std::string("413 http.body_size"));
        QCOMPARE(sent("/t/a/small/x", 11), std::string("413 http.body_size"));
        QCOMPARE(sent("/t/a/x?/large/", 262145), std::string("413 http.body_size")); // a query is no path
        QCOMPARE(sent("/t/a/x", 262144), std::string("200"));
    }
    void exactlyOneValidHostIsNeeded() {
        for (const char* bad : {"",
                                "Host:\r\n",
                                "Host: a\r\nHost: a\r\n",
                                "Host: a\r\nhost: b\r\n",
                                "Host: u@a\r\n",
                                "Host: a:\r\n",
                                "Host: a:x\r\n",
                                "Host: a:0\r\n",
                                "Host: a:65536\r\n",
                                "Host: a:80:80\r\n",
                                "Host: a b\r\n",
                                "Host: a,b\r\n",
                                "Host: a/b\r\n",
                                "Host: a?b\r\n",
                                "Host: [::1\r\n",
                                "Host: ::1\r\n",
                                "Host: [::g]\r\n",
                                "Host: [::1]x\r\n",
                                "Host: a%2eb\r\n",
                                "Host: \xc3\xa9\r\n",
                                "Host: http://a\r\n",
                                "Host: a:+80\r\n"}) {
            QVERIFY2(verdictOf(std::string("GET / HTTP/1.1\r\n") + bad + "\r\n") == "400 http.host", bad);
            QVERIFY2(verdictOf(std::string("GET / HTTP/1.0\r\n") + bad + "\r\n") == "400 http.host", bad);
        }
        for (const char* good : {"a", "a.b:8480", "127.0.0.1:1", "[::1]", "[::1]:8480", "a_b"}) {
            QVERIFY2(verdictOf(std::string("GET / HTTP/1.1\r\nHost: ") + good + "\r\n\r\n") == "200", good);
        }
    }
    void unknownHostsAreMisdirected() {
        GuardRules rules;
        rules.allowedHosts = {"a.example", "b.example:8443"};
        const auto ask = [&rules](const std::string& host, GuardPeer peer = {}) {
            return verdictOf("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", rules, peer);
        };
        QCOMPARE(ask("A.Example"), std::string("200"));
        QCOMPARE(ask("a.example:99"), std::string("200"));
        QCOMPARE(ask("b.example:8443"), std::string("200"));
        for (const char* bad : {"b.example", "b.example:8444", "a.example.evil", "evil", "xa.example", "a.example."}) {
            QVERIFY2(ask(bad) == "421 http.host_unknown", bad);
        }
        QCOMPARE(ask("localhost", {.anyHost = true}), std::string("200"));
    }
    void absoluteFormMustNameTheSameHost() {
        const auto head = inspectHead("GET http://A.example/x?y HTTP/1.1\r\nHost: a.example\r\n\r\n", {}, {});
        QVERIFY(head.has_value());
        QCOMPARE(head->path, std::string("/x"));
        QCOMPARE(head->query, std::string("y"));
        QCOMPARE(verdictOf(get("", "http://a.example")), std::string("200"));
        for (const char* bad : {"http://b.example/", "http://a.example:80/", "http://u@a.example/", "http:///x",
                                "ftp://a.example/", "http://a.example?x", "https:a.example/"}) {
            QVERIFY2(verdictOf(get("", bad)).substr(0, 4) == "400 ", bad);
        }
    }
    void oddTargetsAreRefused() {
        for (const char* bad : {"", "*", "x", "a.example:80", "/a b", "/\x80", "/\xc3\xa9", "/\x01", "/a\tb", "/#f",
                                "/a\\b", "/<", "/\x7f", " /", "/ "}) {
            QVERIFY2(verdictOf(get("", bad)).substr(0, 4) == "400 ", bad);
        }
        QCOMPARE(verdictOf(get("", "/" + std::string(8192, 'a'))), std::string("414 http.target_length"));
    }
    void fieldSyntaxIsStrict() {
        for (const std::string& bad :
             {std::string("A : b\r\n"), std::string("A\t: b\r\n"), std::string(" A: b\r\n"),
              std::string("A: b\r\n c\r\n"), std::string("A: b\r\n\tc\r\n"), std::string("A\r\n"),
              std::string(": b\r\n"), std::string("A: b\0c\r\n", 8), std::string("A: b\rc\r\n"),
              std::string("A: b\nB: c\r\n"), std::string("\x80: b\r\n"), std::string("A\xff: b\r\n"),
              std::string("A: \x7f\r\n"), std::string("A: \x0b\r\n"), std::string("A(b): c\r\n"),
              std::string("\r\nA: b\r\n")}) {
            QVERIFY2(verdictOf(get(bad)).substr(0, 4) == "400 ", bad.c_str());
        }
    }
    void underscoreTwinsAreIgnored() {
        const auto head = inspectHead(
            post("Content_Length: 5\r\nTransfer_Encoding: chunked\r\nX_Forwarded_For: 1.2.3.4\r\n"), {}, {});
        QVERIFY(head.has_value());
        QVERIFY(!head->chunked && !head->contentLength);
        QCOMPARE(head->headers.fields().size(), std::size_t(1));
    }
    void bodiesWhereNoneBelongsAreRefused() {
        for (const char* method : {"GET", "HEAD", "DELETE", "OPTIONS"}) {
            const std::string start = std::string(method) + " / HTTP/1.1\r\nHost: a\r\n";
            QVERIFY2(verdictOf(start + "Content-Length: 1\r\n\r\n") == "400 http.body_unexpected", method);
            QVERIFY2(verdictOf(start + "Transfer-Encoding: chunked\r\n\r\n") == "400 http.body_unexpected", method);
            QVERIFY2(verdictOf(start + "Content-Length: 0\r\n\r\n") == "200", method);
        }
    }
    void oddMethodsAndVersionsAreRefused() {
        for (const char* method : {"CONNECT", "TRACE", "TRACK", "get", "PROPFIND", "PRI"}) {
            QVERIFY2(verdictOf(std::string(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n") == "405 http.method", method);
        }
        for (const char* method : {"", "G@T", "G\tT", "G(T"}) {
            QVERIFY2(verdictOf(std::string(method) + " / HTTP/1.1\r\nHost: a\r\n\r\n").substr(0, 4) == "400 ", method);
        }
        for (const char* version : {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "HTTP/1.10", "HTTP/01.1"}) {
            QVERIFY2(verdictOf(std::string("GET / ") + version + "\r\nHost: a\r\n\r\n") == "505 http.version", version);
        }
        QCOMPARE(verdictOf("GET / http/1.1\r\nHost: a\r\n\r\n"), std::string("400 http.version"));
        QCOMPARE(verdictOf("GET /\r\nHost: a\r\n\r\n"), std::string("400 http.request_line"));
        QCOMPARE(verdictOf("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n"), std::string("400 http.request_line"));
    }
    void expectationsOtherThanContinueFail() {
        for (const char* bad : {"", "101-switch", "100-continue, x", "100-continue\r\nExpect: 100-continue"}) {
            QVERIFY2(verdictOf(post(std::string("Content-Length: 1\r\nExpect: ") + bad + "\r\n")) == "417 http.expect",
                     bad);
        }
        QVERIFY(!inspectHead(get("Expect: 100-continue\r\n"), {}, {})->expectContinue);
    }
    void encodedBodiesAreRefused() {
        for (const char* coding : {"gzip", "br", "zstd", "deflate", "identity", ""}) {
            QVERIFY2(verdictOf(post(std::string("Content-Length: 1\r\nContent-Encoding: ") + coding + "\r\n")) ==
                         "415 http.content_encoding",
                     coding);
        }
    }
    void aHundredFieldsAreTheMost() {
        std::string fields;
        for (int i = 0; i < 99; ++i) {
            fields += "X-" + std::to_string(i) + ": 1\r\n";
        }
        QCOMPARE(verdictOf(get(fields)), std::string("200"));
        QCOMPARE(verdictOf(get(fields + "Y: 1\r\n")), std::string("431 http.header_count"));
        QCOMPARE(verdictOf(get(fields + "Y_Z: 1\r\n")), std::string("431 http.header_count"));
        QCOMPARE(verdictOf(get("Y: " + std::string(8192, 'a') + "\r\n")), std::string("431 http.header_length"));
    }
    void credentialsAreNotRepeated() {
        QCOMPARE(verdictOf(get("Authorization: a\r\nauthorization: b\r\n")), std::string("400 http.header_repeated"));
        QCOMPARE(verdictOf(post("Content-Type: a/b\r\nContent-Type: c/d\r\n")),
                 std::string("400 http.header_repeated"));
    }
    void forwardedHostCountsFromATrustedProxyOnly() {
        GuardRules rules;
        rules.allowedHosts = {"public.example"};
        const std::string head = "GET / HTTP/1.1\r\nHost: inner\r\nX-Forwarded-Host: evil, public.example\r\n\r\n";
        QCOMPARE(verdictOf(head, rules), std::string("421 http.host_unknown"));
        const auto trusted = inspectHead(head, rules, {.trustedForward = true});
        QVERIFY(trusted.has_value());
        QVERIFY(trusted->headers.get("Host") == "public.example");
        QCOMPARE(verdictOf("GET / HTTP/1.1\r\nHost: public.example\r\nX-Forwarded-Host: a/b\r\n\r\n", rules,
                           {.trustedForward = true}),
                 std::string("400 http.host"));
    }
    void theEndOfTheHeadIsFoundInPieces() {
        const std::string head = get("A: b\r\n");
        std::size_t resumeAt = 0;
        for (std::size_t length = 0; length < head.size(); ++length) {
            const HeadScan scan = scanHead(std::string_view(head).substr(0, length), resumeAt);
            QVERIFY(!scan.end && !scan.refusal);
            resumeAt = scan.resumeAt;
        }
        QVERIFY(scanHead(head + "rest\n", resumeAt).end == head.size());
    }
    void bareLineFeedsAreRefusedAtOnce() {
        for (const char* bad : {"GET / HTTP/1.1\n", "GET / HTTP/1.1\r\nHost: a\n", "GET / HTTP/1.1\r\nHost: a\r\n\n",
                                "\r\n", "\n", "\x16\x03", " GET", "get"}) {
            QVERIFY2(scanHead(bad, 0).refusal.has_value(), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpGuard)
#include "tst_http_guard.moc"
