// SPDX-License-Identifier: Apache-2.0
// What directories sent over SCIM, and what the same would do again.
#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "provisioning/requests.h"
#include "scim/errors.h"

namespace gatehouse::admin {

namespace {

api::RawJson raw(const json::Value& value) {
    return {json::write(value)};
}

std::vector<api::ScimChange> shownChanges(const std::vector<scim::Change>& changes) {
    std::vector<api::ScimChange> out;
    out.reserve(changes.size());
    for (const scim::Change& each : changes) {
        out.push_back({each.path, raw(each.before), raw(each.after)});
    }
    return out;
}

json::Object show(const provisioning::Request& request) {
    api::ScimRequest out;
    out.id = request.id;
    out.time = request.time;
    out.clientId = request.clientId;
    out.clientName = request.clientName;
    out.ip = request.ip;
    out.userAgent = request.userAgent;
    out.method = request.method;
    out.path = request.path;
    out.status = request.status;
    out.scimType = request.scimType;
    out.detail = request.detail;
    out.resourceType = request.resourceType;
    out.resourceId = request.resourceId;
    out.resourceName = request.resourceName;
    out.micros = request.micros;
    const auto body = json::parse(request.body);
    out.body = raw(body ? *body : json::Value());
    out.changes = shownChanges(request.changes);
    return api::toJson(out).get_object();
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    provisioning::RequestFilter filter;
    filter.client = context.request.argument("client");
    filter.resource = context.request.argument("resource");
    const std::string outcome = context.request.argument("outcome");
    if (!outcome.empty() && outcome != "failure" && outcome != "change") {
        return badParameter("outcome", "must be failure or change");
    }
    filter.onlyFailures = outcome == "failure";
    filter.onlyChanges = outcome == "change";
    if (context.services.scim != nullptr) {
        context.services.scim->flushLog();
    }
    TRY(scoped, scopedTo(context));
    TRY(page, context.services.store.read([&](store::Reader& reader) {
        return provisioning::listRequests(reader, scoped.sealer, filter, query->cursor, std::size_t(query->limit));
    }));
    json::Array items;
    for (const provisioning::Request& request : page.items) {
        items.push_back(show(request));
    }
    return pageAnswer(std::move(items), page.nextCursor);
}

Result<provisioning::Request> find(const Context& context) {
    if (context.services.scim != nullptr) {
        context.services.scim->flushLog();
    }
    TRY(scoped, scopedTo(context));
    return context.services.store.read([&](store::Reader& reader) {
        return provisioning::findRequest(reader, scoped.sealer, context.request.object);
    });
}

Answered get(const Context& context) {
    TRY(request, find(context));
    return ok(show(request));
}

Answered replay(const Context& context) {
    TRY(request, find(context));
    if (context.services.scim == nullptr) {
        return tl::unexpected(Refusal(Error{Code::FailedPrecondition, "scim_request.no_service", {}}));
    }
    api::ScimReplay out;
    const auto answer = context.services.scim->rehearse(context.tenant(), request);
    if (!answer && answer.error().reason.starts_with("scim_request.")) {
        return tl::unexpected(Refusal(answer.error()));
    }
    if (answer) {
        out.status = answer->status;
        out.answer = raw(answer->body);
        out.changes = shownChanges(answer->changes);
    } else {
        const scim::ScimError said = scim::describe(answer.error());
        out.status = said.status;
        out.scimType = said.scimType;
        out.detail = said.detail;
        out.answer = raw(scim::errorBody(said));
    }
    return ok(api::toJson(out).get_object());
}

json::Object describe(const Context& context, scim::server::Server& server) {
    api::ScimService out;
    out.url = server.addressFor(context.tenant());
    if (const auto held = server.guard().held(context.tenantId(), context.request.now)) {
        out.heldBack = held->refused;
        out.bound = held->bound;
        out.heldSince = held->since;
    }
    return api::toJson(out).get_object();
}

Answered service(const Context& context) {
    if (context.services.scim == nullptr) {
        return tl::unexpected(Refusal(Error{Code::FailedPrecondition, "scim_request.no_service", {}}));
    }
    return ok(describe(context, *context.services.scim));
}

Answered release(const Context& context) {
    scim::server::Server* server = context.services.scim;
    if (server == nullptr) {
        return tl::unexpected(Refusal(Error{Code::FailedPrecondition, "scim_request.no_service", {}}));
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        json::Object before = describe(context, *server);
        ENSURE(inProgress.record({"AdminAction",
                                  "scim",
                                  context.tenantId().text(),
                                  "deactivations let pass",
                                  {{"heldBack", before.at("heldBack")}},
                                  {}}));
        server->guard().release(context.tenantId(), inProgress.now());
        return ok(describe(context, *server));
    });
}

constexpr Handler kHandlers[] = {
    {"scim.get", service},     {"scim.release", release},       {"scim-request.list", list},
    {"scim-request.get", get}, {"scim-request.replay", replay},
};

} // namespace

std::span<const Handler> scimRequestHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
