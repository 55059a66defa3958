// SPDX-License-Identifier: Apache-2.0
// Groups and roles in the store, and what a sign-in may change of memberships.
#include <QtTest>

#include "directory/directory.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using directory::Group;
using directory::Role;
using test::TestStore;

class TestGroups : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_store = std::make_unique<TestStore>(directory::migrations());
        for (const char* id : {"u1", "u2"}) {
            directory::User user;
            user.id = UserId(id);
            user.userName = id;
            user.createdAt = user.updatedAt = TestStore::kNow;
            QVERIFY(
                write([&](store::Writer& writer) { return directory::insertUser(writer, m_store->sealer(), user); }));
        }
    }

    void aGroupKnowsItsMembers() {
        QVERIFY(insert("g1", "cooks", {"u1", "u2"}));
        QCOMPARE(find("g1").members.size(), std::size_t(2));
        QCOMPARE(groupsOf("u1"), QStringList("cooks"));
        QCOMPARE(insert("g2", "ghosts", {"nobody"}).error().reason, std::string("directory.user_not_found"));
        QCOMPARE(insert("g3", "cooks", {}).error().reason, std::string("directory.group_name_taken"));
    }
    void aVersionOfAGroupIsWrittenOnce() {
        QVERIFY(insert("g1", "cooks", {"u1"}));
        QVERIFY(insert("g2", "waiters", {}));
        Group one = find("g1");
        Group two = one;
        one.members = {UserId("u2")};
        QVERIFY(update(one));
        QCOMPARE(update(two).error().reason, std::string("directory.stale"));
        QCOMPARE(groupsOf("u1"), QStringList());
        QCOMPARE(groupsOf("u2"), QStringList("cooks"));
        one.name = "waiters";
        QCOMPARE(update(one).error().reason, std::string("directory.group_name_taken"));
    }
    void aSignInReplacesItsOwnMembershipsAndNoOthers() {
        QVERIFY(insert("g1", "by-hand", {"u1"}));
        QVERIFY(signIn("u1", {"cooks", "waiters"}));
        QCOMPARE(groupsOf("u1"), QStringList({"by-hand", "cooks", "waiters"}));
        QVERIFY(signIn("u1", {"waiters"}));
        QCOMPARE(groupsOf("u1"), QStringList({"by-hand", "waiters"}));
        QVERIFY(signIn("u1", {"by-hand"}));
        QVERIFY(signIn("u1", {}));
        QCOMPARE(groupsOf("u1"), QStringList("by-hand"));
        QCOMPARE(groupsOf("u2"), QStringList());
    }
    void groupsThatDoNotExistAreLeftOutWhereNoneAreMade() {
        QVERIFY(insert("g1", "cooks", {}));
        QVERIFY(signIn("u1", {"cooks", "strangers"}, false));
        QCOMPARE(groupsOf("u1"), QStringList("cooks"));
    }
    // A change of the group must not turn what the provider gave into something that stays for ever.
    void editingAGroupKeepsWhereEachMembershipCameFrom() {
        QVERIFY(signIn("u1", {"cooks"}));
        Group group = list().front();
        group.description = "People who cook";
        group.members.emplace_back("u2");
        QVERIFY(update(group));
        QVERIFY(signIn("u1", {}));
        QVERIFY(signIn("u2", {}));
        QCOMPARE(groupsOf("u1"), QStringList());
        QCOMPARE(groupsOf("u2"), QStringList("cooks"));
    }
    void aRemovedGroupTakesItsMembershipsAlong() {
        QVERIFY(insert("g1", "cooks", {"u1"}));
        QVERIFY(!write(
            [&](store::Writer& writer) { return directory::removeGroup(writer, m_store->evil().id, GroupId("g1")); }));
        QVERIFY(write(
            [&](store::Writer& writer) { return directory::removeGroup(writer, m_store->acme().id, GroupId("g1")); }));
        QCOMPARE(groupsOf("u1"), QStringList());
    }
    void rolesAreFoundByNameInTheirTenantOnly() {
        const Role role{"admin", "All of it", {"invoices:read", "invoices:write"}, 1};
        QVERIFY(write([&](store::Writer& writer) { return directory::insertRole(writer, m_store->acme().id, role); }));
        QCOMPARE(write([&](store::Writer& writer) { return directory::insertRole(writer, m_store->acme().id, role); })
                     .error()
                     .reason,
                 std::string("directory.role_name_taken"));
        const auto findAt = [&](const TenantId& tenant) {
            return (*m_store)->read(
                [&](store::Reader& reader) { return directory::findRole(reader, tenant, "admin"); });
        };
        QCOMPARE(json::write(directory::toJson(*findAt(m_store->acme().id))), json::write(directory::toJson(role)));
        QCOMPARE(findAt(m_store->evil().id).error().reason, std::string("directory.role_not_found"));
        Role one = findAt(m_store->acme().id).value();
        Role two = one;
        one.permissions.clear();
        QVERIFY(write([&](store::Writer& writer) { return directory::updateRole(writer, m_store->acme().id, one); }));
        QCOMPARE(write([&](store::Writer& writer) { return directory::updateRole(writer, m_store->acme().id, two); })
                     .error()
                     .reason,
                 std::string("directory.stale"));
        QVERIFY(
            write([&](store::Writer& writer) { return directory::removeRole(writer, m_store->acme().id, "admin"); }));
        QVERIFY(!findAt(m_store->acme().id));
    }

private:
    template <class F>
    Status write(F&& f) {
        const auto done = (*m_store)->write(std::forward<F>(f));
        return done ? Status() : Status(tl::unexpected<Error>(done.error()));
    }
    Status insert(const char* id, const char* name, const std::vector<std::string>& members) {
        Group group;
        group.id = GroupId(id);
        group.name = name;
        group.createdAt = TestStore::kNow;
        for (const std::string& member : members) {
            group.members.emplace_back(member);
        }
        return write([&](store::Writer& writer) { return directory::insertGroup(writer, m_store->acme().id, group); });
    }
    Status update(Group& group) {
        return write([&](store::Writer& writer) { return directory::updateGroup(writer, m_store->acme().id, group); });
    }
    Group find(const char* id) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return directory::findGroup(reader, m_store->acme().id, GroupId(id)); })
            .value();
    }
    std::vector<Group> list() {
        return (*m_store)
            ->read([&](store::Reader& reader) { return directory::listGroups(reader, m_store->acme().id); })
            .value();
    }
    Status signIn(const char* user, const std::vector<std::string>& groups, bool create = true) {
        return write([&](store::Writer& writer) {
            return directory::setSsoGroups(writer, m_store->acme().id, UserId(user), groups, create, TestStore::kNow);
        });
    }
    QStringList groupsOf(const char* id) {
        const auto user = (*m_store)->read(
            [&](store::Reader& reader) { return directory::findUser(reader, m_store->sealer(), UserId(id)); });
        QStringList out;
        for (const std::string& group : user->groups) {
            out << QString::fromStdString(group);
        }
        return out;
    }
    std::unique_ptr<TestStore> m_store;
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"
