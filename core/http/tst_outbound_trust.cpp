// SPDX-License-Identifier: Apache-2.0
// Whom an outbound call believes: authorities of its own; and the proxy that it goes through.
#include <array>

#include <QtTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/client.h"
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

namespace {

/// What a proxy does after CONNECT: bytes both ways, until one side is done.
void tunnel(int fd, std::uint16_t port) {
    const int there = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    name.sin_port = htons(port);
    if (::connect(there, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0) {
        ScriptedServer::write(fd, "HTTP/1.1 200 Connection established\r\nX-From-Proxy: 1\r\n\r\n");
        std::array<pollfd, 2> ends{pollfd{fd, POLLIN, 0}, pollfd{there, POLLIN, 0}};
        bool open = true;
        while (open && ::poll(ends.data(), ends.size(), 5000) > 0) {
            for (std::size_t i = 0; i < ends.size(); ++i) {
                std::array<char, 4096> buffer{};
                if (ends.at(i).revents == 0) {
                    continue;
                }
                const ssize_t count = ::recv(ends.at(i).fd, buffer.data(), buffer.size(), 0);
                open = open && count > 0 &&
                       ScriptedServer::write(ends.at(1 - i).fd, std::string(buffer.data(), std::size_t(count)));
            }
        }
    }
    ::close(there);
}

} // namespace

class TestOutboundTrust : public QObject {
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

