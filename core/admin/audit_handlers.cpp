// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "admin/api/codec.h"
#include "admin/crud.h"
#include "admin/handlers.h"
#include "audit/audit.h"
#include "audit/checkpoint.h"
#include "audit/positions.h"
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
    filter.app = request.argument("app");
    if (std::string outcome = request.argument("outcome"); !outcome.empty()) {
        const bool excluded = outcome.starts_with('!');
        const auto known = audit::parseOutcome(std::string_view(outcome).substr(excluded ? 1 : 0));
        if (!known) {
            return badParameter("outcome",
                                "must be success, failure or denied, or one of these after an exclamation mark");
        }
        (excluded ? filter.notOutcome : filter.outcome) = known;
    }
    const auto before = integerArgument(request, "before", 0);
    const auto after = integerArgument(request, "after", 0);
    if (!before || !after) {
        return tl::unexpected(before ? after.error() : before.error());
    }
    if (*before < 0 || *after < 0) {
        return badParameter(*before < 0 ? "before" : "after", "must be the number of a record");
    }
    filter.before = *before;
    filter.after = *after;
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

Answered positions(const Context& context) {
    const auto every = integerArgument(context.request, "every", 200);
    const auto filter = filterOf(context.request);
    if (!every || !filter) {
        return tl::unexpected(every ? filter.error() : every.error());
    }
    if (*every < 1 || *every > 500) {
        return badParameter("every", "must be 1 to 500");
    }
    TRY(found, context.services.store.read([&](store::Reader& reader) {
        return audit::positions(reader, context.tenantId(), *filter, context.request.argument("cursor"), int(*every));
    }));
    return ok(api::toJson(api::AuditPositions{found.count, found.starts, found.nextCursor}).get_object());
}

Answered histogram(const Context& context) {
    const auto from = timeArgument(context.request, "from");
    const auto to = timeArgument(context.request, "to");
    const auto bins = integerArgument(context.request, "bins", 60);
    if (!from || !to || !bins) {
        return tl::unexpected(!from ? from.error() : !to ? to.error() : bins.error());
    }
    if (*bins < 1 || *bins > 500) {
        return badParameter("bins", "must be 1 to 500");
    }
    const Time end = to->value_or(context.request.now);
    const Time begin = from->value_or(end - std::chrono::hours(24));
    if (begin >= end) {
        return badParameter("from", "must be before to");
    }
    TRY(counts, context.services.store.read([&](store::Reader& reader) {
        return audit::histogram(reader, context.tenantId(), begin, end, int(*bins));
    }));
    return ok(api::toJson(api::AuditHistogram{begin, end, counts}).get_object());
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
    {"audit.positions", positions},
    {"audit.histogram", histogram},
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
