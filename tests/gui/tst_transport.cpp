// SPDX-License-Identifier: Apache-2.0
// The same suite over both transports, and what is peculiar to each.
#include <atomic>
#include <memory>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include "tests/gui/http_front.h"
#include "tests/gui/recorded_broker.h"
#include "ui/client/admin_client.h"
#include "ui/client/document.h"
#include "ui/client/event_feed.h"
#include "ui/client/http_transport.h"
#include "ui/client/in_process_transport.h"

namespace gatehouse::tests {

using namespace ui::client;

namespace {

/// A transport with a recorded broker behind it.
struct Line {
    RecordedBroker broker;
    std::unique_ptr<HttpFront> front;
    std::unique_ptr<Transport> transport;

    explicit Line(const QString& kind) {
        if (kind == QLatin1String("http")) {
            front = std::make_unique<HttpFront>(broker.dispatcher());
            transport = std::make_unique<HttpTransport>(Endpoint{front->url(), "ghat_test"});
        } else {
            transport = std::make_unique<InProcessTransport>(broker.dispatcher());
        }
    }
};

template <class T>
Outcome<T> wait(const Answer<T>& answer) {
    Outcome<T> result = tl::unexpected(Failure{});
    bool done = false;
    QObject receiver;
    deliver(answer, &receiver, [&](Outcome<T> outcome) {
        result = std::move(outcome);
        done = true;
    });
    if (!QTest::qWaitFor([&] { return done; }, 5000)) {
        qWarning("no answer");
    }
    return result;
}

void bothKinds() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("in process") << QStringLiteral("in process");
    QTest::newRow("http") << QStringLiteral("http");
}

} // namespace

class TstTransport : public QObject {
    Q_OBJECT
private slots:
    void aListArrivesTyped_data() { bothKinds(); }
    void aListArrivesTyped() {
        QFETCH(QString, kind);
        Line line(kind);
        const auto tenants = wait(AdminClient(*line.transport).tenants());
        QVERIFY(tenants);
        QCOMPARE(tenants->items.size(), std::size_t(2));
        QCOMPARE(tenants->items.front().slug, std::string("acme"));
        QCOMPARE(tenants->items.front().settings.sessionTtl, std::int64_t(43200));
    }

    void aResourceKeepsItsEtagAndIsSentBackAsIfMatch_data() { bothKinds(); }
    void aResourceKeepsItsEtagAndIsSentBackAsIfMatch() {
        QFETCH(QString, kind);
        Line line(kind);
        AdminClient client(*line.transport);
        const auto tenant = wait(client.tenant(QStringLiteral("acme")));
        QVERIFY(tenant);
        QCOMPARE(tenant->etag, QStringLiteral("\"1\""));
        api::Tenant wanted = tenant->value;
        wanted.name = "Acme AG";
        QVERIFY(wait(client.updateTenant(*tenant, wanted)));
        const api::Call call = line.broker.calls().back();
        QCOMPARE(call.method, std::string("PATCH"));
        QCOMPARE(api::header(call.headers, "If-Match"), std::string_view("\"1\""));
        QCOMPARE(call.body, std::string(R"({"name":"Acme AG"})"));
    }

    void aDocumentBringsAnUnfinishedResourceBackWhole() {
        api::Tenant tenant;
        tenant.name = "Half a"; // no slug yet, and a time that the broker would refuse
        tenant.settings.sessionTtl = 1;
        const auto half = resourceOf<api::Tenant>(documentOf(tenant));
        QVERIFY(half);
        QCOMPARE(half->name, tenant.name);
        QCOMPARE(half->settings.sessionTtl, std::int64_t(1));
        QVERIFY(!resourceOf<api::Tenant>({{QStringLiteral("name"), 5}}));
    }

