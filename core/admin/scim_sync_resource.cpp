// SPDX-License-Identifier: Apache-2.0
#include "admin/scim_sync_resource.h"

#include "admin/api/codec.h"
#include "base/encoding.h"
#include "connections/connections.h"
#include "crypto/random.h"
#include "http/forms.h"
#include "scim/outbound/synchronizer.h"

namespace gatehouse::admin {
namespace {

using provisioning::Sync;

constexpr std::int64_t kDay = 86400;

api::ScimSync described(const Sync& sync) {
    api::ScimSync out;
    out.id = sync.id;
    out.name = sync.name;
    out.direction = provisioning::directionName(sync.direction);
    out.url = sync.url;
    out.hasToken = !sync.token.empty();
    out.enabled = sync.enabled;
    out.every = sync.every.count();
    out.connectionId = sync.connection;
    out.groups = sync.groups;
    out.leaving = provisioning::leavingName(sync.leaving);
    out.createdAt = sync.createdAt;
    out.updatedAt = sync.updatedAt;
    return out;
}

/// Without what may be written at its end by habit.
std::string tidy(std::string url) {
    while (url.ends_with('/')) {
        url.pop_back();
    }
    return url;
}

void judge(const Sync& sync, const Sync* before, bool newToken, Problems& problems) {
    const auto url = http::parseUrl(sync.url);
    if (!url || !url->query.empty()) {
        problems.push_back({"/url", "url_invalid", "must be an absolute https address without query and fragment"});
    }
    if (before != nullptr && sync.direction != before->direction) {
        problems.push_back({"/direction", "read_only", "is fixed once the synchronisation exists"});
    }
    if (before != nullptr && sync.url != before->url && !before->token.empty() && !newToken) {
        problems.push_back({"/token", "secret_required", "must be given again when the address changes"});
    }
    const bool push = sync.direction == Sync::Direction::Push;
    if (push && !sync.connection.empty()) {
        problems.push_back({"/connectionId", "not_applicable", "is of a pull alone"});
    }
    if (!push && !sync.groups.empty()) {
        problems.push_back({"/groups", "not_applicable", "are of a push alone"});
    }
}

} // namespace

Result<Listing> ScimSyncResource::list(store::Reader& reader, const Scoped& scoped, const PageQuery& query) {
    TRY(syncs, provisioning::listSyncs(reader, scoped.sealer));
    std::vector<KeyedItem> items;
    for (const Sync& sync : syncs) {
        if (asciiLower(sync.name).find(asciiLower(query.search)) != std::string::npos) {
            TRY(shown, show(reader, scoped, sync));
            items.push_back({sync.id, std::move(shown)});
        }
    }
    return listingOf(std::move(items), query);
}

Result<Sync> ScimSyncResource::find(store::Reader& reader, const Scoped& scoped, const std::string& id) {
    return provisioning::findSync(reader, scoped.sealer, id);
}

Result<json::Object> ScimSyncResource::show(store::Reader& reader, const Scoped& scoped, const Sync& sync) {
    TRY(state, provisioning::syncState(reader, scoped.sealer, sync.id));
    api::ScimSync out = described(sync);
    out.lastRun = state.lastRun;
    out.lastSuccess = state.lastSuccess;
    out.nextRun = state.nextRun;
    out.problem = state.problem;
    out.problemDetail = state.detail;
    out.heldBack = state.held;
    out.drifted = state.drifted;
    out.people = state.people;
    out.groupCount = state.groups;
    if (auto* const synchronizer = scoped.context.services.synchronizer) {
        const auto progress = synchronizer->progressOf(sync.id);
        out.running = progress.has_value();
        out.stepsDone = progress ? std::int64_t(progress->done) : 0;
        out.stepsTotal = progress ? std::int64_t(progress->total) : 0;
    }
    return api::toJson(out).get_object();
}

json::Object ScimSyncResource::state(const Sync& sync) {
    return {{"name", sync.name},
            {"direction", provisioning::directionName(sync.direction)},
            {"url", sync.url},
            {"enabled", sync.enabled},
            {"every", sync.every.count()},
            {"connectionId", sync.connection},
            {"groups", json::toArray(sync.groups)},
            {"leaving", provisioning::leavingName(sync.leaving)}};
}

std::string ScimSyncResource::path(const Scoped& scoped, const Sync& sync) {
    return "/admin/v1/tenants/" + scoped.context.tenant().slug + "/scim-syncs/" + sync.id;
}

Sync ScimSyncResource::blank(const Scoped& scoped) {
    Sync sync;
    sync.id = crypto::newUuid(scoped.context.request.now);
    sync.createdAt = scoped.context.request.now;
    return sync;
}

Sync ScimSyncResource::renewed(const Sync& before) {
    Sync sync;
    sync.id = before.id;
    sync.token = before.token;
    sync.createdAt = before.createdAt;
    sync.version = before.version;
    return sync;
}

Status ScimSyncResource::read(Change& change, const Scoped& scoped, const json::Object& document, Sync& sync,
                              const Sync* before) {
    auto wanted = api::fromJson<api::ScimSync>(document);
    if (!wanted) {
        for (const Problem& problem : problemsFrom(wanted.error())) {
            change.problems.push_back(problem);
        }
        return {};
    }
    sync.name = wanted->name;
    sync.direction = wanted->direction == "push" ? Sync::Direction::Push : Sync::Direction::Pull;
    sync.url = tidy(wanted->url);
    sync.enabled = wanted->enabled;
    const bool everyGiven = json::member(document, "every") != nullptr;
    sync.every = Seconds(everyGiven || sync.direction == Sync::Direction::Pull ? wanted->every : kDay);
    sync.connection = wanted->connectionId;
    sync.groups = wanted->groups;
    sync.leaving = provisioning::leavingOf(wanted->leaving).value_or(scim::sync::Leaving::Deactivate);
    sync.updatedAt = change.now();
    if (wanted->token) {
        sync.token = Secret(*std::move(wanted->token));
    }
    judge(sync, before, json::member(document, "token") != nullptr, change.problems);
    if (!sync.connection.empty()) {
        TRY(version, connections::versionOf(change.writer(), scoped.tenant, ConnectionId(sync.connection)));
        if (!version) {
            change.problems.push_back({"/connectionId", "unknown_value", "is no connection of the tenant"});
        }
    }
    return {};
}

Status ScimSyncResource::insert(Change& change, const Scoped& scoped, Sync& sync) {
    return provisioning::insertSync(change.writer(), scoped.sealer, sync);
}

Status ScimSyncResource::update(Change& change, const Scoped& scoped, Sync& sync, const Sync&) {
    return provisioning::updateSync(change.writer(), scoped.sealer, sync);
}

Status ScimSyncResource::remove(Change& change, const Scoped& scoped, const Sync& sync) {
    return provisioning::removeSync(change.writer(), scoped.tenant, sync.id);
}

} // namespace gatehouse::admin
