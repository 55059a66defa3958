// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/etag.h"
#include "scim/make_attribute.h"
#include "scim/projection.h"
#include "scim/resource.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const std::string kEnterprise(kEnterpriseSchema);

ResourceType testType() {
    Attribute secret = make::text("hint", "");
    secret.returned = Returned::Request;
    return userType(
        {*makeExtension("urn:example:2.0:Staff", "Staff", "",
                        {make::text("badge", "", make::kImmutable), make::text("level", "", make::kReadOnly),
                         make::text("tag", "", make::kAlways), make::attribute(Type::DateTime, "since", ""),
                         make::attribute(Type::Decimal, "rate", ""), secret})});
}
const ResourceType kUser = testType();
const ResourceType kGroup = groupType();

std::string user(const std::string& members) {
    return "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']" + members + "}";
}
/// The resource, without `schemas`; or why it is refused.
std::string created(const std::string& members) {
    auto made = readCreate(object(user(members)), kUser);
    if (!made) {
        return made.error().reason;
    }
    made->erase("schemas");
    return json::canonical(*made);
}
std::string canonical(const std::string& text) {
    return json::canonical(value(text));
}
std::string replaced(const std::string& before, const std::string& members) {
    auto made = readReplace(object(before), object(user(members)), kUser);
    if (!made) {
        return made.error().reason;
    }
    made->erase("schemas");
    return json::canonical(*made);
}

const json::Object kBarbara = object(
    "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'1','userName':'b','password':'p',"
    "'name':{'givenName':'B','familyName':'J'},'emails':[{'value':'a','type':'work'},{'value':'c','type':'home'}],"
    "'urn:example:2.0:Staff':{'badge':'7','tag':'t','hint':'h'},'meta':{'resourceType':'User','version':'1'}}");

std::string projected(const char* only, const char* excluded) {
    const auto projection = parseProjection(std::string_view(only), std::string_view(excluded));
    if (!projection) {
        return projection.error().reason;
    }
    json::Object out = project(kBarbara, kUser, *projection);
    out.erase("schemas");
    return json::canonical(out);
}

} // namespace

