// SPDX-License-Identifier: Apache-2.0
// US-106, and who may ever become whom (iam-user-stories 1.5; security.md RP-12 to RP-19).
#include <QtTest>

#include <set>

#include "connections/connections.h"
#include "login/provision.h"
#include "tenants/domains.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using login::Decision;
using test::TestStore;

namespace {

constexpr Time kNow = TestStore::kNow;

std::vector<store::Migration> migrations() {
    auto all = directory::migrations();
    const auto more = connections::migrations();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

claims::Outcome mappedFor(const std::string& email, bool verified) {
    claims::Outcome mapped;
    mapped.email = email;
    mapped.emailVerified = verified;
    mapped.displayName = "Ann Ekholm";
    mapped.roles = {"member"};
    return mapped;
}

login::AssertedIdentity assertedAs(const std::string& subject) {
    login::AssertedIdentity asserted;
    asserted.issuer = "https://idp.example";
    asserted.subject = subject;
    return asserted;
}

} // namespace

class TestProvision : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(migrations());
        m_tenant = m_store->acme();
        m_connection = connections::Connection();
        m_connection.id = ConnectionId("c1");
        m_connection.tenant = m_tenant.id;
    }

    void aNewPersonIsCreatedWithRoles() {
        const Decision done = login("ann-1", mappedFor("ann@acme.example", true));
        QCOMPARE(done.kind, Decision::Kind::Create);
        const auto user = stored(done.user.id);
        QCOMPARE(user.email, std::string("ann@acme.example"));
        QVERIFY(user.emailVerified);
        QCOMPARE(user.roles, (std::vector<directory::RoleAssignment>{{"member", directory::Source::Sso, {}}}));
        QCOMPARE(user.identities.size(), std::size_t(1));
        QCOMPARE(user.lastLogin.value(), kNow);
    }
    void theSameAccountIsTheSamePersonWhateverTheEmailBecomes() {
        const UserId first = login("ann-1", mappedFor("ann@acme.example", true)).user.id;
        const Decision again = login("ann-1", mappedFor("ann.ekholm@acme.example", true));
        QCOMPARE(again.kind, Decision::Kind::Match);
        QCOMPARE(again.user.id, first);
        QCOMPARE(stored(first).email, std::string("ann.ekholm@acme.example"));
    }
    void aLocalUserIsMatchedByVerifiedEmailOnce() {
        const UserId local = addUser("ann@acme.example");
        const Decision done = login("ann-1", mappedFor("ann@acme.example", true));
        QCOMPARE(done.kind, Decision::Kind::Match);
        QCOMPARE(done.user.id, local);
        QVERIFY(done.bindsIdentity);
        // A second account of the same connection with the same address does not get in.
        QCOMPARE(login("ann-2", mappedFor("ann@acme.example", true)).reason, std::string("login.link_conflict"));
        QCOMPARE(stored(local).identities.size(), std::size_t(1));
    }
    void emailIsComparedWithoutCase() {
        const UserId local = addUser("Ann@Acme.example");
        QCOMPARE(login("ann-1", mappedFor("ann@acme.EXAMPLE", true)).user.id, local);
    }
    void anUnverifiedEmailNeverTakesAnAccountOver() {
        const UserId local = addUser("ann@acme.example");
        const Decision done = login("attacker", mappedFor("ann@acme.example", false));
        QCOMPARE(done.kind, Decision::Kind::Reject);
        QCOMPARE(done.reason, std::string("login.link_conflict"));
        QVERIFY(stored(local).identities.empty());
    }
    void aTrustedConnectionSpeaksForVerifiedDomainsOnly() {
        m_connection.trustEmail = true;
        const UserId local = addUser("ann@acme.example");
        QCOMPARE(login("ann-1", mappedFor("ann@acme.example", false)).kind, Decision::Kind::Reject);
        verifyDomain("acme.example");
        QCOMPARE(login("ann-1", mappedFor("ann@acme.example", false)).user.id, local);
        addUser("bob@elsewhere.example");
        QCOMPARE(login("bob-1", mappedFor("bob@elsewhere.example", false)).kind, Decision::Kind::Reject);
    }
    void aTenantThatNeverLinksNeverLinks() {
        m_tenant.settings.linking = tenants::Linking::Never;
        addUser("ann@acme.example");
        QCOMPARE(login("ann-1", mappedFor("ann@acme.example", true)).reason, std::string("login.link_conflict"));
    }
    void anotherTenantsUserIsNeverMatched() {
        const auto evil = TestStore::sealerFor(m_store->evil());
        directory::User other;
        other.id = UserId("u-evil");
        other.userName = other.email = "ann@acme.example";
        QVERIFY((*m_store)->write([&](store::Writer& writer) { return directory::insertUser(writer, evil, other); }));
        const Decision done = login("ann-1", mappedFor("ann@acme.example", true));
        QCOMPARE(done.kind, Decision::Kind::Create);
        QVERIFY(done.user.id != other.id);
    }
    void theSameSubjectOfAnotherConnectionIsAnotherAccount() {
        const UserId first = login("ann-1", mappedFor("ann@acme.example", true)).user.id;
        m_connection.id = ConnectionId("c2");
        const Decision done = login("ann-1", mappedFor("mallory@acme.example", true));
        QCOMPARE(done.kind, Decision::Kind::Create);
        QVERIFY(done.user.id != first);
    }
    void aBoundAccountCannotTakeAnothersAddress() {
        const UserId ann = login("ann-1", mappedFor("ann@acme.example", true)).user.id;
        const UserId bob = login("bob-1", mappedFor("bob@acme.example", true)).user.id;
        const Decision done = login("bob-1", mappedFor("ann@acme.example", true));
        QCOMPARE(done.user.id, bob);
        QCOMPARE(stored(bob).email, std::string("bob@acme.example"));
        QCOMPARE(stored(ann).email, std::string("ann@acme.example"));
    }
    void withoutEmailNobodyIsProvisioned() {
        claims::Outcome mapped;
        mapped.errors.push_back({"mapping_missing_email", "email", "no email"});
        const Decision done = login("ann-1", mapped);
        QCOMPARE(done.kind, Decision::Kind::Reject);
        QCOMPARE(done.reason, std::string("mapping_missing_email"));
        QCOMPARE(userCount(), std::size_t(0));
    }
    void aDeactivatedPersonIsRefused() {
        const UserId ann = login("ann-1", mappedFor("ann@acme.example", true)).user.id;
        directory::User user = stored(ann);
        user.active = false;
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return directory::updateUser(writer, m_store->sealer(), user); }));
        QCOMPARE(login("ann-1", mappedFor("ann@acme.example", true)).reason, std::string("login.user_inactive"));
    }
    void withoutJustInTimeProvisioningStrangersAreRefused() {
        m_tenant.settings.provisioning = tenants::Provisioning::Off;
        QCOMPARE(login("ann-1", mappedFor("ann@acme.example", true)).reason, std::string("login.not_provisioned"));
        QCOMPARE(userCount(), std::size_t(0));
    }
    void rolesAreReplacedOrMergedAsTheTenantSets() {
        claims::Outcome mapped = mappedFor("ann@acme.example", true);
        mapped.roles = {"member", "admin"};
        const UserId ann = login("ann-1", mapped).user.id;
        directory::User user = stored(ann);
        user.roles.push_back({"auditor", directory::Source::Manual, {}});
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return directory::updateUser(writer, m_store->sealer(), user); }));
        mapped.roles = {"member"};
        m_tenant.settings.roleMode = tenants::RoleMode::Merge;
        QCOMPARE(roleNames(login("ann-1", mapped).user), (std::set<std::string>{"admin", "auditor", "member"}));
        m_tenant.settings.roleMode = tenants::RoleMode::Replace;
        const Decision replaced = login("ann-1", mapped);
        QCOMPARE(replaced.rolesRemoved, (std::vector<std::string>{"admin"}));
        QCOMPARE(roleNames(stored(ann)), (std::set<std::string>{"auditor", "member"}));
    }
    void groupsFollowTheClaimAndLeaveManualOnesAlone() {
        claims::Outcome mapped = mappedFor("ann@acme.example", true);
        mapped.groupsKnown = true;
        mapped.createGroups = true;
        mapped.groups = {"staff", "eng"};
        const UserId ann = login("ann-1", mapped).user.id;
        QCOMPARE(stored(ann).groups, (std::vector<std::string>{"eng", "staff"}));
        mapped.groups = {"eng"};
        login("ann-1", mapped);
        QCOMPARE(stored(ann).groups, (std::vector<std::string>{"eng"}));
        mapped.groupsKnown = false;
        mapped.groups = {};
        login("ann-1", mapped);
        QCOMPARE(stored(ann).groups, (std::vector<std::string>{"eng"}));
    }
    void decidingChangesNothing() {
        const auto decided = (*m_store)->read([&](store::Reader& reader) {
            return login::decide(reader, m_store->sealer(), m_tenant, m_connection, assertedAs("ann-1"),
                                 mappedFor("ann@acme.example", true), kNow);
        });
        QCOMPARE(decided->kind, Decision::Kind::Create);
        QCOMPARE(userCount(), std::size_t(0));
    }

