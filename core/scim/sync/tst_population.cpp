// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <map>

#include "scim/core_schemas.h"
#include "scim/sync/population.h"

using namespace gatehouse;
using scim::sync::Population;
using scim::sync::readPopulation;
using scim::sync::readRecord;
using scim::sync::Reply;

namespace {

json::Value parsed(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return json::parse(text).value();
}

/// Answers by path, as it was told.
class Scripted final : public scim::sync::Service {
public:
    Result<Reply> ask(std::string_view, const std::string& path, const json::Value&) override {
        asked.push_back(path);
        const auto found = answers.find(path);
        return found == answers.end() ? Reply{404, nullptr} : found->second;
    }
    void says(const std::string& path, const std::string& text, int status = 200) {
        answers[path] = Reply{status, parsed(text)};
    }
    std::map<std::string, Reply> answers;
    std::vector<std::string> asked;
};

} // namespace

class TestPopulation : public QObject {
    Q_OBJECT

    scim::ResourceType m_users = scim::userType();
    scim::ResourceType m_groups = scim::groupType();

    Result<Population> read(Scripted& service, std::int64_t page = 2) {
        return readPopulation(service, m_users, m_groups, {100, page});
    }

private slots:
    void readsWhatItKnowsAndLeavesTheRest() {
        const auto record = readRecord(
            parsed("{'id':'7','userName':'ana','active':'True','shoeSize':43,'title':7,"
                   "'urn:example:2.0:User':{'x':1},'groups':[{'value':'g'}],'password':'secret','meta':{'x':1},"
                   "'emails':[{'value':'ana@acme.test','primary':false,'display':'Ana','type':'work'}],"
                   "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'department':'R&D'}}")
                .get_object(),
            m_users);
        QVERIFY2(record, record ? "" : record.error().reason.c_str());
        QCOMPARE(record->id, std::string("7"));
        QVERIFY(record->active());
        QCOMPARE(record->leftOut, std::vector<std::string>{"title"});
        for (const char* gone : {"shoeSize", "title", "groups", "password", "meta", "id", "urn:example:2.0:User"}) {
            QVERIFY2(!record->resource.contains(gone), gone);
        }
        QCOMPARE(json::write(record->resource.at("emails")),
                 std::string(R"([{"value":"ana@acme.test","type":"work"}])"));
    }

    void whatHasNoNameIsNobody() {
        QCOMPARE(readRecord(parsed("{'id':'7','displayName':'x'}").get_object(), m_users).error().reason,
                 std::string("scim.required"));
    }

    void membersThatCannotBeReadAreNoEmptyGroup() {
        QCOMPARE(
            readRecord(parsed("{'id':'7','displayName':'x','members':[{'display':'no id'}]}").get_object(), m_groups)
                .error()
                .reason,
            std::string("scim.value"));
    }

    void pagesByIndexEachOnce() {
        Scripted service;
        service.says("/Users?startIndex=1&count=2",
                     "{'totalResults':3,'Resources':[{'id':'1','userName':'a'},{'id':'2','userName':'b'}]}");
        service.says("/Users?startIndex=3&count=2",
                     "{'totalResults':3,'Resources':[{'id':'2','userName':'b'},{'id':'3','userName':'c'}]}");
        service.says("/Groups?startIndex=1&count=2", "{'totalResults':0}");
        const auto all = read(service);
        QVERIFY2(all, all ? "" : all.error().detail.c_str());
        QCOMPARE(all->people.size(), std::size_t(3));
    }

    void followsCursors() {
        Scripted service;
        service.says("/Users?startIndex=1&count=2",
                     "{'totalResults':2,'nextCursor':'a/b','Resources':[{'id':'1','userName':'a'}]}");
        service.says("/Users?count=2&cursor=a%2Fb", "{'totalResults':2,'Resources':[{'id':'2','userName':'b'}]}");
        const auto all = read(service);
        QVERIFY(all);
        QCOMPARE(all->people.size(), std::size_t(2));
        QVERIFY(all->groups.empty()); // 404: it has none
    }

    void aCursorThatComesBackEndsIt() {
        Scripted service;
        const std::string page = "{'totalResults':9,'nextCursor':'x','Resources':[{'id':'1','userName':'a'}]}";
        service.says("/Users?startIndex=1&count=2", page);
        service.says("/Users?count=2&cursor=x", page);
        QCOMPARE(read(service).error().reason, std::string("scim_sync.answer"));
    }

    void aGroupListedWithoutMembersIsAskedForThem() {
        Scripted service;
        service.says("/Users?startIndex=1&count=2", "{'totalResults':0,'Resources':[]}");
        service.says("/Groups?startIndex=1&count=2", "{'totalResults':2,'Resources':[{'id':'g/1','displayName':'A'},"
                                                     "{'id':'g2','displayName':'B','members':[]}]}");
        service.says("/Groups/g%2F1", "{'id':'g/1','displayName':'A','members':[{'value':'1'},{'value':'1'}]}");
        const auto all = read(service);
        QVERIFY(all);
        QCOMPARE(all->groups.front().members, std::vector<std::string>{"1"});
        QVERIFY(all->groups.back().members.empty());
    }

    void whatIsWrongWithOneIsNoReasonToRefuseTheOthers() {
        Scripted service;
        service.says("/Users?startIndex=1&count=2",
                     "{'totalResults':3,'Resources':[{'userName':'no id'},{'id':'2'},{'id':'3','userName':'c'}]}");
        const auto all = read(service);
        QVERIFY(all);
        QCOMPARE(all->people.size(), std::size_t(1));
        QCOMPARE(all->unreadable.size(), std::size_t(2));
    }

    void anAnswerThatIsNoListIsNoEmptyOne_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("reason");
        QTest::newRow("object") << "{}" << 200 << "scim_sync.answer";
        QTest::newRow("array") << "[]" << 200 << "scim_sync.answer";
        QTest::newRow("counted, not given") << "{'totalResults':5}" << 200 << "scim_sync.answer";
        QTest::newRow("refused") << "{'detail':'no'}" << 401 << "scim_sync.refused";
        QTest::newRow("people not found") << "{}" << 404 << "scim_sync.refused";
    }
    void anAnswerThatIsNoListIsNoEmptyOne() {
        QFETCH(QString, text);
        QFETCH(int, status);
        QFETCH(QString, reason);
        Scripted service;
        service.says("/Users?startIndex=1&count=2", text.toStdString(), status);
        QCOMPARE(QString::fromStdString(read(service).error().reason), reason);
    }

    void moreThanItMayIsRefused() {
        Scripted service;
        service.says("/Users?startIndex=1&count=2",
                     "{'totalResults':2,'Resources':[{'id':'1','userName':'a'},{'id':'2','userName':'b'}]}");
        QCOMPARE(readPopulation(service, m_users, m_groups, {1, 2}).error().reason, std::string("scim_sync.too_many"));
    }
};

QTEST_GUILESS_MAIN(TestPopulation)
#include "tst_population.moc"
