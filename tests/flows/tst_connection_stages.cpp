// SPDX-License-Identifier: Apache-2.0
// The connection test as an administrator runs it, before and after people have signed in (console.md 3.1).
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class ConnectionStages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }
    void init() {
        m_tenant = world().addTenant("tenant-" + std::to_string(m_count++), world().company);
        world().company.person(person("ann", m_tenant.slug + ".example"));
    }

    void beforeAnybodySignedInTheMachineStagesAreRunAndTheOthersSkipped() {
        const json::Object result = test();
        QCOMPARE(statuses(result), QString("ok ok warn ok ok ok ok ok fail skipped skipped"));
        QCOMPARE(json::boolMember(result, "ok"), std::optional(false)); // the test's own clock is far off the real one
        QVERIFY(step(result, "clock", "detail").find("limit is 2 min") != std::string::npos);
    }

    void afterASignInEveryStageButTheClockIsFine() {
        Browser browser = world().browser();
        (void)world().tokensFor(browser, m_tenant.app);
        QCOMPARE(statuses(test()), QString("ok ok warn ok ok ok ok ok fail ok ok"));
    }

    void aMissingAddressShowsInTheClaimsStage() {
        world().company.person({{"sub", "nomail"}});
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, m_tenant.app).reason(), std::string("mapping_missing_email"));
        const json::Object result = test();
        QCOMPARE(statuses(result), QString("ok ok warn ok ok ok ok ok fail ok fail"));
        QVERIFY(step(result, "claims", "detail").find("mapping_missing_email") != std::string::npos);
        QCOMPARE(step(result, "claims", "detail"),
                 std::string("No `email` claim. Sign-in would be refused with mapping_missing_email."));
        QCOMPARE(step(result, "claims", "hint"), std::string("Open mapping"));
    }

    void aRefusedSignInShowsWithItsReference() {
        world().company.change([](ScriptedIdp::Script& script) {
            script.bendClaims = [](json::Object& claims) { claims["aud"] = "another"; };
        });
        Browser browser = world().browser();
        const Answer refused = world().signIn(browser, m_tenant.app);
        const json::Object result = test();
        QCOMPARE(statuses(result), QString("ok ok warn ok ok ok ok ok fail fail skipped"));
        QVERIFY(step(result, "sign_in", "detail").find("id_token.aud") != std::string::npos);
        QVERIFY(step(result, "sign_in", "hint").find(refused.reference()) != std::string::npos);
    }

    void theTestSpendsAndChangesNothing() {
        const std::string path = m_tenant.path("/connections/" + m_tenant.connection);
        const std::string before = json::write(world().admin("GET", path));
        (void)test();
        QCOMPARE(json::write(world().admin("GET", path)), before);
        QVERIFY(world().list(m_tenant.path("/users")).empty());
        QVERIFY(world().list(m_tenant.path("/flows")).empty());
    }

    void theSecretIsInNoAnswer() {
        const std::string path = m_tenant.path("/connections/" + m_tenant.connection);
        for (const json::Object& answer :
             {test(), world().admin("GET", path), world().admin("POST", path + "/refresh")}) {
            QVERIFY(json::write(answer).find("upstream-secret-of") == std::string::npos);
        }
        QVERIFY(json::write(json::Value(world().list(m_tenant.path("/audit")))).find("upstream-secret-of") ==
                std::string::npos);
    }

private:
    World& world() { return *m_world; }
    json::Object test() {
        return world().admin("POST", m_tenant.path("/connections/" + m_tenant.connection + "/test"));
    }
    static QString statuses(const json::Object& result) {
        QStringList out;
        for (const json::Value& each : *json::arrayMember(result, "steps")) {
            out << QString::fromStdString(std::string(*json::stringMember(each.as_object(), "status")));
        }
        return out.join(' ');
    }
    static std::string step(const json::Object& result, std::string_view name, std::string_view member) {
        for (const json::Value& each : *json::arrayMember(result, "steps")) {
            if (json::stringMember(each.as_object(), "name") == name) {
                return std::string(json::stringMember(each.as_object(), member).value_or(""));
            }
        }
        return {};
    }

    std::unique_ptr<World> m_world;
    Tenant m_tenant;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::ConnectionStages)
#include "tst_connection_stages.moc"
