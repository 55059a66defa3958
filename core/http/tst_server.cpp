// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <atomic>
#include <future>

#include <sys/stat.h>

#include "http/server.h"
#include "tests/support/raw_connection.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;
using testing::RawConnection;

namespace {

/// Answers with what it saw; counts how often it was asked.
class EchoServer {
public:
    explicit EchoServer(ServerOptions options = {}) {
        if (options.listeners.empty()) {
            options.listeners = {{"127.0.0.1:0"}};
        }
        options.workers = std::min(options.workers, 4);
        auto started = Server::start(std::move(options), [this](const Request& request) { return answer(request); });
        if (!started) {
            qFatal("%s", started.error().detail.c_str());
        }
        server = std::move(*started);
    }
    [[nodiscard]] std::string address() const { return server->addresses().front(); }
    std::unique_ptr<Server> server;
    std::atomic<int> asked{0};

private:
    Response answer(const Request& request) {
        ++asked;
        Response response;
        response.headers.set("Content-Type", "text/plain");
        response.body = request.method + " " + request.path + "?" + request.query + " [" + request.body + "] from " +
                        request.peer.address + (request.peer.secure ? " secure" : "") +
                        (request.peer.uid ? " uid " + std::to_string(*request.peer.uid) : "") + " host " +
                        std::string(request.headers.get("Host").value_or("")) +
                        (request.headers.get("X-Forwarded-For") ? " XFF" : "");
        return response;
    }
};

std::string ask(const EchoServer& server, const std::string& bytes) {
    RawConnection connection(server.address());
    if (!connection.send(bytes)) {
        return "not sent";
    }
    connection.finishSending();
    return connection.readAll().value_or("not closed");
}

std::string statusOf(const std::string& answer) {
    return answer.size() < 12 ? answer : answer.substr(9, 3);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr char kGet[] = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";

} // namespace

class TestServer : public QObject {
    Q_OBJECT
private slots:
    void aRequestIsAnswered() {
        EchoServer server;
        const std::string answer =
            ask(server, "POST /p?q HTTP/1.1\r\nHost: x:1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc");
        QVERIFY(answer.substr(0, 17) == "HTTP/1.1 200 OK\r\n");
        QVERIFY(has(answer, "\r\nDate: "));
        QVERIFY(has(answer, "\r\nConnection: close\r\n"));
        QVERIFY(has(answer, "\r\n\r\nPOST /p?q [abc] from 127.0.0.1 host x:1"));
    }
    void connectionsAreKeptAlive() {
        EchoServer server;
        RawConnection connection(server.address());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(connection.send(kGet));
            const auto answer = connection.readAnswer();
            QVERIFY(answer && statusOf(*answer) == "200" && !has(*answer, "Connection:"));
        }
        QCOMPARE(server.server->statistics().connections, std::uint64_t(1));
        QCOMPARE(server.server->statistics().requests, std::uint64_t(3));
    }
    void pipelinedRequestsAreAnsweredInOrder() {
        EchoServer server;
        std::string bytes;
        for (int i = 0; i < 50; ++i) {
            bytes += "POST /" + std::to_string(i) +
                     " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n";
        }
        const std::string answers = ask(server, bytes);
        std::size_t at = 0;
        for (int i = 0; i < 50; ++i) {
            at = answers.find("POST /" + std::to_string(i) + "? [a]", at);
            QVERIFY2(at != std::string::npos, std::to_string(i).c_str());
        }
        QCOMPARE(server.asked.load(), 50);
    }
    void requestsInPiecesAreUnderstood() {
        EchoServer server;
        RawConnection connection(server.address());
        const std::string bytes = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                                  "chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n";
        for (const char c : bytes) {
            QVERIFY(connection.send(std::string_view(&c, 1)));
        }
        QVERIFY(has(connection.readAnswer().value_or(""), "[abcde]"));
        QVERIFY(connection.send(kGet));
        QVERIFY(connection.readAnswer().has_value());
    }
    void headHasTheLengthAndNoBody() {
        EchoServer server;
        const std::string answer = ask(server, "HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        QVERIFY(has(answer, "Content-Length: 32\r\n"));
        QVERIFY(answer.substr(answer.size() - 4) == "\r\n\r\n");
    }
    void oldClientsAreAnsweredAndClosed() {
        EchoServer server;
        RawConnection connection(server.address());
        QVERIFY(connection.send("GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n"));
        const auto answer = connection.readAll();
        QVERIFY(answer && statusOf(*answer) == "200" && has(*answer, "Connection: close"));
    }
    void expectationsAreMetBeforeTheBodyComes() {
        EchoServer server;
        RawConnection connection(server.address());
        QVERIFY(connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n"));
        QVERIFY(connection.readUntil("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
        QVERIFY(connection.send("ok"));
        QVERIFY(has(connection.readAnswer().value_or(""), "[ok]"));
    }

    void hostileRequestsAreRefusedAndTheNextOneIsNeverRead_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("statuses");
        const auto row = [](const char* name, const std::string& bytes, const char* statuses) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(statuses);
        };
        const auto post = [](const std::string& fields, const std::string& body = "") {
            return "POST / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
        };
        row("NW-01 unknown coding", post("Transfer-Encoding: xchunked\r\n"), "400");
        row("NW-02 not final", post("Transfer-Encoding: chunked, identity\r\n"), "400");
        row("NW-02 gzip first", post("Transfer-Encoding: gzip, chunked\r\n"), "400");
        row("NW-02 vertical tab",
            post("Transfer-Encoding: \x0b"
                 "chunked\r\n"),
            "400");
        row("NW-02 twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400");
        row("NW-03 on 1.0", "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400");
        row("NW-03 CL then TE", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), "400");
        row("NW-03 TE then CL", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), "400");
        row("NW-04 list", post("Content-Length: 1,1\r\n", "a"), "400");
        row("NW-04 repeated same", post("Content-Length: 1\r\nContent-Length: 1\r\n", "a"), "400");
        row("NW-04 repeated other", post("Content-Length: 1\r\nContent-Length: 0\r\n", "a"), "400");
        row("NW-04 plus", post("Content-Length: +1\r\n", "a"), "400");
        row("NW-04 hex", post("Content-Length: 0x1\r\n", "a"), "400");
        row("NW-04 two spaces", post("Content-Length:  1\r\n", "a"), "400");
        row("NW-04 too long", post("Content-Length: 18446744073709551617\r\n", "a"), "400");
        row("NW-04 negative", post("Content-Length: -1\r\n", "a"), "400");
        row("NW-04 empty", post("Content-Length:\r\n", "a"), "400");
        row("NW-05 none", "GET / HTTP/1.1\r\n\r\n", "400");
        row("NW-05 two", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", "400");
        row("NW-05 empty", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400");
        row("NW-05 userinfo", "GET / HTTP/1.1\r\nHost: u@x\r\n\r\n", "400");
        row("NW-05 absolute form of another", "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("NW-05 port game", "GET / HTTP/1.1\r\nHost: x:80:80\r\n\r\n", "400");
        row("NW-06 folded", post("A: b\r\n c\r\n"), "400");
        row("NW-06 folded CL", post("Content-Length:\r\n 5\r\n", "hello"), "400");
        row("NW-06 space before colon", post("Content-Length : 5\r\n", "hello"), "400");
        row("NW-06 NUL", post(std::string("A: b\0c\r\n", 8)), "400");
        row("NW-06 bare CR", post("A: b\rc\r\n"), "400");
        row("NW-06 LF only", "GET / HTTP/1.1\nHost: x\n\n", "400");
        row("NW-06 LF inside", post("A: b\nContent-Length: 5\r\n"), "400");
        row("NW-06 high name", post("\x80: b\r\n"), "400");
        row("NW-06 high target", "GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n", "400");
        row("NW-06 empty line first", std::string("\r\n") + kGet, "400");
        row("NW-08 body on GET", "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", "400");
        row("NW-08 body on HEAD", "HEAD / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400");
        row("NW-08 body on DELETE", "DELETE / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello", "400");
        row("NW-08 expectation", post("Expect: 200-ok\r\nContent-Length: 1\r\n", "a"), "417");
        row("NW-08 CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n", "405");
        row("NW-08 TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", "405");
        row("NW-08 h2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505");
        row("NW-08 TLS hello", "\x16\x03\x01\x02", "400");
        row(
            "NW-09 too many fields",
            [&post] {
                std::string fields;
                for (int i = 0; i < 1500; ++i) {
                    fields += "A: b\r\n";
                }
                return post(fields);
            }(),
            "431");
        row("NW-09 long line", post("A: " + std::string(8193, 'a') + "\r\n"), "431");
        row("NW-09 long head", "GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(65536, 'a'), "431");
        row(
            "NW-09 many cookies",
            [&post] {
                std::string fields;
                for (int i = 0; i < 100; ++i) {
                    fields += "Cookie: a" + std::to_string(i) + "=" + std::string(200, 'x') + "\r\n";
                }
                return post(fields);
            }(),
            "431");
        row("NW-12 declared size", post("Content-Length: 67108864\r\n"), "413");
        row("NW-12 chunk size", post("Transfer-Encoding: chunked\r\n", "4000000\r\n"), "413");
        row("NW-12 chunk size overflow", post("Transfer-Encoding: chunked\r\n", "10000000000000001\r\n"), "400");
        row("NW-12 chunk extension without end", post("Transfer-Encoding: chunked\r\n", "1;" + std::string(40000, 'x')),
            "400");
        row("bad chunk size", post("Transfer-Encoding: chunked\r\n", "x\r\n"), "400");
        row("bad chunk end", post("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n0\r\n\r\n"), "400");
        row("NW-13 gzip", post("Content-Encoding: gzip\r\nContent-Length: 1\r\n", "a"), "415");
        row("NW-13 br", post("Content-Encoding: br\r\nContent-Length: 1\r\n", "a"), "415");
        row("NW-13 zstd", post("Content-Encoding: zstd\r\nContent-Length: 1\r\n", "a"), "415");
    }
    void hostileRequestsAreRefusedAndTheNextOneIsNeverRead() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, statuses);
        EchoServer server;
        const std::string answer = ask(server, bytes.toStdString() + kGet);
        QCOMPARE(statusOf(answer), statuses.toStdString());
        QVERIFY(has(answer, "Connection: close\r\n"));
        QCOMPARE(answer.find("HTTP/1.1", 1), std::string::npos);
        QCOMPARE(server.asked.load(), 0);
        QCOMPARE(server.server->statistics().refused, std::uint64_t(1));
    }
    void anEndlessChunkedBodyIsCutOff() {
        EchoServer server;
        RawConnection connection(server.address());
        QVERIFY(connection.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"));
        const std::string chunk = "1000\r\n" + std::string(4096, 'a') + "\r\n";
        int sent = 0;
        while (sent < 20000 && connection.send(chunk)) {
            ++sent;
        }
        QVERIFY(sent < 20000);
        QCOMPARE(server.asked.load(), 0);
    }
    void upgradesAreIgnored() {
        EchoServer server;
        const std::string answer = ask(
            server, "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\n\r\n");
        QCOMPARE(statusOf(answer), std::string("200"));
    }
    void unknownHostsAreMisdirected() {
        ServerOptions options;
        options.allowedHosts = {"Known.example"};
        EchoServer server(options);
        QCOMPARE(statusOf(ask(server, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")), std::string("421"));
        QCOMPARE(statusOf(ask(server, "GET / HTTP/1.1\r\nHost: known.example:81\r\n\r\n")), std::string("200"));
    }
    void forwardedFieldsOfStrangersAreDropped() {
        EchoServer server;
        const std::string answer = ask(server, "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: "
                                               "1.2.3.4\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil\r\n\r\n");
        QVERIFY(has(answer, "from 127.0.0.1 host x"));
        QVERIFY(!has(answer, "XFF") && !has(answer, "secure"));
    }
    void theRightmostAddressBehindTrustedProxiesIsBelieved() {
        ServerOptions options;
        options.trustedProxies = {"127.0.0.0/8", "10.0.0.0/8"};
        EchoServer server(options);
        const auto from = [&server](const std::string& fields) {
            return ask(server, "GET / HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
        };
        QVERIFY(has(from("X-Forwarded-For: 6.6.6.6, 1.2.3.4, 10.1.1.1\r\nX-Forwarded-Proto: http, https\r\n"),
                    "from 1.2.3.4 secure host x"));
        QVERIFY(has(from("X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 2001:db8::1\r\n"), "from 2001:db8::1 host"));
        QVERIFY(has(from("X-Forwarded-For: 6.6.6.6, evil\r\n"), "from 127.0.0.1 host"));
        QVERIFY(
            has(from("X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: a.example\r\n"), "from 1.2.3.4 host a.example"));
        QVERIFY(!has(from("X-Forwarded-Proto: https, http\r\n"), "secure"));
    }

    void slowHeadersAreCutOff() {
        ServerOptions options;
        options.headerDeadline = 100ms;
        EchoServer server(options);
        RawConnection silent(server.address());
        RawConnection dripping(server.address());
        QVERIFY(dripping.send("GET / HTTP/1.1\r\nHost:"));
        QVERIFY(silent.isClosedWithin(3s));
        QVERIFY(dripping.isClosedWithin(3s));
        QCOMPARE(server.asked.load(), 0);
    }
    void slowHeadersOnAKeptConnectionAreCutOff() {
        ServerOptions options;
        options.headerDeadline = 100ms;
        EchoServer server(options);
        RawConnection connection(server.address());
        QVERIFY(connection.send(kGet));
        QVERIFY(connection.readAnswer().has_value());
        QVERIFY(connection.send("GET"));
        QVERIFY(connection.isClosedWithin(3s));
    }
    void slowBodiesAreCutOff() {
        ServerOptions options;
        options.bodyDeadline = 100ms;
        EchoServer server(options);
        RawConnection connection(server.address());
        QVERIFY(connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab"));
        QVERIFY(connection.isClosedWithin(3s));
        QCOMPARE(server.asked.load(), 0);
    }
    void idleConnectionsAreClosed() {
        ServerOptions options;
        options.idleDeadline = 100ms;
        EchoServer server(options);
        RawConnection connection(server.address());
        QVERIFY(connection.send(kGet));
        QVERIFY(connection.readAnswer().has_value());
        QVERIFY(connection.isClosedWithin(3s));
    }
    void answersNobodyReadsAreDropped() {
        ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.writeDeadline = 100ms;
        auto server = Server::start(options, [](const Request&) {
                          Response response;
                          response.body.assign(64 * 1024, 'x');
                          return response;
                      }).value();
        RawConnection connection(server->addresses().front());
        std::string bytes;
        for (int i = 0; i < 400; ++i) {
            bytes += kGet;
        }
        QVERIFY(connection.send(bytes));
        QTRY_COMPARE_WITH_TIMEOUT(server->statistics().openConnections, std::uint64_t(0), 10000);
    }
    void tooManyConnectionsAreTurnedAway() {
        ServerOptions options;
        options.maxConnections = 1;
        EchoServer server(options);
        RawConnection first(server.address());
        QVERIFY(first.send(kGet));
        QVERIFY(first.readAnswer().has_value());
        RawConnection second(server.address());
        QVERIFY(second.isClosedWithin(3s));
        QVERIFY(first.send(kGet));
        QVERIFY(first.readAnswer().has_value());
    }
    void aFullQueueAnswersBusy() {
        std::promise<void> release;
        const std::shared_future<void> released = release.get_future().share();
        std::atomic<int> inside{0};
        ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 1;
        options.maxQueued = 1;
        auto server = Server::start(options, [&inside, released](const Request&) {
                          ++inside;
                          released.wait();
                          return Response();
                      }).value();
        const std::string address = server->addresses().front();
        RawConnection running(address);
        QVERIFY(running.send(kGet));
        QTRY_COMPARE(inside.load(), 1);
        RawConnection queued(address);
        QVERIFY(queued.send(kGet));
        QTRY_COMPARE(server->statistics().requests, std::uint64_t(2));
        RawConnection refused(address);
        QVERIFY(refused.send(kGet));
        const auto answer = refused.readAnswer();
        QVERIFY(answer && statusOf(*answer) == "503" && has(*answer, "Retry-After: 1\r\n"));
        release.set_value();
        QVERIFY(running.readAnswer().has_value());
        QVERIFY(queued.readAnswer().has_value());
    }
    void aThrowingHandlerIsAnInternalError() {
        ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        auto server =
            Server::start(options, [](const Request&) -> Response { throw std::runtime_error("secret"); }).value();
        RawConnection connection(server->addresses().front());
        QVERIFY(connection.send(kGet));
        const auto answer = connection.readAnswer();
        QVERIFY(answer && statusOf(*answer) == "500" && !has(*answer, "secret"));
    }
    void requestsInFlightFinishWhenTheServerStops() {
        std::promise<void> release;
        const std::shared_future<void> released = release.get_future().share();
        std::atomic<int> inside{0};
        ServerOptions options;
        options.listeners = {{"127.0.0.1:0"}};
        auto server = Server::start(options, [&inside, released](const Request&) {
                          ++inside;
                          released.wait();
                          return Response();
                      }).value();
        const std::string address = server->addresses().front();
        RawConnection idle(address);
        RawConnection busy(address);
        QVERIFY(busy.send(kGet));
        QTRY_COMPARE(inside.load(), 1);
        const auto stopped = std::async(std::launch::async, [&server] { server->stop(); });
        QVERIFY(idle.isClosedWithin(3s));
        QVERIFY(!RawConnection(address).isConnected());
        release.set_value();
        const auto answer = busy.readAnswer();
        QVERIFY(answer && statusOf(*answer) == "200" && has(*answer, "Connection: close"));
        stopped.wait();
        server->stop();
    }
    void theDrainDeadlineEndsStuckConnections() {
        ServerOptions options;
        options.drainDeadline = 50ms;
        EchoServer server(options);
        RawConnection connection(server.address());
        QVERIFY(connection.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n"));
        QTRY_COMPARE(server.server->statistics().openConnections, std::uint64_t(1));
        server.server->stop();
        QVERIFY(connection.isClosedWithin(3s));
    }
    void theUnixSocketIsPrivateAndTellsTheUser() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/admin.sock";
        ServerOptions options;
        options.listeners = {{"unix:" + path}};
        options.allowedHosts = {"public.example"};
        for (int round = 0; round < 2; ++round) {
            EchoServer server(options);
            struct stat found{};
            QCOMPARE(::stat(path.c_str(), &found), 0);
            QCOMPARE(found.st_mode & 0777U, 0600U);
            const std::string answer = ask(server, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QVERIFY(has(answer, " uid " + std::to_string(::getuid()) + " host localhost"));
        }
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }
    void aStaleSocketIsReplacedAndAnythingElseIsNot() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/s";
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        std::strncpy(name.sun_path, path.c_str(), sizeof name.sun_path - 1);
        const int stale = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(stale, reinterpret_cast<const sockaddr*>(&name), sizeof name), 0);
        ::close(stale);
        ServerOptions options;
        options.listeners = {{"unix:" + path}};
        EchoServer server(options);
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        options.listeners = {{"unix:" + folder.filePath("file").toStdString()}};
        const auto refused = Server::start(options, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason, std::string("http.bind"));
    }
    void addressesThatCannotBeHadAreNamed() {
        EchoServer server;
        for (const std::string& bad :
             {server.address(), std::string("nonsense"), std::string("127.0.0.1:"), std::string("256.0.0.1:1"),
              std::string("unix:"), "unix:/" + std::string(200, 'x')}) {
            ServerOptions options;
            options.listeners = {{bad}};
            const auto refused = Server::start(options, {});
            QVERIFY2(!refused, bad.c_str());
            QCOMPARE(refused.error().reason, std::string("http.bind"));
            QVERIFY(has(refused.error().detail, bad));
        }
    }
    void severalIoThreadsServeAlike() {
        ServerOptions options;
        options.ioThreads = 3;
        options.listeners = {{"127.0.0.1:0"}, {"[::1]:0"}};
        EchoServer server(options);
        QCOMPARE(server.server->addresses().size(), std::size_t(2));
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(statusOf(ask(server, kGet)), std::string("200"));
        }
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
