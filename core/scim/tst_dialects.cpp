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

const std::string kEnterprise(kEnterpriseSchema);
const ResourceType kUser = userType();
const ResourceType kGroup = groupType();

const json::Object kBaseUser =
    object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'u1','externalId':'e1','userName':'base@"
           "acme.example',"
           "'name':{'givenName':'Ada','familyName':'Lovelace'},'title':'Countess','active':true,"
           "'emails':[{'value':'base@acme.example','type':'work','primary':true}],"
           "'meta':{'resourceType':'User','created':'2026-01-15T12:00:00Z'}}");
const json::Object kBaseGroup =
    object("{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group'],'id':'g1','displayName':'Base'}");

/// What a request makes of a resource.
Result<Patched> perform(const json::Object& request) {
    const ResourceType& type = text(request, "type") == "Group" ? kGroup : kUser;
    const json::Object* given = json::objectMember(request, "before");
    const json::Object& before = given != nullptr ? *given : &type == &kGroup ? kBaseGroup : kBaseUser;
    const json::Value& body = request.at("body");
    if (text(request, "method") == "PATCH") {
        return patch(before, body, type);
    }
    auto made = text(request, "method") == "PUT" ? readReplace(before, body.as_object(), type)
                                                 : readCreate(body.as_object(), type);
    if (!made) {
        return tl::unexpected<Error>(made.error());
    }
    return Patched{*std::move(made), {}, true};
}

json::Value shown(const MemberDelta& delta) {
    json::Array added;
    for (const Member& each : delta.added) {
        added.push_back(json::Value(each.id));
    }
    return json::Object{{"replaced", delta.replaced}, {"added", added}, {"removed", json::toArray(delta.removed)}};
}

/// What is wrong with the outcome; empty if nothing is.
std::string judge(const json::Object& request) {
    const auto outcome = perform(request);
    const std::string wanted = text(request, "error");
    if (!outcome) {
        const std::string got = describe(outcome.error()).scimType;
        return !wanted.empty() && got == wanted ? "" : outcome.error().reason + " " + outcome.error().detail;
    }
    if (!wanted.empty()) {
        return "was not refused";
    }
    const json::Value resource(outcome->resource);
    if (const json::Object* after = json::objectMember(request, "after")) {
        for (const auto& each : *after) {
            const std::string pointer(each.key());
            const json::Value* found = json::at(resource, pointer);
            if (json::write(found == nullptr ? json::Value() : *found) != json::write(each.value())) {
                return pointer + " in " + json::write(resource);
            }
        }
    }
    const json::Object* members = json::objectMember(request, "members");
    if (members != nullptr && shown(outcome->members) != json::Value(*members)) {
        return json::write(shown(outcome->members));
    }
    return {};
}

/// A documented request of Entra, with what it has to lead to.
json::Object entra(const std::string& id, const std::string& type, const std::string& expectation) {
    json::Object out = object(expectation);
    const json::Value documented = vectors("entra/requests.json");
    for (const json::Value& each : documented.at("requests").as_array()) {
        if (text(each.as_object(), "id") == id) {
            out["method"] = each.at("method");
            out["body"] = each.at("body");
        }
    }
    out["type"] = type;
    return out;
}

} // namespace

