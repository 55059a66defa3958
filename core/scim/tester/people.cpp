// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {

void people(Probe& probe) {
    constexpr std::string_view kProjection = "RFC 7644, 3.9";
    const std::string id = probe.addPerson("read");
    if (id.empty()) {
        return probe.skip("people", "nobody could be made to be read");
    }
    const std::string path = "/Users/" + http::percentEncode(id);
    const Answer whole = probe.get(path);
    probe.status("one", "RFC 7644, 3.4.1", whole, 200);
    probe.value("id", "RFC 7644, 3.4.1", whole, "/id", json::Value(id));
    probe.that({"location", "RFC 7643, 3.1", "meta.location ends with the address that was asked"},
               whole.textAt("/meta/location").ends_with(path), whole.textAt("/meta/location"));

    const Answer some = probe.get(path + "?attributes=userName");
    const bool narrow = some.at("/userName").is_string() && some.at("/id").is_string() &&
                        some.at("/emails").is_null() && some.at("/displayName").is_null();
    probe.that({"attributes", kProjection, "attributes=userName gives userName and id, no e-mail"}, narrow, some);
    const Answer sub = probe.get(path + "?attributes=name.familyName");
    probe.that({"sub_attribute", kProjection, "attributes=name.familyName gives that one alone"},
               sub.at("/name/familyName").is_string() && sub.at("/name/givenName").is_null(), sub);
    const Answer cased = probe.get(path + "?attributes=USERNAME");
    probe.that({"attributes_case", "RFC 7643, 2.1", "names of attributes have no case"},
               cased.at("/userName").is_string(), cased);
    const Answer without = probe.get(path + "?excludedAttributes=emails");
    probe.that({"excluded", kProjection, "excludedAttributes=emails leaves the e-mail out, and nothing else"},
               without.at("/emails").is_null() && without.at("/userName").is_string(), without);
    const Answer always = probe.get(path + "?excludedAttributes=id");
    probe.that({"always", kProjection, "id is returned always"}, always.at("/id").is_string(), always);

    const Answer missing = probe.get("/Users/00000000-0000-4000-8000-000000000000");
    probe.refusal("unknown", "RFC 7644, 3.12", missing, 404);
    probe.that({"error_status", "RFC 7644, 3.12", "`status` of the body is the text \"404\""},
               missing.at("/status") == "404", json::write(missing.at("/status")));

    if (!probe.features.etag) {
        return probe.skip("etag", "the server says that it has no entity tags");
    }
    const std::string tag(whole.headers.get("ETag").value_or(""));
    probe.that({"etag", "RFC 7644, 3.14", "the header ETag is meta.version"},
               !tag.empty() && tag == whole.textAt("/meta/version"), tag.empty() ? "no ETag" : tag);
    probe.status("not_modified", "RFC 7644, 3.14", probe.send("GET", path, {}, {{"If-None-Match", tag}}), 304);
    const Answer stale =
        probe.send("PUT", path, json::write(probe.person("read")), {{"If-Match", "W/\"no-such-version\""}});
    probe.refusal("stale", "RFC 7644, 3.14", stale, 412);
}

} // namespace gatehouse::scim::tester
