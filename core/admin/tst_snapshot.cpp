// SPDX-License-Identifier: Apache-2.0
// What a reset of a practice tenant puts back: the engine alone; tests/flows/tst_sandbox.cpp has the operations.
#include "admin/snapshot.h"
#include "admin/snapshot_tables.h"
#include "admin/tst_world.h"
#include "apps/logo.h"

namespace gatehouse::admin {

class SnapshotTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        for (const char* slug : {"acme", "evil"}) {
            m_world->addTenant(slug);
            const std::string path = std::string("/tenants/") + slug;
            for (const char* name : {"ann", "ben"}) {
                m_world->call("POST", path + "/users",
                              std::string("{'userName':'") + name + "','email':'" + name + "@" + slug +
                                  ".com','roles':[{'name':'member'}]}");
            }
            m_world->call("POST", path + "/groups", "{'name':'eng'}");
            m_world->call("POST", path + "/groups", "{'name':'sales'}");
            m_world->call("POST", path + "/apps", "{'name':'portal','redirectUris':['https://app.example/cb']}");
        }
        apps::App portal;
        portal.owner = id("acme");
        portal.id = AppId(first("/apps", "id"));
        QVERIFY(m_world->store->write([&](store::Writer& writer) {
            return apps::keepLogo(writer, portal, apps::Logo{"image/png", "a picture"});
        }));
        QVERIFY(take("acme"));
    }
    void cleanup() { m_world.reset(); }

    void everyColumnOfTheTablesIsKept() {
        const std::set<std::string> ofTheTenantItself{"slug", "kind", "status", "created_at"};
        for (const SnapshotTable& table : snapshotTables()) {
            std::set<std::string> known{std::string(table.tenant)};
            for (const SnapshotColumn& column : table.columns) {
                known.insert(std::string(column.name));
            }
            const Status read = m_world->store->read([&](store::Reader& reader) {
                return reader.query("SELECT name FROM pragma_table_info($1)", {table.name}, [&](const store::Row& row) {
                    const std::string column(row.text(0));
                    if (!known.contains(column) && (table.name != "tenants" || !ofTheTenantItself.contains(column))) {
                        QTest::qFail((std::string(table.name) + "." + column + " would not be put back").c_str(),
                                     __FILE__, __LINE__);
                    }
                    return true;
                });
            });
            QVERIFY(read);
        }
    }
    void withoutASnapshotThereIsNothingToGoBackTo() {
        QCOMPARE(putBack("evil").error().reason, std::string("sandbox.no_snapshot"));
    }
    void nothingChangedMeansNothingIsPutBack() {
        const auto done = putBack("acme");
        QVERIFY(done);
        QCOMPARE(done->rows, std::int64_t(0));
    }
    void aResetPutsEverythingBack() {
        const std::string before = checksum("acme");
        const std::string users = m_world->call("GET", "/tenants/acme/users").text;
        const std::string connection = first("/connections", "id");
        const std::string ann = idOf("/users", "userName", "ann");
        change("PATCH", "", "{'name':'Vandals','settings':{'sessionTtl':60}}");
        change("DELETE", "/users/" + ann);
        change("PATCH", "/users/" + idOf("/users", "userName", "ben"), "{'active':false,'displayName':'Broken'}");
        change("POST", "/users", "{'userName':'eve','email':'eve@acme.com'}");
        change("DELETE", "/connections/" + connection);
        change("POST", "/connections",
               "{'name':'other','type':'oidc','issuer':'https://other.com','clientId':'x','clientSecret':'y'}");
        change("DELETE", "/groups/" + idOf("/groups", "name", "eng"));
        change("POST", "/roles", "{'name':'boss','permissions':[]}");
        change("DELETE", "/apps/" + first("/apps", "id"));
        QCOMPARE(logo(), std::string());
        change("DELETE", "/domains/acme.com");
        QVERIFY(checksum("acme") != before);
        const auto done = putBack("acme");
        QVERIFY2(done, done ? "" : done.error().reason.c_str());
        QVERIFY(done->rows >= 9);
        QCOMPARE(checksum("acme"), before);
        QCOMPARE(done->snapshot.checksum, before);
        QCOMPARE(idOf("/users", "userName", "ann"), ann);
        QCOMPARE(first("/connections", "id"), connection);
        QCOMPARE(logo(), std::string("a picture"));
        QCOMPARE(m_world->call("GET", "/tenants/acme/users").items().size(), std::size_t(2));
        QVERIFY(putBack("acme")->rows == 0);
    }
    void aTableThatTheSnapshotDoesNotKnowYetStaysAsItIs() {
        const store::Sealer key = sealer("acme");
        const store::Place place{"sandbox_snapshots", key.tenant().text(), "sealed"};
        QVERIFY(m_world->store->write([&](store::Writer& writer) -> Status {
            std::string sealed;
            ENSURE(writer.query("SELECT sealed FROM sandbox_snapshots WHERE tenant = $1", {key.tenant().text()},
                                [&](const store::Row& row) {
                                    sealed = row.blob(0);
                                    return false;
                                }));
            TRY(text, key.open(place, sealed));
            TRY(kept, json::parseObject(text));
            kept.erase("app_logos");
            return writer
                .execute("UPDATE sandbox_snapshots SET sealed = $1 WHERE tenant = $2",
                         {store::Arg::blob(key.seal(place, json::write(kept))), key.tenant().text()})
                .map([](std::int64_t) {});
        }));
        change("POST", "/groups", "{'name':'late'}");
        QCOMPARE(putBack("acme")->rows, std::int64_t(1));
        QCOMPARE(logo(), std::string("a picture"));
    }
    void peopleAndGroupsThatSwappedNamesAreSortedOut() {
        const std::string before = checksum("acme");
        const std::string ann = "/users/" + idOf("/users", "userName", "ann");
        const std::string ben = "/users/" + idOf("/users", "userName", "ben");
        change("PATCH", ann, "{'userName':'x','email':'x@acme.com'}");
        change("PATCH", ben, "{'userName':'ann','email':'ann@acme.com'}");
        change("PATCH", ann, "{'userName':'ben','email':'ben@acme.com'}");
        const std::string eng = "/groups/" + idOf("/groups", "name", "eng");
        const std::string sales = "/groups/" + idOf("/groups", "name", "sales");
        change("PATCH", eng, "{'name':'x'}");
        change("PATCH", sales, "{'name':'eng'}");
        change("PATCH", eng, "{'name':'sales'}");
        const auto done = putBack("acme");
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        QCOMPARE(checksum("acme"), before);
    }
    void anotherTenantIsNotTouched() {
        const std::string evil = checksum("evil");
        change("DELETE", "/users/" + idOf("/users", "userName", "ann"));
        QVERIFY(putBack("acme"));
        QCOMPARE(checksum("evil"), evil);
    }
    void anEditorFromBeforeTheResetIsStale() {
        const std::string path = "/tenants/acme/users/" + idOf("/users", "userName", "ann");
        change("PATCH", path.substr(13), "{'displayName':'One'}");
        const std::string etag = m_world->call("GET", path).etag;
        QVERIFY(putBack("acme"));
        QCOMPARE(m_world->call("PATCH", path, "{'displayName':'Two'}", {{"If-Match", etag}}).status, 412);
    }
    void aDomainThatAnotherTenantProvedMeanwhileStopsTheReset() {
        change("POST", "/domains/acme.com/verify", "{'assert':true}");
        QVERIFY(take("acme"));
        change("DELETE", "/domains/acme.com");
        m_world->call("POST", "/tenants/evil/domains", "{'name':'acme.com'}");
        QCOMPARE(m_world->call("POST", "/tenants/evil/domains/acme.com/verify", "{'assert':true}").status, 200);
        const std::string before = checksum("acme");
        QCOMPARE(putBack("acme").error().reason, std::string("sandbox.reset_conflict"));
        QCOMPARE(checksum("acme"), before); // nothing half done
    }
    void oneTenantsSnapshotIsOfNoUseForAnother() {
        QVERIFY(take("evil"));
        QVERIFY(m_world->store->write([&](store::Writer& writer) {
            return writer.execute("UPDATE sandbox_snapshots SET sealed = (SELECT sealed FROM sandbox_snapshots WHERE "
                                  "tenant = $1) WHERE tenant = $2",
                                  {id("acme").text(), id("evil").text()});
        }));
        QCOMPARE(putBack("evil").error().reason, std::string("store.unseal_failed"));
    }
    void whatTheSnapshotHoldsIsNotReadableInTheFile() {
        bool found = false;
        QVERIFY(m_world->store->read([&](store::Reader& reader) {
            return reader.query("SELECT sealed FROM sandbox_snapshots", {}, [&](const store::Row& row) {
                found = row.blob(0).find("portal") != std::string_view::npos;
                return true;
            });
        }));
        QVERIFY(!found);
    }
    void renewingTakesSecretsAndAddressesAndNothingElse() {
        const std::string connection = first("/connections", "id");
        const std::string app = first("/apps", "id");
        const std::string then = checksum("acme");
        change("PATCH", "/connections/" + connection,
               "{'issuer':'https://new.acme.com','clientSecret':'new','displayName':'Vandalised'}");
        change("PATCH", "/apps/" + app, "{'redirectUris':['https://new.example/cb']}");
        change("POST", "/apps/" + app + "/rotate-secret");
        QVERIFY(m_world->store->write(
            [&](store::Writer& writer) { return renewSnapshot(writer, sealer("acme"), {{connection}, app}); }));
        QVERIFY(putBack("acme"));
        const Got shown = m_world->call("GET", "/tenants/acme/connections/" + connection);
        QCOMPARE(shown.member("issuer"), std::string("https://new.acme.com"));
        QVERIFY(shown.member("displayName") != "Vandalised");
        QVERIFY(m_world->call("GET", "/tenants/acme/apps/" + app).text.find("new.example") != std::string::npos);
        QVERIFY(checksum("acme") != then);
        QVERIFY(m_world->store->write([&](store::Writer& writer) {
            return renewSnapshot(writer, sealer("acme"), {{"gone"}, "gone"}); // and what is not there is left alone
        }));
    }
    void itGoesWithItsTenant() {
        QCOMPARE(m_world->call("DELETE", "/tenants/acme").status, 204);
        std::int64_t left = -1;
        QVERIFY(m_world->store->read([&](store::Reader& reader) {
            return reader.query("SELECT count(*) FROM sandbox_snapshots", {}, [&](const store::Row& row) {
                left = row.integer(0);
                return false;
            });
        }));
        QCOMPARE(left, std::int64_t(0));
    }