    void aDocumentHoldsTheSecretAndNothingThatTheBrokerSets() {
        api::Connection connection;
        connection.issuer = "https://idp.example";
        connection.clientSecret = "hush";
        connection.hasClientSecret = true;
        connection.redirectUri = "https://id.example/callback";
        const QJsonObject document = documentOf(connection);
        QVERIFY(!document.contains(QStringLiteral("id"))); // it has none yet
        QVERIFY(!document.contains(QStringLiteral("redirectUri")));
        QVERIFY(!document.contains(QStringLiteral("hasClientSecret")));
        const auto back = resourceOf<api::Connection>(document);
        QVERIFY(back);
        QCOMPARE(back->clientSecret, connection.clientSecret);
        connection.id = "0198";
        QCOMPARE(documentOf(connection).value(QStringLiteral("id")).toString(), QStringLiteral("0198"));
    }

    void aProblemArrivesWithItsPointers_data() { bothKinds(); }
    void aProblemArrivesWithItsPointers() {
        QFETCH(QString, kind);
        Line line(kind);
        line.broker.answerOnce("POST", "/admin/v1/tenants",
                               RecordedBroker::problem(422, QStringLiteral("slug_taken"), QStringLiteral("/slug"),
                                                       QStringLiteral("is taken")));
        const auto created = wait(AdminClient(*line.transport).createTenant({}));
        QVERIFY(!created);
        QCOMPARE(created.error().status, 422);
        QCOMPARE(created.error().code, QStringLiteral("slug_taken"));
        QCOMPARE(created.error().reference, QStringLiteral("req-7f3k"));
        QCOMPARE(created.error().errors.size(), std::size_t(1));
        QCOMPARE(created.error().errors.front().pointer, std::string("/slug"));
    }

    void anAnswerThatIsNoJsonIsAFailure_data() { bothKinds(); }
    void anAnswerThatIsNoJsonIsAFailure() {
        QFETCH(QString, kind);
        Line line(kind);
        line.broker.answerOnce("GET", "/admin/v1/status", {200, {}, "<html>"});
        const auto status = wait(AdminClient(*line.transport).status());
        QVERIFY(!status);
        QCOMPARE(status.error().code, QStringLiteral("malformed_answer"));
        line.broker.answerOnce("GET", "/admin/v1/status", {502, {}, "<html>"});
        QCOMPARE(wait(AdminClient(*line.transport).status()).error().code, QStringLiteral("http_502"));
    }

    void aDeletionHasNoBody_data() { bothKinds(); }
    void aDeletionHasNoBody() {
        QFETCH(QString, kind);
        Line line(kind);
        QVERIFY(
            wait(AdminClient(*line.transport).deleteConnection(QStringLiteral("acme"), QStringLiteral("c-legacy"))));
        QCOMPARE(line.broker.calls().back().path, std::string("/admin/v1/tenants/acme/connections/c-legacy"));
    }

    void namesInAPathAreEncoded_data() { bothKinds(); }
    void namesInAPathAreEncoded() {
        QFETCH(QString, kind);
        Line line(kind);
        (void)wait(AdminClient(*line.transport).user(QStringLiteral("acme"), QStringLiteral("../../tokens?x=1")));
        QCOMPARE(line.broker.calls().back().path, std::string("/admin/v1/tenants/acme/users/..%2F..%2Ftokens%3Fx%3D1"));
        (void)wait(AdminClient(*line.transport).users(QStringLiteral("acme"), {QStringLiteral("a&b c"), {}, 50}));
        QCOMPARE(line.broker.calls().back().path, std::string("/admin/v1/tenants/acme/users?limit=50&q=a%26b%20c"));
    }

    void postsCarryAnIdempotencyKeyOfTheirOwn_data() { bothKinds(); }
    void postsCarryAnIdempotencyKeyOfTheirOwn() {
        QFETCH(QString, kind);
        Line line(kind);
        AdminClient client(*line.transport);
        (void)wait(client.addDomain(QStringLiteral("acme"), QStringLiteral("one.example")));
        (void)wait(client.addDomain(QStringLiteral("acme"), QStringLiteral("two.example")));
        const std::vector<api::Call> calls = line.broker.calls();
        const auto key = [&](std::size_t i) { return std::string(api::header(calls[i].headers, "Idempotency-Key")); };
        QCOMPARE(key(0).size(), std::size_t(36));
        QVERIFY(key(0) != key(1));
    }

