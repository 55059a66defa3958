// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "directory/lookup.h"
#include "directory/membership.h"
#include "tests/support/test_store.h"

namespace gatehouse::directory {

using test::TestStore;

class TestMembership : public QObject {
    Q_OBJECT

    template <class F>
    auto find(F&& f) {
        return (*m_store)->read(std::forward<F>(f)).value();
    }

private slots:
    void init() {
        m_store = std::make_unique<TestStore>(migrations());
        for (const char* id : {"ann", "bob", "zoe"}) {
            User user;
            user.id = UserId(id);
            user.userName = id;
            user.externalId = "x-" + user.userName;
            user.createdAt = user.updatedAt = TestStore::kNow;
            QVERIFY(write([&](store::Writer& writer) { return insertUser(writer, m_store->sealer(), user); }));
        }
        // outer holds middle holds inner; each gives a role of its own.
        for (const char* id : {"inner", "middle", "outer"}) {
            Group group;
            group.id = GroupId(id);
            group.name = std::string("the ") + id;
            group.roles = {std::string("of ") + id};
            group.createdAt = group.updatedAt = TestStore::kNow;
            QVERIFY(write([&](store::Writer& writer) { return insertGroup(writer, tenant(), group); }));
        }
        QVERIFY(nest("middle", "inner"));
        QVERIFY(nest("outer", "middle"));
    }

