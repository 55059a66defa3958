// SPDX-License-Identifier: Apache-2.0
// People and their upstream accounts in the store: sealed, unique, their tenant's alone.
#include <QtTest>

#include "directory/directory.h"
#include "tests/support/test_store.h"

using namespace gatehouse;
using directory::Identity;
using directory::User;
using test::TestStore;

class TestUsers : public QObject {
    Q_OBJECT
private slots:
    void init() { m_store = std::make_unique<TestStore>(directory::migrations()); }

    void aPersonIsReadBackAsWritten() {
        User user = make("u1", "ann");
        user.displayName = "Ann Ekholm";
        user.attributes = {{"department", "Kitchen"}};
        user.roles = {{"admin", directory::Source::Manual, TestStore::kNow}, {"admin", directory::Source::Sso, {}}};
        QVERIFY(insert(user));
        QCOMPARE(json::write(directory::toJson(*find("u1"))), json::write(directory::toJson(user)));
    }
    // No personal data in clear in the file
    void nothingPersonalIsStoredInClear() {
        User user = make("u1", "ann-canary");
        user.displayName = "Name Canary";
        user.attributes = {{"phone", "phone-canary"}};
        QVERIFY(insert(user));
        QVERIFY(bind("u1", "subject-canary"));
        std::string raw;
        for (const char* table : {"users", "identities"}) {
            (void)(*m_store)->read([&](store::Reader& reader) {
                return reader.query(std::string("SELECT sealed, * FROM ") + table, {}, [&](const store::Row& row) {
                    for (int column = 0; column < 6; ++column) {
                        raw.append(row.isNull(column) ? "" : row.text(column)).append("|");
                    }
                    return true;
                });
            });
        }
        QVERIFY(raw.size() > 100);
        for (const char* canary : {"canary", "Canary", "acme.example"}) {
            QVERIFY2(raw.find(canary) == std::string::npos, canary);
        }
    }
    void aNameAndAnAddressAreTakenOnceWithoutCase() {
        QVERIFY(insert(make("u1", "ann")));
        User sameName = make("u2", "ANN");
        sameName.email = "other@acme.example";
        QCOMPARE(insert(sameName).error().reason, std::string("directory.user_name_taken"));
        User sameEmail = make("u3", "bob");
        sameEmail.email = " Ann@ACME.example ";
        QCOMPARE(insert(sameEmail).error().reason, std::string("directory.email_taken"));
        QVERIFY(insert(make("u4", "bob")));
        User moved = find("u4").value();
        moved.email = "ann@acme.example";
        QCOMPARE(update(moved).error().reason, std::string("directory.email_taken"));
        // People without an address do not collide.
        for (const char* id : {"u5", "u6"}) {
            User none = make(id, id);
            none.email.clear();
            QVERIFY(insert(none));
        }
        QVERIFY(insertAt(m_store->evil(), make("u7", "ann")));
    }
    void aVersionIsWrittenOnce() {
        QVERIFY(insert(make("u1", "ann")));
        User one = find("u1").value();
        User two = one;
        one.active = false;
        QVERIFY(update(one));
        QCOMPARE(update(two).error().reason, std::string("directory.stale"));
        QVERIFY(!find("u1")->active);
        QCOMPARE(isActive("u1"), false);
        QCOMPARE(isActive("nobody"), false);
    }
    void anotherTenantSeesNobody() {
        QVERIFY(insert(make("u1", "ann")));
        const store::Sealer evil = TestStore::sealerFor(m_store->evil());
        (void)(*m_store)->read([&](store::Reader& reader) -> Status {
            [&] {
                QCOMPARE(directory::findUser(reader, evil, UserId("u1")).error().reason,
                         std::string("directory.user_not_found"));
                QVERIFY(directory::findByEmail(reader, evil, "ann@acme.example")->empty());
                QVERIFY(directory::listUsers(reader, evil, "", "", 10)->items.empty());
                QCOMPARE(*directory::isActive(reader, m_store->evil().id, UserId("u1")), false);
            }();
            return {};
        });
        QVERIFY(!(*m_store)->write([&](store::Writer& writer) {
            return directory::removeUser(writer, m_store->evil().id, UserId("u1"), Time());
        }));
        QVERIFY(find("u1"));
    }
    void aSearchFindsNamesAndAddressesAnywhere() {
        for (const char* name : {"ann", "bob", "annika"}) {
            QVERIFY(insert(make(std::string("u-") + name, name)));
        }
        QCOMPARE(list("ANN", "", 10).items.size(), std::size_t(2));
        QCOMPARE(list("@acme", "", 10).items.size(), std::size_t(3));
        QCOMPARE(list("%", "", 10).items.size(), std::size_t(0));
        const auto first = list("", "", 2);
        QCOMPARE(first.items.size(), std::size_t(2));
        QCOMPARE(list("", first.nextCursor.value(), 2).items.size(), std::size_t(1));
    }

