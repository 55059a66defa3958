// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "http/client.h"
#include "http/server.h"
#include "tests/support/outbound_calls.h"
#include "tests/support/scripted_server.h"
#include "tests/support/test_certificate.h"
#include "tests/support/tls_peer.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;
using testing::answering;
using testing::CertificateWish;
using testing::get;
using testing::has;
using testing::local;
using testing::reasonOf;
using testing::ScriptedServer;
using testing::TestCertificate;
using testing::TlsPeer;

class TestClient : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<TestCertificate> m_authority;

    ClientOptions trusting() {
        ClientOptions options = local();
        options.caFile = m_folder.filePath("ca.pem").toStdString();
        return options;
    }

private slots:
    void initTestCase() {
        CertificateWish wish;
        wish.commonName = "Test Authority";
        wish.authority = true;
        m_authority = std::make_unique<TestCertificate>(wish);
        m_authority->writeCertificate(m_folder.filePath("ca.pem").toStdString());
    }

    void anAnswerIsRead() {
        ScriptedServer server(
            answering("HTTP/1.1 201 Created\r\nDate: Sat, 21 Nov 2026 23:05:00 GMT\r\nX-A: 1\r\nX-A: 2\r\n"
                      "Content-Length: 2\r\n\r\nok"));
        const auto response = makeCurlClient(local())->send("t", get(server.url()));
        QCOMPARE(reasonOf(response), std::string("answered 201"));
        QCOMPARE(response->body, std::string("ok"));
        QCOMPARE(response->headers.all("x-a").size(), std::size_t(2));
        QCOMPARE(response->peerAddress, std::string("127.0.0.1"));
        QVERIFY(response->date && toRfc3339(*response->date) == "2026-11-21T23:05:00.000Z");
    }
    void theRequestIsSentAsGiven() {
        std::string seen;
        ScriptedServer server([&seen](int fd, int) {
            seen = ScriptedServer::readHead(fd);
            ScriptedServer::write(fd, "HTTP/1.1 204 No Content\r\n\r\n");
        });
        OutboundRequest request = get(server.url("/a/../b?x=1"));
        request.method = "PUT";
        request.body = "abc";
        request.headers.set("Authorization", "Bearer t");
        request.headers.set("Content-Type", "application/json");
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("answered 204"));
        QVERIFY(has(seen, "PUT /a/../b?x=1 HTTP/1.1\r\n"));
        QVERIFY(has(seen, "\r\nAuthorization: Bearer t\r\n"));
        QVERIFY(has(seen, "\r\nContent-Length: 3\r\n"));
        QVERIFY(has(seen, "\r\nUser-Agent: Gatehouse\r\n"));
        QVERIFY(!has(seen, "Accept-Encoding") && !has(seen, "Expect") && !has(seen, "urlencoded"));
    }
    void redirectsAreAnswersAndAreNotFollowed() {
        for (const char* status : {"301", "302", "303", "307", "308"}) {
            ScriptedServer server([status](int fd, int) {
                ScriptedServer::readHead(fd);
                ScriptedServer::write(fd,
                                      std::string("HTTP/1.1 ") + status +
                                          " Moved\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");
            });
            const auto client = makeCurlClient(local());
            QCOMPARE(reasonOf(client->send("t", get(server.url()))), std::string("answered ") + status);
            QCOMPARE(server.connections(), 1);
        }
    }
    void oneHandleServesAPoolAndNoOther() {
        std::vector<std::string> heads;
        ScriptedServer server([&heads](int fd, int connection) {
            for (std::string head = ScriptedServer::readHead(fd); !head.empty(); head = ScriptedServer::readHead(fd)) {
                heads.push_back(std::to_string(connection) + head);
                ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                if (has(head, "/last")) {
                    return;
                }
            }
        });
        const auto client = makeCurlClient(local());
        OutboundRequest secret = get(server.url("/first"));
        secret.headers.set("Authorization", "Bearer acme");
        QVERIFY(client->send("acme", secret).has_value());
        QVERIFY(client->send("acme", get(server.url("/last"))).has_value());
        QVERIFY(client->send("evil", get(server.url("/last"))).has_value());
        QCOMPARE(heads.size(), std::size_t(3));
        QCOMPARE(heads[1].front(), '0');
        QCOMPARE(heads[2].front(), '1');
        QVERIFY(!has(heads[1], "Authorization") && !has(heads[2], "Authorization"));
    }
    void theEnvironmentAndNetrcAreIgnored() {
        qputenv("http_proxy", "http://127.0.0.1:1");
        qputenv("ALL_PROXY", "http://127.0.0.1:1");
        qputenv("HOME", m_folder.path().toUtf8());
        QFile netrc(m_folder.filePath(".netrc"));
        QVERIFY(netrc.open(QIODevice::WriteOnly));
        netrc.write("default login leaked password leaked\n");
        netrc.close();
        std::string seen;
        ScriptedServer server([&seen](int fd, int) {
            seen = ScriptedServer::readHead(fd);
            ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", get(server.url()))), std::string("answered 200"));
        QVERIFY(!has(seen, "Authorization"));
        qunsetenv("http_proxy");
        qunsetenv("ALL_PROXY");
    }

    void addressesThatAreNotUrlsAreRefused() {
        const auto client = makeCurlClient(local());
        for (const char* bad : {"", "/x", "https:///x", "https://u:p@127.0.0.1/", "https://127.0.0.1:99999/",
                                "https://a/#f", "https://a b/"}) {
            QVERIFY2(reasonOf(client->send("t", get(bad))) == "outbound.url", bad);
        }
        for (const char* bad :
             {"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "dict://127.0.0.1:1/"}) {
            QVERIFY2(reasonOf(client->send("t", get(bad))) == "outbound.url", bad);
        }
    }
    void plainHttpNeedsPermissionAndLoopback() {
        ClientOptions strict;
        strict.policy.allowLoopback = true;
        QCOMPARE(reasonOf(makeCurlClient(strict)->send("t", get("http://127.0.0.1:1/"))),
                 std::string("outbound.scheme"));
        ClientOptions open = local();
        open.policy.allowPrivate = true;
        const auto refused = makeCurlClient(open)->send("t", get("http://10.255.255.1/"));
        QCOMPARE(reasonOf(refused), std::string("outbound.address_refused"));
        QVERIFY(has(refused.error().detail, "plain http"));
    }
    void refusedAddressesAreJudgedAsSocketAddresses() {
        const auto client = makeCurlClient({});
        // Spellings that a look at the text would take for names (security.md L21).
        for (const char* bad : {"https://127.0.0.1/", "https://127.1/", "https://0x7f.1/", "https://2130706433/",
                                "https://017700000001/", "https://[::1]/", "https://[::ffff:127.0.0.1]/",
                                "https://localhost/", "https://10.0.0.1/", "https://169.254.169.254/",
                                "https://[fe80::1]/", "https://0.0.0.0/", "https://[::]/", "https://[64:ff9b::7f00:1]/",
                                "https://[2002:7f00:1::]/", "https://100.64.0.1/", "https://255.255.255.255/"}) {
            const auto result = client->send("t", get(bad));
            QVERIFY2(reasonOf(result) == "outbound.address_refused",
                     (std::string(bad) + " " + reasonOf(result)).c_str());
        }
    }
    void aKeptConnectionIsJudgedAgain() {
        // The same handle may only be used under the rules it was opened with, so ask for a path that is refused on
        // loopback.
        ScriptedServer server([](int fd, int) {
            while (!ScriptedServer::readHead(fd).empty()) {
                ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            }
        });
        const auto client = makeCurlClient(local());
        QCOMPARE(reasonOf(client->send("t", get(server.url("/ok")))), std::string("answered 200"));
        QCOMPARE(reasonOf(client->send("t", get(server.url("/admin/v1/tenants")))),
                 std::string("outbound.address_refused"));
        QCOMPARE(reasonOf(client->send("u", get(server.url("/Admin/v1")))), std::string("outbound.address_refused"));
    }
    void unknownNamesAreNotResolved() {
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", get("https://no-such-host.invalid/"))),
                 std::string("outbound.resolve"));
    }
    void closedPortsAreNotConnected() {
        std::uint16_t port = 0;
        {
            ScriptedServer server([](int, int) {});
            port = server.port();
        }
        const auto result = makeCurlClient(local())->send("t", get("http://127.0.0.1:" + std::to_string(port) + "/"));
        QCOMPARE(reasonOf(result), std::string("outbound.connect"));
        QVERIFY(has(result.error().detail, "port " + std::to_string(port)));
    }
    void aServerThatNeverAnswersTimesOut() {
        ScriptedServer server([](int fd, int) { ScriptedServer::hold(fd); });
        OutboundRequest request = get(server.url());
        request.deadline = 100ms;
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("outbound.timeout"));
    }
    void aServerThatStopsInTheMiddleTimesOut() {
        ScriptedServer server([](int fd, int) {
            ScriptedServer::readHead(fd);
            ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
            ScriptedServer::hold(fd);
        });
        OutboundRequest request = get(server.url());
        request.deadline = 100ms;
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("outbound.timeout"));
    }
    void largeAnswersAreCutOff() {
        const auto client = makeCurlClient(local());
        OutboundRequest request;
        ScriptedServer declared(answering("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n"));
        request = get(declared.url());
        request.maxBytes = 1000;
        QCOMPARE(reasonOf(client->send("t", request)), std::string("outbound.too_large"));
        ScriptedServer endless([](int fd, int) {
            ScriptedServer::readHead(fd);
            ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (ScriptedServer::write(fd, "400\r\n" + std::string(1024, 'x') + "\r\n")) {
            }
        });
        request = get(endless.url());
        QCOMPARE(reasonOf(client->send("t", request)), std::string("outbound.too_large"));
    }
    void largeHeadsAreCutOff() {
        const auto client = makeCurlClient(local());
        ScriptedServer fields([](int fd, int) {
            ScriptedServer::readHead(fd);
            ScriptedServer::write(fd, "HTTP/1.1 200 OK\r\n");
            while (ScriptedServer::write(fd, "X: " + std::string(1000, 'x') + "\r\n")) {
            }
        });
        QCOMPARE(reasonOf(client->send("t", get(fields.url()))), std::string("outbound.too_large"));
        ScriptedServer interim([](int fd, int) {
            ScriptedServer::readHead(fd);
            while (ScriptedServer::write(fd, "HTTP/1.1 103 Early Hints\r\nX: " + std::string(500, 'x') + "\r\n\r\n")) {
            }
        });
        QCOMPARE(reasonOf(client->send("t", get(interim.url()))), std::string("outbound.too_large"));
    }
    void encodedAnswersAreNotUnpacked() {
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"));
        const auto response = makeCurlClient(local())->send("t", get(server.url()));
        QVERIFY(response && response->body == "abc");
    }
    void answersThatAreNotHttpAreRefused() {
        for (const char* garbage :
             {"garbage", "<html>old</html>\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", ""}) {
            ScriptedServer server(answering(garbage));
            QVERIFY2(reasonOf(makeCurlClient(local())->send("t", get(server.url()))) == "outbound.protocol", garbage);
        }
    }
    void methodsAreWords() {
        ScriptedServer server(answering("HTTP/1.1 200 OK\r\n\r\n"));
        OutboundRequest request = get(server.url());
        for (const char* bad : {"", "get", "GET /x HTTP/1.1\r\nA: b\r\n\r\nGET", "G T"}) {
            request.method = bad;
            QVERIFY2(reasonOf(makeCurlClient(local())->send("t", request)) == "outbound.protocol", bad);
        }
        QCOMPARE(server.connections(), 0);
    }

    void aTrustedCertificateIsAccepted() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost,IP:127.0.0.1";
        TlsPeer peer(wish, m_authority.get());
        const auto client = makeCurlClient(trusting());
        for (const char* host : {"localhost", "127.0.0.1"}) {
            const auto response = client->send("t", get(peer.url(host)));
            QVERIFY2(response && response->body == "secure", reasonOf(response).c_str());
        }
        QVERIFY(client->send("t", get(peer.url("localhost"))).has_value());
        QVERIFY(peer.server().statistics().connections <= 2);
    }
    void anUnknownAuthorityIsRefused() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        TlsPeer peer(wish, m_authority.get());
        const auto result = makeCurlClient(local())->send("t", get(peer.url("localhost")));
        QCOMPARE(reasonOf(result), std::string("outbound.tls_authority"));
        QVERIFY2(has(result.error().detail, "Test Authority"), result.error().detail.c_str());
        TlsPeer selfSigned(wish, nullptr);
        QCOMPARE(reasonOf(makeCurlClient(trusting())->send("t", get(selfSigned.url("localhost")))),
                 std::string("outbound.tls_authority"));
    }
    void anExpiredCertificateIsRefusedWithItsDate() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        wish.notBefore = -48h;
        wish.notAfter = -24h;
        TlsPeer peer(wish, m_authority.get());
        const auto result = makeCurlClient(trusting())->send("t", get(peer.url("localhost")));
        QCOMPARE(reasonOf(result), std::string("outbound.tls_expired"));
        const std::string day = QDateTime::currentDateTimeUtc().addDays(-1).toString("yyyy-MM-dd").toStdString();
        QVERIFY2(has(result.error().detail, day), result.error().detail.c_str());
    }
    void aCertificateOfTomorrowIsRefused() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        wish.notBefore = 24h;
        wish.notAfter = 48h;
        TlsPeer peer(wish, m_authority.get());
        const auto result = makeCurlClient(trusting())->send("t", get(peer.url("localhost")));
        QCOMPARE(reasonOf(result), std::string("outbound.tls_expired"));
        QVERIFY(has(result.error().detail, "clock"));
    }
    void aCertificateForAnotherNameIsRefused() {
        CertificateWish wish;
        wish.commonName = "localhost"; // a common name does not count
        wish.subjectAltName = "DNS:other.example,DNS:more.example";
        TlsPeer peer(wish, m_authority.get());
        for (const char* host : {"localhost", "127.0.0.1"}) {
            const auto result = makeCurlClient(trusting())->send("t", get(peer.url(host)));
            QCOMPARE(reasonOf(result), std::string("outbound.tls_name"));
            QVERIFY2(has(result.error().detail, "other.example, more.example"), result.error().detail.c_str());
        }
    }
    void aServerWithoutTlsIsATlsError() {
        ScriptedServer server([](int fd, int) {
            ScriptedServer::write(fd, "HTTP/1.1 400 Bad Request\r\n\r\n");
            ScriptedServer::hold(fd);
        });
        QCOMPARE(
            reasonOf(
                makeCurlClient(trusting())->send("t", get("https://127.0.0.1:" + std::to_string(server.port()) + "/"))),
            std::string("outbound.tls"));
    }
    void anUnusableAuthorityFileIsNamed() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        TlsPeer peer(wish, m_authority.get());
        ClientOptions options = local();
        options.caFile = m_folder.filePath("missing.pem").toStdString();
        const auto result = makeCurlClient(options)->send("t", get(peer.url("localhost")));
        QCOMPARE(reasonOf(result), std::string("outbound.tls"));
        QVERIFY2(has(result.error().detail, "missing.pem"), result.error().detail.c_str());
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
