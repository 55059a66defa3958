// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/sync/plan.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::sync;

namespace {

Record person(const std::string& id, const std::string& name, const std::string& display = {}) {
    Record record;
    record.id = id;
    record.resource = {{"userName", name}, {"active", true}};
    if (!display.empty()) {
        record.resource["displayName"] = display;
    }
    return record;
}

Record group(const std::string& id, const std::string& name, std::vector<std::string> members) {
    Record record;
    record.id = id;
    record.resource = {{"displayName", name}};
    record.members = std::move(members);
    return record;
}

/// That `source` and `target` are the same, and that `written` was written there.
void link(Links& links, const std::string& source, const std::string& target, json::Object written) {
    links[{Kind::User, source}] = {target, std::move(written), {}, {}};
}

/// "create ana new, update ben drift"
std::string told(const Plan& plan) {
    std::string out;
    for (const Step& step : plan.steps) {
        out += (out.empty() ? "" : ", ") + std::string(actName(step.act)) + " " + step.name + " " +
               std::string(causeName(step.cause));
    }
    return out;
}

Plan planned(const Population& source, Population target, const Links& links = {},
             Leaving leaving = Leaving::Deactivate) {
    return makePlan(source, std::move(target), links, leaving, userType(), groupType());
}

json::Object wrote(const std::string& name, const std::string& display) {
    return {{"userName", name}, {"active", true}, {"displayName", display}};
}

} // namespace

class TestPlan : public QObject {
    Q_OBJECT
private slots:
    void whoIsNotThereIsMade() {
        QCOMPARE(told(planned({{person("1", "ana")}, {}, {}}, {})), std::string("create ana new"));
    }
    void theSameNameIsTheSamePersonWithoutRegardToCase() {
        const Plan plan = planned({{person("1", "ana")}, {}, {}}, {{person("x", "ANA")}, {}, {}});
        QCOMPARE(plan.count(Act::Create), std::size_t(0));
        QVERIFY(plan.strangers.empty());
    }
    void whatTheTargetHasOfItsOwnStays() {
        const Plan plan = planned({}, {{person("x", "root")}, {}, {}});
        QVERIFY(plan.steps.empty());
        QCOMPARE(plan.strangers.size(), std::size_t(1));
        QCOMPARE(plan.strangers.front().name, std::string("root"));
    }
    void aStepSaysOnWhichSideTheChangeWas() {
        for (const auto& [here, there, expected] :
             {std::tuple("New", "Old", "update ana source"), std::tuple("Old", "New", "update ana drift"),
              std::tuple("Newer", "New", "update ana both")}) {
            Links links;
            link(links, "1", "x", wrote("ana", "Old"));
            Record mine = person("1", "ana", here);
            Record theirs = person("x", "ana", there);
            theirs.resource["externalId"] = "1";
            links.begin()->second.written["externalId"] = "1";
            QCOMPARE(told(planned({{mine}, {}, {}}, {{theirs}, {}, {}}, links)), std::string(expected));
        }
    }
    void whoIsGoneIsTreatedAsTheTenantSays() {
        Links links;
        link(links, "1", "x", wrote("ana", "Ana"));
        const Population target{{person("x", "ana", "Ana")}, {}, {}};
        const Plan off = planned({}, target, links, Leaving::Deactivate);
        QCOMPARE(told(off), std::string("deactivate ana gone"));
        QCOMPARE(off.leaving(), std::size_t(1));
        QCOMPARE(told(planned({}, target, links, Leaving::Delete)), std::string("delete ana gone"));
        const Plan kept = planned({}, target, links, Leaving::Keep);
        QCOMPARE(kept.leaving(), std::size_t(0));
        QCOMPARE(kept.count(Act::Deactivate) + kept.count(Act::Delete), std::size_t(0));
    }
    void aGroupGetsItsMembersAndKeepsWhomTheSourceDoesNotKnow() {
        Links links;
        link(links, "1", "x", {{"userName", "ana"}, {"active", true}, {"externalId", "1"}});
        Population target{{person("x", "ana"), person("r", "root")}, {group("g", "Crew", {"r"})}, {}};
        target.people.front().resource["externalId"] = "1";
        const Plan plan = planned({{person("1", "ana")}, {group("7", "Crew", {"1"})}, {}}, target, links);
        QCOMPARE(plan.steps.size(), std::size_t(1));
        QCOMPARE(plan.steps.front().membersAdded, (std::vector<std::string>{"1"}));
        QVERIFY(plan.steps.front().membersRemoved.empty());
    }
    void whatIsTheSameIsNoStep() {
        Links links;
        json::Object written = wrote("ana", "Ana");
        written["externalId"] = "1";
        link(links, "1", "x", written);
        Record theirs = person("x", "ana", "Ana");
        theirs.resource["externalId"] = "1";
        const Plan plan = planned({{person("1", "ana", "Ana")}, {}, {}}, {{theirs}, {}, {}}, links);
        QVERIFY(plan.steps.empty());
        QCOMPARE(plan.same, std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
