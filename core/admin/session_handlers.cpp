// SPDX-License-Identifier: Apache-2.0
#include "admin/handlers.h"
#include "admin/session_filter.h"
#include "admin/session_revocation.h"
#include "admin/session_view.h"

namespace gatehouse::admin {

namespace {

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto alive = flagArgument(context.request, "alive");
    if (!alive) {
        return tl::unexpected(alive.error());
    }
    const Request& request = context.request;
    const auto filter = sessionFilter(request.argument("user"), request.argument("app"), request.argument("connection"),
                                      request.argument("address"));
    if (!filter) {
        return badParameter("address", "must be an IP address or a CIDR block");
    }
    TRY(scoped, scopedTo(context));
    TRY(listing, context.services.store.read([&](store::Reader& reader) -> Result<Listing> {
        TRY(page, sessions::list(reader, scoped.sealer, *filter, *alive, request.now, query->cursor,
                                 std::size_t(query->limit)));
        Listing out{{}, page.nextCursor};
        for (const sessions::Session& session : page.items) {
            TRY(shown, showSession(reader, scoped, session));
            out.items.push_back(std::move(shown));
        }
        return out;
    }));
    return pageAnswer(std::move(listing.items), listing.nextCursor);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(body, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(session, sessions::find(reader, scoped.sealer, SessionId(context.request.object)));
        return showSession(reader, scoped, session);
    }));
    return ok(body, etagOf(body));
}

Answered end(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(session, sessions::find(inProgress.writer(), scoped.sealer, SessionId(context.request.object)));
        TRY(ended, sessions::end(inProgress.writer(), inProgress.endings(), scoped.tenant, session.id, "admin_revoked",
                                 inProgress.now()));
        if (ended) {
            ENSURE(inProgress.record(
                scoped.tenant,
                {"SessionRevoked", "session", session.id.text(), "", {{"userId", session.user.text()}}, {}}));
        }
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"session.list", list},
    {"session.get", get},
    {"session.delete", end},
    {"session.revoke", revokeSessions},
    {"session.revoke-all", revokeAllSessions},
};

} // namespace

std::span<const Handler> sessionHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
