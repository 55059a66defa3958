// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "scim/bulk.h"
#include "scim/core_schemas.h"
#include "scim/errors.h"
#include "tests/support/scim_json.h"

using namespace gatehouse;
using namespace gatehouse::scim;
using namespace gatehouse::scim::testing;

namespace {

const std::vector<ResourceType> kTypes = {userType(), groupType()};
const std::string kBase = "https://id.example/t/acme/scim/v2";

std::string request(const std::string& operations, const std::string& more = {}) {
    return q("{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest']" + more + ",'Operations':[" +
             operations + "]}");
}
std::string post(const std::string& bulkId, const std::string& refersTo = {}) {
    const std::string members = refersTo.empty() ? "" : ",'members':[{'value':'bulkId:" + refersTo + "'}]";
    return "{'method':'POST','path':'/Groups','bulkId':'" + bulkId + "','data':{'displayName':'" + bulkId + "'" +
           members + "}}";
}

/// A service that makes everything but what is called "bad", and writes down what it was asked.
struct Service {
    std::string log;
    int made = 0;

    BulkPerform perform() {
        return [this](const BulkOperation& operation) -> Result<BulkOutcome> {
            const std::string name = operation.data.is_object() ? text(operation.data.as_object(), "displayName") : "";
            log += (log.empty() ? "" : " ") + (name.empty() ? operation.methodName : name);
            if (operation.data.is_object() && operation.data.as_object().contains("members")) {
                log += "<" + json::write(operation.data.at("members").at(0).at("value"));
            }
            if (name == "bad") {
                return fail(Code::InvalidArgument, "scim.value", "displayName");
            }
            const std::string id = operation.id.empty() ? "id" + std::to_string(++made) : operation.id;
            const int status = operation.method == BulkMethod::Post     ? 201
                               : operation.method == BulkMethod::Delete ? 204
                                                                        : 200;
            return BulkOutcome{status, id, kBase + operation.type->endpoint + "/" + id, status == 204 ? "" : "W/\"1\""};
        };
    }
};

json::Object run(const std::string& text, Service& service) {
    return runBulk(parseBulk(text, kTypes).value(), kBase, service.perform());
}
/// "a:201 b:400" in the order of the answer.
std::string statuses(const json::Object& response) {
    std::string out;
    for (const json::Value& each : response.at("Operations").as_array()) {
        const json::Object& one = each.as_object();
        const std::string name = text(one, "bulkId");
        out += (out.empty() ? "" : " ") + (name.empty() ? text(one, "method") : name) + ":" + text(one, "status");
    }
    return out;
}
std::string statuses(const std::string& operations, const std::string& more = {}) {
    Service service;
    return statuses(run(request(operations, more), service));
}
std::string refusal(const std::string& text) {
    return reason(parseBulk(q(text), kTypes));
}

std::string sample(const char* name) {
    return json::write(vectors(std::string("rfc-samples/rfc7644-3.7.") + name + ".json"));
}

} // namespace

