// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "claims/evaluate.h"

using namespace gatehouse;
using namespace gatehouse::claims;

namespace {

/// JSON with apostrophes for quotes: the meta-object compiler cannot read raw strings.
std::string q(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

Outcome run(const std::string& mapping, const std::string& claims) {
    return map(parseMapping(json::parse(mapping).value()).value(), json::parseObject(claims).value());
}

std::string firstError(const Outcome& outcome) {
    return outcome.ok() ? "ok" : outcome.errors.front().code + " " + outcome.errors.front().claim;
}

using Names = std::vector<std::string>;

} // namespace

class TestEvaluate : public QObject {
    Q_OBJECT
private slots:
    void theDefaultMappingServesTheUsualClaims() {
        const Outcome outcome = run("{}", q("{'sub':'1','email':' Ada@Acme.com "
                                            "','email_verified':true,'given_name':'Ada','family_name':'Lovelace'}"));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome.email, std::string("ada@acme.com"));
        QVERIFY(outcome.emailVerified);
        QCOMPARE(outcome.displayName, std::string("Ada Lovelace"));
        QCOMPARE(outcome.givenName, std::string("Ada"));
        QCOMPARE(outcome.familyName, std::string("Lovelace"));
        QVERIFY(outcome.roles.empty() && outcome.groups.empty() && !outcome.groupsKnown);
    }
    void theExampleOfTheContractGivesAttributesRolesAndGroups() {
        const Outcome outcome = run(
            q("{'attributes':[{'target':'email','source':'email','required':true,'transforms':['trim','lowercase']},"
              "{'target':'displayName','source':['name','{given_name} "
              "{family_name}']},{'target':'department','source':'/org/department'}],"
              "'roles':[{'when':{'claim':'groups','op':'contains','value':'eng-admins'},'assign':['admin']}],"
              "'defaultRoles':['member'],'groups':{'source':'groups','create':true}}"),
            q("{'email':'a@b.c','name':'Ada','org':{'department':'R&D'},'groups':['eng-admins','all','all','']}"));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome.displayName, std::string("Ada"));
        QCOMPARE(json::write(outcome.attributes), q("{'department':'R&D'}"));
        QCOMPARE(outcome.roles, (Names{"admin", "member"}));
        QCOMPARE(outcome.groups, (Names{"eng-admins", "all"}));
        QVERIFY(outcome.createGroups && outcome.groupsKnown);
    }
    void withoutEmailTheLoginIsRefused() {
        for (const std::string& claims :
             {std::string("{}"), q("{'email':null}"), q("{'email':''}"), q("{'email':'  '}"), q("{'email':[]}")}) {
            QCOMPARE(firstError(run("{}", claims)), std::string("mapping_missing_email email"));
        }
        QCOMPARE(firstError(run(q("{'attributes':[{'target':'email','source':'mail'}]}"), q("{'email':'a@b.c'}"))),
                 std::string("mapping_missing_email mail"));
        QCOMPARE(firstError(run(q("{'attributes':[{'target':'email','source':'email','transforms':['after:!']}]}"),
                                q("{'email':'a@b.c'}"))),
                 std::string("mapping_missing_email email"));
    }
    void whatIsNoAddressIsRefused() {
        for (const std::string& bad :
             {std::string("a"), std::string("@b"), std::string("a@"), std::string("a@b@c"), std::string("a b@c"),
              std::string("a@b\\n"), std::string("a@b\\u007f"), std::string(250, 'a') + "@b.cc"}) {
            const Outcome outcome =
                run(q("{'attributes':[{'target':'email','source':'email'}]}"), q("{'email':'") + bad + "\"}");
            QCOMPARE(firstError(outcome), std::string("mapping_invalid_email email"));
            QVERIFY(outcome.email.empty());
        }
    }
    void anotherTypeThanTextIsRefused() {
        for (const char* value : {"3", "true", "{}", "{\"a\":\"b@c\"}", "[\"a@b\",\"c@d\"]", "[3]", "[{}]"}) {
            const Outcome outcome = run(q("{'attributes':[{'target':'email','source':'email'}]}"),
                                        std::string("{\"email\":") + value + "}");
            QCOMPARE(firstError(outcome), std::string("mapping_wrong_type email"));
        }
        QCOMPARE(run("{}", q("{'email':{'x':1}}")).errors.front().code, std::string("mapping_wrong_type"));
    }
    void aListOfOneTextIsThatText() { QCOMPARE(run("{}", q("{'email':['a@b.c']}")).email, std::string("a@b.c")); }
    void requiredAttributesAreRequired() {
        const std::string mapping =
            q("{'attributes':[{'target':'employeeId','source':['eid','/org/eid'],'required':true}]}");
        QCOMPARE(firstError(run(mapping, q("{'email':'a@b.c'}"))),
                 std::string("mapping_missing_required eid, /org/eid"));
        QVERIFY(run(mapping, q("{'email':'a@b.c','org':{'eid':7}}")).ok());
    }
    void ownAttributesKeepTheirType() {
        const std::string mapping = q("{'attributes':[{'target':'v','source':'v'}]}");
        for (const char* good : {"\"x\"", "7", "false", "[\"a\",1]"}) {
            const Outcome outcome = run(mapping, q("{'email':'a@b.c','v':") + good + "}");
            QVERIFY(outcome.ok());
            QCOMPARE(json::write(outcome.attributes.at("v")), std::string(good));
        }
        for (const char* bad : {"{\"a\":1}", "[[1]]", "[null]", "[{\"a\":1}]"}) {
            QCOMPARE(firstError(run(mapping, q("{'email':'a@b.c','v':") + bad + "}")),
                     std::string("mapping_wrong_type v"));
        }
    }
    void largeValuesAreRefused() {
        const std::string big(4097, 'x');
        QCOMPARE(firstError(run("{}", q("{'email':'a@b.c','name':'") + big + "\"}")),
                 std::string("mapping_too_large name"));
        QCOMPARE(firstError(
                     run(q("{'attributes':[{'target':'v','source':'v'}]}"), q("{'email':'a@b.c','v':'") + big + "\"}")),
                 std::string("mapping_too_large v"));
        std::string groups = "\"g0\"";
        for (int i = 1; i <= 1000; ++i) {
            groups += ",\"g" + std::to_string(i) + "\"";
        }
        QCOMPARE(firstError(run(q("{'groups':{'source':'groups'}}"), q("{'email':'a@b.c','groups':[") + groups + "]}")),
                 std::string("mapping_too_large groups"));
    }
    void controlCharactersInNamesAreRefused() {
        QCOMPARE(firstError(run("{}", q("{'email':'a@b.c','name':'A\\u001bB'}"))),
                 std::string("mapping_invalid_value name"));
    }
    /// security.md RP-13.
    void onlyTheBooleanTrueVerifies() {
        QVERIFY(run("{}", q("{'email':'a@b.c','email_verified':true}")).emailVerified);
        for (const char* value : {"false", "\"true\"", "\"false\"", "1", "null", "[true]", "{}"}) {
            QVERIFY2(!run("{}", q("{'email':'a@b.c','email_verified':") + value + "}").emailVerified, value);
        }
        QVERIFY(!run("{}", q("{'email':'a@b.c'}")).emailVerified);
    }
    void anAddressFromAnotherClaimIsNotVerified() {
        const std::string mapping = q("{'attributes':[{'target':'email','source':'upn'}]}");
        QVERIFY(
            !run(mapping, q("{'email':'me@evil.example','upn':'ceo@acme.com','email_verified':true}")).emailVerified);
        QVERIFY(!run(mapping, q("{'upn':'ceo@acme.com','email_verified':true}")).emailVerified);
        QVERIFY(run(mapping, q("{'email':'CEO@acme.com','upn':'ceo@acme.com','email_verified':true}")).emailVerified);
    }
    /// security.md RP-25.
    void nothingIsMappedThatWasNotAskedFor() {
        const Outcome outcome = run(
            "{}", q("{'email':'a@b.c','groups':['admin'],'roles':['owner'],'tenant_id':'x','active':false,'id':'1'}"));
        QVERIFY(outcome.ok() && outcome.roles.empty() && outcome.groups.empty() && outcome.attributes.empty());
    }
    void groupsOfAnotherTypeAreRefused() {
        for (const char* value : {"3", "{\"a\":1}", "[1]", "[\"a\",{}]", "[[\"a\"]]", "[null]"}) {
            const Outcome outcome =
                run(q("{'groups':{'source':'groups'}}"), q("{'email':'a@b.c','groups':") + value + "}");
            QCOMPARE(firstError(outcome), std::string("mapping_wrong_type groups"));
            QVERIFY(outcome.groups.empty() && !outcome.groupsKnown);
        }
    }
    void oneGroupMayComeAsText() {
        QCOMPARE(run(q("{'groups':{'source':'groups'}}"), q("{'email':'a@b.c','groups':'ops'}")).groups,
                 (Names{"ops"}));
        QCOMPARE(run(q("{'groups':{'source':'g','transforms':['split:;','regex:/^CN=([^,]*).*/\\\\1/']}}"),
                     q("{'email':'a@b.c','g':'CN=a,OU=x;CN=b'}"))
                     .groups,
                 (Names{"a", "b"}));
    }
    void absentGroupsAreNoneUnlessThereWereTooMany() {
        const std::string mapping = q("{'groups':{'source':'groups'}}");
        QVERIFY(run(mapping, q("{'email':'a@b.c'}")).groupsKnown);
        QVERIFY(!run(mapping, q("{'email':'a@b.c','_claim_names':{'groups':'src1'}}")).groupsKnown);
        QVERIFY(!run(mapping, q("{'email':'a@b.c','hasgroups':true}")).groupsKnown);
    }
    void cedarRulesAssignRoles() {
        const std::string mapping =
            q("{'roles':[{'when':'context.claims.level > 3 && context.claims.country == "
              "\\\"SE\\\"','assign':['approver']},"
              "{'when':'context.claims.missing','assign':['never']}],'defaultRoles':['member']}");
        const Outcome outcome = run(mapping, q("{'email':'a@b.c','level':4,'country':'SE'}"));
        QVERIFY(outcome.ok());
        QCOMPARE(outcome.roles, (Names{"approver", "member"}));
        QCOMPARE(outcome.trace.at(outcome.trace.size() - 2).step, std::string("error: cedar.attribute"));
        QCOMPARE(run(mapping, q("{'email':'a@b.c','level':3,'country':'SE'}")).roles, (Names{"member"}));
        const json::Object claims = json::parseObject(q("{'level':1,'country':'SE','phone':'1'}")).value();
        QCOMPARE(unmappedClaims(parseMapping(json::parse(mapping).value()).value(), claims), (Names{"phone"}));
    }
    void theTraceTellsEveryStep() {
        const Outcome outcome =
            run(q("{'attributes':[{'target':'email','source':['mail','email'],'transforms':['trim','lowercase']}],"
                  "'roles':[{'when':{'claim':'level','op':'equals','value':3},'assign':['a']}]}"),
                q("{'email':' A@B.c ','level':3}"));
        const json::Array trace = toJson(outcome).at("trace").as_array();
        QCOMPARE(json::write(trace[0]), q("{'target':'email','source':'email','value':' A@B.c ','step':'source'}"));
        QCOMPARE(json::write(trace[1]), q("{'target':'email','source':'email','value':'A@B.c','step':'trim'}"));
        QCOMPARE(json::write(trace[2]), q("{'target':'email','source':'email','value':'a@b.c','step':'lowercase'}"));
        QCOMPARE(
            json::write(trace[3]),
            std::string(q(
                "{'target':'displayName','source':'name, {given_name} {family_name}','value':null,'step':'missing'}")));
        QCOMPARE(json::write(trace.back()),
                 q("{'target':'roles','source':'level equals 3','value':['a'],'step':'matched'}"));
    }
    void thePreviewHasTheShapeOfTheContract() {
        const json::Object preview = toJson(run("{}", q("{'name':'Ada'}")));
        QCOMPARE(json::write(preview.at("user")), q("{'emailVerified':false,'displayName':'Ada','attributes':{}}"));
        QCOMPARE(json::write(preview.at("roles")), std::string("[]"));
        QCOMPARE(json::write(preview.at("groups")), std::string("[]"));
        QCOMPARE(json::write(preview.at("errors").at(0).at("code")), std::string("\"mapping_missing_email\""));
    }
    void unmappedClaimsLeaveOutTheProtocol() {
        const Mapping mapping = parseMapping(json::parse(q("{'attributes':[{'target':'dept','source':'/org/dept'}],"
                                                           "'roles':[{'when':{'claim':'realm.roles','op':'exists'},'"
                                                           "assign':['a']}],'groups':{'source':'groups'}}"))
                                                 .value())
                                    .value();
        const json::Object claims = json::parseObject(q("{'iss':'x','sub':'1','aud':'c','email':'a@b.c','org':{},'"
                                                        "realm':{'roles':[]},'groups':[],'phone':'1','locale':'sv'}"))
                                        .value();
        QCOMPARE(unmappedClaims(mapping, claims), (Names{"phone", "locale"}));
    }
    void aLargeTokenMapsQuickly() {
        std::string rules;
        std::string roles;
        std::string claims = q("'email':'a@b.c'");
        for (int i = 0; i < 50; ++i) {
            const std::string n = std::to_string(i);
            rules += std::string(i == 0 ? "" : ",") + q("{'target':'t") + n + q("','source':['x','/c") + n +
                     q("/v'],'transforms':['trim','regex:/a(.)/\\\\1/']}");
            roles += std::string(i == 0 ? "" : ",") + q("{'when':{'claim':'groups','op':'matches','value':'g-") + n +
                     q(".*z'},'assign':['r") + n + q("']}");
            claims += ",\"c" + n + q("':{'v':'") + std::string(300, 'a') + "\"}";
        }
        std::string groups = "\"g\"";
        for (int i = 0; i < 200; ++i) {
            groups += ",\"g-" + std::to_string(i) + "-something\"";
        }
        const Mapping mapping =
            parseMapping(json::parse("{\"attributes\":[" + rules + "],\"roles\":[" + roles + "]}").value()).value();
        const json::Object object = json::parseObject("{" + claims + ",\"groups\":[" + groups + "]}").value();
        QVERIFY(map(mapping, object).ok());
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 10; ++i) {
            (void)map(mapping, object);
        }
        qInfo("%.2f ms a run", double(timer.nsecsElapsed()) / 1e7);
        QVERIFY(timer.elapsed() < 1000);
    }
};

QTEST_GUILESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
