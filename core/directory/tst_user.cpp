// SPDX-License-Identifier: Apache-2.0
// A person, a group and a role as they are submitted.
#include <QtTest>

#include "directory/directory.h"

using namespace gatehouse;
using directory::User;

namespace {

template <class Thing>
QStringList read(const json::Object& object, Thing& thing) {
    Problems problems;
    directory::readJson(object, thing, problems);
    QStringList out;
    for (const Problem& problem : problems) {
        out << QString::fromStdString(problem.pointer + " " + problem.code);
    }
    return out;
}

} // namespace

class TestUser : public QObject {
    Q_OBJECT
private slots:
    void addressesAreComparedWithoutCaseAndBlanks() {
        QCOMPARE(directory::normalizedEmail(" Ann@ACME.example\t"), std::string("ann@acme.example"));
        QVERIFY(directory::normalizedEmail("ann@acme.example") != directory::normalizedEmail("ann@acme.example."));
        QVERIFY(directory::normalizedEmail("ann+1@acme.example") != directory::normalizedEmail("ann@acme.example"));
    }
    void aDomainIsWhatFollowsTheLastAt() {
        QCOMPARE(directory::emailDomain("ann@ACME.example"), std::string("acme.example"));
        QCOMPARE(directory::emailDomain("\"a@acme.example\"@evil.example"), std::string("evil.example"));
        for (const char* none : {"", "ann", "@acme.example", "ann@", "@"}) {
            QVERIFY2(directory::emailDomain(none).empty(), none);
        }
    }
    void theAddressServesAsUserNameWhereNoneIsGiven() {
        User user;
        QCOMPARE(read({{"email", "ann@acme.example"}}, user), QStringList());
        QCOMPARE(user.userName, std::string("ann@acme.example"));
        QVERIFY(!user.emailVerified);
        QVERIFY(user.active);
    }
    void rolesAreGivenByHandUnlessTheySayOtherwise() {
        User user;
        const json::Array roles{
            "member", json::Object{{"name", "admin"}},
            json::Object{{"name", "cook"}, {"source", "sso"}, {"expiresAt", nullptr}},
            json::Object{{"name", "guest"}, {"source", "made up"}, {"expiresAt", "2027-01-01T00:00:00Z"}}};
        QCOMPARE(read({{"userName", "ann"}, {"roles", roles}}, user), QStringList());
        QCOMPARE(user.roles.size(), std::size_t(4));
        QVERIFY(user.roles[0].source == directory::Source::Manual);
        QVERIFY(user.roles[1].source == directory::Source::Manual);
        QVERIFY(user.roles[2].source == directory::Source::Sso && !user.roles[2].expiresAt);
        QVERIFY(user.roles[3].source == directory::Source::Manual);
        QCOMPARE(user.roles[3].expiresAt, std::optional(parseRfc3339("2027-01-01T00:00:00Z").value()));
    }
    void whatIsShownCanBeSubmittedAgain() {
        User user;
        (void)read({{"userName", "ann"},
                    {"email", "a@acme.example"},
                    {"roles", json::Array{"member"}},
                    {"attributes", {{"x", 1}}}},
                   user);
        const json::Object shown = directory::toJson(user);
        User again;
        QCOMPARE(read(shown, again), QStringList());
        QCOMPARE(json::write(directory::toJson(again)), json::write(shown));
    }
    // RP-17: nobody gets an identity, a group or an id by asking for it
    void identitiesGroupsAndIdAreReadOnlyHere() {
        User user;
        user.id = UserId("u1");
        const json::Object identity{{"connectionId", "c1"}, {"issuer", "https://idp.example"}, {"subject", "boss"}};
        QCOMPARE(read({{"userName", "ann"},
                       {"id", "u2"},
                       {"identities", json::Array{identity}},
                       {"groups", json::Array{"bosses"}},
                       {"federated", true}},
                      user),
                 QStringList());
        QCOMPARE(user.id.text(), std::string("u1"));
        QVERIFY(user.identities.empty());
        QVERIFY(user.groups.empty());
    }
    void eachWrongMemberIsNamedByItsPointer_data() {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* object, const char* problem) { QTest::newRow(object) << object << problem; };
        row("{}", "/userName required");
        row("{\"userName\":1}", "/userName wrong_type");
        row("{\"email\":\"ann\"}", "/email email_invalid");
        row("{\"email\":\"@acme.example\"}", "/email email_invalid");
        row("{\"userName\":\"a\",\"emailVerified\":\"true\"}", "/emailVerified wrong_type");
        row("{\"userName\":\"a\",\"active\":1}", "/active wrong_type");
        row("{\"userName\":\"a\",\"attributes\":[]}", "/attributes wrong_type");
        row("{\"userName\":\"a\",\"roles\":\"admin\"}", "/roles wrong_type");
        row("{\"userName\":\"a\",\"roles\":[1]}", "/roles wrong_type");
        row("{\"userName\":\"a\",\"roles\":[\"\"]}", "/roles wrong_type");
        row("{\"userName\":\"a\",\"roles\":[{\"name\":\"x\",\"expiresAt\":\"soon\"}]}", "/roles wrong_type");
        row("{\"userName\":\"a\",\"password\":\"x\"}", "/password unknown_member");
    }
    void eachWrongMemberIsNamedByItsPointer() {
        QFETCH(QString, object);
        QFETCH(QString, problem);
        User user;
        const QStringList problems = read(json::parseObject(object.toStdString()).value(), user);
        QVERIFY2(problems.contains(problem), qPrintable(problems.join("; ")));
    }
    void aGroupAndARoleNeedAName() {
        directory::Group group;
        QCOMPARE(read({{"description", "x"}}, group), QStringList("/name required"));
        QVERIFY(read({{"name", "cooks"}, {"members", "u1"}}, group).contains("/members wrong_type"));
        directory::Role role;
        QCOMPARE(read({{"permissions", json::Array()}}, role), QStringList("/name required"));
        QVERIFY(read({{"name", "admin"}, {"permissions", json::Array{1}}}, role).contains("/permissions wrong_type") ||
                read({{"name", "admin"}, {"permissions", json::Array{1}}}, role).contains("/permissions/0 wrong_type"));
    }
};

QTEST_GUILESS_MAIN(TestUser)
#include "tst_user.moc"
