// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <unistd.h>

#include "http/server.h"
#include "tests/support/raw_connection.h"
#include "tests/support/test_certificate.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;
using testing::CertificateWish;
using testing::RawConnection;
using testing::TestCertificate;

namespace {

constexpr char kGet[] = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

/// How a client of the test comes: its versions, ciphers and certificate.
struct ClientWish {
    int minimum = TLS1_2_VERSION;
    int maximum = 0;
    const char* ciphers = nullptr;
    const char* suites = nullptr;
    std::string alpn{};
    const TestCertificate* certificate = nullptr;
};

/// A TLS client on a blocking socket.
class TlsClient {
public:
    TlsClient(const std::string& address, const ClientWish& wish)
        : m_raw(address)
        , m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free)
        , m_ssl(nullptr, SSL_free) {
        SSL_CTX* context = m_context.get();
        SSL_CTX_set_security_level(context, 0);
        SSL_CTX_set_min_proto_version(context, wish.minimum);
        SSL_CTX_set_max_proto_version(context, wish.maximum);
        if (wish.ciphers != nullptr) {
            SSL_CTX_set_cipher_list(context, wish.ciphers);
        }
        if (wish.suites != nullptr) {
            SSL_CTX_set_ciphersuites(context, wish.suites);
        }
        if (wish.certificate != nullptr) {
            SSL_CTX_use_certificate(context, wish.certificate->certificate());
            SSL_CTX_use_PrivateKey(context, wish.certificate->key());
        }
        if (!wish.alpn.empty()) {
            SSL_CTX_set_alpn_protos(context, reinterpret_cast<const unsigned char*>(wish.alpn.data()),
                                    static_cast<unsigned>(wish.alpn.size()));
        }
        const timeval patience{5, 0};
        ::setsockopt(m_raw.fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        m_ssl.reset(SSL_new(context));
        SSL_set_fd(m_ssl.get(), m_raw.fd());
        connected = SSL_connect(m_ssl.get()) == 1;
        ERR_clear_error();
    }
    /// The answer as far as it comes in one piece; empty after a refusal.
    std::string ask(const std::string& request = kGet) {
        std::string answer;
        char buffer[8192];
        if (SSL_write(m_ssl.get(), request.data(), static_cast<int>(request.size())) > 0) {
            while (answer.find("\r\n\r\n") == std::string::npos) {
                const int count = SSL_read(m_ssl.get(), buffer, sizeof buffer);
                if (count <= 0) {
                    break;
                }
                answer.append(buffer, static_cast<std::size_t>(count));
            }
        }
        ERR_clear_error();
        return answer;
    }
    [[nodiscard]] SSL* ssl() const { return m_ssl.get(); }
    bool connected = false;

private:
    RawConnection m_raw;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> m_context;
    std::unique_ptr<SSL, void (*)(SSL*)> m_ssl;
};

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

    std::unique_ptr<Server> start(bool askForCertificates = false, ServerOptions options = {}) {
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 2;
        options.tls = TlsFiles{path("cert.pem"), path("key.pem"), askForCertificates ? path("ca.pem") : std::string()};
        return Server::start(options,
                             [](const Request& request) {
                                 Response response;
                                 response.body.assign(request.path == "/large" ? 300000 : 0, 'x');
                                 response.headers.set("X-Secure", request.peer.secure ? "yes" : "no");
                                 response.headers.set("X-Certificate",
                                                      std::to_string(request.peer.clientCertificate.size()));
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
        QVERIFY(connection.send(kGet));
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
