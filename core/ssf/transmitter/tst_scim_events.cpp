// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "ssf/transmitter/scim_events.h"

namespace gatehouse::ssf::transmitter {

namespace {

constexpr std::string_view kPrefix = "urn:ietf:params:scim:event:prov:";

/// "patch:notice displayName,title; activate"
std::string toText(const std::vector<SecurityEvent>& events) {
    std::string out;
    for (const SecurityEvent& event : events) {
        out += (out.empty() ? "" : "; ") + event.type.substr(kPrefix.size());
        const auto names = json::stringsMember(event.payload, "attributes");
        for (std::size_t i = 0; names && i < names->size(); ++i) {
            out += (i == 0 ? " " : ",") + names->at(i);
        }
    }
    return out;
}

} // namespace

class ScimEvents : public QObject {
    Q_OBJECT

private slots:
    void saysWhatARecordMeans_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("expected");
        QTest::newRow("made over SCIM") << "UserProvisioned"
                                        << R"({"resource":{"schemas":["x"],"userName":"ann","emails":[]}})"
                                        << "create:notice emails,userName";
        QTest::newRow("made by an administrator")
            << "UserProvisioned" << R"({"after":{"userName":"ann","email":"a@b.example","givenName":"","roles":[]}})"
            << "create:notice emails,userName";
        QTest::newRow("made by a login") << "UserProvisioned" << R"({"connection":"okta"})"
                                         << "create:notice all,of,them";
        QTest::newRow("changed over SCIM") << "UserUpdated"
                                           << R"({"changes":[{"path":"title"},{"path":"name.givenName"}]})"
                                           << "patch:notice name.givenName,title";
        QTest::newRow("changed in what no client sees") << "UserUpdated" << R"({"after":{"roles":[]}})" << "";
        QTest::newRow("let in again") << "UserUpdated"
                                      << R"({"changes":[{"path":"active","before":false,"after":true}]})"
                                      << "activate";
        QTest::newRow("let in again, and renamed")
            << "UserUpdated" << R"({"after":{"active":true,"displayName":"Ann"}})"
            << "patch:notice displayName; activate";
        QTest::newRow("shut out") << "UserUpdated"
                                  << R"({"changes":[{"path":"active","before":true,"after":false}]})" << "";
        QTest::newRow("deactivated") << "UserDeactivated" << R"({"sessionsEnded":2})" << "deactivate";
        QTest::newRow("erased from the log since") << "UserUpdated" << R"({"changes":null})"
                                                   << "patch:notice all,of,them";
        QTest::newRow("deleted") << "UserErased" << "{}" << "delete";
        QTest::newRow("something else") << "RoleAssigned" << "{}" << "";
        QTest::newRow("group made") << "GroupCreated" << R"({"membersAdded":2,"membersRemoved":0,"renamed":true})"
                                    << "create:notice displayName,members";
        QTest::newRow("group renamed") << "GroupUpdated" << R"({"membersAdded":0,"membersRemoved":0,"renamed":true})"
                                       << "patch:notice displayName";
        QTest::newRow("members") << "GroupUpdated" << R"({"membersAdded":0,"membersRemoved":1,"renamed":false})"
                                 << "patch:notice members";
        QTest::newRow("members by an administrator") << "GroupUpdated" << R"({"added":["u"],"removed":[]})"
                                                     << "patch:notice members";
        QTest::newRow("group renamed by an administrator") << "GroupUpdated" << R"({"after":{"name":"Team"}})"
                                                           << "patch:notice displayName";
        QTest::newRow("group deleted") << "GroupDeleted" << "{}" << "delete";
    }
    void saysWhatARecordMeans() {
        QFETCH(QString, type);
        QFETCH(QString, data);
        QFETCH(QString, expected);
        audit::Entry entry;
        entry.id = "0192";
        entry.record.type = type.toStdString();
        entry.record.target = {type.startsWith("Group") ? "group" : "user", "an-id", "Ann"};
        entry.record.data = json::parseObject(data.toStdString()).value();
        const auto whole = [] { return std::vector<std::string>{"of", "them", "all"}; };
        const auto events = scimEventsOf(entry, whole);
        QCOMPARE(QString::fromStdString(toText(events)), expected);
        for (const SecurityEvent& event : events) {
            const char* place = type.startsWith("Group") ? "/Groups/an-id" : "/Users/an-id";
            QCOMPARE(event.subject, (json::Object{{"format", "scim"}, {"uri", place}, {"id", "an-id"}}));
            QCOMPARE(event.txn, std::string("0192"));
        }
    }

    void followsAllThatItMakesEventsOf() {
        const auto followed = followedRecords();
        for (const char* type : {"UserProvisioned", "UserMatched", "UserUpdated", "UserDeactivated", "UserErased",
                                 "GroupCreated", "GroupUpdated", "GroupDeleted"}) {
            QVERIFY(std::find(followed.begin(), followed.end(), type) != followed.end());
        }
    }

    void tellsNothingOfWhatFailed() {
        audit::Entry entry;
        entry.record.type = "UserErased";
        entry.record.target = {"user", "an-id", {}};
        entry.record.outcome = audit::Outcome::Denied;
        QVERIFY(scimEventsOf(entry, [] { return std::vector<std::string>(); }).empty());
    }

    void makesClaimsOfOneEvent() {
        SecurityEvent event = verificationOf("a-stream", "xyz");
        event.txn = "t";
        const json::Object claims = claimsOf(event, "https://gate.example/t/acme", "receiver", "j", fromUnixSeconds(7));
        QCOMPARE(json::write(claims),
                 std::string(R"({"iss":"https://gate.example/t/acme","aud":"receiver","iat":7,"jti":"j",)"
                             R"("sub_id":{"format":"opaque","id":"a-stream"},"events":{)"
                             R"("https://schemas.openid.net/secevent/ssf/event-type/verification":{"state":"xyz"}},)"
                             R"("txn":"t"})"));
        QCOMPARE(eventTypeOf(claims), event.type);
        QVERIFY(eventTypeOf({}).empty());
    }
};

} // namespace gatehouse::ssf::transmitter

QTEST_GUILESS_MAIN(gatehouse::ssf::transmitter::ScimEvents)
#include "tst_scim_events.moc"