    // RP-15, RP-19: an account is bound once, whoever asks
    void anAccountIsBoundOnceAndNeverPointedElsewhere() {
        QVERIFY(insert(make("u1", "ann")));
        QVERIFY(insert(make("u2", "bob")));
        QVERIFY(bind("u1", "s-1"));
        QCOMPARE(bind("u2", "s-1").error().reason, std::string("directory.identity_bound"));
        QCOMPARE(bind("u1", "s-1").error().reason, std::string("directory.identity_bound"));
        QCOMPARE(*boundTo("c1", "https://idp.example", "s-1"), UserId("u1"));
    }
    void anAccountIsItsConnectionItsIssuerAndItsSubject() {
        QVERIFY(insert(make("u1", "ann")));
        QVERIFY(bind("u1", "s-1"));
        for (const auto& [connection, issuer, subject] :
             {std::tuple("c2", "https://idp.example", "s-1"), std::tuple("c1", "https://idp.example/", "s-1"),
              std::tuple("c1", "https://idp.example", "S-1"), std::tuple("c1", "https://idp.example", "s-1 "),
              std::tuple("c1", "https://idp.examples-1", ""), std::tuple("c1", "https://idp.example", "s-12")}) {
            QVERIFY(!boundTo(connection, issuer, subject));
        }
    }
    void aLoginIsRememberedOnThePersonAndTheAccount() {
        QVERIFY(insert(make("u1", "ann")));
        QVERIFY(bind("u1", "s-1"));
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return directory::touchLogin(writer, m_store->sealer(),
                                         {ConnectionId("c1"), "https://idp.example", "s-1", {}},
                                         TestStore::kNow + Seconds(9));
        }));
        const User user = find("u1").value();
        QVERIFY(user.lastLogin == TestStore::kNow + Seconds(9));
        QCOMPARE(user.identities.size(), std::size_t(1));
        QVERIFY(user.identities.front().lastLogin == TestStore::kNow + Seconds(9));
        QCOMPARE(user.identities.front().subject, std::string("s-1"));
    }
    void aRemovedPersonLeavesNoAccountBehind() {
        QVERIFY(insert(make("u1", "ann")));
        QVERIFY(bind("u1", "s-1"));
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return directory::removeUser(writer, m_store->acme().id, UserId("u1"), Time());
        }));
        QVERIFY(!boundTo("c1", "https://idp.example", "s-1"));
        QVERIFY(insert(make("u2", "ann")));
        QVERIFY(bind("u2", "s-1"));
    }

private:
    static User make(const std::string& id, const std::string& name) {
        User user;
        user.id = UserId(id);
        user.userName = name;
        user.email = name + "@acme.example";
        user.createdAt = user.updatedAt = TestStore::kNow;
        return user;
    }
    Status insert(const User& user) { return insertAt(m_store->acme(), user); }
    Status insertAt(const tenants::Tenant& tenant, const User& user) {
        return (*m_store)->write(
            [&](store::Writer& writer) { return directory::insertUser(writer, TestStore::sealerFor(tenant), user); });
    }
    Status update(User& user) {
        return (*m_store)->write(
            [&](store::Writer& writer) { return directory::updateUser(writer, m_store->sealer(), user); });
    }
    Status bind(const char* user, const char* subject) {
        return (*m_store)->write([&](store::Writer& writer) {
            return directory::bindIdentity(writer, m_store->sealer(), UserId(user),
                                           {ConnectionId("c1"), "https://idp.example", subject, {}}, TestStore::kNow);
        });
    }
    Result<User> find(const char* id) {
        return (*m_store)->read(
            [&](store::Reader& reader) { return directory::findUser(reader, m_store->sealer(), UserId(id)); });
    }
    bool isActive(const char* id) {
        return (*m_store)
            ->read([&](store::Reader& reader) { return directory::isActive(reader, m_store->acme().id, UserId(id)); })
            .value();
    }
    std::optional<UserId> boundTo(const char* connection, const char* issuer, const char* subject) {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return directory::findByIdentity(reader, m_store->sealer(), ConnectionId(connection), issuer, subject);
            })
            .value();
    }
    directory::UserPage list(const char* query, const std::string& cursor, std::size_t limit) {
        return (*m_store)
            ->read([&](store::Reader& reader) {
                return directory::listUsers(reader, m_store->sealer(), query, cursor, limit);
            })
            .value();
    }
    std::unique_ptr<TestStore> m_store;
};

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"
