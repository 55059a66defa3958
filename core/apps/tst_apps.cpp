// SPDX-License-Identifier: Apache-2.0
// Apps in the store: found by their owner alone, written once each version, without their secrets in clear.
#include <QtTest>

#include "apps/apps.h"
#include "apps/console_app.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using apps::App;
using test::TestStore;

class TestApps : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(apps::migrations());
        m_cache = std::make_unique<apps::AppCache>(**m_store);
    }

    void anAppIsReadBackAsItWasWritten() {
        App app = make("a1", acme(), "portal");
        app.secrets = {apps::makeSecret().kept, apps::makeSecret().kept};
        app.secrets.front().expiresAt = TestStore::kNow;
        QVERIFY(insert(app));
        const App found = find(acme(), "a1").value();
        QCOMPARE(json::write(apps::toJson(found)), json::write(apps::toJson(app)));
        QCOMPARE(found.secrets.size(), std::size_t(2));
        QCOMPARE(found.secrets.back().hash, app.secrets.back().hash);
        QVERIFY(found.secrets.front().expiresAt == TestStore::kNow);
        QVERIFY(!found.secrets.back().expiresAt);
        QVERIFY(json::write(apps::toJson(found)).find("ecret\":\"") == std::string::npos);
    }
    void anAppOfAnotherOwnerIsNotFound() {
        QVERIFY(insert(make("a1", acme(), "portal")));
        QCOMPARE(find(evil(), "a1").error().reason, std::string("apps.not_found"));
        QVERIFY(!(*m_store)->write([&](store::Writer& writer) { return apps::remove(writer, evil(), AppId("a1")); }));
        App stolen = make("a1", evil(), "portal");
        QCOMPARE(update(stolen).error().reason, std::string("apps.stale"));
        QVERIFY(find(acme(), "a1"));
    }
    void aClientIdIsTakenOncePerOwner() {
        QVERIFY(insert(make("a1", acme(), "portal")));
        QCOMPARE(insert(make("a2", acme(), "portal")).error().reason, std::string("apps.client_id_taken"));
        QVERIFY(insert(make("a2", evil(), "portal")));
        QVERIFY(insert(make("a3", acme(), "other")));
        App renamed = find(acme(), "a3").value();
        renamed.clientId = "portal";
        QCOMPARE(update(renamed).error().reason, std::string("apps.client_id_taken"));
    }
    void aVersionIsWrittenOnce() {
        QVERIFY(insert(make("a1", acme(), "portal")));
        App one = find(acme(), "a1").value();
        App two = one;
        one.name = "first";
        two.name = "second";
        QVERIFY(update(one));
        QCOMPARE(one.version, std::int64_t(2));
        QCOMPARE(update(two).error().reason, std::string("apps.stale"));
        QCOMPARE(find(acme(), "a1")->name, std::string("first"));
    }
    void aListGoesOnWhereItStopped() {
        for (const char* id : {"a1", "a2", "a3"}) {
            QVERIFY(insert(make(id, acme(), std::string("client-") + id)));
        }
        QVERIFY(insert(make("b1", evil(), "client-b1")));
        const auto first = list("", "", 2);
        QCOMPARE(first.items.size(), std::size_t(2));
        QVERIFY(first.nextCursor.has_value());
        const auto rest = list("", *first.nextCursor, 2);
        QCOMPARE(rest.items.size(), std::size_t(1));
        QCOMPARE(rest.items.front().id.text(), std::string("a3"));
        QVERIFY(!rest.nextCursor);
        QCOMPARE(list("CLIENT-A2", "", 10).items.size(), std::size_t(1));
        QVERIFY(list("nothing", "", 10).items.empty());
    }
    void anIssuerFindsItsOwnAppsThenThoseOfTheFrontDoorThatServeIt() {
        QVERIFY(insert(make("a1", acme(), "portal")));
        App suite = make("p1", platformTenant(), "suite");
        suite.allTenants = false;
        suite.tenants = {"acme"};
        QVERIFY(insert(suite));
        QCOMPARE((*m_cache->find(acme(), "acme", "portal"))->id.text(), std::string("a1"));
        QCOMPARE((*m_cache->find(acme(), "acme", "suite"))->id.text(), std::string("p1"));
        QCOMPARE((*m_cache->find(platformTenant(), "", "suite"))->id.text(), std::string("p1"));
        for (const auto& [tenant, slug, client] :
             {std::tuple(evil(), "evil", "suite"), std::tuple(evil(), "evil", "portal"),
              std::tuple(platformTenant(), "", "portal"), std::tuple(acme(), "acme", ""),
              std::tuple(acme(), "acme", "PORTAL")}) {
            QCOMPARE(m_cache->find(tenant, slug, client).error().reason, std::string("apps.not_found"));
        }
        QVERIFY(!m_cache->find(acme(), "acme", std::string(201, 'a')));
    }
    void theConsolesAppIsKnownEverywhereUnlessSomebodyRegisteredItsName() {
        apps::AppCache cache(**m_store, std::make_shared<const App>(apps::consoleApp("https://id.example")));
        for (const auto& [tenant, slug] :
             {std::pair(acme(), "acme"), std::pair(evil(), "evil"), std::pair(platformTenant(), "")}) {
            const auto found = cache.find(tenant, slug, "gatehouse-console");
            QVERIFY(found && (*found)->id == apps::consoleAppId());
            QVERIFY(cache.get(tenant, apps::consoleAppId()));
        }
        QVERIFY(!cache.find(acme(), "acme", "gatehouse-consol"));
        QVERIFY(!m_cache->find(acme(), "acme", "gatehouse-console")); // only where it was built in
        QVERIFY(insert(make("a1", acme(), "gatehouse-console")));
        QCOMPARE((*cache.find(acme(), "acme", "gatehouse-console"))->id.text(), std::string("a1"));
        QCOMPARE((*cache.find(evil(), "evil", "gatehouse-console"))->id, apps::consoleAppId());
    }
    void theConsolesAppKeepsTheRulesOfEveryApp() {
        App read;
        Problems problems;
        apps::readJson(apps::toJson(apps::consoleApp("https://id.example")), read, problems);
        QVERIFY(problems.empty());
        QVERIFY(read.type == apps::Type::Native && read.auth == apps::Auth::None && read.secrets.empty());
        QCOMPARE(read.scopes, std::vector<std::string>{"admin"});
        QCOMPARE(read.audiences, std::vector<std::string>{"https://id.example/admin/v1"});
    }
    void aChangeShowsOnceTheCacheIsCleared() {
        QVERIFY(insert(make("a1", acme(), "portal")));
        QVERIFY(m_cache->find(acme(), "acme", "portal"));
        QVERIFY(m_cache->get(acme(), AppId("a1")));
        QVERIFY((*m_store)->write([&](store::Writer& writer) { return apps::remove(writer, acme(), AppId("a1")); }));
        m_cache->clear();
        QVERIFY(!m_cache->find(acme(), "acme", "portal"));
        QVERIFY(!m_cache->get(acme(), AppId("a1")));
    }

private:
    const TenantId& acme() { return m_store->acme().id; }
    const TenantId& evil() { return m_store->evil().id; }
    static App make(const std::string& id, const TenantId& owner, const std::string& clientId) {
        App app;
        app.id = AppId(id);
        app.owner = owner;
        app.clientId = clientId;
        app.name = "App " + id;
        app.redirectUris = {"https://app.example/cb"};
        app.createdAt = app.updatedAt = TestStore::kNow;
        return app;
    }
    Status insert(const App& app) {
        return (*m_store)->write([&](store::Writer& writer) { return apps::insert(writer, app); });
    }
    Status update(App& app) {
        return (*m_store)->write([&](store::Writer& writer) { return apps::update(writer, app); });
    }
    Result<App> find(const TenantId& owner, const char* id) {
        return (*m_store)->read([&](store::Reader& reader) { return apps::find(reader, owner, AppId(id)); });
    }
    apps::Page list(const char* query, const std::string& cursor, std::size_t limit) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return apps::list(reader, acme(), query, cursor, limit); })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<apps::AppCache> m_cache;
};

QTEST_GUILESS_MAIN(TestApps)
#include "tst_apps.moc"