private:
    Decision login(const std::string& subject, const claims::Outcome& mapped) {
        const auto sealer = m_store->sealer();
        auto done = (*m_store)->write([&](store::Writer& writer) -> Result<Decision> {
            TRY(decision, login::decide(writer, sealer, m_tenant, m_connection, assertedAs(subject), mapped, kNow));
            if (decision.kind != Decision::Kind::Reject) {
                ENSURE(login::apply(writer, sealer, m_connection, assertedAs(subject), mapped, decision, kNow));
            }
            return decision;
        });
        if (!done) {
            qFatal("%s %s", done.error().reason.c_str(), done.error().detail.c_str());
        }
        return *done;
    }
    UserId addUser(const std::string& email) {
        directory::User user;
        user.id = UserId("u-" + email);
        user.userName = user.email = email;
        if (!(*m_store)->write(
                [&](store::Writer& writer) { return directory::insertUser(writer, m_store->sealer(), user); })) {
            qFatal("cannot add a user");
        }
        return user.id;
    }
    void verifyDomain(const std::string& name) {
        QVERIFY((*m_store)->write([&](store::Writer& writer) -> Status {
            ENSURE(tenants::addDomain(writer, m_tenant.id, name, kNow));
            ENSURE(tenants::markVerified(writer, m_tenant.id, name, tenants::Proof::Asserted, kNow));
            return {};
        }));
    }
    directory::User stored(const UserId& id) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return directory::findUser(reader, m_store->sealer(), id); })
            .value();
    }
    std::size_t userCount() {
        return (*m_store)
            ->read([&](store::Reader& reader) { return directory::listUsers(reader, m_store->sealer(), "", "", 100); })
            ->items.size();
    }
    static std::set<std::string> roleNames(const directory::User& user) {
        std::set<std::string> names;
        for (const directory::RoleAssignment& role : user.roles) {
            names.insert(role.name);
        }
        return names;
    }

    std::unique_ptr<TestStore> m_store;
    tenants::Tenant m_tenant;
    connections::Connection m_connection;
};

QTEST_GUILESS_MAIN(TestProvision)
#include "tst_provision.moc"
