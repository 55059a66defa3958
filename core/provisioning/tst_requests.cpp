// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "crypto/random.h"
#include "provisioning/requests.h"
#include "provisioning/schema.h"
#include "tests/support/test_store.h"

namespace gatehouse::provisioning {

using test::TestStore;

class TestRequests : public QObject {
    Q_OBJECT

private slots:
    void init() { m_store = std::make_unique<TestStore>(migrations()); }

    void aRequestIsReadAsItWasKept() {
        Request request = make("PATCH", "/Users/u1", 200);
        request.resourceId = "u1";
        request.body = "{\"a\":1}";
        request.changes = {{"title", nullptr, json::Value("Boss")}};
        keep(request);
        const Request read = find(request.id).value();
        QCOMPARE(read.method, request.method);
        QCOMPARE(read.path, request.path);
        QCOMPARE(read.body, request.body);
        QVERIFY(read.changes == request.changes);
        QCOMPARE(read.time, request.time);
    }
    void anotherTenantDoesNotFindIt() {
        const Request request = make("GET", "/Users", 200);
        keep(request);
        const auto found = (*m_store)->read([&](store::Reader& reader) {
            return findRequest(reader, TestStore::sealerFor(m_store->evil()), request.id);
        });
        QCOMPARE(found.error().reason, std::string("scim_request.not_found"));
    }
    void theNewestComeFirstPageByPage() {
        for (int i = 0; i < 5; ++i) {
            keep(make(i % 2 == 0 ? "GET" : "POST", "/Users", i == 3 ? 409 : 200));
        }
        const RequestPage first = list({}, {}, 3);
        QCOMPARE(first.items.size(), std::size_t(3));
        QVERIFY(first.items[0].id > first.items[1].id);
        const RequestPage second = list({}, *first.nextCursor, 3);
        QCOMPARE(second.items.size(), std::size_t(2));
        QVERIFY(!second.nextCursor);
        QCOMPARE(list({.client = "", .resource = "", .onlyFailures = true, .onlyChanges = false}, {}, 10).items.size(),
                 std::size_t(1));
        QCOMPARE(list({.client = "", .resource = "", .onlyFailures = false, .onlyChanges = true}, {}, 10).items.size(),
                 std::size_t(2));
        QCOMPARE(list({.client = "nobody", .resource = "", .onlyFailures = false, .onlyChanges = false}, {}, 10)
                     .items.size(),
                 std::size_t(0));
    }
    void theOldestAreForgotten() {
        for (int i = 0; i < 5; ++i) {
            keep(make("GET", "/Users", 200));
        }
        QCOMPARE(forget(Seconds(86400), 3), 2);
        QCOMPARE(list({}, {}, 10).items.size(), std::size_t(3));
        m_now += Seconds(86401);
        QCOMPARE(forget(Seconds(86400), 3), 3);
    }
    void passwordsAreHiddenWhereverTheyStand_data() {
        QTest::addColumn<QByteArray>("body");
        for (const char* each :
             {"{'password':'hunter2'}", "{'Password':'hunter2','a':1}",
              "{'Operations':[{'op':'replace','path':'password','value':'hunter2'}]}",
              "{'Operations':[{'value':{'urn:ietf:params:scim:schemas:core:2.0:User:password':'hunter2'}}]}",
              "{'Operations':[{'op':'add','PATH':'urn:ietf:params:scim:schemas:core:2.0:User:password','value':'"
              "hunter2'}]}",
              "{'password':'hunter2'", "{'Operations':[{'data':{'password':['hunter2']}}]}"}) {
            QTest::newRow(each) << QByteArray(each);
        }
    }
    void passwordsAreHiddenWhereverTheyStand() {
        QFETCH(QByteArray, body);
        QVERIFY(withoutPasswords(body.replace('\'', '"').toStdString()).find("hunter2") == std::string::npos);
    }
    void aBodyWithoutOneStaysAsItIs() {
        const std::string body = "{ \"userName\" : \"ann\" }";
        QCOMPARE(withoutPasswords(body), body);
    }

private:
    Request make(const char* method, const char* path, int status) {
        Request request;
        m_now += Milliseconds(5);
        request.id = crypto::newUuid(m_now);
        request.time = m_now;
        request.method = method;
        request.path = path;
        request.status = status;
        request.clientId = "t1";
        return request;
    }
    void keep(const Request& request) {
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return insertRequest(writer, m_store->sealer(), request); }));
    }
    Result<Request> find(const std::string& id) {
        return (*m_store)->read([&](store::Reader& reader) { return findRequest(reader, m_store->sealer(), id); });
    }
    RequestPage list(const RequestFilter& filter, const std::string& cursor, std::size_t limit) {
        return (*m_store)
            ->read(
                [&](store::Reader& reader) { return listRequests(reader, m_store->sealer(), filter, cursor, limit); })
            .value();
    }
    std::int64_t forget(Seconds age, std::int64_t most) {
        return (*m_store)
            ->write([&](store::Writer& writer) -> Result<std::int64_t> {
                TRY(last, requestsToForget(writer, m_store->acme().id, m_now, age, most));
                return last.empty() ? Result<std::int64_t>(0) : forgetRequests(writer, m_store->acme().id, last);
            })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    Time m_now = TestStore::kNow;
};

} // namespace gatehouse::provisioning

QTEST_GUILESS_MAIN(gatehouse::provisioning::TestRequests)
#include "tst_requests.moc"
