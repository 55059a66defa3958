// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "claims/mapping.h"

using namespace gatehouse;
using namespace gatehouse::claims;

namespace {

/// JSON with apostrophes for quotes: the meta-object compiler cannot read raw strings.
std::string q(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string firstProblem(const std::string& document) {
    Problems problems;
    (void)parseMapping(json::parse(document).value(), "/mapping", problems);
    return problems.empty() ? "sound" : problems.front().code + " " + problems.front().pointer;
}

} // namespace

class TestMapping : public QObject {
    Q_OBJECT
private slots:
    void theExampleOfTheContractIsRead() {
        Problems problems;
        const Mapping mapping = parseMapping(
            json::parse(
                q("{'attributes':["
                  "{'target':'email','source':'email','required':true,'transforms':['trim','lowercase']},"
                  "{'target':'displayName','source':['name','{given_name} {family_name}']},"
                  "{'target':'department','source':'/org/department'}],"
                  "'roles':[{'when':{'claim':'groups','op':'contains','value':'eng-admins'},'assign':['admin']}],"
                  "'defaultRoles':['member'],'groups':{'source':'groups','create':true}}"))
                .value(),
            "/mapping", problems);
        QVERIFY(problems.empty());
        QCOMPARE(mapping.attributes.size(), std::size_t(5)); // the three, and the default names
        QCOMPARE(mapping.roles.size(), std::size_t(1));
        QVERIFY(mapping.groups && mapping.groups->create);
    }
    void anEmptyDocumentHasTheDefaults() {
        for (const char* document : {"{}", "null"}) {
            const Mapping mapping = parseMapping(json::parse(document).value()).value();
            QCOMPARE(mapping.attributes.size(), std::size_t(4));
            QCOMPARE(mapping.attributes.front().target, std::string("email"));
            QVERIFY(mapping.roles.empty() && mapping.defaultRoles.empty() && !mapping.groups);
        }
    }
    void everyProblemIsNamed() {
        Problems problems;
        (void)parseMapping(
            json::parse(q("{'attributes':[{'target':'email','source':'{'},{'source':'x'},3],'roles':{},'extra':1}"))
                .value(),
            "/m", problems);
        QCOMPARE(problems.size(), std::size_t(5));
        QCOMPARE(problems[0].pointer, std::string("/m/attributes/0/source"));
        QCOMPARE(problems[1].pointer, std::string("/m/attributes/1/target"));
        QCOMPARE(problems[2].pointer, std::string("/m/attributes/2"));
        QCOMPARE(problems[3].pointer, std::string("/m/roles"));
        QCOMPARE(problems[4].pointer, std::string("/m/extra"));
    }
    void unsoundDocumentsAreRefused() {
        const std::vector<std::pair<std::string, std::string>> rows = {
            {"[]", "wrong_type /mapping"},
            {"\"x\"", "wrong_type /mapping"},
            {q("{'attributes':{}}"), "wrong_type /mapping/attributes"},
            {q("{'attributes':[{'target':'email'}]}"), "required /mapping/attributes/0/source"},
            {q("{'attributes':[{'target':'e mail','source':'x'}]}"), "invalid_name /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'','source':'x'}]}"), "required /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'1st','source':'x'}]}"), "invalid_name /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'id','source':'sub'}]}"), "reserved_target /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'emailVerified','source':'x'}]}"),
             "reserved_target /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'roles','source':'x'}]}"), "reserved_target /mapping/attributes/0/target"},
            {q("{'attributes':[{'target':'a','source':'x'},{'target':'a','source':'y'}]}"),
             "duplicate_target /mapping/attributes/1/target"},
            {q("{'attributes':[{'target':'a','source':'x','required':'yes'}]}"),
             "wrong_type /mapping/attributes/0/required"},
            {q("{'attributes':[{'target':'a','source':'x','transforms':'trim'}]}"),
             "wrong_type /mapping/attributes/0/transforms"},
            {q("{'attributes':[{'target':'a','source':'x','transforms':['trim',1]}]}"),
             "wrong_type /mapping/attributes/0/transforms/1"},
            {q("{'attributes':[{'target':'a','source':'x','transforms':['Trim']}]}"),
             "transform /mapping/attributes/0/transforms/0"},
            {q("{'attributes':[{'target':'a','source':'x','transform':[]}]}"),
             "unknown_member /mapping/attributes/0/transform"},
            {q("{'roles':[{'assign':['a']}]}"), "required /mapping/roles/0/when"},
            {q("{'roles':[{'when':{'claim':'a','op':'exists'}}]}"), "required /mapping/roles/0/assign"},
            {q("{'roles':[{'when':{'claim':'a','op':'exists'},'assign':[1]}]}"),
             "invalid_name /mapping/roles/0/assign/0"},
            {q("{'roles':[{'when':{'claim':'a','op':'exists'},'assign':''}]}"), "required /mapping/roles/0/assign"},
            {q("{'roles':[{'when':{'claim':'a','op':'exists'},'assign':['a\\nb']}]}"),
             "invalid_name /mapping/roles/0/assign/0"},
            {q("{'defaultRoles':[null]}"), "invalid_name /mapping/defaultRoles/0"},
            {q("{'groups':'groups'}"), "wrong_type /mapping/groups"},
            {q("{'groups':{'create':true}}"), "required /mapping/groups/source"},
            {q("{'groups':{'source':'g','create':1}}"), "wrong_type /mapping/groups/create"},
            {q("{'groups':{'source':'g','creates':true}}"), "unknown_member /mapping/groups/creates"},
        };
        for (const auto& [document, problem] : rows) {
            QVERIFY2(firstProblem(document) == problem, (document + ": " + firstProblem(document)).c_str());
            QCOMPARE(parseMapping(json::parse(document).value()).error().reason, std::string("mapping.invalid"));
        }
    }
    void tooManyRulesAreRefused() {
        std::string rules;
        for (int i = 0; i < 201; ++i) {
            rules += std::string(i == 0 ? "" : ",") + q("{'target':'a") + std::to_string(i) + q("','source':'x'}");
        }
        QCOMPARE(firstProblem("{\"attributes\":[" + rules + "]}"), std::string("too_long /mapping/attributes"));
    }
};

QTEST_GUILESS_MAIN(TestMapping)
#include "tst_mapping.moc"