class TestDialects : public QObject {
    Q_OBJECT
private slots:
    void everyVendorIsUnderstood_data() {
        QTest::addColumn<QString>("request");
        for (const char* vendor : {"entra", "okta", "google", "onelogin", "jumpcloud", "scim2"}) {
            const json::Value file = vectors(std::string("vendors/") + vendor + ".json");
            for (const json::Value& each : file.at("cases").as_array()) {
                QTest::addRow("%s %s", vendor, text(each.as_object(), "id").c_str())
                    << QString::fromStdString(json::write(each));
            }
        }
    }
    void everyVendorIsUnderstood() {
        QFETCH(QString, request);
        const std::string wrong = judge(json::parse(request.toStdString())->as_object());
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
    void everyDocumentedRequestOfEntraDoesWhatItShould_data() {
        QTest::addColumn<QString>("request");
        const auto row = [](const char* id, const char* type, const std::string& expectation) {
            QTest::addRow("%s", id) << QString::fromStdString(json::write(entra(id, type, expectation)));
        };
        const std::string ext = "'/" + kEnterprise;
        row("create-user", "User",
            "{'after':{'/roles':null,'/meta':null,'/active':true,'/schemas':['" + std::string(kUserSchema) + "']}}");
        row("create-user-nulls", "User", "{'after':{'/displayName':'Joy Young','/addresses':null}}");
        row("patch-multi", "User",
            "{'after':{'/emails/0/value':'updatedEmail@microsoft.com','/name/familyName':'updatedFamilyName'}}");
        row("patch-username", "User", "{'after':{'/userName':'5b50642d-79fc-4410-9e90-4c077cdd1a59@testuser.com'}}");
        row("disable-user", "User", "{'after':{'/active':false}}");
        row("disable-user-string", "User", "{'after':{'/active':false}}");
        row("disable-user-compliant", "User", "{'after':{'/active':false}}");
        row("add-single-string", "User", "{'after':{'/nickName':'Babs'}}");
        row("add-single-string-compliant", "User", "{'after':{'/nickName':'Babs'}}");
        row("replace-many", "User",
            "{'after':{'/externalId':'Eqpj','/name/givenName':'Gtfd'," + ext + "/employeeNumber':'Eqpj'}}");
        row("replace-many-compliant", "User",
            "{'after':{'/name':{'givenName':'Kkom','familyName':'Unua'}," + ext +
                "/employeeNumber':'Aklq','/displayName':'Bjfe'}}");
        row("manager-add-array", "User",
            "{'after':{" + ext + "/manager/value':'00aa00aa-bb11-cc22-dd33-44ee44ee44ee'}}");
        row("manager-add-string", "User",
            "{'after':{" + ext + "/manager':{'value':'00aa00aa-bb11-cc22-dd33-44ee44ee44ee'}}}");
        row("create-group", "Group",
            "{'after':{'/displayName':'displayName','/schemas':['" + std::string(kGroupSchema) + "']}}");
        row("rename-group", "Group", "{'members':{'replaced':false,'added':[],'removed':[]}}");
        row("group-add-member", "Group",
            "{'members':{'replaced':false,'added':['f648f8d5ea4e4cd38e9c'],'removed':[]}}");
        row("group-remove-member", "Group",
            "{'members':{'replaced':false,'added':[],'removed':['f648f8d5ea4e4cd38e9c']}}");
        row("group-remove-member-compliant", "Group",
            "{'members':{'replaced':false,'added':[],'removed':['7f4bc1a3-285e-48ae-8202-5accb43efb0e']}}");
    }
    void everyDocumentedRequestOfEntraDoesWhatItShould() {
        QFETCH(QString, request);
        const std::string wrong = judge(json::parse(request.toStdString())->as_object());
        QVERIFY2(wrong.empty(), wrong.c_str());
    }
    void noDocumentedBodyOfEntraIsForgotten() {
        int bodies = 0;
        const json::Value documented = vectors("entra/requests.json");
        for (const json::Value& each : documented.at("requests").as_array()) {
            bodies += each.as_object().contains("body") ? 1 : 0;
        }
        QCOMPARE(bodies, 18);
    }
    void everyDocumentedQueryOfEntraIsReadButTheOneWithoutQuotes() {
        int queries = 0;
        const json::Value documented = vectors("entra/requests.json");
        for (const json::Value& each : documented.at("requests").as_array()) {
            const std::string path = text(each.as_object(), "path");
            const std::size_t at = path.find("filter=");
            if (at == std::string::npos) {
                continue;
            }
            const std::string filter = path.substr(at + 7, path.find('&', at) - at - 7);
            const auto parsed = parseFilter(filter);
            const bool quoted = text(each.as_object(), "id") != "query-externalid-unquoted";
            QVERIFY2(parsed.has_value() == quoted, filter.c_str());
            QVERIFY(!parsed || bind(*parsed, path.starts_with("/Groups") ? kGroup : kUser));
            ++queries;
        }
        QVERIFY(queries >= 8);
    }
    void anObjectWithinAnObjectOfASchemaIsRefused() {
        json::Object request = object("{'method':'PATCH','type':'User','error':'invalidSyntax'}");
        request["body"] = value("{'Operations':[{'op':'add','value':{'" + kEnterprise + "':{'" + kEnterprise +
                                "':{'department':'x'}}}}]}");
        QCOMPARE(judge(request), std::string());
    }
    void theOwnSchemaMayStandAroundItsAttributes() {
        json::Object request = object("{'method':'PATCH','type':'User','after':{'/title':'T'}}");
        request["body"] =
            value("{'Operations':[{'op':'add','value':{'" + std::string(kUserSchema) + "':{'title':'T'}}}]}");
        QCOMPARE(judge(request), std::string());
        request["body"] =
            value("{'Operations':[{'op':'add','path':'" + std::string(kUserSchema) + "','value':{'title':'T'}}]}");
        QCOMPARE(judge(request), std::string());
    }
    void aSchemaAsAPathTakesItsAttributes() {
        json::Object request =
            object("{'method':'PATCH','type':'User','after':{'/" + kEnterprise + "':{'department':'x'}}}");
        request["body"] =
            value("{'Operations':[{'op':'replace','path':'" + kEnterprise + "','value':{'department':'x'}}]}");
        QCOMPARE(judge(request), std::string());
        for (const char* operation :
             {"'op':'replace'", "'op':'add','value':'x'", "'op':'remove','value':{'department':'x'}"}) {
            request["body"] = value("{'Operations':[{'path':'" + kEnterprise + "'," + operation + "}]}");
            QVERIFY2(!perform(request), operation);
        }
        request["body"] = value("{'Operations':[{'op':'remove','path':'" + std::string(kUserSchema) + "'}]}");
        QVERIFY(!perform(request));
    }
};

QTEST_GUILESS_MAIN(TestDialects)
#include "tst_dialects.moc"
