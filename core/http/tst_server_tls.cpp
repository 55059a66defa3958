// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <unistd.h>

#include "http/server.h"
#include "tests/support/raw_connection.h"
#include "tests/support/test_certificate.h"
#include "tests/support/tls_client.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;
using testing::CertificateWish;
using testing::RawConnection;
using testing::TestCertificate;
using testing::TlsClient;

namespace {

/// The common name of the server's certificate.
std::string nameOf(const TlsClient& client) {
    const std::unique_ptr<X509, void (*)(X509*)> certificate(SSL_get1_peer_certificate(client.ssl()), X509_free);
    char name[64] = {};
    if (certificate != nullptr) {
        X509_NAME_get_text_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, name, sizeof name);
    }
    return name;
}

/// What goes to stderr while this object lives.
class LogLines {
public:
    explicit LogLines(std::string file)
        : m_file(std::move(file))
        , m_stderr(::dup(STDERR_FILENO)) {
        const int out = ::open(m_file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
        ::dup2(out, STDERR_FILENO);
        ::close(out);
    }
    LogLines(const LogLines&) = delete;
    LogLines& operator=(const LogLines&) = delete;
    ~LogLines() {
        ::dup2(m_stderr, STDERR_FILENO);
        ::close(m_stderr);
    }
    [[nodiscard]] std::string text() const {
        QFile file(QString::fromStdString(m_file));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

private:
    const std::string m_file;
    const int m_stderr;
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestServerTls : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<TestCertificate> m_authority;
    std::unique_ptr<TestCertificate> m_server;

    [[nodiscard]] std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

    /// Another certificate and key in the server's files.
    void renew(const std::string& name) const {
        CertificateWish wish;
        wish.commonName = name;
        wish.subjectAltName = "DNS:localhost";
        const TestCertificate renewed(wish, m_authority.get());
        // As a renewal does it: new files take the old ones' names.
        renewed.writeCertificate(path("new-cert.pem"));
        renewed.writeKey(path("new-key.pem"));
        std::filesystem::rename(path("new-cert.pem"), path("cert.pem"));
        std::filesystem::rename(path("new-key.pem"), path("key.pem"));
    }

    /// `mutual`: with a listener before the other one that takes any client's certificate.
    std::unique_ptr<Server> start(bool askForCertificates = false, ServerOptions options = {}, bool mutual = false) {
        options.listeners = {{"127.0.0.1:0"}};
        if (mutual) {
            options.listeners.insert(options.listeners.begin(), {"127.0.0.1:0", true});
        }
        options.workers = 2;
        options.tls = TlsFiles{path("cert.pem"), path("key.pem"), askForCertificates ? path("ca.pem") : std::string()};
        return Server::start(options,
                             [](const Request& request) {
                                 Response response;
                                 response.body.assign(request.path == "/large" ? 300000 : 0, 'x');
                                 response.headers.set("X-Secure", request.peer.secure ? "yes" : "no");
                                 response.headers.set("X-Certificate",
                                                      std::to_string(request.peer.clientCertificate.size()));
                                 response.headers.set("X-Proven", request.peer.certificateProven ? "yes" : "no");
                                 return response;
                             })
            .value();
    }

private slots:
    void initTestCase() {
        CertificateWish wish;
        wish.commonName = "Authority";
        wish.authority = true;
        m_authority = std::make_unique<TestCertificate>(wish);
        m_authority->writeCertificate(path("ca.pem"));
        wish = {};
        wish.subjectAltName = "DNS:localhost";
        m_server = std::make_unique<TestCertificate>(wish, m_authority.get());
        m_server->writeCertificate(path("cert.pem"));
        m_server->writeKey(path("key.pem"));
    }

    // Each test begins with the first certificate, whatever an earlier one did to the files.
    void init() {
        m_server->writeCertificate(path("cert.pem"));
        m_server->writeKey(path("key.pem"));
    }

    void modernClientsAreServed() {
        const auto server = start();
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            TlsClient client(server->addresses().front(), {.minimum = version, .maximum = version});
            QVERIFY(client.connected);
            for (int i = 0; i < 3; ++i) {
                const std::string answer = client.ask();
                QVERIFY(has(answer, "200 OK") && has(answer, "X-Secure: yes") && has(answer, "X-Certificate: 0"));
            }
        }
    }
    void oldVersionsAreRefused() {
        const auto server = start();
        for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
            QVERIFY(!TlsClient(server->addresses().front(),
                               {.minimum = version, .maximum = version, .ciphers = "ALL:@SECLEVEL=0"})
                         .connected);
        }
    }
    void ciphersWithoutForwardSecrecyOrAeadAreRefused() {
        const auto server = start();
        for (const char* ciphers : {"ECDHE-ECDSA-AES128-SHA256:@SECLEVEL=0", "ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0",
                                    "AES128-GCM-SHA256:@SECLEVEL=0", "kRSA:@SECLEVEL=0", "aNULL:@SECLEVEL=0",
                                    "ECDHE-ECDSA-AES128-CCM8:@SECLEVEL=0"}) {
            QVERIFY2(!TlsClient(server->addresses().front(), {.maximum = TLS1_2_VERSION, .ciphers = ciphers}).connected,
                     ciphers);
        }
        QVERIFY(
            !TlsClient(server->addresses().front(), {.minimum = TLS1_3_VERSION, .suites = "TLS_AES_128_CCM_8_SHA256"})
                 .connected);
        QVERIFY(TlsClient(server->addresses().front(),
                          {.maximum = TLS1_2_VERSION, .ciphers = "ECDHE-ECDSA-AES256-GCM-SHA384"})
                    .connected);
    }
    void thereIsNoResumptionNoCompressionAndNoRenegotiation() {
        const auto server = start();
        TlsClient modern(server->addresses().front(), {.minimum = TLS1_3_VERSION});
        QVERIFY(has(modern.ask(), "200 OK"));
        QCOMPARE(SSL_SESSION_has_ticket(SSL_get_session(modern.ssl())), 0);
        TlsClient old(server->addresses().front(), {.maximum = TLS1_2_VERSION});
        QVERIFY(has(old.ask(), "200 OK"));
        QCOMPARE(SSL_SESSION_has_ticket(SSL_get_session(old.ssl())), 0);
        unsigned int idSize = 1;
        SSL_SESSION_get_id(SSL_get_session(old.ssl()), &idSize);
        QCOMPARE(idSize, 0U);
        QVERIFY(SSL_get_current_compression(old.ssl()) == nullptr);
        QCOMPARE(SSL_renegotiate(old.ssl()), 1);
        QVERIFY(SSL_do_handshake(old.ssl()) != 1 || old.ask().empty());
    }
    void onlyHttp11IsNegotiated() {
        const auto server = start();
        TlsClient both(server->addresses().front(), {.alpn = std::string("\x02h2\x08http/1.1")});
        QVERIFY(both.connected);
        const unsigned char* selected = nullptr;
        unsigned int size = 0;
        SSL_get0_alpn_selected(both.ssl(), &selected, &size);
        QCOMPARE(std::string(reinterpret_cast<const char*>(selected), size), std::string("http/1.1"));
        QVERIFY(!TlsClient(server->addresses().front(), {.alpn = std::string("\x02h2")}).connected);
    }
    void clearTextOnTheTlsPortIsClosed() {
        const auto server = start();
        RawConnection connection(server->addresses().front());
        QVERIFY(connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        const auto answer = connection.readAll();
        QVERIFY(answer && !has(*answer, "HTTP/1.1"));
    }
    void stalledHandshakesAreCutOff() {
        ServerOptions options;
        options.headerDeadline = 100ms;
        const auto server = start(false, options);
        RawConnection connection(server->addresses().front());
        QVERIFY(connection.send("\x16\x03\x01"));
        QVERIFY(connection.isClosedWithin(3s));
    }
    void largeAnswersAndPipelinedRequestsGoThrough() {
        const auto server = start();
        TlsClient client(server->addresses().front(), {});
        const std::string get = "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n";
        const std::string both = get + get;
        QVERIFY(SSL_write(client.ssl(), both.data(), static_cast<int>(both.size())) > 0);
        std::size_t got = 0;
        char buffer[16384];
        while (got < 600000) {
            const int count = SSL_read(client.ssl(), buffer, sizeof buffer);
            QVERIFY(count > 0);
            got += static_cast<std::size_t>(count);
        }
    }
    void verifiedClientCertificatesReachTheHandler() {
        const auto server = start(true);
        CertificateWish wish;
        wish.commonName = "app";
        const TestCertificate good(wish, m_authority.get());
        for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
            TlsClient client(server->addresses().front(), {.maximum = version, .certificate = &good});
            QVERIFY(has(client.ask(), "X-Certificate: " + std::to_string(good.der().size()) + "\r\n"));
            TlsClient none(server->addresses().front(), {.maximum = version});
            QVERIFY(has(none.ask(), "X-Certificate: 0\r\n"));
        }
    }
    void clientCertificatesThatDoNotVerifyEndTheHandshake() {
        const auto server = start(true);
        CertificateWish wish;
        const TestCertificate selfSigned(wish);
        wish.notBefore = -48h;
        wish.notAfter = -24h;
        const TestCertificate expired(wish, m_authority.get());
        for (const TestCertificate* bad : {&selfSigned, &expired}) {
            for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
                QVERIFY(TlsClient(server->addresses().front(), {.maximum = version, .certificate = bad}).ask().empty());
            }
        }
        QCOMPARE(server->statistics().requests, std::uint64_t(0));
    }
    void aListenerMayTakeAnyClientsCertificateAndSayWhatItIsWorth() {
        ServerOptions options;
        options.mutualTls = TlsFiles{path("cert.pem"), path("key.pem"), path("ca.pem")};
        const auto server = start(false, options, true);
        CertificateWish wish;
        const TestCertificate selfSigned(wish);
        const TestCertificate good(wish, m_authority.get());
        wish.extendedKeyUsage = "clientAuth";
        const TestCertificate forClients(wish, m_authority.get());
        wish.extendedKeyUsage = "serverAuth";
        const TestCertificate forServers(wish, m_authority.get());
        wish = {};
        wish.notBefore = -48h;
        wish.notAfter = -24h;
        const TestCertificate expired(wish, m_authority.get());
        wish.notBefore = 24h;
        wish.notAfter = 48h;
        const TestCertificate early(wish, m_authority.get());
        wish = {};
        wish.commonName = "Another authority";
        wish.authority = true;
        const TestCertificate stranger(wish);
        const TestCertificate ofStranger({}, &stranger);
        const std::pair<const TestCertificate*, bool> cases[] = {
            {&good, true},     {&forClients, true}, {&selfSigned, false}, {&forServers, false},
            {&expired, false}, {&early, false},     {&ofStranger, false}};
        for (const auto& [certificate, proven] : cases) {
            for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
                TlsClient client(server->addresses().front(), {.maximum = version, .certificate = certificate});
                const std::string answer = client.ask();
                QVERIFY(has(answer, "X-Secure: yes"));
                QVERIFY(has(answer, "X-Certificate: " + std::to_string(certificate->der().size()) + "\r\n"));
                QVERIFY(has(answer, proven ? "X-Proven: yes" : "X-Proven: no"));
            }
        }
        TlsClient none(server->addresses().front(), {});
        const std::string answer = none.ask();
        QVERIFY(has(answer, "X-Certificate: 0\r\n") && has(answer, "X-Proven: no"));
        // security.md OP-40: what a header says of a certificate is not one
        TlsClient spoof(server->addresses().front(), {});
        const std::string spoofed =
            spoof.ask("GET / HTTP/1.1\r\nHost: localhost\r\nX-Client-Cert: x\r\nX-SSL-Client-Cert: "
                      "x\r\nX-SSL-Client-Verify: SUCCESS\r\nClient-Cert: :eA==:\r\n\r\n");
        QVERIFY(has(spoofed, "X-Certificate: 0\r\n") && has(spoofed, "X-Proven: no"));
    }
    void withoutAuthoritiesNoCertificateIsProven() {
        ServerOptions options;
        options.mutualTls = TlsFiles{path("cert.pem"), path("key.pem"), {}};
        const auto server = start(false, options, true);
        const TestCertificate good({}, m_authority.get());
        TlsClient client(server->addresses().front(), {.certificate = &good});
        const std::string answer = client.ask();
        QVERIFY(has(answer, "X-Certificate: " + std::to_string(good.der().size()) + "\r\n"));
        QVERIFY(has(answer, "X-Proven: no"));
    }
    void theOtherListenersAskNobody() {
        ServerOptions options;
        options.mutualTls = TlsFiles{path("cert.pem"), path("key.pem"), path("ca.pem")};
        const auto server = start(false, options, true);
        const TestCertificate good({}, m_authority.get());
        TlsClient client(server->addresses().back(), {.certificate = &good});
        QVERIFY(has(client.ask(), "X-Certificate: 0\r\n"));
    }
    // The certificate is the proxy's, whoever it speaks for
    void theCertificateOfATrustedProxyIsNotTheClients() {
        ServerOptions options;
        options.mutualTls = TlsFiles{path("cert.pem"), path("key.pem"), path("ca.pem")};
        options.trustedProxies = {"127.0.0.1"};
        const auto server = start(false, options, true);
        const TestCertificate good({}, m_authority.get());
        TlsClient client(server->addresses().front(), {.certificate = &good});
        const std::string answer =
            client.ask("GET / HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n");
        QVERIFY(has(answer, "X-Certificate: 0\r\n") && has(answer, "X-Proven: no"));
    }
    void aRenewedCertificateIsForNewConnections() {
        ServerOptions options;
        options.tlsInterval = 0ms;
        const auto server = start(false, options);
        TlsClient before(server->addresses().front(), {});
        QCOMPARE(nameOf(before), std::string("test"));
        renew("renewed");
        TlsClient unasked(server->addresses().front(), {});
        QCOMPARE(nameOf(unasked), std::string("test"));
        QVERIFY(server->reloadTls());
        TlsClient after(server->addresses().front(), {});
        QCOMPARE(nameOf(after), std::string("renewed"));
        QVERIFY(has(after.ask(), "200 OK"));
        QVERIFY(has(before.ask(), "200 OK"));
        QVERIFY(has(before.ask(), "200 OK"));
    }
    void changedFilesAreSeenByThemselves() {
        ServerOptions options;
        options.tlsInterval = 1ms;
        const auto server = start(false, options);
        TlsClient before(server->addresses().front(), {});
        renew("seen");
        std::string name;
        for (const QDeadlineTimer patience(30000); name != "seen" && !patience.hasExpired();) {
            name = nameOf(TlsClient(server->addresses().front(), {}));
        }
        QCOMPARE(name, std::string("seen"));
        QVERIFY(has(before.ask(), "200 OK"));
    }
    void brokenFilesLeaveTheOldCertificateAndALineInTheLog() {
        ServerOptions options;
        options.tlsInterval = 0ms;
        const auto server = start(false, options);
        CertificateWish wish;
        TestCertificate(wish).writeKey(path("key.pem")); // of another certificate
        const LogLines log(path("log"));
        QCOMPARE(server->reloadTls().error().reason, std::string("http.tls"));
        QVERIFY(has(log.text(), "http.tls_kept"));
        QVERIFY(has(log.text(), "key.pem"));
        QFile::remove(QString::fromStdString(path("cert.pem")));
        QVERIFY(!server->reloadTls());
        TlsClient client(server->addresses().front(), {});
        QCOMPARE(nameOf(client), std::string("test"));
        QVERIFY(has(client.ask(), "200 OK"));
        renew("mended");
        QVERIFY(server->reloadTls());
        QCOMPARE(nameOf(TlsClient(server->addresses().front(), {})), std::string("mended"));
    }
    void withoutTlsThereIsNothingToReload() {
        ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        const auto server = Server::start(options, [](const Request&) { return Response(); }).value();
        QVERIFY(server->reloadTls());
    }
    void filesThatCannotBeUsedAreNamed() {
        CertificateWish wish;
        TestCertificate(wish).writeKey(path("other.pem"));
        const auto reasonOf = [](const TlsFiles& files) {
            ServerOptions options;
            options.listeners = {{"127.0.0.1:0"}};
            options.tls = files;
            const auto refused = Server::start(options, {});
            return refused ? std::string("started") : refused.error().reason + " " + refused.error().detail;
        };
        QVERIFY(has(reasonOf({path("missing.pem"), path("key.pem"), {}}),
                    "http.tls cannot use the certificate in " + path("missing.pem")));
        QVERIFY(has(reasonOf({path("cert.pem"), path("missing.pem"), {}}),
                    "http.tls cannot use the private key in " + path("missing.pem")));
        QVERIFY(has(reasonOf({path("cert.pem"), path("other.pem"), {}}), "http.tls "));
        QVERIFY(has(reasonOf({path("cert.pem"), path("key.pem"), path("key.pem")}),
                    "http.tls cannot use the client authorities"));
    }
};

QTEST_GUILESS_MAIN(TestServerTls)
#include "tst_server_tls.moc"
