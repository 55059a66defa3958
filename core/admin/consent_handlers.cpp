// SPDX-License-Identifier: Apache-2.0
#include "admin/crud.h"
#include "admin/handlers.h"
#include "directory/directory.h"
#include "sessions/consents.h"

namespace gatehouse::admin {

namespace {

// An app of the tenant, or one of the front door; its name is empty where it is gone.
Result<std::string> appName(store::Reader& reader, const TenantId& tenant, const AppId& id) {
    for (const TenantId& owner : {tenant, platformTenant()}) {
        const auto app = apps::find(reader, owner, id);
        if (app) {
            return app->name;
        }
        if (app.error().code != Code::NotFound) {
            return tl::unexpected<Error>(app.error());
        }
    }
    return std::string();
}

Result<json::Object> show(store::Reader& reader, const Scoped& scoped, const sessions::Consent& consent) {
    const auto user = directory::findUser(reader, scoped.sealer, consent.user);
    if (!user && user.error().code != Code::NotFound) {
        return tl::unexpected<Error>(user.error());
    }
    TRY(app, appName(reader, scoped.tenant, consent.app));
    return json::Object{{"id", consent.id},
                        {"userId", consent.user.text()},
                        {"userName", user ? user->userName : std::string()},
                        {"appId", consent.app.text()},
                        {"app", app},
                        {"scopes", json::toArray(consent.scopes)},
                        {"claims", json::toArray(consent.claims)},
                        {"givenAt", toRfc3339(consent.givenAt)},
                        {"updatedAt", toRfc3339(consent.updatedAt)}};
}

template <class Id>
std::optional<Id> idArgument(const Context& context, std::string_view name) {
    const std::string id = context.request.argument(name);
    return id.empty() ? std::nullopt : std::optional(Id(id));
}

Answered list(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(listing, context.services.store.read([&](store::Reader& reader) -> Result<Listing> {
        TRY(page, sessions::listConsents(reader, scoped.tenant, idArgument<UserId>(context, "user"),
                                         idArgument<AppId>(context, "app"), query->cursor, std::size_t(query->limit)));
        Listing out{{}, page.nextCursor};
        for (const sessions::Consent& consent : page.items) {
            TRY(shown, show(reader, scoped, consent));
            out.items.push_back(std::move(shown));
        }
        return out;
    }));
    return pageAnswer(std::move(listing.items), listing.nextCursor);
}

Answered get(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(body, context.services.store.read([&](store::Reader& reader) -> Result<json::Object> {
        TRY(consent, sessions::findConsent(reader, scoped.tenant, context.request.object));
        return show(reader, scoped, consent);
    }));
    return ok(body, etagOf(body));
}

Answered withdraw(const Context& context) {
    TRY(scoped, scopedTo(context));
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(consent, sessions::findConsent(inProgress.writer(), scoped.tenant, context.request.object));
        TRY(app, appName(inProgress.writer(), scoped.tenant, consent.app));
        TRY(revoked, sessions::withdrawConsent(inProgress.writer(), scoped.tenant, consent.id, inProgress.now()));
        ENSURE(inProgress.record(
            scoped.tenant,
            {"ConsentWithdrawn",
             "app",
             consent.app.text(),
             app,
             {{"userId", consent.user.text()}, {"scopes", json::toArray(consent.scopes)}, {"grantsRevoked", revoked}},
             {}}));
        return noContent();
    });
}

constexpr Handler kHandlers[] = {
    {"consent.list", list},
    {"consent.get", get},
    {"consent.delete", withdraw},
};

} // namespace

std::span<const Handler> consentHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
