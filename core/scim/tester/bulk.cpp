// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kBulk = "RFC 7644, 3.7";

json::Object make(const std::string& endpoint, std::string_view bulkId, json::Object data) {
    return {{"method", "POST"}, {"path", endpoint}, {"bulkId", bulkId}, {"data", std::move(data)}};
}

json::Object request(json::Array operations) {
    return {{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:BulkRequest"}},
            {"Operations", std::move(operations)}};
}

std::string statusAt(const Answer& answer, int index) {
    return answer.textAt("/Operations/" + std::to_string(index) + "/status");
}

/// The id at the end of an operation's location; what was made is remembered.
std::string made(Probe& probe, const Answer& answer, int index, const std::string& endpoint) {
    const std::string location = answer.textAt("/Operations/" + std::to_string(index) + "/location");
    const std::string id = location.substr(location.rfind('/') + 1);
    if (statusAt(answer, index) == "201" && !id.empty()) {
        Answer one;
        one.status = 201;
        one.body = json::Object{{"id", id}};
        probe.keep(endpoint, one);
    }
    return id;
}

void references(Probe& probe) {
    json::Array operations{make("/Users", "ann", probe.person("bulk-ann"))};
    if (probe.features.groups) {
        operations.push_back(make("/Groups", "team",
                                  {{"schemas", json::Array{kGroupUrn}},
                                   {"displayName", probe.nameOf("bulk-team")},
                                   {"members", json::Array{json::Object{{"value", "bulkId:ann"}}}}}));
    }
    const Answer answer = probe.post("/Bulk", request(std::move(operations)));
    probe.status("status", kBulk, answer, 200);
    probe.value("schema", kBulk, answer, "/schemas/0", "urn:ietf:params:scim:api:messages:2.0:BulkResponse");
    const std::string ann = made(probe, answer, 0, "/Users");
    probe.that({"created", kBulk, "the operation's status is the text \"201\""}, statusAt(answer, 0) == "201",
               json::write(answer.at("/Operations/0")).substr(0, 200));
    probe.that({"location", kBulk, "the operation says where"}, !ann.empty(), answer.textAt("/Operations/0/location"));
    probe.value("bulk_id", kBulk, answer, "/Operations/0/bulkId", "ann");
    probe.status("kept", kBulk, probe.get("/Users/" + http::percentEncode(ann)), 200);
    if (probe.features.groups) {
        const std::string team = made(probe, answer, 1, "/Groups");
        const Answer group = probe.get("/Groups/" + http::percentEncode(team));
        probe.that({"reference", "RFC 7644, 3.7.2", "bulkId:ann became the id of the one who was made"},
                   elementWith(group.at("/members"), "value", ann) != nullptr, json::write(group.at("/members")));
    }
}

void failures(Probe& probe) {
    const json::Object wrong{{"schemas", json::Array{kUserUrn}}};
    const Answer on =
        probe.post("/Bulk", request({make("/Users", "bad", wrong), make("/Users", "good", probe.person("bulk-good"))}));
    made(probe, on, 1, "/Users");
    probe.that({"goes_on", kBulk, "an operation that fails does not stop the next"},
               statusAt(on, 0) == "400" && statusAt(on, 1) == "201",
               "statuses " + statusAt(on, 0) + ", " + statusAt(on, 1));
    probe.that({"failure_response", kBulk, "a failed operation has its error in `response`"},
               on.at("/Operations/0/response/schemas/0") == "urn:ietf:params:scim:api:messages:2.0:Error",
               json::write(on.at("/Operations/0/response")).substr(0, 200));
    json::Object strict = request({make("/Users", "bad", wrong), make("/Users", "late", probe.person("bulk-late"))});
    strict["failOnErrors"] = 1;
    const Answer stopped = probe.post("/Bulk", strict);
    made(probe, stopped, 1, "/Users");
    probe.that({"fail_on_errors", kBulk, "failOnErrors 1 stops at the first error"},
               stopped.is(200) && statusAt(stopped, 1).empty(), "second operation: " + statusAt(stopped, 1));
}

} // namespace

void bulk(Probe& probe) {
    references(probe);
    failures(probe);
    const std::int64_t most = probe.features.maxOperations;
    probe.that({"limit", "RFC 7643, 5", "bulk.maxOperations says how many"}, most > 0, std::to_string(most));
    if (most > 0 && most <= 5000) {
        json::Array many;
        for (std::int64_t i = 0; i <= most; ++i) {
            many.push_back(json::Object{{"method", "DELETE"}, {"path", "/Users/none-" + std::to_string(i)}});
        }
        probe.refusal("too_many", "RFC 7644, 3.7.4", probe.post("/Bulk", request(std::move(many))), 413);
    } else {
        probe.skip("too_many", "the limit is too high to be tried");
    }
    probe.refusal("malformed", "RFC 7644, 3.12", probe.send("POST", "/Bulk", "{\"Operations\":7}"), 400,
                  "invalidSyntax");
}

} // namespace gatehouse::scim::tester
