// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {

void replacing(Probe& probe) {
    constexpr std::string_view kPut = "RFC 7644, 3.5.1";
    const std::string id = probe.addPerson("replace", {{"title", "Engineer"}});
    if (id.empty()) {
        return probe.skip("people", "nobody could be made to be replaced");
    }
    const std::string path = "/Users/" + http::percentEncode(id);
    const Answer before = probe.get(path);
    json::Object sent = probe.person("replace", {{"displayName", "Replaced"}, {"id", id}});
    const Answer replaced = probe.put(path, sent);
    probe.status("status", kPut, replaced, 200);
    probe.value("applied", kPut, replaced, "/displayName", "Replaced");
    probe.value("cleared", kPut, replaced, "/title", nullptr);
    probe.value("id", kPut, replaced, "/id", json::Value(id));
    probe.value("created", "RFC 7643, 3.1", replaced, "/meta/created", before.at("/meta/created"));
    probe.that({"modified", "RFC 7643, 3.1", "meta.lastModified does not go backwards"},
               replaced.textAt("/meta/lastModified") >= before.textAt("/meta/lastModified"),
               replaced.textAt("/meta/lastModified"));
    const Answer read = probe.get(path);
    probe.value("kept", kPut, read, "/displayName", "Replaced");
    sent["active"] = false;
    probe.value("deactivated", "RFC 7643, 4.1.1", probe.put(path, sent), "/active", false);
    sent["active"] = true;
    probe.value("reactivated", "RFC 7643, 4.1.1", probe.put(path, sent), "/active", true);

    sent.erase("userName");
    probe.refusal("required", "RFC 7644, 3.12", probe.put(path, sent), 400, "invalidValue");
    const Answer nobody = probe.put("/Users/00000000-0000-4000-8000-000000000000", probe.person("nobody"));
    probe.keep("/Users", nobody);
    probe.refusal("unknown", kPut, nobody, 404);
    probe.refusal("malformed", "RFC 7644, 3.12", probe.send("PUT", path, "[]"), 400, "invalidSyntax");
    const std::string other = probe.addPerson("replace-other");
    if (!other.empty()) {
        json::Object taken = probe.person("replace", {{"userName", probe.nameOf("replace-other")}});
        probe.refusal("duplicate", "RFC 7644, 3.12", probe.put(path, taken), 409, "uniqueness");
    }
}

} // namespace gatehouse::scim::tester
