// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "http/forms.h"
#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

constexpr std::string_view kList = "RFC 7644, 3.4.2";
constexpr std::string_view kPages = "RFC 7644, 3.4.2.4";
constexpr std::string_view kSort = "RFC 7644, 3.4.2.3";
constexpr std::string_view kSearch = "RFC 7644, 3.4.3";
constexpr std::string_view kCursor = "RFC 9865, 2";
constexpr int kPeople = 3;

void addIds(std::set<std::string>& seen, std::size_t& count, const Answer& page) {
    for (const json::Value& each : page.resources()) {
        if (each.is_object()) {
            seen.insert(std::string(json::stringMember(each.get_object(), "id").value_or("")));
            ++count;
        }
    }
}

/// Ours alone where the server can tell, else everybody.
class Pages {
public:
    explicit Pages(Probe& probe)
        : m_probe(probe) {
        if (probe.features.filter) {
            m_filter = "userName sw \"" + probe.nameOf("list-") + "\"";
        }
    }
    Answer get(const std::string& query) {
        return m_probe.get("/Users?" + query + (m_filter.empty() ? "" : "&filter=" + http::percentEncode(m_filter)));
    }
    [[nodiscard]] const std::string& filter() const { return m_filter; }

private:
    Probe& m_probe;
    std::string m_filter;
};

void byIndex(Probe& probe, Pages& pages) {
    const Answer first = pages.get("startIndex=1&count=1");
    probe.status("status", kList, first, 200);
    probe.value("schema", kList, first, "/schemas/0", "urn:ietf:params:scim:api:messages:2.0:ListResponse");
    probe.that({"numbers", kList, "totalResults, itemsPerPage and startIndex are numbers"},
               first.at("/totalResults").is_number() && first.at("/itemsPerPage").is_number() &&
                   first.at("/startIndex").is_number(),
               first);
    probe.that({"count", kPages, "count=1 gives one"}, first.resources().size() == 1, first);
    const Answer none = pages.get("count=0");
    probe.that({"count_zero", kPages, "count=0 gives nobody, and how many there are"},
               none.is(200) && none.resources().empty() && same(none.at("/totalResults"), first.at("/totalResults")),
               none);
    const Answer negative = pages.get("count=-1");
    probe.that({"count_negative", kPages, "a negative count is 0"}, negative.is(200) && negative.resources().empty(),
               negative);
    const Answer zero = pages.get("startIndex=0&count=1");
    probe.that({"index_zero", kPages, "a startIndex below 1 is 1"},
               zero.is(200) && zero.at("/Resources/0/id") == first.at("/Resources/0/id"), zero);
    const Answer beyond = pages.get("startIndex=1000000&count=1");
    probe.that({"beyond", kPages, "behind the end there is nobody"}, beyond.is(200) && beyond.resources().empty(),
               beyond);
    std::set<std::string> seen;
    std::size_t count = 0;
    for (int index = 1; index <= kPeople; ++index) {
        addIds(seen, count, pages.get("count=1&startIndex=" + std::to_string(index)));
    }
    probe.that({"pages", kPages, "three pages of one are three people"}, seen.size() == kPeople && count == kPeople,
               std::to_string(seen.size()) + " people on " + std::to_string(count) + " pages");
    const Answer some = pages.get("count=3&attributes=userName");
    probe.that({"attributes", "RFC 7644, 3.9", "a list shows what `attributes` asks for alone"},
               some.at("/Resources/0/userName").is_string() && some.at("/Resources/0/emails").is_null(), some);
}

void sorted(Probe& probe, Pages& pages) {
    if (!probe.features.sort) {
        return probe.skip("sort", "the server says that it does not sort");
    }
    const auto names = [](const Answer& answer) {
        std::vector<std::string> out;
        for (const json::Value& each : answer.resources()) {
            out.emplace_back(json::stringMember(each.get_object(), "userName").value_or(""));
        }
        return out;
    };
    const auto up = names(pages.get("sortBy=userName&count=3"));
    probe.that({"ascending", kSort, "sortBy sorts upwards"},
               up.size() == kPeople && std::is_sorted(up.begin(), up.end()), std::to_string(up.size()) + " names");
    const auto down = names(pages.get("sortBy=userName&sortOrder=descending&count=3"));
    probe.that({"descending", kSort, "sortOrder=descending sorts downwards"},
               down.size() == kPeople && std::is_sorted(down.rbegin(), down.rend()),
               std::to_string(down.size()) + " names");
}

void byCursor(Probe& probe, Pages& pages) {
    if (!probe.features.cursor) {
        return probe.skip("cursor", "the server says that it has no cursors");
    }
    std::set<std::string> seen;
    std::size_t count = 0;
    std::string cursor;
    int turns = 0;
    Answer page;
    do {
        page = pages.get("count=2&cursor=" + http::percentEncode(cursor));
        addIds(seen, count, page);
        cursor = page.textAt("/nextCursor");
    } while (!cursor.empty() && ++turns < 1000);
    probe.status("cursor", kCursor, page, 200);
    probe.that({"cursor_pages", kCursor, "following nextCursor gives everybody once"},
               seen.size() == count && count >= kPeople, std::to_string(count) + " people");
    probe.refusal("cursor_unknown", "RFC 9865, 3", pages.get("cursor=not-a-cursor-of-yours"), 400, "invalidCursor");
}

void searches(Probe& probe, const Pages& pages) {
    json::Object body{{"schemas", json::Array{"urn:ietf:params:scim:api:messages:2.0:SearchRequest"}},
                      {"startIndex", 1},
                      {"count", 2},
                      {"attributes", json::Array{"userName"}}};
    if (!pages.filter().empty()) {
        body["filter"] = pages.filter();
    }
    const Answer users = probe.post("/Users/.search", body);
    if (users.is(501) || users.is(404) || users.is(405)) {
        return probe.that({"search", kSearch, "POST /Users/.search answers as GET /Users does", Rule::Grade::Should},
                          false, users);
    }
    probe.that({"search", kSearch, "POST /Users/.search answers as GET /Users does"},
               users.is(200) && users.resources().size() == 2 && users.at("/Resources/0/userName").is_string(), users);
    const Answer all = probe.post("/.search", body);
    probe.that({"search_all", kSearch, "POST /.search looks at every type", Rule::Grade::Should},
               all.is(200) && all.resources().size() == 2, all);
}

} // namespace

void lists(Probe& probe) {
    for (const std::string_view label : {"list-b", "list-a", "list-c"}) {
        if (probe.addPerson(label).empty()) {
            return probe.skip("people", "nobody could be made to be listed");
        }
    }
    Pages pages(probe);
    byIndex(probe, pages);
    sorted(probe, pages);
    byCursor(probe, pages);
    searches(probe, pages);
}

} // namespace gatehouse::scim::tester