    void whoIsInAGroupIsInThoseThatHoldIt() {
        QVERIFY(add("inner", "ann"));
        QVERIFY(add("outer", "ann"));
        QCOMPARE(groups("ann"), QString("the inner+ the middle- the outer+"));
        QCOMPARE(groups("bob"), QString());
    }
    void rolesFollowTheGroupsAndTheGroupsThatHoldThem() {
        QVERIFY(add("inner", "ann"));
        QCOMPARE(settle("ann"), QString("+of inner +of middle +of outer"));
        QCOMPARE(settle("ann"), QString());
        QVERIFY(write([&](store::Writer& writer) {
            return removeSubgroup(writer, tenant(), GroupId("outer"), GroupId("middle"));
        }));
        QCOMPARE(settle("ann"), QString("-of outer"));
        QVERIFY(write(
            [&](store::Writer& writer) { return removeMember(writer, tenant(), GroupId("inner"), UserId("ann")); }));
        QCOMPARE(settle("ann"), QString("-of inner -of middle"));
    }
    void whatWasGivenByHandStays() {
        QVERIFY(write([&](store::Writer& writer) -> Status {
            TRY(user, findUser(writer, m_store->sealer(), UserId("ann")));
            user.roles = {{"of inner", Source::Manual, std::nullopt}};
            return updateUser(writer, m_store->sealer(), user);
        }));
        QVERIFY(add("inner", "ann"));
        QCOMPARE(settle("ann"), QString("+of inner +of middle +of outer"));
        QVERIFY(write(
            [&](store::Writer& writer) { return removeMember(writer, tenant(), GroupId("inner"), UserId("ann")); }));
        (void)settle("ann");
        const User user =
            (*m_store)
                ->read([&](store::Reader& reader) { return findUser(reader, m_store->sealer(), UserId("ann")); })
                .value();
        QCOMPARE(user.roles.size(), std::size_t(1));
        QCOMPARE(user.roles.front().source, Source::Manual);
    }
    void aRemovedGroupTakesItsRolesFromEverybodyBelow() {
        QVERIFY(add("inner", "ann"));
        QVERIFY(add("middle", "bob"));
        (void)settle("ann");
        (void)settle("bob");
        std::vector<RoleChange> changes;
        QVERIFY(write([&](store::Writer& writer) -> Status {
            TRY(changed, removeGroup(writer, tenant(), GroupId("outer")));
            changes = std::move(changed);
            return {};
        }));
        QCOMPARE(changes.size(), std::size_t(2));
        QVERIFY(!changes[0].gained && changes[0].role == "of outer");
    }
    void groupsLieInNoCircle() {
        for (const char* child : {"outer", "middle", "inner"}) {
            QVERIFY(!nest("inner", child));
        }
        QVERIFY(!nest("middle", "outer"));
        QVERIFY(!nest("middle", "nowhere"));
    }
    void aChangeCostsTheChange() {
        QCOMPARE(*count("inner"), 0);
        QVERIFY(add("inner", "ann"));
        QVERIFY(add("inner", "ann")); // once more is none
        QVERIFY(add("inner", "zoe"));
        QCOMPARE(*count("inner"), 2);
        QVERIFY(!add("inner", "nobody"));
        QStringList members;
        QVERIFY((*m_store)->read([&](store::Reader& reader) {
            return eachMember(reader, tenant(), GroupId("inner"), [&](std::string_view id) {
                members << QString::fromStdString(std::string(id));
                return true;
            });
        }));
        QCOMPARE(members.join(' '), QString("ann zoe"));
    }
    void peopleAreFoundByTheNamesThatLieSealed() {
        QCOMPARE(find([&](store::Reader& r) { return findByUserName(r, m_store->sealer(), "ANN"); })->text(),
                 std::string("ann"));
        QVERIFY(!find([&](store::Reader& r) { return findByUserName(r, m_store->sealer(), "an"); }));
        QCOMPARE(find([&](store::Reader& r) { return findByExternalId(r, m_store->sealer(), "x-bob"); }).size(),
                 std::size_t(1));
        QVERIFY(find([&](store::Reader& r) { return findByExternalId(r, m_store->sealer(), "X-BOB"); }).empty());
        QVERIFY(write([&](store::Writer& writer) {
            return setOtherEmails(writer, m_store->sealer(), UserId("ann"), {"two@acme.example", "three@acme.example"});
        }));
        QCOMPARE(
            find([&](store::Reader& r) { return findByAnyEmail(r, m_store->sealer(), "TWO@acme.example"); }).size(),
            std::size_t(1));
        QVERIFY(
            write([&](store::Writer& writer) { return setOtherEmails(writer, m_store->sealer(), UserId("ann"), {}); }));
        QVERIFY(
            find([&](store::Reader& r) { return findByAnyEmail(r, m_store->sealer(), "two@acme.example"); }).empty());
    }
    void everyChangeToPeopleHasANumber() {
        QStringList seen;
        const auto since = [&](std::int64_t last) {
            seen.clear();
            return (*m_store)
                ->read([&](store::Reader& reader) {
                    return changesSince(
                        reader, m_store->sealer(), last,
                        [&](User&& user) { seen << QString::fromStdString(user.userName); },
                        [&](const UserId& id) { seen << "-" + QString::fromStdString(id.text()); });
                })
                .value();
        };
        const std::int64_t first = since(-1);
        QCOMPARE(seen.size(), 3);
        QCOMPARE(since(first), first);
        QVERIFY(seen.isEmpty());
        QVERIFY(write([&](store::Writer& writer) -> Status {
            TRY(user, findUser(writer, m_store->sealer(), UserId("ann")));
            user.userName = "anna";
            ENSURE(updateUser(writer, m_store->sealer(), user));
            return removeUser(writer, tenant(), UserId("zoe"), TestStore::kNow);
        }));
        const std::int64_t second = since(first);
        QCOMPARE(seen, (QStringList{"anna", "-zoe"}));
        QVERIFY(write([&](store::Writer& writer) { return markAllChanged(writer, tenant()); }));
        QVERIFY(since(second) > second);
        QCOMPARE(seen.size(), 2);
    }

private:
    const TenantId& tenant() const { return m_store->acme().id; }
    template <class F>
    Status write(F&& f) {
        const auto done = (*m_store)->write(std::forward<F>(f));
        return done ? Status() : Status(tl::unexpected<Error>(done.error()));
    }
    Status add(const char* group, const char* user) {
        return write([&](store::Writer& writer) {
            return addMember(writer, tenant(), GroupId(group), UserId(user), Source::Scim);
        });
    }
    Status nest(const char* parent, const char* child) {
        return write(
            [&](store::Writer& writer) { return addSubgroup(writer, tenant(), GroupId(parent), GroupId(child)); });
    }
    std::optional<std::int64_t> count(const char* group) {
        return find([&](store::Reader& reader) { return countMembers(reader, tenant(), GroupId(group)); });
    }
    /// "name+" of a group that holds the person itself, "name-" of another.
    QString groups(const char* user) {
        QStringList out;
        for (const GroupOf& each :
             find([&](store::Reader& reader) { return groupsOf(reader, tenant(), UserId(user)); })) {
            out << QString::fromStdString(each.name) + (each.direct ? "+" : "-");
        }
        return out.join(' ');
    }
    QString settle(const char* user) {
        std::vector<RoleChange> changes;
        (void)write([&](store::Writer& writer) { return settleRoles(writer, tenant(), UserId(user), changes); });
        QStringList out;
        for (const RoleChange& each : changes) {
            out << (each.gained ? "+" : "-") + QString::fromStdString(each.role);
        }
        return out.join(' ');
    }
    std::unique_ptr<TestStore> m_store;
};

} // namespace gatehouse::directory

QTEST_GUILESS_MAIN(gatehouse::directory::TestMembership)
#include "tst_membership.moc"
