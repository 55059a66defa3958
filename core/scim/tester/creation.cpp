// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kPost = "RFC 7644, 3.3";
constexpr std::string_view kError = "RFC 7644, 3.12";

bool isTime(const json::Value& value) {
    return value.is_string() && parseRfc3339(json::view(value.get_string())).has_value();
}

std::string upper(std::string text) {
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    return text;
}

/// `made` answers a POST of `sent`.
void judgeMade(Probe& probe, const Answer& made, const json::Object& sent) {
    probe.status("status", kPost, made, 201);
    const std::string location(made.headers.get("Location").value_or(""));
    const std::string name = probe.nameOf("create");
    probe.that({"location", kPost, "the header Location is meta.location"},
               !location.empty() && location == made.textAt("/meta/location"),
               location.empty() ? "no Location" : location);
    probe.that({"id", "RFC 7643, 3.1", "an id of the server's own, not the one that was sent"},
               !made.textAt("/id").empty() && made.textAt("/id") != "chosen-by-client", made.textAt("/id"));
    probe.that({"schemas", "RFC 7643, 3", "schemas names the core schema of User"},
               json::write(made.at("/schemas")).find(kUserUrn) != std::string::npos, json::write(made.at("/schemas")));
    probe.value("resource_type", "RFC 7643, 3.1", made, "/meta/resourceType", "User");
    probe.that({"times", "RFC 7643, 3.1", "meta.created and meta.lastModified are times"},
               isTime(made.at("/meta/created")) && isTime(made.at("/meta/lastModified")),
               json::write(made.at("/meta")));
    probe.value("user_name", kPost, made, "/userName", json::Value(name));
    probe.value("external_id", kPost, made, "/externalId", sent.at("externalId"));
    probe.value("name", kPost, made, "/name/familyName", "create");
    probe.value("display_name", kPost, made, "/displayName", sent.at("displayName"));
    probe.value("email", kPost, made, "/emails/0/value", json::Value(name + "@example.com"));
    probe.value("active", kPost, made, "/active", true);
    probe.that({"password", "RFC 7643, 4.1.1", "a password is never returned"},
               made.text.find("Zq7-never-shown") == std::string::npos && made.at("/password").is_null(), made);
    if (probe.features.enterprise) {
        probe.value("extension", "RFC 7643, 4.3", made, "/" + std::string(kEnterpriseUrn) + "/department", "Testing");
    } else {
        probe.skip("extension", "the server has no enterprise extension");
    }
}

/// A POST of this must be refused so.
void refuses(Probe& probe, std::string_view name, std::string_view spec, const std::string& body, int status,
             std::string_view scimType) {
    const Answer answer = probe.send("POST", "/Users", body);
    probe.keep("/Users", answer);
    probe.refusal(name, spec, answer, status, scimType);
}

void judgeErrorBody(Probe& probe, const Answer& answer) {
    probe.value("error_schema", kError, answer, "/schemas/0", "urn:ietf:params:scim:api:messages:2.0:Error");
    probe.that({"error_status", kError, "`status` is a text"}, answer.at("/status").is_string(),
               json::write(answer.at("/status")));
}

} // namespace

void creation(Probe& probe) {
    json::Object sent = probe.person("create", {{"id", "chosen-by-client"}, {"password", "Zq7-never-shown"}});
    if (probe.features.enterprise) {
        sent["schemas"] = json::Array{kUserUrn, kEnterpriseUrn};
        sent[kEnterpriseUrn] = json::Object{{"department", "Testing"}};
    }
    const Answer made = probe.post("/Users", sent);
    probe.keep("/Users", made);
    judgeMade(probe, made, sent);
    const Answer read = probe.get("/Users/" + http::percentEncode(made.textAt("/id")));
    probe.that({"kept", kPost, "a GET gives what the POST gave"}, read.is(200) && read.body == made.body, read);

    refuses(probe, "duplicate", kPost, json::write(sent), 409, "uniqueness");
    sent["userName"] = upper(probe.nameOf("create"));
    sent.erase("externalId");
    refuses(probe, "duplicate_case", "RFC 7643, 4.1.1", json::write(sent), 409, "uniqueness");
    json::Object nameless = probe.person("nameless");
    nameless.erase("userName");
    refuses(probe, "required", kError, json::write(nameless), 400, "invalidValue");
    refuses(probe, "type", kError,
            json::write(probe.person("type", {{"displayName", json::Object{{"not", "a text"}}}})), 400, "invalidValue");
    const Answer broken = probe.send("POST", "/Users", "{\"userName\":");
    probe.refusal("malformed", kError, broken, 400, "invalidSyntax");
    judgeErrorBody(probe, broken);
    const Answer plain = probe.send("POST", "/Users", json::write(probe.person("plain")),
                                    {{"Content-Type", "application/json; charset=utf-8"}});
    probe.keep("/Users", plain);
    probe.that({"plain_json", "RFC 7644, 3.1", "application/json is taken as well", Rule::Grade::Should}, plain.is(201),
               plain);
}

} // namespace gatehouse::scim::tester
