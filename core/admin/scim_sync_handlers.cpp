// SPDX-License-Identifier: Apache-2.0
// Synchronisations with other SCIM services: what one would do, that it does so now, and what it did.
#include "admin/api/codec.h"
#include "admin/handlers.h"
#include "admin/scim_sync_resource.h"
#include "scim/outbound/recorder.h"

namespace gatehouse::admin {

namespace {

using provisioning::Sync;
using provisioning::SyncRun;

constexpr std::size_t kShownSteps = 1000;

api::ScimSyncStep stepOf(const SyncRun::Row& row) {
    api::ScimSyncStep out;
    out.act = row.act;
    out.kind = row.kind;
    out.cause = row.cause;
    out.id = row.id;
    out.name = row.name;
    out.state = row.state;
    out.detail = row.detail;
    for (const scim::Change& change : row.changes) {
        out.changes.push_back({change.path, {json::write(change.before)}, {json::write(change.after)}});
    }
    out.membersAdded = row.membersAdded;
    out.membersRemoved = row.membersRemoved;
    return out;
}

api::ScimSyncRun shown(const SyncRun& run) {
    api::ScimSyncRun out;
    out.id = run.id;
    out.by = run.by;
    out.begun = run.begun;
    out.ended = run.ended;
    out.problem = run.problem;
    out.problemDetail = run.detail;
    out.created = run.created;
    out.updated = run.updated;
    out.deactivated = run.deactivated;
    out.deleted = run.deleted;
    out.adopted = run.adopted;
    out.failed = run.failed;
    for (const SyncRun::Row& row : run.rows) {
        out.steps.push_back(stepOf(row));
    }
    return out;
}

api::ScimSyncPlan shown(const scim::sync::Plan& plan, bool push, bool asks) {
    using scim::sync::Act;
    const auto count = [&](Act act) { return std::int64_t(plan.count(act)); };
    api::ScimSyncPlan out;
    out.creates = count(Act::Create);
    out.updates = count(Act::Update);
    out.deactivates = count(Act::Deactivate);
    out.deletes = count(Act::Delete);
    out.adopts = count(Act::Adopt);
    out.same = std::int64_t(plan.same);
    out.drifted = std::int64_t(plan.drifted());
    out.leaving = std::int64_t(plan.leaving());
    out.strangers = std::int64_t(plan.strangers.size());
    out.asks = asks;
    for (const scim::sync::Step& step : plan.steps) {
        if (out.steps.size() < kShownSteps) {
            out.steps.push_back(stepOf(scim::outbound::rowOf(step, push)));
        }
    }
    for (const auto& unreadable : plan.unreadable) {
        if (out.steps.size() < kShownSteps) {
            out.steps.push_back({"skip", "User", "unreadable", {}, unreadable.id, {}, unreadable.reason, {}, 0, 0});
        }
    }
    for (const auto& stranger : plan.strangers) {
        if (out.steps.size() < kShownSteps) {
            out.steps.push_back({"keep",
                                 std::string(kindName(stranger.kind)),
                                 "stranger",
                                 push ? "" : stranger.id,
                                 stranger.name,
                                 {},
                                 {},
                                 {},
                                 0,
                                 0});
        }
    }
    return out;
}

/// What both acts need.
struct Called {
    Sync sync;
    scim::outbound::Synchronizer& synchronizer;
};

Result<Called> called(const Context& context) {
    if (context.services.synchronizer == nullptr) {
        return fail(Code::FailedPrecondition, "scim_request.no_service");
    }
    TRY(scoped, scopedTo(context));
    TRY(sync, context.services.store.read([&](store::Reader& reader) {
        return provisioning::findSync(reader, scoped.sealer, context.request.object);
    }));
    return Called{std::move(sync), *context.services.synchronizer};
}

Answered preview(const Context& context) {
    TRY(call, called(context));
    TRY(share, context.outside(std::nullopt));
    TRY(planned, call.synchronizer.preview(context.request.tenant, call.sync));
    const bool push = call.sync.direction == Sync::Direction::Push;
    return ok(api::toJson(shown(planned.plan, push, planned.asks)).get_object());
}

Answered run(const Context& context) {
    const auto body = bodyOf(context.request);
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto wanted = api::fromJson<api::ScimSyncStart>(*body);
    if (!wanted) {
        return invalid(wanted.error());
    }
    TRY(call, called(context));
    const Answered noted = change(context, [&](Change& inProgress) -> Result<Answer> {
        ENSURE(inProgress.record({"AdminAction", "scim-sync", call.sync.id, call.sync.name, {{"act", "run"}}, {}}));
        return noContent();
    });
    if (!noted) {
        return noted;
    }
    TRY(share, context.outside(std::nullopt));
    const auto done =
        call.synchronizer.run(context.request.tenant, call.sync, wanted->confirm, context.request.caller.id);
    if (!done && done.error().reason == "scim_sync.held") {
        return invalid({{"/confirm", "confirmation_required",
                         "must be " + done.error().detail + ": so many people would lose their access"}});
    }
    if (!done) {
        return tl::unexpected(Refusal(done.error()));
    }
    return ok(api::toJson(shown(*done)).get_object());
}

Answered runs(const Context& context) {
    const auto query = pageQuery(context.request);
    if (!query) {
        return tl::unexpected(query.error());
    }
    TRY(scoped, scopedTo(context));
    TRY(found, context.services.store.read([&](store::Reader& reader) -> Result<std::vector<SyncRun>> {
        ENSURE(provisioning::findSync(reader, scoped.sealer, context.request.object));
        return provisioning::listRuns(reader, scoped.sealer, context.request.object);
    }));
    json::Array items;
    for (const SyncRun& each : found) {
        items.push_back(api::toJson(shown(each)));
    }
    return pageAnswer(std::move(items), std::nullopt);
}

constexpr Handler kHandlers[] = {
    {"scim-sync.list", listAll<ScimSyncResource>},
    {"scim-sync.create", createOne<ScimSyncResource>},
    {"scim-sync.get", getOne<ScimSyncResource>},
    {"scim-sync.update", editOne<ScimSyncResource, Edit::Patch>},
    {"scim-sync.replace", editOne<ScimSyncResource, Edit::Replace>},
    {"scim-sync.delete", deleteOne<ScimSyncResource>},
    {"scim-sync.preview", preview},
    {"scim-sync.run", run},
    {"scim-sync.runs", runs},
};

} // namespace

std::span<const Handler> scimSyncHandlers() {
    return kHandlers;
}

} // namespace gatehouse::admin
