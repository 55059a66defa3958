// SPDX-License-Identifier: Apache-2.0
// What Microsoft Entra ID's provisioning service is documented to send (tests/data/scim/entra), in its order, to a real
// service: every request gets the status that Entra expects, and people and groups end as they should.
#include <QtTest>

#include "tests/flows/scim_client.h"

namespace gatehouse::flows {

class ScimEntra : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_world = std::make_unique<World>();
        m_world->admin("PATCH", m_world->acme.path(), {{"settings", {{"scim", {{"requestsPerSecond", 100000}}}}}});
        m_entra = std::make_unique<ScimClient>(*m_world, m_world->acme);
        QFile file(QStringLiteral(GATEHOUSE_TEST_DATA "/scim/entra/requests.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const json::Object catalogue = json::parseObject(file.readAll().toStdString()).value();
        for (const json::Value& each : catalogue.at("requests").as_array()) {
            m_requests.emplace(textAt(each.as_object(), "/id"), each.as_object());
        }
    }
    void cleanupTestCase() {
        m_entra.reset();
        m_world.reset();
    }

    void theConnectionTestFindsNobody() {
        const json::Object list = expected("test-connection").object();
        QCOMPARE(list.at("totalResults"), json::Value(0));
        QVERIFY(list.at("Resources").as_array().empty());
    }
    void aPersonIsMadeFoundChangedDisabledAndDeleted() {
        const Answer made = expected("create-user");
        m_id = made.text("id");
        QVERIFY(!m_id.empty());
        QCOMPARE(std::string(made.headers.get("Location").value_or("")), m_entra->url + "/Users/" + m_id);
        QCOMPARE(expected("get-user").text("id"), m_id);
        QCOMPARE(expected("get-user-404").text("status"), std::string("404"));
        QCOMPARE(total(expected("query-username")), 1);
        QCOMPARE(total(expected("query-username-none")), 0);
        QCOMPARE(scimTypeOf(sent("query-externalid-unquoted")), std::string("invalidFilter"));
        (void)expected("patch-multi");
        json::Object person = m_entra->get("/Users/" + m_id);
        QCOMPARE(textAt(person, "/emails/0/value"), std::string("updatedEmail@microsoft.com"));
        QCOMPARE(textAt(person, "/name/familyName"), std::string("updatedFamilyName"));
        (void)expected("query-work-email");
        (void)expected("patch-username");
        QCOMPARE(textAt(m_entra->get("/Users/" + m_id), "/userName"),
                 std::string("5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com"));
        (void)expected("add-single-string");
        (void)expected("add-single-string-compliant");
        (void)expected("replace-many");
        (void)expected("replace-many-compliant");
        QVERIFY(!textAt(m_entra->get("/Users/" + m_id),
                        "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber")
                     .empty());
        for (const char* disabling : {"disable-user", "disable-user-string", "disable-user-compliant"}) {
            (void)expected(disabling);
            QCOMPARE(m_entra->get("/Users/" + m_id).at("active"), json::Value(false));
            QCOMPARE(m_entra->patch("/Users/" + m_id, "[{'op':'Replace','path':'active','value':'True'}]").status, 200);
            QCOMPARE(m_entra->get("/Users/" + m_id).at("active"), json::Value(true));
        }
    }
    void aManagerIsNamedInEveryWay() {
        for (const char* way : {"manager-add-array", "manager-add-string"}) {
            QCOMPARE(sent(way).status, 200);
            QVERIFY2(!textAt(m_entra->get("/Users/" + m_id),
                             "/urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value")
                          .empty(),
                     way);
        }
        (void)expected("query-manager");
    }
    void aGroupIsMadeRenamedFilledEmptiedAndDeleted() {
        m_group = expected("create-group").text("id");
        QVERIFY(!m_group.empty());
        QVERIFY(!expected("get-group-nomembers").object().contains("members"));
        (void)expected("rename-group");
        QCOMPARE(total(expected("query-group-displayname")), 0); // it has another name now
        const std::string bystander = m_entra->addUser("bystander");
        QCOMPARE(
            m_entra
                ->patch("/Groups/" + m_group, "[{'op':'Add','path':'members','value':[{'value':'" + bystander + "'}]}]")
                .status,
            204);
        for (const char* removal : {"group-remove-member", "group-remove-member-compliant"}) {
            (void)expected("group-add-member");
            QCOMPARE(members(), QString::fromStdString(std::min(bystander, m_id) + " " + std::max(bystander, m_id)));
            QCOMPARE(total(expected("query-member")), 1);
            (void)expected(removal);
            QCOMPARE(members(), QString::fromStdString(bystander)); // who was not named stays
        }
        (void)expected("delete-group");
        QCOMPARE(m_entra->send("GET", "/Groups/" + m_group).status, 404);
    }
    void aDeletedPersonIsGoneAndTheNameIsFree() {
        (void)expected("delete-user");
        QCOMPARE(m_entra->send("GET", "/Users/" + m_id).status, 404);
        QCOMPARE(m_entra->patch("/Users/" + m_id, "[{'op':'Replace','path':'active','value':false}]").status, 404);
        const Answer again = expected("create-user");
        QVERIFY(again.text("id") != m_id);
    }
    void theSchemasAreAListInCamelCaseWithoutNulls() {
        const Answer answer = expected("schemas");
        QVERIFY(answer.object().at("Resources").is_array());
        QVERIFY(answer.body.find("\"readWrite\"") != std::string::npos);
        QVERIFY(answer.body.find("null") == std::string::npos);
    }
    void nullsAndUnknownSchemasAreNoHarmButUnknownAttributesAreRefused() {
        const Answer answer = sent("create-user-nulls");
        QVERIFY2(answer.status == 201 || scimTypeOf(answer) == "invalidSyntax", answer.body.c_str());
    }

private:
    static std::string replaced(std::string text, const std::string& what, const std::string& with) {
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
            text.replace(at, what.size(), with);
        }
        return text;
    }
    /// The request of the catalogue, about the person and the group that there are.
    Answer sent(const std::string& id) {
        const json::Object& request = m_requests.at(id);
        std::string path = textAt(request, "/path");
        const std::string mine = path.starts_with("/Groups") ? m_group : m_id;
        path = replaced(replaced(replaced(path, "{id}", mine), "<user>", m_id), "<group>", m_group);
        if (const std::size_t query = path.find('?'); query != std::string::npos) {
            std::string encoded = path.substr(0, query);
            std::size_t from = query + 1;
            for (char mark = '?'; from <= path.size(); mark = '&') {
                const std::size_t to = std::min(path.find('&', from), path.size());
                const std::string pair = path.substr(from, to - from);
                const std::size_t equals = pair.find('=');
                encoded += mark + pair.substr(0, equals + 1) + inQuery(pair.substr(equals + 1));
                from = to + 1;
            }
            path = encoded;
        }
        std::string body;
        if (const json::Value* value = json::member(request, "body")) {
            body = json::write(*value);
            for (const char* placeholder : {"<user>", "{id}", "{user}"}) {
                body = replaced(body, placeholder, m_id);
            }
            if (id.starts_with("group-")) { // the catalogue's member is our person
                json::Value parsed = json::parse(body).value();
                nameMember(parsed);
                body = json::write(parsed);
            }
        }
        if (body.empty()) {
            return m_entra->send(textAt(request, "/method"), path);
        }
        return m_entra->send(textAt(request, "/method"), path, json::parseObject(body).value());
    }
    void nameMember(json::Value& patch) {
        for (json::Value& operation : patch.at("Operations").as_array()) {
            if (json::Value* path = operation.as_object().if_contains("path")) {
                const std::string text(json::view(path->as_string()));
                if (const std::size_t bracket = text.find('['); bracket != std::string::npos) {
                    *path = "members[value eq \"" + m_id + "\"]";
                }
            }
            if (json::Value* value = operation.as_object().if_contains("value");
                value != nullptr && value->is_array()) {
                value->as_array().front().as_object()["value"] = m_id;
            }
        }
    }
    Answer expected(const std::string& id) {
        Answer answer = sent(id);
        const json::Value* status = json::member(m_requests.at(id), "expected_status");
        if (status == nullptr || answer.status != int(status->as_int64())) {
            const std::string what = id + ": " + std::to_string(answer.status) + " " + answer.body;
            QTest::qFail(what.c_str(), __FILE__, __LINE__);
        }
        return answer;
    }
    static std::int64_t total(const Answer& answer) {
        return json::integerMember(answer.object(), "totalResults").value_or(-1);
    }
    QString members() {
        QStringList ids;
        const json::Object group = m_entra->get("/Groups/" + m_group);
        if (const json::Array* list = json::arrayMember(group, "members")) {
            for (const json::Value& each : *list) {
                ids << QString::fromStdString(textAt(each.as_object(), "/value"));
            }
        }
        ids.sort();
        return ids.join(' ');
    }

    std::unique_ptr<World> m_world;
    std::unique_ptr<ScimClient> m_entra;
    std::map<std::string, json::Object> m_requests;
    std::string m_id;
    std::string m_group;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ScimEntra)
#include "tst_scim_entra.moc"
