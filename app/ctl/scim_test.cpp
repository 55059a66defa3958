// SPDX-License-Identifier: Apache-2.0
#include "scim_test.h"

#include <cstdio>

#include "admin/api/codec.h"
#include "admin/api/scim.h"
#include "files.h"
#include "http/client.h"
#include "scim/tester/tester.h"

namespace gatehouse::ctl {
namespace {

using admin::api::FlowCheck;

Outcome<std::string> tokenOf(const ScimTest& command) {
    if (command.tokenFile.empty()) {
        return command.token;
    }
    Outcome<std::string> text = readFile(command.tokenFile);
    while (text && !text->empty() && static_cast<unsigned char>(text->back()) <= ' ') {
        text->pop_back();
    }
    return text;
}

admin::api::ScimTest resultOf(const scim::tester::Report& report, const std::string& url) {
    admin::api::ScimTest out;
    out.ok = firstFailure(report.checks) == nullptr;
    out.url = url;
    out.passed = std::int64_t(report.count(Check::Status::Ok));
    out.warnings = std::int64_t(report.count(Check::Status::Warn));
    out.failed = std::int64_t(report.count(Check::Status::Fail));
    out.skipped = std::int64_t(report.count(Check::Status::Skipped));
    out.requests = std::int64_t(report.requests);
    out.millis = report.elapsed.count();
    out.leftovers = std::int64_t(report.leftovers);
    for (const Check& check : report.checks) {
        out.checks.push_back(
            {check.name, statusName(check.status), check.expected, check.actual, check.cure, {}, check.spec});
    }
    return out;
}

std::string counted(const admin::api::ScimTest& result) {
    std::string out = std::to_string(result.passed) + " passed, " + std::to_string(result.failed) + " failed, " +
                      std::to_string(result.warnings) + " warnings, " + std::to_string(result.skipped) + " skipped; " +
                      std::to_string(result.requests) + " requests in " + std::to_string(result.millis) + " ms\n";
    if (result.leftovers > 0) {
        out += std::to_string(result.leftovers) +
               " test people or groups could not be deleted: their names begin with gatehouse-test-\n";
    }
    return out;
}

int show(const admin::api::ScimTest& result, bool all, Format format) {
    std::string out;
    if (format == Format::Json) {
        out = json::writePretty(admin::api::toJson(result)) + "\n";
    } else {
        std::vector<std::vector<std::string>> rows;
        const auto shown = [](const std::string& text) { return text.empty() ? std::string("-") : printable(text); };
        for (const FlowCheck& check : result.checks) {
            if (all || check.status != "ok") {
                rows.push_back(
                    {check.status, check.name, shown(check.expected), shown(check.actual), shown(check.spec)});
            }
        }
        out = rows.empty() ? std::string() : table({"status", "check", "expected", "actual", "spec"}, rows);
        out += counted(result);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
    return result.ok ? kDone : kFailed;
}

} // namespace

Outcome<int> testScim(const ScimTest& command, Format format) {
    const Outcome<std::string> token = tokenOf(command);
    if (!token) {
        return tl::unexpected(token.error());
    }
    if (token->empty()) {
        return failure("no token", "the service at " + command.url + " wants one", "give --token or --token-from",
                       kUsage);
    }
    // The operator names the server: any address will do, and plain HTTP on loopback alone.
    http::ClientOptions options;
    options.policy = {
        .allowLoopback = true, .allowPrivate = true, .allowedCidrs = {}, .allowHttp = true, .allowAdminApi = false};
    options.userAgent = "gatehousectl";
    const std::unique_ptr<http::Client> client = http::makeCurlClient(options);
    const auto report = scim::tester::test(*client, {command.url, *token, "scim-test", std::chrono::minutes(10)});
    if (!report) {
        return failure("cannot test " + command.url, report.error(),
                       "check the address: it is what a directory would be given, such as https://app.example/scim/v2");
    }
    return show(resultOf(*report, command.url), command.all, format);
}

Outcome<int> testOwnScim(const Send& send, const std::string& tenant, const ScimTest& command, Format format) {
    if (tenant.empty()) {
        return failure("what should be tested", "neither a URL nor --tenant is given",
                       "give the address of a service with --token, or --tenant for that tenant's own", kUsage);
    }
    const Outcome<admin::api::Reply> reply =
        send({"POST", "/admin/v1/tenants/" + tenant + "/scim-tests", {{"Content-Type", "application/json"}}, "{}"});
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    const auto result = reply->status == 200
                            ? admin::api::decode<admin::api::ScimTest>(reply->body, admin::api::Side::Reply)
                            : tl::make_unexpected(Problems());
    if (!result) {
        return tl::unexpected(refusal("scim test", *reply));
    }
    return show(*result, command.all, format);
}

} // namespace gatehouse::ctl
