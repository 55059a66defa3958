// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "admin/crud.h"
#include "admin/handlers.h"
#include "audit/audit.h"
#include "audit/checkpoint.h"
#include "http/forms.h"

namespace gatehouse::admin {

namespace {

/// "{host}/t/{tenant}/audit", or "{host}/audit" for the log of the broker.
std::string originOf(const Context& context) {
    std::string host = context.services.publicUrl.base();
    host = host.substr(host.find("://") + 3);
    const auto& tenant = context.request.tenant;
    return host + (tenant ? "/t/" + tenant->slug : std::string()) + "/audit";
}

Outcome<audit::Filter> filterOf(const Request& request) {
    audit::Filter filter;
    filter.type = request.argument("type");
    filter.actor = request.argument("actor");
    filter.target = request.argument("target");
    filter.flowId = request.argument("flowId");
    if (const std::string outcome = request.argument("outcome"); !outcome.empty()) {
        filter.outcome = audit::parseOutcome(outcome);
        if (!filter.outcome) {
            return badParameter("outcome", "must be success, failure or denied");
        }
    }
    const auto from = timeArgument(request, "from");
    const auto to = timeArgument(request, "to");
    if (!from || !to) {
        return tl::unexpected(from ? to.error() : from.error());
    }
    filter.from = *from;
    filter.to = *to;
    return filter;
}

Answered exportAll(const Context& context, const Scoped& scoped) {
    Answer answer;
    answer.contentType = "application/x-ndjson";
    ENSURE(audit::exportLog(context.services.store, context.services.keys, scoped.tenant, originOf(context),
                            context.request.now, [&](std::string_view line) {
                                answer.body.append(line).push_back('\n');
                                return true;
                            }));
    return answer;
}

Answered list(const Context& context) {
    TRY(scoped, scopedTo(context));
    if (context.request.header("Accept").find("application/x-ndjson") != std::string::npos) {
        return exportAll(context, scoped);
    }
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto filter = filterOf(context.request);
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    TRY(page, context.services.store.read([&](store::Reader& reader) {
        return audit::list(reader, scoped.sealer, *filter, query->cursor, query->limit);
    }));
    json::Array items;
    for (const audit::Entry& entry : page.items) {
        items.push_back(audit::toJson(entry));
    }
    return pageAnswer(std::move(items), page.nextCursor);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    const std::string& text = context.request.object;
    std::int64_t seq = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seq);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return tl::unexpected(Refusal(Error{Code::NotFound, "audit.not_found", {}}));
    }
    TRY(entry,
        context.services.store.read([&](store::Reader& reader) { return audit::get(reader, scoped.sealer, seq); }));
    return ok(audit::toJson(entry));
}

Answered checkpoint(const Context& context) {
    TRY(made, audit::makeCheckpoint(context.services.store, context.services.keys, context.tenantId(),
                                    originOf(context), context.request.now));
    return ok(audit::toJson(made));
}

Answered proof(const Context& context) {
    const auto seq = integerArgument(context.request, "seq", 0);
    const auto size = integerArgument(context.request, "size", 0);
    if (!seq || !size) {
        return tl::unexpected(seq ? size.error() : seq.error());
    }
    TRY(body, audit::proveInclusion(context.services.store, context.tenantId(), *seq, *size));
    return ok(body);
}

Answered consistency(const Context& context) {
    const auto from = integerArgument(context.request, "from", 0);
    const auto to = integerArgument(context.request, "to", 0);
    if (!from || !to) {
        return tl::unexpected(from ? to.error() : from.error());
    }
    TRY(body, audit::proveConsistency(context.services.store, context.tenantId(), *from, *to));
    return ok(body);
}

constexpr Handler kHandlers[] = {
    {"audit.list", list},
    {"audit.get", get},
    {"audit.checkpoint", checkpoint},
    {"audit.proof", proof},
    {"audit.consistency", consistency},
    {"broker-audit.list", list},
};

} // namespace

std::span<const Handler> auditHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
