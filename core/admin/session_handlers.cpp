// SPDX-License-Identifier: Apache-2.0
#include "admin/crud.h"
#include "admin/handlers.h"
#include "directory/directory.h"
#include "sessions/sessions.h"
#include "tenants/tenants.h"

namespace gatehouse::admin {

namespace {

Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const sessions::Session& session) {
    json::Object out = sessions::toJson(session);
    const auto user = directory::findUser(reader, scoped.sealer, session.user);
    if (!user && user.error().code != Code::NotFound) {
        return tl::unexpected<Error>(user.error());
    }
    out["userName"] = user ? user->userName : std::string();
    return out;
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto alive = flagArgument(context.request, "alive");
    if (!alive) {
        return tl::unexpected(alive.error());
    }
    std::optional<UserId> user;
    if (const std::string id = context.request.argument("user"); !id.empty()) {
        user = UserId(id);
    }
    TRY(scoped, scopedTo(context));
    TRY(listing, context.services.store.read([&](store::Reader& reader) -> Result<Listing> {
        TRY(page, sessions::list(reader, scoped.sealer, user, *alive, context.request.now, query->cursor,
                                 std::size_t(query->limit)));
        Listing out{{}, page.nextCursor};
        for (const sessions::Session& session : page.items) {
            TRY(shown, show(reader, scoped, session));
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
        return show(reader, scoped, session);
    }));
    return ok(body, etagOf(body));
}

Answered end(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(session, sessions::find(inProgress.writer(), scoped.sealer, SessionId(context.request.object)));
        TRY(ended, sessions::end(inProgress.writer(), scoped.tenant, session.id, "admin_revoked", inProgress.now()));
        if (ended) {
            ENSURE(inProgress.record(
                scoped.tenant,
                {"SessionRevoked", "session", session.id.text(), "", {{"userId", session.user.text()}}, {}}));
        }
        return noContent();
    });
}

/// Ends every living session of one tenant; how many.
Result<std::int64_t> endAll(Change& inProgress, const TenantId& tenant) {
    TRY(sealer, inProgress.context().services.keys.sealerFor(tenant));
    std::int64_t count = 0;
    while (true) {
        TRY(page, sessions::list(inProgress.writer(), sealer, std::nullopt, true, inProgress.now(), "", 500));
        for (const sessions::Session& session : page.items) {
            ENSURE(sessions::end(inProgress.writer(), tenant, session.id, "everything_revoked", inProgress.now()));
            ++count;
        }
        if (page.items.empty()) {
            return count;
        }
    }
}

Answered revokeAll(const Context& context) {
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        for (std::optional<std::string> cursor = ""; cursor;) {
            TRY(page, tenants::listTenants(inProgress.writer(), "", *cursor, 500));
            for (const tenants::Tenant& tenant : page.items) {
                if (tenant.status == tenants::TenantStatus::Sealed) {
                    continue;
                }
                TRY(count, endAll(inProgress, tenant.id));
                ENSURE(inProgress.record(
                    tenant.id,
                    {"SessionRevoked", "tenant", tenant.id.text(), tenant.slug, {{"sessionsEnded", count}}, {}}));
            }
            cursor = page.nextCursor;
        }
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"session.list", list},
    {"session.get", get},
    {"session.delete", end},
    {"session.revoke-all", revokeAll},
};

} // namespace

std::span<const Handler> sessionHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
