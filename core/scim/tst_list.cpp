// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "scim/list.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

using Parameters = std::map<std::string, std::string>;

const ResourceType kUser = userType();

std::string search(const std::string& members) {
    return reason(readSearchRequest(
        object("{'schemas':['urn:ietf:params:scim:api:messages:2.0:SearchRequest']" + members + "}")));
}

std::string key(const char* sortBy, const std::string& resource) {
    const auto ref = resolveSort(*parseAttributePath(sortBy), kUser);
    return ref ? sortKey(*ref, object(resource)) : ref.error().reason;
}

} // namespace

class TestList : public QObject {
    Q_OBJECT
private slots:
    void parametersAreBroughtIntoTheirRange() {
        const auto read = [](const char* start, const char* count) {
            return *readListQuery({{"startIndex", start}, {"count", count}});
        };
        QCOMPARE(read("0", "10").startIndex, 1);
        QCOMPARE(read("-5", "10").startIndex, 1);
        QCOMPARE(read("7", "-1").startIndex, 7);
        QCOMPARE(*read("7", "-1").count, 0);
        QCOMPARE(*read("1", "0").count, 0);
        QVERIFY(!readListQuery({})->count);
        QCOMPARE(readListQuery({})->startIndex, 1);
    }
    void theRestIsReadAsItIs() {
        const auto query = *readListQuery({{"filter", q("userName eq 'a'")},
                                           {"sortBy", "name.familyName"},
                                           {"sortOrder", "Descending"},
                                           {"excludedAttributes", "groups"},
                                           {"other", "x"}});
        QCOMPARE(query.filter, q("userName eq 'a'"));
        QCOMPARE(query.sortBy->text(), std::string("name.familyName"));
        QVERIFY(query.descending);
        QCOMPARE(query.projection.excluded.size(), 1UL);
        QVERIFY(!query.cursor);
        QCOMPARE(*readListQuery({{"cursor", ""}})->cursor, std::string());
    }
    void impossibleParametersAreRefused() {
        for (const Parameters& each : {Parameters{{"startIndex", "x"}}, Parameters{{"startIndex", ""}},
                                       Parameters{{"count", "1.5"}}, Parameters{{"count", "99999999999999999999"}},
                                       Parameters{{"sortOrder", "up"}}, Parameters{{"sortBy", "a b"}}}) {
            QCOMPARE(reason(readListQuery(each)), std::string("scim.parameter"));
        }
        QCOMPARE(reason(readListQuery({{"attributes", "a"}, {"excludedAttributes", "b"}})),
                 std::string("scim.projection"));
        const auto count = readListQuery({{"cursor", ""}, {"count", "-1"}});
        QCOMPARE(describe(count.error()).scimType, std::string("invalidCount")); // RFC 9865
    }
    void aSearchRequestIsReadLikeAQuery() {
        const auto query = readSearchRequest(vectors("rfc-samples/rfc7644-3.4.3-search_request.json").as_object());
        QCOMPARE(query->filter, q("displayName sw 'smith'"));
        QCOMPARE(query->startIndex, 1);
        QCOMPARE(*query->count, 10);
        QCOMPARE(query->projection.only.size(), 2UL);
        QCOMPARE(search(""), std::string("ok"));
        QCOMPARE(search(",'filter':null,'count':null,'cursor':''"), std::string("ok"));
    }
    void brokenSearchRequestsAreRefused() {
        for (const char* members :
             {",'startIndex':'1'", ",'count':1.5", ",'filter':5", ",'sortBy':[]", ",'cursor':5", ",'extra':1"}) {
            QCOMPARE(search(members), std::string("scim.syntax"));
        }
        QCOMPARE(reason(readSearchRequest(object("{'filter':'a pr'}"))), std::string("scim.schemas"));
        QCOMPARE(search(",'attributes':'a','excludedAttributes':['b']"), std::string("scim.projection"));
    }
    void aListHasNumbersAndItsResources() {
        const json::Object empty = listResponse({}, 0, 1);
        QVERIFY(json::Value(empty) ==
                value("{'schemas':['urn:ietf:params:scim:api:messages:2.0:ListResponse'],'totalResults':0,"
                      "'itemsPerPage':0,'startIndex':1,'Resources':[]}"));
        const json::Object sample = vectors("rfc-samples/rfc7644-3.4.3-list_response-post_query.json").as_object();
        const json::Object list = listResponse(sample.at("Resources").as_array(), 100, 1);
        for (const char* name : {"schemas", "totalResults", "startIndex", "Resources"}) {
            QVERIFY(list.at(name) == sample.at(name));
        }
    }
    void aPageOfACursorHasNoStartIndex() {
        const json::Object first = cursorPage({}, 10, "next", std::nullopt);
        QCOMPARE(text(first, "nextCursor"), std::string("next"));
        QVERIFY(!first.contains("previousCursor") && !first.contains("startIndex"));
        const json::Object last = cursorPage({}, std::nullopt, std::nullopt, "before");
        QVERIFY(!last.contains("nextCursor") && !last.contains("totalResults"));
        QCOMPARE(text(last, "previousCursor"), std::string("before"));
    }
    void keysSortAsTheirValuesDo() {
        QCOMPARE(key("userName", "{'userName':'ÄDA'}"), std::string("äda"));
        QCOMPARE(key("id", "{'id':'Ab'}"), std::string("Ab"));
        QCOMPARE(key("nickName", "{}"), std::string());
        QCOMPARE(key("emails", "{'emails':[{'value':'b'},{'value':'A','primary':true}]}"), std::string("a"));
        QCOMPARE(key("emails.type", "{'emails':[{'type':'x'}]}"), std::string("x"));
        QVERIFY(key("active", "{'active':false}") < key("active", "{'active':true}"));
        const char* moments[] = {"1969-12-31T00:00:00Z", "2026-01-15T13:00:00+02:00", "2026-01-15T12:00:00Z",
                                 "2026-01-15T12:00:00.5Z"};
        for (int i = 0; i < 3; ++i) {
            const auto at = [&](int j) {
                return key("meta.created", std::string("{'meta':{'created':'") + moments[j] + "'}}");
            };
            QVERIFY(at(i) < at(i + 1));
        }
    }
    void whatCannotBeSortedByIsRefused() {
        for (const char* sortBy :
             {"password", "name", "addresses", "nothing", "urn:ietf:params:scim:schemas:core:2.0:User"}) {
            QCOMPARE(key(sortBy, "{}"), std::string("scim.parameter"));
        }
        QVERIFY(!resolveSort(*parseAttributePath("members"), groupType()));
    }
};

QTEST_GUILESS_MAIN(TestList)
#include "tst_list.moc"