private:
    TenantId id(const std::string& slug) { return m_world->tenants.bySlug(slug)->id; }
    store::Sealer sealer(const std::string& slug) { return m_world->ring->sealerFor(id(slug)).value(); }
    Result<Snapshot> take(const std::string& slug) {
        return m_world->store->write([&](store::Writer& writer) {
            return takeSnapshot(writer, sealer(slug), {"no_email"}, m_world->clock.now());
        });
    }
    Result<PutBack> putBack(const std::string& slug) {
        const store::Sealer key = sealer(slug);
        auto done = m_world->store->write([&](store::Writer& writer) { return putBackSnapshot(writer, key); });
        m_world->connections->drop(key.tenant());
        m_world->apps->clear();
        return done;
    }
    std::string checksum(const std::string& slug) {
        return m_world->store
            ->read([&](store::Reader& reader) { return stateChecksum(reader, id(slug), {"no_email"}); })
            .value();
    }
    void change(const std::string& method, const std::string& path, const std::string& body = {}) {
        const Got got = m_world->call(method, "/tenants/acme" + path, body);
        QVERIFY2(got.status >= 200 && got.status < 300, (method + " " + path + " " + got.text).c_str());
    }
    /// Of the app; empty: none.
    std::string logo() {
        const std::string app = first("/apps", "id");
        const auto found =
            m_world->store->read([&](store::Reader& reader) { return apps::findLogo(reader, id("acme"), AppId(app)); });
        return *found ? (*found)->image : Bytes();
    }
    std::string first(const std::string& path, std::string_view member) {
        const json::Array items = m_world->call("GET", "/tenants/acme" + path).items();
        return items.empty() ? "" : std::string(json::stringMember(items.front().as_object(), member).value_or(""));
    }
    std::string idOf(const std::string& path, std::string_view member, std::string_view value) {
        for (const json::Value& item : m_world->call("GET", "/tenants/acme" + path).items()) {
            if (json::stringMember(item.as_object(), member) == value) {
                return std::string(json::stringMember(item.as_object(), "id").value_or(""));
            }
        }
        return {};
    }

    std::unique_ptr<World> m_world;
};

} // namespace gatehouse::admin

QTEST_GUILESS_MAIN(gatehouse::admin::SnapshotTest)
#include "tst_snapshot.moc"