class TestBulk : public QObject {
    Q_OBJECT
private slots:
    void operationsRunInTheirOrder() {
        Service service;
        const json::Object response = run(request(post("a") + "," + post("b") + "," + post("c")), service);
        QCOMPARE(service.log, std::string("a b c"));
        QCOMPARE(statuses(response), std::string("a:201 b:201 c:201"));
        QVERIFY(response.at("schemas") == value("['urn:ietf:params:scim:api:messages:2.0:BulkResponse']"));
        QVERIFY(response.at("Operations").at(1) ==
                value("{'location':'" + kBase +
                      "/Groups/id2','method':'POST','bulkId':'b','version':'W/\\'1\\'','status':'201'}"));
    }
    void referencesAreResolvedBackwardsAndForwards() {
        Service service;
        const json::Object response = run(request(post("a", "c") + "," + post("b", "a") + "," + post("c")), service);
        QCOMPARE(service.log, q("c a<'id1' b<'id2'"));
        QCOMPARE(statuses(response), std::string("a:201 b:201 c:201"));
    }
    void aPathMayReferToo() {
        Service service;
        (void)run(request("{'method':'PATCH','path':'/Groups/bulkId:a','data':{'Operations':[]}}," + post("a") +
                          ",{'method':'DELETE','path':'/Users/bulkId:a'}"),
                  service);
        QCOMPARE(service.log, std::string("a PATCH DELETE"));
    }
    void circlesConflict() { // SC-15
        QCOMPARE(statuses(post("a", "b") + "," + post("b", "a") + "," + post("c")), std::string("a:409 b:409 c:201"));
        QCOMPARE(statuses(post("a", "a")), std::string("a:409"));
        QCOMPARE(statuses(post("a", "b") + "," + post("b", "c") + "," + post("c", "b")),
                 std::string("a:409 b:409 c:409"));
    }
    void aReferenceToNothingFails() {
        Service service;
        const json::Object response = run(request(post("a", "none") + "," + post("b")), service);
        QCOMPARE(statuses(response), std::string("a:400 b:201"));
        QCOMPARE(service.log, std::string("b"));
        QCOMPARE(text(response.at("Operations").at(0).at("response").as_object(), "scimType"),
                 std::string("invalidValue"));
    }
    void whatRefersToAFailureFails() {
        QCOMPARE(statuses(post("a", "bad") + "," + post("bad") + "," + post("c", "a")),
                 std::string("a:400 bad:400 c:400"));
    }
    void failOnErrorsStops() {
        const std::string three =
            post("bad") + "," + post("b") + "," + "{'method':'GET','path':'/Users'}" + "," + post("d");
        QCOMPARE(statuses(three), std::string("bad:400 b:201 GET:400 d:201"));
        QCOMPARE(statuses(three, ",'failOnErrors':1"), std::string("bad:400"));
        QCOMPARE(statuses(three, ",'failOnErrors':2"), std::string("bad:400 b:201 GET:400"));
        QCOMPARE(statuses(three, ",'failOnErrors':3"), std::string("bad:400 b:201 GET:400 d:201"));
        QCOMPARE(statuses(post("a", "b") + "," + post("b", "a"), ",'failOnErrors':1"), std::string("a:409"));
    }
    void failOnErrorsIsOneOrMore() { // SC-15
        for (const char* value : {"0", "-1", "'1'", "1.5", "true"}) {
            const auto parsed = parseBulk(request(post("a"), ",'failOnErrors':" + std::string(value)), kTypes);
            QCOMPARE(reason(parsed), std::string("scim.bulk_fail_on_errors"));
            QCOMPARE(describe(parsed.error()).status, 400);
        }
        QVERIFY(parseBulk(request(post("a"), ",'failOnErrors':null"), kTypes));
    }
    void pathsAreThoseOfTheService() { // SC-15
        for (const char* path : {"/../admin",     "/Users/../../admin",
                                 "//h/Users/1",   "https://evil.example/Users/1",
                                 "/Bulk",         "/bulk/1",
                                 "/Users",        "/Users/",
                                 "/Users/1/2",    "/Users/1?x=y",
                                 "/Users/1#x",    "Users/1",
                                 "/users/1",      "/Users/..",
                                 "/Users/%2e%2e", "/Usersx/1",
                                 "/Me",           "/.search",
                                 "/Schemas/1",    "",
                                 "/Users/a b"}) {
            QCOMPARE(statuses("{'method':'PUT','path':'" + std::string(path) + "','data':{}}"), std::string("PUT:400"));
        }
        QCOMPARE(statuses("{'method':'POST','path':'/Users/1','bulkId':'a','data':{}}"), std::string("a:400"));
        QCOMPARE(statuses("{'method':'PUT','data':{}}"), std::string("PUT:400"));
    }
    void methodsAreThoseThatChange() { // SC-15
        QCOMPARE(statuses("{'method':'GET','path':'/Users/1'}"), std::string("GET:400"));
        QCOMPARE(statuses("{'path':'/Users/1'}"), std::string(":400"));
        QCOMPARE(statuses("{'method':'delete','path':'/Users/1'}"), std::string("delete:204"));
    }
    void everyOperationHasWhatItNeeds() {
        QCOMPARE(statuses("{'method':'POST','path':'/Users','data':{}}"), std::string("POST:400")); // no bulkId
        QCOMPARE(statuses("{'method':'PUT','path':'/Users/1'}"), std::string("PUT:400"));
        QCOMPARE(statuses("{'method':'PUT','path':'/Users/1','data':[]}"), std::string("PUT:400"));
        QCOMPARE(statuses("{'method':'PATCH','path':'/Users/1','data':[]}"), std::string("PATCH:200"));
        QCOMPARE(statuses("{'method':'PUT','path':'/Users/1','data':{},'version':5}"), std::string("PUT:400"));
    }
    void bulkIdsAreThereOnce() { // SC-15
        QCOMPARE(reason(parseBulk(request(post("a") + "," + post("a")), kTypes)), std::string("scim.bulk_id"));
        QCOMPARE(reason(parseBulk(request(post(std::string(257, 'a'))), kTypes)), std::string("scim.bulk_id"));
    }
    void limitsAreRefusedWith413() { // SC-15
        std::string many = post("0");
        for (int i = 1; i <= 1000; ++i) {
            many += "," + post(std::to_string(i));
        }
        const auto tooMany = parseBulk(request(many), kTypes);
        QCOMPARE(reason(tooMany), std::string("scim.bulk_too_many"));
        QCOMPARE(describe(tooMany.error()).status, 413);
        const auto tooLarge = parseBulk(std::string(10U << 20U, ' '), kTypes);
        QCOMPARE(reason(tooLarge), std::string("scim.bulk_too_large"));
        QCOMPARE(describe(tooLarge.error()).status, 413);
    }
    void shapesThatAreNoBulkAreRefused() {
        QCOMPARE(refusal("[]"), std::string("json.not_object"));
        QCOMPARE(refusal("{'schemas':[],'schemas':[]}"), std::string("json.duplicate_member"));
        QCOMPARE(refusal("{}"), std::string("scim.schemas"));
        QCOMPARE(refusal("{'schemas':['x'],'Operations':[]}"), std::string("scim.schemas"));
        QCOMPARE(reason(parseBulk(request(""), kTypes)), std::string("scim.syntax"));
        QCOMPARE(reason(parseBulk(request("5"), kTypes)), std::string("scim.syntax"));
        QCOMPARE(reason(parseBulk(request(post("a"), ",'extra':1"), kTypes)), std::string("scim.syntax"));
        QCOMPARE(reason(parseBulk(request("{'method':'POST','path':'/Users','bulkId':5,'data':{}}"), kTypes)),
                 std::string("scim.syntax"));
    }
    void aLongChainIsDoneInTime() {
        std::string chain = post("0");
        for (int i = 1; i < 1000; ++i) {
            chain = post(std::to_string(i), std::to_string(i - 1)) + "," + chain;
        }
        QElapsedTimer timer;
        timer.start();
        Service service;
        const json::Object response = run(request(chain), service);
        QCOMPARE(service.made, 1000);
        QVERIFY(statuses(response).find(":400") == std::string::npos);
        QVERIFY(timer.elapsed() < 1000);
    }
    void theExamplesOfTheStandardAreRead() {
        Service service;
        QCOMPARE(statuses(run(sample("1-bulk_request-circular_conflict"), service)),
                 std::string("qwerty:409 ytrewq:409"));
        QCOMPARE(statuses(run(sample("2-bulk_request-temporary_identifier"), service)),
                 std::string("qwerty:201 ytrewq:201"));
        QCOMPARE(statuses(run(sample("2-bulk_request-enterprise_user"), service)),
                 std::string("qwerty:201 ytrewq:201"));
        QCOMPARE(statuses(run(sample("3-bulk_request-multiple_operations"), service)),
                 std::string("qwerty:201 PUT:200 PATCH:200 DELETE:204"));
        const auto request = parseBulk(sample("3-bulk_request-multiple_operations"), kTypes);
        QCOMPARE(request->failOnErrors, 1);
        QCOMPARE(request->operations[2].id, std::string("5d8d29d3-342c-4b5f-8683-a3cb6763ffcc"));
        QCOMPARE(request->operations[2].version, q("W/'edac3253e2c0ef2'"));
    }
    void answersHaveTheShapeOfTheStandard() {
        const auto shape = [](const json::Value& response) {
            std::string out;
            for (const json::Value& each : response.at("Operations").as_array()) {
                QStringList names;
                for (const auto& member : each.as_object()) {
                    names << QString::fromStdString(std::string(member.key()));
                }
                names.sort();
                out += names.join(',').toStdString() + " ";
            }
            return out;
        };
        Service service;
        const json::Value done = run(sample("3-bulk_request-multiple_operations"), service);
        QCOMPARE(shape(done), shape(vectors("rfc-samples/rfc7644-3.7.3-bulk_response-multiple_operations.json")));
        const BulkPerform refuse = [](const BulkOperation& operation) -> Result<BulkOutcome> {
            return operation.method == BulkMethod::Post ? fail(Code::InvalidArgument, "scim.syntax")
                                                        : fail(Code::FailedPrecondition, "scim.changed");
        };
        auto request = parseBulk(sample("3-bulk_request-multiple_operations"), kTypes);
        request->failOnErrors = 0;
        const json::Value failed = runBulk(*request, "https://example.com/v2", refuse);
        const json::Value theirs = vectors("rfc-samples/rfc7644-3.7.3-bulk_response-multiple_errors.json");
        QCOMPARE(shape(failed), shape(theirs));
        QVERIFY(failed.at("Operations").at(1).at("location") == theirs.at("Operations").at(1).at("location"));
        QVERIFY(failed.at("Operations").at(1).at("status") == theirs.at("Operations").at(1).at("status"));
    }
};

QTEST_GUILESS_MAIN(TestBulk)
#include "tst_bulk.moc"
