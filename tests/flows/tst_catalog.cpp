// SPDX-License-Identifier: Apache-2.0
// The data catalog: described by an administrator, written by a directory, read by everybody.
#include <QtTest>

#include "catalog/scim_extension.h"
#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class Catalog : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        m_scim = std::make_unique<ScimClient>(*m_world, m_world->acme);
    }
    void cleanup() {
        m_scim.reset();
        m_world.reset();
    }

    void makesAnExtensionThatADirectoryWrites() {
        QCOMPARE(m_scim->send("POST", "/Users", withBadge("ann", "B-1")).status, 400); // nobody described it
        add("badge");
        add("clearance", {{"allowedValues", json::Array{"low", "high"}}});
        add("sites", {{"multiValued", true}});

        const std::string ann = m_scim->addUser(
            "ann", {{kUrn, {{"badge", "B-1"}, {"clearance", "low"}, {"sites", json::Array{"Bonn", "Kiel"}}}}});
        QCOMPARE(textAt(m_scim->get("/Users/" + ann), "/" + std::string(kUrn) + "/badge"), std::string("B-1"));
        QCOMPARE(m_scim->find(std::string(kUrn) + ":badge eq 'B-1'").at("totalResults").as_int64(), 1);
        QCOMPARE(m_scim->find(std::string(kUrn) + ":sites eq 'Kiel'").at("totalResults").as_int64(), 1);
        m_scim->patch("/Users/" + ann, "[{'op':'replace','path':'" + std::string(kUrn) + ":badge','value':'B-2'}]");
        QCOMPARE(textAt(m_world->user(m_world->acme, "ann@acme.example"), "/attributes/badge"), std::string("B-2"));

        const Answer refused = m_scim->patch("/Users/" + ann, "[{'op':'replace','path':'" + std::string(kUrn) +
                                                                  ":clearance','value':'top'}]");
        QCOMPARE(refused.status, 400);
        QCOMPARE(scimTypeOf(refused), std::string("invalidValue"));
    }

    void isSeenByDirectoriesAsASchema() {
        const auto extensions = [&] {
            const json::Object type = m_scim->get("/ResourceTypes/User");
            return type.at("schemaExtensions").as_array().size();
        };
        QCOMPARE(extensions(), std::size_t(1));
        add("badge", {{"description", "The number on the badge"}});
        QCOMPARE(extensions(), std::size_t(2));
        const json::Object schema = m_scim->get("/Schemas/" + std::string(kUrn));
        QCOMPARE(textAt(schema, "/attributes/0/name"), std::string("badge"));
        QCOMPARE(textAt(schema, "/attributes/0/description"), std::string("The number on the badge"));
        QCOMPARE(ScimClient(*m_world, m_world->evil).send("GET", "/Schemas/" + std::string(kUrn)).status, 404);
    }

    void forgetsWhatIsNoLongerDescribed() {
        const std::string id = add("badge");
        const std::string ann = m_scim->addUser("ann", {{kUrn, {{"badge", "B-1"}}}});
        m_world->admin("DELETE", m_world->acme.path("/catalog/" + id));
        QVERIFY(!m_scim->get("/Users/" + ann).contains(kUrn));
        QCOMPARE(m_scim->patch("/Users/" + ann, "[{'op':'replace','path':'title','value':'Lead'}]").status, 200);
        add("badge", {{"type", "integer"}}); // what was a text before
        QVERIFY(!m_scim->get("/Users/" + ann).contains(kUrn));
    }

    void countsItsVersions() {
        QCOMPARE(published().at("version").as_int64(), 0);
        const std::string id = add("badge", {{"use", json::Array{"Doors"}}, {"categories", json::Array{"Employment"}}});
        m_world->admin("PATCH", m_world->acme.path("/catalog/" + id), {{"description", "The badge"}});
        const json::Object changed = m_world->admin("GET", m_world->acme.path("/catalog/" + id));
        QCOMPARE(changed.at("version").as_int64(), 2);
        const json::Object all = published();
        QCOMPARE(all.at("version").as_int64(), 2);
        QCOMPARE(textAt(all, "/elements/0/scimPath"), std::string(kUrn) + ":badge");
        QCOMPARE(textAt(all, "/elements/0/use/0"), std::string("Doors"));
        QCOMPARE(m_world->adminStatus("PATCH", m_world->acme.path("/catalog/" + id), {{"type", "integer"}}), 422);
        QCOMPARE(m_world->adminStatus("POST", m_world->acme.path("/catalog"), {{"name", "BADGE"}}), 409);
        m_world->admin("DELETE", m_world->acme.path("/catalog/" + id));
        QCOMPARE(published().at("version").as_int64(), 3);
    }

    void isReadByEverybody() {
        add("badge", {{"description", "<b>The badge</b>"}});
        http::OutboundRequest request;
        request.url = m_world->url + "/t/acme/catalog";
        const Answer first = exchange(*m_world->client, request);
        request.headers.set("If-None-Match", std::string(*first.headers.get("ETag")));
        QCOMPARE(exchange(*m_world->client, request).status, 304);
        request.headers = {};
        request.headers.set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.headers.set("Accept-Language", "de");
        const Answer page = exchange(*m_world->client, request);
        QVERIFY(page.headers.get("Content-Type").value_or("").starts_with("text/html"));
        QVERIFY(page.body.find("&lt;b&gt;The badge") != std::string::npos);
        QVERIFY(page.body.find("Was über Personen bekannt ist") != std::string::npos);
        request.url = m_world->url + "/t/evil/catalog";
        QVERIFY(exchange(*m_world->client, request).body.find("badge") == std::string::npos);
    }

private:
    static constexpr std::string_view kUrn = catalog::kExtensionSchema;

    std::string add(const std::string& name, const json::Object& more = {}) {
        json::Object body{{"name", name}};
        for (const auto& [member, value] : more) {
            body[member] = value;
        }
        return textAt(m_world->admin("POST", m_world->acme.path("/catalog"), body), "/id");
    }
    static json::Object withBadge(const std::string& name, const std::string& badge) {
        return scimUser(name, {{kUrn, {{"badge", badge}}}});
    }
    json::Object published() {
        http::OutboundRequest request;
        request.url = m_world->url + "/t/acme/catalog";
        return exchange(*m_world->client, request).object();
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_scim;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::Catalog)
#include "tst_catalog.moc"
