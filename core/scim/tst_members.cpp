// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/patch.h"
#include "scim/resource.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const ResourceType kGroup = groupType();
const json::Object kStaff =
    object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'id':'g1','displayName':'Staff'}");

Result<Patched> patchGroup(const std::string& operations, const json::Object& group = kStaff) {
    return patch(group, value("{'Operations':[" + operations + "]}"), kGroup);
}

/// "=a,b" for exactly these, "+a -b" for a change, "" for none; or why the patch is refused.
std::string deltaOf(const Result<Patched>& patched) {
    if (!patched) {
        return patched.error().reason;
    }
    std::string out = patched->members.replaced ? "=" : "";
    for (const Member& each : patched->members.added) {
        out += "+" + each.id + (each.type.empty() ? "" : "(" + each.type + ")");
    }
    for (const std::string& each : patched->members.removed) {
        out += "-" + each;
    }
    return out;
}

std::string delta(const std::string& operations) {
    return deltaOf(patchGroup(operations));
}

std::string sample(const char* name) {
    return deltaOf(patch(kStaff, vectors(std::string("rfc-samples/rfc7644-3.5.2.") + name), kGroup));
}

} // namespace

class TestMembers : public QObject {
    Q_OBJECT
private slots:
    void membersComeAndGoWithoutKnowingThem() {
        QCOMPARE(
            delta("{'op':'add','path':'members','value':[{'value':'a','type':'User','display':'A'},{'value':'b'}]}"),
            std::string("+a(User)+b"));
        QCOMPARE(delta("{'op':'remove','path':'members[value eq \\'a\\']'}"), std::string("-a"));
        QCOMPARE(delta("{'op':'remove','path':'members[value eq \\'a\\' or value eq \\'b\\']'}"), std::string("-a-b"));
        QCOMPARE(delta("{'op':'remove','path':'members'}"), std::string("="));
        QCOMPARE(delta("{'op':'replace','path':'members','value':[{'value':'a'}]}"), std::string("=+a"));
        QCOMPARE(delta("{'op':'replace','path':'members','value':[]}"), std::string("="));
        QCOMPARE(delta("{'op':'add','path':'members[value eq \\'a\\']','value':{'type':'Group'}}"),
                 std::string("+a(Group)"));
        QCOMPARE(delta("{'op':'add','value':{'members':[{'value':'a'}]}}"), std::string("+a"));
    }
    void whatIsListedGoesAndNothingElse() {
        QCOMPARE(delta("{'op':'Remove','path':'members','value':[{'$ref':null,'value':'a'}]}"), std::string("-a"));
        QCOMPARE(delta("{'op':'remove','path':'members','value':{'value':'a'}}"), std::string("-a"));
        QCOMPARE(delta("{'op':'remove','path':'members','value':['a','b']}"), std::string("-a-b"));
        QCOMPARE(delta("{'op':'remove','path':'members','value':[]}"), std::string(""));
        QCOMPARE(delta("{'op':'remove','path':'members','value':[{'value':null}]}"), std::string("scim.value"));
        QCOMPARE(delta("{'op':'remove','path':'members','value':[{'display':'A'}]}"), std::string("scim.value"));
    }
    void theLastWordOnAMemberCounts() {
        QCOMPARE(delta("{'op':'add','path':'members','value':[{'value':'a'}]},{'op':'remove','path':'members[value eq "
                       "\\'a\\']'}"),
                 std::string("-a"));
        QCOMPARE(delta("{'op':'remove','path':'members[value eq "
                       "\\'a\\']'},{'op':'add','path':'members','value':[{'value':'a'}]}"),
                 std::string("+a"));
        QCOMPARE(delta("{'op':'replace','path':'members','value':[{'value':'a'},{'value':'b'}]},"
                       "{'op':'remove','path':'members[value eq \\'a\\']'}"),
                 std::string("=+b"));
        QCOMPARE(delta("{'op':'add','path':'members','value':[{'value':'a'},{'value':'a'}]}"), std::string("+a"));
        QCOMPARE(delta("{'op':'add','path':'members','value':[{'value':'a'}]},{'op':'remove','path':'members'}"),
                 std::string("="));
    }
    void theExamplesOfTheStandardDoWhatItSays() {
        QCOMPARE(sample("1-patch_op-add_members.json"), std::string("+2819c223-7f76-453a-919d-413861904646"));
        QCOMPARE(sample("2-patch_op-remove_all_members.json"), std::string("="));
        QCOMPARE(sample("2-patch_op-remove_one_member.json"), std::string("-2819c223-7f76-...413861904646"));
        QCOMPARE(sample("2-patch_op-remove_and_add_one_member.json"),
                 std::string("+08e1d05d...473d93df9210-2819c223...919d-413861904646"));
        QCOMPARE(sample("3-patch_op-replace_all_members.json"),
                 std::string("=+2819c223-7f76-453a-919d-413861904646+08e1d05d-121c-4561-8b96-473d93df9210"));
    }
    void theGroupItselfIsPatchedBeside() {
        const auto patched = patchGroup("{'op':'replace','value':{'id':'g1','displayName':'People'}},"
                                        "{'op':'add','path':'members','value':[{'value':'a'}]}");
        QCOMPARE(patched->resource.at("displayName"), json::Value("People"));
        QVERIFY(!patched->resource.contains("members"));
        QVERIFY(patched->changed);
        QVERIFY(!patchGroup("{'op':'replace','path':'displayName','value':'Staff'}")->changed);
    }
    void ofAMemberNothingCanChange() {
        for (const char* operation :
             {"{'op':'replace','path':'members[value eq \\'a\\'].value','value':'b'}",
              "{'op':'replace','path':'members[value eq \\'a\\']','value':{'value':'b'}}",
              "{'op':'add','path':'members[value eq \\'a\\']','value':{'value':'b'}}",
              "{'op':'replace','path':'members[value eq \\'a\\'].type','value':'Group'}",
              "{'op':'replace','path':'members[value eq \\'a\\'].display','value':'A'}",
              "{'op':'replace','path':'members.value','value':'b'}", "{'op':'remove','path':'members.type'}"}) {
            QVERIFY2(delta(operation) == "scim.mutability", operation);
        }
    }
    void aFilterForMoreThanIdsNeedsTheMembers() {
        const char* operation = "{'op':'remove','path':'members[type eq \\'Group\\']'}";
        QCOMPARE(delta(operation), std::string("scim.members_filter"));
        QCOMPARE(describe(patchGroup(operation).error()).scimType, std::string("invalidPath"));
        json::Object known = kStaff;
        known["members"] = value("[{'value':'a','type':'User'},{'value':'b','type':'Group'}]");
        const auto patched = patchGroup(operation, known);
        QCOMPARE(deltaOf(patched), std::string("-b"));
        QVERIFY(patched->resource == known); // the list is not touched
        QCOMPARE(deltaOf(patchGroup(std::string("{'op':'add','path':'members','value':['c']},") + operation, known)),
                 std::string("scim.members_filter"));
    }
    void tenThousandMembersCostLittle() { // SC-17
        std::string list;
        for (int i = 0; i < 10'000; ++i) {
            list += (i == 0 ? "{'value':'" : ",{'value':'") + std::to_string(i) + "'}";
        }
        const json::Value body = value("{'Operations':[{'op':'add','path':'members','value':[" + list + "]}]}");
        QElapsedTimer timer;
        timer.start();
        const auto patched = patch(kStaff, body, kGroup);
        QCOMPARE(patched->members.added.size(), 10'000UL);
        QVERIFY(timer.elapsed() < 500);
        const json::Value thrice = value("{'Operations':[{'op':'add','path':'members','value':[" + list +
                                         "]},{'op':'add','path':'members','value':[" + list +
                                         "]},{'op':'remove','path':'members','value':[" + list + "]}]}");
        QCOMPARE(reason(patch(kStaff, thrice, kGroup)), std::string("scim.patch_too_large"));
    }
    void theMembersOfABodyAreTakenOutOnce() {
        auto group = readCreate(object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'displayName':'G',"
                                       "'members':[{'value':'a','type':'Group'},{'value':'b'},{'value':'a'}]}"),
                                kGroup);
        const auto members = takeMembers(*group);
        QCOMPARE(members->size(), 2UL);
        QVERIFY(members->front() == (Member{"a", "Group"}));
        QVERIFY(!group->contains("members"));
        json::Object broken = object("{'members':[{'type':'User'}]}");
        QCOMPARE(reason(takeMembers(broken)), std::string("scim.value"));
    }
};

QTEST_GUILESS_MAIN(TestMembers)
#include "tst_members.moc"
