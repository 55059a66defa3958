// SPDX-License-Identifier: Apache-2.0
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {

void credentials(Probe& probe) {
    constexpr std::string_view kSpec = "RFC 7644, 2; RFC 6750, 3";
    const Answer none = probe.send("GET", "/Users?count=1", {}, {{"Authorization", ""}});
    probe.status("none", kSpec, none, 401);
    probe.that({"challenge", kSpec, "WWW-Authenticate is there"}, none.headers.get("WWW-Authenticate").has_value(),
               none);
    const Answer wrong = probe.send("GET", "/Users?count=1", {}, {{"Authorization", "Bearer not-a-token-of-yours"}});
    probe.status("wrong", kSpec, wrong, 401);
    const Answer writes = probe.send("POST", "/Users", json::write(probe.person("stranger")), {{"Authorization", ""}});
    probe.keep("/Users", writes);
    probe.status("write", kSpec, writes, 401);
}

} // namespace gatehouse::scim::tester