    void aDeadReceiverIsNotCalled_data() { bothKinds(); }
    void aDeadReceiverIsNotCalled() {
        QFETCH(QString, kind);
        Line line(kind);
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        const auto answer = AdminClient(*line.transport).status();
        deliver(answer, receiver.get(), [&](const auto&) { called = true; });
        receiver.reset();
        QVERIFY(QTest::qWaitFor([&] { return answer.reply.isFinished(); }, 5000));
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void onlyTheLatestAnswerIsUsed_data() { bothKinds(); }
    void onlyTheLatestAnswerIsUsed() {
        QFETCH(QString, kind);
        Line line(kind);
        AdminClient client(*line.transport);
        Latest latest;
        QObject receiver;
        QStringList used;
        latest.run(client.status(), &receiver, [&](const auto&) { used.append(QStringLiteral("first")); });
        latest.run(client.status(), &receiver, [&](const auto&) { used.append(QStringLiteral("second")); });
        QVERIFY(QTest::qWaitFor([&] { return !used.isEmpty(); }, 5000));
        QTest::qWait(20);
        QCOMPARE(used, QStringList{QStringLiteral("second")});
    }

    void aCancelledCallThatHasNotBegunIsNotMade() {
        QSemaphore gate;
        std::atomic<int> calls = 0;
        InProcessTransport transport([&](const api::Call&) {
            ++calls;
            gate.acquire();
            return api::Reply{200, {}, "{}"};
        });
        std::vector<QFuture<api::Reply>> busy;
        for (int i = 0; i < 4; ++i) {
            busy.push_back(transport.send({"GET", "/", {}, {}}));
        }
        QVERIFY(QTest::qWaitFor([&] { return calls == 4; }, 5000));
        QFuture<api::Reply> waiting = transport.send({"GET", "/", {}, {}});
        waiting.cancel();
        gate.release(8);
        QVERIFY(QTest::qWaitFor([&] { return waiting.isFinished(); }, 5000));
        QCOMPARE(calls.load(), 4);
    }

    void theTokenIsSentAsBearer() {
        Line line(QStringLiteral("http"));
        (void)wait(AdminClient(*line.transport).status());
        QVERIFY(line.front->lastHead().contains("Authorization: Bearer ghat_test"));
        QVERIFY(!line.front->lastHead().toLower().contains("cookie:"));
    }

    void aTokenNeverTravelsInClearOverANetwork() {
        QVERIFY(!endpointProblem({QUrl(QStringLiteral("http://broker.example")), "ghat_x"}).isEmpty());
        QVERIFY(!endpointProblem({QUrl(QStringLiteral("ftp://127.0.0.1")), "ghat_x"}).isEmpty());
        QVERIFY(!endpointProblem({QUrl(QStringLiteral("not an address")), "ghat_x"}).isEmpty());
        QVERIFY(endpointProblem({QUrl(QStringLiteral("http://127.0.0.1:8480")), "ghat_x"}).isEmpty());
        QVERIFY(endpointProblem({QUrl(QStringLiteral("https://broker.example")), "ghat_x"}).isEmpty());
        HttpTransport transport({QUrl(QStringLiteral("http://broker.example")), "ghat_x"});
        QCOMPARE(wait(AdminClient(transport).status()).error().code, QStringLiteral("unreachable"));
    }

    void redirectsAreNotFollowed() {
        Line line(QStringLiteral("http"));
        line.broker.answerOnce("GET", "/admin/v1/status", {302, {{"Location", "/admin/v1/tenants"}}, {}});
        QCOMPARE(wait(AdminClient(*line.transport).status()).error().status, 302);
        QCOMPARE(line.broker.count("GET", "/admin/v1/tenants"), 0);
    }

    void aRefusedConnectionIsNamed() {
        QUrl nobody;
        {
            HttpFront gone([](const api::Call&) { return api::Reply{}; });
            nobody = gone.url();
        }
        HttpTransport transport({nobody, "ghat_x"});
        const auto status = wait(AdminClient(transport).status());
        QCOMPARE(status.error().status, 0);
        QVERIFY2(status.error().detail.contains(QStringLiteral("refused")), qPrintable(status.error().detail));
    }

    void eventsInProcessComeToTheGuiThread() {
        std::function<void(std::string_view, std::string_view)> tell;
        std::weak_ptr<void> subscription;
        InProcessFeed feed([&](auto onEvent) {
            tell = std::move(onEvent);
            auto handle = std::make_shared<int>(1);
            subscription = handle;
            return handle;
        });
        QSignalSpy received(&feed, &EventFeed::received);
        feed.start();
        QCOMPARE(feed.state(), EventFeed::State::Live);
        std::unique_ptr<QThread> other(QThread::create([&] { tell("flow", R"({"id":"f"})"); }));
        other->start();
        QVERIFY(received.wait(5000));
        QCOMPARE(received.first().first().value<Event>().name, QByteArray("flow"));
        other->wait();
        feed.stop();
        QVERIFY(subscription.expired());
        tell("flow", "{}"); // a call that was under way: must be harmless
        QCoreApplication::processEvents();
        QCOMPARE(received.count(), 1);
    }

    void eventsOverHttpAreReadAsTheyStream() {
        HttpFront front([](const api::Call&) { return api::Reply{404, {}, {}}; });
        HttpFeed feed({front.url(), "ghat_test"});
        QSignalSpy received(&feed, &EventFeed::received);
        feed.start();
        QVERIFY(QTest::qWaitFor([&] { return feed.state() == EventFeed::State::Live; }, 5000));
        QVERIFY(front.lastHead().contains("Authorization: Bearer ghat_test"));
        front.stream("id: 7\nevent: flow\ndata: {\"id\":");
        front.stream("\"f-1\"}\n\n: keep\n\n");
        QVERIFY(received.wait(5000));
        QCOMPARE(received.first().first().value<Event>(), (Event{"flow", R"({"id":"f-1"})", "7"}));
    }

    void aBrokenStreamIsPolledAndThenResumed() {
        HttpFront front([](const api::Call&) { return api::Reply{404, {}, {}}; });
        HttpFeed feed({front.url(), {}});
        feed.setPollInterval(10);
        feed.setFirstPause(50);
        QSignalSpy polls(&feed, &EventFeed::pollDue);
        feed.start();
        QVERIFY(QTest::qWaitFor([&] { return feed.state() == EventFeed::State::Live; }, 5000));
        front.stream("id: 9\nevent: status\ndata: {}\n\n");
        QSignalSpy received(&feed, &EventFeed::received);
        QVERIFY(received.wait(5000));
        front.dropStream();
        QVERIFY(QTest::qWaitFor([&] { return feed.state() == EventFeed::State::Polling; }, 5000));
        QVERIFY(polls.wait(5000));
        QVERIFY(QTest::qWaitFor([&] { return front.streamsOpened() == 2; }, 5000));
        QVERIFY(front.lastHead().contains("Last-Event-ID: 9"));
        QVERIFY(QTest::qWaitFor([&] { return feed.state() == EventFeed::State::Live; }, 5000));
    }

    void aBrokerWithoutStreamIsPolled() {
        HttpFront front([](const api::Call&) { return api::Reply{404, {}, {}}; });
        front.setStreamStatus(404);
        HttpFeed feed({front.url(), {}});
        feed.setPollInterval(10);
        QSignalSpy polls(&feed, &EventFeed::pollDue);
        feed.start();
        QVERIFY(polls.wait(5000));
        QCOMPARE(feed.state(), EventFeed::State::Polling);
    }
};

} // namespace gatehouse::tests

QTEST_GUILESS_MAIN(gatehouse::tests::TstTransport)
#include "tst_transport.moc"
