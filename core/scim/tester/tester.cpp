// SPDX-License-Identifier: Apache-2.0
#include "scim/tester/tester.h"

#include <algorithm>

#include "scim/tester/chapters.h"

namespace gatehouse::scim::tester {
namespace {

struct Chapter {
    std::string_view name;
    void (*ask)(Probe&);
    bool Features::* offered; ///< nullptr: no server goes without
};

constexpr Chapter kChapters[] = {
    {"discovery", discovery, nullptr},      {"credentials", credentials, nullptr},
    {"create", creation, nullptr},          {"read", people, nullptr},
    {"replace", replacing, nullptr},        {"patch", patching, &Features::patch},
    {"filter", filters, &Features::filter}, {"list", lists, nullptr},
    {"group", groups, &Features::groups},   {"bulk", bulk, &Features::bulk},
    {"vendor", vendors, &Features::patch},  {"delete", deletion, nullptr},
};

} // namespace

std::size_t Report::count(Check::Status status) const {
    return std::size_t(
        std::count_if(checks.begin(), checks.end(), [&](const Check& check) { return check.status == status; }));
}

Result<Report> test(http::Client& client, const Subject& given) {
    const auto begun = std::chrono::steady_clock::now();
    Subject subject = given;
    while (subject.url.ends_with('/')) {
        subject.url.pop_back();
    }
    if (!subject.url.starts_with("https://") && !subject.url.starts_with("http://")) {
        return fail(Code::InvalidArgument, "scim_test.url", "the address begins with neither https:// nor http://");
    }
    http::OutboundRequest hello;
    hello.url = subject.url + "/ServiceProviderConfig";
    hello.deadline = std::chrono::seconds(20);
    ENSURE(client.send(subject.pool, hello));
    Probe probe(client, subject);
    for (const Chapter& chapter : kChapters) {
        probe.chapter(chapter.name);
        if (probe.outOfTime()) {
            probe.skip("time", "the time for the whole test was over");
        } else if (chapter.offered != nullptr && !(probe.features.*chapter.offered)) {
            probe.skip("offered", "the server says that it does not offer this");
        } else {
            chapter.ask(probe);
        }
    }
    Report report;
    report.leftovers = probe.tidyUp();
    report.requests = probe.requests();
    report.checks = probe.take();
    report.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
    return report;
}

} // namespace gatehouse::scim::tester
