// SPDX-License-Identifier: Apache-2.0
#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {

void deletion(Probe& probe) {
    constexpr std::string_view kDelete = "RFC 7644, 3.6";
    const std::string id = probe.addPerson("delete");
    if (id.empty()) {
        return probe.skip("people", "nobody could be made to be deleted");
    }
    const std::string path = "/Users/" + http::percentEncode(id);
    const Answer gone = probe.erase(path);
    probe.status("status", kDelete, gone, 204);
    probe.that({"body", kDelete, "no body"}, gone.text.empty(), std::to_string(gone.text.size()) + " octets");
    if (gone.is(204)) {
        probe.forget(path);
    }
    probe.refusal("read", kDelete, probe.get(path), 404);
    probe.refusal("again", kDelete, probe.erase(path), 404);
    probe.refusal("replace", kDelete, probe.put(path, probe.person("delete")), 404);
    if (probe.features.filter) {
        const Answer found = probe.find("userName eq \"" + probe.nameOf("delete") + "\"");
        probe.that({"not_found", kDelete, "no list has the one who is gone"},
                   found.is(200) && found.resources().empty(), found);
    }
    const Answer anew = probe.post("/Users", probe.person("delete"));
    probe.keep("/Users", anew);
    probe.status("name_free", kDelete, anew, 201);
    probe.that({"new_id", "RFC 7643, 3.1", "an id is not used twice"}, anew.textAt("/id") != id, anew.textAt("/id"));
}

} // namespace gatehouse::scim::tester
