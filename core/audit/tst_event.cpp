// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "audit/event.h"
#include "crypto/hash.h"

using namespace gatehouse;
using namespace gatehouse::audit;

class TestEvent : public QObject {
    Q_OBJECT

    static Record sample() {
        Record record;
        record.type = "UserUpdated";
        record.outcome = Outcome::Denied;
        record.actor = {ActorType::Admin, "a1", "Ben"};
        record.target = {"user", "u1", "Ana"};
        record.ip = "192.0.2.1";
        record.flowId = FlowId("f1");
        record.reason = "admin.forbidden";
        record.data = {{"changed", json::Array{"department"}}};
        record.personal = {{"department", "R&D"}, {"odd/~name", 7}};
        return record;
    }

private slots:
    void thePublicFormHasTheMembersOfTheContract() {
        const PublicEvent shown = publicEvent(sample(), "id-1", fromMillis(0));
        QCOMPARE(
            json::write(shown.event),
            std::string(R"({"id":"id-1","time":"1970-01-01T00:00:00.000Z","type":"UserUpdated","outcome":"denied",)"
                        R"("reason":"admin.forbidden","actor":{"type":"admin","id":"a1","name":"Ben"},)"
                        R"("target":{"type":"user","id":"u1","name":"Ana"},"ip":"192.0.2.1","flowId":"f1",)"
                        R"("data":{"changed":["department"],"department":"R&D","odd/~name":7}})"));
        QVERIFY((shown.personal == std::vector<std::string>{"/data/department", "/data/odd~1~0name", "/actor/name",
                                                            "/target/name", "/ip"}));
    }
    void whatIsEmptyIsNull() {
        Record record;
        record.type = "KeyCreated";
        const PublicEvent shown = publicEvent(record, "id-1", fromMillis(0));
        QCOMPARE(
            json::write(shown.event),
            std::string(
                R"({"id":"id-1","time":"1970-01-01T00:00:00.000Z","type":"KeyCreated","outcome":"success","reason":null,)"
                R"("actor":{"type":"system","id":null,"name":null},"target":null,"ip":null,"flowId":null,"data":{}})"));
        QVERIFY(shown.personal.empty());
    }
    void aCommitmentIsTheHashOfSaltAndCanonicalValue() {
        QCOMPARE(commitment("salt", json::Value("Ana")), base64UrlEncode(crypto::sha256("salt\"Ana\"")));
        QVERIFY(commitment("salt", json::Value("Ana")) != commitment("tlas", json::Value("Ana")));
        QVERIFY(commitment("s", json::Value("1")) != commitment("s", json::Value(1)));
    }
    void theHashedFormIsTheSameBeforeAndAfterAnErasure() {
        const PublicEvent shown = publicEvent(sample(), "id-1", fromMillis(0));
        json::Object salts;
        json::Object commitments;
        json::Object erased = shown.event;
        for (const std::string& pointer : shown.personal) {
            salts[pointer] = json::Object{{"salt", base64UrlEncode("salt of " + pointer)}};
            json::Value* place = personalAt(erased, pointer);
            commitments[pointer] = json::Object{{"commitment", commitment("salt of " + pointer, *place)}};
            *place = nullptr;
        }
        const auto before = hashedForm(shown.event, salts);
        const auto after = hashedForm(erased, commitments);
        QVERIFY(before);
        QVERIFY(after);
        QCOMPARE(json::canonical(*before), json::canonical(*after));
        QVERIFY(json::write(*before).find("Ana") == std::string::npos);
        QVERIFY(json::write(*before).find("192.0.2.1") == std::string::npos);
        QCOMPARE(commitmentsIn(*before).size(), shown.personal.size());
    }
    void aCommitmentInAWrongPlaceIsRefused_data() {
        QTest::addColumn<QString>("commitments");
        QTest::newRow("type") << R"({"/type":{"salt":"AAAA"}})";
        QTest::newRow("actor id") << R"({"/actor/id":{"salt":"AAAA"}})";
        QTest::newRow("outcome") << R"({"/outcome":{"commitment":"AAAA"}})";
        QTest::newRow("nothing there") << R"({"/data/none":{"salt":"AAAA"}})";
        QTest::newRow("inside a member") << R"({"/data/changed/0":{"salt":"AAAA"}})";
        QTest::newRow("both") << R"({"/ip":{"salt":"AAAA","commitment":"AAAA"}})";
        QTest::newRow("neither") << R"({"/ip":{}})";
        QTest::newRow("not an object") << R"({"/ip":"AAAA"})";
        QTest::newRow("bad salt") << R"({"/ip":{"salt":"A A"}})";
        QTest::newRow("erased but there") << R"({"/ip":{"commitment":"AAAA"}})";
    }
    void aCommitmentInAWrongPlaceIsRefused() {
        QFETCH(QString, commitments);
        const json::Object event = publicEvent(sample(), "id-1", fromMillis(0)).event;
        QVERIFY(!hashedForm(event, *json::parseObject(commitments.toStdString())));
    }
    void hostileTextBecomesOneCleanRecord() {
        Record record = sample();
        record.actor.name = std::string("\r\n\x1b[31m\xe2\x80\xae\",\"outcome\":\"ok\0", 22);
        record.reason = "\xff\xfe bad \xc0\xaf";
        record.target.name = std::string(1'000'000, 'x');
        record.personal = {{"agent", std::string(10'000, 'a') + "\xc3"}};
        const PublicEvent shown = publicEvent(record, "id-1", fromMillis(0));
        const std::string line = json::write(shown.event);
        QVERIFY(isUtf8(line));
        QVERIFY(line.size() < 16'000);
        QVERIFY(line.find('\n') == std::string::npos);
        QVERIFY(line.find('\r') == std::string::npos);
        QVERIFY(line.find('\x1b') == std::string::npos);
        QCOMPARE(json::stringMember(shown.event, "outcome"), std::optional<std::string_view>("denied"));
        QCOMPARE(publicEvent(record, "id-1", fromMillis(0)).event, shown.event);
    }
    void cuttingTwiceGivesTheSame() {
        Record record;
        record.type = "X";
        for (int shift = 0; shift < 4; ++shift) {
            record.reason = std::string(std::size_t(shift), 'x');
            for (int i = 0; i < 3000; ++i) {
                record.reason += "\xe2\x82\xac";
            }
            const auto once = publicEvent(record, "i", fromMillis(0)).event;
            record.reason = std::string(*json::stringMember(once, "reason"));
            QCOMPARE(publicEvent(record, "i", fromMillis(0)).event, once);
        }
    }
    void deepDataIsCut() {
        json::Value deep = 1;
        for (int i = 0; i < 100; ++i) {
            deep = json::Array{deep};
        }
        Record record;
        record.type = "X";
        record.data = {{"deep", deep}};
        QVERIFY(json::parseObject(json::write(publicEvent(record, "i", fromMillis(0)).event)));
    }
    void theChainHashIsTheOneOfTheDesign() {
        const Bytes previous(32, 'p');
        const Bytes event(32, 'e');
        QCOMPARE(chainHash(258, previous, event),
                 crypto::sha256(std::string("\x02\0\0\0\0\0\0\x01\x02", 9) + previous + event));
        QVERIFY(chainHash(1, previous, event) != chainHash(2, previous, event));
        QCOMPARE(genesisHash(TenantId("t"), fromMillis(0)),
                 crypto::sha256("gatehouse-audit-v1\nt1970-01-01T00:00:00.000Z"));
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
