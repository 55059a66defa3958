// SPDX-License-Identifier: Apache-2.0
// The conformance test of a SCIM service. The tenant's own is asked without a connection: it need not be reachable from
// here by the address that the world uses.
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "crypto/random.h"
#include "login/flow_json.h"
#include "provisioning/tokens.h"
#include "scim/tester/tester.h"

namespace gatehouse::admin {

namespace {

using scim::tester::Report;
using scim::tester::Subject;

/// A caller of an Admin API waits for two minutes at most.
constexpr std::chrono::milliseconds kPatience = std::chrono::seconds(90);

/// The service of one tenant as if it were far away.
class OwnService final : public http::Client {
public:
    OwnService(scim::server::Server& server, std::shared_ptr<const tenants::Tenant> tenant)
        : m_server(server)
        , m_tenant(std::move(tenant)) {}

    Result<http::OutboundResponse> send(const std::string& /*pool*/, const http::OutboundRequest& request) override {
        http::Request call;
        call.method = request.method;
        const std::size_t path = request.url.find('/', request.url.find("://") + 3);
        const std::size_t query = request.url.find('?');
        call.path = request.url.substr(path, query == std::string::npos ? query : query - path);
        call.query = query == std::string::npos ? std::string() : request.url.substr(query + 1);
        call.headers = request.headers;
        call.headers.set("User-Agent", "Gatehouse SCIM tester");
        call.body = request.body;
        call.peer = {"127.0.0.1", true, {}, {}, false};
        http::Response said = m_server.answer(m_tenant, call);
        http::OutboundResponse out;
        out.status = said.status;
        out.headers = std::move(said.headers);
        out.body = std::move(said.body);
        return out;
    }

private:
    scim::server::Server& m_server;
    std::shared_ptr<const tenants::Tenant> m_tenant;
};

Answer answerOf(const Report& report, const std::string& url) {
    json::Array checks;
    for (const Check& check : report.checks) {
        checks.push_back(login::toJson(check));
    }
    const auto count = [&](Check::Status status) { return std::int64_t(report.count(status)); };
    return ok({{"ok", firstFailure(report.checks) == nullptr},
               {"url", url},
               {"passed", count(Check::Status::Ok)},
               {"warnings", count(Check::Status::Warn)},
               {"failed", count(Check::Status::Fail)},
               {"skipped", count(Check::Status::Skipped)},
               {"requests", std::int64_t(report.requests)},
               {"millis", std::int64_t(report.elapsed.count())},
               {"leftovers", std::int64_t(report.leftovers)},
               {"checks", std::move(checks)}});
}

/// The token for one test of the tenant's own service.
provisioning::Token tokenForTest(const Context& context) {
    provisioning::Token token;
    token.id = crypto::newUuid(context.request.now);
    token.name = "conformance test";
    token.addresses = {"127.0.0.1"};
    token.createdBy = context.request.caller.id;
    token.createdAt = context.request.now;
    token.expiresAt = context.request.now + Seconds(300);
    return token;
}

Answered testOwn(const Context& context) {
    scim::server::Server* server = context.services.scim;
    if (server == nullptr) {
        return tl::unexpected(Refusal(Error{Code::FailedPrecondition, "scim_request.no_service", {}}));
    }
    TRY(scoped, scopedTo(context));
    const provisioning::Token token = tokenForTest(context);
    const Secret text = provisioning::makeTokenText();
    const std::string url = server->addressFor(context.tenant());
    const Answered made = change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(provisioning::insertToken(inProgress.writer(), scoped.sealer, token, text));
        ENSURE(inProgress.record({"AdminAction", "scim-test", token.id, token.name, {{"url", url}}, {}}));
        return noContent();
    });
    if (!made) {
        return made;
    }
    OwnService service(*server, context.request.tenant);
    const auto report =
        scim::tester::test(service, {url, std::string(text.reveal()), context.tenantId().text(), kPatience});
    const Answered removed = change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(provisioning::removeToken(inProgress.writer(), scoped.tenant, token.id));
        return noContent();
    });
    if (!removed) {
        return removed;
    }
    if (!report) {
        return tl::unexpected(Refusal(report.error()));
    }
    return answerOf(*report, url);
}

Answered testOther(const Context& context, const api::ScimTestRequest& wanted) {
    const Answered noted = change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(
            inProgress.record({"AdminAction", "scim-test", wanted.url, "conformance test", {{"url", wanted.url}}, {}}));
        return noContent();
    });
    if (!noted) {
        return noted;
    }
    TRY(share, context.outside(std::nullopt));
    TRY(report, scim::tester::test(context.services.outbound,
                                   {wanted.url, wanted.token, context.tenantId().text(), kPatience}));
    return answerOf(report, wanted.url);
}

Answered run(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ScimTestRequest>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    return wanted->url.empty() ? testOwn(context) : testOther(context, *wanted);
}

constexpr Handler kHandlers[] = {{"scim-test.run", run}};

} // namespace

std::span<const Handler> scimTestHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
