// SPDX-License-Identifier: Apache-2.0
// A pasted SAML response over the Admin API: what comes back, and that nothing is left behind.
#include "admin/api/response_check.h"

#include "admin/api/codec.h"
#include "admin/tst_world.h"
#include "saml/sp/kept_metadata.h"

namespace gatehouse::admin {

namespace {

// Whom the recorded response was made for, and when.
constexpr const char* kPublicUrl = "https://gatehouse.example";
constexpr const char* kConnection = "01890000-0000-7000-8000-000000000001";
constexpr const char* kRequest = "_5f1d2c3b4a5968778695a4b3c2d1e0f0";

std::string fixture(const char* name) {
    QFile file(QString(GATEHOUSE_TEST_DATA "/saml/presets/okta/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestResponseCheck : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_world = std::make_unique<World>();
        World& world = *m_world;
        m_idps = std::make_unique<saml::sp::IdpCache>(world.network, *world.store, world.clock);
        m_oidc = world.addTenant("acme");
        Services services{*world.store,     world.clock, *world.ring,      world.tenants, *world.connections,
                          *world.providers, *world.apps, *world.login,     world.network, m_publicUrl,
                          world.endings,    "0.1.0",     world.clock.now()};
        services.samlIdps = m_idps.get();
        m_admin = std::make_unique<Admin>(std::move(services));
        m_dispatch = m_admin->dispatcher();
        const json::Object connection{
            {"id", kConnection}, {"name", "okta"}, {"type", "saml"}, {"metadataXml", fixture("metadata.xml")}};
        QCOMPARE(ask("POST", "", connection).status, 201);
    }
    void cleanup() {
        m_admin.reset();
        m_idps.reset();
        m_world.reset();
    }

    void aGoodResponseIsJudgedReadAndMapped() {
        const Got got = check({{"response", fixture("response.xml")}, {"inResponseTo", kRequest}});
        QVERIFY2(got.status == 200, got.text.c_str());
        const auto seen = api::fromJson<api::ResponseCheck>(got.body, api::Side::Reply);
        QVERIFY(seen);
        QVERIFY2(seen->ok, got.text.c_str());
        QCOMPARE(seen->form, std::string("XML"));
        QCOMPARE(seen->subject, std::string("ann.ekholm@acme.example"));
        QVERIFY(seen->checks.size() > 15);
        QVERIFY(seen->preview);
        QCOMPARE(seen->preview->outcome, std::string("create"));
        QVERIFY(seen->preview->user.text.find("Ekholm") != std::string::npos);
        QVERIFY(seen->xml.find("<ds:SignatureValue>[redacted:") != std::string::npos);
        QVERIFY(seen->message.text.find("\"signatures\"") != std::string::npos);
    }
    void whatFailsIsSaidWithItsCure() {
        const Got got =
            check({{"response", fixture("response.xml")}, {"inResponseTo", "_other"}, {"at", "2026-11-02T09:00:00Z"}});
        const auto seen = api::fromJson<api::ResponseCheck>(got.body, api::Side::Reply);
        QVERIFY(seen && !seen->ok);
        QStringList failed;
        for (const api::FlowCheck& each : seen->checks) {
            if (each.status == "fail") {
                failed << QString::fromStdString(each.name);
                QVERIFY(!each.cure.empty() && !each.spec.empty());
            }
        }
        QVERIFY(failed.contains("saml.issue_instant") && failed.contains("saml.in_response_to"));
        QVERIFY(failed.contains("saml.conditions.time"));
        QVERIFY(!failed.contains("saml.signature"));
    }
    void nothingIsLeftBehind() {
        const auto logged = [this] { return m_world->call("GET", "/tenants/acme/audit?limit=500").items().size(); };
        const std::size_t before = logged();
        for (int i = 0; i < 2; ++i) { // it is not spent by looking at it
            QVERIFY(check({{"response", fixture("response.xml")}}).body.at("ok").as_bool());
        }
        QCOMPARE(logged(), before); // no key was made, no user, no session
        QVERIFY(m_world->call("GET", "/tenants/acme/users").items().empty());
        QVERIFY(m_world->call("GET", "/tenants/acme/sessions").items().empty());
        QCOMPARE(m_world->network.sent, 0);
    }
    void whatCannotBeJudgedIsRefused() {
        QCOMPARE(check({{"response", "hello, world"}}).code(), std::string("saml_malformed"));
        QCOMPARE(check({}).firstError(), std::string("/response required"));
        QCOMPARE(check({{"response", std::string(524'289, 'A')}}).firstError(), std::string("/response too_long"));
        QCOMPARE(check({{"response", "x"}, {"at", "noon"}}).status, 422);
        QCOMPARE(ask("POST", "/" + m_oidc + "/check-response", {{"response", "x"}}).code(),
                 std::string("connection_not_saml"));
        const Got unread =
            ask("POST", "", {{"name", "late"}, {"type", "saml"}, {"metadataUrl", "https://idp.example/metadata"}});
        QCOMPARE(ask("POST", "/" + unread.member("id") + "/check-response", {{"response", "x"}}).code(),
                 std::string("connection_no_metadata"));
    }

private:
    Got ask(const char* method, const std::string& path, const json::Object& body) {
        const api::Reply reply = m_dispatch({method,
                                             "/admin/v1/tenants/acme/connections" + path,
                                             {{"Content-Type", "application/json"}},
                                             json::write(body)});
        Got got;
        got.status = reply.status;
        got.text = reply.body;
        got.body = json::parseObject(reply.body).value_or(json::Object());
        return got;
    }
    Got check(const json::Object& body) {
        return ask("POST", std::string("/") + kConnection + "/check-response", body);
    }

    web::PublicUrl m_publicUrl{kPublicUrl};
    std::unique_ptr<World> m_world;
    std::unique_ptr<saml::sp::IdpCache> m_idps;
    std::unique_ptr<Admin> m_admin;
    api::Dispatcher m_dispatch;
    std::string m_oidc;
};

} // namespace gatehouse::admin

QTEST_GUILESS_MAIN(gatehouse::admin::TestResponseCheck)
#include "tst_response_check.moc"