class TestResource : public QObject {
    Q_OBJECT
private slots:
    void namesBecomeCanonicalAndValuesStay() {
        QCOMPARE(created(",'USERNAME':' Ada ','Name':{'GIVENNAME':'ADA'},'EMAILS':[{'Value':'A@X','TYPE':'Work'}]"),
                 canonical("{'userName':' Ada ','name':{'givenName':'ADA'},'emails':[{'value':'A@X','type':'Work'}]}"));
    }
    void whatIsUnassignedIsNotThere() { // RFC 7643, 2.5
        QCOMPARE(
            created(",'userName':'a','title':null,'emails':[],'roles':[null],'name':{'givenName':null},'ims':[{}]"),
            canonical("{'userName':'a'}"));
    }
    void whatOnlyTheServiceWritesIsIgnored() { // SC-10
        QCOMPARE(created(",'userName':'a','id':'x','meta':{'created':'x'},'groups':[{'value':'admins'}],"
                         "'urn:example:2.0:Staff':{'level':'9'},'manager':{'value':'m','displayName':'M'}"),
                 canonical("{'userName':'a','" + kEnterprise + "':{'manager':{'value':'m'}}}"));
    }
    void whatNoSchemaHasIsRefusedUnlessItIsNull() { // SC-10
        for (const char* more : {",'tenantId':'x'", ",'isAdmin':true", ",'urn:example:none':{'a':1}",
                                 ",'name':{'nick':'x'}", ",'emails':[{'value':'a','verified':true}]", ",'__proto__':{}",
                                 ",'constructor':'x'", ",'urn:example:2.0:Staff':{'rank':1}"}) {
            QVERIFY2(created(std::string(",'userName':'a'") + more) == "scim.unknown_attribute", more);
        }
        QCOMPARE(created(",'userName':'a','tenantId':null,'emails':[{'value':'a','verified':null}]"),
                 canonical("{'userName':'a','emails':[{'value':'a'}]}"));
    }
    void anExternalIdIsATextWhateverItLooksLike() { // SC-10
        QCOMPARE(created(",'userName':'a','externalId':'1'"), canonical("{'userName':'a','externalId':'1'}"));
        QCOMPARE(created(",'userName':'a','externalId':1"), std::string("scim.value"));
    }
    void whatIsRequiredHasToBeThere() {
        QCOMPARE(created(""), std::string("scim.required"));
        QCOMPARE(created(",'userName':''"), std::string("scim.required"));
        QCOMPARE(created(",'userName':null"), std::string("scim.required"));
        QCOMPARE(reason(readCreate(object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group']}"), kGroup)),
                 std::string("scim.required"));
    }
    void typesAreChecked() {
        for (const char* more :
             {",'active':'yes'", ",'active':1", ",'title':5", ",'title':{'a':1}", ",'name':'Ada'", ",'emails':5",
              ",'emails':[{'value':5}]", ",'emails':[{'primary':'x'}]", ",'rate':'much'", ",'since':'2026'",
              ",'since':5", ",'title':['a','b']", ",'manager':['a','b']"}) {
            QVERIFY2(created(std::string(",'userName':'a'") + more) == "scim.value", more);
        }
        QCOMPARE(created(",'userName':'a','active':'TRUE','rate':'1.5','since':'2026-01-15T12:00:00+01:00'"),
                 canonical("{'userName':'a','active':true,'urn:example:2.0:Staff':{'rate':1.5,'since':'2026-01-15T12:"
                           "00:00+01:00'}}"));
        QCOMPARE(
            created(",'userName':'a','title':['T'],'emails':'a@x','roles':['r',{'value':'s'}]"),
            canonical("{'userName':'a','title':'T','emails':[{'value':'a@x'}],'roles':[{'value':'r'},{'value':'s'}]}"));
    }
    void limitsAreKept() {
        QCOMPARE(created(",'userName':'" + std::string(4096, 'a') + "','title':'" + std::string(4097, 'a') + "'"),
                 std::string("scim.too_long"));
        std::string many;
        for (int i = 0; i <= 1000; ++i) {
            many += (i == 0 ? "'" : ",'") + std::to_string(i) + "'";
        }
        QCOMPARE(created(",'userName':'a','roles':[" + many + "]"), std::string("scim.too_many_values"));
    }
    void oneValueIsPrimary() {
        QCOMPARE(created(",'userName':'a','emails':[{'value':'a','primary':true},{'value':'b','primary':'True'}]"),
                 std::string("scim.primary"));
    }
    void attributesAreThereOnceInAnyCase() { // SC-18
        QCOMPARE(created(",'userName':'a','USERNAME':'b'"), std::string("scim.duplicate_attribute"));
        QCOMPARE(created(",'userName':'a','" + kEnterprise + ":department':'x','department':'y'"),
                 std::string("scim.duplicate_attribute"));
    }
    void theSchemasNameTheType() {
        const auto made = [](const char* text) { return reason(readCreate(object(text), kUser)); };
        QCOMPARE(made("{'userName':'a'}"), std::string("scim.schemas"));
        QCOMPARE(made("{'schemas':[],'userName':'a'}"), std::string("scim.schemas"));
        QCOMPARE(made("{'schemas':'urn:ietf:params:scim:schemas:core:2.0:User','userName':'a'}"),
                 std::string("scim.schemas"));
        QCOMPARE(made("{'schemas':['urn:ietf:params:scim:api:messages:2.0:User'],'userName':'a'}"),
                 std::string("scim.schemas"));
        QCOMPARE(made("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User',5],'userName':'a'}"),
                 std::string("scim.schemas"));
        QCOMPARE(made("{'schemas':['URN:ietf:params:scim:schemas:core:2.0:user','urn:not:known'],'userName':'a'}"),
                 std::string("ok"));
        const auto with = readCreate(object(user(",'userName':'a','department':'d'")), kUser);
        QCOMPARE(with->at("schemas"), value("['" + std::string(kUserSchema) + "','" + kEnterprise + "']"));
    }
    void theSamplesOfTheStandardAreUsers() {
        for (const char* name : {"rfc7643-8.1-user-minimal", "rfc7643-8.2-user-full", "rfc7643-8.3-enterprise_user",
                                 "rfc7644-3.3-user-post_request", "rfc7644-3.14-user-post_request",
                                 "rfc7644-3.5.1-user-put_request", "rfc7644-3.4.1-user-known-resource"}) {
            json::Object sample = vectors(std::string("rfc-samples/") + name + ".json").as_object();
            const auto made = readCreate(sample, kUser);
            QVERIFY2(made, (std::string(name) + " " + reason(made)).c_str());
            for (const char* ignored : {"id", "meta", "groups", "roles"}) {
                sample.erase(ignored);
            }
            if (json::Object* enterprise = sample.contains(kEnterprise) ? &sample[kEnterprise].as_object() : nullptr) {
                enterprise->at("manager").as_object().erase("displayName");
            }
            QCOMPARE(json::canonical(*made), json::canonical(sample));
        }
        const auto group = readCreate(vectors("rfc-samples/rfc7643-8.4-group.json").as_object(), kGroup);
        QCOMPARE(group->at("members").as_array().size(), 2UL);
        QVERIFY(!group->at("members").at(0).as_object().contains("display"));
    }
    void replaceClearsWhatIsLeftOutAndKeepsWhatTheServiceWrote() {
        QCOMPARE(replaced("{'id':'1','userName':'a','title':'T','meta':{'version':'1'},'groups':[{'value':'g'}],"
                          "'urn:example:2.0:Staff':{'level':'9','tag':'x'}}",
                          ",'userName':'b','id':'2','groups':[]"),
                 canonical("{'id':'1','userName':'b','meta':{'version':'1'},'groups':[{'value':'g'}],'urn:example:2.0:"
                           "Staff':{'level':'9'}}"));
        const auto sample = readReplace(vectors("rfc-samples/rfc7644-3.4.1-user-known-resource.json").as_object(),
                                        vectors("rfc-samples/rfc7644-3.5.1-user-put_request.json").as_object(), kUser);
        json::Object wanted = vectors("rfc-samples/rfc7644-3.5.1-user-put_response.json").as_object();
        json::Object got = *sample;
        wanted.erase("meta");
        got.erase("meta");
        QCOMPARE(json::canonical(got), json::canonical(wanted));
    }
    void replaceKeepsWhatIsImmutable() {
        const std::string before = "{'id':'1','userName':'a','urn:example:2.0:Staff':{'badge':'7'}}";
        QCOMPARE(replaced(before, ",'userName':'a','badge':'8'"), std::string("scim.mutability"));
        QCOMPARE(replaced(before, ",'userName':'a','badge':'7'"), canonical(before));
        QCOMPARE(replaced(before, ",'userName':'a'"), canonical(before));
        QCOMPARE(replaced("{'id':'1','userName':'a'}", ",'userName':'a','badge':'8'"),
                 canonical("{'id':'1','userName':'a','urn:example:2.0:Staff':{'badge':'8'}}"));
    }
    void theDefaultProjectionShowsWhatIsReturnedByDefault() {
        QCOMPARE(
            projected("", ""),
            canonical("{'id':'1','userName':'b','name':{'givenName':'B','familyName':'J'},"
                      "'emails':[{'value':'a','type':'work'},{'value':'c','type':'home'}],"
                      "'urn:example:2.0:Staff':{'badge':'7','tag':'t'},'meta':{'resourceType':'User','version':'1'}}"));
    }
    void attributesNarrowTheAnswer() {
        const std::string always = ",'urn:example:2.0:Staff':{'tag':'t'}}";
        QCOMPARE(projected("userName", ""), canonical("{'id':'1','userName':'b'" + always));
        QCOMPARE(projected(" USERNAME , name.givenName,", ""),
                 canonical("{'id':'1','userName':'b','name':{'givenName':'B'}" + always));
        QCOMPARE(projected("emails.value", ""), canonical("{'id':'1','emails':[{'value':'a'},{'value':'c'}]" + always));
        QCOMPARE(projected("urn:example:2.0:Staff", ""),
                 canonical("{'id':'1','urn:example:2.0:Staff':{'badge':'7','tag':'t'}}"));
        QCOMPARE(projected("urn:example:2.0:Staff:hint", ""),
                 canonical("{'id':'1','urn:example:2.0:Staff':{'tag':'t','hint':'h'}}"));
        QCOMPARE(projected("password", ""), canonical("{'id':'1'" + always)); // SC-05
        QCOMPARE(projected("nothing", ""), canonical("{'id':'1'" + always));
    }
    void excludedAttributesAreLeftOut() {
        QCOMPARE(projected("", "name,emails,meta,id,schemas,urn:example:2.0:Staff"),
                 canonical("{'id':'1','userName':'b','urn:example:2.0:Staff':{'tag':'t'}}"));
        QCOMPARE(projected("", "name.givenName,emails.type,meta,badge"),
                 canonical("{'id':'1','userName':'b','name':{'familyName':'J'},'emails':[{'value':'a'},{'value':'c'}],"
                           "'urn:example:2.0:Staff':{'tag':'t'}}"));
    }
    void brokenProjectionsAreRefused() {
        QCOMPARE(projected("userName", "name"), std::string("scim.projection"));
        QCOMPARE(projected("user name", ""), std::string("scim.projection"));
        QCOMPARE(projected("", "a..b"), std::string("scim.projection"));
        std::string many = "a";
        for (int i = 0; i < 100; ++i) {
            many += ",a";
        }
        QCOMPARE(projected(many.c_str(), ""), std::string("scim.projection"));
        const json::Value list = value("['userName',5]");
        QCOMPARE(reason(parseProjection(&list, nullptr)), std::string("scim.projection"));
    }
    void membersThatAreNotAskedForAreNotLoaded() {
        const auto loads = [](const char* only, const char* excluded) {
            return includes(*parseProjection(std::string_view(only), std::string_view(excluded)), kGroup, "members");
        };
        QVERIFY(loads("", ""));
        QVERIFY(!loads("", "members"));
        QVERIFY(!loads("displayName", ""));
        QVERIFY(loads("members.value", ""));
        QVERIFY(loads("", "members.display"));
    }
    void etagsAreWeakAndComparedSo() {
        QCOMPARE(weakETag(7), std::string("W/\"7\""));
        for (const char* header : {"W/\"7\"", "\"7\"", "*", "W/\"1\", W/\"7\"", " W/\"7\" ", "W\\/\"7\""}) {
            QVERIFY2(namesETag(header, weakETag(7)), header);
        }
        for (const char* header :
             {"W/\"8\"", "", "7", "W/7", "W/\"7", "\"7\" \"8\"", "\"7\",", "* x", "\"77\"", "w/\"7\""}) {
            QVERIFY2(!namesETag(header, weakETag(7)), header);
        }
    }
    void changesAreNamedOneByOne() {
        json::Object after = kBarbara;
        after["active"] = false;
        after["name"].as_object()["givenName"] = "Babs";
        after["emails"] = value("[{'value':'c','type':'home'},{'value':'a','type':'work'}]");
        after["password"] = "q";
        after.erase("urn:example:2.0:Staff");
        after["meta"] = "ignored";
        const auto changes = compareResources(kBarbara, after, kUser);
        std::string names;
        for (const Change& each : changes) {
            names += each.path + "=" + json::write(each.before) + ">" + json::write(each.after) + " ";
        }
        QCOMPARE(
            names,
            q("name.givenName='B'>'Babs' active=null>false password=null>null urn:example:2.0:Staff:badge='7'>null "
              "urn:example:2.0:Staff:tag='t'>null urn:example:2.0:Staff:hint='h'>null "));
        QVERIFY(compareResources(kBarbara, kBarbara, kUser).empty());
    }
    void refusalsHoldNoValue() { // SC-22
        const auto refused = readCreate(object(user(",'userName':'a','password':['s3cret',7]")), kUser);
        const std::string body = json::write(errorBody(refused.error()));
        QVERIFY(body.find("s3cret") == std::string::npos && refused.error().detail.find("s3cret") == std::string::npos);
        QVERIFY(body.find("password") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestResource)
#include "tst_resource.moc"
