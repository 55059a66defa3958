// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/make_attribute.h"
#include "scim/patch.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const std::string kEnterprise(kEnterpriseSchema);

ResourceType testType() {
    return userType({*makeExtension(
        "urn:example:2.0:Staff", "Staff", "",
        {make::text("badge", "", make::kImmutable), make::text("level", "", make::kReadOnly),
         make::text("tags", "", make::kMany), make::attribute(Type::Integer, "floor", ""),
         make::complex("desks", "", {make::text("room", "", make::kRequired), make::text("note", "")}, make::kMany)})});
}
const ResourceType kUser = testType();

const json::Object kBarbara =
    object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'2819c223','userName':'bjensen',"
           "'name':{'givenName':'Barbara','familyName':'Jensen'},'active':true,"
           "'emails':[{'value':'b@work.example','type':'work','primary':true,'display':'B'},{'value':'b@home.example','"
           "type':'home'}],"
           "'addresses':[{'type':'work','locality':'Hollywood','country':'USA'},{'type':'home','locality':'Burbank'}],"
           "'groups':[{'value':'g1'}],'meta':{'resourceType':'User','created':'2026-01-15T12:00:00Z'}}");

std::string body(const std::string& operations) {
    return "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}";
}

Result<Patched> apply(const std::string& operations, const json::Object& resource = kBarbara) {
    return patch(resource, value(body(operations)), kUser);
}

/// The attribute afterwards, "null" if it is not there, or why the patch is refused.
std::string after(const std::string& attribute, const std::string& operations,
                  const json::Object& resource = kBarbara) {
    const auto patched = apply(operations, resource);
    if (!patched) {
        return patched.error().reason;
    }
    const json::Value whole(patched->resource);
    const json::Value* found = json::at(whole, attribute);
    return found == nullptr ? "null" : json::write(*found);
}

std::string refusal(const std::string& operations) {
    return reason(apply(operations));
}

bool changes(const std::string& operations) {
    const auto patched = apply(operations);
    return patched && patched->changed;
}

} // namespace

