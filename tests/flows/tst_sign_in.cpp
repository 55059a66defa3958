// SPDX-License-Identifier: Apache-2.0
// US-106 from the app's question to the tokens: who is provisioned, matched, or refused, with which roles, and what the
// log says.
#include <QtTest>

#include "tests/flows/world.h"

namespace gatehouse::flows {

class SignIn : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_world = std::make_unique<World>(); }
    void cleanupTestCase() { m_world.reset(); }

    // US-106
    void aNewPersonIsProvisionedWithMappedRoles() {
        json::Object ann = person("ann");
        ann["groups"] = json::Array{"bosses", "cooks"};
        world().company.person(ann);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        const json::Object user = world().user(acme(), "ann@acme.example");
        QCOMPARE(QString::fromStdString(namesIn(user, "roles")), QString("admin,member"));
        QCOMPARE(tokens.claim("sub"), std::string(json::stringMember(user, "id").value_or("")));
        QCOMPARE(tokens.claim("org"), std::string("acme"));
        QCOMPARE(tokens.claim("org_id"), acme().id);
        QCOMPARE(tokens.claim("idp"), std::string("company"));
        QCOMPARE(tokens.claim("nonce"), std::string("nonce-of-the-app"));
        QCOMPARE(tokens.claim("email"), std::string("ann@acme.example"));
        QCOMPARE(namesIn(tokens.claims, "roles"), std::string("admin,member"));
        QCOMPARE(world().userinfoStatus(acme().app.issuer, tokens.access), 200);
        QVERIFY(world().isActive(acme().app, tokens.access));
    }

    void theLogTellsALoginFromAttemptToSuccessUnderOneFlow() {
        world().company.person(person("bea"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, acme().app);
        const json::Object success = world().audit(acme(), "SSOLoginSuccess").front();
        const std::string flow(json::stringMember(success, "flowId").value_or(""));
        QVERIFY(!flow.empty());
        for (const char* type :
             {"SSOLoginAttempt", "UserProvisioned", "IdentityLinked", "RoleAssigned", "SessionStarted"}) {
            const json::Object record = world().audit(acme(), type).front();
            QVERIFY2(json::stringMember(record, "flowId") == flow, type);
        }
        const json::Object shown = world().admin("GET", acme().path("/flows/" + flow));
        QCOMPARE(json::stringMember(shown, "outcome"), std::optional<std::string_view>("success"));
        QCOMPARE(dataOf(success, "reference"), std::string(json::stringMember(shown, "reference").value_or("")));
        QVERIFY(!world().audit(acme(), "TokenIssued").empty());
    }

    void theSamePersonIsKnownAgainAndNotMadeTwice() {
        world().company.person(person("cyd"));
        Browser one = world().browser();
        Browser two = world().browser();
        const Tokens first = world().tokensFor(one, acme().app);
        const std::size_t provisioned = world().audit(acme(), "UserProvisioned").size();
        const Tokens second = world().tokensFor(two, acme().app);
        QCOMPARE(first.claim("sub"), second.claim("sub"));
        QVERIFY(first.claim("sid") != second.claim("sid"));
        QCOMPARE(world().audit(acme(), "UserProvisioned").size(), provisioned);
    }

    void anExistingUserIsMatchedByVerifiedAddress() {
        const json::Object local =
            world().admin("POST", acme().path("/users"),
                          {{"userName", "dan"}, {"email", "dan@acme.example"}, {"emailVerified", true}});
        world().company.person(person("dan"));
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        QCOMPARE(tokens.claim("sub"), std::string(json::stringMember(local, "id").value_or("")));
        const json::Object record = world().audit(acme(), "UserMatched").front();
        QCOMPARE(json::stringMember(*json::objectMember(record, "target"), "id"), json::stringMember(local, "id"));
    }

    // US-106
    void withoutAnAddressNobodyIsMade() {
        json::Object eve = person("eve");
        eve.erase("email");
        world().company.person(eve);
        const std::size_t before = world().list(acme().path("/users")).size();
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, acme().app);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.reason(), std::string("mapping_missing_email"));
        QCOMPARE(world().list(acme().path("/users")).size(), before);
        QCOMPARE(world().lastFailure(acme()), std::string("mapping_missing_email"));
        const json::Object flow = world().admin("GET", acme().path("/flows/" + answer.reference()));
        QCOMPARE(json::stringMember(flow, "reason"), std::optional<std::string_view>("mapping_missing_email"));
        QVERIFY(browser.cookies.count("gh_session_acme") == 0);
    }

    // RP-12, RP-13
    void anUnverifiedAddressTakesOverNobody_data() {
        QTest::addColumn<QString>("verified");
        for (const char* each : {"false", "null", "1", "\"false\"", "absent"}) {
            QTest::newRow(each) << QString(each);
        }
    }
    void anUnverifiedAddressTakesOverNobody() {
        QFETCH(QString, verified);
        const std::string name = "victim" + std::to_string(m_count++);
        world().admin("POST", acme().path("/users"),
                      {{"userName", name}, {"email", name + "@acme.example"}, {"emailVerified", true}});
        json::Object attacker = person(name);
        attacker["sub"] = "attacker-" + name;
        attacker.erase("email_verified");
        if (verified != "absent") {
            attacker["email_verified"] = json::parse(verified.toStdString()).value();
        }
        world().company.person(attacker);
        Browser browser = world().browser();
        const Answer answer = world().signIn(browser, acme().app);
        QCOMPARE(answer.reason(), std::string("login.link_conflict"));
        QCOMPARE(world().lastFailure(acme()), std::string("login.link_conflict"));
        const json::Object user = world().user(acme(), name + "@acme.example");
        QVERIFY(json::arrayMember(user, "identities")->empty());
    }

    // RP-12
    void aSecondAccountOfTheSameProviderIsNotBoundToAPersonWhoHasOne() {
        world().company.person(person("fay"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, acme().app);
        json::Object twin = person("fay");
        twin["sub"] = "another-subject";
        world().company.person(twin);
        Browser other = world().browser();
        QCOMPARE(world().signIn(other, acme().app).reason(), std::string("login.link_conflict"));
        const json::Object user = world().user(acme(), "fay@acme.example");
        QCOMPARE(json::arrayMember(user, "identities")->size(), std::size_t(1));
    }

    // RP-12
    void aTenantThatNeverLinksRefusesEvenAVerifiedAddress() {
        const Tenant tenant = world().addTenant("unlinked", world().company, {{"linking", "never"}});
        world().admin("POST", tenant.path("/users"),
                      {{"userName", "gus"}, {"email", "gus@unlinked.example"}, {"emailVerified", true}});
        world().company.person(person("gus", "unlinked.example"));
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, tenant.app).reason(), std::string("login.link_conflict"));
        QCOMPARE(world().lastFailure(tenant), std::string("login.link_conflict"));
    }

    void aTenantWithoutProvisioningTakesKnownPeopleOnly() {
        const Tenant tenant = world().addTenant("closed", world().company, {{"provisioning", "off"}});
        world().company.person(person("hal", "closed.example"));
        Browser browser = world().browser();
        QCOMPARE(world().signIn(browser, tenant.app).reason(), std::string("login.not_provisioned"));
        QVERIFY(world().list(tenant.path("/users")).empty());
        world().admin("POST", tenant.path("/users"),
                      {{"userName", "hal"}, {"email", "hal@closed.example"}, {"emailVerified", true}});
        QVERIFY(!world().tokensFor(browser, tenant.app).access.empty());
    }

    void replacingTakesARoleAwayThatTheProviderNoLongerGives() {
        const Tenant tenant = world().addTenant("replacing", world().company, {{"roleMode", "replace"}});
        QCOMPARE(rolesAfterDemotion(tenant), std::string("auditor,member"));
        QCOMPARE(dataOf(world().audit(tenant, "RoleRemoved").front(), "role"), std::string("admin"));
    }

    void mergingKeepsARoleOfAnEarlierSignIn() {
        const Tenant tenant = world().addTenant("merging", world().company, {{"roleMode", "merge"}});
        QCOMPARE(rolesAfterDemotion(tenant), std::string("admin,auditor,member"));
        QVERIFY(world().audit(tenant, "RoleRemoved").empty());
    }

    // RP-25
    void claimsThatNobodyMappedGiveNothing() {
        json::Object ivy = person("ivy");
        ivy["roles"] = json::Array{"admin"};
        ivy["tenant_id"] = world().evil.id;
        ivy["org_id"] = world().evil.id;
        ivy["groups"] = json::Array{"admin"};
        world().company.person(ivy);
        Browser browser = world().browser();
        const Tokens tokens = world().tokensFor(browser, acme().app);
        QCOMPARE(namesIn(tokens.claims, "roles"), std::string("member"));
        QCOMPARE(tokens.claim("org_id"), acme().id);
    }

    // OP-22
    void aDeactivatedPersonIsRefusedAndStaysDeactivated() {
        world().company.person(person("jo"));
        Browser browser = world().browser();
        (void)world().tokensFor(browser, acme().app);
        const std::string id(json::stringMember(world().user(acme(), "jo@acme.example"), "id").value_or(""));
        world().admin("POST", acme().path("/users/" + id + "/deactivate"));
        Browser fresh = world().browser();
        QCOMPARE(world().signIn(fresh, acme().app).reason(), std::string("login.user_inactive"));
        QCOMPARE(json::boolMember(world().user(acme(), "jo@acme.example"), "active"), std::optional(false));
        // Nor does the old session help.
        QCOMPARE(world().signIn(browser, acme().app).reason(), std::string("login.user_inactive"));
    }

private:
    World& world() { return *m_world; }
    const Tenant& acme() { return m_world->acme; }
    /// Somebody comes as admin, is given auditor by hand, and comes again without the group that made the admin.
    std::string rolesAfterDemotion(const Tenant& tenant) {
        json::Object kim = person("kim", tenant.slug + ".example");
        kim["groups"] = json::Array{"bosses"};
        world().company.person(kim);
        Browser browser = world().browser();
        (void)world().tokensFor(browser, tenant.app);
        const json::Object user = world().user(tenant, "kim@" + tenant.slug + ".example");
        json::Array roles = *json::arrayMember(user, "roles");
        roles.push_back(json::Object{{"name", "auditor"}, {"source", "manual"}});
        world().admin("PATCH", tenant.path("/users/" + std::string(*json::stringMember(user, "id"))),
                      {{"roles", roles}});
        kim["groups"] = json::Array();
        world().company.person(kim);
        Browser again = world().browser();
        return namesIn(world().tokensFor(again, tenant.app).claims, "roles");
    }

    std::unique_ptr<World> m_world;
    int m_count = 0;
};

} // namespace gatehouse::flows

QTEST_GUILESS_MAIN(gatehouse::flows::SignIn)
#include "tst_sign_in.moc"
