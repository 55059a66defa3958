// SPDX-License-Identifier: Apache-2.0
#include "admin/crud.h"
#include "admin/handlers.h"
#include "admin/redemption.h"
#include "admin/replay.h"
#include "login/flow.h"
#include "login/recording.h"

namespace gatehouse::admin {

namespace {

Outcome<login::FlowFilter> filterOf(const Request& request) {
    login::FlowFilter filter;
    filter.reference = request.argument("reference");
    if (const std::string user = request.argument("user"); !user.empty()) {
        filter.user = UserId(user);
    }
    if (const std::string connection = request.argument("connection"); !connection.empty()) {
        filter.connection = ConnectionId(connection);
    }
    filter.reason = request.argument("reason");
    const std::string outcome = request.argument("outcome");
    if (outcome == "started") {
        filter.outcome = login::Outcome::Started;
    } else if (outcome == "success") {
        filter.outcome = login::Outcome::Success;
    } else if (outcome == "failure") {
        filter.outcome = login::Outcome::Failure;
    } else if (!outcome.empty()) {
        return badParameter("outcome", "must be started, success or failure");
    }
    return filter;
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    auto filter = filterOf(context.request);
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    if (filter->reference.empty()) {
        filter->reference = query->search;
    }
    TRY(scoped, scopedTo(context));
    TRY(page, context.services.store.read([&](store::Reader& reader) {
        return login::listFlows(reader, scoped.sealer, *filter, query->cursor, std::size_t(query->limit));
    }));
    json::Array items;
    for (const login::Flow& flow : page.items) {
        items.push_back(login::toJson(flow, false));
    }
    return pageAnswer(std::move(items), page.nextCursor);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(shown, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(flow, login::findFlow(reader, scoped.sealer, context.request.object));
        if (!flow.recorded) {
            return login::toJson(flow, true);
        }
        TRY(recording, login::findRecording(reader, scoped.sealer, flow.id));
        json::Object out = login::toJson(flow, true, &recording);
        ENSURE(addRedemption(reader, scoped, flow, out));
        return out;
    }));
    return ok(shown);
}

constexpr Handler kHandlers[] = {
    {"flow.list", list}, {"flow.get", get}, {"flow.replay", replayFlow}, {"flow.bundle", bundleFlow}};

} // namespace

std::span<const Handler> flowHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
