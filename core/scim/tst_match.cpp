// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/filter_index.h"
#include "scim/make_attribute.h"
#include "scim/text.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const ResourceType kUser = userType();
const ResourceType kGroup = groupType();

const json::Object kBarbara = object(
    "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'id':'2819c223','externalId':'Ext-1','userName':'"
    "BJensen',"
    "'name':{'givenName':'Bärbel','familyName':'Jensen'},'active':true,'title':'','password':'secret',"
    "'emails':[{'value':'b@work.example','type':'work','primary':true},{'value':'b@home.example','type':'home'}],"
    "'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'employeeNumber':'701984','manager':{'value':'M1'}},"
    "'meta':{'resourceType':'User','created':'2026-01-15T12:00:00Z','lastModified':'2026-02-01T00:00:00.5Z'}}");

/// "yes", "no", or why the filter is refused.
std::string ask(const std::string& filter, const json::Object& resource = kBarbara, const ResourceType& type = kUser,
                const IsMember& isMember = {}) {
    const auto parsed = parseFilter(q(filter));
    if (!parsed) {
        return parsed.error().reason;
    }
    const auto bound = bind(*parsed, type);
    return !bound ? bound.error().reason : matches(*bound, resource, isMember) ? "yes" : "no";
}

std::string index(const std::string& filter, const ResourceType& type = kUser) {
    const auto bound = bind(parseFilter(q(filter)).value(), type);
    const auto term = indexTerm(*bound);
    static const char* const kKeys[] = {"id", "userName", "externalId", "email", "member", "displayName"};
    return term ? std::string(kKeys[static_cast<int>(term->key)]) + (term->prefix ? "^" : "=") + term->folded : "none";
}

/// The schema of the resource that the vectors ask about.
ResourceType vectorType() {
    using namespace make;
    const auto number = [](const char* name, Type type = Type::Decimal) { return attribute(type, name, ""); };
    ResourceType out{"Any", "/Any", "", {"urn:example:2.0:Any", "Any", "", {}}, {}};
    out.schema.attributes = {
        text("userName", ""),
        text("shoeSize", ""),
        number("weight"),
        number("children", Type::Integer),
        boolean("true", ""),
        boolean("false", ""),
        text("null", ""),
        text("empty", "", kMany),
        text("unassigned", ""),
        complex("name", "", {text("first", ""), text("last", ""), text("middle", "")}),
        complex("addresses", "",
                {text("type", ""), text("streetAddress", ""), text("locality", ""), number("priority", Type::Integer)},
                kMany),
        complex("friends", "", {text("displayName", ""), reference("$ref", "", {"User"})}, kMany)};
    return out;
}

} // namespace

