// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "directory/directory.h"
#include "provisioning/people_index.h"
#include "provisioning/person.h"
#include "tests/support/test_store.h"

namespace gatehouse::provisioning {

using test::TestStore;
using Key = PeopleIndex::Key;

class TestPeopleIndex : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_store = std::make_unique<TestStore>(directory::migrations());
        m_index = std::make_unique<PeopleIndex>();
        put("u1", "Ann", "E-1");
        put("u2", "anna", "e-2");
        put("u3", "Bob", "E-3");
    }

    void namesAreFoundByHowTheyBeginInAnyCase() {
        QCOMPARE(found(Key::UserName, "ann"), QString("u1 u2"));
        QCOMPARE(found(Key::UserName, "anna"), QString("u2"));
        QCOMPARE(found(Key::UserName, ""), QString("u1 u2 u3"));
        QCOMPARE(found(Key::UserName, "zoe"), QString());
        QCOMPARE(found(Key::DisplayName, "dr. b"), QString("u3"));
        QCOMPARE(found(Key::Email, "ann"), QString("u1 u2"));
        QCOMPARE(found(Key::Email, "second-"), QString("u1 u2 u3"));
    }
    void anExternalIdIsComparedAsItIs() {
        QCOMPARE(found(Key::ExternalId, "E-"), QString("u1 u3"));
        QCOMPARE(found(Key::ExternalId, "e-"), QString("u2"));
    }
    void itFollowsWhoComesChangesAndGoes() {
        QCOMPARE(found(Key::UserName, "ann"), QString("u1 u2"));
        put("u4", "annika", "E-4");
        rename("u1", "zoe");
        QVERIFY((*m_store)->write([&](store::Writer& writer) {
            return directory::removeUser(writer, m_store->acme().id, UserId("u2"), TestStore::kNow);
        }));
        QCOMPARE(found(Key::UserName, "ann"), QString("u4"));
        QCOMPARE(found(Key::UserName, "zoe"), QString("u1"));
        QCOMPARE(found(Key::ExternalId, "e-"), QString());
    }
    void tenantsAreApart() {
        QCOMPARE(found(Key::UserName, "ann"), QString("u1 u2"));
        const auto ids = (*m_store)->read([&](store::Reader& reader) {
            return m_index->startingWith(reader, TestStore::sealerFor(m_store->evil()), Key::UserName, "ann");
        });
        QVERIFY(ids->empty());
    }

private:
    void put(const char* id, const char* name, const char* externalId) {
        directory::User user;
        user.id = UserId(id);
        user.createdAt = user.updatedAt = TestStore::kNow;
        take({{"userName", name},
              {"externalId", externalId},
              {"displayName", std::string("Dr. ") + name},
              {"emails", json::Array{json::Object{{"value", std::string(name) + "@acme.example"}, {"primary", true}},
                                     json::Object{{"value", std::string("second-") + name + "@acme.example"}}}}},
             "", user);
        QVERIFY((*m_store)->write(
            [&](store::Writer& writer) { return directory::insertUser(writer, m_store->sealer(), user); }));
    }
    void rename(const char* id, const char* name) {
        QVERIFY((*m_store)->write([&](store::Writer& writer) -> Status {
            TRY(user, directory::findUser(writer, m_store->sealer(), UserId(id)));
            user.userName = name;
            return directory::updateUser(writer, m_store->sealer(), user);
        }));
    }
    QString found(Key key, const char* prefix) {
        const auto ids = (*m_store)->read(
            [&](store::Reader& reader) { return m_index->startingWith(reader, m_store->sealer(), key, prefix); });
        QStringList out;
        for (const UserId& id : *ids) {
            out << QString::fromStdString(id.text());
        }
        return out.join(' ');
    }
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<PeopleIndex> m_index;
};

} // namespace gatehouse::provisioning

QTEST_GUILESS_MAIN(gatehouse::provisioning::TestPeopleIndex)
#include "tst_people_index.moc"
