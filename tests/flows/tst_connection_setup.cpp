// SPDX-License-Identifier: Apache-2.0
// What the wizard needs before a connection exists: an id of its choice, a test of the draft, and what hangs on it.
#include <mutex>

#include <QtTest>

#include "base/encoding.h"
#include "tests/flows/world.h"

namespace gatehouse::flows {

namespace {

constexpr const char* kId = "019aa7f0-1234-7abc-8def-0123456789ab";

} // namespace

class ConnectionSetup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        m_tenant = world().addTenant("tenant-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
    }

    // The id.
    void anIdMayBeChosenSoThatTheRedirectUriIsKnownBefore() {
        json::Object draft = document();
        draft["id"] = kId;
        const json::Object made = world().admin("POST", connections(), draft);
        QCOMPARE(json::stringMember(made, "id"), std::optional(std::string_view(kId)));
        QCOMPARE(json::stringMember(made, "redirectUri"),
                 std::optional(std::string_view(world().url + "/sso/oidc/" + kId + "/callback")));
        draft["name"] = "another";
        QCOMPARE(refusal(connections(), draft), QString("/id taken"));
        // Nor in another tenant: the callback names the connection alone.
        QCOMPARE(refusal(world().evil.path("/connections"), draft), QString("/id taken"));
        world().admin("DELETE", connections() + "/" + kId);
        draft["name"] = "again";
        QCOMPARE(world().adminStatus("POST", connections(), draft), 201); // an undone deletion gets its id back
        world().admin("DELETE", connections() + "/" + kId);
    }
    void whatIsNoIdOfOursIsRefused_data() {
        QTest::addColumn<QString>("id");
        for (const char* each : {"x", "019aa7f0-1234-4abc-8def-0123456789ab", "019AA7F0-1234-7ABC-8DEF-0123456789AB",
                                 "019aa7f0-1234-7abc-0def-0123456789ab", "019aa7f012347abc8def0123456789ab",
                                 "019aa7f0-1234-7abc-8def-0123456789a/"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void whatIsNoIdOfOursIsRefused() {
        QFETCH(QString, id);
        json::Object draft = document();
        draft["id"] = id.toStdString();
        QCOMPARE(refusal(connections(), draft), QString("/id out_of_range"));
    }
    void anEmptyIdIsNoChoice() {
        json::Object draft = document();
        draft["id"] = "";
        draft["name"] = "chosen-by-the-broker";
        QCOMPARE(world().adminStatus("POST", connections(), draft), 201);
    }
    void theIdStaysOnceItIsMade() {
        const std::string path = connections() + "/" + m_tenant.connection;
        QCOMPARE(world().adminStatus("PATCH", path, {{"id", kId}}), 422);
        QCOMPARE(world().adminStatus("PATCH", path, {{"id", m_tenant.connection}, {"displayName", "Same"}}), 200);
    }

    // The draft.
    void aDraftIsTestedAndNothingIsSaved() {
        const std::string before = json::write(json::Value(world().list(connections())));
        const json::Object result = world().admin("POST", connections() + "/test", document());
        QCOMPARE(status(result, "client"), std::string("ok"));
        QCOMPARE(status(result, "sign_in"), std::string("skipped"));
        QCOMPARE(json::write(json::Value(world().list(connections()))), before);
        QVERIFY(world().list(m_tenant.path("/flows")).empty());
        QVERIFY(json::write(result).find("a-drafts-secret") == std::string::npos);
    }
    void anAddressThatIsNoneIsTheFirstStagesToName() {
        json::Object draft = document();
        draft["issuer"] = "idp.example";
        QCOMPARE(status(world().admin("POST", connections() + "/test", draft), "address"), std::string("fail"));
    }
    void aDraftWithOtherFaultsIsRefused() {
        json::Object draft = document();
        draft["clientAuth"] = "magic";
        QCOMPARE(refusal(connections() + "/test", draft), QString("/clientAuth unknown_value"));
        draft = document();
        draft["clientId"] = "";
        QCOMPARE(refusal(connections() + "/test", draft), QString("/clientId required"));
    }
    void aDraftOfASavedConnectionUsesItsSecret() {
        const int before = world().company.calls("/token");
        const json::Object result =
            world().admin("POST", connections() + "/test", {{"id", m_tenant.connection}, {"displayName", "New"}});
        QCOMPARE(status(result, "client"), std::string("ok"));
        QCOMPARE(world().company.calls("/token"), before + 1);
        QVERIFY(world().company.lastProof().find("Basic ") == 0);
    }
    void theSavedSecretGoesToNoOtherIssuer() {
        const int before = world().stranger.calls("/token");
        QCOMPARE(refusal(connections() + "/test", {{"id", m_tenant.connection}, {"issuer", world().stranger.issuer()}}),
                 QString("/clientSecret secret_required"));
        QCOMPARE(world().stranger.calls("/token"), before);
    }
    void theConnectionOfAnotherTenantLendsNoSecret() {
        // To this tenant there is no such connection: the id may be chosen, and the secret is missing.
        const int before = world().company.calls("/token");
        const json::Object draft{
            {"id", m_tenant.connection}, {"issuer", world().company.issuer()}, {"clientId", "gatehouse"}};
        (void)world().admin("POST", world().evil.path("/connections/test"), draft);
        QCOMPARE(world().company.calls("/token"), before + 1);
        QVERIFY(world().company.lastProof().find("upstream-secret") == std::string::npos);
        QCOMPARE(world().company.lastProof(), "Basic " + base64Encode("gatehouse:"));
    }
    void theStagesAreToldOneByOneToWhoeverListens() {
        std::mutex mutex;
        std::vector<std::string> told;
        const auto listening = world().broker->subscribe([&](std::string_view event, std::string_view data) {
            const std::lock_guard lock(mutex);
            if (event == "test") {
                told.emplace_back(data);
            }
        });
        (void)world().admin("POST", connections() + "/test?run=run-1", document());
        QTRY_VERIFY([&] {
            const std::lock_guard lock(mutex);
            return told.size() == 9;
        }());
        QVERIFY(told.front().find("\"run\":\"run-1\"") != std::string::npos);
        QVERIFY(told.front().find("\"tenant\":\"" + m_tenant.slug + "\"") != std::string::npos);
        QVERIFY(told.front().find("\"name\":\"address\"") != std::string::npos);
        QVERIFY(told.back().find("\"name\":\"clock\"") != std::string::npos);
        (void)world().admin("POST", connections() + "/test", document()); // nobody asked for its stages
        QCOMPARE(told.size(), std::size_t(9));
    }

    // What hangs on it.
    void theUsageCountsPeopleSessionsAppsAndLogins() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_tenant.app);
        world().company.person(person("bob", m_tenant.slug + ".example"));
        Browser other = world().browser();
        (void)world().tokensFor(other, m_tenant.app);
        QCOMPARE(usage("/connections/" + m_tenant.connection + "/usage"),
                 std::string(R"({"users":2,"sessions":2,"apps":1,"logins24h":2})"));
        const std::string unused = world().addConnection(m_tenant.slug, "unused", world().stranger);
        QCOMPARE(usage("/connections/" + unused + "/usage"),
                 std::string(R"({"users":0,"sessions":0,"apps":0,"logins24h":0})"));
        QCOMPARE(usage("/usage"), std::string(R"({"users":2,"sessions":2,"apps":1,"logins24h":2})"));
        world().clock.advance(Milliseconds(std::int64_t(25) * 3600 * 1000));
        QCOMPARE(usage("/connections/" + m_tenant.connection + "/usage"),
                 std::string(R"({"users":2,"sessions":0,"apps":1,"logins24h":0})"));
    }
    void theUsageOfWhatIsNotThereIsNotFound() {
        QCOMPARE(world().adminStatus("GET", world().evil.path("/connections/" + m_tenant.connection + "/usage")), 404);
    }

private:
    World& world() { return *m_world; }
    std::string connections() { return m_tenant.path("/connections"); }
    json::Object document() {
        return {{"name", "drafted"},
                {"type", "oidc"},
                {"issuer", world().company.issuer()},
                {"clientId", "gatehouse"},
                {"clientSecret", "a-drafts-secret"}};
    }
    /// "pointer code" of the first bad member.
    QString refusal(const std::string& path, const json::Object& body) {
        const admin::api::Reply reply = world().broker->adminDispatcher()(
            {"POST", "/admin/v1" + path, {{"Content-Type", "application/json"}}, json::write(body)});
        const auto problem = json::parseObject(reply.body);
        const json::Array* errors = problem ? json::arrayMember(*problem, "errors") : nullptr;
        if (reply.status != 422 || errors == nullptr || errors->empty()) {
            return QString::number(reply.status);
        }
        const json::Object& first = errors->front().as_object();
        return QString::fromStdString(std::string(json::stringMember(first, "pointer").value_or("")) + " " +
                                      std::string(json::stringMember(first, "code").value_or("")));
    }
    std::string usage(const std::string& below) { return json::write(world().admin("GET", m_tenant.path(below))); }
    static std::string status(const json::Object& result, std::string_view name) {
        for (const json::Value& each : *json::arrayMember(result, "steps")) {
            if (json::stringMember(each.as_object(), "name") == name) {
                return std::string(json::stringMember(each.as_object(), "status").value_or(""));
            }
        }
        return {};
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ConnectionSetup)
#include "tst_connection_setup.moc"