class TestMatch : public QObject {
    Q_OBJECT
private slots:
    void everyEvaluationOfTheVectorsIsRight() {
        const ResourceType type = vectorType();
        const json::Value all = vectors("filters/unboundid-filters-paths.json");
        const json::Object& resource = all.at("evaluate").at("resource").as_object();
        int seen = 0;
        for (const json::Value& each : all.at("evaluate").at("cases").as_array()) {
            const std::string text(json::view(each.at("filter").as_string()));
            QVERIFY2(ask(text, resource, type) == (each.at("match").as_bool() ? "yes" : "no"), text.c_str());
            ++seen;
        }
        QCOMPARE(seen, 66);
    }
    void caseExactDecidesWhetherCaseMatters() {
        QCOMPARE(ask("userName eq 'bjENSEN'"), std::string("yes"));
        QCOMPARE(ask("externalId eq 'ext-1'"), std::string("no"));
        QCOMPARE(ask("externalId eq 'Ext-1'"), std::string("yes"));
        QCOMPARE(ask("id sw '2819C'"), std::string("no"));
        QCOMPARE(ask("name.givenName eq 'BÄRBEL'"), std::string("yes"));
        QCOMPARE(ask("name.givenName co 'ÄRB'"), std::string("yes"));
    }
    void caseIsFoldedAsUnicodeHasIt() {
        QCOMPARE(foldCase("ÄÖÜ ΣΑΣ Ж İ K ẞ ASCII"), std::string("äöü σασ ж İ k ß ascii"));
        QCOMPARE(foldCase("\xff\xc3\x28"), std::string("\xff\xc3\x28"));
        QVERIFY(sameText("Straße Ä", "sTRAßE ä", false));
        QVERIFY(!sameText("a", "ab", false));
        QVERIFY(!sameText("a", "A", true));
    }
    void attributeNamesAreReadInAnyCase() {
        QCOMPARE(ask("USERNAME eq 'bjensen' and Name.FamilyName eq 'jensen'"), std::string("yes"));
        QCOMPARE(ask("URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:userName eq 'bjensen'"), std::string("yes"));
        QCOMPARE(ask("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq '701984'"),
                 std::string("yes"));
    }
    void oneElementOfAListIsEnough() {
        QCOMPARE(ask("emails.value eq 'b@home.example'"), std::string("yes"));
        QCOMPARE(ask("emails eq 'b@home.example'"), std::string("yes"));
        QCOMPARE(ask("emails.type eq 'work' and emails.value co 'home'"), std::string("yes"));
        QCOMPARE(ask("emails[type eq 'work' and value co 'home']"), std::string("no"));
        QCOMPARE(ask("emails[type eq 'work'].value eq 'b@work.example'"), std::string("yes"));
        QCOMPARE(ask("emails[primary eq 'True']"), std::string("yes"));
    }
    void whatIsNotThereIsNotEqual() {
        QCOMPARE(ask("nickName ne 'x'"), std::string("yes"));
        QCOMPARE(ask("nickName eq null"), std::string("yes"));
        QCOMPARE(ask("userName ne null"), std::string("yes"));
        QCOMPARE(ask("nickName pr"), std::string("no"));
        QCOMPARE(ask("title pr"), std::string("no")); // an empty text
        QCOMPARE(ask("name pr and emails pr and meta pr"), std::string("yes"));
        QCOMPARE(ask("ims[value eq null]"), std::string("no"));
    }
    void extensionsAreFoundByTheBareName() {
        QCOMPARE(ask("manager eq 'M1' and id eq '2819c223'"), std::string("yes"));
        QCOMPARE(ask("manager.value eq 'm1'"), std::string("no"));
        QCOMPARE(ask("manager[value eq 'M1']"), std::string("yes"));
    }
    void momentsAreComparedAsMoments() {
        QCOMPARE(ask("meta.lastModified gt '2026-01-31T23:59:59-01:00'"), std::string("no"));
        QCOMPARE(ask("meta.lastModified ge '2026-02-01T01:00:00.500+01:00'"), std::string("yes"));
        QCOMPARE(ask("meta.lastModified eq '2026-02-01T00:00:00.500Z'"), std::string("yes"));
        QCOMPARE(ask("meta.lastModified gt 'yesterday'"), std::string("scim.filter_value"));
        QCOMPARE(ask("meta.lastModified sw '2026'"), std::string("scim.filter_operator"));
    }
    void typesAreKept() {
        QCOMPARE(ask("active eq true"), std::string("yes"));
        QCOMPARE(ask("active eq 'True'"), std::string("yes"));
        QCOMPARE(ask("active eq 'yes'"), std::string("scim.filter_value"));
        QCOMPARE(ask("active gt false"), std::string("scim.filter_operator"));
        QCOMPARE(ask("x509Certificates.value gt 'AA=='"), std::string("scim.filter_operator"));
        QCOMPARE(ask("externalId eq 5"), std::string("scim.filter_value"));
        QCOMPARE(ask("userName gt null"), std::string("scim.filter_operator"));
        QCOMPARE(ask("name eq 'x'"), std::string("scim.filter_operator"));
        QCOMPARE(ask("userName[value eq 'x']"), std::string("scim.filter_operator"));
    }
    void whatMayNotBeReadIsAsUnknownAsWhatIsNotThere() { // SC-05
        for (const char* filter : {"password sw 's'", "password pr", "passwordHash eq 'x'", "meta.tenant eq 'acme'",
                                   "emails.secret pr", "emails[secret pr]", "__proto__ pr", "constructor pr",
                                   "urn:example:none:x pr", "urn:ietf:params:scim:schemas:core:2.0:User pr"}) {
            const std::string why = ask(filter);
            QVERIFY2(why == "scim.filter_attribute" || why == "scim.filter", filter);
        }
        const auto error = bind(parseFilter("password pr").value(), kUser).error();
        const auto unknown = bind(parseFilter("passwort pr").value(), kUser).error();
        QCOMPARE(describe(error).scimType, std::string("invalidFilter"));
        QCOMPARE(error.reason, unknown.reason);
    }
    void aTextIsComparedLiterally() { // SC-03
        json::Object odd = kBarbara;
        odd["userName"] = "x' OR 1=1--";
        QCOMPARE(ask("userName eq '%'"), std::string("no"));
        QCOMPARE(ask("userName sw '_'"), std::string("no"));
        const auto filter = bind(parseFilter("userName eq \"X' or 1=1--\"").value(), kUser);
        QVERIFY(matches(*filter, odd));
        QVERIFY(!matches(*filter, kBarbara));
    }
    void longValuesAreCutOffBeforeTheyAreCompared() { // SC-06
        QCOMPARE(ask("userName co '" + std::string(60'000, 'a') + "'"), std::string("scim.filter_too_large"));
    }
    void membershipIsAskedInsteadOfRead() {
        const json::Object group = object("{'id':'g1','displayName':'Staff'}");
        int asked = 0;
        const IsMember isMember = [&](std::string_view id) {
            ++asked;
            return id == "u1";
        };
        QCOMPARE(ask("id eq 'g1' and members eq 'u1'", group, kGroup, isMember), std::string("yes"));
        QCOMPARE(ask("members.value eq 'u2'", group, kGroup, isMember), std::string("no"));
        QCOMPARE(ask("members[value eq 'u1']", group, kGroup, isMember), std::string("yes"));
        QCOMPARE(asked, 3);
        const auto reads = [](const char* text) { return readsMembers(*bind(parseFilter(q(text)).value(), kGroup)); };
        QVERIFY(!reads("id eq 'g1' and members eq 'u1'"));
        QVERIFY(!reads("members[value eq 'u1']"));
        QVERIFY(reads("members pr"));
        QVERIFY(reads("not (members[type eq 'User'])"));
        QVERIFY(reads("members.value sw 'u'"));
    }
    void theBestConjunctIsNamedForAnIndex() {
        QCOMPARE(index("userName eq 'Ada'"), std::string("userName=ada"));
        QCOMPARE(index("externalId eq 'Ada'"), std::string("externalId=Ada"));
        QCOMPARE(index("active eq true and userName sw 'A'"), std::string("userName^a"));
        QCOMPARE(index("userName sw 'a' and emails.value eq 'A@x'"), std::string("email=a@x"));
        QCOMPARE(index("emails[type eq 'work' and value eq 'a@x']"), std::string("email=a@x"));
        QCOMPARE(index("emails[type eq 'work'].value eq 'a@x'"), std::string("email=a@x"));
        QCOMPARE(index("userName eq 'a' and id eq 'B'"), std::string("id=B"));
        QCOMPARE(index("title pr and (userName eq 'a' and title pr)"), std::string("userName=a"));
        QCOMPARE(index("displayName eq 'Tour'", kGroup), std::string("displayName=tour"));
        QCOMPARE(index("displayName eq 'x' and members eq 'u'", kGroup), std::string("member=u"));
    }
    void whatNeedNotHoldIsNoIndex() {
        for (const char* filter :
             {"userName eq 'a' or id eq 'b'", "not (userName eq 'a')", "userName ne 'a'", "userName co 'a'",
              "userName sw ''", "userName eq null", "nickName eq 'a'", "userName pr"}) {
            QCOMPARE(index(filter), std::string("none"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMatch)
#include "tst_match.moc"
