// SPDX-License-Identifier: Apache-2.0
#include "admin/connection_resource.h"
#include "admin/handlers.h"
#include "admin/preview.h"
#include "oidc/rp/connection_test.h"

namespace gatehouse::admin {

namespace {

Result<connections::Connection> load(const Context& context, const Scoped& scoped) {
    return context.services.store.read(
        [&](store::Reader& reader) { return ConnectionResource::find(reader, scoped, context.request.object); });
}

/// How the last person's sign-in over this connection went: stages 10 and 11 of the test.
struct LastSignIn {
    std::optional<Check> signIn;
    std::optional<Check> claims;
};
Result<LastSignIn> lastSignIn(const Context& context, const Scoped& scoped, const ConnectionId& connection) {
    login::FlowFilter filter;
    filter.connection = connection;
    TRY(page, context.services.store.read(
                  [&](store::Reader& reader) { return login::listFlows(reader, scoped.sealer, filter, "", 1); }));
    LastSignIn out;
    if (page.items.empty() || page.items.front().outcome == login::Outcome::Started) {
        return out;
    }
    const login::Flow& flow = page.items.front();
    const bool claimsFailed = flow.reason.starts_with("mapping_");
    const bool signedIn = flow.outcome == login::Outcome::Success || claimsFailed;
    Check signIn{"sign_in", signedIn ? Check::Status::Ok : Check::Status::Fail, "", "", "", ""};
    signIn.actual = signedIn ? "The last sign-in reached us at " + toRfc3339(flow.startedAt) + "."
                             : "The last sign-in failed: " + flow.reason + " (" + flow.reference + ").";
    signIn.cure = signedIn ? "" : "Open the flow " + flow.reference + ".";
    out.signIn = signIn;
    if (signedIn) {
        out.claims =
            Check{"claims",
                  claimsFailed ? Check::Status::Fail : Check::Status::Ok,
                  "",
                  claimsFailed ? "Sign-in would be refused with " + flow.reason + "." : "The mapping had all it needs.",
                  claimsFailed ? "Open the mapping." : "",
                  ""};
    }
    return out;
}

Answered test(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    TRY(last, lastSignIn(context, scoped, connection.id));
    const Services& services = context.services;
    TRY(outside, context.outside(connection.id));
    const Checks checks =
        oidc::rp::testConnection(connection, services.publicUrl.oidcCallback(connection.id), services.outbound,
                                 services.keys, services.clock, services.allowHttp, last.signIn, last.claims);
    json::Array steps;
    for (const Check& check : checks) {
        steps.push_back(json::Object{{"name", check.name},
                                     {"status", statusName(check.status)},
                                     {"detail", check.actual},
                                     {"hint", check.cure}});
    }
    return ok(json::Object{{"ok", firstFailure(checks) == nullptr}, {"steps", std::move(steps)}});
}

Answered preview(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    return previewLogin(context, scoped, connection);
}

Answered refresh(const Context& context) {
    TRY(scoped, scopedTo(context));
    TRY(connection, load(context, scoped));
    {
        TRY(outside, context.outside(connection.id));
        ENSURE(context.services.providers.refresh(connection));
    }
    return change(context, [&](Change& inProgress) -> Result<Answer> {
        TRY(current, ConnectionResource::find(inProgress.writer(), scoped, context.request.object));
        ENSURE(connections::recordRefresh(inProgress.writer(), scoped.tenant, current.id, inProgress.now()));
        ENSURE(recordItem<ConnectionResource>(inProgress, scoped, "MetadataRefreshed", current, {}));
        return showItem<ConnectionResource>(inProgress.writer(), scoped, current);
    });
}

constexpr Handler kHandlers[] = {
    {"connection.list", listAll<ConnectionResource>},
    {"connection.create", createOne<ConnectionResource>},
    {"connection.get", getOne<ConnectionResource>},
    {"connection.update", editOne<ConnectionResource, Edit::Patch>},
    {"connection.replace", editOne<ConnectionResource, Edit::Replace>},
    {"connection.delete", deleteOne<ConnectionResource>},
    {"connection.test", test},
    {"connection.preview", preview},
    {"connection.refresh", refresh},
};

} // namespace

std::span<const Handler> connectionHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
