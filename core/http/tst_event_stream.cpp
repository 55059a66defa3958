// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include <mutex>
#include <thread>

#include "http/answer.h"
#include "http/server.h"
#include "tests/support/raw_connection.h"

using namespace gatehouse;
using namespace gatehouse::http;
using namespace std::chrono_literals;
using testing::RawConnection;

namespace {

constexpr char kGet[] = "GET /events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n";

/// Opens every request as a stream and keeps the publisher's ends.
class StreamServer {
public:
    explicit StreamServer(ServerOptions options = {}) {
        options.listeners = {{"127.0.0.1:0"}};
        options.workers = 1;
        server = Server::start(options, [this](const Request& request) {
                     Response response;
                     response.headers.set("X-Own", "1");
                     if (request.path == "/events") {
                         response.stream = [this](std::shared_ptr<EventStream> stream) {
                             const std::lock_guard lock(m_mutex);
                             m_streams.push_back(std::move(stream));
                         };
                     }
                     return response;
                 }).value();
    }
    [[nodiscard]] std::string address() const { return server->addresses().front(); }
    [[nodiscard]] std::size_t count() {
        const std::lock_guard lock(m_mutex);
        return m_streams.size();
    }
    std::shared_ptr<EventStream> stream(std::size_t index = 0) {
        const std::lock_guard lock(m_mutex);
        return m_streams.at(index);
    }
    void forget() {
        const std::lock_guard lock(m_mutex);
        m_streams.clear();
    }
    std::unique_ptr<Server> server;

private:
    std::mutex m_mutex;
    std::vector<std::shared_ptr<EventStream>> m_streams;
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestEventStream : public QObject {
    Q_OBJECT
private slots:
    void eventsArriveAsTheyAreSent() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        const std::string head = client.readUntil("\r\n\r\n").value_or("");
        QVERIFY(has(head, "200 OK") && has(head, "Content-Type: text/event-stream\r\n") && has(head, "X-Own: 1"));
        QVERIFY(!has(head, "Content-Length"));
        QTRY_COMPARE(server.count(), std::size_t(1));
        QVERIFY(server.stream()->send("login", "{\"a\":1}"));
        QVERIFY(client.readUntil("\n\n") == "event: login\ndata: {\"a\":1}\n\n");
        QVERIFY(server.stream()->send("", "x\ny\r\nz"));
        QVERIFY(client.readUntil("\n\n") == "data: x\ndata: y\ndata: z\n\n");
        server.stream()->close();
        QVERIFY(client.readAll().has_value());
        QVERIFY(!server.stream()->send("late", ""));
    }
    void lineBreaksCannotForgeAnEvent() {
        std::string out;
        appendEvent(out, "a\r\ndata: forged\n\nevent: b", "1\rid: 2\n\nevent: c");
        QCOMPARE(out, std::string("event: adata: forgedevent: b\ndata: 1\ndata: id: 2\ndata: \ndata: event: c\n\n"));
    }
    void streamsHoldNoWorker() {
        StreamServer server; // with one worker
        std::vector<std::unique_ptr<RawConnection>> clients;
        for (std::size_t i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawConnection>(server.address()));
            QVERIFY(clients.back()->send(kGet));
            QVERIFY(clients.back()->readUntil("\r\n\r\n").has_value());
        }
        RawConnection other(server.address());
        QVERIFY(other.send("GET /other HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(other.readAnswer().has_value());
        QTRY_COMPARE(server.count(), std::size_t(20));
        for (std::size_t i = 0; i < 20; ++i) {
            QVERIFY(server.stream(i)->send("e", std::to_string(i)));
            QVERIFY(has(clients[i]->readUntil("\n\n").value_or(""), "data: " + std::to_string(i) + "\n"));
        }
    }
    void aClientThatLeavesIsNoticed() {
        StreamServer server;
        {
            RawConnection client(server.address());
            QVERIFY(client.send(kGet));
            QVERIFY(client.readUntil("\r\n\r\n").has_value());
            QTRY_COMPARE(server.count(), std::size_t(1));
        }
        QTRY_COMPARE(server.server->statistics().openConnections, std::uint64_t(0));
        QVERIFY(!server.stream()->send("e", "x"));
    }
    void aClientThatDoesNotReadIsCutOff() {
        ServerOptions options;
        options.maxStreamBytes = 100 * 1024;
        StreamServer server(options);
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QTRY_COMPARE(server.count(), std::size_t(1));
        const std::string data(32 * 1024, 'x');
        int sent = 0;
        while (sent < 10000 && server.stream()->send("e", data)) {
            ++sent;
        }
        QVERIFY(sent < 10000);
        QCOMPARE(server.server->statistics().openConnections, std::uint64_t(0));
    }
    void anEventLargerThanTheLimitIsNotSent() {
        ServerOptions options;
        options.maxStreamBytes = 1000;
        StreamServer server(options);
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QTRY_COMPARE(server.count(), std::size_t(1));
        QVERIFY(!server.stream()->send("e", std::string(1001, 'x')));
    }
    void quietStreamsBeat() {
        ServerOptions options;
        options.heartbeat = 20ms;
        StreamServer server(options);
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QVERIFY(client.readUntil("\r\n\r\n").has_value());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(client.readUntil("\n\n") == ":\n\n");
        }
    }
    void droppingTheLastOwnerEndsTheStream() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QTRY_COMPARE(server.count(), std::size_t(1));
        QVERIFY(server.stream()->send("e", "last"));
        server.forget();
        QVERIFY(has(client.readAll().value_or(""), "data: last\n\n"));
    }
    void requestsBehindAStreamAreNotAnswered() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send(std::string(kGet) + "GET /other HTTP/1.1\r\nHost: x\r\n\r\n"));
        QTRY_COMPARE(server.count(), std::size_t(1));
        server.stream()->close();
        const std::string all = client.readAll().value_or("");
        QCOMPARE(all.find("HTTP/1.1", 1), std::string::npos);
        QCOMPARE(server.server->statistics().requests, std::uint64_t(1));
    }
    void headOfAStreamIsOnlyAHead() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send("HEAD /events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        QVERIFY(has(client.readAll().value_or(""), "200 OK"));
        QCOMPARE(server.count(), std::size_t(0));
    }
    void manyPublishersMaySendAtOnce() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QTRY_COMPARE(server.count(), std::size_t(1));
        std::vector<std::thread> publishers;
        for (int i = 0; i < 4; ++i) {
            publishers.emplace_back([&server] {
                for (int n = 0; n < 100; ++n) {
                    server.stream()->send("e", "0123456789");
                }
            });
        }
        for (std::thread& publisher : publishers) {
            publisher.join();
        }
        server.stream()->close();
        const std::string all = client.readAll().value_or("");
        std::size_t events = 0;
        for (std::size_t at = all.find("event: e\ndata: 0123456789\n\n"); at != std::string::npos;
             at = all.find("event: e\ndata: 0123456789\n\n", at + 1)) {
            ++events;
        }
        QCOMPARE(events, std::size_t(400));
    }
    void stoppingTheServerEndsStreams() {
        StreamServer server;
        RawConnection client(server.address());
        QVERIFY(client.send(kGet));
        QTRY_COMPARE(server.count(), std::size_t(1));
        const std::shared_ptr<EventStream> stream = server.stream();
        server.server->stop();
        QVERIFY(client.readAll().has_value());
        server.server.reset();
        QVERIFY(!stream->send("e", "x"));
        stream->close();
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_event_stream.moc"