    void anAuthorityOfACallIsTrustedByThatCallAlone() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        TlsPeer peer(wish, m_authority.get());
        const auto client = makeCurlClient(local());
        OutboundRequest trusting = get(peer.url("localhost"));
        trusting.authorities = m_authority->pem();
        QCOMPARE(reasonOf(client->send("t", trusting)), std::string("answered 200"));
        // The connection is open and the pool the same: it is of no use to who does not trust.
        QCOMPARE(reasonOf(client->send("t", get(peer.url("localhost")))), std::string("outbound.tls_authority"));
        QCOMPARE(reasonOf(client->send("t", trusting)), std::string("answered 200"));
    }
    void whatIsNoAuthorityIsNotTrusted() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        const TestCertificate leaf(wish, nullptr);
        TlsPeer peer(wish, m_authority.get());
        OutboundRequest request = get(peer.url("localhost"));
        request.authorities = leaf.pem();
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("outbound.tls"));
    }
    void anAuthorityInTheMiddleIsEnough() {
        CertificateWish wish;
        wish.commonName = "Issuing Authority";
        wish.authority = true;
        const TestCertificate between(wish, m_authority.get());
        wish = {};
        wish.subjectAltName = "DNS:localhost";
        TlsPeer peer(wish, &between);
        OutboundRequest request = get(peer.url("localhost"));
        request.authorities = between.pem();
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("answered 200"));
        request.url = peer.url("127.0.0.1"); // the name is still compared
        QCOMPARE(reasonOf(makeCurlClient(local())->send("t", request)), std::string("outbound.tls_name"));
    }

    void whatAServerShowsIsSeenThoughNothingIsAskedOfIt() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:localhost";
        TlsPeer peer(wish, m_authority.get());
        const auto client = makeCurlClient(local());
        OutboundRequest request = get(peer.url("localhost"));
        auto seen = client->presentedChain(request);
        QVERIFY(seen.has_value());
        QCOMPARE(seen->certificates.front().issuer, std::string("CN = Test Authority"));
        QCOMPARE(seen->refused.value().reason, std::string("outbound.tls_authority"));
        request.authorities = m_authority->pem();
        seen = client->presentedChain(request);
        QVERIFY(seen.has_value() && !seen->refused);
        QCOMPARE(seen->certificates.size(), std::size_t(1));
        QCOMPARE(peer.asked(), 0);
    }
    void whereThereIsNoCertificateThereIsNothingToSee() {
        ScriptedServer plain([](int fd, int) { ScriptedServer::write(fd, "HTTP/1.1 400 Bad Request\r\n\r\n"); });
        const auto client = makeCurlClient(local());
        const auto reason = [&](const std::string& url) {
            const auto seen = client->presentedChain(get(url));
            return seen ? std::string("seen") : seen.error().reason;
        };
        QCOMPARE(reason("https://127.0.0.1:" + std::to_string(plain.port())), std::string("outbound.tls"));
        QCOMPARE(reason(plain.url()), std::string("outbound.scheme"));
        QCOMPARE(reason("https://169.254.169.254/"), std::string("outbound.address_refused"));
        QCOMPARE(reason("nonsense"), std::string("outbound.url"));
    }

    void callsGoThroughTheProxyAndItsTunnelIsAsStrictAsTheWay() {
        CertificateWish wish;
        wish.subjectAltName = "DNS:idp.corp.example";
        TlsPeer peer(wish, m_authority.get());
        std::string asked;
        ScriptedServer proxy([&](int fd, int) {
            asked = ScriptedServer::readHead(fd);
            tunnel(fd, peer.port());
        });
        ClientOptions options = trusting();
        options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
        const auto through = makeCurlClient(options)->send("t", get("https://idp.corp.example/x"));
        QCOMPARE(reasonOf(through), std::string("answered 200"));
        QVERIFY2(has(asked, "CONNECT idp.corp.example:443 HTTP/1.1\r\n"), asked.c_str());
        QVERIFY(!has(asked, "/x"));
        QCOMPARE(through->headers.all("X-From-Proxy").size(), std::size_t(0));
        QCOMPARE(reasonOf(makeCurlClient(options)->send("t", get("https://other.corp.example/"))),
                 std::string("outbound.tls_name"));
        options.caFile.clear();
        QCOMPARE(reasonOf(makeCurlClient(options)->send("t", get("https://idp.corp.example/"))),
                 std::string("outbound.tls_authority"));
    }
    void aProxyThatSaysNoIsNamedWithItsAnswer() {
        ScriptedServer proxy(answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
        ClientOptions options = local();
        options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
        const auto refused = makeCurlClient(options)->send("t", get("https://idp.corp.example/"));
        QCOMPARE(reasonOf(refused), std::string("outbound.proxy"));
        QVERIFY2(has(refused.error().detail, "HTTP 403"), refused.error().detail.c_str());
    }
    void aProxyThatIsNotThereIsNamed() {
        std::string gone;
        {
            const ScriptedServer once([](int, int) {});
            gone = "http://127.0.0.1:" + std::to_string(once.port());
        }
        ClientOptions options = local();
        options.proxy = gone;
        const auto refused = makeCurlClient(options)->send("t", get("https://idp.corp.example/"));
        QCOMPARE(reasonOf(refused), std::string("outbound.proxy"));
        QVERIFY(has(refused.error().detail, gone));
    }
    void callsToThisMachineAskNoProxyAndAddressesAreStillJudged() {
        ScriptedServer proxy([](int fd, int) { ScriptedServer::hold(fd); });
        ScriptedServer here(answering("HTTP/1.1 204 No Content\r\n\r\n"));
        ClientOptions options = local();
        options.proxy = "http://127.0.0.1:" + std::to_string(proxy.port());
        const auto client = makeCurlClient(options);
        QCOMPARE(reasonOf(client->send("t", get(here.url()))), std::string("answered 204"));
        for (const char* url : {"https://169.254.169.254/", "https://10.1.2.3/", "https://[fe80::1]/"}) {
            QCOMPARE(reasonOf(client->send("t", get(url))), std::string("outbound.address_refused"));
        }
        QCOMPARE(proxy.connections(), 0);
    }
    void onlyAPlainProxyAddressIsOne() {
        QCOMPARE(proxyProblem("http://proxy.corp.example:3128"), std::string());
        for (const char* bad : {"", "proxy:3128", "https://proxy:3128", "socks5://proxy", "http://user:word@proxy:3128",
                                "http://proxy:3128/path", "http://proxy:3128/?a=b"}) {
            QVERIFY2(!proxyProblem(bad).empty(), bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestOutboundTrust)
#include "tst_outbound_trust.moc"