class TestPatch : public QObject {
    Q_OBJECT
private slots:
    void aSingleValueIsSet() {
        QCOMPARE(after("/nickName", "{'op':'add','path':'nickName','value':'Babs'}"), q("'Babs'"));
        QCOMPARE(after("/userName", "{'op':'add','path':'userName','value':'babs'}"), q("'babs'"));
        QCOMPARE(after("/userName", "{'op':'replace','path':'userName','value':'babs'}"), q("'babs'"));
        QCOMPARE(after("/name", "{'op':'replace','path':'name.givenName','value':'Babs'}"),
                 q("{'givenName':'Babs','familyName':'Jensen'}"));
        QCOMPARE(after("/name/middleName", "{'op':'add','path':'name.middleName','value':'Jane'}"), q("'Jane'"));
    }
    void aComplexValueIsJoinedByAddAndReplacedByReplace() {
        QCOMPARE(after("/name", "{'op':'add','path':'name','value':{'givenName':'Babs'}}"),
                 q("{'givenName':'Babs','familyName':'Jensen'}"));
        QCOMPARE(after("/name", "{'op':'replace','path':'name','value':{'givenName':'Babs'}}"),
                 q("{'givenName':'Babs'}"));
    }
    void addAppendsToAList() {
        QCOMPARE(after("/emails/2", "{'op':'add','path':'emails','value':[{'value':'new@x.example','type':'other'}]}"),
                 q("{'value':'new@x.example','type':'other'}"));
        QCOMPARE(after("/urn:example:2.0:Staff/tags",
                       "{'op':'add','path':'urn:example:2.0:Staff:tags','value':['a','b','a']}"),
                 q("['a','b']"));
    }
    void whatIsThereAlreadyIsNotAddedAgain() {
        QVERIFY(!changes("{'op':'add','path':'emails','value':[{'value':'B@WORK.example','type':'Work','primary':true,"
                         "'display':'B'}]}") ||
                after("/emails/2", "{'op':'add','path':'emails','value':[{'value':'B@WORK.example','type':'Work'}]}") ==
                    "null");
        QVERIFY(!changes("{'op':'add','path':'emails','value':[{'value':'b@work.example','type':'work'}]}"));
        QVERIFY(!changes("{'op':'add','path':'addresses','value':{'type':'home','locality':'Burbank'}}"));
        QVERIFY(!changes("{'op':'add','path':'userName','value':'bjensen'}"));
        QCOMPARE(after("/emails/1/display",
                       "{'op':'add','path':'emails','value':[{'value':'b@home.example','display':'Home'}]}"),
                 q("'Home'"));
    }
    void replaceReplacesAList() {
        QCOMPARE(after("/emails", "{'op':'replace','path':'emails','value':[{'value':'c@x.example'}]}"),
                 q("[{'value':'c@x.example'}]"));
    }
    void aNewPrimaryDemotesTheOthers() {
        QCOMPARE(
            after("/emails/0/primary", "{'op':'add','path':'emails','value':[{'value':'n@x.example','primary':true}]}"),
            std::string("false"));
        QCOMPARE(
            after("/emails/0/primary", "{'op':'replace','path':'emails[type eq \\'home\\'].primary','value':true}"),
            std::string("false"));
        QCOMPARE(
            after("/emails/1/primary", "{'op':'add','path':'emails[type eq \\'home\\']','value':{'primary':'True'}}"),
            std::string("true"));
    }
    void twoPrimaryValuesAreRefused() {
        QCOMPARE(
            refusal("{'op':'add','path':'emails','value':[{'value':'a','primary':true},{'value':'b','primary':true}]}"),
            std::string("scim.primary"));
        QCOMPARE(refusal("{'op':'replace','path':'emails[value pr].primary','value':true}"),
                 std::string("scim.primary"));
    }
    void aFilterPicksElements() {
        QCOMPARE(after("/emails/0/value",
                       "{'op':'replace','path':'emails[type eq \\'work\\'].value','value':'n@x.example'}"),
                 q("'n@x.example'"));
        QCOMPARE(after("/emails/1/type", "{'op':'replace','path':'emails[value co \\'@\\'].type','value':'other'}"),
                 q("'other'"));
        QCOMPARE(after("/addresses/0",
                       "{'op':'replace','path':'addresses[type eq \\'work\\']','value':{'locality':'Rome'}}"),
                 q("{'type':'work','locality':'Rome'}"));
        QCOMPARE(
            after("/addresses/0", "{'op':'add','path':'addresses[type eq \\'work\\']','value':{'locality':'Rome'}}"),
            q("{'type':'work','locality':'Rome','country':'USA'}"));
    }
    void anElementIsMadeOfTheFilterIfNoneIsFound() {
        QCOMPARE(
            after("/phoneNumbers", "{'op':'replace','path':'phoneNumbers[type eq \\'mobile\\'].value','value':'1'}"),
            q("[{'type':'mobile','value':'1'}]"));
        QCOMPARE(after("/roles", "{'op':'add','path':'roles[primary eq \\'True\\'].value','value':'admin'}"),
                 q("[{'primary':true,'value':'admin'}]"));
        QCOMPARE(
            after("/emails/2",
                  "{'op':'add','path':'emails[value eq \\'n@x\\' and type eq \\'other\\']','value':{'display':'N'}}"),
            q("{'value':'n@x','type':'other','display':'N'}"));
    }
    void aFilterThatNamesOneElementHasToFindIt() {
        QCOMPARE(refusal("{'op':'replace','path':'emails[value eq \\'none\\'].display','value':'x'}"),
                 std::string("scim.no_target"));
        QCOMPARE(refusal("{'op':'replace','path':'emails[type sw \\'none\\'].value','value':'x'}"),
                 std::string("scim.no_target"));
        QCOMPARE(refusal("{'op':'add','path':'emails[type eq \\'a\\' or type eq \\'b\\'].value','value':'x'}"),
                 std::string("scim.no_target"));
    }
    void removeUnassigns() {
        QCOMPARE(after("/name", "{'op':'remove','path':'name'}"), std::string("null"));
        QCOMPARE(after("/name", "{'op':'remove','path':'name.givenName'}"), q("{'familyName':'Jensen'}"));
        QCOMPARE(after("/name", "{'op':'remove','path':'name.givenName'},{'op':'remove','path':'name.familyName'}"),
                 std::string("null"));
        QCOMPARE(after("/emails/0/type", "{'op':'remove','path':'emails[type eq \\'work\\']'}"), q("'home'"));
        QCOMPARE(after("/emails", "{'op':'remove','path':'emails[value pr]'}"), std::string("null"));
        QCOMPARE(after("/emails/1", "{'op':'remove','path':'emails.type'}"), q("{'value':'b@home.example'}"));
        QCOMPARE(after("/emails/0", "{'op':'remove','path':'emails[type eq \\'work\\'].display'}"),
                 q("{'value':'b@work.example','type':'work','primary':true}"));
    }
    void whatIsNotThereIsRemovedWithoutAWord() {
        for (const char* operation :
             {"{'op':'remove','path':'nickName'}", "{'op':'remove','path':'emails[type eq \\'x\\']'}",
              "{'op':'remove','path':'manager'}", "{'op':'remove','path':'name.middleName'}",
              "{'op':'remove','path':'urn:example:2.0:Staff'}"}) {
            QVERIFY2(!changes(operation), operation);
        }
    }
    void listedElementsAreRemovedAndNoOthers() {
        QCOMPARE(after("/emails", "{'op':'remove','path':'emails','value':[{'value':'b@work.example'}]}"),
                 q("[{'value':'b@home.example','type':'home'}]"));
        QVERIFY(!changes("{'op':'remove','path':'emails','value':[]}"));
        QVERIFY(!changes("{'op':'remove','path':'emails','value':[{'value':'b@work.example','type':'home'}]}"));
        QCOMPARE(refusal("{'op':'remove','path':'emails','value':[{}]}"), std::string("scim.value"));
        QCOMPARE(refusal("{'op':'remove','path':'emails[type eq \\'work\\']','value':[{'value':'x'}]}"),
                 std::string("scim.value"));
    }
    void operationsBuildOnEachOther() {
        QCOMPARE(after("/emails",
                       "{'op':'remove','path':'emails'},{'op':'add','path':'emails','value':{'value':'a','type':'x'}},"
                       "{'op':'replace','path':'emails[type eq \\'x\\'].value','value':'b'}"),
                 q("[{'value':'b','type':'x'}]"));
    }
    void extensionsComeAndGoWithTheirSchema() {
        const auto added = apply("{'op':'add','path':'" + kEnterprise + ":department','value':'Tours'}");
        QCOMPARE(added->resource.at("schemas"), value("['" + std::string(kUserSchema) + "','" + kEnterprise + "']"));
        const auto gone = patch(added->resource, value(body("{'op':'remove','path':'department'}")), kUser);
        QVERIFY(gone->resource == kBarbara);
        const auto whole = patch(added->resource, value(body("{'op':'remove','path':'" + kEnterprise + "'}")), kUser);
        QVERIFY(whole->resource == kBarbara);
    }
    void oneWrongOperationUndoesThemAll() { // SC-09
        const json::Object before = kBarbara;
        QCOMPARE(refusal("{'op':'replace','path':'userName','value':'x'},{'op':'replace','path':'id','value':'x'}"),
                 std::string("scim.mutability"));
        QVERIFY(kBarbara == before);
    }
    void whatOnlyTheServiceWritesCannotBeChanged() { // SC-09
        for (const char* operation :
             {"{'op':'replace','path':'id','value':'x'}", "{'op':'replace','path':'ID','value':'x'}",
              "{'op':'remove','path':'id'}", "{'op':'replace','path':'meta.created','value':'2020-01-01T00:00:00Z'}",
              "{'op':'remove','path':'meta'}", "{'op':'replace','path':'schemas','value':['urn:x:y']}",
              "{'op':'remove','path':'schemas'}", "{'op':'add','path':'groups','value':[{'value':'admins'}]}",
              "{'op':'remove','path':'groups[value eq \\'g1\\']'}",
              "{'op':'replace','value':{'id':'x','userName':'y'}}", "{'op':'add','value':{'meta':{'created':'x'}}}",
              "{'op':'add','path':'manager.displayName','value':'M'}",
              "{'op':'add','path':'urn:example:2.0:Staff:level','value':'9'}", "{'op':'remove','path':'userName'}",
              "{'op':'replace','path':'userName','value':null}"}) {
            QVERIFY2(refusal(operation) == "scim.mutability", operation);
        }
        QCOMPARE(describe(apply("{'op':'replace','path':'id','value':'x'}").error()).scimType,
                 std::string("mutability"));
    }
    void whatIsSaidAsItIsIsNoChange() {
        QVERIFY(!changes(
            "{'op':'replace','value':{'id':'2819c223','groups':[{'value':'g1'}],'meta':{'resourceType':'User'},"
            "'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']}}"));
        QCOMPARE(after("/displayName", "{'op':'replace','value':{'id':'2819c223','displayName':'B'}}"), q("'B'"));
    }
    void whatIsImmutableIsSetOnce() {
        const auto set = apply("{'op':'add','path':'urn:example:2.0:Staff:badge','value':'7'}");
        QVERIFY(set);
        const auto again = [&](const char* operation) {
            return reason(patch(set->resource, value(body(operation)), kUser));
        };
        QCOMPARE(again("{'op':'replace','path':'badge','value':'7'}"), std::string("ok"));
        QCOMPARE(again("{'op':'replace','path':'badge','value':'8'}"), std::string("scim.mutability"));
        QCOMPARE(again("{'op':'add','path':'badge','value':'8'}"), std::string("scim.mutability"));
        QCOMPARE(again("{'op':'remove','path':'badge'}"), std::string("scim.mutability"));
        QCOMPARE(again("{'op':'remove','path':'urn:example:2.0:Staff'}"), std::string("scim.mutability"));
    }
    void valuesHaveTheTypeOfTheSchema() {
        for (const char* operation :
             {"{'op':'replace','path':'userName','value':5}", "{'op':'replace','path':'active','value':'yes'}",
              "{'op':'replace','path':'active','value':1}", "{'op':'replace','path':'name','value':'Babs'}",
              "{'op':'replace','path':'emails','value':[['x']]}", "{'op':'replace','path':'floor','value':1.5}",
              "{'op':'replace','path':'userName','value':['a','b']}",
              "{'op':'replace','path':'userName','value':{'value':'x'}}",
              "{'op':'add','path':'x509Certificates','value':[{'value':'%%%'}]}",
              "{'op':'replace','path':'userName'}"}) {
            QVERIFY2(refusal(operation) == "scim.value", operation);
        }
        QCOMPARE(refusal("{'op':'replace','path':'userName','value':''}"), std::string("scim.required"));
        QCOMPARE(refusal("{'op':'add','path':'desks','value':[{'note':'x'}]}"), std::string("scim.required"));
        QCOMPARE(refusal("{'op':'replace','path':'userName','value':'" + std::string(4097, 'x') + "'}"),
                 std::string("scim.too_long"));
        QCOMPARE(after("/urn:example:2.0:Staff/floor", "{'op':'add','path':'floor','value':'3'}"), std::string("3"));
    }
    void onePartOfSeveralElementsWantsAFilter() {
        QCOMPARE(refusal("{'op':'replace','path':'emails.value','value':'x'}"), std::string("scim.path"));
        QCOMPARE(after("/ims", "{'op':'replace','path':'ims.value','value':'x'}"), q("[{'value':'x'}]"));
    }
    void shapesThatAreNoPatchAreRefused() {
        const auto refused = [](const std::string& text) { return reason(readPatch(value(text), kUser)); };
        QCOMPARE(refused("{}"), std::string("scim.syntax"));
        QCOMPARE(refused("'x'"), std::string("scim.syntax"));
        QCOMPARE(refused("{'active':false}"), std::string("scim.syntax"));
        QCOMPARE(refused("{'Operations':[]}"), std::string("scim.syntax"));
        QCOMPARE(refused("{'Operations':{}}"), std::string("scim.syntax"));
        QCOMPARE(refused("{'Operations':[5]}"), std::string("scim.syntax"));
        QCOMPARE(refused("{'schemas':['urn:x:y'],'Operations':[{'op':'remove','path':'title'}]}"),
                 std::string("scim.schemas"));
        QCOMPARE(refused("{'Operations':[{'op':'remove','path':'title'}],'active':false}"), std::string("scim.syntax"));
        QCOMPARE(refusal("{'op':'move','path':'title'}"), std::string("scim.patch_op"));
        QCOMPARE(refusal("{'path':'title'}"), std::string("scim.patch_op"));
        QCOMPARE(refusal("{'op':'remove'}"), std::string("scim.no_target"));
        QCOMPARE(refusal("{'op':'remove','value':{'title':'x'}}"), std::string("scim.no_target"));
        QCOMPARE(refusal("{'op':'remove','path':5}"), std::string("scim.path"));
        QCOMPARE(refusal("{'op':'replace','value':'x'}"), std::string("scim.syntax"));
        QCOMPARE(refusal("{'op':'replace','path':'title','value':'x','extra':1}"), std::string("scim.syntax"));
        QCOMPARE(refusal("{'op':'add','OP':'remove','path':'title'}"), std::string("scim.duplicate_attribute"));
    }
    void whatIsNotUnderstoodIsRefused() { // SC-09
        for (const char* operation :
             {"{'op':'replace','value':{'tenantId':'x'}}", "{'op':'add','value':{'__proto__':{'a':1}}}",
              "{'op':'add','value':{'constructor':'x'}}", "{'op':'add','value':{'emails[bad':'x'}}",
              "{'op':'add','value':{'name':{'nick':'x'}}}", "{'op':'add','value':{'':'x'}}",
              "{'op':'add','value':{'urn:example:none:x':{'a':1}}}"}) {
            QVERIFY2(refusal(operation) == "scim.unknown_attribute", operation);
        }
        QCOMPARE(refusal("{'op':'add','value':{'title':'a','TITLE':'b'}}"), std::string("scim.duplicate_attribute"));
        QCOMPARE(refusal("{'op':'add','path':'emails','value':[{'value':'a','Value':'b'}]}"),
                 std::string("scim.duplicate_attribute"));
        QCOMPARE(refusal("{'op':'add','path':'tenantId','value':'x'}"), std::string("scim.path"));
    }
    void aPatchThatIsTooLargeIsRefused() {
        std::string many = "{'op':'remove','path':'title'}";
        for (int i = 0; i < 1000; ++i) {
            many += ",{'op':'remove','path':'title'}";
        }
        QCOMPARE(refusal(many), std::string("scim.patch_too_large"));
        QCOMPARE(describe(apply(many).error()).status, 413);
        std::string list;
        for (int i = 0; i <= 1000; ++i) {
            list += (i == 0 ? "'" : ",'") + std::to_string(i) + "'";
        }
        QCOMPARE(refusal("{'op':'add','path':'tags','value':[" + list + "]}"), std::string("scim.too_many_values"));
    }
    void theExamplesOfTheStandardDoWhatItSays() {
        const auto run = [](const char* name, const json::Object& resource = kBarbara) {
            return patch(resource, vectors(std::string("rfc-samples/rfc7644-3.5.2.") + name), kUser);
        };
        QCOMPARE(run("1-patch_op-add_emails.json")->resource.at("nickName"), json::Value("Babs"));
        QCOMPARE(run("1-patch_op-add_emails.json")->resource.at("emails").as_array().size(), 3UL);
        json::Object with = kBarbara;
        with["emails"].as_array()[0].as_object()["value"] = "b@example.com";
        QCOMPARE(run("2-patch_op-remove_multi_complex_value.json", with)->resource.at("emails").as_array().size(), 1UL);
        QCOMPARE(run("3-patch_op-replace_all_email_values.json")->resource.at("emails").at(0).at("value"),
                 json::Value("bjensen@example.com"));
        QCOMPARE(run("3-patch_op-replace_street_address.json")->resource.at("addresses").at(0).at("streetAddress"),
                 json::Value("1010 Broadway Ave"));
        const auto address = run("3-patch_op-replace_user_work_address.json");
        QCOMPARE(address->resource.at("addresses").at(0).at("country"), json::Value("US"));
        QCOMPARE(address->resource.at("addresses").as_array().size(), 2UL);
    }
};

QTEST_GUILESS_MAIN(TestPatch)
#include "tst_patch.moc"
